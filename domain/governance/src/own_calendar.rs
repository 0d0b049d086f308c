//! The state of an authority's calendar: the days that it entered, and those that it took back.

use crate::CalendarFact;
use act::{Context, Recorded, State, Timestamp, Title};
use calendar::{OwnCalendar, OwnDays};
use serde::{Deserialize, Serialize};

/// That days were taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// By whom and when.
    pub by: Context,
    /// Why.
    pub reason: Title,
}

/// Days that were entered, and whether they still hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The days.
    pub own: OwnDays,
    /// That they were taken back.
    pub taken_back: Option<TakenBack>,
}

/// All that an authority entered of its own days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityCalendar {
    /// The entries, by number.
    pub entries: Vec<Entry>,
    /// How many facts it was folded from.
    pub facts: u64,
    /// When it was changed last.
    pub changed: Option<Timestamp>,
}

impl AuthorityCalendar {
    /// An entry by its number.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.own.number == number)
    }

    /// The days that hold.
    #[must_use]
    pub fn own(&self) -> OwnCalendar {
        let held = self.entries.iter().filter(|entry| entry.taken_back.is_none());
        OwnCalendar {
            as_of: self.facts,
            days: held.map(|entry| entry.own.clone()).collect(),
        }
    }

    /// The days that held before an instant.
    #[must_use]
    pub fn before(&self, instant: Timestamp) -> OwnCalendar {
        let entered = self.entries.iter().filter(|entry| entry.own.entered.at < instant);
        let held = entered.filter(|entry| entry.taken_back.as_ref().is_none_or(|back| back.by.at >= instant));
        OwnCalendar {
            as_of: self.facts,
            days: held.map(|entry| entry.own.clone()).collect(),
        }
    }

    pub(crate) fn next(&self) -> u32 {
        let last = self.entries.last();
        last.map_or(1, |entry| entry.own.number.saturating_add(1))
    }
}

impl State for AuthorityCalendar {
    type Fact = CalendarFact;

    fn evolve(&mut self, Recorded { fact, by }: &Recorded<CalendarFact>) {
        self.facts += 1;
        self.changed = Some(by.at);
        match fact {
            CalendarFact::DaysEntered { number, days } => self.entries.push(Entry {
                own: OwnDays {
                    number: *number,
                    days: days.clone(),
                    entered: by.clone(),
                },
                taken_back: None,
            }),
            CalendarFact::DaysTakenBack { number, reason } => {
                let mut entries = self.entries.iter_mut();
                if let Some(entry) = entries.find(|entry| entry.own.number == *number) {
                    entry.taken_back = Some(TakenBack {
                        by: by.clone(),
                        reason: reason.clone(),
                    });
                }
            }
        }
    }
}
