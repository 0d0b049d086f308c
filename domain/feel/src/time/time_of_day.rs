//! Times of day.

use std::fmt;

use super::{DAY, DaysDuration, SECOND, Zone};

/// A time of day to the nanosecond, with an offset or a zone if it is not local.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Since midnight.
    nanos: i64,
    zone: Option<Zone>,
}

impl Time {
    /// That time of day, if there is such a one.
    #[must_use]
    pub fn new(hour: i64, minute: i64, second: i64, nanos: i64, zone: Option<Zone>) -> Option<Time> {
        let there = (0..24).contains(&hour)
            && (0..60).contains(&minute)
            && (0..60).contains(&second)
            && (0..1_000_000_000).contains(&nanos);
        there.then(|| Time {
            nanos: ((hour * 60 + minute) * 60 + second) * 1_000_000_000 + nanos,
            zone,
        })
    }

    /// The time that a text as `10:30:00`, `10:30:00+07:00` or `10:30:00@Asia/Phnom_Penh` names.
    #[must_use]
    pub fn parse(text: &str) -> Option<Time> {
        super::read::time(text)
    }

    /// Midnight.
    #[must_use]
    pub fn midnight(zone: Option<Zone>) -> Time {
        Time { nanos: 0, zone }
    }

    /// So many nanoseconds after midnight, turning over at the day's end.
    #[must_use]
    pub(crate) fn from_nanos(nanos: i128, zone: Option<Zone>) -> Time {
        Time {
            nanos: i64::try_from(nanos.rem_euclid(DAY)).unwrap_or(0),
            zone,
        }
    }

    /// Nanoseconds since midnight.
    #[must_use]
    pub(crate) fn nanos(&self) -> i128 {
        i128::from(self.nanos)
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(&self) -> i64 {
        self.nanos / 3_600_000_000_000
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(&self) -> i64 {
        self.nanos / 60_000_000_000 % 60
    }

    /// The second, 0 to 59.
    #[must_use]
    pub fn second(&self) -> i64 {
        self.nanos / 1_000_000_000 % 60
    }

    /// What is beyond the second.
    #[must_use]
    pub fn nanosecond(&self) -> i64 {
        self.nanos % 1_000_000_000
    }

    /// Its offset or zone; `None` for a local time.
    #[must_use]
    pub fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref()
    }

    /// The time so much later, turning over at midnight.
    #[must_use]
    pub(crate) fn plus(&self, duration: DaysDuration) -> Time {
        Time::from_nanos(self.nanos() + duration.nanos() % DAY, self.zone.clone())
    }

    /// Nanoseconds since midnight at UTC. A local time is told by the other's offset.
    pub(crate) fn instant(&self, otherwise: Option<&Zone>) -> i128 {
        let offset = self
            .zone
            .as_ref()
            .or(otherwise)
            .map_or(0, Zone::offset_without_date);
        self.nanos() - i128::from(offset) * SECOND
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour(), self.minute(), self.second())?;
        super::duration::fraction(f, self.nanosecond().unsigned_abs())?;
        self.zone.as_ref().map_or(Ok(()), |zone| zone.fmt(f))
    }
}
