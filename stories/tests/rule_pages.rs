//! What a rule maker's pages tell of a version that is not well yet: what is missing, what is gone, what refuses it, each in the
//! reader's language and with the way on.

use act::{Actor, Context, Reason, Recorded, Title};
use desk::Version;
use desk::governance::{Draft, DraftChange};
use desk::store::{Append, Kept, NewFact, Part, StreamId};
use governance::{Lead, Proposed, RulebookFact, RulebookFile};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use stories::{Database, Installation, Page, RULEBOOK, Told};

const SETTINGS: &str = "rulebook.toml";
const DECISIONS: &str = "authorities.dmn";

/// A version that is worked on, as it was begun.
async fn begun(app: &Installation) -> Told<Draft> {
    let maker = app.cast.actor("rule-maker")?;
    let rulebook = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    let draft = app
        .desk
        .begin_rulebook_draft(maker, RULEBOOK, rulebook.hash())
        .await?;
    Ok(app.desk.rulebook_draft(maker, &draft).await?)
}

/// The same with a file in place of one of its own.
async fn with_file(app: &Installation, draft: &Draft, name: &str, text: &str) -> Told<Draft> {
    let maker = app.cast.actor("rule-maker")?;
    let change = DraftChange::File(name.to_owned(), text.as_bytes().to_vec());
    let changed = app
        .desk
        .change_rulebook_draft(maker, &draft.id, draft.version, vec![change]);
    Ok(changed.await?)
}

/// Decisions whose table has no rule any more.
fn without_rules(decisions: &str) -> String {
    let mut left = String::new();
    let mut rest = decisions;
    while let Some(begin) = rest.find("<rule ") {
        left.push_str(&rest[..begin]);
        rest = rest[begin..].split_once("</rule>").map_or("", |(_, after)| after);
    }
    left + rest
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_was_uploaded_without_rules_is_filled_on_its_pages() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let draft = with_file(&app, &draft, DECISIONS, &without_rules(&draft.files[DECISIONS])).await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let page = maker.opens(&format!("/en/rulebook-drafts/{}", draft.id)).await?;
    page.says("the table has 0 rules")?;
    let rule = maker.follows(&page, "Add a rule").await?;
    assert_eq!(rule.heading()?, "Rule 1: Authorities that must be asked");
    let form = rule.form("/authorities/1")?;
    let blank = maker.tries(&form).await?;
    assert!(blank.faults()?.contains_key("output-1"), "{:?}", blank.faults());
    let filled = form
        .with("input-3", "> 200")?
        .with("output-1", "\"moi\"")?
        .with("annotation-1", "large-crowd")?
        .with("annotation-2", "Act 1")?
        .with("annotation-3", "practice")?;
    let saved = maker.sends(&filled).await?;
    saved
        .says("Rule 1 How many people do you expect? more than 200 persons > 200 Interior")?
        .does_not_say("the table has 0 rules")?;
    // Behind the last rule there is always room for one more.
    let next = maker.follows(&saved, "Add a rule").await?;
    assert_eq!(next.heading()?, "Rule 2: Who is asked, and why");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_gone_is_named_and_leads_back_to_its_table() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let table = format!("/en/rulebook-drafts/{}", draft.id);
    let at = |row: usize| format!("{table}/rules/{DECISIONS}/authorities/{row}");
    let form = maker.opens(&at(14)).await?.form("/authorities/14")?;
    let form = form.with("annotation-2", "What a colleague told me")?;
    let one_less = draft.files[DECISIONS].rfind("<rule ").ok_or("no rule")?;
    let (before, last) = draft.files[DECISIONS].split_at(one_less);
    let after = last.split_once("</rule>").ok_or("no end")?.1;
    with_file(&app, &draft, DECISIONS, &format!("{before}{after}")).await?;
    // Row 14 is where a rule more would stand now; further behind there is nothing.
    let gone = stories::Form {
        action: at(99),
        ..form
    };
    let page = maker.tries(&gone).await?;
    assert_eq!(
        (page.status, page.heading()?.as_str()),
        (404, "Rule 99 is not there")
    );
    page.says("What a colleague told me")?;
    assert_eq!(
        page.link("Back to the version")?,
        format!("{table}#table-authorities")
    );
    let answer = maker.asks(&at(99)).await?;
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("Rule 99 is not there"));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_begins_to_work_on_a_version_again_gets_the_untouched_draft_back() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (maker, second) = (
        app.cast.actor("rule-maker")?,
        app.cast.actor("second-rule-maker")?,
    );
    let rulebook = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    let begins = |by: &Actor| {
        let (by, hash, desk) = (by.clone(), rulebook.hash().to_owned(), app.desk.clone());
        async move { desk.begin_rulebook_draft(&by, RULEBOOK, &hash).await }
    };
    let first = begins(maker).await?;
    assert_eq!(begins(maker).await?, first);
    assert_ne!(begins(second).await?, first);
    let draft = app.desk.rulebook_draft(maker, &first).await?;
    with_file(&app, &draft, SETTINGS, &draft.files[SETTINGS].clone()).await?;
    let another = begins(maker).await?;
    assert_ne!(another, first);
    assert_eq!(app.desk.rulebook_drafts(maker).await?.len(), 3);
    app.ends().await
}

