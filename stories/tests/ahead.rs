//! What a case tells whoever it concerns of what lies ahead: who will be asked and by when, whom to turn to where someone is
//! late, and that a permit that was revoked holds no more.

use clearance::Decision;
use clearance::acts::{Circulate, Decide, IssuePermit, RevokePermit, Withdraw};
use desk::Version;
use std::collections::BTreeMap;
use stories::{Database, Installation, Told, authority};

const RULEBOOK: &str = include_str!("../../rulebooks/kh-phnom-penh/rulebook.toml");
const DECISIONS: &str = include_str!("../../rulebooks/kh-phnom-penh/authorities.dmn");
/// Where a rule is published.
const LAW: &str = "https://law.example/events";

#[tokio::test(flavor = "multi_thread")]
async fn what_was_handed_in_says_who_will_be_asked_by_when_and_what_comes_next() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let check = organiser.opens(&format!("/en/drafts/{id}/check")).await?;
    let handed = organiser.sends(&check.form("/submission")?).await?;
    let asked = handed.each("section h3")?;
    assert_eq!(asked, check.each("section h3")?, "who the check page named");
    handed
        .says("Handed in. The lead authority checks that it is complete.")?
        .says("What happens next")?
        .says("Phnom Penh Municipality checks that the application is complete")?
        .says("to be asked by 19 October 2023")?
        .says("Phnom Penh Municipality issues the permit")?;

    let mut coordinator = app.signs_in("coordinator").await?;
    let case = coordinator.opens(&format!("/en/cases/{id}")).await?;
    assert_eq!(case.each("section h3")?, asked);
    case.says("You check that it is complete, and put it to the authorities.")?
        .says("you issue the permit")?
        .does_not_say("The lead authority checks")?;
    coordinator.confirms(&case.form("/circulation")?).await?;
    let case = organiser.opens(&format!("/en/cases/{id}")).await?;
    case.does_not_say("What happens next")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_without_documents_says_so() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let organiser = app.cast.actor("organiser")?;
    let id = app.drafted(None).await?;
    let draft = app.desk.draft_of(organiser, id).await?;
    for file in &draft.attachments {
        app.desk.detach(organiser, id, file.attachment).await?;
    }
    app.submit(organiser, id).await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let case = coordinator.opens(&format!("/en/cases/{id}")).await?;
    case.says("Documents None")?;
    let check = coordinator.sends(&case.form("/circulation")?).await?;
    check.says("Documents None")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_whose_decisions_are_late_alarms_and_says_whom_to_turn_to() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.circulated(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/cases/{id}")).await?;
    assert_eq!(page.each(".alarm")?, Vec::<String>::new());
    app.clock_at("2023-11-14T02:00:00Z")?;
    let granted = Decide {
        authority: authority("mond")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("defence-decider", id, granted).await?;
    // Nobody is signed in any more after so long.
    let mut organiser = app.signs_in("organiser").await?;
    let case = format!("/en/cases/{id}");
    let page = organiser.opens(&case).await?;
    let [alarm] = page.each(".alarm")?.try_into().map_err(|_| "one alarm")?;
    for part in [
        "3 authorities are overdue, and the event is in 5 days.",
        "overdue since 30 August",
        "Turn to Phnom Penh Municipality, which leads this application, and name its reference, PNH-2023-0001",
    ] {
        assert!(alarm.contains(part), "{part} in {alarm}");
    }
    assert!(!alarm.contains("National Defence"), "{alarm}");
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(&case).await?;
    page.says("You lead: remind each of them on its page")?;
    let mut officer = app.signs_in("interior-officer").await?;
    assert_eq!(officer.opens(&case).await?.each(".alarm")?, Vec::<String>::new());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_permit_says_before_everything_that_it_must_not_be_relied_on() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.permitted(None).await?;
    let permit = format!("/en/permits/{}", app.permit_of(id).await?);
    let warning = "Revoked on 1 September 2023, 09:00 (Phnom Penh time): do not rely on this permit.";
    let mut anyone = app.visitor();
    let before = anyone.opens(&permit).await?;
    before.does_not_say("do not rely")?;
    let code = before.exactly("#code-text")?;
    let reasons = act::Reason::new("The quay is flooded.")?;
    app.acts("coordinator", id, RevokePermit { reasons }).await?;
    let public = anyone.opens(&permit).await?;
    assert!(public.words()?.starts_with(warning), "{}", public.words()?);
    public.does_not_say("The quay is flooded.")?;
    let mut organiser = app.signs_in("organiser").await?;
    let case = organiser.opens(&format!("/en/cases/{id}")).await?;
    assert_eq!(case.each(".alarm")?, [format!("{warning} The quay is flooded.")]);
    let form = anyone.opens("/en/verify").await?.form("/verify")?;
    let verified = anyone.sends(&form.with("code", &code)?).await?;
    assert_eq!(
        verified.each(".alarm")?,
        ["This permit was revoked: do not rely on it."]
    );
    app.ends().await
}

/// The demonstration's rulebook with more settings, where every rule says this in this column instead of giving a period of
/// its own.
pub fn annotated(column: &str, said: &str, settings: &str) -> Told<Version> {
    let entries: Vec<_> = DECISIONS.split("<annotationEntry>").collect();
    let mut model = String::new();
    for (place, entry) in entries.into_iter().enumerate() {
        let text = entry.split_once("<text>").and_then(|(before, rest)| {
            let (_, after) = rest.split_once("</text>")?;
            Some(format!("{before}<text>{said}</text>{after}"))
        });
        if place > 0 {
            model.push_str("<annotationEntry>");
        }
        // The last of four columns, after what stands before the first.
        match text.filter(|_| place > 0 && place % 4 == 0) {
            Some(text) => model.push_str(&text),
            None => model.push_str(entry),
        }
    }
    let named = format!(r#"<annotation name="{column}" />"#);
    let model = model.replace(r#"<annotation name="period" />"#, &named);
    let files = [
        ("rulebook.toml", format!("{RULEBOOK}\n{settings}")),
        ("authorities.dmn", model),
    ];
    let files: BTreeMap<_, _> = files.map(|(name, text)| (name.to_owned(), text)).into();
    Ok(Version::load(files)?)
}

#[tokio::test(flavor = "multi_thread")]
async fn wherever_a_rule_is_cited_one_can_go_to_where_it_is_published() -> Told {
    let app = Installation::ruled_by(Database::sqlite()?, annotated("link", LAW, "")?).await?;
    let submitted = app.submitted(None).await?;
    let circulated = app.circulated(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    for address in [
        format!("/en/cases/{submitted}"),
        format!("/en/cases/{circulated}"),
        format!("/en/cases/{circulated}/referrals/moi"),
    ] {
        let page = organiser.opens(&address).await?;
        assert!(page.addresses()?.iter().any(|one| one == LAW), "{address}");
    }
    app.ends().await
}

/// A document that the rules ask for.
pub const FIRING_PLAN: &str = r#"
[document.firing-plan]
label = { en = "Firing plan", km = "ផែនការបាញ់", ja = "打上げ計画" }
basis = { kind = "assumption", citation = "Written for this test" }
"#;

#[tokio::test(flavor = "multi_thread")]
async fn whoever_decides_reads_what_the_rules_want_of_the_case() -> Told {
    let rulebook = annotated("documents", "firing-plan", FIRING_PLAN)?;
    let app = Installation::ruled_by(Database::sqlite()?, rulebook).await?;
    let id = app.circulated(None).await?;
    let mut decider = app.signs_in("interior-decider").await?;
    let page = decider.opens(&format!("/en/cases/{id}/referrals/moi")).await?;
    let wanted = page.exactly("#wanted")?;
    for part in ["Documents to hand in", "Firing plan", "For: Interior"] {
        assert!(wanted.contains(part), "{part} in {wanted}");
    }
    // The permit check's name for the others who ask for it is not theirs.
    assert!(!wanted.contains("Municipality"), "{wanted}");
    app.ends().await
}

/// The demonstration's rulebook where Foreign Affairs, the first of its authorities, advises within so many working days.
fn foreign_affairs_advises(days: u32) -> Told<Version> {
    let advises = RULEBOOK
        .replacen(r#"competence = "concurrence""#, r#"competence = "consultee""#, 1)
        .replacen("period = { days = 20,", &format!("period = {{ days = {days},"), 1);
    let files = [
        ("rulebook.toml", advises),
        ("authorities.dmn", DECISIONS.to_owned()),
    ];
    let files: BTreeMap<_, _> = files.map(|(name, text)| (name.to_owned(), text)).into();
    Ok(Version::load(files)?)
}

/// Foreign Affairs should be asked for advice most of a year before; the consent of the others is in time.
#[tokio::test(flavor = "multi_thread")]
async fn advice_that_may_come_late_is_no_alarm_of_the_whole_case() -> Told {
    let app = Installation::ruled_by(Database::sqlite()?, foreign_affairs_advises(200)?).await?;
    let id = app.submitted(None).await?;
    for who in ["organiser", "coordinator"] {
        let page = app.signs_in(who).await?.opens(&format!("/en/cases/{id}")).await?;
        page.says("Whoever is asked for advice may give it late, after the permit.")?
            .does_not_say("Another day for the event")?;
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn advice_that_was_not_given_before_the_permit_is_not_waited_for() -> Told {
    let app = Installation::ruled_by(Database::sqlite()?, foreign_affairs_advises(20)?).await?;
    // Who applies reads the same as who issues.
    let draft = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let check = organiser.opens(&format!("/en/drafts/{draft}/check")).await?;
    check.says("the permit can be issued without it, also before that period ends")?;
    let id = app.circulated(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let case = format!("/en/cases/{id}");
    let states = ".timeline__state";
    assert_eq!(
        organiser.opens(&case).await?.each(states)?,
        ["advice, referred", "referred", "referred", "referred"]
    );
    let mut adviser = app.signs_in("foreign-affairs-decider").await?;
    let docket = adviser.opens("/en/docket").await?;
    assert_eq!(docket.each(".lede")?, ["One referral waits for your advice."]);
    for (authority_id, decider) in [
        ("mond", "defence-decider"),
        ("moi", "interior-decider"),
        ("phnom-penh", "municipality-decider"),
    ] {
        let granted = Decide {
            authority: authority(authority_id)?,
            decision: Decision::Granted,
            reasons: None,
        };
        app.acts(decider, id, granted).await?;
    }
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(&case).await?;
    page.says("Advice may still come from: Foreign Affairs.")?;
    // Whoever issues it reads whose advice is not there yet.
    let page = coordinator.sends(&page.form("/permit")?).await?;
    page.says("Ministry of Foreign Affairs and International Cooperation: advice, referred")?
        .says(
            "Ministry of Foreign Affairs and International Cooperation may still advise until 30 August 2023",
        )?;
    app.acts("coordinator", id, IssuePermit).await?;
    app.clock_at("2023-11-14T02:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&case).await?;
    let agreed = "agreed";
    assert_eq!(
        page.each(states)?,
        ["no longer waited for", agreed, agreed, agreed]
    );
    page.does_not_say("overdue")?;
    let page = organiser.opens(&format!("{case}/referrals/mfaic")).await?;
    page.says("no longer waited for")?.does_not_say("overdue")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_that_is_due_only_after_the_event_alarms_before_it_is_late() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.submitted(None).await?;
    app.clock_at("2023-10-25T02:00:00Z")?;
    app.acts("coordinator", id, Circulate::default()).await?;
    let says = "not before the event";
    let mut organiser = app.signs_in("organiser").await?;
    let case = organiser.opens(&format!("/en/cases/{id}")).await?;
    let late: Vec<_> = case.each(".timeline__state")?;
    assert!(late.iter().any(|state| state.contains(says)), "{late:?}");
    let [alarm] = case.each(".alarm")?.try_into().map_err(|_| "one alarm")?;
    for part in [
        "may decide too late, and the event is in 25 days.",
        says,
        "Turn to Phnom Penh Municipality",
    ] {
        assert!(alarm.contains(part), "{part} in {alarm}");
    }
    organiser.opens("/en/events").await?.says(says)?;
    let mut officer = app.signs_in("defence-decider").await?;
    officer.opens("/en/docket").await?.says(says)?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_refused_or_withdrew_is_told_with_the_reason_wherever_the_case_is_read() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let reason = |text: &str| act::Reason::new(text);
    let refused = app.circulated(None).await?;
    let no = Decide {
        authority: authority("moi")?,
        decision: Decision::Refused,
        reasons: Some(reason("The quay is closed.")?),
    };
    app.acts("interior-decider", refused, no).await?;
    let withdrawn = app.circulated(None).await?;
    let up = Withdraw {
        reasons: Some(reason("The guests come in spring.")?),
    };
    app.acts("organiser", withdrawn, up).await?;
    for (case, says) in [
        (
            refused,
            [
                "One authority has refused.",
                "The quay is closed.",
                "No permit can be issued.",
            ],
        ),
        (
            withdrawn,
            [
                "Withdrawn by the organiser.",
                "2023",
                "The guests come in spring.",
            ],
        ),
    ] {
        for (who, page) in [
            ("organiser", format!("/en/cases/{case}")),
            ("coordinator", format!("/en/cases/{case}")),
            ("defence-decider", format!("/en/cases/{case}/referrals/mond")),
        ] {
            let page = app.signs_in(who).await?.opens(&page).await?;
            for part in says {
                page.says(part)?;
            }
        }
    }
    let page = format!("/en/cases/{withdrawn}/referrals/mond");
    let page = app.signs_in("defence-decider").await?.opens(&page).await?;
    page.does_not_say("still owed")?;
    // Those who have not decided read it where they look first.
    let docket = app.signs_in("defence-decider").await?.opens("/en/docket").await?;
    docket.says("An authority has refused: no permit can be issued.")?;
    app.ends().await
}
