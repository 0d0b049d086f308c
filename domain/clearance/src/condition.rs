//! What an authority demands of an event that it agrees to: in words, when it is to be kept, and what it binds where that can be
//! compared with what others demand.

use crate::{Event, RulebookPin, ends_next_day};
use act::{Date, ONE_LINE, Text, Title, told_apart};
use jiff::civil::{Time, time};
use serde::{Deserialize, Serialize};

/// A demand that the organiser must meet, in the authority's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// What is demanded.
    pub text: Text<ONE_LINE>,
    /// What is known of it besides its words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub terms: ConditionTerms,
}

/// What is known of a condition besides its words. Of one that was set before these were said, nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionTerms {
    /// When it is to be kept.
    #[serde(default, skip_serializing_if = "is_default")]
    pub phase: Phase,
    /// By which day the organiser shows that it is kept, where that is demanded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_by: Option<Date>,
    /// The figure, time or place that it binds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// The condition of the rulebook that it was made from; none where it was written for this case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_from: Option<TakenFrom>,
}

/// The condition of a rulebook that one was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenFrom {
    /// Its id in the rulebook.
    pub condition: String,
    /// The version of the rulebook. A permit names it once for all of its conditions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rulebook: Option<RulebookPin>,
    /// Whether its words were changed: it then is the authority's own, after the one that it was made from.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reworded: bool,
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

/// A figure, a time or a place that a condition binds. Times are by the clocks of the event's place, of its day or of the morning
/// after it ([`Limit::is_next_morning`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "measure", content = "value")]
pub enum Limit {
    /// It does not begin before this time.
    BeginsFrom(Time),
    /// It begins by this time.
    BeginsBy(Time),
    /// It is over by this time.
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

/// Until when a time is of the morning after, if it is before the event's beginning.
const MORNING: Time = time(6, 0, 0, 0);
/// From when on an event is one of the evening.
const NOON: Time = time(12, 0, 0, 0);

impl Condition {
    /// Whether it is the same demand as another: of one that binds, the words are only how it was told.
    #[must_use]
    pub fn demands_the_same(&self, other: &Condition) -> bool {
        let (own, others) = (&self.terms, &other.terms);
        let same = own.phase == others.phase && own.shown_by == others.shown_by && own.limit == others.limit;
        same && match (&own.taken_from, &others.taken_from) {
            (None, None) => own.limit.is_some() || self.text == other.text,
            // Whoever takes it reads it in the own language: the words of one condition are written in several.
            (Some(one), Some(other)) if one.is_as_it_stands_in(other) => true,
            _ => self.text == other.text,
        }
    }

    /// The id of the rulebook's condition that it is, in words that are the rulebook's.
    #[must_use]
    pub fn library_id(&self) -> Option<&str> {
        let taken = self.terms.taken_from.as_ref()?;
        (!taken.reworded).then_some(taken.condition.as_str())
    }

    /// A condition of which nothing is known but its words.
    #[must_use]
    pub fn plain(text: Text<ONE_LINE>) -> Condition {
        Condition {
            text,
            terms: ConditionTerms::default(),
        }
    }
}

impl TakenFrom {
    /// Whether both are the same condition of the rulebook, in its words. All conditions of a case are of one version.
    fn is_as_it_stands_in(&self, other: &TakenFrom) -> bool {
        self.condition == other.condition && !self.reworded && !other.reworded
    }
}

/// Whether nothing was said of it: then nothing of it is written.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
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

    /// The time that it binds, if it binds one.
    #[must_use]
    pub fn time(&self) -> Option<Time> {
        match self {
            Limit::BeginsFrom(time) | Limit::BeginsBy(time) | Limit::EndsBy(time) => Some(*time),
            _ => None,
        }
    }

    /// Whether the time that it binds is of the morning after an event's day: one that goes on into the night or begins after noon
    /// has such a morning, until six o'clock or its own end.
    #[must_use]
    pub fn is_next_morning(&self, from: Time, until: Time) -> bool {
        let overnight = ends_next_day(from, until);
        let last = if overnight { until.max(MORNING) } else { MORNING };
        let has_a_morning = overnight || from >= NOON;
        self.time()
            .is_some_and(|time| has_a_morning && time < from && time <= last)
    }

    /// Whether it binds a time or a place otherwise than it was applied for.
    #[must_use]
    pub fn differs(&self, event: &Event) -> bool {
        let at = |time: Time| (self.is_next_morning(event.from, event.until), time);
        match self {
            Limit::BeginsFrom(time) => at(*time) > (false, event.from),
            Limit::BeginsBy(time) => at(*time) < (false, event.from),
            Limit::EndsBy(time) => at(*time) < (event.ends_next_day(), event.until),
            Limit::Place(place) => told_apart(place.as_str()) != told_apart(event.place.as_str()),
            Limit::SoundAtMost(_)
            | Limit::PeopleAtMost(_)
            | Limit::StewardsAtLeast(_)
            | Limit::StewardsAtMost(_)
            | Limit::MetresAtLeast(_) => false,
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
    let at = |limit: &Limit| (limit.is_next_morning(event.from, event.until), limit.time());
    match (least, most) {
        (Limit::BeginsFrom(_), Limit::BeginsBy(_)) => at(least) > at(most),
        (Limit::BeginsFrom(_), Limit::EndsBy(_)) => at(least) >= at(most),
        (Limit::StewardsAtLeast(least), Limit::StewardsAtMost(most)) => least > most,
        (Limit::Place(one), Limit::Place(other)) => told_apart(one.as_str()) != told_apart(other.as_str()),
        _ => false,
    }
}