/// Settings of which two keys are wrong.
fn unsound(settings: &str) -> String {
    let nowhere = "\njurisdiction = { country = \"XX\" }\nlead = ";
    let settings = settings.replacen("\nlead = ", nowhere, 1);
    settings.replacen("reference_prefix = \"PNH\"", "reference_prefix = \"p\"", 1)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_refuses_a_version_is_told_in_the_readers_language() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let draft = with_file(&app, &draft, SETTINGS, &unsound(&draft.files[SETTINGS])).await?;
    let mut maker = app.signs_in("rule-maker").await?;
    for (language, country, prefix) in [
        (
            "en",
            "“XX” is no country. Write its two capital letters",
            "“p” is no prefix",
        ),
        ("km", "“XX” មិនមែនជាប្រទេសទេ។", "“p” មិនមែនជាបុព្វបទទេ"),
        (
            "ja",
            "「XX」という国はありません。",
            "「p」は接頭辞ではありません",
        ),
    ] {
        for page in ["", "/lint"] {
            let at = format!("/{language}/rulebook-drafts/{}{page}", draft.id);
            let page = maker.opens(&at).await?;
            page.says(country)?.says(prefix)?;
            if language != "en" {
                page.does_not_say("is no country")?.does_not_say("Write 2 to 6")?;
            }
        }
    }
    // A cell that is no test is told likewise, and so is what a table of other programs has wrong.
    let good = begun(&app).await?;
    let at = format!("/ja/rulebook-drafts/{}/rules/{DECISIONS}/authorities/9", good.id);
    let form = maker.opens(&at).await?.form("/authorities/9")?;
    let wrong = maker.tries(&form.with("input-3", "many people")?).await?;
    wrong.says("ここに「many people」という名前のものはありません。引用符で囲んだ文字列")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_it_would_have_touched_cannot_be_told_of_a_version_that_is_not_loaded_and_why_is_said() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let draft = with_file(&app, &draft, SETTINGS, &unsound(&draft.files[SETTINGS])).await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let at = format!("/en/rulebook-drafts/{}/what-if", draft.id);
    maker.opens(&at).await?.says("“XX” is no country")?;
    let file = maker.asks(&format!("{at}.csv")).await?;
    assert_eq!(file.status, 422);
    assert!(file.text().contains("“XX” is no country"), "{}", file.text());
    app.ends().await
}

