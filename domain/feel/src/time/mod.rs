//! Days, times of day and durations (DMN 1.5, 10.3.2.3.3 to 10.3.2.3.8).
//!
//! FEEL's years run from -999,999,999 to 999,999,999, beyond what jiff counts (±9,999). Days are therefore reckoned
//! here, in the proleptic Gregorian calendar; jiff says what offset a zone has, asked about a like year of its own
//! range.

mod date;
mod date_time;
mod duration;
mod read;
mod time_of_day;
mod zone;

pub use date::Date;
pub use date_time::DateTime;
pub use duration::{DaysDuration, MonthsDuration};
pub use time_of_day::Time;
pub use zone::Zone;

/// Nanoseconds in a second.
pub(crate) const SECOND: i128 = 1_000_000_000;
/// Nanoseconds in a day.
pub(crate) const DAY: i128 = 86_400 * SECOND;
