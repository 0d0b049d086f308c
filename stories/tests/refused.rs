//! A refused application: no permit can come of it, which stays so after its day; others may still decide, so it is not closed
//! before, and its organiser is led nowhere in vain.

use crate::ahead::{FIRING_PLAN, annotated};
use act::{ApplicationId, Reason};
use clearance::Decision;
use clearance::acts::Decide;
use stories::{DECIDERS, Database, Installation, Told, authority};

const WHY: &str = "Too near the barracks.";

/// An application to which a document is missing, for which Interior wants more time, and which Defence has refused.
async fn refused(app: &Installation) -> Told<ApplicationId> {
    let case = app.short_of_time(None).await?;
    let refused = Decide {
        authority: authority("mond")?,
        decision: Decision::Refused,
        reasons: Some(Reason::new(WHY)?),
    };
    app.acts("defence-decider", case, refused).await?;
    Ok(case)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_application_is_closed_only_once_all_have_decided_and_leads_nowhere_in_vain() -> Told {
    let app = Installation::ruled_by(
        Database::sqlite()?,
        annotated("documents", "firing-plan", FIRING_PLAN)?,
    )
    .await?;
    let case = refused(&app).await?;
    let address = format!("/en/cases/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&address).await?;
    page.says("One authority has refused.")?
        .says("No permit can be issued.")?
        .says("you may apply anew")?
        .does_not_say("This application is closed")?
        .does_not_say("Missing documents")?
        .does_not_say("Say whether Interior may have more time")?;
    assert_eq!(
        page.each(".govuk-button:not(.govuk-button--secondary, details *)")?,
        [""; 0]
    );
    page.form("/drafts")?;
    // Whoever wishes to may still answer; nothing asks for it.
    let interior = organiser.opens(&format!("{address}/referrals/moi")).await?;
    interior.form("/extensions/1/answer")?;
    interior.does_not_say("Missing documents")?;
    assert_eq!(interior.each("section#act-answer-extension")?, [""; 0]);
    // Interior may still decide, and is asked to as before.
    let mut decider = app.signs_in("interior-decider").await?;
    let page = decider.opens(&address).await?;
    page.says("Review for Interior")?
        .does_not_say("This application is closed")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(&address).await?;
    page.does_not_say("This application is closed")?
        .does_not_say("apply anew")?;

    for (name, decider) in DECIDERS.into_iter().filter(|(name, _)| *name != "mond") {
        let granted = Decide {
            authority: authority(name)?,
            decision: Decision::Granted,
            reasons: None,
        };
        app.acts(decider, case, granted).await?;
    }
    let page = organiser.opens(&address).await?;
    page.says("This application is closed. To hold the event after all, apply anew")?
        .does_not_say("Missing documents")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_stays_refused_after_the_day() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = refused(&app).await?;
    app.clock_at("2023-11-25T03:00:00Z")?;
    for written_down in [0, 1] {
        let mut organiser = app.signs_in("organiser").await?;
        for page in ["", "/referrals/moi"] {
            organiser
                .opens(&format!("/en/cases/{case}{page}"))
                .await?
                .says("One authority has refused.")?
                .says(WHY)?
                .does_not_say("The day has passed without a permit")?;
        }
        let list = organiser.opens("/en/events?from=first").await?;
        assert_eq!(list.each("tbody .govuk-tag")?, ["refused"]);
        assert_eq!(app.desk.do_what_is_due().await?, 1 - written_down);
    }
    app.ends().await
}

/// The page was opened before the event, and the form sent after it.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_comes_after_the_day_is_told_in_a_sentence_why_nothing_can_be_done() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let address = format!("/en/cases/{case}");
    app.clock_at("2023-11-19T13:30:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&address).await?;
    let (document, withdrawal) = (page.form("/documents")?, page.form("/withdrawal")?);
    app.clock_at("2023-11-19T14:10:00Z")?;
    app.desk.do_what_is_due().await?;
    organiser
        .tries(&withdrawal)
        .await?
        .says("The application is closed, for its day has passed; this can be done when it is submitted")?;
    let late = [("file", "late.pdf", &b"%PDF-1.7\n"[..])];
    let told = organiser.posts_files(&document, &late).await?.text();
    assert!(told.contains("closed, for its day has passed"), "{told}");
    assert!(!told.contains("late.pdf"), "nothing is to be chosen again");
    app.ends().await
}
