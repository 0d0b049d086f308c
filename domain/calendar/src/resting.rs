//! The days of rest of whole years, a bit each: a page looks at some hundred days, and finds each without searching.

use jiff::civil::Date;

/// For each month from January of the first year on, its days of rest: the first of the month in the lowest bit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resting {
    first_year: i16,
    months: Vec<u32>,
}

impl Resting {
    /// The years from that of one day to that of another, of which those days are rest that `rests` says.
    pub fn of(from: Date, to: Date, rests: impl Fn(Date) -> bool) -> Resting {
        let mut resting = Resting {
            first_year: from.year(),
            months: vec![],
        };
        let days = std::iter::successors(Some(from), |day| day.tomorrow().ok());
        for day in days.take_while(|day| *day <= to) {
            resting.set(day, rests(day));
        }
        resting
    }

    /// Makes a day one of rest, or one of work.
    pub fn set(&mut self, day: Date, rests: bool) {
        let Some(month) = self.month(day) else { return };
        if self.months.len() <= month {
            self.months.resize(month + 1, 0);
        }
        if let Some(days) = self.months.get_mut(month) {
            *days = (*days & !bit(day)) | if rests { bit(day) } else { 0 };
        }
    }

    /// Whether a day is one of rest; no day is that these years do not have.
    pub fn has(&self, day: Date) -> bool {
        let month = self.month(day).and_then(|month| self.months.get(month));
        month.is_some_and(|days| days & bit(day) != 0)
    }

    fn month(&self, day: Date) -> Option<usize> {
        let years = i32::from(day.year()) - i32::from(self.first_year);
        usize::try_from(years * 12 + i32::from(day.month()) - 1).ok()
    }
}

fn bit(day: Date) -> u32 {
    1 << (day.day() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn each_day_is_found_and_none_outside() {
        let (from, to) = (date(2023, 1, 1), date(2024, 12, 31));
        let rests = |day: Date| (i32::from(day.day()) + i32::from(day.month())) % 3 == 0;
        let mut resting = Resting::of(from, to, rests);
        let days = std::iter::successors(Some(from), |day| day.tomorrow().ok());
        for day in days.take_while(|day| *day <= to) {
            assert_eq!(resting.has(day), rests(day), "{day}");
        }
        assert!(!resting.has(date(2022, 12, 31)) && !resting.has(date(2025, 1, 2)));
        resting.set(date(2024, 2, 29), true);
        assert!(resting.has(date(2024, 2, 29)));
        resting.set(date(2024, 2, 29), false);
        assert!(!resting.has(date(2024, 2, 29)));
    }
}
