//! Differences in English.

use super::matching::Line;
use super::{Difference, Part, Row, RuleText, Threshold};
use crate::Value;
use std::fmt;

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::Added { part, id } => write!(f, "{}: added", Named(*part, id)),
            Difference::Removed { part, id } => write!(f, "{}: removed", Named(*part, id)),
            Difference::Changed {
                part,
                id,
                field,
                before,
                after,
            } => write!(
                f,
                "{}: {field} {}",
                Named(*part, id),
                Turned(before.as_deref(), after.as_deref())
            ),
            Difference::RuleAdded(rule) => write!(f, "rule {}: added: {rule}", rule.row),
            Difference::RuleRemoved(rule) => {
                write!(f, "rule {} of the older version: removed: {rule}", rule.row)
            }
            Difference::RuleMoved { row } => write!(f, "rule {}: moved from row {}", row.after, row.before),
            Difference::Test {
                row,
                input,
                threshold: Some(threshold),
                ..
            } => write!(f, "{row}, {input}: {threshold}"),
            Difference::Test {
                row,
                input,
                before,
                after,
                threshold: None,
            } => write!(f, "{row}, {input}: {before} \u{2192} {after}"),
            Difference::Behind {
                part,
                id,
                row,
                column,
                before,
                after,
            } => {
                write!(f, "{}, ", Named(*part, id))?;
                behind(f, *row, column, before.as_deref(), after.as_deref())
            }
            Difference::Rule {
                row,
                column,
                before,
                after,
            } => write!(
                f,
                "{row}: {column} {}",
                Turned(before.as_deref(), after.as_deref())
            ),
        }
    }
}

fn behind(
    f: &mut fmt::Formatter<'_>,
    row: Row,
    column: &str,
    before: Option<&str>,
    after: Option<&str>,
) -> fmt::Result {
    match (before, after) {
        (None, None) => write!(f, "rule {}: moved from row {}", row.after, row.before),
        (None, Some(rule)) if row.before == 0 => write!(f, "rule {}: added: {rule}", row.after),
        (Some(rule), None) if row.after == 0 => {
            write!(f, "rule {} of the older version: removed: {rule}", row.before)
        }
        _ => write!(f, "{row}, {column}: {}", Turned(before, after)),
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said: Vec<String> = self
            .said
            .iter()
            .map(|(column, text)| format!("{column} {text}"))
            .collect();
        f.write_str(&said.join("; "))
    }
}

struct Named<'a>(Part, &'a str);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.0 {
            Part::Rulebook => return f.write_str("rulebook"),
            Part::Question => "question",
            Part::Authority => "authority",
            Part::Reason => "reason",
            Part::Period => "period",
            Part::Document => "document",
            Part::Fee => "fee",
            Part::Condition => "condition",
            Part::LeadTime => "lead time",
            Part::Distance => "distance",
            Part::Model => "model",
            Part::Type => "type",
            Part::InputData => "input data",
            Part::Decision => "decision",
            Part::Function => "function",
            Part::Service => "decision service",
        };
        write!(f, "{part} {}", self.1)
    }
}

/// What something said, and what it says.
struct Turned<'a>(Option<&'a str>, Option<&'a str>);

impl fmt::Display for Turned<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let none = "(none)";
        write!(
            f,
            "{} \u{2192} {}",
            self.0.unwrap_or(none),
            self.1.unwrap_or(none)
        )
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rule {}", self.after)?;
        if self.before == self.after {
            return Ok(());
        }
        write!(f, " (was {})", self.before)
    }
}

impl fmt::Display for RuleText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tests: Vec<String> = self
            .tests
            .iter()
            .map(|(input, test)| format!("{input} {test}"))
            .collect();
        let tests = if tests.is_empty() {
            "always".to_owned()
        } else {
            tests.join("; ")
        };
        write!(f, "{tests} \u{2192} {} ({})", self.authority, self.reason)
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "threshold {} \u{2192} {}",
            grouped(&self.before),
            grouped(&self.after)
        )?;
        self.unit.as_ref().map_or(Ok(()), |unit| write!(f, " {unit}"))
    }
}

/// A number with its thousands set off, as people type it; another value as it is.
fn grouped(value: &Value) -> String {
    let text = value.to_string();
    if !matches!(value, Value::Number(_)) {
        return text;
    }
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, format!(".{fraction}")),
        None => (text.as_str(), String::new()),
    };
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |digits| ("-", digits));
    let mut groups = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            groups.push(',');
        }
        groups.push(digit);
    }
    format!("{sign}{groups}{fraction}")
}
