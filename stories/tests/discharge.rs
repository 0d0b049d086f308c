//! A permit has conditions of two ministries. The organisers show that they are kept, and whoever set one says whether that is
//! enough.

use act::{ApplicationId, Reason, Text};
use clearance::acts::{Decide, DischargeCondition, IssuePermit, RevokePermit};
use clearance::{Condition, Decision};
use desk::Fault;
use desk::clearance::FileIn;
use stories::{DECIDERS, Database, GROUND, Installation, PLAN, PROOF, Told, authority};

const WANTING: &str = "The plan has no signature of the harbour master.";
const SIGNED: &str = "The signed plan is attached.";

/// The page of the first condition of an authority.
fn page_of(case: ApplicationId, authority: &str) -> String {
    format!("/en/cases/{case}/referrals/{authority}/conditions/1")
}

async fn shown_until_it_is_enough(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = app.conditioned(None).await?;
    let (of_case, plan) = (format!("/en/cases/{case}"), page_of(case, "moi"));
    let mut organiser = app.signs_in("organiser").await?;
    let mut interior = app.signs_in("interior-officer").await?;
    let mut coordinator = app.signs_in("coordinator").await?;

    // What to show, by when; nobody at the ministry has anything to do yet.
    let page = organiser.opens(&of_case).await?;
    page.says("For 2 conditions of the permit you have something to show, the first by 5 November.")?
        .says("0 of 2 conditions of the permit are discharged.")?
        .says("Nothing happens by itself: the permit stands")?;
    let listed = page.each("#conditions tbody th > span:first-child")?;
    assert_eq!(listed, [PLAN, GROUND], "what is due first first");
    interior
        .opens("/en/docket")
        .await?
        .says("Nothing waits for you.")?;
    let nothing_due = "permitted event has a condition that is overdue";
    coordinator.opens("/en/board").await?.does_not_say(nothing_due)?;

    // It is late: everyone sees it, and the permit stands.
    app.clock_at("2023-11-07T02:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let mut interior = app.signs_in("interior-officer").await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    organiser
        .opens(&of_case)
        .await?
        .says("overdue: was to be shown by 5 November")?;
    interior
        .opens("/en/docket")
        .await?
        .says("Something is to be done about one of your conditions")?
        .says(PLAN)?
        .says("overdue: was to be shown by 5 November")?;
    coordinator
        .opens("/en/board")
        .await?
        .says(nothing_due)?
        .says("conditions discharged: 0 of 2")?;

    // Shown, and waiting for the ministry that set it.
    let shows = organiser.opens(&plan).await?.form("/proof")?;
    let shows = shows.with("proof-words", PROOF)?;
    organiser
        .sends(&shows)
        .await?
        .says("Waits for Ministry of Interior")?;
    organiser
        .tries(&shows)
        .await?
        .says("What was shown last waits for Ministry of Interior.")?;
    interior.opens("/en/docket").await?.says("waits for you")?;
    interior
        .opens(&of_case)
        .await?
        .says("The organiser showed that one of your conditions is kept, and waits for you.")?;

    // Not enough; shown anew, with a document.
    let page = interior.opens(&plan).await?;
    page.says(PROOF)?;
    let objects = page.form("/objection")?.with("declined-reasons", WANTING)?;
    interior.sends(&objects).await?.says("Not enough")?;
    let stale = interior.tries(&objects).await?;
    stale.says("What you read does not wait for an answer any more")?;
    organiser
        .opens(&of_case)
        .await?
        .says(&format!("Because: {WANTING}"))?;
    let file = FileIn {
        name: "signed.pdf".to_owned(),
        bytes: b"%PDF-1.7\nsigned\n".to_vec(),
    };
    let actor = app.cast.actor("organiser")?;
    app.desk.hand_in(actor, case, file, "").await?;
    let signed = attachment(&app, case, "signed.pdf").await?;
    let again = organiser.opens(&plan).await?.form("/proof")?;
    let again = again
        .with("proof-words", SIGNED)?
        .with("proof-documents", &signed)?;
    organiser.sends(&again).await?.says("signed.pdf")?;

    // Another ministry neither reads it nor discharges it.
    let mut defence = app.signs_in("defence-decider").await?;
    defence
        .opens(&plan)
        .await?
        .says("What was shown and said stays between the organisers")?
        .does_not_say(SIGNED)?
        .does_not_say(WANTING)?;
    let theirs = DischargeCondition {
        authority: authority("moi")?,
        number: 1,
        proof: Some(2),
        reasons: None,
    };
    let wrong = app
        .desk
        .change(app.cast.actor("defence-decider")?, case, theirs)
        .await;
    assert!(matches!(wrong, Err(Fault::Refused(one)) if one.code == "not-your-authority"));

    // The right one does, after it was shown what that means.
    let page = interior.opens(&plan).await?;
    let discharge = interior.checks(&page.form("/discharge")?).await?;
    interior
        .sends(&discharge)
        .await?
        .says("Ministry of Interior accepted what was shown")?;
    interior
        .tries(&discharge)
        .await?
        .says("Ministry of Interior has discharged this condition already.")?;
    interior
        .opens("/en/docket")
        .await?
        .says("Nothing waits for you.")?;
    coordinator.opens("/en/board").await?.does_not_say(nothing_due)?;
    organiser
        .opens(&of_case)
        .await?
        .says("1 of 2 conditions of the permit are discharged.")?;

    after_the_event(&app, case).await?;
    let audit = app.audit().await?;
    assert_eq!(audit.differences, Vec::<String>::new());
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    app.ends().await
}

/// The ground is shown to be clean after the event, and Defence has seen it.
async fn after_the_event(app: &Installation, case: ApplicationId) -> Told {
    let ground = page_of(case, "mond");
    let mut defence = app.signs_in("defence-decider").await?;
    let early = defence.opens(&ground).await?.form("/discharge")?;
    let early = early.with("discharge-reasons", "It will be clean.")?;
    defence
        .sends(&early)
        .await?
        .says("The event is not over yet, and this is to be kept after it.")?;
    app.clock_at("2023-11-27T02:00:00Z")?;
    // Nor is it out of the organiser's sight with the event: the case says that a day is past, and the list begins with what is owed.
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("you have something to show, and its day is past: 24 November")?;
    let list = organiser.opens("/en/events").await?;
    list.says("Over, with conditions still open")?
        .link("Seventieth anniversary of relations between Japan and Cambodia: fireworks and performances")?;
    let mut defence = app.signs_in("defence-decider").await?;
    defence
        .opens("/en/docket")
        .await?
        .says(GROUND)?
        .says("overdue: was to be shown by 24 November")?;
    let page = defence.opens(&ground).await?;
    let form = page.form("/discharge")?;
    defence
        .tries(&form)
        .await?
        .says("Say what you saw: nothing that was shown is accepted with this.")?;
    let saw = form.with("discharge-reasons", "We walked over it this morning.")?;
    let discharge = defence.checks(&saw).await?;
    defence
        .sends(&discharge)
        .await?
        .says("Ministry of National Defence saw for itself that it is kept")?
        .says("We walked over it this morning.")?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/cases/{case}")).await?;
    page.says("2 of 2 conditions of the permit are discharged.")?;
    assert!(page.form("/documents").is_err(), "nothing is left to be shown");
    // Whoever verifies the permit reads what it says, and nothing of what became of it.
    let permit = app.permit_of(case).await?;
    let public = app.visitor().opens(&format!("/en/permits/{permit}")).await?;
    for secret in [PROOF, SIGNED, WANTING, "We walked over it", "discharged"] {
        public.does_not_say(secret)?;
    }
    Ok(())
}

async fn attachment(app: &Installation, case: ApplicationId, name: &str) -> Told<String> {
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    let mut all = view.application.attachments();
    let file = all.find(|one| one.name.as_str() == name).ok_or("no such file")?;
    Ok(file.attachment.to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_condition_is_shown_until_it_is_enough_on_sqlite() -> Told {
    shown_until_it_is_enough(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_condition_is_shown_until_it_is_enough_on_postgres() -> Told {
    shown_until_it_is_enough(Database::postgres().await?).await
}

/// As the event comes near, what is not discharged is seen even where it is not overdue.
#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_its_authority_is_an_alarm_as_the_event_comes_near() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.shown_kept(None).await?;
    let alarm = "not discharged though the event is near";
    app.clock_at("2023-11-11T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator.opens("/en/board").await?.does_not_say(alarm)?;
    app.clock_at("2023-11-12T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator.opens("/en/board").await?.says(alarm)?;
    app.ends().await
}

/// With several organisers, one sees to a condition: it stands first in that one's list.
#[tokio::test(flavor = "multi_thread")]
async fn one_of_the_organisers_sees_to_a_condition() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.conditioned(None).await?;
    let (of_case, ground) = (format!("/en/cases/{case}"), page_of(case, "mond"));
    let mut organiser = app.signs_in("organiser").await?;
    let mut partner = app.signs_in("co-organiser").await?;
    let first = "#conditions tbody th > span:first-child";
    assert_eq!(partner.opens(&of_case).await?.each(first)?, [PLAN, GROUND]);

    let own = app.cast.actor("co-organiser")?.organisation.to_string();
    let names = organiser.opens(&ground).await?.form("/owner")?;
    let nobody = organiser.tries(&names).await?;
    assert_eq!(nobody.summary()?.len(), 1);
    let named = names.with("owner", &own)?;
    organiser.sends(&named).await?.says("Seen to by")?;
    organiser
        .tries(&named)
        .await?
        .says("That organiser sees to it already.")?;
    assert_eq!(partner.opens(&of_case).await?.each(first)?, [GROUND, PLAN]);
    assert_eq!(organiser.opens(&of_case).await?.each(first)?, [PLAN, GROUND]);
    // It is told to everyone who sees the case; an authority names nobody.
    let mut interior = app.signs_in("interior-officer").await?;
    interior.opens(&of_case).await?.says("seen to by")?;
    assert!(interior.opens(&ground).await?.form("/owner").is_err());
    app.ends().await
}

/// A permit that was taken back leaves nothing to show: a page that is stale says so, and keeps what was typed.
#[tokio::test(flavor = "multi_thread")]
async fn of_a_permit_that_was_revoked_meanwhile_nothing_is_shown() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.conditioned(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let shows = organiser.opens(&page_of(case, "moi")).await?.form("/proof")?;
    let shows = shows.with("proof-words", PROOF)?;
    let revoke = RevokePermit {
        reasons: Reason::new("The river is high.")?,
    };
    app.acts("coordinator", case, revoke).await?;
    organiser
        .tries(&shows)
        .await?
        .says("The permit was revoked. Nothing is shown or discharged any more.")?
        .says(PROOF)?;
    organiser
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("no longer to be shown")?
        .does_not_say("0 of 2 conditions")?;
    let mut interior = app.signs_in("interior-officer").await?;
    let page = interior.opens(&page_of(case, "moi")).await?;
    assert!(page.form("/discharge").is_err());
    app.clock_at("2023-11-12T02:00:00Z")?;
    let mut interior = app.signs_in("interior-officer").await?;
    interior
        .opens("/en/docket")
        .await?
        .says("Nothing waits for you.")?;
    app.ends().await
}

/// What two ministries demand in the same words stands once, and each discharges its own.
#[tokio::test(flavor = "multi_thread")]
async fn what_two_ministries_demand_is_discharged_by_each_for_itself() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-21T02:00:00Z")?;
    for (whose, decider) in DECIDERS {
        let decision = if ["moi", "mond"].contains(&whose) {
            let conditions = vec![Condition::plain(Text::new(PLAN)?)];
            Decision::GrantedWithConditions { conditions }
        } else {
            Decision::Granted
        };
        let decide = Decide {
            authority: authority(whose)?,
            decision,
            reasons: None,
        };
        app.acts(decider, case, decide).await?;
    }
    app.clock_at("2023-09-01T02:00:00Z")?;
    app.acts("coordinator", case, IssuePermit).await?;
    let seen = DischargeCondition {
        authority: authority("moi")?,
        number: 1,
        proof: None,
        reasons: Some(Reason::new("We hold the plan.")?),
    };
    app.acts("interior-officer", case, seen).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/cases/{case}")).await?;
    assert_eq!(page.each("#conditions tbody th")?.len(), 1);
    let tags = page.each("#conditions tbody .govuk-tag")?;
    assert_eq!(tags, ["Discharged", "Not shown"], "in the permit's order");
    page.says("1 of 2 conditions of the permit are discharged.")?;
    app.ends().await
}
