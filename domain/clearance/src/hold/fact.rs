//! What can have happened to a day that is held. The bytes of these are golden: a field is added, never changed.

use crate::{Lead, Organiser};
use act::{ApplicationId, Date, Reason, Timestamp, Title};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// What a day is held for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldEvent {
    /// What kind of event it is to be, in words.
    pub kind: Title,
    /// Where, in words.
    pub place: Title,
    /// The day.
    pub date: Date,
    /// When it is to begin.
    pub from: Time,
    /// When it is to end; not later than `from` means the next morning.
    pub until: Time,
    /// IANA time zone of the place.
    pub zone: String,
}

impl HeldEvent {
    /// The day that it is at its place.
    #[must_use]
    pub fn today(&self, at: Timestamp) -> Date {
        let zone = calendar::zone(&self.zone).unwrap_or(TimeZone::UTC);
        at.to_zoned_datetime(zone).date()
    }
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldAsked {
    /// Who asks.
    pub organiser: Organiser,
    /// The authority that leads by the rules, and answers.
    pub lead: Lead,
    /// The rulebook by which the event would be applied for.
    pub rulebook: String,
    /// The day, and what for.
    pub event: HeldEvent,
    /// What its organiser says to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Reason>,
}

/// Something that happened to a day that is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum HoldFact {
    /// An organiser asked for it.
    Asked(Box<HoldAsked>),
    /// The lead accepted.
    Accepted {
        /// The last day on which it is held.
        until: Date,
        /// What it says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Reason>,
    },
    /// The lead declined, or took back that it had accepted.
    Declined {
        /// Why.
        reasons: Reason,
    },
    /// Its organiser does not want it any more.
    Withdrawn {
        /// Why, if it says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<Reason>,
    },
    /// An application was handed in for it.
    Used {
        /// Which.
        application: ApplicationId,
    },
}
