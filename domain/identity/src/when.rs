//! When something was, as exactly as it is known and no more.

use act::{Date, Timestamp};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A day, or what is known of it. Which zone it is a day of is said by whoever holds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum When {
    /// On this day.
    On(Date),
    /// On this day or some day before it.
    OnOrBefore(Date),
    /// On a day from the first to the second, both included.
    Between(Date, Date),
    /// On some day of this year.
    Year(i16),
    /// Not known.
    #[default]
    Unknown,
}

/// How it is stored: `{"on":"2023-04-26"}`, `{"on-or-before":…}`, `{"between":[…,…]}`, `{"year":2003}`, `"unknown"`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Written {
    On(Date),
    OnOrBefore(Date),
    Between(Date, Date),
    Year(i16),
    Unknown,
}

/// Why it says nothing that can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenFault {
    /// The first day is after the last.
    Reversed {
        /// The first day given.
        from: Date,
        /// The last day given.
        to: Date,
    },
    /// No year of the calendar: years run from 1 to 9999.
    NoSuchYear {
        /// The year given.
        year: i16,
    },
}

impl fmt::Display for WhenFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WhenFault::Reversed { from, to } => write!(f, "it begins on {from}, after it ends on {to}"),
            WhenFault::NoSuchYear { year } => write!(f, "{year} is no year from 1 to 9999"),
        }
    }
}

impl std::error::Error for WhenFault {}

impl TryFrom<Written> for When {
    type Error = WhenFault;

    fn try_from(written: Written) -> Result<Self, WhenFault> {
        match written {
            Written::On(day) => Ok(When::On(day)),
            Written::OnOrBefore(day) => Ok(When::OnOrBefore(day)),
            Written::Between(from, to) => When::between(from, to),
            Written::Year(year) => When::year(year),
            Written::Unknown => Ok(When::Unknown),
        }
    }
}

impl From<When> for Written {
    fn from(when: When) -> Written {
        match when {
            When::On(day) => Written::On(day),
            When::OnOrBefore(day) => Written::OnOrBefore(day),
            When::Between(from, to) => Written::Between(from, to),
            When::Year(year) => Written::Year(year),
            When::Unknown => Written::Unknown,
        }
    }
}

impl When {
    /// Some day from one to another, both included.
    ///
    /// # Errors
    /// [`WhenFault::Reversed`].
    pub fn between(from: Date, to: Date) -> Result<When, WhenFault> {
        if from <= to {
            Ok(When::Between(from, to))
        } else {
            Err(WhenFault::Reversed { from, to })
        }
    }

    /// Some day of a year.
    ///
    /// # Errors
    /// [`WhenFault::NoSuchYear`].
    pub fn year(year: i16) -> Result<When, WhenFault> {
        if (1..=9999).contains(&year) {
            Ok(When::Year(year))
        } else {
            Err(WhenFault::NoSuchYear { year })
        }
    }

    /// The first day that it can have been; `None` if nothing bounds it.
    #[must_use]
    pub fn earliest(&self) -> Option<Date> {
        match *self {
            When::On(day) | When::Between(day, _) => Some(day),
            When::Year(year) => Date::new(year, 1, 1).ok(),
            When::OnOrBefore(_) | When::Unknown => None,
        }
    }

    /// The last day that it can have been; `None` if nothing bounds it.
    #[must_use]
    pub fn latest(&self) -> Option<Date> {
        match *self {
            When::On(day) | When::OnOrBefore(day) | When::Between(_, day) => Some(day),
            When::Year(year) => Date::new(year, 12, 31).ok(),
            When::Unknown => None,
        }
    }

    /// The day that keeps it from having been by an instant: its day, the last of several, the first of a year, if that has
    /// not begun even in the zone of the earth where days begin first (14 hours before UTC). No day that has come anywhere
    /// is taken for one of the future. What was on or before a day that has not come is known to have been before today.
    #[must_use]
    pub fn yet_to_come(&self, at: Timestamp) -> Option<Date> {
        let newest = Offset::constant(14).to_datetime(at).date();
        let day = match *self {
            When::Between(_, last) | When::OnOrBefore(last) => Some(last),
            _ => self.earliest(),
        };
        day.filter(|day| *day > newest)
    }

    /// Whether every day that it can have been lies before every day that the other can have been.
    #[must_use]
    pub fn is_before(&self, other: &When) -> bool {
        !not_after(other.earliest(), self.latest())
    }

    /// Whether both can have been on one day.
    #[must_use]
    pub fn overlaps(&self, other: &When) -> bool {
        !self.is_before(other) && !other.is_before(self)
    }
}

