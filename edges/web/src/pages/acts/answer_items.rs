//! The organiser answers items of a question: as many as it can, and the others later.

use super::answer_question::answered;
use super::saying::{Saying, Words};
use super::{ActPage, Asking, Called, SaidBefore, items};
use crate::Text;
use crate::asked::called;
use crate::form::Typed;
use crate::pages::confirm::Row;
use crate::pages::entry::Field;
use crate::wording::bound_to;
use act::{AttachmentId, AuthorityId};
use clearance::ItemAnswer;
use clearance::acts::AnswerItems;
use desk::Fault;

impl ActPage for AnswerItems {
    type On = (AuthorityId, u32);
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/questions/{number}/items";
    const AGAIN: Option<&'static str> = Some("items-again");
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const LEADS: (&'static str, &'static str) = ("act-answer-items-whom", "#act-answer-items");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-answer-items",
            what: "act-answer-items-what",
            kind: "",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        asking.asks.items.answers(asking.entering)
    }

    fn read((authority, number): (AuthorityId, u32), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let answers = items::read(typed, number).map_err(Fault::Invalid)?;
        Ok(AnswerItems {
            authority,
            number,
            answers,
        })
    }
}

fn said(answer: &AnswerItems, saying: &Saying<'_>) -> Option<Words> {
    let application = saying.application();
    let question = application.referrals.get(&answer.authority)?.open_question()?;
    let rulebook = bound_to(saying.site, application);
    let row = |(number, item)| {
        let one = answer.answers.iter().find(|one| one.item == number)?;
        let name = called(saying.t, rulebook.as_deref(), question, number, item);
        Some(Row::of(name, told(saying, &one.answer)))
    };
    let told: Vec<Row> = question.numbered().filter_map(row).collect();
    answered(saying, &answer.authority, told, "act-answer-items")
}

/// What is said to an item: in words, with which documents, or why nothing can be.
fn told(saying: &Saying<'_>, answer: &ItemAnswer) -> Vec<String> {
    let name = |id: &AttachmentId| {
        let mut all = saying.application().attachments();
        all.find(|file| file.attachment == *id)
            .map(|file| file.name.to_string())
    };
    match answer {
        ItemAnswer::Given { words, documents } => {
            let words = words.iter().map(ToString::to_string);
            words.chain(documents.iter().filter_map(name)).collect()
        }
        ItemAnswer::CannotBe { why } => {
            vec![saying.t.get("confirm-item-cannot").into_owned(), why.to_string()]
        }
    }
}
