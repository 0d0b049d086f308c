//! Words with capitals in a row, with what joins them into one name.

use super::is_acronym;
use crate::token::{Kind, Tokens};
use crate::words::kind;
use std::collections::BTreeSet;

/// Kinds of words that are no part of a name though a sentence begins with them.
const NO_NAME: u32 = kind::DETERMINER
    | kind::PREPOSITION
    | kind::PRONOUN
    | kind::OWNER
    | kind::AUXILIARY
    | kind::MODAL
    | kind::NEGATION
    | kind::CONJUNCTION
    | kind::SUBORDINATOR
    | kind::ADVERB
    | kind::ORDINARY;

impl Run {
    pub(super) fn at(tokens: &Tokens<'_>, at: usize, inner: &BTreeSet<&str>) -> Option<Self> {
        if !tokens.capital(at) {
            return None;
        }
        let lexeme = tokens.lexeme(at);
        let first = begins(tokens, at);
        let dated =
            lexeme.is(kind::MONTH | kind::WEEKDAY) && !(lexeme.is(kind::MONTH) && tokens.capital(at + 1));
        let acronym = is_acronym(tokens.written(at)) && at + 1 < tokens.all.len();
        if dated
            || (lexeme.is(NO_NAME)
                && !acronym
                && (first
                    || !tokens.capital(at + 1)
                    || !lexeme.is(kind::ORDINARY | kind::PORTFOLIO | kind::ADVERB)))
        {
            let whole =
                lexeme.is(kind::ORDINARY) && tokens.capital(at + 1) && !tokens.lexeme(at + 1).is(kind::MONTH);
            if !whole {
                return None;
            }
        }
        if matches!(tokens.word(at), "i" | "dear") {
            return None;
        }
        let run = Run {
            from: at,
            to: extent(tokens, at),
        };
        let single = run.to - run.from == 1;
        let known = lexeme.is(kind::COUNTRY | kind::POST | kind::HONORIFIC)
            || acronym
            || inner.contains(tokens.word(at));
        let followed = tokens.possessive(run.to);
        let dateline = tokens.all[at].begins_paragraph
            && matches!(tokens.kind(run.to), Kind::Mark('–' | '—' | '-' | '('));
        (!single || !first || known || (followed && !lexeme.is(NO_NAME)) || dateline).then_some(run)
    }

    /// The first token of the name after titles; the end where the whole is a post.
    pub(super) fn name(self, tokens: &Tokens<'_>) -> usize {
        let mut name = self.from;
        let mut at = self.from;
        while at < self.to {
            let lexeme = tokens.lexeme(at);
            let post = lexeme.is(kind::POST) && at < self.to;
            let honorific = lexeme.is(kind::HONORIFIC) && at == name;
            if post || honorific {
                name = at + 1;
                if tokens.is(name, '.') {
                    name += 1;
                }
                while tokens.word(name) == "of" && name < self.to {
                    name = portfolio(tokens, name + 1, self.to);
                }
            } else if (tokens.lexeme(at).is(kind::BODY)) && tokens.word(at + 1) == "of" {
                break;
            }
            at = (at + 1).max(name.min(self.to));
        }
        // "Council President" and nothing more is a post; a body that ends in no post is none.
        name.min(self.to)
    }
}

/// Words with capitals in a row, with what joins them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The words that stand with a capital where no sentence begins.
pub(super) fn inner_capitals<'a>(tokens: &'a Tokens<'_>) -> BTreeSet<&'a str> {
    let inner = (1..tokens.all.len()).filter(|at| tokens.capital(*at) && !begins(tokens, *at));
    inner.map(|at| tokens.word(at)).collect()
}

