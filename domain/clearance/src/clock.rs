//! An authority's clock: when its decision is due, line by line, from the facts of its referral alone.

use crate::Referral;
use calendar::{Clock, ClockRecord, Pause, Reckoning, RecordFault};
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

/// The clock of a referral, as it can be handed to someone who reckons it again: from the moment it was referred, in the days
/// of the authority's own zone and calendar, without the days on which a question of its own was open.
///
/// # Errors
/// [`ClockFault::Zone`] where the terms name none that is known.
pub fn clock(referral: &Referral) -> Result<ClockRecord, ClockFault> {
    let terms = &referral.terms;
    let zone = calendar::zone(&terms.zone).ok_or_else(|| ClockFault::Zone {
        zone: terms.zone.clone(),
    })?;
    let local = |at: act::Timestamp| at.to_zoned_datetime(zone.clone()).datetime();
    let pause = |question: &crate::Question| Pause {
        from: local(question.asked).date(),
        to: question.ended.map(|ended| local(ended).date()),
    };
    Ok(ClockRecord {
        format: calendar::FORMAT.to_owned(),
        calendar: terms.calendar.clone(),
        closed: vec![],
        open: vec![],
        half_days: vec![],
        clock: Clock {
            arrived: local(referral.referred),
            period: terms.period,
            receipt: terms.receipt,
            pauses: referral.questions.iter().map(pause).collect(),
            extensions: vec![],
        },
        reckoning: None,
    })
}

/// Reckons when the decision on a referral is due.
///
/// # Errors
/// See [`ClockFault`].
pub fn reckon(referral: &Referral) -> Result<Reckoning, ClockFault> {
    clock(referral)?.reckon().map_err(|fault| match fault {
        RecordFault::Calendar { found } => ClockFault::Calendar { calendar: found },
        fault => ClockFault::Reach {
            what: fault.to_string(),
        },
    })
}
