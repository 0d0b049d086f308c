//! A second rule maker does not approve a version, or no longer, and says why.

use super::{Allowed, OPEN, proposal, second_person, standing};
use crate::{GovernanceRefusal, RulebookFact, Versions};
use act::{Act, Context, Reason};

/// Decline a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decline {
    /// Which.
    pub proposal: u32,
    /// Why.
    pub reasons: Reason,
}

impl Decline {
    /// Whether the actor may decline it.
    ///
    /// # Errors
    /// The refusal that declining would meet.
    pub fn check(versions: &Versions, context: &Context, number: u32) -> Allowed {
        let proposal = proposal(versions, context, number)?;
        standing(proposal, OPEN)?;
        second_person(proposal, context)
    }
}

impl Act for Decline {
    type State = Versions;
    type Refusal = GovernanceRefusal;

    fn decide(self, versions: &Versions, context: &Context) -> Result<Vec<RulebookFact>, GovernanceRefusal> {
        let proposal = self.proposal;
        Self::check(versions, context, proposal)?;
        let reasons = self.reasons;
        Ok(vec![RulebookFact::Declined { proposal, reasons }])
    }
}
