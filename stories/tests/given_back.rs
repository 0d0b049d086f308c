//! An application that lacks something goes back to its organiser, who changes it and hands it in again.

use clearance::acts::ReturnIncomplete;
use stories::{Database, Installation, Told};

const LACKS: &str = "The plan does not show the quay.";
const PLAN: &[u8] = b"%PDF-1.7\nThe quay.";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_changed_handed_in_again_and_compared() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.submitted(None).await?;
    let page = format!("/en/cases/{case}");
    app.clock_at("2023-08-02T02:30:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let seen = coordinator.opens(&page).await?;
    let at = |what: &str| seen.html.find(what).ok_or(format!("no {what}"));
    assert!(
        at("id=\"act-return\"")? < at("What was applied for")?,
        "what is looked at first stands before what lies ahead"
    );
    let back = seen.form("/return")?;
    coordinator.tries(&back).await?.says("What is missing")?;
    coordinator.sends(&back.clone().with("lacks", LACKS)?).await?;
    coordinator
        .opens(&page)
        .await?
        .says("It was returned to the organiser: something is missing.")?
        .says(LACKS)?;
    // Another tab has the old form.
    coordinator
        .tries(&back.with("lacks", LACKS)?)
        .await?
        .says("returned as incomplete")?;

    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens("/en/events")
        .await?
        .says("returned as incomplete")?;
    let case_page = organiser.opens(&page).await?;
    case_page
        .says("It came back to you: something is missing.")?
        .says(LACKS)?;
    let draft = organiser.sends(&case_page.form("/drafts")?).await?;
    draft
        .says("This came back as incomplete")?
        .says(LACKS)?
        .says("plan.pdf")?;
    // Whoever presses twice goes on with the one draft.
    let again = organiser.sends(&case_page.form("/drafts")?).await?;
    assert_eq!(again.address, draft.address);
    let form = again.form(&case.to_string())?.with("place", "The north quay")?;
    let files = [("file", "quay.pdf", PLAN)];
    organiser
        .posts_files(&form.with("then", "attach")?, &files)
        .await?;
    app.clock_at("2023-08-03T02:30:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let check = organiser.opens(&format!("/en/drafts/{case}/check")).await?;
    let handed_in = organiser.sends(&check.form("/submission")?).await?;
    handed_in.says("What was changed")?;
    organiser.opens("/en/events").await?.says("PNH-2023-0001")?;
    assert!(
        handed_in.address.ends_with(&case.to_string()),
        "{}",
        handed_in.address
    );

    let mut coordinator = app.signs_in("coordinator").await?;
    let seen = coordinator.opens(&page).await?;
    seen.says("Returned on 2 August 2023")?
        .says("handed in again on 3 August 2023")?
        .says(LACKS)?
        .says("Place Riverfront, Phnom Penh The north quay")?
        .says("plan.pdf, quay.pdf")?;
    coordinator.confirms(&seen.form("/circulation")?).await?;
    // The document of before is there for whoever reviews.
    let view = app.desk.case(app.cast.actor("interior-officer")?, case).await?;
    for file in view.application.attachments() {
        let officer = app.cast.actor("interior-officer")?;
        app.desk.file(officer, case, file.attachment).await?;
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_of_it_that_is_thrown_away_takes_nothing_of_what_was_handed_in() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.submitted(None).await?;
    let lacks = act::Reason::new(LACKS)?;
    app.acts("coordinator", case, ReturnIncomplete { lacks }).await?;
    let organiser = app.cast.actor("organiser")?;
    let begin = || app.desk.begin_draft_after(organiser, case);
    assert_eq!(begin().await?, case);
    let draft = app.desk.draft_of(organiser, case).await?;
    let plan = draft.attachments.first().ok_or("no plan")?.attachment;
    // Taken off the draft, and the draft thrown away: the application has it still.
    let draft = app.desk.detach(organiser, case, plan).await?;
    app.desk.file(organiser, case, plan).await?;
    app.desk.discard_draft(organiser, case, draft.version).await?;
    app.desk.file(organiser, case, plan).await?;
    assert_eq!(begin().await?, case);
    let again = app.desk.draft_of(organiser, case).await?;
    assert_eq!(again.attachments.len(), 1);
    app.desk.submit(organiser, case, again.version).await?;
    assert!(
        app.desk.draft_of(organiser, case).await.is_err(),
        "it is no draft any more"
    );
    assert!(begin().await.is_err(), "it was not given back again");
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}
