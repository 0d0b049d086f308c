//! Working days, statutory periods and the backward schedule.
//!
//! A [`Calendar`] says which days an authority works and for which years it knows that; outside them every question is
//! answered with a [`CalendarFault`]. [`Clock::reckon`] counts forward from the day of receipt to the day a decision is
//! due, [`latest_filing`] counts back from an event to the last day on which filing is still in time, and
//! [`next_occurrence`] gives the next yearly return of a milestone. Each counting is handed over as [`Step`]s, so that
//! a person can redo it on paper.
//!
//! Nothing here reads a clock: which day it is in which zone is for the caller to say.

mod clock;
mod compact;
mod days;
mod fault;
mod milestone;
mod national;
mod own;
mod parse;
mod period;
mod reckoning;
mod record;
mod resting;
mod schedule;
mod step;
mod weekend;

pub use clock::{Clock, Extension, Receipt};
pub use days::{Calendar, Names, NonWorking};
pub use fault::{CalendarFault, LoadFault};
pub use milestone::next_occurrence;
pub use national::{gb_eng, jp, kh, us_ny};
pub use own::{DayKind, GivenDays, OwnCalendar, OwnDays};
pub use period::{Pause, Period, Unit};
pub use reckoning::{Elapsed, Reckoning, Standing, deadline};
pub use record::{ClockRecord, Closure, FORMAT, HalfDay, RecordFault};
pub use schedule::{LeadTime, Schedule, latest_filing, latest_filing_ahead};
pub use step::{Passed, Step};
pub use weekend::Weekend;

use jiff::tz::{TimeZone, TimeZoneDatabase};

/// The zone of that name in the IANA database that is built in, whatever the machine has; none if there is none.
#[must_use]
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}
