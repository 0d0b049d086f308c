//! The clause of what was said, after the verb or before it.

use super::Attribution;
use crate::english::Reader;
use crate::english::content::{adverbials, end, is_clause};
use crate::found::Mode;
use crate::token::Kind;
use crate::view::{Span, View};
use crate::words::{Form, kind, verb};

/// Verbs that tell that something was said only before `that` or beside a quotation.
pub(super) const BARELY: &[&str] = &[
    "find",
    "finds",
    "found",
    "feel",
    "feels",
    "felt",
    "continue",
    "continues",
    "continued",
    "rule",
    "ruled",
    "rules",
    "answer",
    "answered",
    "point",
    "points",
    "pointed",
    "signal",
    "signalled",
    "signaled",
    "report",
    "reports",
    "remind",
    "reminded",
    "agree",
    "agreed",
    "agrees",
    "ask",
    "asks",
    "asked",
    "urge",
    "urges",
    "urged",
    "promise",
    "promised",
    "promises",
    "pledge",
    "pledged",
    "pledges",
    "vow",
    "vowed",
    "vows",
    "assure",
    "assured",
    "assures",
    "suggest",
    "suggests",
    "suggested",
    "propose",
    "proposed",
    "proposes",
    "recommend",
    "recommended",
    "swore",
    "expects",
    "expect",
    "hopes",
    "hope",
    "advise",
    "advised",
    "describe",
    "described",
    "wish",
    "quoted",
    "quote",
    "posted",
    "post",
    "suspect",
    "remembered",
    "laughed",
    "cried",
    "snapped",
    "conveyed",
    "notified",
    "inform",
    "informed",
    "counselled",
    "repeated",
];

/// Verbs of promising: what follows their `that` is a commitment, not a statement.
pub(super) const PROMISING: &[&str] = &[
    "promise",
    "pledge",
    "vow",
    "assure",
    "swore",
    "swear",
    "guarantee",
    "promised",
    "pledged",
    "vowed",
    "assured",
    "promises",
    "pledges",
    "vows",
    "assures",
];

/// Verbs beside which a thing that is no clause was said as well.
pub(super) const OF_THINGS: &[&str] = &[
    "confirm",
    "note",
    "recall",
    "acknowledge",
    "express",
    "voice",
    "announce",
    "reveal",
    "mention",
    "highlight",
    "underline",
    "underscore",
    "stress",
    "emphasis",
    "emphasiz",
    "reiterate",
    "reaffirm",
    "den",
    "affirm",
    "recount",
    "describ",
    "lament",
    "boast",
    "admit",
    "explain",
    "outlin",
];

impl Reader<'_, '_> {
    pub(super) fn clause_after(&self, view: View<'_, '_>, at: usize) -> Option<(Span, Mode, &'static str)> {
        let word = view.word(at);
        let lexeme = view.lexeme(at);
        if lexeme.tells(verb::SAYS) {
            let next = view.word(at + 1);
            if next == "to" || next == "for" && word.starts_with("ask") {
                return None;
            }
            if let Some(that) = opening(view, at) {
                let wants = word.starts_with("want") || PROMISING.contains(&word);
                let clause = (that + 1, end(view, that + 1));
                return (!wants).then_some((clause, Mode::Indirect, "a clause after the verb"));
            }
            if let Some(span) = bare(view, at) {
                return Some((span, Mode::Indirect, "a clause after the verb, without \"that\""));
            }
        }
        let of_things = lexeme.tells(verb::JUDGES) || OF_THINGS.iter().any(|stem| word.starts_with(stem));
        let span = (at + 1, end(view, at + 1));
        let thing = !view.stops(at + 1)
            && (view.nominal(at + 1)
                || view
                    .lexeme(at + 1)
                    .is(kind::DETERMINER | kind::OWNER | kind::PRONOUN)
                || view.lexeme(at + 1).tells(verb::NOUN)
                || view.word(at + 1) == "for"
                || word.starts_with("apologi"));
        let finite = lexeme.form() != Form::Ing;
        (of_things && thing && finite && span.0 < span.1).then_some((
            span,
            Mode::Paraphrased,
            "what the verb is about",
        ))
    }

