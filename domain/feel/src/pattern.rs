//! Patterns of XPath, rewritten for the engine that carries them out.
//!
//! XPath's syntax is XML Schema's with anchors, lazy quantifiers and back references added. What the engine would
//! understand beyond it, such as looking ahead, is refused; what it would read otherwise is rewritten.

use fancy_regex::{Regex, RegexBuilder};

use std::borrow::Cow;

/// Why a text is no pattern, in a few words.
type Reason = Cow<'static, str>;

/// Steps back that one search may take; only patterns with back references take any.
const STEPS_BACK: usize = 20_000;
/// Bytes that a compiled pattern may take.
const SIZE: usize = 1 << 18;
/// The longest pattern.
const LENGTH: usize = 10_000;
/// How deep groups may be within each other.
const DEPTH: usize = 50;

/// A pattern that is ready.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub regex: Regex,
    /// How many groups capture.
    pub groups: u32,
    /// Whether it refers back to a group, which only searching back can find.
    pub goes_back: bool,
    /// Whether the flag `q` takes all of its signs for themselves.
    pub literal: bool,
}

impl Pattern {
    /// Reads a pattern with XPath's flags `s`, `m`, `i`, `x` and `q`.
    pub(crate) fn read(text: &str, flags: &str) -> Result<Pattern, Reason> {
        if let Some(flag) = flags.chars().find(|flag| !"smixq".contains(*flag)) {
            return Err(format!("`{flag}` is no flag: flags are `s`, `m`, `i`, `x` and `q`").into());
        }
        if text.len() > LENGTH {
            return Err("the pattern is too long".into());
        }
        let literal = flags.contains('q');
        let mut writer = Writer {
            input: text.chars().collect(),
            at: 0,
            output: String::new(),
            free: flags.contains('x'),
            dot_all: flags.contains('s'),
            lines: flags.contains('m'),
            opened: 0,
            closed: Vec::new(),
            goes_back: false,
        };
        if literal {
            writer.output = fancy_regex::escape(text).into_owned();
        } else {
            writer.alternatives(0)?;
            if writer.at < writer.input.len() {
                return Err("the pattern has a `)` that was not opened".into());
            }
        }
        let regex = RegexBuilder::new(&writer.output)
            .case_insensitive(flags.contains('i'))
            .backtrack_limit(STEPS_BACK)
            .delegate_size_limit(SIZE)
            .build()
            .map_err(|_| "it cannot be read, or is too large")?;
        Ok(Pattern {
            regex,
            groups: writer.opened,
            goes_back: writer.goes_back,
            literal,
        })
    }
}

struct Writer {
    input: Vec<char>,
    at: usize,
    output: String,
    /// The flag `x`: blanks outside brackets mean nothing.
    free: bool,
    dot_all: bool,
    lines: bool,
    opened: u32,
    closed: Vec<u32>,
    goes_back: bool,
}

fn refused<T>(reason: &'static str) -> Result<T, Reason> {
    Err(reason.into())
}

