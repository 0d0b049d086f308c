//! The lines of a reckoning: what was counted, what was left out and why, so that a person can redo it on paper.

use crate::NonWorking;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A day on which nobody works, passed over while rolling to one that is worked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    /// The day.
    pub date: Date,
    /// Why nobody works.
    pub why: NonWorking,
}

/// One line of a reckoning. The full form has one [`Step::Counted`] or [`Step::Skipped`] for each day; the compact
/// form has [`Step::Run`] and [`Step::SkippedRun`] in their place. A backward schedule goes from later to earlier days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "step")]
pub enum Step {
    /// The day of receipt, which is not counted.
    Start {
        /// The day.
        date: Date,
    },
    /// What arrived too late on its day, or on a day that nobody works, is received on the next working day.
    ReceivedLater {
        /// When it arrived.
        arrived: DateTime,
        /// The hour from which it was too late; none where nobody works on that day.
        cut_off: Option<Time>,
        /// Whether the authority closed early on that day, at that hour.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        half_day: bool,
        /// Why nobody works; none where it was too late.
        why: Option<NonWorking>,
        /// The day of receipt.
        date: Date,
    },
    /// The day of receipt, where the period begins with it.
    StartCounted {
        /// The day.
        date: Date,
    },
    /// A period of months as the days that it has.
    Months {
        /// How many months.
        months: u32,
        /// The day to which they go.
        date: Date,
        /// How many days count until then.
        days: u32,
    },
    /// The day from which months go to a day, or to one before it.
    MonthsBack {
        /// How many months.
        months: u32,
        /// The day.
        date: Date,
    },
    /// An extension of time was agreed.
    Extended {
        /// The days added, in the period's unit.
        days: u32,
        /// The whole period with them.
        total: u32,
    },
    /// A day that counts.
    Counted {
        /// Which day of the period it is, from 1.
        number: u32,
        /// The day.
        date: Date,
    },
    /// A day that the authority works, and that so counts, though others do not.
    Worked {
        /// The day.
        date: Date,
        /// Why others do not.
        why: NonWorking,
    },
    /// A day left out of a period of working days.
    Skipped {
        /// The day.
        date: Date,
        /// Why nobody works.
        why: NonWorking,
    },
    /// Days left out because the authority awaited an answer. Overlapping pauses are one.
    Paused {
        /// The day the question was asked.
        from: Date,
        /// The day the answer arrived; `None` while it is awaited.
        to: Option<Date>,
        /// How many days of the period's unit the pause left out; 0 while the answer is awaited.
        uncounted: u32,
    },
    /// The period ended on a day nobody works and so ends on a later one.
    RolledForward {
        /// The day on which it ended.
        from: Date,
        /// The working day on which it ends.
        to: Date,
        /// The days passed over, `from` the first, without those of a pause.
        passed: Vec<Passed>,
    },
    /// A change of the calendar would have ended the period on a day that was over already; it ends on a later one.
    Held {
        /// The day on which it would have ended.
        from: Date,
        /// The day before which it does not end.
        to: Date,
    },
    /// The day of the event, which cannot move.
    Event {
        /// The day.
        date: Date,
    },
    /// The day by which the decision must exist.
    Margin {
        /// How many calendar days before the event.
        days: u32,
        /// The day.
        date: Date,
    },
    /// Nobody works on the day reached, so an earlier one stands for it.
    RolledBack {
        /// The day reached.
        from: Date,
        /// The last working day before it.
        to: Date,
        /// The days passed over, `from` the first.
        passed: Vec<Passed>,
    },
    /// Days counted one after the other; weekends between them are left out and named only by their number.
    Run {
        /// The first day read (the latest of the run in a backward schedule).
        from: Date,
        /// The last day read.
        to: Date,
        /// How many days count.
        days: u32,
        /// Which day of the period `from` is.
        first: u32,
        /// Which day of the period `to` is.
        last: u32,
        /// How many weekend days lie between and do not count.
        weekend_days: u32,
    },
    /// Days left out one after the other for one reason.
    SkippedRun {
        /// The first day read.
        from: Date,
        /// The last day read.
        to: Date,
        /// How many days.
        days: u32,
        /// Why nobody works.
        why: NonWorking,
    },
    /// What was to be found: the deadline, or the latest day of filing.
    Result {
        /// The day.
        date: Date,
    },
}

/// English, for the command line; the name of a holiday in English where it has one.
impl fmt::Display for NonWorking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NonWorking::Weekend => f.write_str("weekend"),
            NonWorking::Holiday { names } => {
                let name = names.get("en").or_else(|| names.values().next());
                f.write_str(name.map_or("holiday", String::as_str))
            }
            NonWorking::Closed { reason } => write!(f, "closed: {reason}"),
        }
    }
}

/// English, for the command line.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Start { .. }
            | Step::StartCounted { .. }
            | Step::ReceivedLater { .. }
            | Step::Months { .. }
            | Step::MonthsBack { .. }
            | Step::Extended { .. }
            | Step::Event { .. }
            | Step::Margin { .. }
            | Step::Result { .. } => self.frame(f),
            _ => self.days(f),
        }
    }
}