    /// `Prices will rise, the minister said.`; also the clause that an attribution between commas parts.
    pub(super) fn clause_before(
        &self,
        view: View<'_, '_>,
        attribution: &Attribution,
    ) -> Option<(Span, Mode, &'static str)> {
        let comma = attribution.from.checked_sub(1).filter(|at| view.is(*at, ','))?;
        if !view.lexeme(attribution.verb).tells(verb::SAYS)
            || PROMISING.contains(&view.word(attribution.verb))
        {
            return None;
        }
        let after = adverbials(
            view,
            if is_addressed(view.word(attribution.verb)) {
                addressee(view, attribution.to)
            } else {
                attribution.to
            },
        );
        let closes = after >= view.len() || view.stops(after);
        if !closes {
            return None;
        }
        if view.is(after, ',') && !attribution.inverted {
            let span = (after + 1, end(view, after + 1));
            if is_clause(view, (span.0.saturating_sub(1), span.1))
                && view.word(after + 1) != "who"
                && view.lexeme(after + 1).form() != Form::Ing
            {
                return Some((span, Mode::Indirect, "a clause that the speaker parts"));
            }
        }
        let from = (0..comma)
            .rev()
            .take_while(|at| view.quote(*at).is_none() && !view.is(*at, ';'))
            .last()?;
        let dateline = (from..comma.min(from + 8))
            .find(|at| matches!(view.tokens.kind(view.token(*at)), Kind::Mark('–' | '—' | '-')));
        let from = dateline.map_or(from, |at| at + 1);
        is_clause(view, (from, comma)).then_some((
            (from, comma),
            Mode::Indirect,
            "a clause before the speaker",
        ))
    }
}

/// Verbs after which whoever heard it stands.
pub(super) fn is_addressed(word: &str) -> bool {
    matches!(
        word,
        "told"
            | "tells"
            | "telling"
            | "tell"
            | "informed"
            | "reminded"
            | "assured"
            | "warned"
            | "advised"
            | "notified"
            | "asked"
            | "asks"
            | "asking"
            | "warning"
            | "warns"
            | "informing"
            | "reminding"
    )
}

/// The end of whoever heard it.
pub(super) fn addressee(view: View<'_, '_>, from: usize) -> usize {
    if view.lexeme(from).is(kind::PRONOUN) && !view.lexeme(from + 1).is_verb() {
        return from + 1;
    }
    let mut at = from;
    while at < view.len() && !view.stops(at) {
        let lexeme = view.lexeme(at);
        let clause = at > from
            && (lexeme.is(kind::PRONOUN | kind::OWNER | kind::SUBORDINATOR)
                || lexeme.is(kind::DETERMINER) && !view.lexeme(at - 1).is(kind::PREPOSITION)
                || view.date(at).is_some());
        if clause || lexeme.is(kind::SUBORDINATOR) || view.word(at) == "that" || view.word(at) == "to" {
            break;
        }
        at += 1;
    }
    at
}

/// Past whoever heard what the verb at a piece tells.
fn after_addressee(view: View<'_, '_>, at: usize) -> usize {
    let addressed = is_addressed(view.word(at)) && view.word(at + 1) != "that";
    if addressed {
        addressee(view, at + 1)
    } else {
        at + 1
    }
}

/// The `that` or the question word that opens a clause after a verb, past a time, a place and what stands aside.
fn opening(view: View<'_, '_>, at: usize) -> Option<usize> {
    const OPENS: &[&str] = &[
        "that", "whether", "if", "how", "why", "what", "when", "where", "who", "which",
    ];
    let past = adverbials(view, after_addressee(view, at));
    if OPENS.contains(&view.word(past)) {
        return Some(past);
    }
    let mut aside = past + 1..(past + 24).min(view.len());
    let found = aside.find(|at| OPENS.contains(&view.word(*at)) && view.is(at - 1, ','));
    found.filter(|_| view.is(past, ','))
}

/// A clause that nothing opens.
fn bare(view: View<'_, '_>, at: usize) -> Option<Span> {
    let word = view.word(at);
    let mut from = after_addressee(view, at);
    if is_addressed(word)
        || view.date(from).is_some()
        || view.lexeme(from).is(kind::PREPOSITION | kind::ADVERB)
    {
        from = adverbials(view, from);
    }
    let span = (from, end(view, from));
    let clause = || is_clause(view, span) || matches!(word, "said" | "says" | "say") && span.1 - span.0 > 3;
    (span.0 < span.1 && !view.stops(span.0) && !BARELY.contains(&word) && clause()).then_some(span)
}
