//! Who met whom, and what was talked about.

mod subjects;

use super::content::{is_passive, is_verb};
use super::subject::{Before, before};
use super::{Reader, Who, Within};
use crate::found::Met;
use crate::names::Of;
use crate::view::{Span, View};
use crate::words::{Form, kind, verb};

impl Reader<'_, '_> {
    /// The meeting that the verb at a piece tells of.
    pub fn meets(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) {
        let word = view.word(at);
        let lexeme = view.lexeme(at);
        let called = matches!(word, "called") && matches!(view.word(at + 1), "on" | "upon");
        let held = matches!(word, "held" | "holds" | "holding" | "had" | "conducted")
            && (at + 1..at + 4).any(|at| {
                matches!(
                    view.word(at),
                    "talks" | "discussions" | "meeting" | "consultations" | "conversation"
                )
            });
        if !(lexeme.tells(verb::MEETS) || called || held)
            || !is_verb(view, at)
            || lexeme.form() == Form::Base && !lexeme.tells(verb::MEETS)
        {
            return;
        }
        let passive = is_passive(view, at);
        let subject = match before(view, at) {
            Before::Phrase(span) => self.refers(view, span, within),
            Before::Same => within.subject.clone(),
            Before::Nothing => None,
        };
        let Some(subject) = subject else { return };
        let mut from = at + 1;
        while view.lexeme(from).is(kind::ADVERB) && !view.stops(from) {
            from += 1;
        }
        let with = held || passive;
        if with {
            let word = if passive { "by" } else { "with" };
            let Some(found) = (from..view.len().min(from + 8)).find(|at| view.word(*at) == word) else {
                return;
            };
            from = found + 1;
        } else if matches!(view.word(from), "with" | "on" | "upon") {
            from += 1;
        }
        let object = if view.lexeme(from).is(kind::PRONOUN) {
            from + 1
        } else {
            view.phrase(from, &["in", "on", "at", "for", "to", "from"])
        };
        if object <= from || called && view.word(object) == "to" {
            return;
        }
        let object = named_after(view, (from, object));
        let Some(counterpart) = self.refers(view, object, within) else {
            return;
        };
        let person = |who: &Who| matches!(who.of, Some(Of::Person(_)));
        let plain =
            lexeme.tells(verb::MEETS) && !word.starts_with("met") && !word.starts_with("meet") && !passive;
        if (plain || called || passive) && !person(&counterpart) || !person(&counterpart) && !person(&subject)
        {
            return;
        }
        self.acts(Some(&subject), true);
        self.acts(Some(&counterpart), true);
        let why = format!("a verb of meeting: \"{word}\"");
        let date = self.date_of(view, at);
        self.met(view, vec![subject.name.clone(), counterpart.name], date, why);
        if let Some(what) = (object.1..view.len())
            .find(|at| matches!(view.word(*at), "for" | "to") && view.lexeme(at + 1).is(kind::TALKS))
        {
            self.purpose(view, what + 1);
        }
        self.focus.acted(&subject);
        within.subject = Some(subject);
    }

    fn met(&mut self, view: View<'_, '_>, with: Vec<String>, date: Option<String>, why: String) {
        let Some((start, end)) = self.offsets(view, view.trimmed((0, view.len()))) else {
            return;
        };
        self.out.meetings.push(Met {
            with,
            date,
            start,
            end,
            why,
        });
    }

    /// What one says on a day that another had asked was asked by that day.
    pub fn met_by_then(&mut self, view: View<'_, '_>, at: usize, teller: &Who, asker: &Who) {
        self.acts(Some(teller), true);
        self.acts(Some(asker), true);
        let date = self
            .date_of(view, at)
            .filter(|date| date.len() == 10 && !date.starts_with('X'))
            .map(|date| format!("../{date}"));
        let why = "one tells what the other had asked: they spoke by that day".to_owned();
        self.met(view, vec![teller.name.clone(), asker.name.clone()], date, why);
    }

    /// The day that stands in a sentence, the nearest after the verb, else the nearest before.
    fn date_of(&self, view: View<'_, '_>, at: usize) -> Option<String> {
        let whole = |at: usize| {
            let number = self
                .dates
                .at(view.token(at))
                .filter(|_| view.quote(at).is_none())?;
            self.dates.all[number]
                .value
                .clone()
                .filter(|value| value.len() == 10)
        };
        (at..view.len())
            .find_map(whole)
            .or_else(|| (0..at).rev().find_map(whole))
    }
}

/// The name after a post and a comma: *met her counterpart, Samuel Otieno*.
fn named_after(view: View<'_, '_>, span: Span) -> Span {
    let post = (span.0..span.1).any(|at| view.lexeme(at).is(kind::POST));
    let named = (span.0..span.1).any(|at| {
        view.mention(at)
            .is_some_and(|one| matches!(one.of, Of::Person(_)))
    });
    let next = view
        .mention(span.1 + 1)
        .filter(|one| post && !named && view.is(span.1, ',') && matches!(one.of, Of::Person(_)));
    match next {
        Some(_) => (
            span.1 + 1,
            view.phrase(span.1 + 1, &["in", "on", "at", "for", "to", "from"]),
        ),
        None => span,
    }
}
