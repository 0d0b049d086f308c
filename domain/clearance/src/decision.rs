//! What an authority decided or advised, with its conditions; or what its silence counts as.

use crate::{Condition, Letter, Sealed};
use act::{Context, Date, Reason};
use serde::{Deserialize, Serialize};

/// What an authority decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "decision")]
pub enum Decision {
    /// It agrees.
    Granted,
    /// It agrees if these are met.
    GrantedWithConditions {
        /// At least one.
        conditions: Vec<Condition>,
    },
    /// It does not agree.
    Refused,
    /// It was silent, which the rulebook takes for agreement.
    DeemedGranted,
    /// It was silent, which the rulebook takes for a refusal.
    DeemedRefused,
    /// A consultee has nothing against it.
    NoObjection,
    /// A consultee advises; the reasons say what.
    Advised,
    /// A consultee advises against it; the reasons say why.
    Objected,
}

impl Decision {
    /// The stable name, as used by forms and in Fluent ids (`decision-granted`).
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Decision::Granted => "granted",
            Decision::GrantedWithConditions { .. } => "granted-with-conditions",
            Decision::Refused => "refused",
            Decision::DeemedGranted => "deemed-granted",
            Decision::DeemedRefused => "deemed-refused",
            Decision::NoObjection => "no-objection",
            Decision::Advised => "advised",
            Decision::Objected => "objected",
        }
    }

    /// An agreement under these conditions, or under none.
    pub(crate) fn granted(conditions: Vec<Condition>) -> Decision {
        if conditions.is_empty() {
            Decision::Granted
        } else {
            Decision::GrantedWithConditions { conditions }
        }
    }

    /// Whether nobody decided, and silence counts.
    #[must_use]
    pub fn is_silence(&self) -> bool {
        matches!(self, Decision::DeemedGranted | Decision::DeemedRefused)
    }

    /// Whether it is a consultee's advice, which neither agrees nor blocks.
    #[must_use]
    pub fn is_advice(&self) -> bool {
        matches!(
            self,
            Decision::NoObjection | Decision::Advised | Decision::Objected
        )
    }
}

/// A decision with its reasons, its author and its instant; where silence counts, when it was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// What was decided.
    pub decision: Decision,
    /// Why; a refusal always has reasons.
    pub reasons: Option<Reason>,
    /// The seal over why, where that is sealed: the reasons are then the legal ground of sealing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Sealed>,
    /// Who decided, and when.
    pub by: Context,
    /// The last day of the period, where nobody decided and silence counts: it counts from the end of that day on, whenever it
    /// was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Date>,
    /// The letter in which it came, if it came on paper; then `by` recorded it, and decided nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Letter>,
    /// Which of the versions that were handed in it is about, from 0.
    #[serde(default)]
    pub version: usize,
    /// The conditions that it set before, the first first, where it changed them since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revised: Vec<Revised>,
    /// How many pieces of what was handed in were kept back from its authority then.
    #[serde(default, skip_serializing_if = "is_none_of_them")]
    pub unread: usize,
}

// Serde hands a reference over.
#[expect(clippy::trivially_copy_pass_by_ref)]
fn is_none_of_them(count: &usize) -> bool {
    *count == 0
}

/// What a letter had said that its authority disowned. It counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disowned {
    /// What was recorded as its decision.
    pub decided: Decided,
    /// Why it does not count.
    pub reasons: Reason,
    /// Who disowned it, and when.
    pub by: Context,
}

/// How a reviewer would have the own authority decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Counted from 1 since the case was put to the authority.
    pub number: u32,
    /// Whether the authority has decided since, or changed its conditions: for the next change somebody recommends anew.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub taken: bool,
    /// What it should decide.
    pub decision: Decision,
    /// Why, as the decision would say it.
    pub reasons: Option<Reason>,
    /// The seal over why, where that is sealed: the reasons are then the legal ground of sealing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Sealed>,
    /// Who recommended it, and when.
    pub by: Context,
}

/// Conditions that an authority set and then changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revised {
    /// What it had demanded.
    pub before: Vec<Condition>,
    /// Why it changed them.
    pub reasons: Reason,
    /// The seal over why, where that is sealed: the reasons are then the legal ground of sealing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Sealed>,
    /// Who changed them, and when.
    pub by: Context,
}

/// What follows when an authority lets its period pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Silence {
    /// Nothing: the decision is still owed.
    Nothing,
    /// It counts as granted.
    DeemedGranted,
    /// It counts as refused.
    DeemedRefused,
}

impl Silence {
    /// The stable name, as used in Fluent ids (`silence-deemed-granted`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Silence::Nothing => "nothing",
            Silence::DeemedGranted => "deemed-granted",
            Silence::DeemedRefused => "deemed-refused",
        }
    }

    /// What it counts as, if anything.
    pub(crate) fn decision(self) -> Option<Decision> {
        match self {
            Silence::Nothing => None,
            Silence::DeemedGranted => Some(Decision::DeemedGranted),
            Silence::DeemedRefused => Some(Decision::DeemedRefused),
        }
    }
}
