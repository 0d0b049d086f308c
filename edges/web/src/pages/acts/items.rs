//! The items of a question that are awaited, as forms answer them or take them back: each with fields of its own, which carry the
//! numbers of both, so that what was typed into an old page answers nothing else.

use crate::Text;
use crate::asked::{called, numbered};
use crate::form::Typed;
use crate::pages::asked::now;
use crate::pages::entry::{Entering, Field, Group};
use crate::parts::{Choice, FieldKind, TextField};
use crate::site::Site;
use crate::wording::{bound_to, zone};
use act::{AttachmentId, Reason};
use clearance::acts::ActName;
use clearance::{About, AnsweredItem, Attachment, ItemAnswer, Referral};
use desk::FieldFault;
use desk::clearance::CaseView;
use std::collections::BTreeSet;

/// The parts of an item's fields.
const WORDS: &str = "words";
const DOCUMENTS: &str = "documents";
const CANNOT: &str = "cannot";

/// What is awaited of a question.
pub(in crate::pages) struct Items {
    rows: Vec<Row>,
    /// The documents of the case.
    documents: Vec<Choice>,
}

/// An item that is awaited.
struct Row {
    question: u32,
    item: u32,
    called: String,
    words: Vec<String>,
    /// Where the application is changed, or a document handed in, for whoever may.
    link: Option<(String, String)>,
    /// Whether a document is asked for.
    is_document: bool,
}

/// The field of a part of an item.
fn field(question: u32, item: u32, part: &str) -> String {
    format!("item-{question}-{item}-{part}")
}

/// The items that a form has fields of, by the numbers that these carry.
fn sent(typed: &Typed) -> BTreeSet<(u32, u32)> {
    let numbers = |name: &str| {
        let mut parts = name.strip_prefix("item-")?.split('-');
        let numbers = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        matches!(parts.next()?, WORDS | DOCUMENTS | CANNOT).then_some(numbers)
    };
    typed.fields().filter_map(|(name, _)| numbers(name)).collect()
}

impl Items {
    /// Nothing.
    pub(super) const NOTHING: Items = Items {
        rows: vec![],
        documents: vec![],
    };

    /// What is awaited of the open question of a referral.
    pub(in crate::pages) fn of(site: &Site, t: Text, view: &CaseView, referral: &Referral) -> Items {
        let rulebook = bound_to(site, &view.application);
        let rulebook = rulebook.as_deref();
        let Some(question) = referral.open_question() else {
            return Items::NOTHING;
        };
        let link = |about: &About| {
            let (act, at, text) = match about {
                About::Field(_) => (ActName::Amend, "amend", "item-amend"),
                About::Document(_) | About::Named(_) => (ActName::HandIn, "hand-in", "item-hand-in"),
            };
            let path = t.language().address(&format!("/cases/{}#{at}", view.id));
            view.offers(act).then(|| (path, t.get(text).into_owned()))
        };
        let rows = question.awaited().map(|(number, item)| {
            let about = &item.wanted.about;
            let asked = item.wanted.words.as_ref().map(ToString::to_string);
            Row {
                question: question.number,
                item: number,
                called: called(t, rulebook, question, number, item),
                words: asked.into_iter().chain(now(t, view, rulebook, about)).collect(),
                link: link(about),
                is_document: !matches!(about, About::Field(_)),
            }
        });
        let zone = zone(&view.application, site);
        let document = |file: &Attachment| {
            let choice = Choice::new(file.attachment.to_string(), file.name.as_str());
            match view.application.documents_later.get(&file.attachment) {
                Some(at) => choice.hint(t.one("document-since", "at", t.instant(*at, &zone))),
                None => choice,
            }
        };
        let submission = view.application.submission.iter();
        Items {
            rows: rows.collect(),
            // What was handed in last is most often what answers.
            documents: submission
                .flat_map(|one| one.attachments.iter().rev().map(document))
                .collect(),
        }
    }

    /// What a form has fields of, where no case is looked up for it.
    pub(super) fn typed(typed: &Typed) -> Items {
        let row = |(question, item): (u32, u32)| Row {
            question,
            item,
            called: format!("{question}.{item}"),
            words: vec![],
            link: None,
            is_document: false,
        };
        let chosen = sent(typed).into_iter().flat_map(|(question, item)| {
            let name = field(question, item, DOCUMENTS);
            let all = typed.all(&name).into_iter().map(str::to_owned);
            all.collect::<Vec<_>>()
        });
        Items {
            rows: sent(typed).into_iter().map(row).collect(),
            // That one was chosen is all that is told.
            documents: chosen.map(|one| Choice::new(one, "\u{2713}")).collect(),
        }
    }

