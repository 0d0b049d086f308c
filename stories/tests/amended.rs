//! The organiser changes an application that is before the authorities: one ministry decides again, then the day changes and all do.

use act::{ApplicationId, AttachmentId, Reason};
use clearance::acts::{AskQuestion, Circulate, Decide, IssuePermit, Seen, Withdraw, WithdrawQuestion};
use clearance::{Decision, Stage, Standing, Submission};
use desk::Fault;
use desk::clearance::FileIn;
use desk::governance::ProposalChange;
use rulebook::Value;
use stories::{BINDS_FROM, Database, Form, Installation, Page, RULEBOOK, Told, Visitor, Write, authority};

fn grant(id: &str) -> Told<Decide> {
    Ok(Decide {
        authority: authority(id)?,
        decision: Decision::Granted,
        reasons: None,
    })
}

/// The case before the four authorities, of which Foreign Affairs and National Defence have agreed, on 25 August.
async fn two_agreed(app: &Installation) -> Told<ApplicationId> {
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-10T02:00:00Z")?;
    app.acts("foreign-affairs-decider", case, grant("mfaic")?).await?;
    app.acts("defence-decider", case, grant("mond")?).await?;
    app.clock_at("2023-08-25T02:00:00Z")?;
    Ok(case)
}

/// The organiser begins to change the application: the form of the draft.
async fn begins(organiser: &mut Visitor, case: ApplicationId) -> Told<Form> {
    let page = organiser.opens(&format!("/en/cases/{case}")).await?;
    let draft = organiser.sends(&page.form("/drafts")?).await?;
    draft.says("This changes application PNH-2023-0001")?;
    draft.form(&case.to_string())?.with("then", "check")
}

/// What each authority's line on the page of the check says.
fn concerned(check: &Page) -> Told<Vec<String>> {
    check.each("#concerned tbody tr")
}

