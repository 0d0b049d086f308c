//! Days of the calendar.

use std::fmt;

use super::MonthsDuration;

/// The years that there are, either way.
pub(crate) const YEARS: i64 = 999_999_999;

/// A day of the proleptic Gregorian calendar, in the years -999,999,999 to 999,999,999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// That day, if there is such a day. Year 0 is the one before year 1.
    #[must_use]
    pub fn new(year: i64, month: i64, day: i64) -> Option<Date> {
        if !(-YEARS..=YEARS).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        let year = i32::try_from(year).ok()?;
        let month = u8::try_from(month).ok()?;
        let day = u8::try_from(day).ok()?;
        (1..=days_in(year, month))
            .contains(&day)
            .then_some(Date { year, month, day })
    }

    /// The day that a text as `2026-11-25` names. `None` when it does not.
    #[must_use]
    pub fn parse(text: &str) -> Option<Date> {
        super::read::date(text)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day of the week, Monday being 1 and Sunday 7.
    #[must_use]
    pub fn weekday(self) -> i64 {
        // 1 January 1970 was a Thursday.
        (self.days() + 3).rem_euclid(7) + 1
    }

    /// The day of the year, from 1.
    #[must_use]
    pub fn day_of_year(self) -> i64 {
        self.days()
            - Date {
                month: 1,
                day: 1,
                ..self
            }
            .days()
            + 1
    }

    /// The week of the year as ISO 8601 counts: week 1 has the year's first Thursday.
    #[must_use]
    pub fn week_of_year(self) -> i64 {
        let thursday = Date::from_days(self.days() - self.weekday() + 4).unwrap_or(self);
        (thursday.day_of_year() - 1) / 7 + 1
    }

    /// Days since 1 January 1970.
    #[must_use]
    pub(crate) fn days(self) -> i64 {
        // Years are counted from March, so that the leap day is the last of its year.
        let month = i64::from(self.month);
        let year = i64::from(self.year) - i64::from(month <= 2);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - 719_468
    }

    /// The day that is so many days after 1 January 1970.
    #[must_use]
    pub(crate) fn from_days(days: i64) -> Option<Date> {
        let days = days.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = (from_march + 2) % 12 + 1;
        let year = era.checked_mul(400)? + year_of_era + i64::from(month <= 2);
        Date::new(year, month, of_year - (153 * from_march + 2) / 5 + 1)
    }

    /// The day so many months later; the last of its month when that is too short for it.
    #[must_use]
    pub fn plus_months(self, months: MonthsDuration) -> Option<Date> {
        let months = (i64::from(self.year) * 12 + i64::from(self.month) - 1).checked_add(months.months())?;
        let first = Date::new(months.div_euclid(12), months.rem_euclid(12) + 1, 1)?;
        Some(Date {
            day: self.day.min(days_in(first.year, first.month)),
            ..first
        })
    }

    /// Whole months from this day to the other; negative when the other is before.
    #[must_use]
    pub(crate) fn months_until(self, other: Date) -> i64 {
        let months = (i64::from(other.year) - i64::from(self.year)) * 12 + i64::from(other.month)
            - i64::from(self.month);
        match months {
            1.. if other.day < self.day => months - 1,
            ..=-1 if other.day > self.day => months + 1,
            _ => months,
        }
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(
            f,
            "{sign}{:04}-{:02}-{:02}",
            self.year.unsigned_abs(),
            self.month,
            self.day
        )
    }
}
