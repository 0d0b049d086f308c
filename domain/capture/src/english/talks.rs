//! Who met whom, and what was talked about.

mod subjects;

use super::content::{is_passive, is_verb};
use super::subject::{Before, before};
use super::{Reader, Who, Within};
use crate::found::Met;
use crate::names::Of;
use crate::view::{Span, View};
use crate::words::{kind, verb};

impl Reader<'_, '_> {
    /// The meeting that the verb at a piece tells of.
    pub fn meets(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) {
        let Some(meeting) = meeting(view, at) else { return };
        let subject = match before(view, at) {
            Before::Phrase(span) => self.refers(view, span, within),
            Before::Same => within.subject.clone(),
            Before::Nothing => None,
        };
        let Some(subject) = subject else { return };
        let Some(object) = met(view, at, meeting) else {
            return;
        };
        let Some(counterpart) = self.refers(view, object, within) else {
            return;
        };
        let person = |who: &Who| matches!(who.of, Some(Of::Person(_)));
        if !person(&counterpart) && (!matches!(meeting, Meeting::Met | Meeting::Held) || !person(&subject)) {
            return;
        }
        self.acts(Some(&subject), true);
        self.acts(Some(&counterpart), true);
        let why = format!("a verb of meeting: \"{}\"", view.word(at));
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

/// How a verb tells of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meeting {
    /// *met*
    Met,
    /// *received*, *visited*: of people alone.
    Received,
    /// *called on*
    Called,
    /// *held talks with*
    Held,
    /// *was received by*
    Passive,
}

/// Whether the verb at a piece tells of a meeting.
fn meeting(view: View<'_, '_>, at: usize) -> Option<Meeting> {
    let word = view.word(at);
    let tells = view.lexeme(at).tells(verb::MEETS);
    let called = word == "called" && matches!(view.word(at + 1), "on" | "upon");
    let talks = ["talks", "discussions", "meeting", "consultations", "conversation"];
    let held = ["held", "holds", "holding", "had", "conducted"].contains(&word)
        && (at + 1..at + 4).any(|at| talks.contains(&view.word(at)));
    if !(tells || called || held) || !is_verb(view, at) {
        return None;
    }
    Some(match () {
        () if called => Meeting::Called,
        () if held => Meeting::Held,
        () if is_passive(view, at) => Meeting::Passive,
        () if word.starts_with("met") || word.starts_with("meet") => Meeting::Met,
        () => Meeting::Received,
    })
}

/// Who was met.
fn met(view: View<'_, '_>, at: usize, meeting: Meeting) -> Option<Span> {
    let mut from = at + 1;
    while view.lexeme(from).is(kind::ADVERB) && !view.stops(from) {
        from += 1;
    }
    let after = |word: &str| (from..view.len().min(from + 8)).find(|at| view.word(*at) == word);
    from = match meeting {
        Meeting::Held => after("with")? + 1,
        Meeting::Passive => after("by")? + 1,
        _ if matches!(view.word(from), "with" | "on" | "upon") => from + 1,
        _ => from,
    };
    let to = if view.lexeme(from).is(kind::PRONOUN) {
        from + 1
    } else {
        view.phrase(from, &["in", "on", "at", "for", "to", "from"])
    };
    // "called on O to do" asks.
    let asks = meeting == Meeting::Called && view.word(to) == "to";
    (to > from && !asks).then(|| named_after(view, (from, to)))
}
