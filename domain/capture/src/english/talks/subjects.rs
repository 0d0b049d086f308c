//! What was talked about, and where one subject ends and the next begins.

use crate::english::Reader;
use crate::english::content::{end, is_passive, is_verb};
use crate::found::Subject;
use crate::view::{Span, View};
use crate::words::{Form, SMALL, kind, verb};

/// What is no subject by itself: *discussed five subjects*.
pub(super) const EMPTY: &[&str] = &[
    "subjects",
    "subject",
    "topics",
    "topic",
    "issues",
    "issue",
    "matters",
    "matter",
    "points",
    "items",
    "questions",
    "agenda",
    "it",
    "them",
    "this",
    "that",
];

impl Reader<'_, '_> {
    /// `discussed X`, `exchanged views on X`, `talks on X`, `the agenda included X`
    pub fn discusses(&mut self, view: View<'_, '_>, at: usize) {
        let talks = view.lexeme(at).is(kind::TALKS);
        let from = if talks {
            of_talks(view, at)
        } else {
            self.of_verb(view, at)
        };
        let Some(from) = from else { return };
        if talks {
            self.agenda = Some(view.token(at));
        }
        self.subjects(view, from, view.word(at));
    }

    /// Where what was talked about begins after a verb: *discussed X*, *exchanged views on X*.
    fn of_verb(&self, view: View<'_, '_>, at: usize) -> Option<usize> {
        let word = view.word(at);
        let on = matches!(view.word(at + 1), "on" | "about");
        let views = ["views", "notes", "opinions"].contains(&word);
        let spoke = [
            "talked",
            "spoke",
            "conferred",
            "deliberated",
            "consulted",
            "touched",
        ]
        .contains(&word);
        if on && (views || spoke) {
            return Some(at + 2);
        }
        let lexeme = view.lexeme(at);
        if !lexeme.tells(verb::DISCUSSES) || is_passive(view, at) || spoke {
            return None;
        }
        let told = if BESIDES.contains(&word) {
            self.is_talk(view, at)
        } else {
            let purpose = at > 0 && view.word(at - 1) == "to" && matches!(word, "discuss" | "debate");
            is_verb(view, at) && (lexeme.form() == Form::Past || purpose)
        };
        told.then_some(at + 1)
    }

