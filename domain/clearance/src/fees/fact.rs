//! What can have happened about fees. The bytes of these are golden, as all facts are.

use super::FeeStep;
use act::{AttachmentId, AuthorityId, Date, Money, Reason, Title};
use serde::{Deserialize, Serialize};

/// A fee that a rule names, as planned with the referral of its authority and, once that is a fact, as it is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedFee {
    /// Its id in the rulebook.
    pub id: String,
    /// What it is for, in English.
    pub label: Title,
    /// How much, for the whole event.
    pub amount: Money,
    /// Within how many calendar days after the authority was asked it is to be paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<u32>,
    /// Whether no permit is issued before it is paid or waived.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before_permit: bool,
    /// Law, regulation, practice or assumption.
    pub kind: String,
    /// What it rests on.
    pub citation: String,
}

/// A fee that no rule names, as its authority or whoever leads sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAmount {
    /// What it is for.
    pub label: Title,
    /// How much.
    pub amount: Money,
    /// What it rests on.
    pub basis: Title,
    /// By which day it is to be paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Whether no permit is issued before it is paid or waived.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before_permit: bool,
    /// How it is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<Reason>,
}

/// What an entry of a fee says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// What became of how much.
    pub step: FeeStep,
    /// How much.
    pub amount: Money,
    /// The number of the receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Title>,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<Reason>,
    /// The document of the case that is its scan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<AttachmentId>,
    /// The entry in which an organiser had said so, where this confirms one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirms: Option<u32>,
}

/// Something that happened about a fee. Fees are counted from 1 in the case, entries from 1 in each fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum FeeFact {
    /// A fee was set that no rule names.
    Set {
        /// Whose it is.
        authority: AuthorityId,
        /// Its number.
        fee: u32,
        /// What is due.
        set: SetAmount,
    },
    /// An organiser says that it has paid, or it was recorded what became of money.
    Entered {
        /// Whose fee it is.
        authority: AuthorityId,
        /// Its number.
        fee: u32,
        /// The number of the entry.
        entry: u32,
        /// What it says.
        entered: Entered,
    },
    /// What an organiser said to have paid was not found.
    NotFound {
        /// Whose fee it is.
        authority: AuthorityId,
        /// Its number.
        fee: u32,
        /// Which entry.
        entry: u32,
        /// Why not.
        reasons: Reason,
    },
    /// An entry was wrong, or the fee itself where none is named: it does not count any more.
    Reversed {
        /// Whose fee it is.
        authority: AuthorityId,
        /// Its number.
        fee: u32,
        /// Which entry; none where the fee was set wrongly.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entry: Option<u32>,
        /// Why.
        reasons: Reason,
    },
}

impl FeeFact {
    /// Whose fee it is about.
    #[must_use]
    pub fn authority(&self) -> &AuthorityId {
        match self {
            FeeFact::Set { authority, .. }
            | FeeFact::Entered { authority, .. }
            | FeeFact::NotFound { authority, .. }
            | FeeFact::Reversed { authority, .. } => authority,
        }
    }

    /// The number of that fee.
    #[must_use]
    pub fn fee(&self) -> u32 {
        match self {
            FeeFact::Set { fee, .. }
            | FeeFact::Entered { fee, .. }
            | FeeFact::NotFound { fee, .. }
            | FeeFact::Reversed { fee, .. } => *fee,
        }
    }
}
