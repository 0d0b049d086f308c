//! Boxes in the form of a rule: what a rule attaches, ticked and unticked on its page.

use desk::Version;
use desk::governance::tables;
use stories::{Database, Form, Installation, Page, RULEBOOK, Told, Visitor};

/// The rulebook of Phnom Penh of which one document is called as one likes.
fn with_a_document_called(id: &str) -> Told<Version> {
    let shipped = crate::permit_check::shipped("kh-phnom-penh-2")?;
    let files = shipped.files.iter();
    let files = files.map(|(name, text)| (name.clone(), text.replace("event-letter", id)));
    Ok(Version::load(files.collect())?)
}

async fn rule(visitor: &mut Visitor, draft: &str, row: usize) -> Told<Page> {
    visitor
        .opens(&format!(
            "/en/rulebook-drafts/{draft}/rules/authorities.dmn/authorities/{row}"
        ))
        .await
}

fn sent(page: &Page, row: usize) -> Told<Form> {
    page.form(&format!("/authorities/{row}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_rule_attaches_changes_by_its_boxes_alone_whatever_it_is_called() -> Told {
    let app = Installation::ruled_by(Database::sqlite()?, with_a_document_called("boxes")?).await?;
    let by = app.cast.actor("rule-maker")?;
    let rulebook = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    let draft = app
        .desk
        .begin_rulebook_draft(by, RULEBOOK, rulebook.hash())
        .await?;
    let table = || async {
        let now = app.desk.rulebook_draft(by, &draft).await?;
        Told::Ok(tables(&now.files).remove(0))
    };
    let begun = table().await?;
    let mut maker = app.signs_in("rule-maker").await?;
    for row in 1..=begun.rules.len() {
        let form = sent(&rule(&mut maker, &draft, row).await?, row)?;
        maker.sends(&form).await?;
    }
    assert_eq!(table().await?, begun);
    let column = begun.annotations.iter().position(|one| one == "documents");
    let column = column.ok_or("no documents")?;
    let field = format!("annotation-{}-is", column + 1);
    for (ticked, expected) in [
        (&["site-plan"][..], "site-plan"),
        (&["boxes", "site-plan"], "site-plan, boxes"),
        (&["boxes"], "boxes"),
        (&[], ""),
    ] {
        let mut form = sent(&rule(&mut maker, &draft, 1).await?, 1)?.without(&field);
        for one in ticked {
            form.fields.push((field.clone(), (*one).to_owned()));
        }
        maker.sends(&form).await?;
        let now = table().await?;
        let documents = now.rule(1).map(|rule| rule.annotations[column].as_str());
        assert_eq!(documents, Some(expected));
    }
    app.ends().await
}
