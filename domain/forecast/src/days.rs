//! Days as numbers, and which of them an authority works.

use jiff::civil::{Date, date};

/// Days since 1 January 1970.
pub(crate) fn number(day: Date) -> i32 {
    let since = day.duration_since(date(1970, 1, 1));
    // Dates of jiff lie within ten thousand years of that day.
    i32::try_from(since.as_hours() / 24).unwrap_or_default()
}

/// The day of the week of a numbered day; 0 is Monday.
pub(crate) fn weekday(number: i32) -> usize {
    // 1 January 1970 was a Thursday.
    usize::try_from((i64::from(number) + 3).rem_euclid(7)).unwrap_or_default()
}

/// The days on which an authority works, of a stretch of days: one bit each. Outside that stretch it is taken to work
/// from Monday to Friday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingDays {
    first: i32,
    days: usize,
    worked: Vec<u64>,
}

impl WorkingDays {
    /// Says of each day from the first on whether it is worked.
    #[must_use]
    pub fn from(first: Date, worked: impl IntoIterator<Item = bool>) -> Self {
        let mut bits = vec![];
        let mut days = 0;
        for works in worked {
            if days % 64 == 0 {
                bits.push(0);
            }
            if let Some(last) = bits.last_mut() {
                *last |= u64::from(works) << (days % 64);
            }
            days += 1;
        }
        WorkingDays {
            first: number(first),
            days,
            worked: bits,
        }
    }

    /// Whether a day is worked.
    #[must_use]
    pub fn works(&self, day: Date) -> bool {
        self.works_on(number(day))
    }

    pub(crate) fn works_on(&self, day: i32) -> bool {
        match usize::try_from(i64::from(day) - i64::from(self.first)) {
            Ok(at) if at < self.days => self.worked[at / 64] >> (at % 64) & 1 == 1,
            _ => weekday(day) < 5,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_from_1970() {
        assert_eq!(number(date(1970, 1, 1)), 0);
        assert_eq!(number(date(1969, 12, 31)), -1);
        assert_eq!(number(date(2000, 3, 1)), 11_017);
        assert_eq!(number(date(1780, 12, 19)), -69_043);
    }

    #[test]
    fn a_numbered_day_has_its_weekday() {
        for (day, expect) in [
            (date(2026, 11, 23), 0),
            (date(2026, 11, 29), 6),
            (date(1900, 1, 1), 0),
        ] {
            assert_eq!(weekday(number(day)), expect, "{day}");
        }
    }

    #[test]
    fn a_day_outside_is_worked_from_monday_to_friday() {
        let days = WorkingDays::from(date(2026, 11, 23), (0..100).map(|day| day == 70));
        assert!(!days.works(date(2026, 11, 23)));
        assert!(days.works(date(2027, 2, 1)));
        assert!(days.works(date(2026, 11, 20)) && !days.works(date(2026, 11, 22)));
        assert!(days.works(date(2027, 3, 8)) && !days.works(date(2027, 3, 7)));
    }
}
