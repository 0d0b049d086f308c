//! Reminders of what is due on a day: one some days before it, and one once it has passed. Each is told once.

use act::Date;
use serde::{Deserialize, Serialize};

/// So many days before its day something is said to be due soon.
const SOON: usize = 7;

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reminding {
    /// Its day comes.
    Soon,
    /// Its day has passed.
    Late,
}

/// That somebody was reminded. The bytes of this are golden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminded {
    /// Of what.
    pub what: Reminding,
    /// The day by which it was due then.
    pub due: Date,
}

/// From which day on there is something to tell of what is due on a day, by what was told.
pub(crate) fn next(due: Date, told: &[Reminded]) -> Option<Date> {
    let has = |what| told.contains(&Reminded { what, due });
    match (has(Reminding::Soon), has(Reminding::Late)) {
        (_, true) => None,
        (true, false) => due.tomorrow().ok(),
        (false, false) => (0..SOON).try_fold(due, |day, _| day.yesterday()).ok(),
    }
}

/// What is told on a day. Of what is late nobody says any more that it will be due.
pub(crate) fn on(day: Date, due: Date, told: &[Reminded]) -> Option<Reminded> {
    let from = next(due, told)?;
    let what = if day > due {
        Reminding::Late
    } else {
        Reminding::Soon
    };
    (from <= day).then_some(Reminded { what, due })
}
