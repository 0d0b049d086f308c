//! A day and a time of day.

use std::fmt;

use super::{DAY, Date, DaysDuration, MonthsDuration, SECOND, Time, Zone};

/// A day and a time of day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTime {
    /// The day.
    pub date: Date,
    /// The time of day, with its offset or zone.
    pub time: Time,
}

impl DateTime {
    /// The day and time that a text as `2026-11-25T10:30:00@Asia/Phnom_Penh` names; a day alone is its midnight.
    #[must_use]
    pub fn parse(text: &str) -> Option<DateTime> {
        super::read::date_time(text)
    }

    /// The day's beginning at UTC, which is what a date stands for where a date and time is asked for.
    #[must_use]
    pub fn midnight_utc(date: Date) -> DateTime {
        DateTime {
            date,
            time: Time::midnight(Some(Zone::UTC)),
        }
    }

    /// The date and time in a zone at an instant.
    #[must_use]
    pub fn at(instant: jiff::Timestamp, zone: Zone) -> Option<DateTime> {
        DateTime::from_instant(instant.as_nanosecond(), Some(zone))
    }

    /// Nanoseconds since 1970 at UTC. A local date and time is told by the other's offset, or as if at UTC.
    pub(crate) fn instant(&self, otherwise: Option<&Zone>) -> i128 {
        let zone = self.time.zone().or(otherwise);
        let offset = zone.map_or(0, |zone| zone.offset_at(self.date, self.time.nanos()));
        self.local() - i128::from(offset) * SECOND
    }

    fn local(&self) -> i128 {
        i128::from(self.date.days()) * DAY + self.time.nanos()
    }

    fn from_instant(nanos: i128, zone: Option<Zone>) -> Option<DateTime> {
        let offset = zone.as_ref().map_or(0, |zone| zone.offset_at_instant(nanos));
        DateTime::from_local(nanos.checked_add(i128::from(offset) * SECOND)?, zone)
    }

    fn from_local(nanos: i128, zone: Option<Zone>) -> Option<DateTime> {
        let date = Date::from_days(i64::try_from(nanos.div_euclid(DAY)).ok()?)?;
        Some(DateTime {
            date,
            time: Time::from_nanos(nanos, zone),
        })
    }

    /// The date and time so much later. In a zone the time that passes counts, not what the clock shows.
    #[must_use]
    pub fn plus(&self, duration: DaysDuration) -> Option<DateTime> {
        let nanos = self.instant(None).checked_add(duration.nanos())?;
        DateTime::from_instant(nanos, self.time.zone().cloned())
    }

    /// The date and time so many months later.
    #[must_use]
    pub fn plus_months(&self, months: MonthsDuration) -> Option<DateTime> {
        Some(DateTime {
            date: self.date.plus_months(months)?,
            time: self.time.clone(),
        })
    }

    /// What has passed since the other. `None` when only one of the two is local.
    #[must_use]
    pub fn since(&self, other: &DateTime) -> Option<DaysDuration> {
        if self.time.zone().is_some() != other.time.zone().is_some() {
            return None;
        }
        DaysDuration::from_nanos(self.instant(None).checked_sub(other.instant(None))?)
    }

    /// Its offset from UTC in seconds; `None` for a local one.
    #[must_use]
    pub fn offset(&self) -> Option<i32> {
        self.time
            .zone()
            .map(|zone| zone.offset_at(self.date, self.time.nanos()))
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.date, self.time)
    }
}
