//! What pages tell an official without being asked: the rules that a case rests on, in whose name it was decided, what comes
//! next, and which of several like things is meant.

use crate::permit_check::shipped;
use rulebook::{Localised, PeriodBasis, Rulebook};
use std::collections::BTreeSet;
use stories::{Database, Installation, Page, RULEBOOK, Told};

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

/// Every sentence that a version says in a language, what its rules rest on included, and every address that it names.
fn all_said(rulebook: &Rulebook, language: &str) -> (Vec<String>, Vec<String>) {
    let (mut said, mut links) = (vec![], vec![]);
    let text = |text: &Localised| text.in_language(language).to_owned();
    let mut rests = |basis: &PeriodBasis, said: &mut Vec<String>| {
        said.push(rulebook.translated(&basis.citation, language).to_owned());
        links.extend(basis.link.clone());
    };
    for input in rulebook.inputs() {
        said.push(text(&input.question));
        said.extend(input.help.iter().map(text));
        said.extend(input.values.iter().map(|one| text(&one.label)));
    }
    for authority in rulebook.authorities() {
        said.extend([text(&authority.name), text(&authority.short)]);
        rests(&authority.period_basis, &mut said);
    }
    for (_, basis) in rulebook.periods().values() {
        rests(basis, &mut said);
    }
    let all = rulebook.attachments();
    for one in all.documents.values() {
        said.push(text(&one.label));
        said.extend(one.help.iter().map(text));
        rests(&one.basis, &mut said);
    }
    for one in all.fees.values() {
        said.extend([text(&one.label), one.amount.to_string()]);
        rests(&one.basis, &mut said);
    }
    for one in all.conditions.values() {
        said.push(text(&one.text));
        rests(&one.basis, &mut said);
    }
    for one in all.lead_times.values() {
        rests(&one.basis, &mut said);
    }
    for one in all.distances.values() {
        said.extend(one.rows.iter().map(|row| format!("{} m", row.metres.normalize())));
        rests(&one.basis, &mut said);
    }
    (said, links)
}

/// Which of these a page does not say.
fn unsaid(page: &Page, mut said: Vec<String>) -> Told<Vec<String>> {
    let words = page.words()?;
    said.retain(|text| !words.contains(text));
    Ok(said)
}

/// A jurist reads, and a second person approves, what stands on the page.
#[tokio::test(flavor = "multi_thread")]
async fn all_that_a_version_says_stands_on_its_page_in_the_readers_language() -> Told {
    for name in [
        "kh-phnom-penh",
        "kh-phnom-penh-2",
        "kh-phnom-penh-3",
        "jp-tokyo",
        "gb-england",
        "us-nyc",
    ] {
        let version = shipped(name)?;
        let rulebook = version.rulebook.clone();
        let app = Installation::ruled_by(Database::sqlite()?, version).await?;
        for language in ["en", "km", "ja"] {
            let address = format!("/{language}/rulebooks/{}/{}", rulebook.id(), rulebook.hash());
            let page = app.visitor().opens(&address).await?;
            let (said, links) = all_said(&rulebook, language);
            assert_eq!(unsaid(&page, said)?, Vec::<String>::new(), "{name} {language}");
            let addresses = page.addresses()?;
            let missing: Vec<_> = links.iter().filter(|one| !addresses.contains(one)).collect();
            assert!(missing.is_empty(), "{name} {language}: {missing:?}");
            // What a rule names leads to where it is described.
            let places: BTreeSet<_> = addresses.iter().filter(|one| one.starts_with('#')).collect();
            for place in places {
                page.exactly(place)?;
            }
        }
        app.ends().await?;
    }
    Ok(())
}

/// What a rule or a period rests on where no law is published is a sentence of the makers' own: whoever reads another language
/// reads it in theirs, before an application and on one that was handed in.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_assumed_is_said_in_the_readers_language() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let english = [
        "No published",
        "as assumed by the makers",
        "Advice of the Governor",
    ];
    let asks = format!("/permit-check?rulebook={RULEBOOK}&date=2023-11-19");
    let answers = "&answer-event_kind=celebration&answer-place_kind=riverside&answer-attendance=8000&answer-foreign_mission=yes\
                   &answer-fireworks=yes&answer-largest_shell=100&answer-near_airport=no&answer-road_closure=yes";
    for (language, assumed) in [
        (
            "km",
            "រកមិនឃើញរយៈពេលដែលបានផ្សាយទេ; សន្មតយក ២០ ថ្ងៃធ្វើការសម្រាប់សណ្តាប់ធ្នាប់សាធារណៈ",
        ),
        ("ja", "公表された期間は見つからず、公の秩序のために20営業日を想定"),
    ] {
        let question = organiser.opens(&format!("/{language}{asks}")).await?;
        let result = organiser.opens(&format!("/{language}{asks}{answers}")).await?;
        let referral = format!("/{language}/cases/{case}/referrals/moi");
        let referral = organiser.opens(&referral).await?;
        for page in [&result, &referral] {
            page.says(assumed)?;
        }
        for page in [question, result, referral] {
            for words in english {
                page.does_not_say(words)?;
            }
        }
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_and_a_proposal_show_all_of_the_version_too() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let mut maker = app.signs_in("rule-maker").await?;
    let by = app.cast.actor("rule-maker")?;
    let draft = app.rulebook_drafted(by, "2").await?;
    let proposal = app.rulebook_proposed(by, "3").await?;
    let rulebook = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    for address in [
        format!("/en/rulebook-drafts/{}", draft.id),
        format!("/en/rulebook-proposals/{RULEBOOK}/{proposal}"),
    ] {
        let page = maker.opens(&address).await?;
        let (said, _) = all_said(&rulebook, "en");
        assert_eq!(unsaid(&page, said)?, Vec::<String>::new(), "{address}");
    }
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