    /// Whether the subject of a verb is two sides that talk, or the talk itself.
    pub(super) fn is_talk(&self, view: View<'_, '_>, at: usize) -> bool {
        let earlier = (0..at).any(|at| {
            view.lexeme(at).tells(verb::DISCUSSES)
                || view.lexeme(at).is(kind::TALKS)
                || matches!(
                    view.word(at),
                    "conferred" | "sides" | "ministers" | "leaders" | "they" | "both"
                )
        });
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

    pub(super) fn subjects(&mut self, view: View<'_, '_>, from: usize, cue: &str) {
        let mut from = from;
        // "included discussions on X", "raised the issue of X"
        for talks in [true, false] {
            let noun = (from..view.len().min(from + 4)).find(|at| {
                if talks {
                    view.lexeme(*at).is(kind::TALKS)
                } else {
                    EMPTY.contains(&view.word(*at))
                }
            });
            if let Some(noun) =
                noun.filter(|at| matches!(view.word(at + 1), "on" | "of" | "about" | "such" | "including"))
            {
                from = noun + 2 + usize::from(view.word(noun + 1) == "such");
            }
        }
        let last = stop(view, from);
        for span in parts(view, (from, last)) {
            self.subject(view, span, cue, false);
        }
    }

    pub(super) fn purpose(&mut self, view: View<'_, '_>, talks: usize) {
        if matches!(view.word(talks + 1), "about" | "on" | "over") {
            let last = stop(view, talks + 2);
            for span in parts(view, (talks + 2, last)) {
                self.subject(view, span, "talks", true);
            }
        }
    }

    pub(super) fn subject(&mut self, view: View<'_, '_>, span: Span, cue: &str, purpose: bool) {
        let span = view.trimmed(span);
        let only_empty = (span.0..span.1).all(|at| {
            EMPTY.contains(&view.word(at))
                || view.lexeme(at).is(SMALL)
                || matches!(
                    view.word(at),
                    "major"
                        | "main"
                        | "important"
                        | "key"
                        | "various"
                        | "possible"
                        | "bilateral"
                        | "regional"
                        | "international"
                )
        }) || (span.1 > span.0 && EMPTY.contains(&view.word(span.1 - 1)));
        let Some((start, end)) = self.offsets(view, span).filter(|_| !only_empty) else {
            return;
        };
        let subject = Subject {
            text: view.text(span).to_owned(),
            start,
            end,
            why: format!("what was talked about: \"{cue}\""),
        };
        if purpose {
            self.purposes.push(subject)
        } else {
            self.out.subjects.push(subject)
        }
    }
}

/// Where what was talked about ends: with the clause, before a time or a place of the meeting.
pub(super) fn stop(view: View<'_, '_>, from: usize) -> usize {
    let last = end(view, from);
    (from..last)
        .find(|at| {
            let comma = view.is(*at, ',');
            let meeting = matches!(view.word(*at), "during" | "while" | "when" | "at")
                && matches!(view.word(at + 1), "their" | "the" | "a" | "talks" | "meeting")
                && (*at + 1..*at + 4).any(|at| view.lexeme(at).is(kind::TALKS));
            let clause = comma
                && (view.lexeme(at + 1).is(kind::SUBORDINATOR)
                    || view.lexeme(at + 1).form() == Form::Ing && view.lexeme(at + 1).is_verb()
                    || view.lexeme(at + 1).is(kind::PRONOUN));
            let also = view.word(*at) == "and" && view.lexeme(at + 1).is(kind::ADVERB);
            let on = view.word(*at) == "on"
                && view
                    .date(at + 1)
                    .is_some_and(|_| view.lexeme(at + 1).is(kind::WEEKDAY));
            meeting || clause || also || on
        })
        .unwrap_or(last)
}

/// Where what was talked about begins after a word for talks: *the agenda included X*, *held talks on X*.
fn of_talks(view: View<'_, '_>, at: usize) -> Option<usize> {
    let next = view.word(at + 1);
    let holds = [
        "held",
        "hold",
        "holds",
        "holding",
        "began",
        "opened",
        "had",
        "concluded",
        "resumed",
    ];
    let held = || (at.saturating_sub(8)..at).any(|at| holds.contains(&view.word(at)));
    match next {
        "included" | "includes" | "covered" | "covers" | "addressed" => Some(at + 2),
        "focused" | "focussed" | "centred" | "centered" | "touched" if view.word(at + 2) == "on" => {
            Some(at + 3)
        }
        "on" | "about" | "over" if held() => Some(at + 2),
        _ => None,
    }
}

/// Verbs that tell of talks only where the sentence says that there were some.
const BESIDES: &[&str] = &[
    "addressed",
    "reviewed",
    "raised",
    "explored",
    "examined",
    "covered",
    "tackled",
];

/// The members of a list: parted by commas, and by `and` before an article, an owner or the same preposition; short ones by every `and`.
pub(super) fn parts(view: View<'_, '_>, span: Span) -> Vec<Span> {
    let span = view.trimmed(span);
    let plain = !(span.0..span.1)
        .any(|at| view.lexeme(at).is(kind::PREPOSITION | kind::SUBORDINATOR) || view.word(at) == "to");
    let mut parts = vec![];
    let mut from = span.0;
    let mut deep = false;
    for at in span.0..span.1 {
        let next = view.lexeme(at + 1);
        let opens = next.is(kind::DETERMINER | kind::OWNER)
            || matches!(view.word(at + 1), "on" | "about")
            || matches!(
                view.word(at + 1),
                "ways" | "plans" | "how" | "efforts" | "measures" | "strategies"
            );
        deep |= view.lexeme(at).is(kind::PREPOSITION) && !view.is(at, ',');
        let comma = view.is(at, ',') && (!deep || opens || view.word(at + 1) == "and");
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
