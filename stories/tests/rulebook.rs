//! The rules change: a rule maker changes one row, sees whom it would have touched, a second person approves, it is published
//! for a day; and an application that was handed in before still shows the rule that it was handed in under.

use act::ApplicationId;
use clearance::acts::Circulate;
use desk::clearance::answer_field;
use std::collections::BTreeMap;
use stories::{Database, Form, Installation, Page, RULEBOOK, Told, Visitor};

/// The row that asks Foreign Affairs where a foreign mission takes part.
const RULE: &str = "rules/authorities.dmn/authorities/9";

/// An evening without fireworks, handed in by the association.
async fn handed_in_without_fireworks(app: &Installation) -> Told<ApplicationId> {
    let organiser = app.cast.actor("organiser")?;
    let draft = app.desk.begin_draft(organiser, RULEBOOK, None).await?;
    let mut fields = app.typed()?;
    fields.insert(answer_field("fireworks"), "no".to_owned());
    fields.remove(&answer_field("largest_shell"));
    app.desk.save_draft(organiser, draft, 1, fields).await?;
    app.submit(organiser, draft).await?;
    Ok(draft)
}

/// The same, and put to those whom its rulebook names.
async fn without_fireworks(app: &Installation) -> Told<ApplicationId> {
    let case = handed_in_without_fireworks(app).await?;
    app.acts("coordinator", case, Circulate::default()).await?;
    Ok(case)
}

/// Who is asked about a case.
async fn asked(app: &Installation, case: ApplicationId) -> Told<Vec<String>> {
    let case = app.desk.case(app.cast.actor("coordinator")?, case).await?;
    let asked = case.application.referrals.keys();
    Ok(asked.map(ToString::to_string).collect())
}

async fn begun(maker: &mut Visitor) -> Told<Page> {
    let list = maker.opens("/en/rulebooks").await?;
    let own = format!("/en/rulebooks/{RULEBOOK}/");
    let version = list.addresses()?.into_iter().find(|one| one.starts_with(&own));
    let version = maker.opens(&version.ok_or("no version")?).await?;
    maker.sends(&version.form("/drafts")?).await
}

/// Changes one row; a cell that is no test is told beside it, and what was typed is kept.
async fn one_row_is_changed(maker: &mut Visitor, draft: &Page) -> Told {
    let rule = maker.opens(&format!("{}/{RULE}", draft.address)).await?;
    let form = rule.form(RULE)?;
    assert_eq!(form.value("input-3"), "-");
    assert_eq!(
        (form.value("input-3-is"), form.value("input-4-is")),
        ("any", "yes")
    );
    assert_eq!(form.value("output-1-is"), "mfaic");
    // What is chosen is compared with what is typed, and told at once where that is no number.
    let compared = form.clone().with("input-3-is", "more")?;
    let wrong = compared.clone().with("input-3-value", "many people")?;
    let told = Form {
        action: format!("{}/faults", form.action),
        ..wrong.clone()
    };
    let told: BTreeMap<String, String> = serde_json::from_slice(&maker.posts(&told).await?.body)?;
    assert_eq!(told.keys().collect::<Vec<_>>(), ["input-3-value"], "{told:?}");
    let page = maker.tries(&wrong).await?;
    assert_eq!(page.form(RULE)?.value("input-3-value"), "many people");
    assert_eq!(page.form(RULE)?.value("input-3-is"), "more");
    assert!(
        page.faults()?.contains_key("input-3-value"),
        "{:?}",
        page.faults()
    );
    // What is written as DMN counts, and is told at its cell.
    let told = Form {
        action: format!("{}/faults", form.action),
        ..form.clone().with("input-3", "many people")?
    };
    let told = maker.posts(&told).await?;
    assert_eq!(told.status, 200);
    let told: BTreeMap<String, String> = serde_json::from_slice(&told.body)?;
    assert_eq!(told.keys().collect::<Vec<_>>(), ["input-3"], "{told:?}");
    let wrong = maker.tries(&form.clone().with("input-3", "many people")?).await?;
    assert_eq!(wrong.form(RULE)?.value("input-3"), "many people");
    let faults = wrong.faults()?;
    assert_eq!(faults.keys().collect::<Vec<_>>(), ["input-3"], "{faults:?}");
    assert!(faults["input-3"].contains(&told["input-3"]), "{faults:?}");
    let saved = maker.sends(&compared.with("input-3-value", "9,000")?).await?;
    saved.says("How many people do you expect? more than 9,000 persons")?;
    Ok(())
}

/// Sees whom it would have touched: on the page, and in the file.
async fn those_it_would_have_touched(maker: &mut Visitor, at: &str, version: &str) -> Told {
    let what_if = maker.opens(&format!("{at}/what-if")).await?;
    what_if
        .says("Under this version, 1 of 2 applications that were handed in would have come out otherwise than under version 1.")?
        .does_not_say("would pay other fees")?
        .says("beside version 1")?
        .says("PNH-2023-0002 Seventieth anniversary of relations between Japan and Cambodia: fireworks and performances 19 November 2023 would no longer be put to")?
        .does_not_say("PNH-2023-0001 ")?;
    let csv = maker.asks(&format!("{at}/what-if.csv")).await?;
    let lines: Vec<String> = csv.text().lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(
        lines[1],
        format!(
            r#""kh-phnom-penh","1","{version}","PNH-2023-0002","Seventieth anniversary of relations between Japan and Cambodia: fireworks and performances","2023-11-19","","mfaic","","","","","","","","","""#
        )
    );
    Ok(())
}

