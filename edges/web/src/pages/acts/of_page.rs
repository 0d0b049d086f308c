//! What of a case an act is on, the page that its form stands on, and what that form is made of.

use super::items::Items;
use super::library::Library;
use super::wanted::Wantable;
use crate::fees::FeeChoices;
use crate::form::Typed;
use crate::insurance::InsuranceChoices;
use crate::pages::entry::Entering;
use crate::parts::Choice;
use act::{AuthorityId, OrganisationId};
use clearance::Referral;
use clearance::acts::On;
use desk::clearance::SealedWords;
use jiff::civil::Date;

/// What of a case an act is on.
pub(super) trait Place: Sized + Send {
    /// What an address of that sort has in braces.
    const IN_ADDRESS: &'static [&'static str];

    /// The same, if it is of that sort.
    fn of(on: On) -> Option<Self>;
}

impl Place for () {
    const IN_ADDRESS: &'static [&'static str] = &["{id}"];

    fn of(on: On) -> Option<()> {
        matches!(on, On::Case).then_some(())
    }
}

impl Place for AuthorityId {
    const IN_ADDRESS: &'static [&'static str] = &["{id}", "{authority}"];

    fn of(on: On) -> Option<AuthorityId> {
        match on {
            On::Referral(authority) => Some(authority),
            _ => None,
        }
    }
}

impl Place for (AuthorityId, u32) {
    const IN_ADDRESS: &'static [&'static str] = &["{id}", "{authority}", "{number}"];

    fn of(on: On) -> Option<(AuthorityId, u32)> {
        match on {
            On::Asked(authority, number) => Some((authority, number)),
            _ => None,
        }
    }
}

/// A condition of the permit, by who set it and its number there.
pub(super) struct OfPermit(pub AuthorityId, pub u32);

impl Place for OfPermit {
    const IN_ADDRESS: &'static [&'static str] = &["{id}", "{authority}", "{condition}"];

    fn of(on: On) -> Option<OfPermit> {
        match on {
            On::Condition(authority, number) => Some(OfPermit(authority, number)),
            _ => None,
        }
    }
}

/// What the forms of a case as a whole are made of.
pub(in crate::pages) struct AboutCase {
    /// Whom the lead can ask beside those that are asked.
    pub askable: Vec<Choice>,
    /// What an organiser can have appealed against.
    pub appealable: Vec<Choice>,
    /// The appeals of which it is not noted how they ended.
    pub open_appeals: Vec<Choice>,
    /// The sealed reasons that whoever looks can open.
    pub unsealable: Vec<Choice>,
    /// The pieces of which whoever looks can say who reads them.
    pub pieces: Vec<Choice>,
    /// The authorities that can be named as their readers.
    pub readers: Vec<Choice>,
    /// What the forms about fees choose among.
    pub fees: FeeChoices,
    /// What the forms about certificates of insurance choose among.
    pub insurance: InsuranceChoices,
}

/// Nothing of all this: on a page of another sort.
pub(super) static NOT_OF_CASE: AboutCase = AboutCase {
    askable: vec![],
    appealable: vec![],
    open_appeals: vec![],
    unsealable: vec![],
    pieces: vec![],
    readers: vec![],
    fees: FeeChoices::NONE,
    insurance: InsuranceChoices::NONE,
};

/// No question can be asked or answered: on a page of another sort.
pub(super) static NO_ASKS: Asks = Asks {
    wanted: Wantable::NOTHING,
    items: Items::NOTHING,
};

/// What the forms of a condition are made of.
pub(in crate::pages) struct AboutCondition {
    /// Which of its authority's.
    pub number: u32,
    /// The proof that waits for an answer.
    pub proof: Option<u32>,
    /// Which of what was said of its deposit is the last that counts.
    pub deposit: Option<u32>,
    /// The documents of the case.
    pub documents: Vec<Choice>,
    /// Who holds the event.
    pub organisers: Vec<Choice>,
    /// Which of them sees to it.
    pub owner: Option<OrganisationId>,
}

