//! What happens by itself: an authority's silence counts as its rulebook says, and a case whose event is over is closed.

use act::{Actor, ApplicationId, Role};
use clearance::acts::{BeginReview, CountSilence, Decide, Lapse};
use clearance::{Decision, Stage, Standing};
use desk::Fault;
use desk::store::StreamId;
use stories::{Database, Installation, Told, authority};

/// The last instant of the period that each authority has, in Phnom Penh, and the next.
const LAST: &str = "2023-08-30T16:59:59Z";
const PAST: &str = "2023-08-30T17:00:00Z";

async fn standings(app: &Installation, case: ApplicationId) -> Told<Vec<Standing>> {
    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    let referrals = view.application.in_order().into_iter();
    Ok(referrals.map(clearance::Referral::standing).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_counts_as_agreement_once_the_day_is_over_and_the_permit_says_so() -> Told {
    let app = Installation::where_silence_is(Database::sqlite()?, "deemed-granted").await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-10T02:00:00Z")?;
    let decide = Decide {
        authority: authority("mond")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("defence-decider", case, decide).await?;
    let moi = format!("/en/cases/{case}/referrals/moi");
    let mut officer = app.signs_in("interior-officer").await?;
    officer
        .opens(&moi)
        .await?
        .says("silence counts as agreement: it is recorded as that on the day after the period ends")?;

    app.clock_at(LAST)?;
    assert_eq!(app.desk.do_what_is_due().await?, 0, "the last day is not over");
    app.clock_at(PAST)?;
    assert_eq!(app.desk.do_what_is_due().await?, 3);
    assert_eq!(app.desk.do_what_is_due().await?, 0, "nothing happens twice");
    let mut officer = app.signs_in("interior-officer").await?;
    officer
        .opens(&moi)
        .await?
        .says("no answer: counts as agreed")?
        .says("Nobody decided.")?;
    officer.opens("/en/docket").await?.does_not_say("PNH-2023-0001")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(&format!("/en/cases/{case}")).await?;
    let last_look = coordinator.sends(&page.form("/permit")?).await?;
    last_look.says("Ministry of Interior: no answer until 30 August 2023, which counts as agreed")?;
    let silent = last_look.words()?.matches("which counts as agreed").count();
    assert_eq!(silent, 3, "each of those who were silent, and nobody else");
    coordinator.confirms(&page.form("/permit")?).await?;
    let permit = app.permit_of(case).await?;
    coordinator
        .opens(&format!("/en/permits/{permit}"))
        .await?
        .says("no answer: counts as agreed")?
        .says("no answer until 30 August 2023")?;
    let notice = coordinator.opens(&format!("{moi}/notice")).await?;
    notice
        .says("no answer until 30 August 2023")?
        .does_not_say("31 August 2023")?
        .does_not_say("decided, after the last day")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_that_counts_as_a_refusal_ends_the_way_to_a_permit() -> Told {
    let app = Installation::where_silence_is(Database::sqlite()?, "deemed-refused").await?;
    let case = app.circulated(None).await?;
    app.clock_at(PAST)?;
    app.desk.do_what_is_due().await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("gave no answer in its period, which counts as a refusal by the rulebook.")?
        .says("no answer: counts as refused")?;
    organiser.opens("/en/events").await?.says("refused")?;
    app.ends().await
}

/// Nothing follows from it but that everyone who waits is told, once; and what is done says so afterwards.
#[tokio::test(flavor = "multi_thread")]
async fn where_silence_means_nothing_all_who_wait_are_told_that_a_period_passed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    // National Defence has ten working days more.
    app.clock_at("2023-09-13T17:00:00Z")?;
    let asked = app.desk.case(app.cast.actor("auditor")?, case).await?;
    let asked = u64::try_from(asked.application.referrals.len())?;
    assert_eq!(app.desk.do_what_is_due().await?, asked);
    assert_eq!(app.desk.do_what_is_due().await?, 0, "nothing is told twice");
    for who in ["organiser", "coordinator"] {
        let mut reader = app.signs_in(who).await?;
        reader
            .opens("/en/inbox")
            .await?
            .says("Interior let its period pass without an answer")?
            .says("The period ended on 30 August.")?;
    }
    let mut officer = app.signs_in("interior-officer").await?;
    officer
        .opens("/en/inbox")
        .await?
        .says("It still waits for your answer, which counts as before")?
        .does_not_say("Nothing is left to do here")?;
    let decide = Decide {
        authority: authority("moi")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("interior-decider", case, decide).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    officer
        .opens("/en/inbox")
        .await?
        .says("Nothing is left to do here")?
        .does_not_say("It still waits for your answer")?;
    app.ends().await
}

/// Whoever asked in time has asked: the clock stands still, and so does what follows from it.
#[tokio::test(flavor = "multi_thread")]
async fn an_open_question_keeps_silence_from_counting() -> Told {
    let app = Installation::where_silence_is(Database::sqlite()?, "deemed-granted").await?;
    let case = app.under_way(None).await?;
    app.clock_at("2023-10-01T02:00:00Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 1);
    let granted = Standing::DeemedGranted;
    let found = standings(&app, case).await?;
    assert_eq!(found.iter().filter(|one| **one == granted).count(), 1);
    assert!(found.contains(&Standing::AwaitingInformation), "{found:?}");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_whose_event_is_over_without_a_permit_is_closed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (open, permitted) = (app.circulated(None).await?, app.permitted(None).await?);
    // It ends at nine in the evening of the 19th of November, in Phnom Penh.
    app.clock_at("2023-11-19T13:59:59Z")?;
    assert_eq!(
        app.desk.do_what_is_due().await?,
        4,
        "whose periods passed is told"
    );
    app.clock_at("2023-11-20T17:00:00Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 1);
    let stage = |case| async move {
        let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
        Told::Ok((view.application.stage(), app))
    };
    let (found, app) = stage(open).await?;
    assert_eq!(found, Stage::Lapsed);
    let view = app.desk.case(app.cast.actor("coordinator")?, permitted).await?;
    assert_eq!(view.application.stage(), Stage::Permitted);
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("/en/cases/{open}"))
        .await?
        .says("The day has passed without a permit.")?;
    app.ends().await
}

/// It is looked at many times at once, and late: each silence is one fact.
async fn counted_once(database: Database) -> Told {
    let app = Installation::where_silence_is(database, "deemed-granted").await?;
    let mut cases = vec![];
    for _ in 0..8 {
        cases.push(app.circulated(None).await?);
    }
    app.clock_at("2023-09-15T02:00:00Z")?;
    let size = app.desk.store().size().await?;
    let desk = &app.desk;
    let done = tokio::try_join!(
        desk.do_what_is_due(),
        desk.do_what_is_due(),
        desk.do_what_is_due(),
        desk.do_what_is_due()
    )?;
    assert_eq!(done.0 + done.1 + done.2 + done.3, 32, "{done:?}");
    assert_eq!(app.desk.store().size().await?, size + 32);
    for case in cases {
        assert_eq!(standings(&app, case).await?, [Standing::DeemedGranted; 4]);
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_silence_counts_once_however_many_look_on_sqlite() -> Told {
    counted_once(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_silence_counts_once_however_many_look_on_postgresql() -> Told {
    counted_once(Database::postgres().await?).await
}

/// What cannot be done to one case does not keep the others waiting.
#[tokio::test(flavor = "multi_thread")]
async fn a_case_to_which_nothing_can_be_done_holds_up_no_other() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let mut cases = vec![];
    for _ in 0..3 {
        cases.push(app.submitted(None).await?);
    }
    app.clock_at("2023-12-01T02:00:00Z")?;
    app.gate.breaks(Some(StreamId::new("application", cases[1])))?;
    assert_eq!(app.desk.do_what_is_due().await?, 2);
    assert_eq!(
        app.desk.do_what_is_due().await?,
        0,
        "the third is tried again and again"
    );
    app.gate.breaks(None)?;
    assert_eq!(app.desk.do_what_is_due().await?, 1);
    app.ends().await
}

/// What was due while nobody looked is more than is done at a time.
#[tokio::test(flavor = "multi_thread")]
async fn all_that_fell_due_in_an_outage_is_caught_up_with() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    for _ in 0..131 {
        app.submitted(None).await?;
    }
    app.clock_at("2023-12-01T02:00:00Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 131);
    assert_eq!(app.desk.do_what_is_due().await?, 0);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_does_by_hand_what_happens_by_itself() -> Told {
    let app = Installation::where_silence_is(Database::sqlite()?, "deemed-granted").await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-09-15T02:00:00Z")?;
    let moi = authority("moi")?;
    for key in ["coordinator", "interior-decider", "organiser"] {
        let actor = app.cast.actor(key)?;
        let silence = CountSilence {
            authority: moi.clone(),
        };
        let by_hand = app.desk.change(actor, case, silence).await;
        assert!(
            matches!(&by_hand, Err(Fault::Refused(refused)) if refused.code == "not-by-hand"),
            "{by_hand:?}"
        );
        let by_hand = app.desk.change(actor, case, Lapse).await;
        assert!(
            matches!(&by_hand, Err(Fault::Refused(refused)) if refused.code == "not-by-hand"),
            "{by_hand:?}"
        );
    }
    // Nor does whoever set the installation up, by whatever right.
    let operator = Actor {
        role: Role::Operator,
        ..app.cast.actor("operator")?.clone()
    };
    let by_hand = app.desk.change(&operator, case, Lapse).await;
    assert_eq!(by_hand.err(), Some(Fault::NotFound));
    // It counts from the end of the period on, whenever that is written down: whoever comes after that comes too late.
    let officer = app.cast.actor("interior-officer")?;
    let begun = app
        .desk
        .change(officer, case, BeginReview { authority: moi })
        .await;
    assert!(
        matches!(&begun, Err(Fault::Refused(refused)) if refused.code == "silence-counts"),
        "{begun:?}"
    );
    app.ends().await
}
