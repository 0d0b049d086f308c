//! Durations of the two kinds that are not comparable: days and time, years and months.

use std::fmt;

use super::{DAY, SECOND};

/// A duration in days, hours, minutes and seconds, to the nanosecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct DaysDuration {
    nanos: i128,
}

/// A duration in years and months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct MonthsDuration {
    months: i64,
}

impl DaysDuration {
    /// The duration that a text as `-P1DT2H3M4.5S` names.
    #[must_use]
    pub fn parse(text: &str) -> Option<DaysDuration> {
        super::read::days_duration(text)
    }

    /// So many nanoseconds; `None` beyond 2^63 seconds.
    #[must_use]
    pub fn from_nanos(nanos: i128) -> Option<DaysDuration> {
        (nanos.unsigned_abs() <= i128::from(i64::MAX).unsigned_abs() * SECOND.unsigned_abs())
            .then_some(DaysDuration { nanos })
    }

    /// So many seconds.
    #[must_use]
    pub fn from_seconds(seconds: i32) -> DaysDuration {
        DaysDuration {
            nanos: i128::from(seconds) * SECOND,
        }
    }

    /// Its length in nanoseconds.
    #[must_use]
    pub fn nanos(self) -> i128 {
        self.nanos
    }

    /// Whole days, with the duration's sign.
    #[must_use]
    pub fn days(self) -> i64 {
        self.part(DAY, i128::MAX)
    }

    /// Hours beyond whole days.
    #[must_use]
    pub fn hours(self) -> i64 {
        self.part(3600 * SECOND, 24)
    }

    /// Minutes beyond whole hours.
    #[must_use]
    pub fn minutes(self) -> i64 {
        self.part(60 * SECOND, 60)
    }

    /// Nanoseconds beyond whole minutes.
    #[must_use]
    pub fn nanos_of_minute(self) -> i64 {
        self.part(1, 60 * SECOND)
    }

    fn part(self, unit: i128, of: i128) -> i64 {
        i64::try_from(self.nanos / unit % of).unwrap_or(0)
    }
}

impl MonthsDuration {
    /// The duration that a text as `-P1Y2M` names.
    #[must_use]
    pub fn parse(text: &str) -> Option<MonthsDuration> {
        super::read::months_duration(text)
    }

    /// So many months.
    #[must_use]
    pub fn from_months(months: i64) -> MonthsDuration {
        MonthsDuration { months }
    }

    /// Its length in months.
    #[must_use]
    pub fn months(self) -> i64 {
        self.months
    }
}

/// The point and what comes after it, without zeros at the end.
pub(super) fn fraction(f: &mut fmt::Formatter<'_>, nanos: u64) -> fmt::Result {
    if nanos == 0 {
        return Ok(());
    }
    let digits = format!("{nanos:09}");
    write!(f, ".{}", digits.trim_end_matches('0'))
}

impl fmt::Display for DaysDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.nanos == 0 {
            return f.write_str("PT0S");
        }
        let size = DaysDuration {
            nanos: self.nanos.abs(),
        };
        f.write_str(if self.nanos < 0 { "-P" } else { "P" })?;
        if size.days() > 0 {
            write!(f, "{}D", size.days())?;
        }
        if size.nanos % DAY == 0 {
            return Ok(());
        }
        f.write_str("T")?;
        if size.hours() > 0 {
            write!(f, "{}H", size.hours())?;
        }
        if size.minutes() > 0 {
            write!(f, "{}M", size.minutes())?;
        }
        let nanos = size.nanos_of_minute().unsigned_abs();
        if nanos > 0 {
            write!(f, "{}", nanos / 1_000_000_000)?;
            fraction(f, nanos % 1_000_000_000)?;
            f.write_str("S")?;
        }
        Ok(())
    }
}

impl fmt::Display for MonthsDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.months.unsigned_abs();
        f.write_str(if self.months < 0 { "-P" } else { "P" })?;
        match (size / 12, size % 12) {
            (0, months) => write!(f, "{months}M"),
            (years, 0) => write!(f, "{years}Y"),
            (years, months) => write!(f, "{years}Y{months}M"),
        }
    }
}
