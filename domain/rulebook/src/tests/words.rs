//! Differences in English.

use super::Difference;
use crate::Period;
use std::fmt;

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::Missing { authority } => {
                write!(f, "{authority} is not asked, and was expected to be")
            }
            Difference::Unexpected { authority, rules } => write!(
                f,
                "{authority} is asked by {}, and was not expected to be",
                rules.join(", ")
            ),
            Difference::Rules {
                authority,
                expected,
                found,
            } => write!(
                f,
                "{authority} is asked by {}, where {} were expected",
                found.join(", "),
                expected.join(", ")
            ),
            Difference::Period {
                authority,
                expected,
                found,
            } => write!(
                f,
                "{authority} may take {}, where {} were expected",
                Days(*found),
                Days(*expected)
            ),
            Difference::Refused { error } => write!(f, "it is refused: {error}"),
            Difference::NotRefused { expected } => {
                write!(
                    f,
                    "it is not refused, where \u{201c}{expected}\u{201d} was expected"
                )
            }
            Difference::RefusedOtherwise { expected, error } => {
                write!(
                    f,
                    "it is refused: {error}; \u{201c}{expected}\u{201d} was expected"
                )
            }
        }
    }
}

struct Days(Period);

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} days", self.0.days, self.0.unit.name())
    }
}

impl fmt::Display for super::CaseChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let became = match self.change {
            super::Change::Removed => "gone",
            super::Change::ExpectsLess => "expects less than it did",
            super::Change::Changed => "changed",
            super::Change::Added => "new",
        };
        write!(f, "test \u{201c}{}\u{201d}: {became}", self.name)
    }
}