fn hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Puts a version into the ledger as a program did that took it; this one does not load it any more.
async fn proposed_of_old(
    app: &Installation,
    files: &BTreeMap<String, String>,
    changes: &str,
) -> Told<String> {
    let maker = app.cast.actor("rule-maker")?;
    for text in files.values() {
        let kept = Kept {
            kind: "rulebook-file",
            key: hex(text.as_bytes()),
            owner: String::new(),
            version: 1,
            expires: None,
            body: text.as_bytes().to_vec(),
        };
        // What did not change is kept already.
        drop(app.desk.store().keep(kept).await);
    }
    let file = |(name, text): (&String, &String)| {
        Ok(RulebookFile {
            name: Title::new(name)?,
            sha256: hex(text.as_bytes()),
            size: u64::try_from(text.len())?,
        })
    };
    let version = Proposed {
        hash: hex(b"of old"),
        name: Title::new("0.9")?,
        files: files.iter().map(file).collect::<Told<Vec<RulebookFile>>>()?,
        changes: Some(changes.to_owned()),
        from: "2023-10-01".parse()?,
        purpose: Reason::new("As it was taken then.")?,
        makers: vec![],
        lead: Lead {
            authority: "phnom-penh".parse()?,
            organisation: maker.organisation,
        },
    };
    let hash = version.hash.clone();
    let facts = [
        RulebookFact::Proposed {
            proposal: 1,
            version: Box::new(version),
        },
        RulebookFact::Approved { proposal: 1 },
        RulebookFact::Published {
            proposal: 1,
            from: "2023-10-01".parse()?,
        },
    ];
    for (version, fact) in (0..).zip(facts) {
        let place = record::Place {
            id: RULEBOOK.to_owned(),
            version: version + 1,
        };
        let by = Context {
            actor: maker.clone(),
            at: app.desk.now(),
        };
        let payload = record::write(&place, &Recorded { fact, by }).map_err(|fault| fault.to_string())?;
        let part = Part {
            stream: StreamId::new("rulebook", RULEBOOK),
            expected: version,
            facts: vec![NewFact {
                payload,
                salt: [1; 32],
            }],
            folded: None,
        };
        app.desk.store().append(Append { parts: vec![part] }).await?;
    }
    Ok(hash)
}

/// That a page has the linter's findings and the files, and leads a rule maker on.
fn tells_what_refuses_it(page: &Page) -> Told<stories::Form> {
    page.says("This version cannot be loaded")?
        .says("“XX” is no country")?
        .says("authorities.dmn")?;
    page.form("/drafts")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_is_not_loaded_any_more_shows_what_refuses_it_and_binds_nobody() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let draft = begun(&app).await?;
    let mut files = draft.files.clone();
    files.insert(SETTINGS.to_owned(), unsound(&draft.files[SETTINGS]));
    let hash = proposed_of_old(&app, &files, &draft.changes).await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let list = maker.opens("/en/rulebooks").await?;
    list.says("0.9 cannot be loaded")?.says("1 in force")?;
    let public = format!("/en/rulebooks/{RULEBOOK}/{hash}");
    let page = maker.opens(&public).await?;
    let mut anyone = app.visitor();
    anyone.opens(&public).await?.says("“XX” is no country")?;
    assert_eq!(
        anyone.asks(&format!("{public}/files/{SETTINGS}")).await?.text(),
        files[SETTINGS]
    );
    let proposal = maker
        .opens(&format!("/en/rulebook-proposals/{RULEBOOK}/1"))
        .await?;
    tells_what_refuses_it(&proposal)?;
    let what_if = maker
        .opens(&format!("/en/rulebook-proposals/{RULEBOOK}/1/what-if"))
        .await?;
    what_if.says("“XX” is no country")?;
    // Whoever goes on from it has its files, and takes its place.
    let again = maker.sends(&tells_what_refuses_it(&page)?).await?;
    let id = again.address.rsplit('/').next().unwrap_or_default();
    let again = app.desk.rulebook_draft(app.cast.actor("rule-maker")?, id).await?;
    files.insert(
        SETTINGS.to_owned(),
        files[SETTINGS].replacen("\"0.9\"", "\"2\"", 1),
    );
    assert_eq!((again.files, again.changes), (files, hash));

    assert!(app.desk.rulebooks().in_force(RULEBOOK).is_some());
    app.clock_at("2023-10-01T02:00:00Z")?;
    assert!(
        app.desk.rulebooks().in_force(RULEBOOK).is_none(),
        "it took the place of the one before"
    );
    maker.opens("/en/rulebooks").await?.says("0.9 cannot be loaded")?;
    app.ends().await
}

