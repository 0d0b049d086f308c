//! The questions of an authority, as its page tells them: what each asks, item by item, and what was answered.

use super::draft_form::answer;
use crate::Text;
use crate::asked::{called, share};
use crate::position::Seen;
use crate::wording::bound_to;
use act::AttachmentId;
use clearance::{About, Item, ItemAnswer, ItemEnd, Question};
use desk::clearance::CaseView;
use jiff::tz::TimeZone;
use rulebook::Rulebook;

/// A question.
pub(super) struct QuestionLine {
    pub number: u32,
    pub text: String,
    pub asked: String,
    pub answer: Option<String>,
    pub items: Vec<ItemLine>,
    /// How much of it is answered, where it asks item by item.
    pub share: Option<String>,
    pub state: String,
    /// Whether it is awaited.
    is_open: bool,
}

/// One item of it.
pub(super) struct ItemLine {
    /// Its number, and what it is about.
    pub called: String,
    /// What of it is asked.
    pub words: Option<String>,
    /// What the application says of it.
    pub now: Option<String>,
    /// What was answered.
    pub answer: Option<String>,
    /// The documents that answer it, each with its address.
    pub documents: Vec<(String, String)>,
    pub tone: &'static str,
    pub state: String,
    is_awaited: bool,
}

impl QuestionLine {
    /// The same of an authority that is asked no longer: nobody has to answer what is open.
    pub fn not_asked(mut self, t: Text) -> QuestionLine {
        if self.is_open {
            self.state = t.get("question-not-asked").into_owned();
            for item in self.items.iter_mut().filter(|one| one.is_awaited) {
                item.tone = "quiet";
                item.state = t.get("item-not-answered").into_owned();
            }
        }
        self
    }
}

/// Questions of a case, as its reader sees them.
pub(super) fn questions(seen: &Seen<'_>, questions: &[Question], zone: &TimeZone) -> Vec<QuestionLine> {
    let rulebook = bound_to(seen.site, &seen.view.application);
    let telling = Telling {
        t: seen.t,
        view: seen.view,
        rulebook: rulebook.as_deref(),
        zone,
        over: seen.ended.is_some(),
    };
    questions.iter().map(|one| telling.question(one)).collect()
}

/// What the application says on a question of its form now.
pub(super) fn now(t: Text, view: &CaseView, rulebook: Option<&Rulebook>, about: &About) -> Option<String> {
    let About::Field(id) = about else { return None };
    let submission = view.application.submission.as_ref()?;
    let said = submission.answers.get(id);
    let said = said.map(|value| answer(t, rulebook.and_then(|one| one.input(id)), value));
    Some(match said {
        Some(said) => t.one("item-now", "answer", said),
        None => t.get("item-now-nothing").into_owned(),
    })
}

/// How a question ended, by the text that says so.
fn ended(question: &Question) -> &'static str {
    match (&question.answer, question.share()) {
        (Some(_), _) => "question-answered",
        // Of some of its items the rest may have been taken back: each says what became of it.
        (None, Some(_)) => "question-ended",
        (None, None) => "question-withdrawn",
    }
}

struct Telling<'v> {
    t: Text,
    view: &'v CaseView,
    rulebook: Option<&'v Rulebook>,
    zone: &'v TimeZone,
    /// Whether nothing is decided any more.
    over: bool,
}

impl Telling<'_> {
    fn question(&self, question: &Question) -> QuestionLine {
        let (t, zone) = (self.t, self.zone);
        let items = question.numbered();
        QuestionLine {
            number: question.number,
            text: question.text.to_string(),
            asked: t.instant(question.asked, zone),
            answer: question.answer.as_ref().map(ToString::to_string),
            items: items
                .map(|(number, item)| self.item(question, number, item))
                .collect(),
            share: question.share().map(|one| share(t, one)),
            state: match question.ended {
                None if self.over => t.get("question-over").into_owned(),
                None if question.items.is_empty() => t.get("question-open").into_owned(),
                None => t.get("question-open-items").into_owned(),
                Some(at) => t.one(ended(question), "at", t.instant(at, zone)),
            },
            is_open: question.ended.is_none(),
        }
    }

    fn item(&self, question: &Question, number: u32, item: &Item) -> ItemLine {
        let t = self.t;
        let ended = item.ended.as_ref();
        let said = |id: &str| {
            let at = ended.map(|ended| t.instant(ended.at, self.zone));
            t.one(id, "at", at.unwrap_or_default())
        };
        let answered = ended.and_then(|ended| match &ended.how {
            ItemEnd::Answered(answer) => Some(answer),
            ItemEnd::TakenBack => None,
        });
        let (tone, state) = match (ended.map(|ended| &ended.how), answered) {
            (_, Some(ItemAnswer::Given { .. })) => ("ok", said("item-answered")),
            (_, Some(ItemAnswer::CannotBe { .. })) => ("quiet", said("item-cannot-be")),
            (Some(_), None) => ("quiet", said("item-taken-back")),
            (None, None) if self.over => ("quiet", t.get("item-not-answered").into_owned()),
            (None, None) => ("wait", t.get("item-awaited").into_owned()),
        };
        let (answer, documents) = match answered {
            Some(ItemAnswer::Given { words, documents }) => (words.as_ref(), documents.as_slice()),
            Some(ItemAnswer::CannotBe { why }) => (Some(why), &[][..]),
            None => (None, &[][..]),
        };
        let open = ended.is_none() && question.ended.is_none();
        ItemLine {
            called: called(t, self.rulebook, question, number, item),
            words: item.wanted.words.as_ref().map(ToString::to_string),
            now: now(t, self.view, self.rulebook, &item.wanted.about).filter(|_| open),
            answer: answer.map(ToString::to_string),
            documents: documents.iter().filter_map(|one| self.document(one)).collect(),
            tone,
            state,
            is_awaited: open,
        }
    }

    fn document(&self, id: &AttachmentId) -> Option<(String, String)> {
        let mut all = self.view.application.attachments();
        let file = all.find(|one| one.attachment == *id)?;
        let path = format!("/cases/{}/files/{id}", self.view.id);
        Some((file.name.to_string(), path))
    }
}
