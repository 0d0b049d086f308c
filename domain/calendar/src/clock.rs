//! What a statutory clock is reckoned from: what arrived when, how its day is counted, what stopped the clock, and by how
//! much it was extended.

use crate::{Calendar, CalendarFault, Pause, Period, Step};
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

/// How the day of receipt is told, and whether it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Whether the period begins on the day of receipt. Most laws count from the day after.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub counted: bool,
    /// The hour from which what arrives is received on the next working day. With one, what arrives on a day that
    /// nobody works is received on the next working day, too. On a half-day the hour at which the office closes, if
    /// that is earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<Time>,
}

/// An extension of time, which both sides agreed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The days added: of the period's unit; calendar days where it is a period of months.
    pub days: u32,
    /// The day on which it was agreed.
    pub agreed: Date,
}

/// A statutory clock. [`Clock::reckon`] says when it runs out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// When the case arrived, by the authority's own clocks.
    pub arrived: DateTime,
    /// How long the authority may take.
    pub period: Period,
    /// How the day of receipt is told.
    #[serde(default)]
    pub receipt: Receipt,
    /// What stopped the clock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// What was added to the period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
    /// The day before which the period does not end, because a later change of the calendar would have ended it on a day that was
    /// over already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Date>,
}

impl Clock {
    /// A clock that began at some time of a day, counted from the day after.
    #[must_use]
    pub fn since(day: Date, period: Period, pauses: &[Pause]) -> Clock {
        Clock {
            arrived: day.at(0, 0, 0, 0),
            period,
            receipt: Receipt::default(),
            pauses: pauses.to_vec(),
            extensions: vec![],
            not_before: None,
        }
    }

    /// The day of receipt, and the line that says why it is another than that of arrival, if it is.
    ///
    /// # Errors
    /// [`CalendarFault::OutOfRange`] for a day that the calendar does not cover.
    pub(crate) fn received(&self, calendar: &Calendar) -> Result<(Date, Option<Step>), CalendarFault> {
        let arrived = self.arrived.date();
        calendar.covers(arrived)?;
        let Some(closing) = self.receipt.cut_off else {
            return Ok((arrived, None));
        };
        let noon = calendar.half_day(arrived).filter(|noon| *noon < closing);
        let closing = noon.unwrap_or(closing);
        let why = calendar.why_not(arrived)?;
        if why.is_none() && self.arrived.time() < closing {
            return Ok((arrived, None));
        }
        let date = calendar.next_working_day(arrived)?;
        let late = Step::ReceivedLater {
            arrived: self.arrived,
            cut_off: why.is_none().then_some(closing),
            half_day: why.is_none() && noon.is_some(),
            why,
            date,
        };
        Ok((date, Some(late)))
    }
}