/// A rulebook whose first rule tests what has no value.
fn without_value(known: &Version) -> Told<Version> {
    let mut files = BTreeMap::clone(&known.files);
    let decisions = files[DECISIONS].replacen(
        "<text>&gt; 200</text>",
        "<text>? &gt; 1 / (attendance - attendance)</text>",
        1,
    );
    assert_ne!(decisions, files[DECISIONS]);
    files.insert(DECISIONS.to_owned(), decisions);
    Version::load(files).map_err(|error| error.to_string().into())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_value_says_where_it_comes_from_on_every_page_of_a_case() -> Told {
    let known = Installation::on(Database::sqlite()?).await?;
    let plain = known
        .desk
        .rulebooks()
        .binding_now(RULEBOOK)
        .ok_or("no rulebook")?
        .version
        .clone();
    known.ends().await?;
    let app = Installation::ruled_by(Database::sqlite()?, without_value(&plain)?).await?;
    let case = app.submitted(None).await?;
    let why = "“1 / (attendance - attendance)” has no value: a number cannot be divided by zero.";
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/cases/{case}")).await?;
    // Answers stand in the order in which they were asked.
    page.says(why)?
        .says("What kind of event is it? Celebration or ceremony Where is it held?")?;
    let check: Vec<String> = app
        .typed()?
        .iter()
        .filter(|(field, _)| field.starts_with("answer-"))
        .map(|(field, value)| format!("&{field}={value}"))
        .collect();
    let check = format!(
        "/permit-check?rulebook={RULEBOOK}&date=2023-11-19{}",
        check.concat()
    );
    let mut anyone = app.visitor();
    anyone
        .opens(&format!("/en{check}"))
        .await?
        .says("column “How many people do you expect?”")?
        .says(why)?;
    anyone
        .opens(&format!("/ja{check}"))
        .await?
        .says("数を 0 で割ることはできません。")?;
    app.ends().await
}

/// What is chosen in a form is what the file says then; what is sent unchanged leaves every cell as it is written.
#[tokio::test(flavor = "multi_thread")]
async fn a_rule_is_changed_by_choosing_and_only_what_was_changed_is_another() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let maker = app.cast.actor("rule-maker")?;
    let mut visitor = app.signs_in("rule-maker").await?;
    for row in 1..=14 {
        let at = format!(
            "/en/rulebook-drafts/{}/rules/{DECISIONS}/authorities/{row}",
            draft.id
        );
        let form = visitor.opens(&at).await?.form(&format!("/authorities/{row}"))?;
        visitor.sends(&form).await?;
    }
    let same = app.desk.rulebook_draft(maker, &draft.id).await?;
    let tables = |draft: &Draft| draft.table(DECISIONS, "authorities");
    assert!(tables(&same).is_some() && tables(&same) == tables(&draft));
    assert!(same.files[SETTINGS] == draft.files[SETTINGS]);

    let at = format!("/en/rulebook-drafts/{}/rules/{DECISIONS}/authorities/9", draft.id);
    let form = visitor.opens(&at).await?.form("/authorities/9")?;
    let changed = form
        .with("input-1-is", "none-of")?
        .with("input-1-value", "demonstration")?
        .with("input-4-is", "no")?
        .with("input-6-is", "range")?
        .with("input-6-value", "75")?
        .with("input-6-upper", "1,000")?
        .with("output-1-is", "moi")?
        .with("annotation-1-is", "large-crowd")?
        .with("annotation-3-is", "regulation")?
        .with("annotation-4-is", "short-demonstration-notice")?;
    visitor.sends(&changed).await?;
    let other = app.desk.rulebook_draft(maker, &draft.id).await?;
    let table = other.table(DECISIONS, "authorities").ok_or("no table")?;
    let rule = table.rule(9).ok_or("no rule")?;
    let inputs = [
        "not(\"demonstration\")",
        "-",
        "-",
        "false",
        "-",
        "[75..1000]",
        "-",
        "-",
    ];
    assert_eq!(rule.inputs, inputs);
    assert_eq!(rule.outputs, ["\"moi\""]);
    assert_eq!(rule.annotations[0], "large-crowd");
    assert_eq!(
        rule.annotations[2..4],
        ["regulation", "short-demonstration-notice"]
    );
    // One button saves; the others are folded away.
    let page = visitor.opens(&at).await?;
    assert_eq!(page.each("main form > .actions button")?, ["Save the rule"]);
    assert_eq!(page.each("main form details button")?.len(), 4);
    app.ends().await
}

