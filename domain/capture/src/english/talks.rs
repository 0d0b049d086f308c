//! Who met whom, and what was talked about.

use super::content::{end, is_passive, is_verb};
use super::subject::{Before, before};
use super::{Reader, Who, Within};
use crate::found::{Met, Subject};
use crate::names::Of;
use crate::view::{SMALL, Span, View};
use crate::words::{Form, kind, verb};

/// What is no subject by itself: *discussed five subjects*.
const EMPTY: &[&str] = &["subjects", "subject", "topics", "topic", "issues", "issue", "matters", "matter", "points", "items", "questions", "agenda", "it", "them", "this", "that"];

impl Reader<'_, '_> {
    /// The meeting that the verb at a piece tells of.
    pub fn meets(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) {
        let word = view.word(at);
        let lexeme = view.lexeme(at);
        let called = matches!(word, "called") && matches!(view.word(at + 1), "on" | "upon");
        let held = matches!(word, "held" | "holds" | "holding" | "had" | "conducted") && (at + 1..at + 4).any(|at| matches!(view.word(at), "talks" | "discussions" | "meeting" | "consultations" | "conversation"));
        if !(lexeme.tells(verb::MEETS) || called || held) || !is_verb(view, at) || lexeme.form() == Form::Base && !lexeme.tells(verb::MEETS) {
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
            let Some(found) = (from..view.len().min(from + 8)).find(|at| view.word(*at) == word) else { return };
            from = found + 1;
        } else if matches!(view.word(from), "with" | "on" | "upon") {
            from += 1;
        }
        let object = if view.lexeme(from).is(kind::PRONOUN) { from + 1 } else { view.phrase(from, &["in", "on", "at", "for", "to", "from"]) };
        if object <= from || called && view.word(object) == "to" {
            return;
        }
        let object = named_after(view, (from, object));
        let Some(counterpart) = self.refers(view, object, within) else { return };
        let person = |who: &Who| matches!(who.of, Some(Of::Person(_)));
        let plain = lexeme.tells(verb::MEETS) && !word.starts_with("met") && !word.starts_with("meet") && !passive;
        if (plain || called || passive) && !person(&counterpart) || !person(&counterpart) && !person(&subject) {
            return;
        }
        self.acts(Some(&subject), true);
        self.acts(Some(&counterpart), true);
        let why = format!("a verb of meeting: \"{word}\"");
        let date = self.date_of(view, at);
        self.met(view, vec![subject.name.clone(), counterpart.name], date, why);
        if let Some(what) = (object.1..view.len()).find(|at| matches!(view.word(*at), "for" | "to") && view.lexeme(at + 1).is(kind::TALKS)) {
            self.purpose(view, what + 1);
        }
        self.focus.acted(&subject);
        within.subject = Some(subject);
    }

    fn met(&mut self, view: View<'_, '_>, with: Vec<String>, date: Option<String>, why: String) {
        let Some((start, end)) = self.offsets(view, view.trimmed((0, view.len()))) else { return };
        self.out.meetings.push(Met { with, date, start, end, why });
    }

    /// What one says on a day that another had asked was asked by that day.
    pub fn met_by_then(&mut self, view: View<'_, '_>, at: usize, teller: &Who, asker: &Who) {
        self.acts(Some(teller), true);
        self.acts(Some(asker), true);
        let date = self.date_of(view, at).filter(|date| date.len() == 10 && !date.starts_with('X')).map(|date| format!("../{date}"));
        let why = "one tells what the other had asked: they spoke by that day".to_owned();
        self.met(view, vec![teller.name.clone(), asker.name.clone()], date, why);
    }

    /// The day that stands in a sentence, the nearest after the verb, else the nearest before.
    fn date_of(&self, view: View<'_, '_>, at: usize) -> Option<String> {
        let whole = |at: usize| {
            let number = self.dates.at(view.token(at)).filter(|_| view.quote(at).is_none())?;
            self.dates.all[number].value.clone().filter(|value| value.len() == 10)
        };
        (at..view.len()).find_map(whole).or_else(|| (0..at).rev().find_map(whole))
    }

