//! Values as text: as `string(…)` gives them, and as FEEL reads them again.

use std::fmt::{self, Write};

use crate::characters::{is_part, is_start, normal};
use crate::{Context, Range, Value};

/// A text that stops growing at a length, so that a small value with a long text cannot fill the memory.
struct Bounded {
    text: String,
    limit: usize,
}

impl Write for Bounded {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        if self.text.len() + part.len() > self.limit {
            return Err(fmt::Error);
        }
        self.text.push_str(part);
        Ok(())
    }
}

/// Whether days and times within a value are written so that FEEL reads them again, or plainly.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    Literal,
    Plain,
}

/// The text that `string(…)` gives; `None` when it would be longer than the limit.
pub(crate) fn plain(value: &Value, limit: usize) -> Option<String> {
    if let Value::Text(text) = value {
        return Some(text.to_string());
    }
    let mut out = Bounded {
        text: String::new(),
        limit,
    };
    write(&mut out, value, Style::Plain).ok().map(|()| out.text)
}

impl fmt::Display for Value {
    /// The value as FEEL reads it again; a function, which has no such text, as `function`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, self, Style::Literal)
    }
}

fn write(out: &mut dyn Write, value: &Value, style: Style) -> fmt::Result {
    match value {
        Value::Null(_) => out.write_str("null"),
        Value::Boolean(truth) => write!(out, "{truth}"),
        Value::Number(number) => write!(out, "{number}"),
        Value::Text(text) => quoted(out, text),
        Value::Date(date) => temporal(out, date, style),
        Value::Time(time) => temporal(out, time, style),
        Value::DateTime(both) => temporal(out, both, style),
        Value::Days(days) => temporal(out, days, style),
        Value::Months(months) => temporal(out, months, style),
        Value::Range(range) => interval(out, range, style),
        Value::List(list) => {
            out.write_char('[')?;
            for (at, item) in list.items().iter().enumerate() {
                out.write_str(if at == 0 { "" } else { ", " })?;
                write(out, item, style)?;
            }
            out.write_char(']')
        }
        Value::Context(context) => entries(out, context, style),
        Value::Function(_) => out.write_str("function"),
    }
}

fn temporal(out: &mut dyn Write, value: &dyn fmt::Display, style: Style) -> fmt::Result {
    match style {
        Style::Literal => write!(out, "@\"{value}\""),
        Style::Plain => write!(out, "{value}"),
    }
}

fn quoted(out: &mut dyn Write, text: &str) -> fmt::Result {
    out.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            other => out.write_char(other)?,
        }
    }
    out.write_char('"')
}

fn interval(out: &mut dyn Write, range: &Range, style: Style) -> fmt::Result {
    match (&range.start, &range.end) {
        (Value::Null(_), end) => {
            out.write_str(if range.end_included { "(<= " } else { "(< " })?;
            write(out, end, style)?;
            out.write_char(')')
        }
        (start, Value::Null(_)) => {
            out.write_str(if range.start_included { "(>= " } else { "(> " })?;
            write(out, start, style)?;
            out.write_char(')')
        }
        (start, end) => {
            out.write_char(if range.start_included { '[' } else { '(' })?;
            write(out, start, style)?;
            out.write_str(" .. ")?;
            write(out, end, style)?;
            out.write_char(if range.end_included { ']' } else { ')' })
        }
    }
}

fn entries(out: &mut dyn Write, context: &Context, style: Style) -> fmt::Result {
    out.write_char('{')?;
    for (at, (key, value)) in context.iter().enumerate() {
        out.write_str(if at == 0 { "" } else { ", " })?;
        if is_plain(key) {
            out.write_str(key)?
        } else {
            quoted(out, key)?
        }
        out.write_str(": ")?;
        write(out, value, style)?;
    }
    out.write_char('}')
}

/// Whether a key can stand without quotes.
fn is_plain(key: &str) -> bool {
    key.starts_with(is_start) && key.chars().all(|c| is_part(c) || c == ' ') && *normal(key) == *key
}
