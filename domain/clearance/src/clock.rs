//! An authority's clock: when its decision is due, line by line, from the facts of its referral alone.

use crate::Referral;
use act::{Date, Timestamp};
use calendar::{Clock, ClockRecord, Extension, OwnCalendar, Pause, Reckoning, RecordFault};
use jiff::SignedDuration;
use jiff::civil::DateTime;
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
/// of the authority's own zone and calendar, with the days that it entered itself, without those on which it waited for an answer to a
/// question or an offer of its own, and with those that the organiser agreed to give it.
///
/// # Errors
/// [`ClockFault::Zone`] where the terms name none that is known.
pub fn clock(referral: &Referral) -> Result<ClockRecord, ClockFault> {
    let terms = &referral.terms;
    let zone = calendar::zone(&terms.zone).ok_or_else(|| ClockFault::Zone {
        zone: terms.zone.clone(),
    })?;
    let local = |at: act::Timestamp| at.to_zoned_datetime(zone.clone()).datetime();
    let pause = |halt: &crate::Halt| Pause {
        from: local(halt.from).date(),
        to: halt.until.map(|until| local(until).date()),
    };
    let agreed = |one: &crate::Extension| {
        one.agreed().map(|at| Extension {
            days: one.days,
            agreed: local(at).date(),
        })
    };
    Ok(ClockRecord {
        format: calendar::FORMAT.to_owned(),
        calendar: terms.calendar.clone(),
        closed: referral.own.closed(),
        open: referral.own.open(),
        // Without an hour from which things are too late, it makes no difference that a day ends early.
        half_days: match terms.receipt.cut_off {
            Some(_) => referral.own.half_days(),
            None => vec![],
        },
        clock: Clock {
            arrived: local(referral.referred),
            period: terms.period,
            receipt: terms.receipt,
            pauses: referral.halts().iter().map(pause).collect(),
            extensions: referral.extensions.iter().filter_map(agreed).collect(),
            not_before: referral.not_before,
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

impl Referral {
    /// The same referral, were its clock reckoned with other days of the authority's own from an instant on.
    #[must_use]
    pub fn with_calendar(&self, own: &OwnCalendar, at: Timestamp) -> Referral {
        followed(self, &own.since(self.first_day()), at)
    }

    /// A day before which nothing of its clock lies. No zone is a day from UTC.
    fn first_day(&self) -> Date {
        let day = self.referred.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
        day.yesterday().unwrap_or(day)
    }
}

/// The referral as it is reckoned with other days of its authority's own from an instant on. A change moves the end of no period to a
/// day that was over when it was made: whoever has today to decide still has it.
pub(crate) fn followed(referral: &Referral, own: &OwnCalendar, at: Timestamp) -> Referral {
    let mut after = Referral {
        own: own.clone(),
        ..referral.clone()
    };
    let day = |referral: &Referral| reckon(referral).ok()?.deadline;
    let zone = calendar::zone(&referral.terms.zone);
    let today = zone.map(|zone| at.to_zoned_datetime(zone).date());
    let earliest = today.map(|today| day(referral).map_or(today, |before| before.min(today)));
    if day(&after)
        .zip(earliest)
        .is_some_and(|(end, earliest)| end < earliest)
    {
        after.not_before = earliest;
    }
    after
}

/// The last day of an authority's period, and the instant from which its silence counts, which is when that day is over where
/// the authority is. None where silence means nothing, or the clock stands still.
pub(crate) fn silent(referral: &Referral) -> Option<(Date, Timestamp)> {
    referral.silence_counts().then(|| passed(referral)).flatten()
}

/// The last day of an authority's period, where its silence counts as of an instant.
pub(crate) fn silent_at(referral: &Referral, at: Timestamp) -> Option<Date> {
    if !referral.silence_counts() || is_early(referral, at) {
        return None;
    }
    let (last, over) = passed(referral)?;
    (over <= at).then_some(last)
}

/// Whether so little of a period can have gone that nothing needs to be reckoned: each of its days is a day of its own, the first of
/// them may be almost over when it begins, clocks that are changed take an hour, and a zone that crosses the date line takes a day.
/// Every act asks whether a silence counts, and most are done early.
fn is_early(referral: &Referral, at: Timestamp) -> bool {
    let days = i64::from(referral.terms.period.days).saturating_sub(3);
    let least = SignedDuration::from_hours(days.saturating_mul(24));
    referral.referred.checked_add(least).is_ok_and(|least| at < least)
}

/// The same, where silence means nothing and that was not written down of this last day.
pub(crate) fn overrun(referral: &Referral) -> Option<(Date, Timestamp)> {
    let passed = referral.silence_is_told().then(|| passed(referral)).flatten();
    passed.filter(|(last, _)| referral.overrun.is_none_or(|told| told < *last))
}

/// The last day of an authority's period, and the instant at which it is over. None while the clock stands still.
fn passed(referral: &Referral) -> Option<(Date, Timestamp)> {
    let last = reckon(referral).ok()?.deadline?;
    let over = instant(last.tomorrow().ok()?.into(), &referral.terms.zone)?;
    Some((last, over))
}

/// The instant of what clocks show in a zone.
pub(crate) fn instant(at: DateTime, zone: &str) -> Option<Timestamp> {
    calendar::zone(zone)?.to_ambiguous_timestamp(at).compatible().ok()
}