fn proposing(draft: &Page, version: &str) -> Told<Form> {
    draft
        .form(&draft.address)?
        .with("version-name", version)?
        .with("from", "2023-10-01")?
        .with("purpose", "Small receptions of embassies need no consent.")?
        .with("then", "propose")
}

async fn the_rules_change(database: Database) -> Told {
    let app = Installation::on(database).await?;
    app.circulated(None).await?;
    let old = without_fireworks(&app).await?;
    assert_eq!(asked(&app, old).await?, ["mfaic", "moi", "phnom-penh"]);
    let mut maker = app.signs_in("rule-maker").await?;
    let draft = begun(&mut maker).await?;
    one_row_is_changed(&mut maker, &draft).await?;
    those_it_would_have_touched(&mut maker, &draft.address, "2").await?;

    let draft = maker.opens(&draft.address).await?;
    let known = maker.tries(&proposing(&draft, "1")?).await?;
    let faults = known.faults()?;
    assert!(
        faults["version-name"].contains("Version 1 is taken"),
        "{faults:?}"
    );
    let proposal = maker.sends(&proposing(&known, "2")?).await?;
    proposal
        .says("waiting for a second person")?
        .says("Rule 9, How many people do you expect?: any → more than 9,000 persons - → > 9000")?
        .says("Proposed by Vanna Chhim")?;
    assert!(proposal.form("/approval").is_err(), "nobody approves their own");
    those_it_would_have_touched(&mut maker, &proposal.address, "2").await?;

    let mut second = app.signs_in("second-rule-maker").await?;
    let page = second.opens(&proposal.address).await?;
    assert_eq!(
        page.heading()?,
        "Public events in Phnom Penh, version 2: waits for your approval"
    );
    // It makes law: the first press shows what it does.
    let seen = second.sends(&page.form("/approval")?).await?;
    seen.says("Check before you approve this version")?
        .says("Rule 9, How many people do you expect?: any → more than 9,000 persons")?;
    second
        .confirms(&page.form("/approval")?)
        .await?
        .says("Approved by Rithy Sok")?;
    let page = maker.opens(&proposal.address).await?;
    let early = maker
        .tries(&page.form("/publication")?.with("from", "2023-09-30")?)
        .await?;
    early.says("the first possible day is 1 October 2023")?;
    let seen = maker.sends(&page.form("/publication")?).await?;
    seen.says("Check before you publish this version")?
        .says("Whoever hands in from 1 October 2023 on is bound by it.")?;
    let published = maker.confirms(&page.form("/publication")?).await?;
    published.says("published")?.says("from 1 October 2023 on")?;
    let public = published.link("Its public page")?;

    binds_from_its_day(&app, old, &public).await?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

/// From its day on it binds whoever hands in. Its page is there for everyone, and so is that of the version before.
async fn binds_from_its_day(app: &Installation, old: ApplicationId, public: &str) -> Told {
    let mut anyone = app.visitor();
    let page = anyone.opens(public).await?;
    page.says("not yet in force")?
        .says("What changed since version 1 the rulebook, version: 1 → 2")?
        .says("Rule 9, How many people do you expect?: any → more than 9,000 persons")?;
    // Questions and answers are called what the rulebook calls them in the reader's language; what the file has, everyone
    // finds in the file. Two first days would be told apart by nobody.
    page.says("Binds whoever hands in from 1 October 2023 on.")?
        .does_not_say("from 25 April 2023")?;
    let japanese = anyone.opens(&public.replacen("/en/", "/ja/", 1)).await?;
    japanese
        .says(r#"会場はどこですか。 私有地・私有の建物 以外"#)?
        .says("規則 9「何人の参加を見込んでいますか。」：どの答えでも → 9,000 人を超える")?
        .does_not_say("9000")?
        .does_not_say("not(")?
        .says("花火を打ち上げますか。 はい")?
        .does_not_say("true")?;
    let tests = anyone.opens(&format!("{public}/tests")).await?;
    assert_eq!(tests.link("Rule 9")?, format!("{public}#authorities-9"));
    tests
        .says("4 cases, of which none fails. 14 of 14 rules are held by a case that passes")?
        .says("A small gathering in the freedom park passed")?;
    let waiting = handed_in_without_fireworks(app).await?;
    app.clock_at("2023-10-01T02:00:00Z")?;
    anyone.opens(public).await?.says("in force")?;
    let new = without_fireworks(app).await?;
    app.acts("coordinator", waiting, Circulate::default()).await?;
    // What was handed in before and is circulated only now goes by the version that it was handed in under.
    assert_eq!(asked(app, waiting).await?, ["mfaic", "moi", "phnom-penh"]);
    assert_eq!(asked(app, new).await?, ["moi", "phnom-penh"]);
    assert_eq!(asked(app, old).await?, ["mfaic", "moi", "phnom-penh"]);
    let mut organiser = app.signs_in("organiser").await?;
    let referral = organiser
        .opens(&format!("/en/cases/{old}/referrals/mfaic"))
        .await?;
    referral.says("A foreign mission holds the event or helps to hold it")?;

    let list = anyone.opens("/en/rulebooks").await?;
    list.says("2 in force")?
        .says("1 earlier")?
        .does_not_say("Proposals")?;
    let file = page.addresses()?;
    let file = file
        .iter()
        .find(|one| one.ends_with("authorities.dmn"))
        .ok_or("no file")?;
    let file = anyone.asks(file).await?.text();
    assert!(
        file.contains("<text>&gt; 9000</text>") && file.contains("DMNDI"),
        "{file}"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_maker_changes_one_row_on_sqlite() -> Told {
    the_rules_change(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_maker_changes_one_row_on_postgresql() -> Told {
    the_rules_change(Database::postgres().await?).await
}
