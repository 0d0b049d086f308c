//! A rule maker publishes an approved version: from its day on, it binds whoever hands in.

use super::{Allowed, Readiness, proposal, standing};
use crate::{GovernanceRefusal, RulebookFact, Standing, Versions};
use act::{Act, Context, Date};

/// Publish a proposal.
#[derive(Clone, Debug)]
pub struct Publish {
    /// Which.
    pub proposal: u32,
    /// The first day on which it is to bind.
    pub from: Date,
    /// What says whether it can be published.
    pub readiness: Readiness,
}

impl Publish {
    /// Whether the actor may publish it, on some day, if nothing is found wrong with it.
    ///
    /// # Errors
    /// The refusal that publishing would meet.
    pub fn check(versions: &Versions, context: &Context, number: u32) -> Allowed {
        standing(proposal(versions, context, number)?, &[Standing::Approved])
    }
}

impl Act for Publish {
    type State = Versions;
    type Refusal = GovernanceRefusal;

    fn decide(self, versions: &Versions, context: &Context) -> Result<Vec<RulebookFact>, GovernanceRefusal> {
        let (number, from) = (self.proposal, self.from);
        let approved = proposal(versions, context, number)?;
        standing(approved, &[Standing::Approved])?;
        self.readiness.on(versions, approved, from)?;
        Ok(vec![RulebookFact::Published {
            proposal: number,
            from,
        }])
    }
}
