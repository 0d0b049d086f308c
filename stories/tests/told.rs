//! What pages tell an official without being asked: the rules that a case rests on, in whose name it was decided, what comes
//! next, and which of several like things is meant.

use crate::permit_check::shipped;
use stories::{Database, Installation, RULEBOOK, Told};

#[tokio::test(flavor = "multi_thread")]
async fn a_case_its_decisions_and_its_permit_name_the_rules_they_rest_on() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.permitted(None).await?;
    let permit = app.permit_of(case).await?;
    let mut decider = app.signs_in("interior-decider").await?;
    let referral = format!("/en/cases/{case}/referrals/moi");
    for address in [
        format!("/en/cases/{case}"),
        referral.clone(),
        format!("{referral}/notice"),
        format!("/en/permits/{permit}"),
    ] {
        let page = decider.opens(&address).await?;
        page.says("Decided by the rules: Public events in Phnom Penh")?;
        let rules = page.link("Public events in Phnom Penh")?;
        assert!(
            rules.starts_with(&format!("/en/rulebooks/{RULEBOOK}/")),
            "{rules}"
        );
        app.visitor().opens(&rules).await?.says("in force")?;
    }
    let page = decider.opens(&referral).await?;
    page.says("Decided on 1 September 2023")?
        .says("in the name of: Ministry of Interior (")?;
    // Whose reasons are missing is said at the top.
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(&format!("/en/cases/{case}")).await?;
    let page = coordinator.tries(&page.form("/revocation")?).await?;
    assert_eq!(
        page.summary()?,
        ["Reasons for revoking the permit: Fill this in."]
    );
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_rulebook_says_what_the_ids_of_its_rules_stand_for() -> Told {
    let name = "jp-tokyo";
    let version = shipped(name)?;
    let rulebook = version.rulebook.clone();
    let app = Installation::ruled_by(Database::sqlite()?, version).await?;
    let address = format!("/en/rulebooks/{name}/{}", rulebook.hash());
    let page = app.visitor().opens(&address).await?;
    for (id, document) in &rulebook.attachments().documents {
        page.says(&format!("{} ({id})", document.label.in_language("en")))?;
    }
    for (id, condition) in &rulebook.attachments().conditions {
        page.says(&format!("{} ({id})", condition.text.in_language("en")))?;
    }
    // Where a rule is published can be gone to.
    assert!(page.addresses()?.iter().any(|one| one.starts_with("https://")));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_says_that_a_permit_waits_to_be_issued() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.agreed(None).await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator
        .opens("/en/board")
        .await?
        .says("the permit waits to be issued")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_told_from_another_by_its_day_and_its_rules() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens("/en/events")
        .await?
        .says("19 November 2023 · Public events in Phnom Penh")?;
    app.ends().await
}
