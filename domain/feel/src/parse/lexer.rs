//! The parser's hands: blanks, comments, words, signs, numbers and strings of a text.

use std::sync::Arc;

use crate::characters::{is_part, is_sign, is_space, is_start, normal};
use crate::{Names, Said, Span, SyntaxError, said};

/// Words that may follow a value: they end a name that is not known.
const KEYWORDS: [&str; 9] = [
    "and",
    "or",
    "between",
    "in",
    "instance",
    "then",
    "else",
    "return",
    "satisfies",
];

pub(super) struct Lexer<'t> {
    pub text: &'t str,
    pub at: usize,
    pub known: &'t Names,
    pub built_in: &'t Names,
    /// Names that the text itself makes known: parameters, loop variables, keys of contexts.
    pub local: Names,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str, known: &'t Names, built_in: &'t Names) -> Lexer<'t> {
        Lexer {
            text,
            at: 0,
            known,
            built_in,
            local: Names::new(),
        }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn error<T>(&self, message: Said) -> Result<T, SyntaxError> {
        let end = self.at + self.rest().chars().next().map_or(0, char::len_utf8);
        Err(SyntaxError::new(self.text, Span { start: self.at, end }, message))
    }

    /// Passes over blanks and comments. A comment that is not closed goes to the end.
    pub(super) fn skip_blanks(&mut self) {
        loop {
            let rest = self.rest().trim_start_matches(is_space);
            let comment = if rest.starts_with("//") {
                rest.find(['\n', '\r']).unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.get(2..)
                    .and_then(|inner| inner.find("*/"))
                    .map_or(rest.len(), |end| end + 4)
            } else {
                0
            };
            self.at = self.text.len() - rest.len() + comment;
            if comment == 0 {
                return;
            }
        }
    }

    /// Whether that sign comes next.
    pub(super) fn sees(&mut self, sign: &str) -> bool {
        self.skip_blanks();
        self.rest().starts_with(sign)
    }

    /// Takes that sign if it comes next.
    pub(super) fn take(&mut self, sign: &str) -> bool {
        let seen = self.sees(sign);
        if seen {
            self.at += sign.len();
        }
        seen
    }

    pub(super) fn expect(&mut self, sign: &str) -> Result<(), SyntaxError> {
        if self.take(sign) {
            Ok(())
        } else {
            self.error(said!("`{}` is expected here", sign))
        }
    }

    /// The word that comes next, if one does.
    pub(super) fn word(&mut self) -> &'t str {
        let word = self.word_within();
        if word.starts_with(is_start) { word } else { "" }
    }

    /// The same, which within a name may begin with a digit.
    pub(super) fn word_within(&mut self) -> &'t str {
        self.skip_blanks();
        let rest = self.rest();
        rest.get(..rest.find(|c| !is_part(c)).unwrap_or(rest.len()))
            .unwrap_or_default()
    }

    pub(super) fn sees_word(&mut self, word: &str) -> bool {
        self.word() == word
    }

    /// Takes that keyword if it comes next.
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let seen = self.sees_word(word);
        if seen {
            self.at += word.len();
        }
        seen
    }

    pub(super) fn expect_word(&mut self, word: &str) -> Result<(), SyntaxError> {
        if self.take_word(word) {
            Ok(())
        } else {
            self.error(said!("`{}` is expected here", word))
        }
    }

    /// Where the longest known name at this place ends, and the name. Of equally long ones the nearest is taken.
    pub(super) fn known_name(&self, built_in: bool) -> Option<(Arc<str>, usize)> {
        let rest = self.rest();
        let own = [self.local.longest(rest), self.known.longest(rest)];
        let built_in = if built_in {
            self.built_in.longest(rest)
        } else {
            None
        };
        let longest = built_in.into_iter().chain(own.into_iter().rev().flatten());
        longest
            .max_by_key(|(_, end)| *end)
            .map(|(name, end)| (name, self.at + end))
    }

    /// A name: the longest known one, or else words up to what cannot belong to a name.
    pub(super) fn name(&mut self, built_in: bool) -> Result<Arc<str>, SyntaxError> {
        self.skip_blanks();
        if let Some((name, end)) = self.known_name(built_in) {
            self.at = end;
            return Ok(name);
        }
        let start = self.at;
        let first = self.word();
        if first.is_empty() {
            return self.error(said!("a name or a value is expected here"));
        }
        self.at += first.len();
        // The input of unary tests stands alone.
        let alone = first == "?";
        loop {
            let end = self.at;
            let word = self.word();
            let blank = self
                .text
                .get(end..self.at)
                .is_some_and(|between| between.chars().all(is_space));
            if alone || word.is_empty() || KEYWORDS.contains(&word) || !blank {
                self.at = end;
                break;
            }
            self.at += word.len();
        }
        Ok(normal(self.text.get(start..self.at).unwrap_or_default()))
    }

    /// A name that is given here: everything up to what ends it, if only words and signs of names come before that.
    pub(super) fn new_name(&mut self, ends: fn(&str) -> bool) -> Option<Arc<str>> {
        self.skip_blanks();
        if !self.rest().starts_with(is_start) {
            return None;
        }
        let start = self.at;
        let mut end = start;
        loop {
            self.skip_blanks();
            if end > start && ends(self.rest()) {
                return Some(normal(self.text.get(start..end)?));
            }
            let word = self.word_within().len();
            let sign = self
                .rest()
                .chars()
                .next()
                .filter(|next| is_sign(*next))
                .map_or(0, char::len_utf8);
            if word + sign == 0 {
                self.at = start;
                return None;
            }
            self.at += word.max(sign);
            end = self.at;
        }
    }

    /// The digits, point and exponent of a number, if one comes next.
    pub(super) fn number(&mut self) -> &'t str {
        let rest = self.rest();
        let digits = |from: usize| {
            let after = rest.get(from..).unwrap_or_default();
            from + after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len())
        };
        let mut end = digits(0);
        let fraction = rest
            .get(end..)
            .unwrap_or_default()
            .starts_with('.')
            .then(|| digits(end + 1));
        if let Some(fraction) = fraction.filter(|fraction| *fraction > end + 1) {
            end = fraction;
        }
        if end > 0 && rest.get(end..).unwrap_or_default().starts_with(['e', 'E']) {
            let sign = usize::from(rest.get(end + 1..).unwrap_or_default().starts_with(['+', '-']));
            let exponent = digits(end + 1 + sign);
            if exponent > end + 1 + sign {
                end = exponent;
            }
        }
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// The text within quotes, its escapes resolved.
    pub(super) fn string(&mut self) -> Result<String, SyntaxError> {
        self.expect("\"")?;
        let mut text = String::new();
        loop {
            let Some(next) = self.rest().chars().next() else {
                return self.error(said!("the string is not closed: `\"` is missing"));
            };
            self.at += next.len_utf8();
            match next {
                '"' => return Ok(text),
                '\\' => self.escape(&mut text),
                _ => text.push(next),
            }
        }
    }

    /// What stands after a backslash. What is no escape stands for itself, backslash included.
    fn escape(&mut self, text: &mut String) {
        let rest = self.rest();
        let plain = match rest.chars().next() {
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some(quote @ ('"' | '\'' | '\\')) => quote,
            Some('u') if self.unicode(4, text) => return,
            Some('U') if self.unicode(6, text) => return,
            _ => {
                text.push('\\');
                return;
            }
        };
        self.at += 1;
        text.push(plain);
    }

    /// A character by its code; two codes of UTF-16 that make one character are taken together.
    fn unicode(&mut self, digits: usize, text: &mut String) -> bool {
        let code = |from: usize| {
            let hex = self.rest().get(from + 1..from + 1 + digits)?;
            hex.bytes()
                .all(|byte| byte.is_ascii_hexdigit())
                .then(|| u32::from_str_radix(hex, 16).ok())?
        };
        let Some(first) = code(0) else { return false };
        if let Some(character) = char::from_u32(first) {
            self.at += digits + 1;
            text.push(character);
            return true;
        }
        let follows = self.rest().get(digits + 1..digits + 3) == Some("\\u");
        let Some(second) = code(digits + 2).filter(|_| follows && digits == 4) else {
            return false;
        };
        let pair = [first, second].map(|unit| u16::try_from(unit).unwrap_or_default());
        match char::decode_utf16(pair).next() {
            Some(Ok(character)) => {
                self.at += 2 * (digits + 1) + 1;
                text.push(character);
                true
            }
            _ => false,
        }
    }
}