/// Whether a beginning can lie on or before an end, where a missing bound excludes nothing.
pub(crate) fn not_after(beginning: Option<Date>, end: Option<Date>) -> bool {
    match (beginning, end) {
        (Some(beginning), Some(end)) => beginning <= end,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use act::Date;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn it_is_stored_readably_and_reads_back() {
        let check = |when: When, expect: &str| {
            assert_eq!(serde_json::to_string(&when).unwrap(), expect);
            assert_eq!(serde_json::from_str::<When>(expect).unwrap(), when);
        };
        check(When::On(day("2023-04-26")), r#"{"on":"2023-04-26"}"#);
        check(
            When::OnOrBefore(day("2023-04-25")),
            r#"{"on-or-before":"2023-04-25"}"#,
        );
        check(
            When::Between(day("2023-04-24"), day("2023-04-26")),
            r#"{"between":["2023-04-24","2023-04-26"]}"#,
        );
        check(When::Year(2003), r#"{"year":2003}"#);
        check(When::Unknown, r#""unknown""#);
    }

    #[test]
    fn what_cannot_be_is_not_read() {
        let check = |text: &str, told: &str| {
            let fault = serde_json::from_str::<When>(text).unwrap_err().to_string();
            assert!(fault.contains(told), "{fault}");
        };
        check(
            r#"{"between":["2023-04-26","2023-04-24"]}"#,
            "it begins on 2023-04-26, after it ends on 2023-04-24",
        );
        check(r#"{"year":0}"#, "0 is no year from 1 to 9999");
    }

    #[test]
    fn what_is_not_known_can_have_been_on_any_day() {
        assert!(When::Unknown.overlaps(&When::On(day("1953-11-19"))));
        assert!(When::OnOrBefore(day("2023-04-25")).overlaps(&When::Year(2003)));
        assert!(!When::OnOrBefore(day("2023-04-25")).overlaps(&When::On(day("2023-04-26"))));
        assert!(!When::Year(2003).overlaps(&When::Year(2004)));
    }

    #[test]
    fn a_day_has_come_once_it_has_begun_anywhere_on_earth() {
        let check = |when: When, at: &str, expect: Option<&str>| {
            let at = at.parse().unwrap();
            assert_eq!(when.yet_to_come(at), expect.map(day), "{when:?} at {at}");
        };
        let the_day = day("2023-04-26");
        check(When::On(the_day), "2023-04-25T09:59:59Z", Some("2023-04-26"));
        check(When::On(the_day), "2023-04-25T10:00:00Z", None);
        check(When::On(the_day), "2023-04-30T00:00:00Z", None);
        let days = When::Between(the_day, day("2023-04-28"));
        check(days, "2023-04-26T12:00:00Z", Some("2023-04-28"));
        check(days, "2023-04-27T10:00:00Z", None);
        check(When::Year(2024), "2023-12-31T09:59:59Z", Some("2024-01-01"));
        check(When::Year(2024), "2023-12-31T10:00:00Z", None);
        let before = When::OnOrBefore(the_day);
        check(before, "2023-04-25T09:59:59Z", Some("2023-04-26"));
        check(before, "2023-04-25T10:00:00Z", None);
        check(When::Unknown, "2023-04-25T00:00:00Z", None);
    }

    #[test]
    fn what_can_have_been_on_one_day_is_not_before() {
        let met = When::Between(day("2023-04-24"), day("2023-04-26"));
        assert!(When::On(day("2023-04-23")).is_before(&met));
        assert!(When::OnOrBefore(day("2023-04-23")).is_before(&met));
        assert!(!When::On(day("2023-04-24")).is_before(&met));
        assert!(!When::Year(2023).is_before(&met));
        assert!(!When::Unknown.is_before(&met) && !met.is_before(&When::Unknown));
    }

    fn any_when() -> impl Strategy<Value = When> {
        let any_day =
            || (1990_i16..2030, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap());
        prop_oneof![
            any_day().prop_map(When::On),
            any_day().prop_map(When::OnOrBefore),
            (any_day(), any_day()).prop_map(|(a, b)| When::Between(a.min(b), a.max(b))),
            (1990_i16..2030).prop_map(When::Year),
            Just(When::Unknown),
        ]
    }

    proptest! {
        #[test]
        fn overlapping_is_mutual(one in any_when(), other in any_when()) {
            prop_assert!(one.overlaps(&one));
            prop_assert_eq!(one.overlaps(&other), other.overlaps(&one));
        }
    }
}
