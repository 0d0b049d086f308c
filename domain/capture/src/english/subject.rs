//! The phrase that a verb is told of.

use crate::names::Of;
use crate::view::{Span, View};
use crate::words::{Form, SMALL, kind, verb};

/// What stands before a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// A phrase.
    Phrase(Span),
    /// The same as before: *…, and asked*; *…, adding*.
    Same,
    /// Nothing.
    Nothing,
}

/// Where the auxiliaries and adverbs before a verb begin.
pub fn auxiliaries(view: View<'_, '_>, at: usize) -> usize {
    let mut from = at;
    while from > 0 {
        let lexeme = view.lexeme(from - 1);
        let word = view.word(from - 1);
        let adverb = (lexeme.is(kind::ADVERB) || (word.ends_with("ly") && !view.capital(from - 1)))
            && !view.stops(from - 1)
            && view.date(from - 1).is_none();
        let clitic = matches!(
            word,
            "'ve" | "’ve" | "'d" | "’d" | "'ll" | "’ll" | "'re" | "’re" | "'m" | "’m" | "n't" | "n’t"
        );
        let auxiliary = lexeme.is(kind::AUXILIARY | kind::MODAL | kind::NEGATION)
            && !(lexeme.is(kind::MONTH) && view.capital(from - 1));
        if word == "far" && from > 1 && view.word(from - 2) == "so" {
            from -= 2;
            continue;
        }
        if !(auxiliary || adverb || clitic) {
            break;
        }
        from -= 1;
    }
    from
}

/// The subject of the verb at a piece.
pub fn before(view: View<'_, '_>, at: usize) -> Before {
    let mut end = auxiliaries(view, at);
    let participle = view.lexeme(at).form() == Form::Ing;
    let after = end > 0 && matches!(view.word(end - 1), "after" | "before" | "while");
    if participle && (after || end > 0 && view.is(end - 1, ',')) {
        return Before::Same;
    }
    let first = end;
    for _ in 0..6 {
        let moved = passed(view, end);
        match moved {
            Some(Passed::Name(span)) => return Before::Phrase(span),
            Some(Passed::To(to)) => end = auxiliaries(view, to),
            None => break,
        }
    }
    if end == 0 {
        return Before::Nothing;
    }
    let last = view.lexeme(end - 1);
    if last.is(kind::CONJUNCTION) {
        return Before::Same;
    }
    if matches!(view.word(end - 1), "who" | "which") {
        let antecedent = end - 1 - usize::from(end > 1 && view.is(end - 2, ','));
        return backward(view, antecedent).map_or(Before::Nothing, Before::Phrase);
    }
    if view.is(end - 1, ',') {
        return Before::Nothing;
    }
    let span = backward(view, end);
    let named = span
        .filter(|_| end < first)
        .and_then(|span| beside(view, span))
        .or(span);
    named.map_or(Before::Nothing, Before::Phrase)
}

/// The name before a comma that a phrase or an age stands after: *Ana Horvat, a farmer, who …, said*.
fn beside(view: View<'_, '_>, span: Span) -> Option<Span> {
    let comma = span.0.checked_sub(1).filter(|at| view.is(*at, ','))?;
    let mention = view.mention(comma.checked_sub(1)?)?;
    let age = view.tokens.kind(view.token(span.0)) == crate::token::Kind::Number;
    let post = (span.0..span.1).any(|at| view.lexeme(at).is(kind::POST));
    let person = matches!(mention.of, Of::Person(_)) && (age || post);
    person.then(|| backward(view, comma)).flatten()
}

enum Passed {
    /// Go on to the left from here.
    To(usize),
    /// A name after a post and a comma.
    Name(Span),
}

/// Passes what stands between a subject and its verb: a date, what is between commas or in brackets.
fn passed(view: View<'_, '_>, end: usize) -> Option<Passed> {
    let last = end.checked_sub(1)?;
    if let Some((from, _)) = view.date(last) {
        let preposition = from > 0 && view.lexeme(from - 1).is(kind::PREPOSITION);
        return Some(Passed::To(from - usize::from(preposition)));
    }
    if view.is(last, ')') {
        let open = (last.saturating_sub(12)..last)
            .rev()
            .find(|at| view.is(*at, '('))?;
        return Some(Passed::To(open));
    }
    let dash = view.is(last, '—') || view.is(last, '–');
    if !view.is(last, ',') && !dash {
        return None;
    }
    let open = (last.saturating_sub(40)..last)
        .rev()
        .take_while(|at| view.quote(*at).is_none())
        .find(|at| view.is(*at, ',') || (dash && (view.is(*at, '—') || view.is(*at, '–'))))?;
    if let Some(mention) = view.mention(last - 1)
        && matches!(mention.of, Of::Person(_) | Of::Unknown)
        && view.token(open + 1) == mention.titles
        && open > 0
        && view
            .lexeme(open - 1)
            .is(kind::POST | kind::PREPOSITION | kind::BODY)
            | view.nominal(open - 1)
        && post_before(view, open)
    {
        return Some(Passed::Name((open + 1, last)));
    }
    let first = view.lexeme(open + 1);
    let aside = first.is(SMALL | kind::POST | kind::ADVERB | kind::BODY)
        || first.form() == Form::Ing
        || first.is_verb()
        || view.date(open + 1).is_some()
        || view.tokens.kind(view.token(open + 1)) == crate::token::Kind::Number
        || (open + 1..last).any(|at| view.lexeme(at).is(kind::POST));
    // The clause of "…, he said," is none that stands aside.
    let said = (open + 2..last)
        .take(4)
        .any(|at| view.lexeme(at).tells(verb::SAYS));
    let clause = first.is(kind::PRONOUN) && !said && !matches!(view.word(open + 1), "who" | "whom" | "whose");
    if first.is(kind::CONJUNCTION) {
        return None;
    }
    if aside && !clause {
        return Some(Passed::To(open));
    }
    // "president of A, B and C,": the comma is one of several within.
    let earlier = (open.saturating_sub(30)..open)
        .rev()
        .take_while(|at| view.quote(*at).is_none())
        .find(|at| view.is(*at, ','))?;
    (earlier + 1..open)
        .any(|at| view.lexeme(at).is(kind::POST))
        .then_some(Passed::To(earlier))
}

