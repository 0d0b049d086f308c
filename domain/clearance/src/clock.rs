//! An authority's clock: when its decision is due, line by line, from the facts of its referral alone.

use crate::Referral;
use calendar::{Calendar, Pause, Reckoning};
use std::fmt;

/// Why a clock could not be reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClockFault {
    /// The zone of the terms is not known to this version of Placet.
    Zone {
        /// The zone named.
        zone: String,
    },
    /// The calendar of the terms is not known.
    Calendar {
        /// The calendar named.
        calendar: String,
    },
    /// The calendar does not reach so far.
    Reach {
        /// What the calendar says.
        what: String,
    },
}

impl fmt::Display for ClockFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ClockFault::Zone { zone } => write!(f, "no time zone is called {zone}"),
            ClockFault::Calendar { calendar } => write!(f, "no calendar is called {calendar}"),
            ClockFault::Reach { what } => f.write_str(what),
        }
    }
}

impl std::error::Error for ClockFault {}

/// Reckons when the decision on a referral is due: from the day it was referred, in the days of the authority's own
/// zone and calendar, without the days on which a question of its own was open.
///
/// # Errors
/// See [`ClockFault`].
pub fn reckon(referral: &Referral) -> Result<Reckoning, ClockFault> {
    let terms = &referral.terms;
    let zone = calendar::zone(&terms.zone).ok_or_else(|| ClockFault::Zone {
        zone: terms.zone.clone(),
    })?;
    let calendar = Calendar::named(&terms.calendar).ok_or_else(|| ClockFault::Calendar {
        calendar: terms.calendar.clone(),
    })?;
    let day = |at: act::Timestamp| at.to_zoned_datetime(zone.clone()).date();
    let pauses: Vec<Pause> = referral
        .questions
        .iter()
        .map(|question| Pause {
            from: day(question.asked),
            to: question.ended.map(day),
        })
        .collect();
    calendar::deadline(day(referral.referred), terms.period, &pauses, calendar).map_err(|fault| {
        ClockFault::Reach {
            what: fault.to_string(),
        }
    })
}
