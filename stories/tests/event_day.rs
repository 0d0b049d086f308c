//! The day of an event. Interior sees the river rise and says no-go: everyone who looks knows at once, and the permit stands until its
//! lead says otherwise. Conditions are ticked on a phone, what happened is noted, and what was made without a network counts once.
//! Afterwards the organiser tells how it went, and Interior gives the deposit back.

use act::{Reason, Timestamp};
use clearance::Stage;
use clearance::acts::{RevokePermit, Seen};
use stories::{BARGE, Database, Form, Installation, LAWN, Told};

const HIGH: &str = "The river is half a metre above the mark.";
/// A picture of two by two pixels.
const PHOTO: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02\x08\x02\0\0\0";

/// The form of the condition that this says, on the page of the day.
fn tick(forms: Vec<Form>, number: &str) -> Told<Form> {
    let mut forms = forms.into_iter();
    let form = forms.find(|one| one.action.ends_with("/day/ticks") && one.value("number") == number);
    form.ok_or_else(|| format!("condition {number} cannot be ticked").into())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_go_is_read_at_once_wherever_the_permit_is_looked_at_and_leaves_it_standing() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.on_the_day().await?;
    let (page, permit) = (format!("/en/cases/{case}"), app.permit_of(case).await?);
    let mut officer = app.signs_in("interior-officer").await?;
    let docket = officer.opens("/en/docket").await?;
    docket
        .says("One more thing waits for you")?
        .does_not_say("Nothing waits for you")?;
    officer.follows(&docket, "Say go or no-go").await?.form("/go")?;
    let day = officer.opens(&format!("{page}/day")).await?;
    day.says("Nothing said")?.says(BARGE)?;
    let form = officer
        .follows(&day, "Say go or no-go: Interior")
        .await?
        .form("/go")?;
    officer
        .tries(&form)
        .await?
        .says("For your authority: Fill this in.")?;
    let without = form.clone().with("go", "no-go")?;
    officer
        .tries(&without)
        .await?
        .says("Say why: a no-go needs reasons.")?;
    let said = without.with("go-reasons", HIGH)?;
    officer
        .sends(&said)
        .await?
        .says("Interior said no-go on 1 September 2023, 09:00")?
        .says("The permit still stands.")?;
    officer.opens("/en/docket").await?.does_not_say("more thing")?;
    officer.tries(&said).await?.says("This was said already.")?;

    // Everyone reads that it was said; why, only those who see the case.
    let public = format!("/en/permits/{permit}");
    let mut anyone = app.visitor();
    anyone
        .opens(&public)
        .await?
        .says("Interior said no-go")?
        .does_not_say(HIGH)?;
    let file = anyone.asks(&format!("{public}/file")).await?.text();
    let verify = anyone.opens("/en/verify").await?.form("/verify")?;
    anyone
        .sends(&verify.with("code", &file)?)
        .await?
        .says("Genuine and in force")?
        .says("Interior said no-go")?
        .does_not_say(HIGH)?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says(HIGH)?
        .says("The permit still stands.")?;
    organiser.opens("/en/events").await?.says("Interior says no-go")?;
    organiser.opens("/en/inbox").await?.says("Interior says no-go")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator
        .opens("/en/board")
        .await?
        .says("Interior says no-go")?;
    coordinator
        .opens("/en/inbox")
        .await?
        .says("Read why, and say whether the permit is suspended.")?;
    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    assert_eq!(view.application.stage(), Stage::Permitted);

    // The river falls.
    let form = officer
        .opens(&format!("{page}/referrals/moi"))
        .await?
        .form("/go")?;
    officer
        .sends(&form.with("go", "go")?)
        .await?
        .does_not_say("Interior said no-go")?;
    anyone.opens(&public).await?.does_not_say("no-go")?;
    coordinator.opens("/en/board").await?.does_not_say("no-go")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn conditions_are_ticked_with_a_photo_and_discharged_on_the_spot() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.on_the_day().await?;
    let day = format!("/en/cases/{case}/day");
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&day).await?;
    // What is kept during the event comes before what is kept after it.
    let words = page.words()?;
    let (barge, lawn) = (words.find(BARGE), words.find(LAWN));
    assert!(barge < lawn, "{barge:?} {lawn:?}");
    let form = tick(page.forms()?, "2")?;
    let answer = organiser
        .posts_files(&form, &[("file", "quay.png", PHOTO)])
        .await?;
    assert_eq!(answer.status, 303);
    let condition = format!("/en/cases/{case}/referrals/moi/conditions/2");
    organiser
        .opens(&condition)
        .await?
        .says("Ticked on the page for the day of the event.")?
        .says("quay.png")?;
    // The same button twice counts once.
    let again = organiser
        .posts_files(&form, &[("file", "quay.png", PHOTO)])
        .await?;
    assert_eq!(again.status, 303);
    organiser.opens(&condition).await?.does_not_say("Proof 2")?;

    let mut officer = app.signs_in("interior-officer").await?;
    let form = tick(officer.opens(&day).await?.forms()?, "2")?;
    officer.tries(&form).await?.says("Tick that you saw it.")?;
    let form = form.ticked("sure", "yes");
    officer.sends(&form).await?.says("Discharged")?;
    assert!(tick(officer.opens(&day).await?.forms()?, "2").is_err(), "once");
    app.ends().await
}

