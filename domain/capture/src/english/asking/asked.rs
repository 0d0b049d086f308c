//! What is asked for, and of whom, in the three shapes that a verb of asking takes.

use super::{Asked, FOR_THING};
use crate::english::content::{end, is_clause};
use crate::english::{Reader, Who, Within};
use crate::token::Kind;
use crate::view::{Span, View};
use crate::words::{Form, kind, verb};

/// What somebody can be asked for that is their own to give: *the city's help* is asked of the city.
pub(super) const GIVEN: &[&str] = &[
    "cooperation",
    "co-operation",
    "support",
    "help",
    "assistance",
    "aid",
    "backing",
    "consent",
    "approval",
    "permission",
    "participation",
    "advice",
    "understanding",
    "agreement",
    "blessing",
    "endorsement",
    "patience",
    "commitment",
    "view",
    "views",
    "opinion",
    "intervention",
    "partnership",
    "forgiveness",
    "protection",
];

impl Reader<'_, '_> {
    /// `asked O to do`, `called on O to do`, `wants O to do`, `asked to do`
    pub(super) fn asked_to(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<Asked> {
        if !view.lexeme(at).tells(verb::ASKS_TO) {
            return None;
        }
        let stem = view.word(at);
        let from = addressed(view, at)?;
        let object = if view.lexeme(from).is(kind::PRONOUN) {
            from + 1
        } else {
            view.phrase(from, &["to", "for"])
        };
        if !stem.starts_with("want") && is_thing(view, at, (from, object)) {
            return None;
        }
        let mut next = view.past_date(object);
        // "asked O, …, to do": what stands aside is passed.
        if view.is(next, ',') && object > from {
            next = (next + 1..(next + 16).min(view.len()))
                .find(|at| view.is(at - 1, ',') && view.word(*at) == "to")
                .unwrap_or(next);
        }
        if view.word(next) == "for" && object > from && !stem.starts_with("want") {
            let to = self.refers(view, (from, object), within);
            return Some(Asked {
                to,
                what: (next + 1, end(view, next + 1)),
                rule: FOR_THING,
            });
        }
        let not = usize::from(view.word(next) == "not");
        let verb = next + not + 1;
        let small = kind::DETERMINER | kind::OWNER | kind::PRONOUN;
        let plain = !view.stops(verb) && !view.lexeme(verb).is(small) && !view.capital(verb);
        let infinitive = view.word(next + not) == "to" && plain;
        let place = stem.starts_with("invit") && view.word(next) == "to" && view.mention(verb).is_some();
        if !(infinitive || place) || (object == from && !matches!(stem, "asked" | "asks" | "ask" | "asking"))
        {
            return None;
        }
        // "asked not to be named": of nobody's doing.
        if view.word(verb) == "be" && matches!(view.word(verb + 1), "named" | "identified" | "quoted") {
            return None;
        }
        let to = if object > from {
            self.refers(view, (from, object), within)
        } else {
            None
        };
        let first = if not == 1 { next } else { next + 1 };
        Some(Asked {
            to,
            what: (first, end(view, verb)),
            rule: "a verb of asking, whom, and what to do",
        })
    }

    /// `suggested that O do`, `demanded that O be`
    pub(super) fn asked_that(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<Asked> {
        let that = view
            .date(at + 1)
            .or_else(|| {
                view.date(at + 2)
                    .filter(|_| view.lexeme(at + 1).is(kind::PREPOSITION))
            })
            .map_or(at + 1, |(_, to)| to);
        if !view.lexeme(at).tells(verb::ASKS_THAT) || view.word(that) != "that" {
            return None;
        }
        let subject = that + 1;
        let found = acted(view, subject).or_else(|| acted_plainly(view, subject));
        let (object, action) = found.unwrap_or((subject, subject));
        let be = view.word(action) == "be";
        // To tell somebody whom to ask is advice.
        let advice = view.lexeme(action).tells(verb::ASKS_THING)
            || matches!(view.word(action), "ask" | "petition" | "appeal")
            || matches!(view.word(action), "apply" | "consult" | "contact");
        let suggests = view.lexeme(at).tells(verb::SAYS)
            && !matches!(
                view.word(at),
                "asked" | "urged" | "asks" | "urges" | "asking" | "urging"
            );
        let finite = suggests && (found.is_none() || view.lexeme(action).is(kind::AUXILIARY) && !be);
        if advice && suggests || finite {
            return None;
        }
        let to = (object > subject && !be)
            .then(|| self.refers(view, (subject, object), within))
            .flatten();
        let first = if be { subject } else { action };
        Some(Asked {
            to,
            what: (first, end(view, first)),
            rule: "a verb of asking, and a clause of what is to be done",
        })
    }

    /// `asked for help`, `requested the city's help`, `sought permits from the city`
    pub(super) fn asked_for(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<Asked> {
        let lexeme = view.lexeme(at);
        let stem = view.word(at);
        let from = match () {
            () if lexeme.tells(verb::ASKS_FOR) && view.word(at + 1) == "for" => at + 2,
            () if lexeme.tells(verb::ASKS_THING) && !stem.starts_with("want") => at + 1,
            () => return None,
        };
        let opens = view.nominal(from)
            || view.lexeme(from).is(kind::DETERMINER | kind::OWNER)
            || view.lexeme(from).form() == Form::Ing
            || view.is(from, '$')
            || view.is(from, '€');
        if !opens || view.stops(from) || (stem.starts_with("s") && view.word(from) == "to") {
            return None;
        }
        let last = end(view, from);
        Some(Asked {
            to: self.giver(view, (from, last), within),
            what: (from, last),
            rule: FOR_THING,
        })
    }

    /// Of whom a thing is asked: `from O`, or whose it is to give.
    pub(super) fn giver(&mut self, view: View<'_, '_>, span: Span, within: &Within) -> Option<Who> {
        if let Some(from) = (span.0..span.1)
            .find(|at| view.word(*at) == "from" && view.date(at + 1).is_none() && view.mention(*at).is_none())
        {
            let end = view.phrase(from + 1, &["to", "for"]);
            let numbers = view.tokens.kind(view.token(from + 1)) == Kind::Number;
            if end > from + 1 && !numbers {
                return self.refers(view, (from + 1, end), within);
            }
        }
        if let Some(owner) = (span.0..span.1.min(span.0 + 8)).find(|at| view.possessive(*at)) {
            let given = (owner + 1..(owner + 3).min(span.1)).any(|at| GIVEN.contains(&view.word(at)));
            if given {
                return self.refers(view, (span.0, owner), within);
            }
        }
        let of = (span.0..span.1.min(span.0 + 4))
            .find(|at| view.word(*at) == "of" && *at > 0 && GIVEN.contains(&view.word(at - 1)))?;
        let end = view.phrase(of + 1, &["to", "for", "in"]);
        self.refers(view, (of + 1, end), within)
            .or_else(|| within.asked.clone())
    }
}

/// The end of whoever is to act in a clause, and the verb of it.
pub(super) fn acted(view: View<'_, '_>, from: usize) -> Option<(usize, usize)> {
    let stop = view.len().min(from + 16);
    let verb = (from + 1..stop).take_while(|at| !view.stops(*at)).find(|at| {
        let lexeme = view.lexeme(*at);
        let base = lexeme.is_verb()
            && lexeme.form() == Form::Base
            && !view.capital(*at)
            && !view
                .lexeme(at - 1)
                .is(kind::DETERMINER | kind::OWNER | kind::PREPOSITION)
            && !view.possessive(at - 1);
        base || lexeme.is(kind::MODAL | kind::AUXILIARY) && !view.capital(*at)
    })?;
    let action = if view.lexeme(verb).is(kind::MODAL) {
        verb + 1
    } else {
        verb
    };
    Some((verb, action))
}

/// The same where the verb is in no list: after an article and a noun, or after a name, in a clause that has no other verb.
pub(super) fn acted_plainly(view: View<'_, '_>, from: usize) -> Option<(usize, usize)> {
    let last = end(view, from);
    if is_clause(view, (from, last)) {
        return None;
    }
    let verb = match view.mention(from) {
        Some(mention) => (from..last).find(|at| view.token(*at) >= mention.to)?,
        None if view.lexeme(from).is(kind::DETERMINER | kind::OWNER) => from + 2,
        None => return None,
    };
    (verb < last
        && !view.stops(verb)
        && !view.capital(verb)
        && !view.lexeme(verb).is(kind::PREPOSITION | kind::CONJUNCTION))
    .then_some((verb, verb))
}

/// A thing asked for, parted where `and` begins another with an article.
pub(super) fn pieces(view: View<'_, '_>, span: Span) -> Vec<Span> {
    let mut parts = vec![];
    let mut from = span.0;
    for at in span.0 + 1..span.1 {
        let joined = view.word(at) == "and"
            && (view.lexeme(at + 1).is(kind::DETERMINER) || view.word(at + 1) == "for")
            && at + 1 < span.1;
        let told = (from..at).any(|at| matches!(view.word(at), "to" | "between" | "that" | "who" | "which"));
        if joined && !told {
            parts.push((from, at));
            from = at + 1 + usize::from(view.word(at + 1) == "for");
        }
    }
    parts.push((from, span.1));
    parts
}

/// Where whoever is asked begins: after the preposition that a verb takes.
fn addressed(view: View<'_, '_>, at: usize) -> Option<usize> {
    let next = view.word(at + 1);
    let (takes, fits) = match view.word(at) {
        verb if verb.starts_with("call") => (true, matches!(next, "on" | "upon")),
        verb if verb.starts_with("appeal") => (true, next == "to"),
        verb if verb.starts_with("plead") => (true, next == "with"),
        _ => (false, true),
    };
    fits.then_some(at + 1 + usize::from(takes))
}

/// Whether a thing is asked for, not somebody to act: *requested help to build*, *requested a million from the state to build*.
fn is_thing(view: View<'_, '_>, at: usize, object: Span) -> bool {
    let thing = |at: usize| {
        let number = view.tokens.kind(view.token(at)) == Kind::Number;
        number || view.word(at) == "from" || view.is(at, '$') || GIVEN.contains(&view.word(at))
    };
    view.lexeme(at).tells(verb::ASKS_THING)
        && object.1 > object.0
        && ((object.0..object.1).any(thing) || view.word(object.1) == "for")
}
