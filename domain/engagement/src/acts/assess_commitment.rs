//! A commitment is judged: kept, in part, or broken; or it is said that nobody knows.

use super::{Allowed, DESK, kept, role};
use crate::{Assessment, Cites, Citing, Commitment, CommitmentFact, EngagementRefusal, Excerpt};
use act::{Context, Reason};

/// Judge a commitment: by the desk that keeps it, or that of the side it was made to. It is a judgement of our own, and may rest on words
/// of a source; a later one takes the place of an earlier one, which the record keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessCommitment {
    /// How.
    pub assessment: Assessment,
    /// Why.
    pub note: Reason,
    /// On which words of a source it rests, where it rests on some.
    pub excerpt: Option<Excerpt>,
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

impl Citing for AssessCommitment {
    type State = Commitment;

    fn cites(&self) -> Option<Cites<'_>> {
        self.excerpt.as_ref().map(Cites::Excerpt)
    }

    fn may_cite_nothing(&self, _: &Commitment, _: &Context) -> bool {
        true
    }

    fn record(
        self,
        commitment: &Commitment,
        context: &Context,
        (): (),
    ) -> Result<Vec<CommitmentFact>, EngagementRefusal> {
        Self::check(commitment, context)?;
        let AssessCommitment {
            assessment,
            note,
            excerpt,
        } = self;
        // A form is sent twice by mistake.
        let same = |one: &crate::Assessed| {
            (one.assessment, &one.note, &one.excerpt) == (assessment, &note, &excerpt)
                && one.by.actor == context.actor
        };
        if commitment.judged().is_some_and(same) {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        Ok(vec![CommitmentFact::Assessed {
            assessment,
            note,
            excerpt,
        }])
    }
}
