//! A clock written down with the calendar it is counted in: all that someone else needs to reckon it again.

use crate::{Calendar, CalendarFault, Clock, Reckoning};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// What the format is called in its first field.
pub const FORMAT: &str = "placet-clock/1";

/// A day on which an authority is closed though others work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// The day.
    pub date: Date,
    /// Why, as the authority gave it.
    pub reason: String,
}

/// A day on which an authority closes early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HalfDay {
    /// The day.
    pub date: Date,
    /// The hour.
    pub until: Time,
}

/// A clock, the calendar that its authority goes by, and what was found (`docs/formats/clock.md`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRecord {
    /// [`FORMAT`].
    pub format: String,
    /// The calendar's id, such as `kh`.
    pub calendar: String,
    /// The days that the authority is closed besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<Closure>,
    /// The days that it works though others do not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<Date>,
    /// The days on which it closes early.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub half_days: Vec<HalfDay>,
    /// The clock.
    pub clock: Clock,
    /// What whoever wrote it down found; none where it is still to be reckoned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reckoning: Option<Reckoning>,
}

/// Why a clock that was written down cannot be reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordFault {
    /// The format is another.
    Format {
        /// What it is called there.
        found: String,
    },
    /// The calendar is not known.
    Calendar {
        /// What it is called there.
        found: String,
    },
    /// The reason for which a day is closed would not stay in its line, or has what nobody sees.
    Reason {
        /// The day.
        date: Date,
    },
    /// Half-days without an hour from which things are too late: nothing would come of them.
    HalfDays,
    /// An extension of no days, or agreed before there was anything to extend.
    Extension {
        /// When it was agreed.
        agreed: Date,
    },
    /// The calendar cannot answer.
    Reckoning(CalendarFault),
}

impl std::fmt::Display for RecordFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            RecordFault::Format { found } => {
                write!(f, "format: {found:?} is not known. Write {FORMAT:?}.")
            }
            RecordFault::Calendar { found } => write!(
                f,
                "calendar: none is called {found:?}. Write one of {}.",
                Calendar::NAMES.join(", ")
            ),
            RecordFault::Reason { date } => write!(
                f,
                "closed: the reason given for {date} holds a character that nobody sees. Write it in one line of text."
            ),
            RecordFault::HalfDays => f.write_str(
                "half_days: they need clock.receipt.cut_off, the hour from which things are too late on other days. Write it, or leave them out.",
            ),
            RecordFault::Extension { agreed } => write!(
                f,
                "clock.extensions: the one agreed on {agreed} adds nothing, or comes before the case arrived. Correct it, or leave it out."
            ),
            RecordFault::Reckoning(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for RecordFault {}

impl ClockRecord {
    fn is_sound(&self) -> Result<(), RecordFault> {
        if let Some(one) = self.closed.iter().find(|one| act::unseen(&one.reason).is_some()) {
            return Err(RecordFault::Reason { date: one.date });
        }
        if !self.half_days.is_empty() && self.clock.receipt.cut_off.is_none() {
            return Err(RecordFault::HalfDays);
        }
        let arrived = self.clock.arrived.date();
        let mut extensions = self.clock.extensions.iter();
        match extensions.find(|one| one.days == 0 || one.agreed < arrived) {
            Some(one) => Err(RecordFault::Extension { agreed: one.agreed }),
            None => Ok(()),
        }
    }

    /// Reckons the clock; what was found before is not looked at.
    ///
    /// # Errors
    /// See [`RecordFault`].
    pub fn reckon(&self) -> Result<Reckoning, RecordFault> {
        if self.format != FORMAT {
            return Err(RecordFault::Format {
                found: self.format.clone(),
            });
        }
        self.is_sound()?;
        let known = Calendar::named(&self.calendar).ok_or_else(|| RecordFault::Calendar {
            found: self.calendar.clone(),
        })?;
        // Most authorities go by their country's calendar as it is, and a page reckons several clocks: nothing is copied then.
        if self.closed.is_empty() && self.open.is_empty() && self.half_days.is_empty() {
            return self.clock.reckon(known).map_err(RecordFault::Reckoning);
        }
        let closed = self.closed.iter().map(|one| (one.date, one.reason.clone()));
        let half = self.half_days.iter().map(|one| (one.date, one.until));
        known
            .clone()
            .with_exceptions(closed, self.open.iter().copied())
            .and_then(|calendar| calendar.with_half_days(half))
            .and_then(|calendar| self.clock.reckon(&calendar))
            .map_err(RecordFault::Reckoning)
    }
}
