//! What a condition of a rulebook says besides its words: by which day it is shown, and what it binds.

use crate::PeriodUnit;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// By which day it is shown that a condition is kept: so many days before the event, or after it, as the condition's phase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownBy {
    /// Days, 0 to 366. None lie between where it is the day itself.
    pub days: u32,
    /// Which days count.
    pub unit: PeriodUnit,
}

/// What a condition binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// What is bound, and from which side.
    pub measure: Measure,
    /// To what; none where whoever sets the condition says so.
    pub value: Option<BoundValue>,
    /// Whether whoever sets it may bind it to another value.
    pub editable: bool,
}

/// A value of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundValue {
    /// A time of day.
    Time(Time),
    /// A figure, in the measure's unit.
    Number(u32),
    /// A place, in words.
    Place(String),
}

/// What a condition can bind so that it can be compared with what others demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The event begins no earlier.
    BeginsFrom,
    /// It begins no later.
    BeginsBy,
    /// It is over by then.
    EndsBy,
    /// The sound where it is measured.
    SoundAtMost,
    /// People at any one time.
    PeopleAtMost,
    /// Stewards on the spot, at least.
    StewardsAtLeast,
    /// Stewards on the spot, at most.
    StewardsAtMost,
    /// The distance between what is lit or shown and whoever watches.
    MetresAtLeast,
    /// It takes place there and nowhere else.
    Place,
}

impl Measure {
    /// All of them.
    pub const ALL: [Measure; 9] = [
        Measure::BeginsFrom,
        Measure::BeginsBy,
        Measure::EndsBy,
        Measure::SoundAtMost,
        Measure::PeopleAtMost,
        Measure::StewardsAtLeast,
        Measure::StewardsAtMost,
        Measure::MetresAtLeast,
        Measure::Place,
    ];

    /// Its name in `rulebook.toml`, which forms and texts have as well.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Measure::BeginsFrom => "begins-from",
            Measure::BeginsBy => "begins-by",
            Measure::EndsBy => "ends-by",
            Measure::SoundAtMost => "sound-at-most",
            Measure::PeopleAtMost => "people-at-most",
            Measure::StewardsAtLeast => "stewards-at-least",
            Measure::StewardsAtMost => "stewards-at-most",
            Measure::MetresAtLeast => "metres-at-least",
            Measure::Place => "place",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The unit in which its figure counts; none of a time and of a place.
    #[must_use]
    pub fn unit(self) -> Option<&'static str> {
        match self {
            Measure::SoundAtMost => Some("dB(A)"),
            Measure::PeopleAtMost | Measure::StewardsAtLeast | Measure::StewardsAtMost => Some("persons"),
            Measure::MetresAtLeast => Some("m"),
            Measure::BeginsFrom | Measure::BeginsBy | Measure::EndsBy | Measure::Place => None,
        }
    }

    /// Whether it binds a time of day.
    #[must_use]
    pub fn is_time(self) -> bool {
        matches!(self, Measure::BeginsFrom | Measure::BeginsBy | Measure::EndsBy)
    }
}
