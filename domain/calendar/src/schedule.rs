//! The backward schedule: from an event that cannot move to the last day on which filing is still in time.

use crate::compact::compact;
use crate::{Calendar, CalendarFault, Passed, Period, Step, Unit};
use jiff::civil::Date;
use jiff::{SignedDuration, Span};
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

    /// Whether the latest day comes from the lead time, and not from the authority's own period: only the period has the
    /// decision exist some days before the event.
    #[must_use]
    pub fn is_by_lead_time(&self) -> bool {
        !self.steps.iter().any(|step| matches!(step, Step::Margin { .. }))
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
    if period.unit == Unit::Month {
        day = months_back(day, period.days, calendar, &mut steps)?;
    } else {
        for number in (1..=period.days).rev() {
            day = count_back(day, number, period.unit, calendar, &mut steps)?;
            day = calendar.previous_day(day)?;
        }
    }
    let latest_filing = roll_back(day, calendar, &mut steps)?;
    steps.push(Step::Result { date: latest_filing });
    Ok(Schedule {
        latest_filing,
        decided_by,
        steps,
    })
}

/// How long before an event an application must have been received, whatever the authority's own period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LeadTime {
    /// How many days; at least one.
    pub days: u32,
    /// Which days.
    pub unit: Unit,
    /// Whether so many whole days lie between: neither the day of receipt nor that of the event is counted. Otherwise
    /// the day of receipt is the last one counted back from the event.
    pub clear: bool,
}

/// As [`latest_filing`], with a lead time to keep, too: of the two the earlier filing.
///
/// # Errors
/// As [`latest_filing`].
pub fn latest_filing_ahead(
    event: Date,
    period: Period,
    margin_days: u32,
    lead: Option<LeadTime>,
    calendar: &Calendar,
) -> Result<Schedule, CalendarFault> {
    let schedule = latest_filing(event, period, margin_days, calendar)?;
    let Some(lead) = lead else { return Ok(schedule) };
    let steps = ahead(event, lead, calendar)?;
    Ok(match steps.last() {
        Some(Step::Result { date }) if *date < schedule.latest_filing => Schedule {
            latest_filing: *date,
            steps,
            ..schedule
        },
        _ => schedule,
    })
}

/// The way back from an event to the last working day that keeps a lead time.
fn ahead(event: Date, lead: LeadTime, calendar: &Calendar) -> Result<Vec<Step>, CalendarFault> {
    if lead.days == 0 {
        return Err(CalendarFault::EmptyPeriod);
    }
    let mut steps = vec![Step::Event { date: event }];
    calendar.covers(event)?;
    let mut day = event;
    if lead.unit == Unit::Month {
        day = months_back(event, lead.days, calendar, &mut steps)?;
    } else {
        for number in 1..=lead.days {
            day = calendar.previous_day(day)?;
            day = count_back(day, number, lead.unit, calendar, &mut steps)?;
        }
    }
    if lead.clear {
        day = calendar.previous_day(day)?;
    }
    let date = roll_back(day, calendar, &mut steps)?;
    steps.push(Step::Result { date });
    Ok(steps)
}

/// The last day from which so many months go to a day or to one before it.
fn months_back(
    from: Date,
    months: u32,
    calendar: &Calendar,
    steps: &mut Vec<Step>,
) -> Result<Date, CalendarFault> {
    let far = |_| calendar.out_of_range(Date::MIN);
    let span = Span::new().try_months(months).map_err(far)?;
    let mut date = from.checked_sub(span).map_err(far)?;
    // Several days of a long month go to the last one of a shorter.
    while let Ok(next) = date.tomorrow()
        && next.checked_add(span).is_ok_and(|end| end <= from)
    {
        date = next;
    }
    calendar.covers(date)?;
    steps.push(Step::MonthsBack { months, date });
    Ok(date)
}

/// Counts the day, or the last one before it that counts; gives that day.
fn count_back(
    from: Date,
    number: u32,
    unit: Unit,
    calendar: &Calendar,
    steps: &mut Vec<Step>,
) -> Result<Date, CalendarFault> {
    let mut date = from;
    while unit == Unit::Working
        && let Some(why) = calendar.why_not(date)?
    {
        steps.push(Step::Skipped { date, why });
        date = calendar.previous_day(date)?;
    }
    if unit == Unit::Working {
        let opened = calendar.opened(date);
        steps.extend(opened.map(|why| Step::Worked { date, why }));
    }
    steps.push(Step::Counted { number, date });
    Ok(date)
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
