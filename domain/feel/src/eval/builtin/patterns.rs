//! String functions with patterns: the regular expressions of XPath (DMN 1.5, 10.3.4.3; XPath Functions 3.1, 5.6).

use std::rc::Rc;

use fancy_regex::Captures;

use super::arguments::{Call, list_of, text_of};

use super::{Definition, Outcome, define, form, optional};
use crate::Value;
use crate::cause::Reason;
use crate::pattern::Pattern;
use crate::said;

pub(super) const FUNCTIONS: &[Definition] = &[
    define("matches", &[optional(&["input", "pattern", "flags"], 2, matches)]),
    define(
        "replace",
        &[optional(
            &["input", "pattern", "replacement", "flags"],
            3,
            replace,
        )],
    ),
    define("split", &[form(&["string", "delimiter"], split)]),
];

/// Steps that a search which may go back counts for.
const SEARCHING: usize = 5_000;

fn matches(call: &Call<'_>) -> Outcome {
    let pattern = pattern(call, 1, call.optional_text(2)?)?;
    let input = call.text(0)?;
    pattern.search(call)?;
    pattern
        .regex
        .is_match(input)
        .map(Value::Boolean)
        .map_err(|_| gave_up())
}

fn pattern(call: &Call<'_>, at: usize, flags: Option<&str>) -> Result<Rc<Pattern>, Reason> {
    call.session.pattern(call.text(at)?, flags.unwrap_or_default())
}

impl Pattern {
    fn search(&self, call: &Call<'_>) -> Result<(), Reason> {
        call.spend(if self.goes_back { SEARCHING } else { 1 })
    }
}

fn gave_up() -> Reason {
    said!("the pattern takes too many steps")
}

fn replace(call: &Call<'_>) -> Outcome {
    let pattern = pattern(call, 1, call.optional_text(3)?)?;
    let (input, replacement) = (call.text(0)?, call.text(2)?);
    if pattern.regex.is_match("").map_err(|_| gave_up())? {
        return Err(said!(
            "the pattern matches nothing at all, which cannot be replaced"
        ));
    }
    let parts = if pattern.literal {
        vec![Part::Text(replacement.into())]
    } else {
        parts(replacement, &pattern)?
    };
    let mut output = String::new();
    let mut end = 0;
    for found in pattern.regex.captures_iter(input) {
        let found = found.map_err(|_| gave_up())?;
        let Some(whole) = found.get(0) else { continue };
        output.push_str(input.get(end..whole.start()).unwrap_or_default());
        end = whole.end();
        pattern.search(call)?;
        call.spend(parts.len() / 8)?;
        for part in &parts {
            output.push_str(part.of(&found));
        }
        if output.len() > call.size() {
            return Err(said!("the text is longer than the budget allows"));
        }
    }
    output.push_str(input.get(end..).unwrap_or_default());
    Ok(text_of(output))
}

/// A part of a replacement: a text, or what a group of the pattern found.
enum Part {
    Text(String),
    Group(usize),
}

impl Part {
    fn of<'t>(&'t self, found: &Captures<'t, str>) -> &'t str {
        match self {
            Part::Text(text) => text,
            Part::Group(group) => found.get(*group).map_or("", |found| found.as_str()),
        }
    }
}

/// `$1` is a group's text, `\$` and `\\` stand for themselves, and nothing else has these signs.
fn parts(replacement: &str, pattern: &Pattern) -> Result<Vec<Part>, Reason> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut rest = replacement.chars().peekable();
    while let Some(next) = rest.next() {
        match next {
            '\\' => match rest.next() {
                Some(sign @ ('\\' | '$')) => text.push(sign),
                _ => return Err(said!("in a replacement, `\\` stands before `\\` or `$` only")),
            },
            '$' => {
                let digit = rest
                    .next_if(char::is_ascii_digit)
                    .and_then(|digit| digit.to_digit(10));
                let mut group =
                    digit.ok_or_else(|| said!("in a replacement, `$` stands before a group's number"))?;
                while let Some(digit) = rest.peek().and_then(|next| next.to_digit(10)) {
                    if group * 10 + digit > pattern.groups {
                        break;
                    }
                    group = group * 10 + digit;
                    rest.next();
                }
                parts.push(Part::Text(std::mem::take(&mut text)));
                if group <= pattern.groups {
                    parts.push(Part::Group(usize::try_from(group).unwrap_or(usize::MAX)));
                }
            }
            other => text.push(other),
        }
    }
    parts.push(Part::Text(text));
    Ok(parts)
}

/// The parts between the pattern's matches. A match of no length splits between characters.
fn split(call: &Call<'_>) -> Outcome {
    let input = call.text(0)?;
    let pattern = pattern(call, 1, None)?;
    let mut parts = Vec::new();
    let mut start = 0;
    for found in pattern.regex.find_iter(input) {
        let found = found.map_err(|_| gave_up())?;
        pattern.search(call)?;
        if found.range().is_empty() && (found.start() == start || found.end() == input.len()) {
            continue;
        }
        parts.push(text_of(input.get(start..found.start()).unwrap_or_default()));
        start = found.end();
    }
    parts.push(text_of(input.get(start..).unwrap_or_default()));
    Ok(list_of(parts))
}
