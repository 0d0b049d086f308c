//! A second rule maker approves a version. It binds nobody before it is published.

use super::{Allowed, second_person};
use crate::{GovernanceRefusal, RulebookFact, Versions};
use act::{Act, Context};

/// Approve a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approve {
    /// Which.
    pub proposal: u32,
}

impl Approve {
    /// Whether the actor may approve it.
    ///
    /// # Errors
    /// The refusal that approving would meet.
    pub fn check(versions: &Versions, context: &Context, proposal: u32) -> Allowed {
        second_person(versions, context, proposal)
    }
}

impl Act for Approve {
    type State = Versions;
    type Refusal = GovernanceRefusal;

    fn decide(self, versions: &Versions, context: &Context) -> Result<Vec<RulebookFact>, GovernanceRefusal> {
        let proposal = self.proposal;
        Self::check(versions, context, proposal)?;
        Ok(vec![RulebookFact::Approved { proposal }])
    }
}
