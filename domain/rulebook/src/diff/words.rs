//! Differences in English.

use super::matching::Line;
use super::{Difference, Part, Row, RuleText, Threshold};
use crate::unary::grouped;
use crate::{Input, Rulebook};
use std::fmt;

impl Difference {
    /// In English, with the words of the questions: `rule 9, How many people do you expect?: any → more than 300 persons`.
    /// `older` and `newer` are what was compared.
    #[must_use]
    pub fn in_english(&self, older: &Rulebook, newer: &Rulebook) -> String {
        English {
            difference: self,
            older,
            newer,
        }
        .to_string()
    }
}

/// A difference with the versions that it is one of.
struct English<'a> {
    difference: &'a Difference,
    older: &'a Rulebook,
    newer: &'a Rulebook,
}

impl English<'_> {
    /// A question's own words; what a decision answers is called as it is in the files.
    fn question<'a>(&'a self, id: &'a str) -> &'a str {
        let input = self.newer.input(id).or_else(|| self.older.input(id));
        input.map_or(id, |input| input.question.in_language("en"))
    }

    fn test(&self, f: &mut fmt::Formatter<'_>, input: &str, before: &str, after: &str) -> fmt::Result {
        let told = |of: &Rulebook, test: &str| of.input(input).and_then(|input| input.test_in_english(test));
        let words = told(self.older, before).zip(told(self.newer, after));
        match words.filter(|(was, is)| was != is) {
            Some((was, is)) => write!(f, "{was} \u{2192} {is}"),
            None => write!(f, "{before} \u{2192} {after}"),
        }
    }

    fn rule(&self, f: &mut fmt::Formatter<'_>, of: &Rulebook, rule: &RuleText) -> fmt::Result {
        let told = |(id, test): &(String, String)| {
            let words = of.input(id).and_then(|input: &Input| input.test_in_english(test));
            format!("{} {}", self.question(id), words.as_deref().unwrap_or(test))
        };
        let tests: Vec<String> = rule.tests.iter().map(told).collect();
        let tests = if tests.is_empty() {
            "always".to_owned()
        } else {
            tests.join("; ")
        };
        write!(f, "{tests} \u{2192} {} ({})", rule.authority, rule.reason)
    }
}

impl fmt::Display for English<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.difference {
            Difference::Added { part, id } => write!(f, "{}: added", Named(*part, id)),
            Difference::Removed { part, id } => write!(f, "{}: removed", Named(*part, id)),
            Difference::Changed {
                part,
                id,
                field,
                before,
                after,
            } => write!(f, "{}: {field} {}", Named(*part, id), Turned(before, after)),
            Difference::RuleAdded(rule) => {
                write!(f, "rule {}: added: ", rule.row)?;
                self.rule(f, self.newer, rule)
            }
            Difference::RuleRemoved(rule) => {
                write!(f, "rule {} of the older version: removed: ", rule.row)?;
                self.rule(f, self.older, rule)
            }
            Difference::RuleMoved { row } => write!(f, "rule {}: moved from row {}", row.after, row.before),
            Difference::Test {
                row,
                input,
                before,
                after,
                threshold,
            } => {
                write!(f, "{row}, {}: ", self.question(input))?;
                match threshold {
                    Some(threshold) => threshold.fmt(f),
                    None => self.test(f, input, before, after),
                }
            }
            Difference::Behind {
                part,
                id,
                row,
                column,
                before,
                after,
            } => {
                write!(f, "{}, ", Named(*part, id))?;
                behind(f, *row, column, before, after)
            }
            Difference::Rule {
                row,
                column,
                before,
                after,
            } => write!(f, "{row}: {column} {}", Turned(before, after)),
        }
    }
}

fn behind(
    f: &mut fmt::Formatter<'_>,
    row: Row,
    column: &str,
    before: &Option<String>,
    after: &Option<String>,
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
            Part::Public => return f.write_str("what may be public"),
            Part::Translation => "translation of",
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
struct Turned<'a>(&'a Option<String>, &'a Option<String>);

impl fmt::Display for Turned<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let none = "(none)";
        write!(
            f,
            "{} \u{2192} {}",
            self.0.as_deref().unwrap_or(none),
            self.1.as_deref().unwrap_or(none)
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
