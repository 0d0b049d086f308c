//! Standing in for someone: whoever holds a role in an organisation lets another who works there act in it for a time.

use act::{Context, PersonId, Reason, Role, Timestamp};
use serde::{Deserialize, Serialize};

/// The roles in which one can be stood in for: those that one alone acts in, and nobody else instead.
pub const DELEGABLE: &[Role] = &[Role::Decider, Role::Coordinator];
/// Those who may stand in: whoever acts for the organisation in one of these roles, and does not hold the one stood in for. An auditor
/// who decided would read over their own work, and an applicant would answer themselves.
pub const DEPUTIES: &[Role] = &[Role::Officer, Role::Decider, Role::Coordinator];
/// The longest time for which one can be: whoever stands in for longer is given the role.
pub const MOST_DAYS: i64 = 366;

/// That someone stands in for another: from one instant until another, never without an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegation {
    /// Its number in the organisation, from 1.
    pub number: u32,
    /// In which role.
    pub role: Role,
    /// Who holds the role.
    pub of: PersonId,
    /// Who stands in.
    pub to: PersonId,
    /// From when.
    pub from: Timestamp,
    /// Until when; at this instant it is over.
    pub until: Timestamp,
    /// Why, or what orders it.
    pub reason: Reason,
    /// Who set it, and when.
    pub set: Context,
    /// Who ended it before its time, and when.
    pub ended: Option<Context>,
}

/// How it is with a delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It has not begun.
    Ahead,
    /// It is in force.
    Now,
    /// Its time is over.
    Over,
    /// It was ended before.
    Ended,
}

impl Stands {
    /// The stable name, as used in Fluent ids (`deputies-now`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stands::Ahead => "ahead",
            Stands::Now => "now",
            Stands::Over => "over",
            Stands::Ended => "ended",
        }
    }
}

impl Delegation {
    /// How it is with it at an instant.
    #[must_use]
    pub fn stands(&self, at: Timestamp) -> Stands {
        match &self.ended {
            Some(_) => Stands::Ended,
            None if at < self.from => Stands::Ahead,
            None if at < self.until => Stands::Now,
            None => Stands::Over,
        }
    }

    /// Whether some time lies in both.
    pub(crate) fn meets(&self, from: Timestamp, until: Timestamp) -> bool {
        self.ended.is_none() && self.from < until && from < self.until
    }
}
