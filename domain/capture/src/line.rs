//! Sentences, in which a quotation that stands by itself counts as one piece.

use crate::quotes::Quote;
use crate::token::{Kind, Tokens};
use crate::words::{kind, verb};

/// A token, or a whole quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The token; of a quotation the opening mark.
    pub at: usize,
    /// Which quotation.
    pub quote: Option<usize>,
}

/// A sentence.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its pieces in order. The marks of a quotation that is part of the sentence are left out, its words are in.
    pub pieces: Vec<Piece>,
    /// It begins a paragraph.
    pub begins_paragraph: bool,
}

/// The most pieces of a sentence: what is longer is none, and what looks about within a sentence stays bounded.
const LONGEST: usize = 600;

/// The sentences between two tokens.
pub fn lines(tokens: &Tokens<'_>, from: usize, to: usize, quotes: &[Quote]) -> Vec<Line> {
    let first = quotes.partition_point(|quote| quote.open < from);
    let mut cutter = Cutter {
        tokens,
        to,
        quotes,
        next: first,
        line: Line::default(),
        lines: Vec::new(),
    };
    let mut at = from;
    while at < to {
        at = cutter.take(at);
    }
    cutter.end();
    cutter.lines
}

struct Cutter<'a, 't> {
    tokens: &'a Tokens<'t>,
    to: usize,
    quotes: &'a [Quote],
    next: usize,
    line: Line,
    lines: Vec<Line>,
}

impl Cutter<'_, '_> {
    fn end(&mut self) {
        if !self.line.pieces.is_empty() {
            self.lines.push(std::mem::take(&mut self.line));
        }
    }

    /// Takes what stands at a token, and says where the rest begins.
    fn take(&mut self, at: usize) -> usize {
        if self.tokens.all[at].begins_paragraph {
            self.end();
            self.line.begins_paragraph = true;
        }
        let quote = self
            .quotes
            .get(self.next)
            .filter(|quote| quote.open == at && quote.close <= self.to)
            .copied();
        match quote {
            Some(quote) => {
                self.next += 1;
                self.quotation(quote);
                quote.close + 1
            }
            None => {
                self.line.pieces.push(Piece { at, quote: None });
                if self.is_end(at) || self.line.pieces.len() >= LONGEST {
                    self.end();
                }
                at + 1
            }
        }
    }

    fn quotation(&mut self, quote: Quote) {
        let ended = quote.close > quote.open + 1
            && matches!(
                self.tokens.kind(quote.close - 1),
                Kind::Mark('.' | '?' | '!' | '…' | '。')
            );
        if self.is_whole(quote, ended) {
            self.line.pieces.push(Piece {
                at: quote.open,
                quote: Some(self.next - 1),
            });
            if ended && !self.goes_on(quote.close + 1) {
                self.end();
            }
            return;
        }
        let inner =
            (quote.open + 1..quote.close).filter(|at| !self.tokens.is(*at, '.') || *at + 1 < quote.close);
        self.line.pieces.extend(inner.map(|at| Piece { at, quote: None }));
        if ended && self.tokens.capital(quote.close + 1) {
            self.end();
        }
    }

    /// Whether a quotation stands by itself, and is no part of the sentence around it.
    fn is_whole(&self, quote: Quote, ended: bool) -> bool {
        let Some(last) = self.line.pieces.last() else {
            return true;
        };
        if last.quote.is_some() {
            return true;
        }
        match self.tokens.kind(last.at) {
            Kind::Mark(_) => true,
            _ if self.tokens.lexeme(last.at).tells(verb::SAYS) => true,
            _ => {
                let closed = ended || self.tokens.is(quote.close.saturating_sub(1), ',');
                closed && self.tokens.capital(quote.open + 1) && quote.close - quote.open > 5
            }
        }
    }

    /// Whether a sentence goes on after a quotation that has its own full stop: with a small letter, or with who said it.
    fn goes_on(&self, at: usize) -> bool {
        let Some(next) = self
            .tokens
            .all
            .get(at)
            .filter(|next| !next.begins_paragraph && at < self.to)
        else {
            return false;
        };
        if next.kind == Kind::Mark(',') {
            return true;
        }
        if next.kind != Kind::Word || self.tokens.is(at.saturating_sub(2), '.') {
            return next.kind == Kind::Word && !next.capital;
        }
        let told = (at..at + 5).take_while(|at| self.tokens.kind(*at) == Kind::Word);
        !next.capital
            || told
                .clone()
                .any(|at| self.tokens.lexeme(at).tells(verb::SAYS) && !self.tokens.capital(at))
    }

    fn is_end(&self, at: usize) -> bool {
        let Kind::Mark(mark) = self.tokens.kind(at) else {
            return false;
        };
        match mark {
            '?' | '!' | '。' | '។' => true,
            '.' | '…' => !self.abbreviates(at),
            _ => false,
        }
    }

    fn abbreviates(&self, at: usize) -> bool {
        let Some(next) = self.tokens.all.get(at + 1) else {
            return false;
        };
        if next.begins_paragraph {
            return false;
        }
        if !next.spaced && next.kind == Kind::Word {
            return true;
        }
        if next.kind == Kind::Word && !next.capital {
            return true;
        }
        let before = at.saturating_sub(1);
        let word = self.tokens.word(before);
        let lexeme = self.tokens.lexeme(before);
        let attached = self.tokens.all.get(at).is_some_and(|mark| !mark.spaced);
        attached
            && self.tokens.capital(before)
            && (word.chars().count() == 1
                || (lexeme.is(kind::HONORIFIC) && word.len() <= 4)
                || (lexeme.is(kind::MONTH) && word.len() <= 4 && next.kind == Kind::Number))
            || (matches!(word, "no" | "vs" | "approx") && next.kind == Kind::Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotes::quotes;

    fn check(text: &str, expect: &[&str]) {
        let tokens = Tokens::of(text);
        let found = quotes(&tokens);
        let said: Vec<String> = lines(&tokens, 0, tokens.all.len(), &found)
            .iter()
            .map(|line| {
                let piece = |piece: &Piece| {
                    if piece.quote.is_some() {
                        "Q"
                    } else {
                        tokens.written(piece.at)
                    }
                };
                line.pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(said, expect);
    }

    #[test]
    fn a_quotation_is_one_piece_of_its_sentence() {
        check(
            "“Who pays? We do,” Dr. A. Smith asked. “You do.” He left.",
            &[
                "Q , Dr . A . Smith asked .".replace(" ,", "").as_str(),
                "Q",
                "He left .",
            ],
        );
        check("“Why?” she asked.", &["Q she asked ."]);
        check(
            "He was “very glad” of it. They came.",
            &["He was very glad of it .", "They came ."],
        );
    }
}
