//! What can have happened to a certificate of insurance. The bytes of these are golden: a field is added, never changed.

use super::{Certificate, InsuredFor, Uncovered};
use act::{AuthorityId, Date, Reason};
use serde::{Deserialize, Serialize};

/// Something that happened to a certificate of insurance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum InsuranceFact {
    /// An organiser handed it in.
    HandedIn {
        /// The authority that demands it.
        authority: AuthorityId,
        /// Counted from 1 in the case.
        insurance: u32,
        /// For what of that authority's.
        wanted: InsuredFor,
        /// What it says.
        certificate: Certificate,
        /// The proof that it is of a condition which is not discharged.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proof: Option<u32>,
    },
    /// The authority accepted it, or sent it back.
    Answered {
        /// The authority.
        authority: AuthorityId,
        /// Which.
        insurance: u32,
        /// Whether it accepted it.
        accepted: bool,
        /// Why; always something where it was sent back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<Reason>,
    },
    /// It was handed in wrongly, or the answer to it was wrong.
    Reversed {
        /// The authority that demands it.
        authority: AuthorityId,
        /// Which.
        insurance: u32,
        /// Whether it is the answer that was wrong.
        answer: bool,
        /// What was wrong.
        reasons: Reason,
    },
    /// It does not cover the event, as that stands now.
    FoundShort {
        /// The authority that demands it.
        authority: AuthorityId,
        /// Which.
        insurance: u32,
        /// What of the event it does not cover.
        uncovered: Uncovered,
        /// The event's day.
        event: Date,
    },
    /// It ends soon.
    EndsSoon {
        /// The authority that demands it.
        authority: AuthorityId,
        /// Which.
        insurance: u32,
        /// The last day that it covers.
        until: Date,
    },
}

impl InsuranceFact {
    /// The authority that demands what it is about.
    #[must_use]
    pub fn authority(&self) -> &AuthorityId {
        match self {
            InsuranceFact::HandedIn { authority, .. }
            | InsuranceFact::Answered { authority, .. }
            | InsuranceFact::Reversed { authority, .. }
            | InsuranceFact::FoundShort { authority, .. }
            | InsuranceFact::EndsSoon { authority, .. } => authority,
        }
    }

    /// The number of the certificate.
    #[must_use]
    pub fn insurance(&self) -> u32 {
        match self {
            InsuranceFact::HandedIn { insurance, .. }
            | InsuranceFact::Answered { insurance, .. }
            | InsuranceFact::Reversed { insurance, .. }
            | InsuranceFact::FoundShort { insurance, .. }
            | InsuranceFact::EndsSoon { insurance, .. } => *insurance,
        }
    }
}