/// What a phone sends that had no network: as the script of the page does.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_made_without_a_network_arrives_once_with_when_it_was_made_or_is_told_why_not() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.on_the_day().await?;
    let day = format!("/en/cases/{case}/day");
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&day).await?;
    let bare = page.form("/day/notes")?;
    organiser
        .tries(&bare)
        .await?
        .says("What happened: Fill this in.")?;
    let note = page.form("/day/notes")?.with("note-what", "A barge drifted.")?;
    let note = note.forged("made", "2023-09-01T01:15:00Z");
    let tick = tick(page.forms()?, "1")?.forged("made", "2023-09-01T01:16:00Z");
    organiser.sends(&note).await?.says("1, noted by the organiser")?;
    let shown = organiser.sends(&note).await?;
    shown
        .says("Seen on 1 September 2023, 08:15")?
        .says("Made on 1 September 2023, 08:15")?
        .does_not_say("2, noted by")?;
    let reasons = Reason::new("The quay is gone.")?;
    app.acts("coordinator", case, RevokePermit { reasons }).await?;
    let told = organiser.tries(&tick).await?;
    told.says("The application is revoked")?
        .says("do not rely on this permit")?;
    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    let made: Timestamp = "2023-09-01T01:15:00Z".parse()?;
    let notes = &view.application.day.notes;
    assert_eq!(
        (notes.len(), notes[0].sending.and_then(|one| one.made)),
        (1, Some(made))
    );
    // What happens after that is noted all the same.
    let form = organiser.opens(&day).await?.form("/day/notes")?;
    organiser
        .sends(&form.with("note-what", "The crowd left by the north street.")?)
        .await?
        .says("2, noted by the organiser")?;
    let mut officer = app.signs_in("defence-decider").await?;
    officer.opens(&day).await?.says("A barge drifted.")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn afterwards_it_is_told_how_it_went_and_the_deposit_is_given_back() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.after_the_day().await?;
    let page = format!("/en/cases/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser.opens(&page).await?.form("/report")?;
    organiser.tries(&form).await?.says("Was it held? Fill this in.")?;
    let form = form.with("report-held", "broken-off")?;
    organiser
        .tries(&form)
        .await?
        .says("Say what went otherwise than permitted.")?;
    let form = form.with("report-otherwise", "It rained from nine on.")?;
    let form = form.with("report-attendance", "4000")?;
    let form = form.with("report-lessons", "Two more gates on the north side.")?;
    organiser
        .sends(&form)
        .await?
        .says("Broken off")?
        .says("Two more gates on the north side.")?;
    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens(&page).await?.says("It rained from nine on.")?;

    let condition = format!("{page}/referrals/moi/conditions/1");
    let form = officer.opens(&condition).await?.form("/deposit")?;
    let back = form.clone().with("deposit-step", "returned")?;
    officer.tries(&back).await?.says("A deposit is received first")?;
    let received = form
        .with("deposit-step", "received")?
        .with("deposit-amount", "500 USD")?;
    officer.sends(&received).await?.says("Received (500 USD)")?;
    officer.sends(&back).await?.says("Given back whole")?;
    organiser.opens(&condition).await?.says("Given back whole")?;
    organiser
        .opens("/en/inbox")
        .await?
        .says("Interior said what became of a deposit")?;
    let wrong = officer.opens(&condition).await?.form("/deposit/correction")?;
    let wrong = wrong.with("deposit-wrong", "It was given back to another.")?;
    officer.sends(&wrong).await?.says("reversed on")?;
    // The same form sent once more does not reverse what was said before.
    officer
        .tries(&wrong)
        .await?
        .says("Nothing that counts was said of this deposit")?;
    // How much lies where is between those three.
    let mut other = app.signs_in("defence-decider").await?;
    other
        .opens(&condition)
        .await?
        .does_not_say("500 USD).")?
        .does_not_say("Given back whole")?;
    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    assert_eq!(Seen::of(&view.application, None).permits, 1);
    app.ends().await
}
