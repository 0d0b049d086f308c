//! A referral before it is made: what the rulebook's plan says, and the fact keeps.

use crate::{Competence, Ground, PlannedFee, Referral, Terms};
use act::{AuthorityId, OrganisationId, Title};
use calendar::OwnCalendar;
use serde::{Deserialize, Serialize};

/// A referral as planned and, once it is a fact, as made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedReferral {
    /// The authority, by its id in the rulebook.
    pub authority: AuthorityId,
    /// The organisation that is this authority.
    pub organisation: OrganisationId,
    /// Its name on the day of referral.
    pub name: Title,
    /// What its position does to the outcome.
    pub competence: Competence,
    /// Its clock.
    pub terms: Terms,
    /// Why it is asked.
    pub grounds: Vec<Ground>,
    /// Whether two people decide: one recommends, another decides.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub four_eyes: bool,
    /// What the authority had entered of its own days.
    #[serde(default, skip_serializing_if = "OwnCalendar::is_plain")]
    pub own: OwnCalendar,
    /// The fees that its rules name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<PlannedFee>,
}

/// What is put to the authority of a referral if it is put to it anew.
impl From<&Referral> for PlannedReferral {
    fn from(referral: &Referral) -> PlannedReferral {
        PlannedReferral {
            authority: referral.authority.clone(),
            organisation: referral.organisation,
            name: referral.name.clone(),
            competence: referral.competence,
            terms: referral.terms.clone(),
            grounds: referral.grounds.clone(),
            four_eyes: referral.four_eyes,
            own: referral.own.clone(),
            fees: vec![],
        }
    }
}
