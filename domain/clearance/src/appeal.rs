//! An appeal that an organiser noted: against what, to whom, and how it ended. It changes nothing of the decision by itself.

use act::{AuthorityId, Context, Date, Reason, Title};
use serde::{Deserialize, Serialize};

/// What an appeal is against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what")]
pub enum Appealed {
    /// That an authority refused.
    Refusal {
        /// The authority.
        authority: AuthorityId,
    },
    /// Conditions under which an authority agreed.
    Conditions {
        /// The authority.
        authority: AuthorityId,
    },
    /// That the lead suspended the permit.
    Suspension,
    /// That the lead revoked the permit.
    Revocation,
}

impl Appealed {
    /// The stable name, as used in Fluent ids (`appealed-refusal`).
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Appealed::Refusal { .. } => "refusal",
            Appealed::Conditions { .. } => "conditions",
            Appealed::Suspension => "suspension",
            Appealed::Revocation => "revocation",
        }
    }

    /// The authority that decided; none where the lead did.
    #[must_use]
    pub fn authority(&self) -> Option<&AuthorityId> {
        match self {
            Appealed::Refusal { authority } | Appealed::Conditions { authority } => Some(authority),
            Appealed::Suspension | Appealed::Revocation => None,
        }
    }
}

/// How an appeal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AppealEnd {
    /// Whoever appealed was right.
    Upheld,
    /// Whoever decided was.
    Dismissed,
    /// Whoever appealed took it back.
    Withdrawn,
}

impl AppealEnd {
    /// All of them.
    pub const ALL: [AppealEnd; 3] = [AppealEnd::Upheld, AppealEnd::Dismissed, AppealEnd::Withdrawn];

    /// The stable name, as used in forms and Fluent ids (`appeal-upheld`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            AppealEnd::Upheld => "upheld",
            AppealEnd::Dismissed => "dismissed",
            AppealEnd::Withdrawn => "withdrawn",
        }
    }
}

/// How an appeal ended, as it was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealEnded {
    /// How.
    pub how: AppealEnd,
    /// On which day.
    pub day: Date,
    /// What was decided, in words.
    pub words: Reason,
    /// Who noted it, and when.
    pub by: Context,
}

/// An appeal, as it was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedAppeal {
    /// Counted from 1.
    pub number: u32,
    /// Against what.
    pub against: Appealed,
    /// To which body.
    pub body: Title,
    /// On which day.
    pub lodged: Date,
    /// Its reference, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Title>,
}

/// How an appeal ended, as it is noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedEnd {
    /// Which.
    pub number: u32,
    /// How.
    pub how: AppealEnd,
    /// On which day.
    pub day: Date,
    /// What was decided, in words.
    pub words: Reason,
}

/// An appeal that was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    /// Counted from 1.
    pub number: u32,
    /// Against what.
    pub against: Appealed,
    /// To which body.
    pub body: Title,
    /// On which day.
    pub lodged: Date,
    /// Its reference, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Title>,
    /// Who noted it, and when.
    pub by: Context,
    /// How it ended, once that was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<AppealEnded>,
}
