//! A line that the desk wrote for the brief is taken back.

use super::{AddMilestone, Allowed};
use crate::{EngagementRefusal, Relationship, RelationshipFact};
use act::{Act, Context, Reason};

/// Take a line of the desk's own back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeBackOurLine {
    /// Its number, from 1.
    pub line: u32,
    /// Why.
    pub reason: Reason,
}

impl TakeBackOurLine {
    /// Whether the actor may take this line back.
    ///
    /// # Errors
    /// The refusal that taking it back would meet.
    pub fn check(line: u32, relationship: &Relationship, context: &Context) -> Allowed {
        AddMilestone::check(relationship, context)?;
        let line = relationship.line(line).ok_or(EngagementRefusal::NotRecorded)?;
        match line.taken_back {
            None => Ok(()),
            Some(_) => Err(EngagementRefusal::LineTakenBack),
        }
    }
}

impl Act for TakeBackOurLine {
    type State = Relationship;
    type Refusal = EngagementRefusal;

    fn decide(
        self,
        relationship: &Relationship,
        context: &Context,
    ) -> Result<Vec<RelationshipFact>, EngagementRefusal> {
        Self::check(self.line, relationship, context)?;
        Ok(vec![RelationshipFact::LineTakenBack {
            line: self.line,
            reason: self.reason,
        }])
    }
}