    /// `discussed X`, `exchanged views on X`, `talks on X`, `the agenda included X`
    pub fn discusses(&mut self, view: View<'_, '_>, at: usize) {
        let word = view.word(at);
        let lexeme = view.lexeme(at);
        let talks = lexeme.is(kind::TALKS);
        let held = talks && (at.saturating_sub(8)..at).any(|at| matches!(view.word(at), "held" | "hold" | "holds" | "holding" | "began" | "opened" | "had" | "concluded" | "resumed"));
        let from = match () {
            () if talks && matches!(view.word(at + 1), "included" | "includes" | "covered" | "covers" | "addressed") => at + 2,
            () if talks && matches!(view.word(at + 1), "focused" | "focussed" | "centred" | "centered" | "touched") && view.word(at + 2) == "on" => at + 3,
            () if held && matches!(view.word(at + 1), "on" | "about" | "over") => at + 2,
            () if matches!(word, "views" | "notes" | "opinions") && matches!(view.word(at + 1), "on" | "about") => at + 2,
            () if matches!(word, "talked" | "spoke" | "conferred" | "deliberated" | "consulted" | "touched") && matches!(view.word(at + 1), "about" | "on") => at + 2,
            () if lexeme.tells(verb::DISCUSSES) && is_verb(view, at) && (lexeme.form() == Form::Past || at > 0 && view.word(at - 1) == "to" && matches!(word, "discuss" | "debate")) && !is_passive(view, at) && !matches!(word, "raised" | "covered" | "reviewed" | "examined" | "explored" | "touched" | "tackled" | "addressed" | "consulted") => at + 1,
            () if matches!(word, "addressed" | "reviewed" | "raised" | "explored" | "examined" | "covered" | "tackled") && self.is_talk(view, at) && !is_passive(view, at) => at + 1,
            () => return,
        };
        if talks {
            self.agenda = Some(view.token(at));
        }
        self.subjects(view, from, word);
    }

    /// Whether the subject of a verb is two sides that talk, or the talk itself.
    fn is_talk(&self, view: View<'_, '_>, at: usize) -> bool {
        let earlier = (0..at).any(|at| view.lexeme(at).tells(verb::DISCUSSES) || view.lexeme(at).is(kind::TALKS) || matches!(view.word(at), "conferred" | "sides" | "ministers" | "leaders" | "they" | "both"));
        earlier && !view.noun_use(at)
    }

    /// "It promoted X", after a sentence on the agenda.
    pub fn goes_on_with_agenda(&mut self, view: View<'_, '_>) {
        let Some(since) = self.agenda else { return };
        let here = (0..view.len()).any(|at| view.token(at) == since);
        if here {
            return;
        }
        let near = view.token(0).saturating_sub(since) < 60;
        let it = matches!(view.word(0), "it") && view.lexeme(1).form() == Form::Past;
        if near && it && !view.lexeme(1).is(kind::AUXILIARY) && !view.lexeme(1).tells(verb::SAYS) {
            self.subjects(view, 2, "it");
        }
        self.agenda = None;
    }

    fn subjects(&mut self, view: View<'_, '_>, from: usize, cue: &str) {
        let mut from = from;
        // "included discussions on X", "raised the issue of X"
        for talks in [true, false] {
            let noun = (from..view.len().min(from + 4)).find(|at| if talks { view.lexeme(*at).is(kind::TALKS) } else { EMPTY.contains(&view.word(*at)) });
            if let Some(noun) = noun.filter(|at| matches!(view.word(at + 1), "on" | "of" | "about" | "such" | "including")) {
                from = noun + 2 + usize::from(view.word(noun + 1) == "such");
            }
        }
        let last = stop(view, from);
        for span in parts(view, (from, last)) {
            self.subject(view, span, cue, false);
        }
    }

    fn purpose(&mut self, view: View<'_, '_>, talks: usize) {
        if matches!(view.word(talks + 1), "about" | "on" | "over") {
            let last = stop(view, talks + 2);
            for span in parts(view, (talks + 2, last)) {
                self.subject(view, span, "talks", true);
            }
        }
    }

