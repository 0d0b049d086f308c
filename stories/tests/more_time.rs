//! An authority that cannot decide in its period asks the organiser for more, and its day moves by agreement alone.

use act::Reason;
use clearance::acts::ProposeExtension;
use stories::{Database, Installation, MORE_TIME, Told, authority};

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
        .says("your answer is awaited")?;
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

/// Interior's clock stands still until its question is answered; Defence wants more time.
#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_who_owes_several_answers_is_led_to_each_of_them() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.under_way(None).await?;
    let more_time = ProposeExtension {
        authority: authority("mond")?,
        days: 5,
        reasons: Reason::new(MORE_TIME)?,
    };
    app.acts("defence-decider", case, more_time).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/cases/{case}")).await?;
    let ways = page.each("main a.govuk-button")?;
    let wanted = [
        "Answer the question of Interior",
        "Say whether National Defence may have more time",
    ];
    assert_eq!(ways, wanted);
    organiser
        .follows(&page, wanted[1])
        .await?
        .form("/extensions/1/answer")?;
    app.ends().await
}

/// The form by which more time is asked for is folded away: a question that says nothing does not open it.
#[tokio::test(flavor = "multi_thread")]
async fn a_fault_opens_the_form_that_it_is_of_and_no_other() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let page = officer.opens(&format!("/en/cases/{case}/referrals/moi")).await?;
    let open = "details[open] form[action$='/extensions']";
    let silent = officer.tries(&page.form("/questions")?).await?;
    assert_eq!(silent.each(open)?.len(), 0, "nothing is wrong with it");
    let silent = officer.tries(&page.form("/extensions")?).await?;
    assert_eq!(silent.each(open)?.len(), 1);
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
