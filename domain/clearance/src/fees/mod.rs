//! What a case costs: what is due to which authority, what became of it, and what is open. Nothing that was recorded is changed: what
//! was wrong is reversed by a fact of its own. Placet moves no money; it keeps the account of it.

mod balance;
mod fact;
mod refusal;

use act::{AuthorityId, Context, Date, Money, OrganisationId, Reason, Timestamp, Title, told_apart};
pub use balance::{Balance, Sums};
pub use fact::{Entered, FeeFact, PlannedFee, SetAmount};
pub use refusal::FeeRefusal;
use serde::{Deserialize, Serialize};

/// The most fees of one case.
pub const MOST_FEES: usize = 50;
/// The most entries of one fee, as long as more of them can follow.
pub const MOST_ENTRIES: usize = 100;
/// How many more there can be of what leaves nothing to do: all that is open is waived, or all that lies there is given back.
pub const MOST_LAST_ENTRIES: usize = 20;
/// How many days before a fee was asked for the first can be on which it was paid: what was paid at a counter is recorded later.
pub const PAID_BEFORE_DAYS: i64 = 366;

/// What became of money, as an entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeeStep {
    /// An organiser says that it was paid; it counts once it is confirmed.
    Said,
    /// It was paid.
    Paid,
    /// It need not be paid.
    Waived,
    /// It was given back.
    Refunded,
}

impl FeeStep {
    /// Those that the authority and whoever leads record.
    pub const RECORDED: [FeeStep; 3] = [FeeStep::Paid, FeeStep::Waived, FeeStep::Refunded];

    /// The stable name, as used by forms and in Fluent ids (`fee-paid`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            FeeStep::Said => "said",
            FeeStep::Paid => "paid",
            FeeStep::Waived => "waived",
            FeeStep::Refunded => "refunded",
        }
    }
}

/// What a fee rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "by")]
pub enum FeeBasis {
    /// A rule of the rulebook.
    Rule {
        /// Its id there.
        id: String,
        /// Law, regulation, practice or assumption.
        kind: String,
        /// What it rests on.
        citation: String,
    },
    /// What whoever set it says.
    Set {
        /// What that is.
        basis: Title,
        /// How it is paid.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        how: Option<Reason>,
    },
}

/// A fee of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    /// Counted from 1 in the case.
    pub number: u32,
    /// Whose it is.
    pub authority: AuthorityId,
    /// The organisation that is this authority.
    pub organisation: OrganisationId,
    /// What it is for; of one from the rulebook in English.
    pub label: Title,
    /// How much.
    pub amount: Money,
    /// What it was before an amendment, each until when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<(Money, Timestamp)>,
    /// What it rests on.
    pub basis: FeeBasis,
    /// By which day it is to be paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Whether no permit is issued before it is paid or waived.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before_permit: bool,
    /// Since when it is due, and by whose act.
    pub by: Context,
    /// Since when no rule asks for it any more, where none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped: Option<Timestamp>,
    /// That it was set wrongly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reversed: Option<EntryEnd>,
    /// What became of it, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<FeeEntry>,
}

/// One thing that became of a fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeEntry {
    /// Counted from 1 in its fee.
    pub number: u32,
    /// What it says.
    pub entered: Entered,
    /// Who recorded it, and when.
    pub by: Context,
    /// How it ended, where it does not stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<EntryEnd>,
}

/// How an entry ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryEnding {
    /// What an organiser said was confirmed: another entry records it.
    Confirmed,
    /// What an organiser said was not found.
    NotFound,
    /// It was wrong.
    Reversed,
}

impl EntryEnding {
    /// The stable name, as used in Fluent ids (`fee-entry-reversed`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            EntryEnding::Confirmed => "confirmed",
            EntryEnding::NotFound => "not-found",
            EntryEnding::Reversed => "reversed",
        }
    }
}

/// How an entry, or a fee, ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryEnd {
    /// How.
    pub how: EntryEnding,
    /// Why, if that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<Reason>,
    /// By whom, and when.
    pub by: Context,
}

/// Where a fee stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeStanding {
    /// Something is to be paid.
    Open,
    /// An organiser says that it was paid, and that waits to be confirmed.
    Said,
    /// Nothing is to be paid.
    Settled,
    /// More was paid than is due: it is to be given back.
    Over,
    /// It is due no more, and no money lies there.
    Dropped,
}

impl FeeStanding {
    /// The stable name, as used in Fluent ids (`fee-standing-open`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            FeeStanding::Open => "open",
            FeeStanding::Said => "said",
            FeeStanding::Settled => "settled",
            FeeStanding::Over => "over",
            FeeStanding::Dropped => "dropped",
        }
    }
}

impl Fee {
    /// Whether it is asked for: a rule asks for it still, or nobody said that it was set wrongly.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.dropped.is_none() && self.reversed.is_none()
    }

    /// An entry by its number.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<&FeeEntry> {
        self.entries.iter().find(|one| one.number == number)
    }

    /// What an organiser says to have paid, as long as nobody confirmed it or did not find it.
    #[must_use]
    pub fn said(&self) -> Option<&FeeEntry> {
        let mut standing = self.entries.iter().filter(|one| one.ended.is_none());
        standing.find(|one| one.entered.step == FeeStep::Said)
    }

    /// Whether it takes one more entry after which others can follow.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.entries.len() < MOST_ENTRIES
    }

    /// Whether it takes one more that leaves nothing to do.
    pub(crate) fn has_room_for_the_last(&self) -> bool {
        self.entries.len() < MOST_ENTRIES + MOST_LAST_ENTRIES
    }

    /// Whether a receipt stands on it for the same already: paid once, or given back once.
    pub(crate) fn has_receipt(&self, step: FeeStep, receipt: &Title) -> bool {
        let mut standing = self.entries.iter().filter(|one| one.ended.is_none());
        standing.any(|one| {
            let known = one.entered.receipt.as_ref();
            one.entered.step == step
                && known.is_some_and(|known| told_apart(known.as_str()) == told_apart(receipt.as_str()))
        })
    }

    /// What it comes to.
    #[must_use]
    pub fn balance(&self) -> Balance {
        Balance::of(self)
    }

    /// Where it stands.
    #[must_use]
    pub fn standing(&self) -> FeeStanding {
        let balance = self.balance();
        if self.said().is_some() {
            FeeStanding::Said
        } else if balance.open() > 0 {
            FeeStanding::Open
        } else if balance.over() > 0 {
            FeeStanding::Over
        } else if self.is_asked() {
            FeeStanding::Settled
        } else {
            FeeStanding::Dropped
        }
    }

    /// An amount of its currency.
    #[must_use]
    pub fn money(&self, minor: u64) -> Money {
        let currency = self.amount.currency;
        Money { minor, currency }
    }
}
