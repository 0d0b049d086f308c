//! What an authority enters of its own days: closed besides the holidays, worked in spite of them, or closed early.

use crate::{Calendar, Closure, HalfDay};
use act::{Context, Title};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an authority does on days of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayKind {
    /// It is closed though others work.
    Closed,
    /// It works though others do not.
    Open,
    /// It works and closes early.
    HalfDay {
        /// The hour.
        until: Time,
    },
}

impl DayKind {
    /// The stable name, as used in Fluent ids (`own-days-half-day`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            DayKind::Closed => "closed",
            DayKind::Open => "open",
            DayKind::HalfDay { .. } => "half-day",
        }
    }
}

/// Days as an authority gives them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenDays {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
    /// What it does on them.
    pub kind: DayKind,
    /// Why, as everyone reads it who reckons with them.
    pub reason: Title,
    /// What says so, such as a circular and its number.
    pub source: Title,
}

/// Days that an authority entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnDays {
    /// Counted from 1 in the authority's calendar.
    pub number: u32,
    /// The days.
    pub days: GivenDays,
    /// By whom and when.
    pub entered: Context,
}

/// The days that an authority entered and did not take back, as of some of its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnCalendar {
    /// How many facts of the authority's calendar are in it.
    pub as_of: u64,
    /// The days, in the order in which they were entered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<OwnDays>,
}

impl OwnCalendar {
    /// Whether nothing was ever entered.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == OwnCalendar::default()
    }

    /// The same without what was over before a day: nothing that begins on it is reckoned with that.
    #[must_use]
    pub fn since(&self, first: Date) -> OwnCalendar {
        let ahead = self.days.iter().filter(|one| one.days.to >= first);
        OwnCalendar {
            as_of: self.as_of,
            days: ahead.cloned().collect(),
        }
    }

    /// A country's calendar with these days; none if it does not know one of them.
    #[must_use]
    pub fn on(&self, country: &Calendar) -> Option<Calendar> {
        let closed = self.closed().into_iter().map(|one| (one.date, one.reason));
        let half = self.half_days().into_iter().map(|one| (one.date, one.until));
        let calendar = country.clone().with_exceptions(closed, self.open()).ok()?;
        calendar.with_half_days(half).ok()
    }

    /// What holds of each day. Of two entries about one day the later one does.
    fn by_day(&self) -> BTreeMap<Date, &GivenDays> {
        let mut days = BTreeMap::new();
        for OwnDays { days: given, .. } in &self.days {
            let last = given.to;
            let all = std::iter::successors(Some(given.from), |day| day.tomorrow().ok());
            days.extend(all.take_while(|day| *day <= last).map(|day| (day, given)));
        }
        days
    }

    /// The days on which it is closed, each with the reason.
    #[must_use]
    pub fn closed(&self) -> Vec<Closure> {
        let closed = |(date, given): (Date, &GivenDays)| {
            let reason = given.reason.to_string();
            (given.kind == DayKind::Closed).then_some(Closure { date, reason })
        };
        self.by_day().into_iter().filter_map(closed).collect()
    }

    /// The days on which it works though others do not. On a half-day it works, whatever day it is.
    #[must_use]
    pub fn open(&self) -> Vec<Date> {
        let open = |(date, given): (Date, &GivenDays)| (given.kind != DayKind::Closed).then_some(date);
        self.by_day().into_iter().filter_map(open).collect()
    }

    /// The days on which it closes early.
    #[must_use]
    pub fn half_days(&self) -> Vec<HalfDay> {
        let half = |(date, given): (Date, &GivenDays)| match given.kind {
            DayKind::HalfDay { until } => Some(HalfDay { date, until }),
            DayKind::Closed | DayKind::Open => None,
        };
        self.by_day().into_iter().filter_map(half).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use act::{Actor, OrganisationId};
    use jiff::civil::{date, time};

    fn entered(number: u32, (from, to): (i8, i8), kind: DayKind) -> OwnDays {
        OwnDays {
            number,
            days: GivenDays {
                from: date(2023, 8, from),
                to: date(2023, 8, to),
                kind,
                reason: Title::new(&format!("entry {number}")).unwrap(),
                source: Title::new("Circular 5").unwrap(),
            },
            entered: Context {
                actor: Actor::rule(OrganisationId::of(1)),
                at: "2023-08-01T02:00:00Z".parse().unwrap(),
            },
        }
    }

    #[test]
    fn of_two_entries_about_a_day_the_later_one_holds() {
        let noon = DayKind::HalfDay {
            until: time(12, 0, 0, 0),
        };
        let own = OwnCalendar {
            as_of: 3,
            days: vec![
                entered(1, (7, 9), DayKind::Closed),
                entered(2, (8, 8), DayKind::Open),
                entered(3, (9, 10), noon),
            ],
        };
        let closed: Vec<Date> = own.closed().iter().map(|one| one.date).collect();
        assert_eq!(closed, [date(2023, 8, 7)]);
        assert_eq!(own.closed()[0].reason, "entry 1");
        assert_eq!(own.open(), [8, 9, 10].map(|day| date(2023, 8, day)));
        let half: Vec<Date> = own.half_days().iter().map(|one| one.date).collect();
        assert_eq!(half, [9, 10].map(|day| date(2023, 8, day)));
    }

    #[test]
    fn what_was_over_before_is_left_out_and_what_reaches_into_the_time_is_not() {
        let own = OwnCalendar {
            as_of: 2,
            days: vec![
                entered(1, (1, 2), DayKind::Closed),
                entered(2, (2, 3), DayKind::Closed),
            ],
        };
        let since = own.since(date(2023, 8, 3));
        assert_eq!((since.as_of, since.days.len()), (2, 1));
        assert_eq!(own.since(date(2023, 8, 2)), own);
    }
}