impl Step {
    /// What a reckoning begins and ends with.
    fn frame(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Start { date } => write!(f, "received on {}, which is not counted", shown(*date)),
            Step::StartCounted { date } => write!(f, "received on {}, which is counted", shown(*date)),
            Step::ReceivedLater {
                arrived,
                cut_off,
                half_day,
                why,
                date,
            } => {
                write!(
                    f,
                    "arrived on {} at {}, ",
                    shown(arrived.date()),
                    arrived.strftime("%H:%M")
                )?;
                match (cut_off, why) {
                    (Some(hour), _) if *half_day => {
                        write!(f, "not before {} on a half-day", hour.strftime("%H:%M"))?;
                    }
                    (Some(hour), _) => write!(f, "not before {}", hour.strftime("%H:%M"))?,
                    (None, Some(why)) => write!(f, "when nobody works ({why})")?,
                    (None, None) => f.write_str("too late")?,
                }
                write!(f, ": received on {}", shown(*date))
            }
            Step::Months { months, date, days } => {
                write!(
                    f,
                    "{} from then: {}, {}",
                    in_months(*months),
                    shown(*date),
                    counted(*days)
                )
            }
            Step::MonthsBack { months, date } => {
                write!(f, "{} before that: {}", in_months(*months), shown(*date))
            }
            Step::Extended { days, total } => write!(f, "extended by {}, to {total} in all", counted(*days)),
            Step::Event { date } => write!(f, "the event is on {}", shown(*date)),
            Step::Margin { days, date } => write!(
                f,
                "the decision must exist by {}, {} before",
                shown(*date),
                counted(*days)
            ),
            Step::Result { date } => write!(f, "so {}", shown(*date)),
            _ => Ok(()),
        }
    }

    /// What is counted, and what is not.
    fn days(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Counted { number, date } => write!(f, "{} is day {number}", shown(*date)),
            Step::Worked { date, why } => write!(f, "{} is worked ({why} elsewhere)", shown(*date)),
            Step::Skipped { date, why } => write!(f, "{} is not counted ({why})", shown(*date)),
            Step::Paused {
                from,
                to: Some(to),
                uncounted,
            } => write!(
                f,
                "the clock stood still from {} through {}: {} not counted",
                shown(*from),
                shown(*to),
                counted(*uncounted)
            ),
            Step::Paused { from, to: None, .. } => write!(
                f,
                "an answer is awaited since {}: no day counts until it arrives",
                shown(*from)
            ),
            Step::RolledForward { from, to, passed } => rolled(f, *from, *to, passed, "next"),
            Step::Held { from, to } => write!(
                f,
                "by a later change of the calendar it would have ended on {}, which was over; it does not end before {}",
                shown(*from),
                shown(*to)
            ),
            Step::RolledBack { from, to, passed } => rolled(f, *from, *to, passed, "last before"),
            Step::Run {
                from,
                to,
                first,
                last,
                weekend_days,
                ..
            } => run(f, (*from, *to), (*first, *last), *weekend_days),
            Step::SkippedRun { from, to, why, .. } if from == to => {
                write!(f, "{} is not counted ({why})", shown(*from))
            }
            // A schedule counts backward; which days nobody works is read forward all the same.
            Step::SkippedRun { from, to, days, why } => write!(
                f,
                "{} to {}: {} not counted ({why})",
                shown(*from.min(to)),
                shown(*from.max(to)),
                counted(*days)
            ),
            _ => Ok(()),
        }
    }
}

fn shown(date: Date) -> String {
    date.strftime("%a %-d %b %Y").to_string()
}

fn counted(days: u32) -> String {
    if days == 1 {
        "1 day".to_owned()
    } else {
        format!("{days} days")
    }
}

fn in_months(months: u32) -> String {
    if months == 1 {
        "1 month".to_owned()
    } else {
        format!("{months} months")
    }
}

fn rolled(f: &mut fmt::Formatter<'_>, from: Date, to: Date, passed: &[Passed], which: &str) -> fmt::Result {
    write!(f, "{} is not a working day", shown(from))?;
    if let Some(first) = passed.iter().find(|passed| passed.date == from) {
        write!(f, " ({})", first.why)?;
    }
    write!(f, "; the {which} is {}", shown(to))
}

fn run(
    f: &mut fmt::Formatter<'_>,
    days: (Date, Date),
    numbers: (u32, u32),
    weekend_days: u32,
) -> fmt::Result {
    if days.0 == days.1 {
        return write!(f, "{} is day {}", shown(days.0), numbers.0);
    }
    let back = if days.1 < days.0 { "back to" } else { "to" };
    write!(
        f,
        "{} {back} {}: days {} to {}",
        shown(days.0),
        shown(days.1),
        numbers.0,
        numbers.1
    )?;
    match weekend_days {
        0 => Ok(()),
        1 => f.write_str(", without 1 weekend day"),
        more => write!(f, ", without {more} weekend days"),
    }
}
