//! What can have happened to a rulebook, and to an authority's calendar. The bytes of these are golden: a field is added, never
//! changed.

use crate::Proposed;
use act::{Date, Reason, Title};
use calendar::GivenDays;
use serde::{Deserialize, Serialize};

/// Something that happened to a rulebook's versions. A proposal goes by its number in the rulebook, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum RulebookFact {
    /// A version was proposed.
    Proposed {
        /// Its number.
        proposal: u32,
        /// What is proposed.
        version: Box<Proposed>,
    },
    /// Whoever proposed it took it back.
    Withdrawn {
        /// Which.
        proposal: u32,
    },
    /// A second person approved it.
    Approved {
        /// Which.
        proposal: u32,
    },
    /// A second person did not.
    Declined {
        /// Which.
        proposal: u32,
        /// Why.
        reasons: Reason,
    },
    /// It was published.
    Published {
        /// Which.
        proposal: u32,
        /// The first day on which it binds.
        from: Date,
    },
}

/// Something that happened to the calendar of one authority. An entry goes by its number in it, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum CalendarFact {
    /// It entered days of its own.
    DaysEntered {
        /// The entry's number.
        number: u32,
        /// The days.
        days: GivenDays,
    },
    /// It took an entry back.
    DaysTakenBack {
        /// Which.
        number: u32,
        /// Why.
        reason: Title,
    },
}