/// Whether the phrase that ends before a comma is a post: *the ministry's director,*.
fn post_before(view: View<'_, '_>, end: usize) -> bool {
    let phrase = (end.saturating_sub(12)..end)
        .rev()
        .take_while(|at| !view.stops(*at));
    phrase.take(12).any(|at| view.lexeme(at).is(kind::POST))
}

/// The noun phrase that ends before a piece.
pub fn backward(view: View<'_, '_>, end: usize) -> Option<Span> {
    let mut from = end;
    while from > 0 {
        let at = from - 1;
        if let Some(mention) = view.mention(at) {
            while from > 0
                && view.quote(from - 1).is_none()
                && view.token(from - 1) >= mention.titles
                && view
                    .mention(from - 1)
                    .is_some_and(|one| one.titles == mention.titles)
            {
                from -= 1;
            }
            continue;
        }
        if view.stops(at) {
            break;
        }
        let lexeme = view.lexeme(at);
        if lexeme.is(kind::PRONOUN) && !(lexeme.is(kind::OWNER) && from < end) {
            if from == end || (from < end && view.word(from) == "of") {
                from = at;
            }
            break;
        }
        if view.possessive(at) {
            from = at;
            continue;
        }
        if lexeme.is(kind::DETERMINER | kind::OWNER) && !(view.word(at) == "that" && from == end) {
            if view.word(at) == "that" && at > 0 && !view.lexeme(at - 1).is(kind::PREPOSITION) {
                break;
            }
            from = at;
            if !article_joined(view, at) {
                break;
            }
            continue;
        }
        let joint = lexeme.is(kind::PREPOSITION) || view.word(at) == "and";
        let belongs = if joint {
            from < end && connects(view, at)
        } else {
            view.nominal(at)
        };
        if !belongs {
            break;
        }
        from = at;
    }
    let from = first_word(view, from, end);
    (from < end).then_some((from, end))
}

/// Whether what stands before an article belongs to the same phrase.
fn article_joined(view: View<'_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before > 0) else {
        return false;
    };
    let of = ["of", "for", "in", "at", "from", "with"].contains(&view.word(before));
    let and = view.word(before) == "and" && joins(view, before);
    view.lexeme(before).is(kind::DETERMINER) || (of || and) && view.nominal(before - 1)
}

/// Whether a preposition or an `and` joins what stands before it to the phrase after it.
fn connects(view: View<'_, '_>, at: usize) -> bool {
    let joints = ["of", "for", "in", "at", "from", "with", "on", "to", "between"];
    let before = at > 0 && (view.nominal(at - 1) || view.possessive(at - 1));
    before && (joints.contains(&view.word(at)) || view.word(at) == "and" && joins(view, at))
}

/// Whether `and` joins two phrases and not two clauses: no verb stands before the first in its clause.
fn joins(view: View<'_, '_>, at: usize) -> bool {
    let before = (at.saturating_sub(8)..at).rev().take_while(|at| !view.stops(*at));
    let mut clause = before.take_while(|at| !view.lexeme(*at).is(kind::SUBORDINATOR));
    !clause.any(|at| view.lexeme(at).is_verb() && !view.noun_use(at))
}

/// Without a preposition or an adverb that opens the sentence.
fn first_word(view: View<'_, '_>, from: usize, end: usize) -> usize {
    let mut from = from;
    while from < end && view.mention(from).is_none() && view.lexeme(from).is(kind::CONJUNCTION) {
        from += 1;
    }
    from
}

/// The subject of the verb that stands last before a piece.
pub fn of_last_verb(view: View<'_, '_>, at: usize) -> Option<Span> {
    let finite = |at: &usize| {
        let lexeme = view.lexeme(*at);
        lexeme.is_verb() && lexeme.form() != Form::Ing && !view.noun_use(*at) && !view.capital(*at)
    };
    let verb = (0..at)
        .rev()
        .take_while(|at| view.quote(*at).is_none())
        .find(finite)?;
    match before(view, verb) {
        Before::Phrase(span) => Some(span),
        _ => None,
    }
}
