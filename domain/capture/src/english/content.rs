//! How far what was said, asked or promised reaches in its sentence.

use super::subject;
use crate::view::{Span, View};
use crate::words::{Form, kind, verb};

/// Where what begins at a piece ends: before the next verb that tells something of the same subject, before who said it, or with the sentence.
pub fn end(view: View<'_, '_>, from: usize) -> usize {
    let mut at = from;
    while at < view.len() {
        if view.quote(at).is_some() || view.is(at, ';') || view.is(at, '—') || (at > from && parts(view, at))
        {
            break;
        }
        at += 1;
    }
    view.trimmed((from, at)).1.max(from)
}

/// Verbs that begin something else that is told.
const TELLS: u16 =
    verb::SAYS | verb::JUDGES | verb::ASKS_TO | verb::ASKS_THING | verb::ASKS_THAT | verb::PROMISES;

/// Whether a comma or an `and` here parts what is told from what comes next.
fn parts(view: View<'_, '_>, at: usize) -> bool {
    let comma = view.is(at, ',');
    if comma {
        let next = view.lexeme(at + 1);
        if next.tells(TELLS) && next.form() == Form::Ing && !view.lexeme(at + 2).is(kind::PREPOSITION) {
            return true;
        }
        if claimed(view, at) || matches!((view.word(at + 1), view.word(at + 2)), ("according", "to")) {
            return true;
        }
    }
    let mut next = at + usize::from(comma);
    if !view.lexeme(next).is(kind::CONJUNCTION) || view.word(next) == "or" {
        return false;
    }
    next += 1;
    while view.lexeme(next).is(kind::ADVERB | kind::AUXILIARY) && next < view.len() {
        next += 1;
    }
    let lexeme = view.lexeme(next);
    lexeme.tells(TELLS | verb::DISCUSSES) && lexeme.form() == Form::Past && !view.noun_use(next)
}

/// Whether who said it follows a comma: *, the minister said.*
pub fn claimed(view: View<'_, '_>, comma: usize) -> bool {
    let mut at = comma + 1;
    while at < view.len() && at < comma + 24 {
        let lexeme = view.lexeme(at);
        if lexeme.tells(verb::SAYS)
            && lexeme.form() != Form::Ing
            && !view.noun_use(at)
            && lexeme.form() != Form::Base
        {
            let after = view.lexeme(at + 1);
            let closes = at + 1 >= view.len()
                || view.stops(at + 1)
                || after.is(kind::PREPOSITION | kind::ADVERB)
                || view.date(at + 1).is_some()
                || view.word(at) == "told";
            let first = view.lexeme(comma + 1);
            let opened = at > comma + 1
                && !first.is(kind::AUXILIARY | kind::MODAL)
                && view.word(comma + 1) != "who"
                && view.word(comma + 1) != "which"
                && !view.lexeme(comma + 1).is(kind::CONJUNCTION | kind::SUBORDINATOR);
            return closes && opened && view.word(at + 1) != "that";
        }
        if lexeme.is_verb() && !view.noun_use(at) && !lexeme.is(kind::AUXILIARY)
            || lexeme.is(kind::SUBORDINATOR)
            || view.quote(at).is_some()
        {
            return false;
        }
        at += 1;
    }
    false
}

/// Whether a span has a verb that makes it a clause.
pub fn is_clause(view: View<'_, '_>, span: Span) -> bool {
    (span.0 + 1..span.1).any(|at| {
        let lexeme = view.lexeme(at);
        let plain = lexeme.is(kind::AUXILIARY | kind::MODAL) && !view.capital(at);
        let past =
            lexeme.is_verb() && matches!(lexeme.form(), Form::Past | Form::Third) && !view.noun_use(at);
        let clitic = matches!(
            view.word(at),
            "'s" | "’s" | "'re" | "’re" | "'ll" | "’ll" | "'ve" | "’ve"
        ) && at == span.0 + 1
            && view.lexeme(span.0).is(kind::PRONOUN);
        plain
            || past
            || clitic
            || view.word(at).ends_with("ed")
                && view.nominal(at)
                && at > span.0 + 1
                && !view.lexeme(at - 1).is(kind::DETERMINER)
    })
}

/// Whether the verb at a piece is in the passive: a form of *be* stands before it.
pub fn is_passive(view: View<'_, '_>, at: usize) -> bool {
    let from = subject::auxiliaries(view, at);
    view.lexeme(at).form() == Form::Past
        && (from..at).any(|at| {
            matches!(
                view.word(at),
                "is" | "are" | "was" | "were" | "been" | "be" | "being"
            )
        })
}

/// Whether the verb at a piece is denied or only thought of: *did not ask*, *may ask*, *refused to ask*.
pub fn is_unreal(view: View<'_, '_>, at: usize) -> bool {
    let from = subject::auxiliaries(view, at);
    (from..at).any(|at| {
        view.lexeme(at).is(kind::NEGATION | kind::MODAL) && !(view.word(at) == "may" && view.capital(at))
    })
}

/// Whether the verb at a piece follows `to`.
pub fn is_infinitive(view: View<'_, '_>, at: usize) -> bool {
    let from = subject::auxiliaries(view, at);
    from > 0 && view.word(from - 1) == "to" && view.lexeme(at).form() == Form::Base
}

/// Whether a word that is a verb in the lists is one here.
pub fn is_verb(view: View<'_, '_>, at: usize) -> bool {
    let lexeme = view.lexeme(at);
    if view.noun_use(at) || view.capital(at) && view.mention(at).is_some() {
        return false;
    }
    let noun = lexeme.tells(verb::NOUN) && matches!(lexeme.form(), Form::Base | Form::Third);
    // A word that is a noun as well counts as a verb after a pronoun, a plural, or an auxiliary.
    !noun
        || at > 0
            && (view
                .lexeme(at - 1)
                .is(kind::PRONOUN | kind::MODAL | kind::AUXILIARY | kind::ADVERB)
                || view.word(at - 1) == "to"
                || view.mention(at - 1).is_some()
                || view.word(at - 1).ends_with('s')
                || view.lexeme(at).form() == Form::Third)
}

/// Passes where, when and to whom something was said: *on Tuesday*, *in a statement*, *to reporters*.
pub fn adverbials(view: View<'_, '_>, from: usize) -> usize {
    let mut at = from;
    loop {
        if let Some((_, to)) = view.date(at) {
            at = to;
        } else if view.lexeme(at).is(kind::ADVERB) && !view.stops(at) {
            at += 1;
        } else if view.lexeme(at).is(kind::PREPOSITION) && !view.stops(at) && view.mention(at).is_none() {
            let date = view.date(at + 1);
            let end = date.map_or_else(
                || view.phrase(at + 1, &["in", "on", "at", "from", "with"]),
                |(_, to)| to,
            );
            if end <= at + 1 {
                return at;
            }
            at = end;
        } else {
            return at;
        }
    }
}