/// A version that is begun is called like the one it changes: the form says the next number.
#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_is_to_be_called_by_the_next_number() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let mut maker = app.signs_in("rule-maker").await?;
    let called = async |maker: &mut stories::Visitor| -> Told<String> {
        let draft = begun(&app).await?;
        let at = format!("/en/rulebook-drafts/{}", draft.id);
        let page = maker.opens(&at).await?;
        assert_eq!(page.heading()?, "A new version of Public events in Phnom Penh");
        Ok(page.form(&at)?.value("version-name").to_owned())
    };
    assert_eq!(called(&mut maker).await?, "2");
    app.rulebook_proposed(app.cast.actor("rule-maker")?, "7").await?;
    assert_eq!(called(&mut maker).await?, "8");
    app.ends().await
}

/// A name that a proposal has is refused as that, though only a test was changed; it stays as it was typed until its maker mends it.
#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_is_taken_is_said_beside_its_field_and_stays_as_it_was_typed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    app.rulebook_proposed(app.cast.actor("rule-maker")?, "2").await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let proposal = maker
        .opens(&format!("/en/rulebook-proposals/{RULEBOOK}/1"))
        .await?;
    let draft = maker.sends(&proposal.form("/drafts")?).await?;
    let at = draft.address.clone();
    assert_eq!(draft.form(&at)?.value("version-name"), "3");
    assert_eq!(draft.faults()?.len(), 0);
    let typed = draft.form(&at)?.with("version-name", "2")?;
    let saved = maker.sends(&typed.clone().with("then", "stay")?).await?;
    let proposed = saved.form(&at)?.with("then", "propose")?;
    for page in [saved, maker.tries(&proposed).await?] {
        assert_eq!(page.form(&at)?.value("version-name"), "2");
        let faults = page.faults()?;
        assert!(
            faults["version-name"].contains("Version 2 is taken by proposal 1."),
            "{faults:?}"
        );
    }
    app.ends().await
}

/// Of two who change one rule, the second gets their form back: with what they typed, what they left alone as it is now, and beside
/// what both changed what stands there.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_change_one_rule_the_second_types_nothing_again() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let at = format!("/en/rulebook-drafts/{}/rules/{DECISIONS}/authorities/9", draft.id);
    let mut first = app.signs_in("rule-maker").await?;
    let mut second = app.signs_in("second-rule-maker").await?;
    let form = second.opens(&at).await?.form("/authorities/9")?;
    let others = first.opens(&at).await?.form("/authorities/9")?;
    let others = others
        .with("input-3-is", "more")?
        .with("input-3-value", "300")?
        .with("input-4-is", "no")?;
    first.sends(&others).await?;

    let mine = form
        .with("input-1-is", "none-of")?
        .with("input-1-value", "demonstration")?
        .with("input-3-is", "more")?
        .with("input-3-value", "500")?;
    let told = second.tries(&mine).await?;
    assert_eq!(told.status, 409);
    told.says("so nothing was saved")?;
    let faults = told.faults()?;
    let stands = faults
        .get("input-3-value")
        .ok_or("what stands there is not said")?;
    assert!(
        stands.contains("It says “more than 300 persons” now."),
        "{stands}"
    );
    assert_eq!(
        faults.keys().filter(|field| !field.is_empty()).count(),
        1,
        "{faults:?}"
    );
    let again = told.form("/authorities/9")?;
    assert_eq!(again.value("input-3-value"), "500");
    assert_eq!(again.value("input-4-is"), "no");
    second.sends(&again).await?;
    let saved = app
        .desk
        .rulebook_draft(app.cast.actor("rule-maker")?, &draft.id)
        .await?;
    let table = saved.table(DECISIONS, "authorities").ok_or("no table")?;
    let rule = table.rule(9).ok_or("no rule")?;
    assert_eq!(
        rule.inputs,
        [
            "not(\"demonstration\")",
            "-",
            "> 500",
            "false",
            "-",
            "-",
            "-",
            "-"
        ]
    );
    app.ends().await
}