    /// The fields in which they are answered.
    pub(super) fn answers(&self, entering: Entering<'_>) -> Vec<Field> {
        self.rows.iter().map(|row| self.answer(entering, row)).collect()
    }

    fn answer(&self, entering: Entering<'_>, row: &Row) -> Field {
        let Entering { t, typed, faults } = entering;
        let name = |part| field(row.question, row.item, part);
        let label = |id: &str| t.one(id, "item", numbered(t, row.question, row.item));
        let words = TextField::new(t, &name(WORDS), label("field-item-words"), typed, faults);
        let mut fields: Vec<Field> = vec![words.kind(FieldKind::Lines).most(2_000).into()];
        let (documents, cannot) = (name(DOCUMENTS), name(CANNOT));
        if !self.documents.is_empty() {
            let field = entering.choice(&documents, "field-item-documents", self.documents.clone());
            let chosen = typed.given(&documents) || faults.at(&documents).is_some();
            fields.push(Field::Folded {
                title: t.get("item-documents").into_owned(),
                of: row.called.clone(),
                open: row.is_document || chosen,
                fields: vec![field.several().into()],
            });
        }
        let choice = vec![Choice::new(CANNOT, t.get("item-cannot"))];
        let cannot = entering.choice(&cannot, "field-item-cannot", choice);
        fields.push(cannot.several().into());
        Field::Group(Box::new(Group {
            legend: row.called.clone(),
            words: row.words.clone(),
            link: row.link.clone(),
            fields,
        }))
    }

    /// The choice of those that are taken back, by the number of their question; none where nothing is awaited.
    pub(super) fn taken_back(&self, entering: Entering<'_>) -> Option<Field> {
        let question = self.rows.first()?.question;
        let choice = |row: &Row| Choice::new(row.item.to_string(), row.called.as_str());
        let choices = self.rows.iter().map(choice).collect();
        let field = entering.choice(&back_field(question), "field-items-back", choices);
        Some(field.several().into())
    }
}

/// The field in which items of a question are chosen that are taken back.
pub(super) fn back_field(question: u32) -> String {
    format!("items-back-{question}")
}

/// What is said to one item, if anything is.
fn answer(typed: &Typed, question: u32, item: u32) -> Result<Option<ItemAnswer>, FieldFault> {
    let name = |part| field(question, item, part);
    let (words_field, documents_field) = (name(WORDS), name(DOCUMENTS));
    if typed.broken().contains(&words_field) {
        return Err(FieldFault::plain(&words_field, "not-utf8"));
    }
    let words = typed.given(&words_field).then(|| typed.get(&words_field));
    let words = words.map(Reason::new).transpose();
    let words = words.map_err(|fault| FieldFault::of_text(&words_field, &fault))?;
    let documents = typed.all(&documents_field).into_iter().map(str::parse);
    let documents: Result<Vec<AttachmentId>, _> = documents.collect();
    let documents = documents.map_err(|_| FieldFault::plain(&documents_field, "not-one-of"))?;
    match (typed.given(&name(CANNOT)), words) {
        (true, _) if !documents.is_empty() => Err(FieldFault::plain(&name(CANNOT), "item-both")),
        (true, Some(why)) => Ok(Some(ItemAnswer::CannotBe { why })),
        (true, None) => Err(FieldFault::plain(&words_field, "item-why")),
        (false, None) if documents.is_empty() => Ok(None),
        (false, words) => Ok(Some(ItemAnswer::Given { words, documents })),
    }
}

/// What is said to items of a question, as typed. Every fault stands beside its field; where nothing is said, beside the first.
pub(super) fn read(typed: &Typed, question: u32) -> Result<Vec<AnsweredItem>, Vec<FieldFault>> {
    let (mut all, mut faults) = (vec![], vec![]);
    let items: Vec<u32> = sent(typed)
        .into_iter()
        .filter(|(of, _)| *of == question)
        .map(|(_, item)| item)
        .collect();
    for item in &items {
        match answer(typed, question, *item) {
            Ok(answer) => all.extend(answer.map(|answer| AnsweredItem { item: *item, answer })),
            Err(fault) => faults.push(fault),
        }
    }
    if all.is_empty() && faults.is_empty() {
        let first = items.first().copied().unwrap_or(1);
        let words = field(question, first, WORDS);
        faults.push(FieldFault::plain(&words, "items-empty"));
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}
