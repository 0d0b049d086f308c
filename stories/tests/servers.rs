//! Several servers on one database: what people do at one is there at the other, what happens by itself happens once, and in order.

use act::ApplicationId;
use clearance::acts::Decide;
use clearance::{Decision, Stage};
use desk::Fault;
use desk::store::StreamId;
use std::sync::Arc;
use stories::{Database, Installation, Told, authority};

/// How many cases fall due at once: more than a server takes together.
const CASES: usize = 150;

/// Cases that nobody circulated, by the days of their events, which are not the order in which they were applied for.
async fn cases(app: &Installation) -> Told<Vec<ApplicationId>> {
    let mut cases = vec![];
    for number in 0..CASES {
        let day = 1 + (number * 7) % 28;
        app.dated(Some(&format!("2023-11-{day:02}")))?;
        cases.push((day, app.submitted(None).await?));
    }
    cases.sort_by_key(|(day, _)| *day);
    Ok(cases.into_iter().map(|(_, case)| case).collect())
}

/// Both look at the same instant, many times: each event that is over is closed once.
async fn what_is_due_is_done_once(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let cases = cases(&app).await?;
    let second = app.another_server().await?;
    app.clock_at("2023-12-15T02:00:00Z")?;
    let size = app.desk.store().size().await?;
    let done = tokio::try_join!(
        app.desk.do_what_is_due(),
        second.do_what_is_due(),
        app.desk.do_what_is_due(),
        second.do_what_is_due(),
    )?;
    assert_eq!(done.0 + done.1 + done.2 + done.3, CASES as u64, "{done:?}");
    let facts = app.desk.store().facts(size, 1_000).await?;
    assert_eq!(facts.len(), CASES);
    for case in &cases {
        let view = second.case(app.cast.actor("auditor")?, *case).await?;
        assert_eq!(view.application.stage(), Stage::Lapsed);
    }
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    drop(second);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_done_once_on_sqlite() -> Told {
    what_is_due_is_done_once(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_done_once_on_postgresql() -> Told {
    what_is_due_is_done_once(Database::postgres().await?).await
}

/// One server was down: what fell due meanwhile is written down in the order in which it did.
#[tokio::test(flavor = "multi_thread")]
async fn what_fell_due_in_an_outage_is_written_down_in_its_order() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let cases = cases(&app).await?;
    app.clock_at("2023-12-15T02:00:00Z")?;
    let size = app.desk.store().size().await?;
    assert_eq!(app.desk.do_what_is_due().await?, CASES as u64);
    let facts = app.desk.store().facts(size, 1_000).await?;
    let mut days = vec![];
    for fact in &facts {
        let case = cases
            .iter()
            .find(|case| StreamId::new("application", case) == fact.stream);
        let case = case.ok_or("a fact of no case")?;
        let view = app.desk.case(app.cast.actor("auditor")?, *case).await?;
        days.push(view.application.submission.ok_or("no submission")?.event.date);
    }
    assert!(days.is_sorted(), "{days:?}");
    app.ends().await
}

/// A session that began at one holds at the other; what is done at one is read at the other at once; and of two who decide at the same
/// time at different servers one has decided.
async fn people_come_to_either(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = app.circulated(None).await?;
    let second = app.another_server().await?;
    app.clock_at("2023-08-10T02:00:00Z")?;
    let officer = app.signs_in("interior-decider").await?;
    let mut officer = app.at(&second, officer);
    let page = officer.opens(&format!("/en/cases/{case}/referrals/moi")).await?;
    let decider = app.cast.actor("interior-decider")?;
    let decides = |desk: &Arc<desk::Desk>| {
        let (desk, decider) = (Arc::clone(desk), decider.clone());
        async move {
            let decide = Decide {
                authority: authority("moi").map_err(|_| Fault::NotFound)?,
                decision: Decision::Granted,
                reasons: None,
            };
            desk.change(&decider, case, decide).await
        }
    };
    let (one, other) = tokio::join!(decides(&app.desk), decides(&second));
    assert_eq!(
        [&one, &other].iter().filter(|one| one.is_ok()).count(),
        1,
        "{one:?} {other:?}"
    );
    // The page was opened before: its form is refused, and nothing that was typed is lost.
    let form = page.form("/decision")?.with("reasons", "The quay is safe.")?;
    let answer = officer.posts(&form).await?;
    assert!(answer.text().contains("The quay is safe."), "{}", answer.status);
    officer
        .opens(&format!("/en/cases/{case}/referrals/moi"))
        .await?
        .says("agreed")?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    drop(second);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn people_come_to_either_on_sqlite() -> Told {
    people_come_to_either(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn people_come_to_either_on_postgresql() -> Told {
    people_come_to_either(Database::postgres().await?).await
}
