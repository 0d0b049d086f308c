//! The calendar itself: which days are worked, and why a day is not.

use crate::resting::Resting;
use crate::{CalendarFault, Weekend};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The names of a holiday: language code (`en`, `km`, `ja`) → name.
pub type Names = BTreeMap<String, String>;

/// Why no work is done on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum NonWorking {
    /// A day of the weekly rest and nothing else.
    Weekend,
    /// A public holiday, whichever day of the week it falls on.
    Holiday {
        /// Its names, by language; shared with the calendar, since a reckoning passes many.
        names: Arc<Names>,
    },
    /// The authority is closed on a day that others work.
    Closed {
        /// The reason, as the authority gave it.
        reason: String,
    },
}

/// The working days of an authority, over whole years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub(crate) id: String,
    pub(crate) weekend: Weekend,
    // Shared with the same calendar as an authority changed it: twenty-five years of names are not copied for that.
    pub(crate) holidays: Arc<BTreeMap<Date, Arc<Names>>>,
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) closed: BTreeMap<Date, String>,
    pub(crate) open: BTreeSet<Date>,
    pub(crate) half: BTreeMap<Date, Time>,
    /// What follows from these for each day.
    pub(crate) resting: Resting,
}

impl Calendar {
    /// The calendar's id, such as `kh`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The days of weekly rest.
    #[must_use]
    pub fn weekend(&self) -> Weekend {
        self.weekend
    }

    /// The public holidays and their names.
    #[must_use]
    pub fn holidays(&self) -> &BTreeMap<Date, Arc<Names>> {
        &self.holidays
    }

    /// The first day covered: 1 January of the first year.
    #[must_use]
    pub fn from(&self) -> Date {
        self.from
    }

    /// The last day covered: 31 December of the last year.
    #[must_use]
    pub fn to(&self) -> Date {
        self.to
    }

    /// This calendar with what an authority itself entered: days on which it is closed (each with the reason), and
    /// days on which it works although they are of the weekend or a holiday, such as a holiday moved elsewhere.
    /// A later entry about a day replaces an earlier one.
    ///
    /// # Errors
    /// [`CalendarFault::OutOfRange`] for a day outside the years covered, [`CalendarFault::ClosedAndOpen`] for a day
    /// in both lists.
    pub fn with_exceptions(
        mut self,
        closed: impl IntoIterator<Item = (Date, String)>,
        open: impl IntoIterator<Item = Date>,
    ) -> Result<Calendar, CalendarFault> {
        let closed: BTreeMap<Date, String> = closed.into_iter().collect();
        let open: BTreeSet<Date> = open.into_iter().collect();
        for date in closed.keys().chain(&open) {
            self.covers(*date)?;
        }
        if let Some(date) = open.iter().find(|date| closed.contains_key(date)) {
            return Err(CalendarFault::ClosedAndOpen {
                calendar: self.id,
                date: *date,
            });
        }
        self.open.retain(|date| !closed.contains_key(date));
        self.closed.retain(|date, _| !open.contains(date));
        for date in closed.keys() {
            self.resting.set(*date, true);
        }
        for date in &open {
            self.resting.set(*date, false);
        }
        self.closed.extend(closed);
        self.open.extend(open);
        Ok(self)
    }

    /// This calendar with days on which the authority closes early, each with the hour. They are working days like any
    /// other, but what arrives later is received on the next.
    ///
    /// # Errors
    /// [`CalendarFault::OutOfRange`] for a day outside the years covered.
    pub fn with_half_days(
        mut self,
        half: impl IntoIterator<Item = (Date, Time)>,
    ) -> Result<Calendar, CalendarFault> {
        for (date, closing) in half {
            self.covers(date)?;
            self.half.insert(date, closing);
        }
        Ok(self)
    }

    /// The hour at which the authority closes early on that day.
    #[must_use]
    pub fn half_day(&self, date: Date) -> Option<Time> {
        self.half.get(&date).copied()
    }

    /// Whether the authority works on that day.
    ///
    /// # Errors
    /// [`CalendarFault::OutOfRange`] outside the years covered.
    pub fn is_working_day(&self, date: Date) -> Result<bool, CalendarFault> {
        self.covers(date)?;
        Ok(!self.rests(date))
    }

    /// Why the authority does not work on that day; `None` when it does. What the authority entered goes before a
    /// holiday, and a holiday before the weekend on which it falls.
    ///
    /// # Errors
    /// [`CalendarFault::OutOfRange`] outside the years covered.
    pub fn why_not(&self, date: Date) -> Result<Option<NonWorking>, CalendarFault> {
        self.covers(date)?;
        if !self.rests(date) {
            return Ok(None);
        }
        if let Some(reason) = self.closed.get(&date) {
            return Ok(Some(NonWorking::Closed {
                reason: reason.clone(),
            }));
        }
        let holiday = self.holidays.get(&date).map(|names| NonWorking::Holiday {
            names: Arc::clone(names),
        });
        Ok(Some(holiday.unwrap_or(NonWorking::Weekend)))
    }

    /// Why others do not work on a day that is worked here; none if they do, too, or nobody does.
    pub(crate) fn opened(&self, date: Date) -> Option<NonWorking> {
        if !self.open.contains(&date) {
            return None;
        }
        let holiday = self.holidays.get(&date);
        let holiday = holiday.map(|names| NonWorking::Holiday {
            names: Arc::clone(names),
        });
        let weekend = || {
            self.weekend
                .includes(date.weekday())
                .then_some(NonWorking::Weekend)
        };
        holiday.or_else(weekend)
    }

