//! The statutory clock: from the day of receipt to the day a decision is due.

use crate::compact::compact;
use crate::period::merged;
use crate::{Calendar, CalendarFault, Clock, Passed, Pause, Period, Step, Unit};
use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// When a decision is due, and how that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reckoning {
    /// The day of receipt.
    pub start: Date,
    /// The last day on which the decision is in time; `None` while an answer is awaited.
    pub deadline: Option<Date>,
    /// The days counted: the whole period when there is a deadline, those before the open question otherwise.
    pub used: u32,
    /// The days still to be counted once the answer has arrived; 0 when there is a deadline.
    pub remaining: u32,
    /// Each day, in order.
    pub steps: Vec<Step>,
}

/// How a clock stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The day is before the day of receipt.
    NotReceived,
    /// The period runs; also on the day of receipt and on the deadline itself.
    Running,
    /// An answer is awaited on that day.
    Paused,
    /// The deadline has passed.
    Passed,
}

/// How much of a period is used up on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elapsed {
    /// Days counted up to and including that day.
    pub used: u32,
    /// Days of the period left after that day.
    pub remaining: u32,
    /// How the clock stands.
    pub standing: Standing,
}

impl Reckoning {
    /// How the clock stands on a day, as far as the pauses reckoned with tell.
    #[must_use]
    pub fn state_on(&self, date: Date) -> Elapsed {
        let counted = |step: &&Step| matches!(step, Step::Counted { date: day, .. } if *day <= date);
        let used = u32::try_from(self.steps.iter().filter(counted).count()).unwrap_or(u32::MAX);
        let awaits = |step: &Step| match step {
            Step::Paused { from, to, .. } => Pause { from: *from, to: *to }.includes(date),
            _ => false,
        };
        let standing = if date < self.start {
            Standing::NotReceived
        } else if self.deadline.is_some_and(|deadline| deadline < date) {
            Standing::Passed
        } else if self.steps.iter().any(awaits) {
            Standing::Paused
        } else {
            Standing::Running
        };
        Elapsed {
            used,
            remaining: self.used.saturating_add(self.remaining).saturating_sub(used),
            standing,
        }
    }

    /// The steps with runs of days merged.
    #[must_use]
    pub fn compact(&self) -> Vec<Step> {
        compact(&self.steps)
    }
}

/// English, for the command line: the compact form, one step a line.
impl fmt::Display for Reckoning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.compact().iter().try_for_each(|step| writeln!(f, "{step}"))
    }
}

/// The day by which an authority must decide what it received on `start`: [`Clock::reckon`] of a clock without an hour and
/// without extensions.
///
/// # Errors
/// As [`Clock::reckon`].
pub fn deadline(
    start: Date,
    period: Period,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Result<Reckoning, CalendarFault> {
    Clock::since(start, period, pauses).reckon(calendar)
}

impl Clock {
    /// The day by which the authority must decide.
    ///
    /// The day of receipt is counted as [`crate::Receipt`] says; no day is counted from the one on which the authority
    /// asked a question through the one on which the answer arrived. A period of calendar days or months that ends on a
    /// day nobody works ends on the next working day; a question asked on or before that day still stops the clock.
    /// While an answer is awaited there is no deadline, unless the period had ended before the question. Extensions add
    /// to the period; when they were agreed makes no difference to where it ends. A period that would end before
    /// [`Clock::not_before`] ends on that day, as if that day were its last.
    ///
    /// # Errors
    /// [`CalendarFault::OutOfRange`] when the reckoning needs a day that the calendar does not cover,
    /// [`CalendarFault::EmptyPeriod`] and [`CalendarFault::BackwardPause`] for input that makes no sense.
    pub fn reckon(&self, calendar: &Calendar) -> Result<Reckoning, CalendarFault> {
        if self.period.days == 0 {
            return Err(CalendarFault::EmptyPeriod);
        }
        let (start, later) = self.received(calendar)?;
        let pauses = merged(&self.pauses)?;
        let mut steps: Vec<Step> = later.into_iter().collect();
        steps.push(if self.receipt.counted {
            Step::StartCounted { date: start }
        } else {
            Step::Start { date: start }
        });
        let mut total = self.days(start, calendar, &mut steps)?;
        // No calendar covers as many days as fit here, so a sum that does not fit ends as out of range all the same.
        for extension in self.extensions.iter().filter(|extension| extension.days > 0) {
            total = total.saturating_add(extension.days);
            let days = extension.days;
            steps.push(Step::Extended { days, total });
        }
        let mut walk = Walk {
            calendar,
            unit: self.period.unit,
            pauses: &pauses,
            day: if self.receipt.counted {
                day_before(start, calendar)?
            } else {
                start
            },
            steps,
        };
        let used = walk.count(total)?;
        let mut deadline = if used == total { walk.end()? } else { None };
        if let (Some(end), Some(day)) = (deadline, self.not_before)
            && end < day
        {
            deadline = walk.held(end, day)?;
        }
        if let Some(date) = deadline {
            walk.steps.push(Step::Result { date });
        }
        Ok(Reckoning {
            start,
            deadline,
            used,
            remaining: total - used,
            steps: walk.steps,
        })
    }

    /// The days that the period has from its start, without its extensions.
    fn days(&self, start: Date, calendar: &Calendar, steps: &mut Vec<Step>) -> Result<u32, CalendarFault> {
        let months = self.period.days;
        if self.period.unit != Unit::Month {
            return Ok(months);
        }
        let far = |_| calendar.out_of_range(Date::MAX);
        let last = start
            .checked_add(Span::new().try_months(months).map_err(far)?)
            .map_err(far)?;
        // From the day of that number the period that began on it has gone once round; on the last day of a shorter month not.
        let round = self.receipt.counted && last.day() == start.day();
        let date = if round { day_before(last, calendar)? } else { last };
        let days = whole_days(start, date) + u32::from(self.receipt.counted);
        steps.push(Step::Months { months, date, days });
        Ok(days)
    }
}

/// The day before, covered or not: it is only gone on from.
fn day_before(day: Date, calendar: &Calendar) -> Result<Date, CalendarFault> {
    day.yesterday().map_err(|_| calendar.out_of_range(day))
}

/// How many days lie after `from`, through `to`; 0 where that is not later.
fn whole_days(from: Date, to: Date) -> u32 {
    u32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(0)
}

/// A way forward through the days, one by one, that writes down each step.
struct Walk<'a> {
    calendar: &'a Calendar,
    unit: Unit,
    pauses: &'a [Pause],
    day: Date,
    steps: Vec<Step>,
}