/// What the forms of questions are made of.
pub(in crate::pages) struct Asks {
    /// What can be asked about item by item.
    pub wanted: Wantable,
    /// What is awaited of the open question.
    pub items: Items,
}

impl Asks {
    /// What was typed into such a form, where no case is looked up for it.
    pub(super) fn typed(typed: &Typed) -> Asks {
        Asks {
            wanted: Wantable::typed(typed),
            items: Items::typed(typed),
        }
    }
}

/// What the forms of a referral are made of.
pub(in crate::pages) struct AboutReferral {
    /// What of the rulebook's conditions its authority can set.
    pub library: Library,
    /// What its questions are made of.
    pub asks: Asks,
    /// The day that it is, where the event is.
    pub today: Date,
}

/// On the page of what forms stand, with what they are made of.
#[derive(Clone, Copy)]
pub(in crate::pages) enum OfPage<'a> {
    /// Of the case.
    Case(&'a AboutCase),
    /// Of a referral.
    Referral(&'a Referral, &'a AboutReferral),
    /// Of a condition of the permit, with the referral of whoever set it.
    Condition(&'a Referral, &'a AboutCondition),
}

/// The page that the form of an act stands on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Case,
    Referral,
    Condition,
}

impl<'a> OfPage<'a> {
    pub(super) fn sort(self) -> Sort {
        match self {
            OfPage::Case(_) => Sort::Case,
            OfPage::Referral(..) => Sort::Referral,
            OfPage::Condition(..) => Sort::Condition,
        }
    }

    /// Whether an act on this stands here.
    pub(super) fn has(self, on: &On) -> bool {
        match (self, on) {
            (OfPage::Case(_), On::Case) => true,
            (OfPage::Referral(referral, _), On::Referral(authority) | On::Asked(authority, _)) => {
                referral.authority == *authority
            }
            (OfPage::Condition(referral, about), On::Condition(authority, number)) => {
                referral.authority == *authority && about.number == *number
            }
            _ => false,
        }
    }

    pub(super) fn asking(self, entering: Entering<'a>) -> Asking<'a> {
        let (referral, condition, case) = match self {
            OfPage::Case(about) => (None, None, about),
            OfPage::Referral(referral, _) => (Some(referral), None, &NOT_OF_CASE),
            OfPage::Condition(referral, about) => (Some(referral), Some(about), &NOT_OF_CASE),
        };
        Asking {
            entering,
            referral,
            condition,
            advises: referral.is_some_and(Referral::advises),
            case,
            sealed: None,
            library: match self {
                OfPage::Referral(_, about) => Some(&about.library),
                OfPage::Case(_) | OfPage::Condition(..) => None,
            },
            asks: match self {
                OfPage::Referral(_, about) => &about.asks,
                OfPage::Case(_) | OfPage::Condition(..) => &NO_ASKS,
            },
            today: match self {
                OfPage::Referral(_, about) => Some(about.today),
                OfPage::Case(_) | OfPage::Condition(..) => None,
            },
        }
    }
}

/// What a form is made of.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub entering: Entering<'a>,
    /// What it is about, where it stands on the page of one.
    pub referral: Option<&'a Referral>,
    /// The same of a condition of the permit.
    pub condition: Option<&'a AboutCondition>,
    /// Whether advice is asked for, and no consent.
    pub advises: bool,
    /// What a form on the page of the case is made of beside.
    pub case: &'a AboutCase,
    /// What of the rulebook's conditions can be set.
    pub library: Option<&'a Library>,
    /// What questions are made of.
    pub asks: &'a Asks,
    /// The words of sealed reasons that whoever fills it in reads.
    pub sealed: Option<&'a SealedWords>,
    /// The day that it is, where it stands on the page of a referral.
    pub today: Option<Date>,
}
