//! An organiser that does not agree with a decision appeals elsewhere, and notes it here: nothing changes by that, and whoever decided
//! reads what it can do once the appeal is upheld.

use stories::{Database, Installation, Told};

#[tokio::test(flavor = "multi_thread")]
async fn an_appeal_against_conditions_is_read_by_whoever_set_them_and_by_no_other_authority() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.contradictory(None).await?;
    let page = format!("/en/cases/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    let seen = organiser.opens(&page).await?;
    let form = seen
        .form("/appeals")?
        .with("appeal-against", "conditions/moi")?
        .with("appeal-body", "The administrative court")?
        .with("appeal-reference", "No. 12/23")?;
    let ahead = form.clone().with("appeal-lodged", "2023-12-01")?;
    organiser
        .tries(&ahead)
        .await?
        .says("1 December 2023 cannot be: choose a day from")?;
    let today = app.desk.now().to_string();
    let today = today.get(..10).ok_or("no day")?;
    let noted = organiser.sends(&form.with("appeal-lodged", today)?).await?;
    let appeal = "Appeal 1, against the conditions of Interior";
    noted
        .says(appeal)?
        .says("To The administrative court")?
        .says("Reference: No. 12/23.")?
        .says("An appeal changes nothing of the decision by itself: what was decided holds.")?;
    // A second press of the old page: one is noted already.
    let again = seen.form("/appeals")?;
    let again = again.with("appeal-against", "conditions/moi")?;
    let again = again
        .with("appeal-body", "The minister")?
        .with("appeal-lodged", today)?;
    organiser
        .tries(&again)
        .await?
        .says("An appeal against this is noted already.")?;
    for reader in ["coordinator", "interior-decider", "auditor", "co-organiser"] {
        app.signs_in(reader).await?.opens(&page).await?.says(appeal)?;
    }
    for stranger in ["defence-decider", "foreign-affairs-decider"] {
        let seen = app.signs_in(stranger).await?.opens(&page).await?;
        seen.does_not_say("Appeal 1")?
            .does_not_say("administrative court")?;
    }
    // Whoever decided and whoever leads find it where their work lies.
    let (open, against) = ("One appeal is open", "the conditions of Ministry of Interior");
    let listed = [("interior-officer", "/en/docket"), ("coordinator", "/en/board")];
    for (reader, list) in listed {
        let mut reader = app.signs_in(reader).await?;
        let seen = reader.opens(list).await?;
        seen.says(open)?
            .says(against)?
            .says("To The administrative court")?;
        reader.follows(&seen, against).await?.says(appeal)?;
    }
    let mut elsewhere = app.signs_in("defence-decider").await?;
    elsewhere.opens("/en/docket").await?.does_not_say("appeal")?;
    let referral = format!("{page}/referrals/moi");
    elsewhere.opens(&referral).await?.does_not_say("Appeal 1")?;
    let noted = "An appeal against a decision was noted";
    let mut interior = app.signs_in("interior-decider").await?;
    interior.opens("/en/inbox").await?.says(noted)?;
    interior.opens(&referral).await?.says(appeal)?;
    let mut defence = app.signs_in("defence-decider").await?;
    defence.opens("/en/inbox").await?.does_not_say(noted)?;

    let mut coordinator = app.signs_in("coordinator").await?;
    let outcome = coordinator.opens(&page).await?.form("/outcome")?;
    let outcome = outcome
        .with("appeal", "1")?
        .with("appeal-how", "upheld")?
        .with("appeal-ended", today)?
        .with("appeal-words", "The hour is not hers to set.")?;
    coordinator
        .confirms(&outcome)
        .await?
        .says("Nothing follows by itself: the authority can now change its conditions.")?;
    interior
        .opens(&page)
        .await?
        .says("The hour is not hers to set.")?;
    let upheld = "something is to be done";
    interior.opens("/en/docket").await?.says(upheld)?;
    coordinator.opens("/en/board").await?.says(upheld)?;
    let changes = interior.opens(&referral).await?.form("/conditions")?;
    let changes = changes
        .with("conditions", "The quay is swept.")?
        .with("revision-reasons", "The court says so.")?;
    interior
        .confirms(&changes)
        .await?
        .says("What follows from it is done")?;
    interior.opens("/en/docket").await?.does_not_say(upheld)?;
    coordinator.opens("/en/board").await?.does_not_say("upheld")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn upheld_against_a_suspension_the_lead_can_lift_it_and_nobody_else_is_told() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.appealed(None).await?;
    let (page, permit) = (format!("/en/cases/{case}"), app.permit_of(case).await?);
    let mut organiser = app.signs_in("organiser").await?;
    let outcome = organiser.opens(&page).await?.form("/outcome")?;
    let outcome = outcome
        .with("appeal", "1")?
        .with("appeal-how", "upheld")?
        .with("appeal-ended", "2023-09-01")?
        .with("appeal-words", "The quay is dry.")?;
    organiser
        .confirms(&outcome)
        .await?
        .says("the authority that leads can now lift the suspension")?
        .says("The permit is suspended")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let upheld = "something is to be done";
    coordinator.opens("/en/board").await?.says(upheld)?;
    let seen = coordinator.opens(&page).await?;
    seen.says("The quay is dry.")?;
    coordinator
        .confirms(&seen.form("/lifting")?)
        .await?
        .says("The permit holds again.")?;
    // What was to be done is done.
    coordinator.opens("/en/board").await?.does_not_say("appeal")?;
    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens(&page).await?.does_not_say("The quay is dry.")?;
    let mut anyone = app.visitor();
    anyone
        .opens(&format!("/en/permits/{permit}"))
        .await?
        .does_not_say("appeal")?;
    app.ends().await
}