/// A form is of its rule, whatever row that has by now: another that took its row is never changed in its place.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_became_old_follows_its_rule_and_touches_no_other() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let maker = app.cast.actor("rule-maker")?;
    let ids = async || -> Told<Vec<String>> {
        let now = app.desk.rulebook_draft(maker, &draft.id).await?;
        Ok(now.table(DECISIONS, "authorities").ok_or("no table")?.ids)
    };
    let at = |row: usize| {
        format!(
            "/en/rulebook-drafts/{}/rules/{DECISIONS}/authorities/{row}",
            draft.id
        )
    };
    let removing = |mut form: stories::Form| {
        form.fields.push(("more".to_owned(), "remove".to_owned()));
        form
    };
    let (mut first, mut second) = (
        app.signs_in("rule-maker").await?,
        app.signs_in("second-rule-maker").await?,
    );
    let mut before = ids().await?;
    let opened = removing(first.opens(&at(4)).await?.form("/authorities/4")?);
    let next = first.opens(&at(15)).await?.form("/authorities/15")?;
    let third = removing(second.opens(&at(3)).await?.form("/authorities/3")?);
    second.sends(&third).await?;
    before.remove(2);
    assert_eq!(ids().await?, before);

    // It stands in row 3 now, and the form says so before anything is done.
    let told = first.tries(&opened).await?;
    assert_eq!(told.status, 409);
    assert!(told.heading()?.starts_with("Rule 3: "), "{}", told.heading()?);
    assert_eq!(ids().await?, before);
    first.sends(&removing(told.form("/authorities/3")?)).await?;
    before.remove(2);
    assert_eq!(ids().await?, before);

    // A rule that is gone is no other: neither that of its row, nor one more; and taking it out is done.
    assert_eq!(first.posts(&opened).await?.status, 303);
    assert_eq!(ids().await?, before);
    let mut kept = opened;
    kept.fields.retain(|(name, _)| name != "more");
    let gone = first.tries(&kept).await?;
    assert_eq!(
        (gone.status, gone.heading()?.as_str()),
        (404, "Rule 4 is not there")
    );
    assert_eq!(ids().await?, before);
    // One that was not there yet stands behind the last.
    let told = first.tries(&next.with("annotation-2", "A rule more")?).await?;
    assert_eq!(told.form("/authorities/13")?.value("annotation-2"), "A rule more");
    app.ends().await
}

/// What is typed or ticked beside a list that was left at "any" is not thrown away.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_where_nothing_is_compared_is_told_beside_the_list() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let at = format!("/en/rulebook-drafts/{}/rules/{DECISIONS}/authorities/9", draft.id);
    let form = maker.opens(&at).await?.form("/authorities/9")?;
    assert_eq!(
        (form.value("input-3-is"), form.value("input-1-is")),
        ("any", "any")
    );
    let typed = form
        .with("input-3-value", "300")?
        .with("input-1-value", "demonstration")?;
    let told = maker.tries(&typed).await?;
    assert_eq!(told.status, 422);
    let faults = told.faults()?;
    let beside = |field: &str| faults.get(field).cloned().unwrap_or_default();
    assert!(beside("input-3-is").contains("You typed “300”"), "{faults:?}");
    assert!(beside("input-1-is").contains("Answers are ticked"), "{faults:?}");
    let kept = told.form("/authorities/9")?;
    assert_eq!(
        (kept.value("input-3-value"), kept.value("input-1-value")),
        ("300", "demonstration")
    );
    let compared = kept.with("input-3-is", "more")?.with("input-1-is", "one-of")?;
    maker.sends(&compared).await?;
    // Who chooses that nothing is compared any more need not take out what stood there.
    let form = maker.opens(&at).await?.form("/authorities/9")?;
    maker.sends(&form.with("input-3-is", "any")?).await?;
    let saved = app
        .desk
        .rulebook_draft(app.cast.actor("rule-maker")?, &draft.id)
        .await?;
    let table = saved.table(DECISIONS, "authorities").ok_or("no table")?;
    assert_eq!(
        table.rule(9).ok_or("no rule")?.inputs[..3],
        ["\"demonstration\"", "-", "-"]
    );
    app.ends().await
}

