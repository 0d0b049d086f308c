//! Findings in English: where, what, what to do.

use super::{Exactness, Finding, FindingKind, Level, Place, Region};
use std::fmt;

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.level, self.place)?;
        self.kind.fmt(f)?;
        if self.example.is_empty() {
            return Ok(());
        }
        f.write_str(" For example: ")?;
        for (number, (input, value)) in self.example.iter().enumerate() {
            f.write_str(if number > 0 { "; " } else { "" })?;
            match value {
                Some(value) => write!(f, "{input} {value}")?,
                None => write!(f, "{input} not answered")?,
            }
        }
        f.write_str(".")
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Level::Fault => "fault",
            Level::Warning => "warning",
            Level::Note => "note",
        })
    }
}

impl fmt::Display for Place {
    /// What is known of the place, with a colon and a space after it; nothing if nothing is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = if self.table.is_some() { "column " } else { "" };
        let parts = [
            self.file.clone(),
            self.line.map(|line| format!("line {line}")),
            self.table.as_ref().map(|table| format!("table {table}")),
            self.row.map(|row| format!("row {row}")),
            self.column.as_ref().map(|name| format!("{column}{name}")),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            return Ok(());
        }
        write!(f, "{}: ", parts.join(", "))
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let other = self.other.then(|| "any other text".to_owned());
        let unanswered = self.unanswered.then(|| "no answer".to_owned());
        let all: Vec<String> = self
            .tests
            .iter()
            .cloned()
            .chain(other)
            .chain(unanswered)
            .collect();
        write!(f, "{} {}", self.input, all.join(", "))
    }
}

impl fmt::Display for Exactness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Exactness::Gaps => "gaps",
            Exactness::Overlaps => "overlaps",
            Exactness::DeadRules => "rules that never fire",
        })
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FindingKind::Gap { region } if region.is_empty() => {
                f.write_str("no rule catches anything. Add rules")
            }
            FindingKind::Gap { region } => {
                let region: Vec<String> = region.iter().map(Region::to_string).collect();
                write!(
                    f,
                    "no rule catches {}. Add a rule, or leave it so if nobody is to be asked",
                    region.join("; ")
                )
            }
            FindingKind::Overlap { other } => write!(
                f,
                "the rule and {other} catch the same answers, where the hit policy allows one. Narrow one of them"
            ),
            FindingKind::Overruled { by } => write!(
                f,
                "rules that count before it, with another answer, take some of its cases: {}. Check their order",
                by.join(", ")
            ),
            FindingKind::PeriodOverruled { by } => write!(
                f,
                "its own period does not count where the same authority has longer by {}. Check that this is meant",
                by.join(", ")
            ),
            FindingKind::NeverMet => f.write_str(
                "no answer that the questions take meets all of its tests. Correct or remove the rule",
            ),
            FindingKind::Shadowed { by } => write!(
                f,
                "the rule never answers by itself: {} take all of its cases. Remove it, or narrow them",
                by.join(", ")
            ),
            other => other.fmt_part(f),
        }?;
        f.write_str(".")
    }
}

impl FindingKind {
    fn fmt_part(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FindingKind::MissingCitation { what, todo }
            | FindingKind::Untranslated { what, todo }
            | FindingKind::UnknownAuthority { what, todo }
            | FindingKind::WrongValidity { what, todo }
            | FindingKind::Refused { what, todo } => write!(f, "{what}. {todo}"),
            FindingKind::SameText { first, again } => {
                write!(f, "the text in {again} is the same as in {first}. Translate it")
            }
            FindingKind::DateOutOfValidity { date } => write!(
                f,
                "the test names {date}, when the rulebook is not in force. Check the day, or valid_from and valid_to"
            ),
            FindingKind::NotInForce { on } => write!(
                f,
                "the rulebook is not in force on {on}. Check valid_from and valid_to, or take another version"
            ),
            FindingKind::UntestedInput { input } => {
                write!(f, "no rule tests the answer to {input}. Add a test, or take the question out")
            }
            FindingKind::UnusedAuthority { authority } => {
                write!(f, "no rule asks {authority}. Add a rule, or take the authority out")
            }
            FindingKind::UnusedReason { reason } => write!(f, "no rule gives the reason {reason}. Take it out"),
            FindingKind::UnusedPeriod { period } => write!(f, "no rule gives the period {period}. Take it out"),
            FindingKind::UnusedAttachment { part, id } => {
                write!(f, "no rule attaches the {part} {id}. Name it in a rule, or take it out")
            }
            FindingKind::NotExact => f.write_str(
                "what this test catches is known only case by case: gaps, overlaps and dead rules that depend on it are \
                 not told. Write it with values and ranges if you can",
            ),
            FindingKind::GaveUp { looking_for, after } => write!(
                f,
                "the search for {looking_for} was given up after {after} steps, so there may be more. Split the table"
            ),
            FindingKind::More { looking_for, listed } => {
                write!(f, "there are more {looking_for} than the {listed} listed. Correct these first")
            }
            _ => Ok(()),
        }
    }
}
