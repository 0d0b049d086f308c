//! Organisations and people are called what the reader's language calls them, where that is known.

use desk::engagement::ImportFault;
use engagement::MeetingsFile;
use identity::{Names, OrganisationKind};
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

/// A meeting between two people, of which one is called by other words than the first time.
fn file(source: &str, visitor: &str, society: &str) -> String {
    format!(
        r#"
format = "placet-meetings/1"
[[source]]
key = "note"
title = "Note"
kind = "note"
language = "en"
origin = "The desk"
text = "{source}"
[[organisation]]
key = "society"
kind = "association"
name = {society}
[[organisation]]
key = "city"
kind = "municipality"
name = {{ en = "The Harbour City" }}
[[person]]
key = "visitor"
name = {visitor}
[[meeting]]
key = "visit"
title = "A visit"
when = "unknown"
reported_by = {{ source = "note" }}
sides = ["society", "city"]
[[meeting.participation]]
person = "visitor"
name = "the visitor"
side = "society"
"#
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_brought_in_by_two_names_is_known_by_either() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let officer = app.cast.actor("desk-officer")?;
    let bring = async |source: &str, visitor: &str, society: &str| -> Told {
        let text = file(source, visitor, society);
        let read = MeetingsFile::parse("more.toml", &text, app.desk.now())
            .map_err(|faults| format!("{faults:?}"))?;
        app.desk.import_meetings(officer, &read).await?;
        Ok(())
    };
    let society = r#"{ en = "Tea Society", ja = "茶の会" }"#;
    bring("First.", r#"{ en = "H. Tanaka", ja = "田中春" }"#, society).await?;
    let known = (
        app.desk.people().await?.len(),
        app.desk.organisations().await?.len(),
    );
    bring("Second.", r#"{ ja = "田中春" }"#, r#"{ ja = "茶の会" }"#).await?;
    bring("Third.", r#"{ fr = "H. Tanaka" }"#, r#"{ en = "Tea Society" }"#).await?;
    let still = (
        app.desk.people().await?.len(),
        app.desk.organisations().await?.len(),
    );
    assert_eq!(still, known);
    bring("Fourth.", r#"{ ja = "田中秋" }"#, society).await?;
    assert_eq!(app.desk.people().await?.len(), known.0 + 1);
    app.ends().await
}

/// Of two who are recorded none is taken for whoever is called as both are, in a file as in a form.
#[tokio::test(flavor = "multi_thread")]
async fn who_may_be_either_of_two_is_told_with_the_line_and_both() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let officer = app.cast.actor("desk-officer")?;
    for (en, ja) in [("Tea Society", "茶の会"), ("Harbour City Society", "碁の会")] {
        let names = Names::new([("en", en), ("ja", ja)])?;
        let kind = OrganisationKind::Association;
        app.desk.record_organisation(officer, names, kind).await?;
    }
    let known = app.desk.organisations().await?.len();
    let told = async |society: &str| -> Told<String> {
        let text = file("First.", r#"{ en = "H. Tanaka" }"#, society);
        let text = text.replacen("The Harbour City", "Harbour City Society", 1);
        let read = MeetingsFile::parse("more.toml", &text, app.desk.now());
        let read = read.map_err(|faults| format!("{faults:?}"))?;
        match app.desk.import_meetings(officer, &read).await {
            Err(ImportFault::File(faults)) => Ok(ImportFault::File(faults).to_string()),
            other => Err(format!("{other:?}").into()),
        }
    };
    let alike = told(r#"{ fr = "Harbour City  society" }"#).await;
    let alike = alike.map_err(|told| told.to_string()).unwrap_err();
    assert!(
        alike.contains("line: 17") && alike.contains("city has a name of society"),
        "{alike}"
    );
    let both = told(r#"{ en = "Tea Society", ja = "碁の会" }"#).await?;
    let two = "“Harbour City Society / 碁の会” and “Tea Society / 茶の会”";
    assert!(
        both.starts_with("more.toml:13:8: organisation[1].name: society is called as two are"),
        "{both}"
    );
    assert!(both.contains(two), "{both}");
    // Two entries that are one organisation, and the two sides of a meeting.
    let one = told(r#"{ ja = "碁の会" }"#).await?;
    let place = "more.toml:17:8: organisation[2].name: ";
    assert_eq!(
        one.split(';').next(),
        Some(&*format!(
            "{place}city and society are both “Harbour City Society / 碁の会”"
        ))
    );
    assert_eq!(app.desk.organisations().await?.len(), known);

    // Whoever records one by hand with a name of each is told both, beside the name.
    let mut visitor = app.signs_in("desk-officer").await?;
    let record = "/en/record/organisation";
    let form = visitor.opens(record).await?.form("/record/organisation")?;
    let form = form.with("kind", "association")?.with("name-ja", "碁の会")?;
    let told = "“Harbour City Society / 碁の会” is recorded already";
    let faults = visitor.tries(&form).await?.faults()?;
    assert!(faults["name-ja"].contains(told), "{faults:?}");
    let form = form.with("name-en", "Tea society")?;
    let told =
        "names of two that are recorded already: “Harbour City Society / 碁の会” and “Tea Society / 茶の会”";
    let faults = visitor.tries(&form).await?.faults()?;
    assert!(faults.values().any(|one| one.contains(told)), "{faults:?}");

    // A third with a name of each, as it may have been registered once.
    let names = Names::new([("en", "Tea Society"), ("ja", "碁の会")])?;
    let kind = OrganisationKind::Association;
    app.desk.register_organisation(officer, names, kind, None).await?;
    let form = visitor.opens("/en/record/post").await?.form("/record/post")?;
    let form = form
        .with("organisation", "tea  society")?
        .with("name-en", "President")?;
    let told = "“tea society” may be either of two that are recorded: “Tea Society / 茶の会” or “Tea Society / 碁の会”.";
    visitor.tries(&form).await?.says(told)?;
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
