//! Statutory periods, and the pauses that stop them.

use crate::CalendarFault;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a period is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days on which the authority works.
    Working,
    /// All days; a period that ends on a day nobody works ends on the next working day.
    Calendar,
    /// Months: to the day of that number, or the last one where the month has none, and then as with all days.
    Month,
}

/// How long an authority may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// How many days, or months; at least one.
    pub days: u32,
    /// Which days.
    pub unit: Unit,
}

/// A question of the authority that stops its own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// The day the question was asked; the first day not counted.
    pub from: Date,
    /// The day the answer arrived; the last day not counted. `None` while it is awaited.
    pub to: Option<Date>,
}

impl Pause {
    /// Whether that day is not counted.
    #[must_use]
    pub fn includes(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }
}

/// The pauses in order of time, those that overlap or touch made one, so that no day is left out twice.
pub(crate) fn merged(pauses: &[Pause]) -> Result<Vec<Pause>, CalendarFault> {
    let mut sorted = pauses.to_vec();
    sorted.sort_by_key(|pause| pause.from);
    let mut merged: Vec<Pause> = Vec::with_capacity(sorted.len());
    for pause in sorted {
        if let Some(to) = pause.to.filter(|to| *to < pause.from) {
            return Err(CalendarFault::BackwardPause { from: pause.from, to });
        }
        match merged.last_mut() {
            Some(last) if touches(last, pause.from) => {
                last.to = last.to.zip(pause.to).map(|(one, other)| one.max(other));
            }
            _ => merged.push(pause),
        }
    }
    Ok(merged)
}

/// Whether a pause that begins on `from`, not before the other, overlaps the other or follows it on the next day.
fn touches(earlier: &Pause, from: Date) -> bool {
    earlier
        .to
        .is_none_or(|to| to.tomorrow().is_ok_and(|next| from <= next) || from <= to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn pause(from: i8, to: Option<i8>) -> Pause {
        Pause {
            from: date(2023, 10, from),
            to: to.map(|day| date(2023, 10, day)),
        }
    }

    #[test]
    fn pauses_that_overlap_or_touch_become_one() {
        let check = |pauses: &[Pause], expect: &[Pause]| assert_eq!(merged(pauses).unwrap(), expect);
        check(&[], &[]);
        check(
            &[pause(9, Some(10)), pause(2, Some(4))],
            &[pause(2, Some(4)), pause(9, Some(10))],
        );
        check(&[pause(2, Some(4)), pause(5, Some(6))], &[pause(2, Some(6))]);
        check(&[pause(2, Some(9)), pause(3, Some(5))], &[pause(2, Some(9))]);
        check(
            &[pause(2, Some(4)), pause(3, None), pause(20, Some(21))],
            &[pause(2, None)],
        );
        check(
            &[pause(2, Some(4)), pause(6, None)],
            &[pause(2, Some(4)), pause(6, None)],
        );
    }

    #[test]
    fn a_pause_that_ends_before_it_begins_is_refused() {
        let fault = merged(&[pause(5, Some(4))]).unwrap_err();
        assert_eq!(
            fault,
            CalendarFault::BackwardPause {
                from: date(2023, 10, 5),
                to: date(2023, 10, 4)
            }
        );
    }

    #[test]
    fn a_period_is_written_in_plain_words() {
        let period = Period {
            days: 20,
            unit: Unit::Working,
        };
        let text = serde_json::to_string(&period).unwrap();
        assert_eq!(text, r#"{"days":20,"unit":"working"}"#);
        assert_eq!(serde_json::from_str::<Period>(&text).unwrap(), period);
    }
}
