//! Differences in words.

use super::{CaseChange, Change, Difference};
use crate::{Period, PeriodUnit};
use feel::{Said, said};
use std::fmt;

impl Difference {
    /// In what a case differs, in a sentence without its point.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Difference::Missing { authority } => {
                said!("{} is not asked, and was expected to be", authority)
            }
            Difference::Unexpected { authority, rules } => said!(
                "{} is asked by {}, and was not expected to be",
                authority,
                rules.join(", ")
            ),
            Difference::Rules {
                authority,
                expected,
                found,
            } => said!(
                "{} is asked by {}, where {} were expected",
                authority,
                found.join(", "),
                expected.join(", ")
            ),
            Difference::Period {
                authority,
                expected,
                found,
            } => said!(
                "{} may take {}, where {} were expected",
                authority,
                days(*found),
                days(*expected)
            ),
            Difference::Withheld { expected, found } => said!(
                "withheld from the public: {}, where {} were expected",
                listed(found),
                listed(expected)
            ),
            Difference::Refused { error } => said!("it is refused: {}", error),
            Difference::NotRefused { expected } => {
                said!("it is not refused, where “{}” was expected", expected)
            }
            Difference::RefusedOtherwise { expected, error } => {
                said!("it is refused: {}; “{}” was expected", error, expected)
            }
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

/// Names in a row; of none a dash.
fn listed(names: &[String]) -> String {
    if names.is_empty() {
        return "\u{2014}".to_owned();
    }
    names.join(", ")
}

fn days(period: Period) -> Said {
    match period.unit {
        PeriodUnit::Working => said!("{} working days", period.days),
        PeriodUnit::Calendar => said!("{} calendar days", period.days),
        PeriodUnit::Month => said!("{} months", period.days),
    }
}

impl fmt::Display for CaseChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let became = match self.change {
            Change::Removed => "gone",
            Change::ExpectsLess => "expects less than it did",
            Change::Changed => "changed",
            Change::Added => "new",
        };
        write!(f, "test \u{201c}{}\u{201d}: {became}", self.name)
    }
}
