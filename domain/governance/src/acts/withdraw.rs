//! Whoever proposed a version takes it back before it is published.

use super::{Allowed, OPEN, proposal, standing};
use crate::{GovernanceRefusal, RulebookFact, Versions};
use act::{Act, Context};

/// Take a proposal back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdraw {
    /// Which.
    pub proposal: u32,
}

impl Withdraw {
    /// Whether the actor may take it back.
    ///
    /// # Errors
    /// The refusal that withdrawing would meet.
    pub fn check(versions: &Versions, context: &Context, number: u32) -> Allowed {
        let proposal = proposal(versions, context, number)?;
        if proposal.by.actor.person != context.actor.person {
            return Err(GovernanceRefusal::NotTheProposer);
        }
        standing(proposal, OPEN)
    }
}

impl Act for Withdraw {
    type State = Versions;
    type Refusal = GovernanceRefusal;

    fn decide(self, versions: &Versions, context: &Context) -> Result<Vec<RulebookFact>, GovernanceRefusal> {
        let proposal = self.proposal;
        Self::check(versions, context, proposal)?;
        Ok(vec![RulebookFact::Withdrawn { proposal }])
    }
}
