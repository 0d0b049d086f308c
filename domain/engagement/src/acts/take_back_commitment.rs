//! A commitment that was recorded by mistake is taken back.

use super::take_back_line::nothing_rests;
use super::{Allowed, DESK, kept, role};
use crate::{Commitment, CommitmentFact, EngagementRefusal, RestsOn};
use act::{Act, Context, Reason};

/// Take a commitment back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeBackCommitment {
    /// Why.
    pub reason: Reason,
}

impl TakeBackCommitment {
    /// Whether the actor may take this commitment back.
    ///
    /// # Errors
    /// The refusal that taking it back would meet.
    pub fn check(commitment: &Commitment, context: &Context) -> Allowed {
        role(context, DESK)?;
        super::standing_commitment(commitment)?;
        kept(commitment.is_kept_by(context.actor.organisation))?;
        nothing_rests(&[(RestsOn::Judgement, commitment.judged().is_some())])
    }
}

impl Act for TakeBackCommitment {
    type State = Commitment;
    type Refusal = EngagementRefusal;

    fn decide(
        self,
        commitment: &Commitment,
        context: &Context,
    ) -> Result<Vec<CommitmentFact>, EngagementRefusal> {
        Self::check(commitment, context)?;
        Ok(vec![CommitmentFact::TakenBack { reason: self.reason }])
    }
}
