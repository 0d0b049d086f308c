//! What is foretold of a case, and what was learned for it, kept in memory.

mod kept;

pub(crate) use kept::{Forecasts, Model};

use act::{AuthorityId, Date};
use forecast::{Ahead, Reckoned, Unforeseen, Withheld};

/// What became of an authority's referrals within two years before a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// How many it decided.
    pub decided: usize,
    /// In how many its silence counted instead.
    pub silent: usize,
    /// How many wait for it.
    pub open: usize,
    /// How many questions it asked in those that it decided.
    pub questions: u32,
    /// The days of its own that half of its decisions took at most, and nine of ten: without those in which it waited for the organiser.
    /// None of fewer than [`LEAST_DECIDED`](crate::forecasts::LEAST_DECIDED).
    pub days: Option<(i32, i32)>,
    /// In how many it decided by its day, and how many of all that ended had one; silence is not in time. None of fewer decisions than
    /// [`LEAST_DECIDED`](crate::forecasts::LEAST_DECIDED).
    pub in_time: Option<(usize, usize)>,
}

/// What is foretold of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseForecast {
    /// The day of looking, in the case's zone.
    pub as_of: Date,
    /// The day by whose end all should have decided: the one before the event.
    pub by: Date,
    /// Whether only the latest of the record was learned from.
    pub is_cut: bool,
    /// How likely it is that they have.
    pub whole: Result<Whole, Unforeseen>,
    /// Each authority whose decision is awaited, in the rulebook's order, as far as the reader sees it.
    pub referrals: Vec<Foretold>,
    /// What would help, the most first, as far as the reader sees it.
    pub helps: Vec<Help>,
}

/// How likely it is that all have decided in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whole {
    /// The probability.
    pub probability: f64,
    /// How many decisions were learned from.
    pub decisions: u32,
    /// Since when they are on record.
    pub since: Date,
}

/// What is foretold of one authority's decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Foretold {
    /// The authority.
    pub authority: AuthorityId,
    /// When it may decide.
    pub days: Result<Days, Withheld>,
    /// What that rests on.
    pub reckoned: Result<Reckoned, Withheld>,
}

/// When an authority may decide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Days {
    /// With the probabilities 0.1, 0.25, 0.5, 0.75 and 0.9 it has decided by these days, if it decides within the reach of the record.
    pub by: [Date; 5],
    /// The probability that it has decided in time.
    pub in_time: f64,
    /// The share of courses in which it does not decide within the reach of the record.
    pub never: f64,
    /// The probability that it is the last; none where nothing is foretold of others.
    pub last: Option<f64>,
}

/// A change that would help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helps {
    /// The authority's question is answered today.
    Answer,
    /// The authority decides today.
    Decision,
}

/// What a change would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Help {
    /// The authority that it is about.
    pub authority: AuthorityId,
    /// What would be done.
    pub helps: Helps,
    /// The probability that all decide in time, if it were.
    pub probability: f64,
}

impl Days {
    /// The middle: half the courses are over by that day.
    #[must_use]
    pub fn middle(&self) -> Date {
        self.by[2]
    }

    /// What holds four of five courses.
    #[must_use]
    pub fn four_of_five(&self) -> (Date, Date) {
        (self.by[0], self.by[4])
    }

    pub(crate) fn of(ahead: &Ahead, as_of: Date, by: Date, whole: bool) -> Days {
        let day = |probability| ahead.quantile(as_of, probability).unwrap_or(Date::MAX);
        Days {
            by: [0.1, 0.25, 0.5, 0.75, 0.9].map(day),
            in_time: ahead.probability(as_of, by) * (1.0 - ahead.never),
            never: ahead.never,
            last: whole.then_some(ahead.critical),
        }
    }
}

impl CaseForecast {
    /// The authority that is most often the last, where there are several.
    #[must_use]
    pub fn critical(&self) -> Option<(&AuthorityId, f64)> {
        let last = |one: &Foretold| one.days.ok()?.last;
        let all = self
            .referrals
            .iter()
            .filter_map(|one| Some((&one.authority, last(one)?)));
        all.filter(|_| self.referrals.len() > 1)
            .max_by(|one, other| one.1.total_cmp(&other.1))
    }
}
