//! A second rule maker approves a version that could be published. It binds nobody before it is.

use super::{Allowed, Readiness, proposal, second_person, standing};
use crate::{GovernanceRefusal, Proposal, RulebookFact, Standing, Versions};
use act::{Act, Context};

/// Approve a proposal.
#[derive(Clone, Debug)]
pub struct Approve {
    /// Which.
    pub proposal: u32,
    /// What says whether it could be published then.
    pub readiness: Readiness,
}

impl Approve {
    /// Whether the actor may approve it, if nothing is found wrong with it.
    ///
    /// # Errors
    /// The refusal that approving would meet.
    pub fn check(versions: &Versions, context: &Context, proposal: u32) -> Allowed {
        waiting(versions, context, proposal).map(drop)
    }
}

/// The proposal, where it waits for this actor.
fn waiting<'a>(
    versions: &'a Versions,
    context: &Context,
    number: u32,
) -> Result<&'a Proposal, GovernanceRefusal> {
    let proposed = proposal(versions, context, number)?;
    standing(proposed, &[Standing::Proposed])?;
    second_person(proposed, context)?;
    Ok(proposed)
}

impl Act for Approve {
    type State = Versions;
    type Refusal = GovernanceRefusal;

    fn decide(self, versions: &Versions, context: &Context) -> Result<Vec<RulebookFact>, GovernanceRefusal> {
        let proposal = self.proposal;
        let proposed = waiting(versions, context, proposal)?;
        // Approved, it would stand for ever and bind nobody.
        self.readiness.on_some_day(versions, proposed)?;
        Ok(vec![RulebookFact::Approved { proposal }])
    }
}
