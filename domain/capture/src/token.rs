//! A text cut into words, numbers and marks, each with where it stands in bytes and in Unicode scalar values.

use crate::words::{Lexeme, lexeme};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with hyphens and full stops inside.
    Word,
    /// Begins with a digit.
    Number,
    /// `'s`, `'ll`, `n't` and the like, parted from their word.
    Clitic,
    /// One mark.
    Mark(char),
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The first Unicode scalar value.
    pub from: usize,
    /// The one after the last.
    pub to: usize,
    /// What it is.
    pub kind: Kind,
    /// A paragraph begins with it.
    pub begins_paragraph: bool,
    /// White space stands before it.
    pub spaced: bool,
    /// Its first letter is a capital one.
    pub capital: bool,
    /// What the word lists say of it.
    pub lexeme: Lexeme,
}

/// The text with its tokens.
pub struct Tokens<'t> {
    /// As it was given.
    pub text: &'t str,
    /// The same with ASCII letters small: the same offsets.
    lower: String,
    /// In order.
    pub all: Vec<Token>,
}

impl<'t> Tokens<'t> {
    /// Reads a text, once from its beginning to its end.
    pub fn of(text: &'t str) -> Self {
        let lower = text.to_ascii_lowercase();
        let mut reader = Reader {
            text,
            lower: &lower,
            width: width(text),
            at: 0,
            scalar: 0,
            line: 0,
            all: Vec::with_capacity(text.len() / 5),
        };
        reader.read();
        let all = reader.all;
        Tokens { text, lower, all }
    }

    /// The word in small letters; nothing past the end.
    pub fn word(&self, at: usize) -> &str {
        self.all
            .get(at)
            .map_or("", |token| &self.lower[token.start..token.end])
    }

    /// The word as it stands.
    pub fn written(&self, at: usize) -> &'t str {
        self.all
            .get(at)
            .map_or("", |token| &self.text[token.start..token.end])
    }

    /// The text from one token to before another.
    pub fn slice(&self, from: usize, to: usize) -> &'t str {
        if from >= to || to > self.all.len() {
            return "";
        }
        &self.text[self.all[from].start..self.all[to - 1].end]
    }

    /// Whether a token is this mark.
    pub fn is(&self, at: usize, mark: char) -> bool {
        self.all
            .get(at)
            .is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    /// Whether a token is a word with a capital.
    pub fn capital(&self, at: usize) -> bool {
        self.all
            .get(at)
            .is_some_and(|token| token.kind == Kind::Word && token.capital)
    }

    /// What the lists say of a token.
    pub fn lexeme(&self, at: usize) -> Lexeme {
        self.all.get(at).map_or(Lexeme::default(), |token| token.lexeme)
    }

    /// What kind a token is; a full stop past the end.
    pub fn kind(&self, at: usize) -> Kind {
        self.all.get(at).map_or(Kind::Mark('.'), |token| token.kind)
    }

    /// Whether this token is a possessive `'s` or the apostrophe after a plural.
    pub fn possessive(&self, at: usize) -> bool {
        self.kind(at) == Kind::Clitic && matches!(self.word(at), "'s" | "’s" | "'" | "’")
    }
}

/// The longest line, in bytes: a text whose lines are all short was wrapped.
fn width(text: &str) -> usize {
    text.lines().map(str::len).max().unwrap_or(0)
}

/// The longest line of a text that somebody's program wrapped.
const WRAPPED: usize = 100;

struct Reader<'a> {
    text: &'a str,
    lower: &'a str,
    width: usize,
    at: usize,
    scalar: usize,
    /// The byte at which the line began.
    line: usize,
    all: Vec<Token>,
}

