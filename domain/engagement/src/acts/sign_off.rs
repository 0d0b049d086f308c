//! The brief is signed off as it was read.

use super::{AddMilestone, Allowed};
use crate::{EngagementRefusal, Relationship, RelationshipFact, SignedOff};
use act::{Act, Context};

/// Sign a brief off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// The brief, as it is now.
    pub brief: SignedOff,
    /// SHA-256 of the text that the actor was shown.
    pub seen: String,
}

impl SignOff {
    /// Whether the actor may sign this relationship's brief off.
    ///
    /// # Errors
    /// The refusal that signing off would meet.
    pub fn check(relationship: &Relationship, context: &Context) -> Allowed {
        AddMilestone::check(relationship, context)
    }
}

impl Act for SignOff {
    type State = Relationship;
    type Refusal = EngagementRefusal;

    fn decide(
        self,
        relationship: &Relationship,
        context: &Context,
    ) -> Result<Vec<RelationshipFact>, EngagementRefusal> {
        Self::check(relationship, context)?;
        if self.seen != self.brief.sha256 {
            return Err(EngagementRefusal::BriefChanged);
        }
        if relationship
            .signed
            .last()
            .is_some_and(|(last, _)| last.is_same(&self.brief))
        {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        Ok(vec![RelationshipFact::SignedOff(self.brief)])
    }
}
