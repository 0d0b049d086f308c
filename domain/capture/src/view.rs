//! A sentence as the rules walk through it: by pieces, with the words, names and dates of each at hand.

use crate::dates::Dates;
use crate::line::Line;
use crate::names::{Mention, Names};
use crate::token::{Kind, Tokens};
use crate::words::{Form, Lexeme, SMALL, kind};

/// From a piece to before another.
pub type Span = (usize, usize);

/// One sentence.
#[derive(Clone, Copy)]
pub struct View<'a, 't> {
    /// The text's tokens.
    pub tokens: &'a Tokens<'t>,
    /// The text's names.
    pub names: &'a Names,
    /// The text's dates.
    pub dates: &'a Dates,
    /// The sentence.
    pub line: &'a Line,
}

impl<'a, 't> View<'a, 't> {
    /// How many pieces.
    pub fn len(self) -> usize {
        self.line.pieces.len()
    }

    /// The token of a piece; past the end one that is none.
    pub fn token(self, at: usize) -> usize {
        self.line.pieces.get(at).map_or(usize::MAX, |piece| piece.at)
    }

    /// The quotation that a piece is.
    pub fn quote(self, at: usize) -> Option<usize> {
        self.line.pieces.get(at).and_then(|piece| piece.quote)
    }

    /// Its word in small letters; nothing of a quotation.
    pub fn word(self, at: usize) -> &'a str {
        if self.quote(at).is_some() {
            ""
        } else {
            self.tokens.word(self.token(at))
        }
    }

    /// What the lists say of its word.
    pub fn lexeme(self, at: usize) -> Lexeme {
        if self.quote(at).is_some() {
            Lexeme::default()
        } else {
            self.tokens.lexeme(self.token(at))
        }
    }

    /// Whether it is a word with a capital.
    pub fn capital(self, at: usize) -> bool {
        self.quote(at).is_none() && self.tokens.capital(self.token(at))
    }

    /// Whether it is this mark.
    pub fn is(self, at: usize, mark: char) -> bool {
        self.quote(at).is_none() && self.tokens.is(self.token(at), mark)
    }

    /// Whether it is a mark, a quotation, or past the end.
    pub fn stops(self, at: usize) -> bool {
        at >= self.len()
            || self.quote(at).is_some()
            || matches!(self.tokens.kind(self.token(at)), Kind::Mark(mark) if !matches!(mark, '$' | '€' | '£' | '¥' | '%' | '&' | '/'))
    }

    /// Whether it is a possessive ending.
    pub fn possessive(self, at: usize) -> bool {
        self.quote(at).is_none() && self.tokens.possessive(self.token(at))
    }

    /// The name that it is part of.
    pub fn mention(self, at: usize) -> Option<&'a Mention> {
        if self.quote(at).is_some() {
            None
        } else {
            self.names.mention(self.token(at))
        }
    }

    /// The pieces of the date that a piece is part of.
    pub fn date(self, at: usize) -> Option<Span> {
        if self.quote(at).is_some() {
            return None;
        }
        let number = self.dates.at(self.token(at))?;
        let same = |at: usize| self.quote(at).is_none() && self.dates.at(self.token(at)) == Some(number);
        let from = (0..=at).rev().take_while(|at| same(*at)).last()?;
        let to = (at..self.len()).take_while(|at| same(*at)).last()? + 1;
        Some((from, to))
    }

    /// Whether it can be part of a noun phrase: a word that is neither small nor a verb, a number, a name.
    pub fn nominal(self, at: usize) -> bool {
        if self.stops(at) {
            return false;
        }
        let lexeme = self.lexeme(at);
        if self.mention(at).is_some() {
            return true;
        }
        !lexeme.is(SMALL) && (!lexeme.is_verb() || self.noun_use(at))
    }

    /// Whether a word that can be a verb stands as a noun or beside one: after an article, an owner, a preposition.
    pub fn noun_use(self, at: usize) -> bool {
        if at == 0 || self.stops(at - 1) {
            return false;
        }
        let before = self.lexeme(at - 1);
        let article = before.is(kind::DETERMINER | kind::OWNER) || self.possessive(at - 1);
        let form = self.lexeme(at).form();
        let after = before.is(kind::PREPOSITION)
            && self.word(at - 1) != "to"
            && form != Form::Past
            && form != Form::Ing;
        let noun = self.lexeme(at).tells(crate::words::verb::NOUN);
        let adjective = noun
            && form != Form::Past
            && form != Form::Ing
            && at > 1
            && (self.lexeme(at - 2).is(kind::DETERMINER | kind::OWNER) || self.possessive(at - 2))
            && !before.is(SMALL);
        // A verb of that form has no subject in the singular: "the media post".
        let singular = noun
            && form == Form::Base
            && self.mention(at - 1).is_none()
            && !before.is(SMALL | kind::ADVERB)
            && !before.is_verb()
            && !self.word(at - 1).ends_with('s')
            && self.tokens.kind(self.token(at - 1)) == Kind::Word;
        article
            || after
            || singular
            || adjective
            || self.capital(at)
                && at > 0
                && !self.lexeme(at).is(kind::AUXILIARY | kind::MODAL)
                && self.mention(at).is_some()
    }

    /// The text of a span.
    pub fn text(self, span: Span) -> &'t str {
        if span.0 >= span.1 {
            return "";
        }
        self.tokens.slice(self.token(span.0), self.token(span.1 - 1) + 1)
    }

    /// The span without marks and small connecting words at its ends.
    pub fn trimmed(self, span: Span) -> Span {
        let (mut from, mut to) = span;
        let mark = |at: usize| {
            self.quote(at).is_none()
                && matches!(self.tokens.kind(self.token(at)), Kind::Mark(mark) if !matches!(mark, '$' | '€' | '£' | '¥' | '%' | ')' | '('))
        };
        while from < to && mark(from) {
            from += 1;
        }
        while to > from && mark(to - 1) {
            to -= 1;
        }
        (from, to)
    }

    /// Whether an article or an owner here opens a part of the phrase that begins before it.
    fn opens(self, from: usize, at: usize) -> bool {
        let before = kind::PREPOSITION | kind::CONJUNCTION | kind::DETERMINER;
        at == from || self.lexeme(at - 1).is(before)
    }

    /// Whether a preposition here goes on with the phrase that begins before it.
    fn goes_on(self, from: usize, at: usize) -> bool {
        let joins = ["of", "for", "in", "at", "from", "with", "on", "between"];
        at > from && joins.contains(&self.word(at)) && self.date(at + 1).is_none()
    }

    /// Whether a phrase begins after an `and`.
    fn begins(self, at: usize) -> bool {
        let lexeme = self.lexeme(at);
        let none = lexeme.is(kind::PRONOUN | kind::ADVERB);
        !none && (self.nominal(at) || lexeme.is(kind::DETERMINER | kind::OWNER))
    }

    /// Past a date that stands here, with the preposition before it.
    pub fn past_date(self, at: usize) -> usize {
        let later = || {
            self.date(at + 1)
                .filter(|_| self.lexeme(at).is(kind::PREPOSITION))
        };
        self.date(at).or_else(later).map_or(at, |(_, to)| to)
    }

    /// The end of the noun phrase that begins at a piece: article, words, names, owners, and what `of` and its like join. `stop` names the
    /// prepositions before which it ends.
    pub fn phrase(self, from: usize, stop: &[&str]) -> usize {
        let mut at = from;
        while at < self.len() && !self.stops(at) {
            let lexeme = self.lexeme(at);
            if let Some(mention) = self.mention(at) {
                at += 1;
                while at < self.len() && self.quote(at).is_none() && self.token(at) < mention.to {
                    at += 1;
                }
                continue;
            }
            if self.possessive(at) {
                at += 1;
                continue;
            }
            let joins = match () {
                () if lexeme.is(kind::DETERMINER | kind::OWNER) => self.opens(from, at),
                () if lexeme.is(kind::PREPOSITION) => {
                    self.goes_on(from, at) && !stop.contains(&self.word(at))
                }
                () if self.word(at) == "and" => at > from && self.begins(at + 1),
                () => {
                    self.nominal(at) && (self.date(at).is_none() || !lexeme.is(kind::WEEKDAY | kind::MONTH))
                }
            };
            if !joins {
                break;
            }
            at += 1;
        }
        while at > from
            && self.lexeme(at - 1).is(kind::PREPOSITION | kind::CONJUNCTION)
            && self.mention(at - 1).is_none()
        {
            at -= 1;
        }
        at
    }
}