/// Whether a sentence begins with a token.
pub(super) fn begins(tokens: &Tokens<'_>, at: usize) -> bool {
    if at == 0 || tokens.all[at].begins_paragraph {
        return true;
    }
    match tokens.kind(at - 1) {
        Kind::Mark(',' | '(' | '-' | '/' | '&' | ';') => false,
        Kind::Mark('.') => !tokens.lexeme(at.saturating_sub(2)).is(kind::HONORIFIC),
        Kind::Mark(_) => true,
        _ => false,
    }
}

/// The end of what a minister is minister of.
pub(super) fn portfolio(tokens: &Tokens<'_>, from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to
        && (tokens
            .lexeme(at)
            .is(kind::PORTFOLIO | kind::COUNTRY | kind::BODY | kind::ORDINARY)
            || matches!(tokens.word(at), "and" | "the" | "for"))
    {
        at += 1;
    }
    at.max(from)
}

/// The most words of a name: a list of capitals without end is none.
const LONGEST: usize = 16;

/// The end of the capitals in a row that begin at a token.
pub(super) fn extent(tokens: &Tokens<'_>, from: usize) -> usize {
    let mut to = from + 1;
    let mut body = tokens
        .lexeme(from)
        .is(kind::BODY | kind::POST | kind::SITE | kind::PORTFOLIO);
    while let Some(next) = joined(tokens, from, to, body).filter(|next| next - from < LONGEST) {
        body |= tokens.lexeme(next).is(kind::BODY | kind::POST | kind::SITE);
        to = next + 1;
    }
    to
}

/// The next capital of the row, beyond what joins.
pub(super) fn joined(tokens: &Tokens<'_>, from: usize, to: usize, body: bool) -> Option<usize> {
    let fits = |at: usize| {
        let lexeme = tokens.lexeme(at);
        tokens.capital(at)
            && !tokens.all[at].begins_paragraph
            && !lexeme.is(kind::WEEKDAY | kind::PRONOUN | kind::SUBORDINATOR)
            && (!lexeme.is(kind::MONTH) || tokens.kind(at + 1) != Kind::Number)
    };
    if tokens.all.get(to)?.begins_paragraph {
        return None;
    }
    if fits(to) {
        return Some(to);
    }
    if tokens.is(to, '.') {
        let initial =
            tokens.written(to - 1).chars().count() == 1 || tokens.lexeme(to - 1).is(kind::HONORIFIC);
        return (initial && fits(to + 1)).then_some(to + 1);
    }
    if tokens.is(to, '&') {
        return fits(to + 1).then_some(to + 1);
    }
    if tokens.possessive(to) {
        return (fits(to + 1) && tokens.lexeme(to + 1).is(kind::BODY)).then_some(to + 1);
    }
    let word = tokens.word(to);
    if tokens.lexeme(to).is(kind::PARTICLE) && !tokens.lexeme(to).is(kind::OWNER | kind::PRONOUN) {
        let end = (to..to + 3).find(|at| !tokens.lexeme(*at).is(kind::PARTICLE))?;
        return fits(end).then_some(end);
    }
    if matches!(word, "of" | "for")
        && body
        && (tokens.lexeme(to - 1).is(kind::BODY | kind::POST | kind::SITE)
            || (from..to).any(|at| matches!(tokens.word(at), "of" | "for")))
        && !is_royal(tokens.word(from))
    {
        let after = if tokens.word(to + 1) == "the" {
            to + 2
        } else {
            to + 1
        };
        return fits(after).then_some(after);
    }
    if word == "and" && body && (from..to).any(|at| matches!(tokens.word(at), "of" | "for")) {
        return (fits(to + 1) && tokens.lexeme(to + 1).is(kind::PORTFOLIO | kind::ORDINARY))
            .then_some(to + 1);
    }
    None
}

/// Titles after which a name and not a post comes: *King Frederik of Denmark*.
pub(super) fn is_royal(word: &str) -> bool {
    matches!(
        word,
        "king" | "queen" | "prince" | "princess" | "emperor" | "sultan" | "pope" | "archbishop" | "bishop"
    )
}
