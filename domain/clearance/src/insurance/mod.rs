//! Certificates of insurance: what an organiser hands in for what an authority demands, what that authority says to it, and whether it
//! covers the event. Nothing that was recorded is changed: what was wrong is reversed by a fact of its own.

mod fact;
mod refusal;

use crate::Event;
use act::{AttachmentId, AuthorityId, Context, Date, Money, OrganisationId, Reason, Timestamp, Title};
pub use fact::InsuranceFact;
use jiff::civil::Time;
pub use refusal::InsuranceRefusal;
use serde::{Deserialize, Serialize};

/// The most certificates of one case.
pub const MOST_INSURANCES: usize = 100;
/// How many days before an insurance ends those whom it concerns are told.
pub const ENDS_SOON_DAYS: i64 = 14;

/// What a certificate of insurance says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Who insures.
    pub insurer: Title,
    /// The number of the policy.
    pub policy: Title,
    /// For how much.
    pub cover: Money,
    /// The first day that it covers, where the event is.
    pub from: Date,
    /// The last, to its end.
    pub until: Date,
    /// The document of the case that is the certificate.
    pub document: AttachmentId,
}

/// What of an authority's a certificate is handed in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what")]
pub enum InsuredFor {
    /// A condition of the permit.
    Condition {
        /// Which of the authority's conditions, counted from 1 as the permit has them.
        number: u32,
    },
    /// A document that a question asks for.
    Item {
        /// Which of the authority's questions.
        question: u32,
        /// Which of its items.
        item: u32,
    },
}

/// What of the event a certificate does not cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Uncovered {
    /// It begins after the event does.
    Beginning,
    /// It ends before the event is over.
    End,
}

impl Uncovered {
    /// The stable name, as used in Fluent ids (`insurance-uncovered-end`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Uncovered::Beginning => "beginning",
            Uncovered::End => "end",
        }
    }
}

impl Certificate {
    /// What of an event it does not cover, by the days where that is. A day is covered to its end: an event that is over at midnight ends
    /// with the day before.
    #[must_use]
    pub fn uncovered(&self, event: &Event) -> Option<Uncovered> {
        let ends = self.until.tomorrow().unwrap_or(self.until);
        if self.from > event.date {
            Some(Uncovered::Beginning)
        } else if ends.to_datetime(Time::midnight()) < event.last_day().to_datetime(event.until) {
            Some(Uncovered::End)
        } else {
            None
        }
    }
}

/// A certificate that was handed in, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Insurance {
    /// Counted from 1 in the case.
    pub number: u32,
    /// The authority that demands it.
    pub authority: AuthorityId,
    /// The organisation that is this authority.
    pub organisation: OrganisationId,
    /// For what of that authority's.
    pub wanted: InsuredFor,
    /// The proof that it is of a condition, where that was not discharged yet: what is said to the proof is said to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<u32>,
    /// What it says.
    pub certificate: Certificate,
    /// Who handed it in, and when.
    pub by: Context,
    /// What its authority said to it, the first first, where no proof is answered instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<InsuranceAnswer>,
    /// That it was handed in wrongly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reversed: Option<Reversal>,
    /// When it was told that it ends soon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Timestamp>,
}

/// What an authority said to a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InsuranceAnswer {
    /// Whether it accepted it; else it sent it back.
    pub accepted: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<Reason>,
    /// By whom, and when.
    pub by: Context,
    /// That the answer was wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reversed: Option<Reversal>,
}

/// That something was recorded wrongly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reversal {
    /// What was wrong.
    pub reasons: Reason,
    /// By whom that was said, and when.
    pub by: Context,
}

impl Insurance {
    /// What its authority says to it, as far as that was not reversed.
    #[must_use]
    pub fn answer(&self) -> Option<&InsuranceAnswer> {
        self.answers.last().filter(|one| one.reversed.is_none())
    }

    /// Whether another is handed in for the same.
    #[must_use]
    pub fn is_for(&self, authority: &AuthorityId, wanted: InsuredFor) -> bool {
        self.authority == *authority && self.wanted == wanted
    }
}

/// Where a certificate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InsuranceStanding {
    /// Its authority has not answered.
    Waits,
    /// Its authority accepted it.
    Accepted,
    /// Its authority sent it back.
    SentBack,
    /// It was handed in wrongly.
    Reversed,
    /// Nobody demands it any more.
    NotAsked,
}

impl InsuranceStanding {
    /// The stable name, as used in Fluent ids (`insurance-standing-waits`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            InsuranceStanding::Waits => "waits",
            InsuranceStanding::Accepted => "accepted",
            InsuranceStanding::SentBack => "sent-back",
            InsuranceStanding::Reversed => "reversed",
            InsuranceStanding::NotAsked => "not-asked",
        }
    }
}