impl Reader<'_> {
    fn read(&mut self) {
        let (mut paragraph, mut spaced) = (true, true);
        while let Some(next) = self.text[self.at..].chars().next() {
            if next == '\n' {
                paragraph |= self.ends_paragraph();
                self.line = self.at + 1;
                spaced = true;
                self.step(next);
            } else if next.is_whitespace() || next.is_control() || unseen(next) {
                spaced |= !unseen(next);
                self.step(next);
            } else {
                self.token(next, paragraph, spaced);
                (paragraph, spaced) = (false, false);
            }
        }
    }

    fn step(&mut self, passed: char) {
        self.at += passed.len_utf8();
        self.scalar += 1;
    }

    /// A line that ends although the next word had found room in it ends a paragraph.
    fn ends_paragraph(&self) -> bool {
        let next = &self.text[self.at + 1..];
        let first: usize = next
            .chars()
            .take_while(|one| !one.is_whitespace())
            .take(WRAPPED)
            .map(char::len_utf8)
            .sum();
        first == 0 || self.width > WRAPPED || (self.at - self.line) + 1 + first <= self.width
    }

    fn token(&mut self, first: char, begins_paragraph: bool, spaced: bool) {
        let (start, from) = (self.at, self.scalar);
        let kind = if let Some(length) = self.clitic(start) {
            for passed in self.text[start..start + length].chars() {
                self.step(passed);
            }
            Kind::Clitic
        } else if first.is_ascii_digit() {
            self.number();
            Kind::Number
        } else if first.is_alphanumeric() {
            self.step(first);
            self.letters();
            Kind::Word
        } else {
            self.step(first);
            Kind::Mark(first)
        };
        let lexeme = match kind {
            Kind::Word => lexeme(&self.lower[start..self.at]),
            _ => Lexeme::default(),
        };
        self.all.push(Token {
            start,
            end: self.at,
            from,
            to: self.scalar,
            kind,
            begins_paragraph,
            spaced,
            capital: first.is_uppercase() || joined_name(&self.text[start..self.at]),
            lexeme,
        });
    }

    fn number(&mut self) {
        while let Some(next) = self.text[self.at..].chars().next() {
            let joins = matches!(next, '.' | ',' | ':' | '/' | '-')
                && self.text[self.at + 1..].starts_with(|after: char| after.is_ascii_digit());
            if !next.is_alphanumeric() && !joins {
                break;
            }
            self.step(next);
        }
    }

    fn letters(&mut self) {
        while let Some(next) = self.text[self.at..].chars().next() {
            let after = || self.text[self.at + next.len_utf8()..].chars().next();
            let joins = match next {
                '-' | '‐' | '‑' | '·' => after().is_some_and(char::is_alphanumeric),
                '.' => self.initials(),
                // An apostrophe between two letters that begins no ending of English: O'Neill, Sa'ad.
                '\'' | '’' => after().is_some_and(char::is_alphabetic) && self.ending(self.at).is_none(),
                other => other.is_alphanumeric() || combining(other) || other == '_',
            };
            if !joins || (self.negated() && next != '.') {
                break;
            }
            self.step(next);
        }
    }

    /// Whether `n't` stands here.
    fn negated(&self) -> bool {
        let rest = &self.lower[self.at..];
        let after = rest.strip_prefix("n't").or_else(|| rest.strip_prefix("n’t"));
        after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    }

    /// Whether the full stop here belongs to letters such as those of `U.S.` or `a.m.`
    fn initials(&self) -> bool {
        let before = &self.text[..self.at];
        let mut back = before.chars().rev();
        let letter = back.next().is_some_and(char::is_alphabetic);
        let single = back.next().is_none_or(|one| !one.is_alphanumeric());
        let parted = before.chars().rev().nth(1) == Some('.');
        let next = self.text[self.at + 1..].chars().next();
        letter && single && (next.is_some_and(char::is_alphabetic) || parted)
    }

    fn clitic(&self, at: usize) -> Option<usize> {
        let attached = self
            .all
            .last()
            .is_some_and(|last| last.end == at && last.kind != Kind::Clitic);
        if !attached {
            return None;
        }
        if self.negated() {
            return Some(self.lower[at..].find('t')? + 1);
        }
        let word = self
            .all
            .last()
            .is_some_and(|last| matches!(last.kind, Kind::Word | Kind::Number));
        self.ending(at).or_else(|| self.owners(at)).filter(|_| word)
    }

    /// The apostrophe after a plural before another word: `farmers' plans`.
    fn owners(&self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let mark = rest
            .chars()
            .next()
            .filter(|mark| matches!(mark, '\'' | '’'))?
            .len_utf8();
        let owner = self.text[..at].ends_with('s');
        let next = rest[mark..]
            .strip_prefix(' ')
            .is_some_and(|next| next.starts_with(char::is_alphabetic));
        (owner && next).then_some(mark)
    }

    /// The length of `'s`, `'ll`, `'ve`, `'re`, `'d`, `'m` if one stands here.
    fn ending(&self, at: usize) -> Option<usize> {
        let rest = &self.lower[at..];
        let mark = rest
            .chars()
            .next()
            .filter(|mark| matches!(mark, '\'' | '’'))?
            .len_utf8();
        ["s", "ll", "ve", "re", "d", "m"].iter().find_map(|ending| {
            let rest = rest[mark..].strip_prefix(ending)?;
            (!rest.starts_with(char::is_alphanumeric)).then_some(mark + ending.len())
        })
    }
}

/// A name whose article is joined to it: `al-Rashid`.
fn joined_name(word: &str) -> bool {
    word.split_once('-').is_some_and(|(article, name)| {
        article.len() <= 3 && name.starts_with(char::is_uppercase) && article.starts_with(char::is_lowercase)
    })
}

/// What joins the letter before it.
fn combining(one: char) -> bool {
    matches!(one, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// What is not seen and says only how to show the rest: marks of direction, joiners, the mark of byte order.
pub fn unseen(one: char) -> bool {
    matches!(one, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let tokens = Tokens::of(text);
        let found: Vec<_> = (0..tokens.all.len()).map(|at| tokens.written(at)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn words_keep_their_hyphens_and_lose_their_endings() {
        check(
            "Japan’s U.S. envoy didn't see Al-Rashid's 2,000 O'Neills.",
            &[
                "Japan",
                "’s",
                "U.S.",
                "envoy",
                "did",
                "n't",
                "see",
                "Al-Rashid",
                "'s",
                "2,000",
                "O'Neills",
                ".",
            ],
        );
    }

    #[test]
    fn a_line_that_was_wrapped_ends_no_paragraph() {
        let tokens = Tokens::of("A line of such a width that it was wrapped\nhere, and goes on.\nNew.");
        let starts: Vec<_> = (0..tokens.all.len())
            .filter(|at| tokens.all[*at].begins_paragraph)
            .map(|at| tokens.written(at))
            .collect();
        assert_eq!(starts, ["A", "New"]);
    }

    #[test]
    fn offsets_are_counted_in_scalar_values() {
        let tokens = Tokens::of("é́ “ខ្មែរ” x");
        let last = tokens.all.last().unwrap();
        assert_eq!(
            (last.from, last.to),
            ("é́ “ខ្មែរ” ".chars().count(), "é́ “ខ្មែរ” x".chars().count())
        );
    }
}
