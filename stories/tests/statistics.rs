//! How long authorities take is public: of each by its own decisions, and of few decisions nothing but their number.

use clearance::Decision;
use clearance::acts::Decide;
use stories::{Database, Installation, Told, authority};

#[tokio::test(flavor = "multi_thread")]
async fn anyone_reads_how_long_an_authority_takes_and_how_often_it_is_in_time() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let mut cases = vec![];
    for _ in 0..5 {
        cases.push(app.circulated(None).await?);
    }
    let decide = || -> Told<Decide> {
        Ok(Decide {
            authority: authority("moi")?,
            decision: Decision::Granted,
            reasons: None,
        })
    };
    let late = cases.pop().ok_or("no case")?;
    app.clock_at("2023-08-24T02:00:00Z")?;
    for case in cases {
        app.acts("interior-decider", case, decide()?).await?;
    }
    // What is decided today is told from tomorrow on; until then there are too few.
    app.clock_at("2023-09-05T02:00:00Z")?;
    let mut anyone = app.visitor();
    let calendar = anyone.opens("/en/calendar").await?;
    let page = anyone.follows(&calendar, "How long authorities take").await?;
    page.says("Ministry of Interior 4 too few too few too few too few 1")?;
    app.acts("interior-decider", late, decide()?).await?;
    app.clock_at("2023-09-06T02:00:00Z")?;
    let page = anyone.opens("/en/statistics").await?;
    page.says("Of fewer than 5 decisions only the number is told.")?
        .says("Ministry of Interior 5 22 days 34 days 80 of 100 0 0")?
        .says("Ministry of National Defence 0 too few too few too few too few 5")?;
    for language in ["ja", "km"] {
        anyone.opens(&format!("/{language}/statistics")).await?;
    }
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}