impl Writer {
    fn peek(&mut self) -> Option<char> {
        while self.free
            && self
                .input
                .get(self.at)
                .is_some_and(|c| matches!(c, ' ' | '\t' | '\n' | '\r'))
        {
            self.at += 1;
        }
        self.input.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    fn take(&mut self, wanted: char) -> bool {
        let taken = self.peek() == Some(wanted);
        self.at += usize::from(taken);
        taken
    }

    fn alternatives(&mut self, depth: usize) -> Result<(), Reason> {
        if depth > DEPTH {
            return refused("the pattern's groups are too deep within each other");
        }
        while let Some(next) = self.peek() {
            match next {
                ')' => return Ok(()),
                '|' => {
                    self.at += 1;
                    self.output.push('|');
                }
                _ => self.piece(depth)?,
            }
        }
        Ok(())
    }

    fn piece(&mut self, depth: usize) -> Result<(), Reason> {
        let Some(next) = self.next() else { return Ok(()) };
        match next {
            '(' => self.group(depth)?,
            '[' => self.class(0)?,
            '.' => self
                .output
                .push_str(if self.dot_all { "(?s:.)" } else { r"[^\n\r]" }),
            // Without the flag `m`, `$` is the very end.
            '^' => self.output.push_str(if self.lines { "(?m:^)" } else { r"\A" }),
            '$' => self.output.push_str(if self.lines { "(?m:$)" } else { r"\z" }),
            '\\' => self.escape()?,
            '?' | '*' | '+' | '{' => {
                return refused("the pattern has a quantifier with nothing before it");
            }
            '}' | ']' => return refused("the pattern closes what was not opened"),
            other => self.literal(other),
        }
        self.quantifier()
    }

    fn literal(&mut self, character: char) {
        let mut buffer = [0; 4];
        self.output
            .push_str(&fancy_regex::escape(character.encode_utf8(&mut buffer)));
    }

    fn group(&mut self, depth: usize) -> Result<(), Reason> {
        if self.take('?') {
            if !self.take(':') {
                return refused("after `(?` a pattern has `:` only");
            }
            self.output.push_str("(?:");
            self.alternatives(depth + 1)?;
        } else {
            self.opened += 1;
            let group = self.opened;
            self.output.push('(');
            self.alternatives(depth + 1)?;
            self.closed.push(group);
        }
        if !self.take(')') {
            return refused("a group of the pattern is not closed");
        }
        self.output.push(')');
        Ok(())
    }

    fn quantifier(&mut self) -> Result<(), Reason> {
        match self.peek() {
            Some(sign @ ('?' | '*' | '+')) => {
                self.at += 1;
                self.output.push(sign);
            }
            Some('{') => {
                self.at += 1;
                self.output.push('{');
                loop {
                    match self.next() {
                        Some(sign @ ('0'..='9' | ',')) => self.output.push(sign),
                        Some('}') => break,
                        _ => return refused("a quantifier of the pattern is not closed"),
                    }
                }
                self.output.push('}');
                if self.output.ends_with("{}") || self.output.contains("{,") {
                    return refused("a quantifier of the pattern has no number");
                }
            }
            _ => return Ok(()),
        }
        if self.take('?') {
            self.output.push('?');
        }
        if matches!(self.peek(), Some('?' | '*' | '+' | '{')) {
            return refused("two quantifiers follow each other in the pattern");
        }
        Ok(())
    }

    fn escape(&mut self) -> Result<(), Reason> {
        match self.next() {
            Some(digit @ '1'..='9') => self.back_reference(digit),
            Some(letter) => self.escaped(letter),
            None => refused("the pattern ends with `\\`"),
        }
    }

    /// A group that is closed before; more digits belong to the number while there are as many groups.
    fn back_reference(&mut self, digit: char) -> Result<(), Reason> {
        let mut group = digit.to_digit(10).unwrap_or_default();
        while let Some(digit) = self.peek().and_then(|next| next.to_digit(10)) {
            if !self.closed.contains(&(group * 10 + digit)) {
                break;
            }
            group = group * 10 + digit;
            self.at += 1;
        }
        if !self.closed.contains(&group) {
            return refused("the pattern refers to a group that is not before it");
        }
        self.goes_back = true;
        self.output.push_str(&format!("(?:\\{group})"));
        Ok(())
    }

    /// What an escape means, within brackets or without.
    fn escaped(&mut self, letter: char) -> Result<(), Reason> {
        match letter {
            'n' | 'r' | 't' | 'd' | 'D' | 'w' | 'W' => {
                self.output.push('\\');
                self.output.push(letter);
            }
            's' => self.output.push_str(r"[ \t\n\r]"),
            'S' => self.output.push_str(r"[^ \t\n\r]"),
            'i' => self.output.push_str(r"[\p{L}_:]"),
            'I' => self.output.push_str(r"[^\p{L}_:]"),
            'c' => self.output.push_str(r"[\p{L}\p{M}\p{Nd}._:\-\x{B7}]"),
            'C' => self.output.push_str(r"[^\p{L}\p{M}\p{Nd}._:\-\x{B7}]"),
            'p' | 'P' => self.category(letter)?,
            '\\' | '|' | '.' | '-' | '^' | '?' | '*' | '+' | '{' | '}' | '(' | ')' | '[' | ']' | '$' => {
                self.output.push('\\');
                self.output.push(letter);
            }
            _ => return refused("the pattern has an escape that there is not"),
        }
        Ok(())
    }

    /// `\p{Lu}`, `\P{IsBasicLatin}`. Of the blocks, those of Latin are known.
    fn category(&mut self, letter: char) -> Result<(), Reason> {
        if !self.take('{') {
            return refused("`{` is expected after `\\p` in the pattern");
        }
        let mut name = String::new();
        loop {
            match self.next() {
                Some('}') => break,
                Some(character) if character.is_ascii_alphanumeric() || character == '-' => {
                    name.push(character)
                }
                _ => return refused("the category in the pattern is not closed"),
            }
        }
        let negation = if letter == 'P' { "^" } else { "" };
        let block = match name.as_str() {
            "IsBasicLatin" => r"\x{0}-\x{7F}",
            "IsLatin-1Supplement" => r"\x{80}-\x{FF}",
            "IsLatinExtended-A" => r"\x{100}-\x{17F}",
            "IsLatinExtended-B" => r"\x{180}-\x{24F}",
            "IsGreek" | "IsGreekandCoptic" => r"\x{370}-\x{3FF}",
            "IsCyrillic" => r"\x{400}-\x{4FF}",
            "IsKhmer" => r"\x{1780}-\x{17FF}",
            "IsHiragana" => r"\x{3040}-\x{309F}",
            "IsKatakana" => r"\x{30A0}-\x{30FF}",
            "IsCJKUnifiedIdeographs" => r"\x{4E00}-\x{9FFF}",
            other if other.starts_with("Is") || other.len() > 2 => {
                return refused("the pattern names a block or category that is not known");
            }
            category => {
                self.output.push_str(&format!("\\{letter}{{{category}}}"));
                return Ok(());
            }
        };
        self.output.push_str(&format!("[{negation}{block}]"));
        Ok(())
    }

    /// From after `[` on. A class may have another subtracted: `[a-z-[aeiou]]`.
    fn class(&mut self, depth: usize) -> Result<(), Reason> {
        if depth > DEPTH {
            return refused("the pattern's brackets are too deep within each other");
        }
        // Within brackets blanks count, whatever the flag.
        let free = std::mem::replace(&mut self.free, false);
        self.output.push('[');
        if self.take('^') {
            self.output.push('^');
        }
        let start = self.output.len();
        self.output.push('[');
        loop {
            match self.next() {
                None => return refused("a bracket of the pattern is not closed"),
                Some(']') if self.output.len() == start + 1 => {
                    return refused("the brackets of the pattern have nothing in them");
                }
                Some(']') => break,
                Some('[') => return refused("`[` in the pattern's brackets stands after `\\` only"),
                Some('-') if self.input.get(self.at) == Some(&'[') => {
                    self.at += 1;
                    self.output.push_str("]--");
                    self.class(depth + 1)?;
                    if !self.take(']') {
                        return refused("after what is subtracted, the pattern's brackets must close");
                    }
                    self.output.push(']');
                    self.free = free;
                    return Ok(());
                }
                Some('-') => self.hyphen(start),
                Some('\\') => {
                    let letter = self.next().unwrap_or_default();
                    self.escaped(letter)?;
                }
                Some(other) => {
                    // The engine would compute with `&&` and `~~`.
                    if other.is_ascii_punctuation() && other != '_' {
                        self.output.push('\\');
                    }
                    self.output.push(other);
                }
            }
        }
        self.output.push_str("]]");
        self.free = free;
        Ok(())
    }

    /// A hyphen is itself at the ends of the brackets, and else makes a range.
    fn hyphen(&mut self, start: usize) {
        let at_end = self.output.len() == start + 1 || self.input.get(self.at) == Some(&']');
        self.output.push_str(if at_end { r"\-" } else { "-" });
    }
}
