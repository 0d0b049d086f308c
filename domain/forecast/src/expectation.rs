//! What is expected of one authority: how likely it is to decide on each day of a referral's age, and on what record
//! that rests.

use crate::ages::{Bins, REACH, bin};
use crate::curve::Curve;
use crate::days::{number, weekday};
use crate::week::Worth;
use jiff::civil::Date;
use std::fmt;

/// How many decisions must be known before anything is foretold: with fewer, no interval drawn from them alone holds
/// nine of ten.
pub const LEAST_DECISIONS: u32 = 19;

/// How much of what is foretold must lie within the time over which the record has been kept: the upper end of the
/// interval that holds four of five.
pub(crate) const SEEN: f64 = 0.9;

/// Why nothing is foretold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Withheld {
    /// Too few decisions are known, of all authorities together.
    FewDecisions {
        /// How many are.
        known: u32,
    },
    /// Referrals seem to take longer than the record has been kept.
    ShortRecord {
        /// For how many days it has.
        days: u32,
    },
    /// The referral is so old that the record tells of hardly any decision after that.
    BeyondRecord {
        /// Its age in days that count.
        age: u32,
    },
    /// The authority waits for an answer, and it is not known how long answers take.
    FewAnswers {
        /// How many answers are known.
        known: u32,
    },
}

impl Withheld {
    /// Its name.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Withheld::FewDecisions { .. } => "few-decisions",
            Withheld::ShortRecord { .. } => "short-record",
            Withheld::BeyondRecord { .. } => "beyond-record",
            Withheld::FewAnswers { .. } => "few-answers",
        }
    }
}

impl fmt::Display for Withheld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Withheld::FewDecisions { known } => {
                write!(f, "{known} decisions are known, and {LEAST_DECISIONS} are needed")
            }
            Withheld::ShortRecord { days } => {
                write!(
                    f,
                    "the record has been kept for {days} days, and referrals seem to take longer"
                )
            }
            Withheld::BeyondRecord { age } => {
                write!(
                    f,
                    "the referral is {age} days old, and the record tells too little of any so old"
                )
            }
            Withheld::FewAnswers { known } => write!(
                f,
                "the authority waits for an answer; {known} answers are known, and {LEAST_DECISIONS} are needed"
            ),
        }
    }
}

/// On what record a forecast rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Decisions of this authority that are known.
    pub own: u32,
    /// Decisions of all authorities that are known.
    pub all: u32,
    /// The day on which the record begins.
    pub since: Date,
}

/// What is expected of one authority.
#[derive(Clone, Debug)]
pub struct Expectation {
    pub(crate) chances: Bins,
    pub(crate) worth: Worth,
    /// For how many days something is foretold.
    pub(crate) horizon: u32,
    /// The greatest age at which a referral was ever open.
    pub(crate) oldest: u32,
    /// On what record it rests.
    pub basis: Basis,
}

impl Expectation {
    /// The days from referral to decision of a referral made on a day, whose every day counts.
    #[must_use]
    pub fn of_referral(&self, referred: Date) -> Curve {
        let first = number(referred);
        let days = (0..self.horizon).map(|age| {
            // The horizon is some years: it fits.
            self.chance(age, first.saturating_add_unsigned(age))
        });
        Curve::from_chances(days)
    }

    /// The chance of a decision on a numbered day, at an age.
    pub(crate) fn chance(&self, age: u32, day: i32) -> f64 {
        (self.chances[bin(age)] * self.worth[weekday(day)]).min(crate::hazard::MOST)
    }

    /// Whether what is foretold lies within the time over which the record was kept; `days` is that time.
    pub(crate) fn seen_within(&self, days: u32) -> bool {
        let left = |until: u32| -> f64 { (0..until).map(|age| 1.0 - self.chances[bin(age)]).product() };
        let decided = 1.0 - left(REACH);
        1.0 - left(days.min(REACH)) >= SEEN * decided
    }
}