/// Settings that are broken, and a file that is taken off by a slip: neither asks for anything else first, and the second is
/// asked about.
#[tokio::test(flavor = "multi_thread")]
async fn broken_settings_are_put_right_as_they_stand_and_a_file_goes_when_it_is_meant() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let whole = draft.files["rulebook.toml"].clone();
    with_file(&app, &draft, "rulebook.toml", "id = \"kh\nlead =\n").await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let address = format!("/en/rulebook-drafts/{}", draft.id);
    let page = maker.opens(&address).await?;
    let mending = page.form(&address)?.with("then", "attach")?;
    let files = [("file", "rulebook.toml", whole.as_bytes())];
    let answer = maker.posts_files(&mending, &files).await?;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = maker.opens(&address).await?;
    let typed = page.form(&address)?.with("purpose", "For clarity.")?;
    let asked = maker.sends(&typed.with("then", "remove-rulebook.toml")?).await?;
    asked.says("Take rulebook.toml off this version?")?;
    let kept = maker.opens(&address).await?;
    kept.link("rulebook.toml")?;
    let kept = kept.form(&address)?;
    assert_eq!(kept.value("purpose"), "For clarity.");
    // A colleague who saves meanwhile is asked about anew.
    maker.sends(&kept).await?;
    let stale = maker.tries(&asked.form("/rulebook.toml")?).await?;
    stale.says("so nothing was discarded")?;
    let gone = maker.sends(&stale.form("/rulebook.toml")?).await?;
    assert!(gone.link("rulebook.toml").is_err());
    app.ends().await
}

/// A file that was chosen beside what was not taken is not there; one that was saved before proposing failed is.
#[tokio::test(flavor = "multi_thread")]
async fn a_rule_maker_is_told_to_choose_a_file_again_where_it_was_not_saved() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let address = format!("/en/rulebook-drafts/{}", draft.id);
    let file: [(&str, &str, &[u8]); 1] = [("file", "more.toml", b"# Nothing yet.\n")];
    let mut maker = app.signs_in("rule-maker").await?;
    let form = maker.opens(&address).await?.form(&address)?;
    let faulty = form.clone().with("version-name", "2 #b")?;
    let answer = maker.posts_files(&faulty, &file).await?;
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert!(answer.text().contains("Choose more.toml again"));

    let proposed = form.with("purpose", "")?.with("then", "propose")?;
    let answer = maker.posts_files(&proposed, &file).await?;
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert!(!answer.text().contains("Choose more.toml again"));
    maker.opens(&address).await?.link("more.toml")?;
    app.ends().await
}

/// A button that is pressed twice sends its form twice: the second finds done what it asks, and says nothing of anyone else.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_added_twice_over_is_added() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let address = format!("/en/rulebook-drafts/{}", draft.id);
    let form = maker.opens(&address).await?.form(&address)?;
    let form = form.with("then", "attach")?.with("purpose", "For clarity.")?;
    let case = "[[case]]\nname = \"one\"\nrefused = \"nothing\"\n";
    let other = case.replace("one", "another");
    let (proposing, first) = (form.clone().with("then", "propose")?, case.as_bytes());
    for (form, content, status) in [
        (&form, first, 303),
        (&form, first, 303),
        (&form, other.as_bytes(), 409),
        // What is proposed has been looked at.
        (&proposing, first, 409),
    ] {
        let answer = maker.posts_files(form, &[("file", "one.toml", content)]).await?;
        assert_eq!(answer.status, status, "{}", answer.text());
    }
    let actor = app.cast.actor("rule-maker")?;
    let saved = app.desk.rulebook_draft(actor, &draft.id).await?;
    assert_eq!(saved.files["tests/one.toml"], case);
    assert_eq!(saved.purpose, "For clarity.");
    app.ends().await
}