async fn standings(app: &Installation, case: ApplicationId) -> Told<Vec<Standing>> {
    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    let referrals = view.application.in_order().into_iter();
    Ok(referrals.map(clearance::Referral::standing).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amendment_that_touches_one_ministry_and_one_that_touches_all() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = two_agreed(&app).await?;
    let page = format!("/en/cases/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    let draft = begins(&mut organiser, case).await?;
    let nothing = organiser.sends(&draft).await?;
    nothing.says("Nothing was changed.")?;
    assert!(
        nothing.form("/submission").is_err(),
        "there is nothing to hand in"
    );

    let draft = begins(&mut organiser, case).await?;
    let check = organiser
        .sends(&draft.with("answer-largest_shell", "125")?)
        .await?;
    check.says("What is the diameter of the largest shell? 100 mm 125 mm")?;
    let lines = concerned(&check)?;
    let expect = [
        "National Defence decides again until now: agreed the answer to “What is the diameter of the largest shell?” due by 6 October",
        "Foreign Affairs goes on as before agreed nothing decided on 10 August",
        "Interior goes on as before referred nothing due by 30 August",
        "Municipality goes on as before referred nothing due by 30 August",
    ];
    assert_eq!(lines, expect);
    // Nothing is changed before it is handed in.
    let mut decider = app.signs_in("defence-decider").await?;
    decider.opens("/en/docket").await?.does_not_say("PNH-2023-0001")?;
    let handed_in = check.form("/submission")?;
    let done = organiser.sends(&handed_in).await?;
    done.says("The organiser changed the application on 25 August 2023")?
        .says("these decide anew, or are asked now: National Defence.")?
        .says("1 of 4 authorities have agreed.")?
        .says("decides again since 25 August; until then: agreed")?;
    // A form that is sent twice changes it once.
    let twice = organiser.sends(&handed_in).await?;
    assert_eq!(twice.each("#changes")?.len(), 1);

    decider
        .opens("/en/docket")
        .await?
        .says("To be decided anew: the application was changed on 25 August 2023")?;
    let mond = format!("{page}/referrals/mond");
    decider
        .opens(&mond)
        .await?
        .says("since 25 August 2023, 09:00 (Phnom Penh time) it is decided anew")?
        .says("What was changed: the answer to “What is the diameter of the largest shell?”.")?
        .says("Before the change of 25 August 2023")?
        .says("It counts for nothing now.")?
        .says("25 August 2023: received.")?;
    app.acts("defence-decider", case, grant("mond")?).await?;

    let draft = begins(&mut organiser, case).await?;
    let check = organiser.sends(&draft.with("date", "2023-11-26")?).await?;
    let lines = concerned(&check)?;
    assert_eq!(lines.len(), 4);
    for line in lines {
        assert!(line.contains("the event’s day"), "{line}");
        let had_decided = ["Foreign Affairs", "National Defence"];
        let had = if had_decided.iter().any(|one| line.starts_with(one)) {
            "decides again until now: agreed"
        } else {
            "begins anew until now: due by 30 August"
        };
        assert!(line.contains(had), "{line}");
    }
    organiser.sends(&check.form("/submission")?).await?;
    assert_eq!(standings(&app, case).await?, [Standing::Referred; 4]);
    for (id, decider) in stories::DECIDERS {
        app.acts(decider, case, grant(id)?).await?;
    }
    app.acts("coordinator", case, IssuePermit).await?;
    let permit = app.permit_of(case).await?;
    organiser
        .opens(&format!("/en/permits/{permit}"))
        .await?
        .says("26 November 2023")?;
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

/// Whoever decides, or issues, on a page from before the change is told, and nothing of what was typed is lost.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_decides_or_issues_on_what_was_handed_in_before() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.agreed(None).await?;
    let page = format!("/en/cases/{case}");
    let mut coordinator = app.signs_in("coordinator").await?;
    let issue = coordinator.opens(&page).await?.form("/permit")?;
    let meant = coordinator.checks(&issue).await?;
    app.amends(case, |one| {
        one.event.title = title("Lanterns for the old alliance")
    })
    .await?;
    for form in [&issue, &meant] {
        coordinator
            .tries(form)
            .await?
            .says("The organiser changed this application after you opened the page, so nothing was done.")?;
    }
    app.amends(case, |one| one.event.place = title("The north quay"))
        .await?;
    let moi = format!("{page}/referrals/moi");
    let mut decider = app.signs_in("interior-decider").await?;
    let form = decider.opens(&moi).await?.form("/decision")?;
    let form = form
        .with("decision", "granted")?
        .with("reasons", "The quay is wide enough.")?;
    app.amends(case, |one| one.event.place = title("The south quay"))
        .await?;
    let told = decider.tries(&form).await?;
    told.says("so nothing was done.")?
        .says("The quay is wide enough.")?
        .says("The south quay")?;
    // The same form, as it came back, is of what was read now.
    let form = told.form("/decision")?.with("decision", "granted")?;
    decider.confirms(&form).await?;
    // Its notice is of the place that it was decided for, whatever comes after.
    app.amends(case, |one| one.event.title = title("Lanterns, after all"))
        .await?;
    decider
        .opens(&format!("{moi}/notice"))
        .await?
        .says("Lanterns for the old alliance")?;
    app.ends().await
}

fn title(text: &str) -> act::Title {
    act::Title::new(text).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Without fireworks the ministries that were asked for them are asked no longer; and with them, again.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_asked_no_longer_reads_why_and_what_it_typed_is_not_lost() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = two_agreed(&app).await?;
    let mond = format!("/en/cases/{case}/referrals/mond");
    let interior_asks = AskQuestion {
        authority: authority("moi")?,
        text: Reason::new("How wide is the quay?")?,
        items: vec![],
    };
    app.acts("interior-officer", case, interior_asks).await?;
    let mut officer = app.signs_in("defence-decider").await?;
    let page = format!("/en/cases/{case}");
    let defence_asks = AskQuestion {
        authority: authority("mond")?,
        text: Reason::new("Who guards the barge?")?,
        items: vec![],
    };
    let fireworks = |on: bool| {
        move |one: &mut Submission| drop(one.answers.insert("fireworks".to_owned(), Value::Boolean(on)))
    };
    app.amends(case, |one| {
        fireworks(true)(one);
        one.answers
            .insert("largest_shell".to_owned(), Value::Number(150.into()));
    })
    .await?;
    app.acts("defence-decider", case, defence_asks).await?;
    let taken_back = WithdrawQuestion {
        authority: authority("mond")?,
        number: 1,
    };
    app.acts("defence-decider", case, taken_back).await?;
    let form = officer.opens(&mond).await?.form("/decision")?;
    let form = form
        .with("decision", "refused")?
        .with("reasons", "It is too large.")?;
    app.amends(case, fireworks(false)).await?;
    officer
        .tries(&form)
        .await?
        .says("so nothing was done.")?
        .says("It is too large.")?;
    // Whoever opens the case reads first who is asked no longer.
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says("No longer asked: National Defence")?;
    officer
        .opens(&mond)
        .await?
        .says("National Defence is asked no longer, because of the answer to “Will there be fireworks?”.")?
        .says("until then: in review")?
        .says("Who guards the barge?")?
        .says("Before the change of 25 August 2023")?
        .says("agreed")?
        .does_not_say("/notice")?
        .says("the answer to “Will there be fireworks?”")?
        .does_not_say("How wide is the quay?")?;
    officer.opens("/en/docket").await?.does_not_say("PNH-2023-0001")?;
    officer.opens("/en/events").await?.says("PNH-2023-0001")?;
    assert_eq!(standings(&app, case).await?.len(), 3);
    // What an authority asked that is asked no longer is no more for the others than it was.
    for (key, reads) in [
        ("defence-decider", true),
        ("interior-decider", false),
        ("organiser", true),
    ] {
        let view = app.desk.case(app.cast.actor(key)?, case).await?;
        let handed = serde_json::to_string(&view.application)?;
        assert_eq!(handed.contains("Who guards the barge?"), reads, "{key}");
    }
    app.amends(case, fireworks(true)).await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says("National Defence: is asked now")?;
    // Interior's question is still its own, and the organiser's to answer.
    organiser
        .opens(&format!("{page}/referrals/moi"))
        .await?
        .says("How wide is the quay?")?;
    let view = app.desk.case(app.cast.actor("defence-decider")?, case).await?;
    assert!(!serde_json::to_string(&view.application)?.contains("How wide is the quay?"));
    assert_eq!(standings(&app, case).await?.len(), 4);
    assert!(app.audit().await?.differences.is_empty());
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    app.ends().await
}

/// Both who hold the event work on one draft, and what was handed in meanwhile stays.
#[tokio::test(flavor = "multi_thread")]
async fn a_draft_of_a_change_is_shared_by_those_who_hold_the_event_and_loses_no_document() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = two_agreed(&app).await?;
    let (organiser, other) = (app.cast.actor("organiser")?, app.cast.actor("co-organiser")?);
    assert_eq!(app.desk.begin_draft_after(organiser, case).await?, case);
    assert_eq!(app.desk.begin_draft_after(other, case).await?, case);
    let mut draft = app.desk.draft_of(other, case).await?;
    let pdf = |name: &str| FileIn {
        name: name.to_owned(),
        bytes: format!("%PDF-1.7\n{name}").into_bytes(),
    };
    app.desk.hand_in(organiser, case, pdf("quay.pdf"), "").await?;
    draft
        .fields
        .insert("title".to_owned(), "Lanterns for all".to_owned());
    let saved = app
        .desk
        .save_draft(other, case, draft.version, draft.fields)
        .await?;
    // Who has the older page of the draft saves nothing over it.
    let stale = app.desk.submit(organiser, case, draft.version).await;
    assert_eq!(stale.err(), Some(Fault::Stale));
    assert_eq!(app.desk.drafts(organiser).await?.len(), 1);
    app.desk.submit(organiser, case, saved.version).await?;
    let view = app.desk.case(organiser, case).await?;
    let submission = view.application.submission.ok_or("gone")?;
    let names: Vec<_> = submission
        .attachments
        .iter()
        .map(|one| one.name.to_string())
        .collect();
    assert_eq!(names, ["plan.pdf", "quay.pdf"]);
    assert_eq!(submission.organisers[0].organisation, organiser.organisation);
    assert!(
        app.desk.draft_of(organiser, case).await.is_err(),
        "it was handed in"
    );

    // A change that was begun and comes too late is gone, and its file with it.
    app.desk.begin_draft_after(organiser, case).await?;
    let draft = app.desk.attach(organiser, case, pdf("late.pdf"), "").await?;
    let late = draft.attachments.last().ok_or("no file")?.attachment;
    app.acts("organiser", case, Withdraw { reasons: None }).await?;
    assert!(app.desk.draft_of(organiser, case).await.is_err());
    assert_eq!(app.desk.drafts(organiser).await?.len(), 0);
    assert!(file_is_gone(&app, case, late).await?);
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

async fn file_is_gone(app: &Installation, case: ApplicationId, file: AttachmentId) -> Told<bool> {
    let found = app.desk.file(app.cast.actor("organiser")?, case, file).await;
    Ok(found.err() == Some(Fault::NotFound))
}

/// What an amendment is asked by is the version that the application is bound to, whatever is in force now.
#[tokio::test(flavor = "multi_thread")]
async fn it_is_amended_by_the_rules_that_it_is_bound_to() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = two_agreed(&app).await?;
    let number = app.rulebook_approved("2").await?;
    let publish = ProposalChange::Publish(BINDS_FROM.parse()?);
    let maker = app.cast.actor("rule-maker")?;
    app.desk.change_proposal(maker, RULEBOOK, number, publish).await?;
    app.clock_at("2023-10-02T02:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let draft = begins(&mut organiser, case).await?;
    let check = organiser.sends(&draft.with("answer-attendance", "9000")?).await?;
    let lines = concerned(&check)?;
    assert!(
        lines[0].starts_with("Interior begins anew until now: overdue since 30 August"),
        "{lines:?}"
    );
    organiser.sends(&check.form("/submission")?).await?;
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    assert_eq!(view.application.rulebook.clone().ok_or("not bound")?.version, "1");
    assert_eq!(view.application.stage(), Stage::InCirculation);
    // What is not before the authorities, or permitted, is not amended.
    let submitted = app.submitted(None).await?;
    let act = app
        .amendment(submitted, |one| one.event.title = title("X"))
        .await?;
    let organiser = app.cast.actor("organiser")?;
    let refused = app.desk.change(organiser, submitted, act).await;
    assert!(matches!(refused, Err(Fault::Refused(one)) if one.code == "wrong-stage"));
    app.acts("coordinator", submitted, Circulate::default()).await?;
    app.ends().await
}

/// Interior's decision is pressed on the page from before the change, which is recorded while the decision is on its way.
#[tokio::test(flavor = "multi_thread")]
async fn a_decision_that_the_change_overtakes_is_told_and_not_recorded() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = two_agreed(&app).await?;
    let act = app
        .amendment(case, |one| one.event.place = title("The north quay"))
        .await?;
    let mut stopped = app.gate.stops(Write::Append)?;
    let (desk, decider) = (app.desk.clone(), app.cast.actor("interior-decider")?.clone());
    let decide = grant("moi")?;
    let deciding = tokio::spawn(async move {
        desk.change_as_seen(
            &decider,
            case,
            decide,
            Some(Seen {
                versions: 0,
                revisions: 0,
                recommended: 0,
                suspended: 0,
                permits: 0,
            }),
        )
        .await
    });
    stopped.stands().await?;
    app.acts("organiser", case, act).await?;
    stopped.goes_on();
    let told = deciding.await?;
    assert!(matches!(told, Err(Fault::Refused(one)) if one.code == "changed-since"));
    assert_eq!(standings(&app, case).await?, [Standing::Referred; 4]);
    app.ends().await
}

/// More time that an authority had asked for is for what was handed in before: the check says that it falls away.
#[tokio::test(flavor = "multi_thread")]
async fn a_request_for_more_time_that_falls_away_is_said_before_the_change_is_handed_in() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.short_of_time(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let draft = begins(&mut organiser, case).await?;
    let check = organiser.sends(&draft.with("date", "2023-11-26")?).await?;
    let falls = |line: &String| line.contains("its request for more time falls away");
    let lines = concerned(&check)?;
    let said: Vec<_> = lines.iter().filter(|line| falls(line)).collect();
    assert!(
        matches!(&said[..], [one] if one.starts_with("Interior")),
        "{lines:?}"
    );
    app.ends().await
}
