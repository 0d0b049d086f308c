//! What an authority demands of an event that it agrees to: in words, when it is to be kept, and what it binds where that can be
//! compared with what others demand.

use crate::Event;
use act::{Date, ONE_LINE, Text, Title, told_apart};
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// A demand that the organiser must meet, in the authority's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// What is demanded.
    pub text: Text<ONE_LINE>,
    /// What is known of it besides its words.
    #[serde(default, skip_serializing_if = "ConditionTerms::are_plain")]
    pub terms: ConditionTerms,
}

/// What is known of a condition besides its words. Of one that was set before these were said, nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionTerms {
    /// When it is to be kept.
    #[serde(default, skip_serializing_if = "Phase::is_during")]
    pub phase: Phase,
    /// By which day the organiser shows that it is kept, where that is demanded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_by: Option<Date>,
    /// The figure, time or place that it binds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
}

/// When a condition is to be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Before the event.
    Before,
    /// While it lasts.
    #[default]
    During,
    /// After it.
    After,
}

/// A figure, a time or a place that a condition binds. Times are by the clocks of the event's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "measure", content = "value")]
pub enum Limit {
    /// It does not begin before this time of its day.
    BeginsFrom(Time),
    /// It begins by this time of its day.
    BeginsBy(Time),
    /// It is over by this time; one before the hour at which it was to begin is the next morning's.
    EndsBy(Time),
    /// The sound where it is measured, in dB(A).
    SoundAtMost(u32),
    /// People at any one time.
    PeopleAtMost(u32),
    /// Stewards on the spot.
    StewardsAtLeast(u32),
    /// Stewards on the spot, where there is no room for more.
    StewardsAtMost(u32),
    /// Metres between what is lit or shown and whoever watches.
    MetresAtLeast(u32),
    /// It takes place here and nowhere else.
    Place(Title),
}

impl Condition {
    /// A condition of which nothing is known but its words.
    #[must_use]
    pub fn plain(text: Text<ONE_LINE>) -> Condition {
        Condition {
            text,
            terms: ConditionTerms::default(),
        }
    }
}

impl ConditionTerms {
    fn are_plain(&self) -> bool {
        *self == ConditionTerms::default()
    }
}

impl Phase {
    /// Every phase, as they follow each other.
    pub const ALL: [Phase; 3] = [Phase::Before, Phase::During, Phase::After];

    /// The stable name, as used in Fluent ids (`phase-before`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Phase::Before => "before",
            Phase::During => "during",
            Phase::After => "after",
        }
    }

    // Serde hands a reference.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    fn is_during(&self) -> bool {
        *self == Phase::During
    }
}

impl Limit {
    /// The stable name of what is bound and how, as used by forms and in Fluent ids (`limit-ends-by`).
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Limit::BeginsFrom(_) => "begins-from",
            Limit::BeginsBy(_) => "begins-by",
            Limit::EndsBy(_) => "ends-by",
            Limit::SoundAtMost(_) => "sound-at-most",
            Limit::PeopleAtMost(_) => "people-at-most",
            Limit::StewardsAtLeast(_) => "stewards-at-least",
            Limit::StewardsAtMost(_) => "stewards-at-most",
            Limit::MetresAtLeast(_) => "metres-at-least",
            Limit::Place(_) => "place",
        }
    }

    /// Whether no event can keep both, whatever else is agreed.
    #[must_use]
    pub fn contradicts(&self, other: &Limit, event: &Event) -> bool {
        excludes(self, other, event) || excludes(other, self, event)
    }
}

/// Whether the first, a lower bound or a place, leaves nothing of what the second allows.
fn excludes(least: &Limit, most: &Limit, event: &Event) -> bool {
    match (least, most) {
        (Limit::BeginsFrom(from), Limit::BeginsBy(by)) => from > by,
        (Limit::BeginsFrom(from), Limit::EndsBy(by)) => {
            let is_next_morning = *by < event.from;
            !is_next_morning && from >= by
        }
        (Limit::StewardsAtLeast(least), Limit::StewardsAtMost(most)) => least > most,
        (Limit::Place(one), Limit::Place(other)) => told_apart(one.as_str()) != told_apart(other.as_str()),
        _ => false,
    }
}
