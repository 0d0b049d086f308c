//! A commitment is judged: kept, in part, or broken.

use super::{Allowed, DESK, kept, role};
use crate::{Assessment, Commitment, CommitmentFact, EngagementRefusal};
use act::{Act, Context, Reason};

/// Judge a commitment: by the desk that keeps it, or that of the side it was made to. It is a judgement of our own
/// and cites nothing; a later one takes the place of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessCommitment {
    /// How.
    pub assessment: Assessment,
    /// Why.
    pub note: Reason,
}

impl AssessCommitment {
    /// Whether the actor may judge this commitment.
    ///
    /// # Errors
    /// The refusal that judging would meet.
    pub fn check(commitment: &Commitment, context: &Context) -> Allowed {
        role(context, DESK)?;
        super::standing_commitment(commitment)?;
        let organisation = context.actor.organisation;
        kept(commitment.is_kept_by(organisation) || commitment.is_to(organisation))
    }
}

impl Act for AssessCommitment {
    type State = Commitment;
    type Refusal = EngagementRefusal;

    fn decide(
        self,
        commitment: &Commitment,
        context: &Context,
    ) -> Result<Vec<CommitmentFact>, EngagementRefusal> {
        Self::check(commitment, context)?;
        Ok(vec![CommitmentFact::Assessed {
            assessment: self.assessment,
            note: self.note,
        }])
    }
}
