//! The backward schedule: from an event that cannot move to the last day on which filing is still in time.

use crate::compact::compact;
use crate::{Calendar, CalendarFault, Passed, Period, Step, Unit};
use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// By when to file so that the decision exists before the event, and how that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The last working day on which filing is in time, if no question stops the clock.
    pub latest_filing: Date,
    /// The last day on which the decision may come: the margin before the event. Nobody may be working on it.
    pub decided_by: Date,
    /// Each day, from the event backwards. A counted day bears the number it has in the authority's own counting.
    pub steps: Vec<Step>,
}

impl Schedule {
    /// The steps with runs of days merged.
    #[must_use]
    pub fn compact(&self) -> Vec<Step> {
        compact(&self.steps)
    }
}

/// English, for the command line: the compact form, one step a line.
impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.compact().iter().try_for_each(|step| writeln!(f, "{step}"))
    }
}

/// The last working day on which filing leaves the authority its whole period and has the decision exist
/// `margin_days` calendar days before the event (usually 1): the inverse of [`crate::deadline`] without pauses.
///
/// # Errors
/// [`CalendarFault::OutOfRange`] when the reckoning needs a day that the calendar does not cover,
/// [`CalendarFault::EmptyPeriod`] for a period of 0 days.
pub fn latest_filing(
    event: Date,
    period: Period,
    margin_days: u32,
    calendar: &Calendar,
) -> Result<Schedule, CalendarFault> {
    if period.days == 0 {
        return Err(CalendarFault::EmptyPeriod);
    }
    let margin = SignedDuration::from_hours(24 * i64::from(margin_days));
    let decided_by = event
        .checked_sub(margin)
        .map_err(|_| calendar.out_of_range(Date::MIN))?;
    let mut steps = vec![
        Step::Event { date: event },
        Step::Margin {
            days: margin_days,
            date: decided_by,
        },
    ];
    calendar.covers(decided_by)?;
    // A decision comes on a working day, so the period has to end on one.
    let mut day = roll_back(decided_by, calendar, &mut steps)?;
    let mut number = period.days;
    while number > 0 {
        let rest = if period.unit == Unit::Working {
            calendar.why_not(day)?
        } else {
            None
        };
        if let Some(why) = rest {
            steps.push(Step::Skipped { date: day, why });
        } else {
            steps.push(Step::Counted { number, date: day });
            number -= 1;
        }
        day = calendar.previous_day(day)?;
    }
    let latest_filing = roll_back(day, calendar, &mut steps)?;
    steps.push(Step::Result { date: latest_filing });
    Ok(Schedule {
        latest_filing,
        decided_by,
        steps,
    })
}

/// The day itself when it is worked, otherwise the last working day before it.
fn roll_back(from: Date, calendar: &Calendar, steps: &mut Vec<Step>) -> Result<Date, CalendarFault> {
    let mut to = from;
    let mut passed = Vec::new();
    while let Some(why) = calendar.why_not(to)? {
        passed.push(Passed { date: to, why });
        to = calendar.previous_day(to)?;
    }
    if !passed.is_empty() {
        steps.push(Step::RolledBack { from, to, passed });
    }
    Ok(to)
}