    fn subject(&mut self, view: View<'_, '_>, span: Span, cue: &str, purpose: bool) {
        let span = view.trimmed(span);
        let only_empty = (span.0..span.1).all(|at| EMPTY.contains(&view.word(at)) || view.lexeme(at).is(SMALL) || matches!(view.word(at), "major" | "main" | "important" | "key" | "various" | "possible" | "bilateral" | "regional" | "international"))
            || (span.1 > span.0 && EMPTY.contains(&view.word(span.1 - 1)));
        let Some((start, end)) = self.offsets(view, span).filter(|_| !only_empty) else { return };
        let subject = Subject { text: view.text(span).to_owned(), start, end, why: format!("what was talked about: \"{cue}\"") };
        if purpose { self.purposes.push(subject) } else { self.out.subjects.push(subject) }
    }
}

/// Where what was talked about ends: with the clause, before a time or a place of the meeting.
fn stop(view: View<'_, '_>, from: usize) -> usize {
    let last = end(view, from);
    (from..last)
        .find(|at| {
            let comma = view.is(*at, ',');
            let meeting = matches!(view.word(*at), "during" | "while" | "when" | "at") && matches!(view.word(at + 1), "their" | "the" | "a" | "talks" | "meeting") && (*at + 1..*at + 4).any(|at| view.lexeme(at).is(kind::TALKS));
            let clause = comma && (view.lexeme(at + 1).is(kind::SUBORDINATOR) || view.lexeme(at + 1).form() == Form::Ing && view.lexeme(at + 1).is_verb() || view.lexeme(at + 1).is(kind::PRONOUN));
            let also = view.word(*at) == "and" && view.lexeme(at + 1).is(kind::ADVERB);
            let on = view.word(*at) == "on" && view.date(at + 1).is_some_and(|_| view.lexeme(at + 1).is(kind::WEEKDAY));
            meeting || clause || also || on
        })
        .unwrap_or(last)
}

/// The members of a list: parted by commas, and by `and` before an article, an owner or the same preposition; short ones by every `and`.
fn parts(view: View<'_, '_>, span: Span) -> Vec<Span> {
    let span = view.trimmed(span);
    let plain = !(span.0..span.1).any(|at| view.lexeme(at).is(kind::PREPOSITION | kind::SUBORDINATOR) || view.word(at) == "to");
    let mut parts = vec![];
    let mut from = span.0;
    let mut deep = false;
    for at in span.0..span.1 {
        let next = view.lexeme(at + 1);
        let opens = next.is(kind::DETERMINER | kind::OWNER) || matches!(view.word(at + 1), "on" | "about") || matches!(view.word(at + 1), "ways" | "plans" | "how" | "efforts" | "measures" | "strategies");
        deep |= view.lexeme(at).is(kind::PREPOSITION) && !view.is(at, ',');
        let comma = view.is(at, ',') && (!deep || opens);
        let and = view.word(at) == "and" && (plain || opens || at > 0 && view.is(at - 1, ',') && from == at);
        if comma || and {
            parts.push((from, at));
            from = at + 1 + usize::from(matches!(view.word(at + 1), "on" | "about"));
            if comma && view.word(at + 1) == "and" {
                from = at + 2 + usize::from(matches!(view.word(at + 2), "on" | "about"));
            }
            deep = false;
        }
    }
    parts.push((from, span.1));
    parts.retain(|part| part.0 < part.1);
    parts
}

/// The name after a post and a comma: *met her counterpart, Samuel Otieno*.
fn named_after(view: View<'_, '_>, span: Span) -> Span {
    let post = (span.0..span.1).any(|at| view.lexeme(at).is(kind::POST));
    let named = (span.0..span.1).any(|at| view.mention(at).is_some_and(|one| matches!(one.of, Of::Person(_))));
    let next = view.mention(span.1 + 1).filter(|one| post && !named && view.is(span.1, ',') && matches!(one.of, Of::Person(_)));
    match next {
        Some(_) => (span.1 + 1, view.phrase(span.1 + 1, &["in", "on", "at", "for", "to", "from"])),
        None => span,
    }
}
