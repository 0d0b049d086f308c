//! An authority that cannot decide in its period asks the organiser for more, and its day moves by agreement alone.

use stories::{Database, Installation, MORE_TIME, Told};

#[tokio::test(flavor = "multi_thread")]
async fn interior_asks_for_five_days_and_the_organiser_agrees() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let moi = format!("/en/cases/{case}/referrals/moi");
    app.clock_at("2023-08-25T02:00:00Z")?;
    let mut officer = app.signs_in("interior-officer").await?;
    let page = officer.opens(&moi).await?;
    let asking = page
        .says("due by 30 August")?
        .form("/extensions")?
        .with("days", "5")?
        .with("days-reasons", MORE_TIME)?;
    let checked = officer.checks(&asking).await?;
    officer.sends(&checked).await?;
    officer
        .tries(&checked)
        .await?
        .says("You asked for this already. The organiser has not answered yet.")?;
    officer
        .opens(&moi)
        .await?
        .says("5 working days more")?
        .says(MORE_TIME)?
        .says("The day stays until the organiser agrees.")?
        .says("due by 30 August")?;

    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens("/en/events")
        .await?
        .says("an answer is awaited")?;
    organiser
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("asks you for more time, due by 30 August")?
        .says("Say whether Interior may have more time")?;
    let page = organiser.opens(&moi).await?;
    let answer = page
        .says(MORE_TIME)?
        .form("/extensions/1/answer")?
        .with("more-time", "agreed")?
        .with("more-time-reasons", "The quay is new.")?;
    let checked = organiser.checks(&answer).await?;
    organiser.sends(&checked).await?;

    officer
        .opens(&moi)
        .await?
        .says("due by 6 September")?
        .says("5 days were added")?
        .says("The quay is new.")?;
    // Whoever else was asked reckons with the new day, and is not told why.
    let mut defence = app.signs_in("defence-decider").await?;
    defence
        .opens(&moi)
        .await?
        .says("due by 6 September")?
        .does_not_say(MORE_TIME)?
        .does_not_say("The quay is new.")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_is_not_agreed_to_stays_and_what_is_wrong_with_an_answer_is_said_beside_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.short_of_time(None).await?;
    let moi = format!("/en/cases/{case}/referrals/moi");
    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser.opens(&moi).await?.form("/extensions/1/answer")?;
    let typed = form
        .clone()
        .with("more-time-reasons", "It is too near the day.")?;
    let again = organiser.tries(&typed).await?;
    let declined = again
        .says("It is too near the day.")?
        .form("/extensions/1/answer")?
        .with("more-time", "declined")?;
    let checked = organiser.checks(&declined).await?;
    organiser.sends(&checked).await?;
    organiser
        .opens(&moi)
        .await?
        .says("due by 30 August")?
        .says("Not agreed to on")?;
    // Another tab still has the form.
    organiser
        .tries(&checked)
        .await?
        .says("Nobody waits for an answer on request 1 for more time.")?;
    let mut officer = app.signs_in("interior-officer").await?;
    let form = officer.opens(&moi).await?.form("/extensions")?;
    for (days, fault) in [
        ("", "How many days more: Fill this in."),
        ("many", "Write a whole number in digits."),
        ("៥៥៥", "write a number from 1 to 366"),
        ("５５５", "write a number from 1 to 366"),
        ("0", "write a number from 1 to 366"),
        ("367", "write a number from 1 to 366"),
    ] {
        let typed = form.clone().with("days", days)?.with("days-reasons", MORE_TIME)?;
        officer.tries(&typed).await?.says(fault)?.says(MORE_TIME)?;
    }
    app.ends().await
}
