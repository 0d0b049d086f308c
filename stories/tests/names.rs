//! Organisations and people are called what the reader's language calls them, where that is known.

use stories::{Database, Installation, Told};

#[tokio::test(flavor = "multi_thread")]
async fn every_page_calls_an_organisation_by_its_name_in_the_readers_language() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let case = app.permitted(None).await?;
    let reference = app.permit_of(case).await?;
    let (association, municipality) = ("日本カンボジア協会", "プノンペン都");

    let mut organiser = app.signs_in("organiser").await?;
    let requests = organiser.opens("/ja/requests").await?;
    requests.says(association)?.says(municipality)?;
    requests.does_not_say("Japan–Cambodia Association")?;
    assert!(
        requests.html.contains(&format!("（{association}・")),
        "the signed-in line"
    );

    let mut anyone = app.visitor();
    let permit = anyone.opens(&format!("/ja/permits/{reference}")).await?;
    permit
        .says(association)?
        .does_not_say("Japan–Cambodia Association")?;
    permit.does_not_say("Phnom Penh Municipality")?;
    let again = anyone.opens(&format!("/ja/permits/{reference}")).await?;
    assert_eq!(again.words()?, permit.words()?);
    let code = permit.exactly("#code-text")?;
    let verify = anyone.opens("/ja/verify").await?;
    let proven = anyone
        .sends(&verify.form("/verify")?.with("code", &code)?)
        .await?;
    proven
        .says(association)?
        .does_not_say("Japan–Cambodia Association")?;
    proven.does_not_say("Phnom Penh Municipality")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn organisers_are_called_alike_while_an_application_is_written_and_after() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = app.drafted(None).await?;
    let case = app.permitted(None).await?;
    let embassy = [("km", "ស្ថានទូតជប៉ុនប្រចាំកម្ពុជា"), ("ja", "在カンボジア日本国大使館")];
    let mut organiser = app.signs_in("organiser").await?;
    for (language, name) in embassy {
        for address in [
            format!("drafts/{draft}"),
            format!("drafts/{draft}/check"),
            format!("cases/{case}"),
            format!("cases/{case}/referrals/moi"),
            "calendar".to_owned(),
        ] {
            let page = organiser.opens(&format!("/{language}/{address}")).await?;
            page.says(name)?.does_not_say("Embassy of Japan in Cambodia")?;
        }
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_notice_says_who_decided_for_whom() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.permitted(None).await?;
    let decider = app.cast.member("interior-decider")?;
    let ministry = app.cast.organisation_name(&decider.organisation)?;
    let mut organiser = app.signs_in("organiser").await?;
    let notice = format!("/en/cases/{case}/referrals/moi/notice");
    let notice = organiser.opens(&notice).await?;
    notice.says(&format!("{}, decider, {ministry}", decider.name))?;
    app.ends().await
}
