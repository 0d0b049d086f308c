//! A deadline can be reckoned again by whoever doubts it, from a file that holds all that it rests on.

use calendar::ClockRecord;
use jiff::civil::date;
use stories::{Database, Installation, Told};

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_that_a_referral_shows_can_be_taken_along_and_reckoned_again() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.under_way(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let referral = organiser.opens(&format!("/en/cases/{id}/referrals/moi")).await?;
    let shown = referral.each(".reckoning")?;
    let answer = organiser.asks(&referral.link("The clock as a file")?).await?;
    assert!(
        answer
            .header("content-disposition")
            .ends_with("-moi-clock.json\""),
        "{answer:?}"
    );
    let record: ClockRecord = serde_json::from_slice(&answer.body)?;
    let found = record.reckon()?;
    assert_eq!(record.reckoning.as_ref(), Some(&found));
    // Interior has a question open: its clock stands still, in the file as on the page.
    assert_eq!((found.start, found.deadline), (date(2023, 8, 2), None));
    assert!(
        shown.iter().any(|line| line.contains("the clock stands still")),
        "{shown:?}"
    );
    app.ends().await
}