impl Walk<'_> {
    /// Counts up to `total` days; fewer when an open question stops the clock.
    fn count(&mut self, total: u32) -> Result<u32, CalendarFault> {
        let mut used = 0;
        while used < total {
            let Some(date) = self.advance()? else { break };
            let rest = if self.unit == Unit::Working {
                self.calendar.why_not(date)?
            } else {
                None
            };
            if let Some(why) = rest {
                self.steps.push(Step::Skipped { date, why });
            } else {
                used += 1;
                if self.unit == Unit::Working {
                    let opened = self.calendar.opened(date);
                    self.steps.extend(opened.map(|why| Step::Worked { date, why }));
                }
                self.steps.push(Step::Counted { number: used, date });
            }
        }
        Ok(used)
    }

    /// The day on which a fully counted period ends: the day reached, or the next working day.
    fn end(&mut self) -> Result<Option<Date>, CalendarFault> {
        let from = self.day;
        let mut passed = Vec::new();
        while let Some(why) = self.calendar.why_not(self.day)? {
            passed.push(Passed { date: self.day, why });
            if self.advance()?.is_none() {
                return Ok(None);
            }
        }
        if !passed.is_empty() {
            self.steps.push(Step::RolledForward {
                from,
                to: self.day,
                passed,
            });
        }
        Ok(Some(self.day))
    }

    /// The day on which a period ends that does not end before a day: a question that is asked on it stops the clock as on any last
    /// day.
    fn held(&mut self, from: Date, to: Date) -> Result<Option<Date>, CalendarFault> {
        self.steps.push(Step::Held { from, to });
        self.day = day_before(to, self.calendar)?;
        if self.advance()?.is_none() {
            return Ok(None);
        }
        self.end()
    }

    /// Goes to the next day that no pause covers; `None` when the pause has no end yet.
    fn advance(&mut self) -> Result<Option<Date>, CalendarFault> {
        let next = self.calendar.next_day(self.day)?;
        let Some(pause) = self.pauses.iter().find(|pause| pause.includes(next)) else {
            self.day = next;
            return Ok(Some(next));
        };
        let Pause { from, to } = *pause;
        let Some(end) = to else {
            self.steps.push(Step::Paused {
                from,
                to,
                uncounted: 0,
            });
            return Ok(None);
        };
        let uncounted = self.days_between(self.day, end)?;
        self.steps.push(Step::Paused { from, to, uncounted });
        // Merged pauses do not touch, so no other covers the day after.
        self.day = self.calendar.next_day(end)?;
        Ok(Some(self.day))
    }

    /// How many days of the period's unit lie after `after`, through `through`.
    fn days_between(&self, after: Date, through: Date) -> Result<u32, CalendarFault> {
        if self.unit == Unit::Working {
            return self.calendar.working_days_between(after, through);
        }
        Ok(whole_days(after, through))
    }
}