    /// How many working days lie after `after`, up to and including `through`; 0 when `through` is not later.
    ///
    /// # Errors
    /// [`CalendarFault::OutOfRange`] when a day to be looked at is outside the years covered.
    pub fn working_days_between(&self, after: Date, through: Date) -> Result<u32, CalendarFault> {
        let mut count = 0;
        let mut day = after;
        while day < through {
            day = self.next_day(day)?;
            count += u32::from(!self.rests(day));
        }
        Ok(count)
    }

    /// The first working day after `date`.
    ///
    /// # Errors
    /// [`CalendarFault::OutOfRange`] when there is none in the years covered.
    pub fn next_working_day(&self, date: Date) -> Result<Date, CalendarFault> {
        let mut day = self.next_day(date)?;
        while self.rests(day) {
            day = self.next_day(day)?;
        }
        Ok(day)
    }

    /// Refuses a day outside the years covered.
    pub(crate) fn covers(&self, date: Date) -> Result<(), CalendarFault> {
        if (self.from..=self.to).contains(&date) {
            Ok(())
        } else {
            Err(self.out_of_range(date))
        }
    }

    /// The day after, when it is covered.
    pub(crate) fn next_day(&self, date: Date) -> Result<Date, CalendarFault> {
        let next = date.tomorrow().map_err(|_| self.out_of_range(date))?;
        self.covers(next).map(|()| next)
    }

    /// The day before, when it is covered.
    pub(crate) fn previous_day(&self, date: Date) -> Result<Date, CalendarFault> {
        let previous = date.yesterday().map_err(|_| self.out_of_range(date))?;
        self.covers(previous).map(|()| previous)
    }

    pub(crate) fn out_of_range(&self, date: Date) -> CalendarFault {
        CalendarFault::OutOfRange {
            calendar: self.id.clone(),
            date,
            from: self.from,
            to: self.to,
        }
    }

    /// Whether nobody works on a day already known to be covered.
    fn rests(&self, date: Date) -> bool {
        self.resting.has(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{jp, kh};
    use jiff::civil::date;

    fn why(calendar: &Calendar, day: Date) -> String {
        match calendar.why_not(day).unwrap() {
            None => "works".to_owned(),
            Some(NonWorking::Weekend) => "weekend".to_owned(),
            Some(NonWorking::Holiday { names }) => names["en"].clone(),
            Some(NonWorking::Closed { reason }) => format!("closed: {reason}"),
        }
    }

    #[test]
    fn a_day_says_why_nobody_works() {
        let check =
            |calendar: &Calendar, day: Date, expect: &str| assert_eq!(why(calendar, day), expect, "{day}");
        check(kh(), date(2023, 4, 13), "works");
        check(kh(), date(2023, 4, 14), "Khmer New Year's Day");
        check(kh(), date(2023, 4, 15), "Khmer New Year's Day");
        check(kh(), date(2023, 4, 17), "works");
        check(kh(), date(2023, 11, 19), "weekend");
        check(kh(), date(2023, 11, 28), "Water Festival");
        check(jp(), date(2023, 11, 28), "works");
        check(jp(), date(2023, 5, 5), "Children's Day");
    }

    #[test]
    fn a_year_that_is_not_covered_is_refused_and_not_guessed() {
        let fault = kh().is_working_day(date(2041, 1, 1)).unwrap_err();
        assert_eq!(
            fault.to_string(),
            "the calendar kh does not know 2041-01-01: it covers 2015-01-01 to 2040-12-31. Use a calendar that covers \
             that day."
        );
        assert!(kh().why_not(date(2014, 12, 31)).is_err());
        assert!(kh().is_working_day(date(2015, 1, 2)).unwrap());
        assert!(kh().next_working_day(date(2040, 12, 31)).is_err());
    }

    #[test]
    fn an_authority_closes_days_and_works_on_others() {
        let flood = date(2023, 10, 20);
        let calendar = kh()
            .clone()
            .with_exceptions(
                [(flood, "flood".to_owned())],
                [date(2023, 11, 27), date(2023, 11, 25)],
            )
            .unwrap();
        assert_eq!(why(&calendar, flood), "closed: flood");
        assert_eq!(why(&calendar, date(2023, 11, 27)), "works");
        assert_eq!(why(&calendar, date(2023, 11, 25)), "works");
        let reopened = calendar.with_exceptions([], [flood]).unwrap();
        assert_eq!(why(&reopened, flood), "works");
        let closed_again = reopened
            .with_exceptions([(flood, "flood".to_owned())], [])
            .unwrap();
        assert_eq!(why(&closed_again, flood), "closed: flood");
        assert_eq!(why(&closed_again, date(2023, 11, 25)), "works");
    }

    #[test]
    fn an_exception_must_be_covered_and_say_one_thing() {
        let day = date(2023, 10, 20);
        assert!(matches!(
            kh().clone().with_exceptions([(day, "flood".to_owned())], [day]),
            Err(CalendarFault::ClosedAndOpen { date, .. }) if date == day
        ));
        assert!(matches!(
            kh().clone().with_exceptions([], [date(2041, 1, 1)]),
            Err(CalendarFault::OutOfRange { .. })
        ));
    }

    #[test]
    fn working_days_between_two_days_leave_the_first_out() {
        let check = |after: Date, through: Date, expect: u32| {
            assert_eq!(
                kh().working_days_between(after, through).unwrap(),
                expect,
                "{after} to {through}"
            );
        };
        check(date(2023, 10, 12), date(2023, 10, 16), 1);
        check(date(2023, 11, 24), date(2023, 11, 29), 1);
        check(date(2023, 11, 29), date(2023, 11, 29), 0);
        check(date(2023, 11, 29), date(2023, 11, 24), 0);
    }
}