/// What is no decision model is said to be none, and the tables beside it are told in the rulebook's words all the same.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_model_is_said_to_be_none_and_spoils_no_table() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let address = format!("/en/rulebook-drafts/{}", draft.id);
    let rule = format!("{address}/rules/{DECISIONS}/authorities/1");
    let before = maker.opens(&rule).await?.words()?;
    with_file(&app, &draft, "hello.dmn", "Hello.").await?;
    let page = maker.opens(&address).await?;
    page.says("hello.dmn, line 1: it cannot be read as DMN. Take the file off")?
        .says("Ministry of Interior")?
        .does_not_say("it does not name the file")?;
    assert_eq!(maker.opens(&rule).await?.words()?, before);
    app.ends().await
}

/// So it is with a rule that is copied or taken out: it is done once, and the second press comes to where the first did.
#[tokio::test(flavor = "multi_thread")]
async fn a_rule_that_is_copied_or_taken_out_twice_over_is_so_once() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let actor = app.cast.actor("rule-maker")?;
    let mut maker = app.signs_in("rule-maker").await?;
    let at = |row: usize| {
        format!(
            "/en/rulebook-drafts/{}/rules/{DECISIONS}/authorities/{row}",
            draft.id
        )
    };
    let rules = async || -> Told<usize> {
        let now = app.desk.rulebook_draft(actor, &draft.id).await?;
        Ok(now.table(DECISIONS, "authorities").ok_or("no table")?.rules.len())
    };
    let before = rules().await?;
    for (what, row, after) in [
        ("copy", 4, before + 1),
        ("remove", 4, before),
        ("remove", 2, before - 1),
    ] {
        let mut form = maker
            .opens(&at(row))
            .await?
            .form(&format!("/authorities/{row}"))?;
        form.fields.push(("more".to_owned(), what.to_owned()));
        let first = maker.posts(&form).await?;
        assert_eq!((first.status, rules().await?), (303, after), "{what} {row}");
        let second = maker.posts(&form).await?;
        assert_eq!((second.status, rules().await?), (303, after), "{what} {row}");
        assert_eq!(
            second.header("location"),
            first.header("location"),
            "{what} {row}"
        );
    }
    app.ends().await
}

/// Thousands of tests are no page: it shows some of them, those that fail first, and leads on to the rest.
#[tokio::test(flavor = "multi_thread")]
async fn very_many_tests_are_shown_a_page_at_a_time() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = begun(&app).await?;
    let cases =
        (1..=250).map(|number| format!("[[case]]\nname = \"many {number}\"\nrefused = \"nothing\"\n"));
    let draft = with_file(&app, &draft, "tests/many.toml", &cases.collect::<String>()).await?;
    let mut maker = app.signs_in("rule-maker").await?;
    let address = format!("/en/rulebook-drafts/{}", draft.id);
    let own = maker.opens(&address).await?;
    own.says("230 more are not told here.")?
        .says("many 20")?
        .does_not_say("many 21")?;
    let first = maker.opens(&format!("{address}/tests")).await?;
    first
        .says("Cases 1 to 100 of 254. Those that fail stand first.")?
        .says("many 100")?
        .does_not_say("many 101")?;
    let second = maker.follows(&first, "Next page").await?;
    second
        .says("Cases 101 to 200 of 254.")?
        .says("many 101")?
        .does_not_say("many 201")?;
    let last = maker.follows(&second, "Next page").await?;
    last.says("A small gathering in the freedom park passed")?;
    assert!(last.link("Next page").is_err());
    app.ends().await
}
