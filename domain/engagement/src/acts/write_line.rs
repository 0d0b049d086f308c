//! The desk writes a line of its own for the brief: what it holds to, or what is not to be said.

use super::{AddMilestone, Allowed, subject_of};
use crate::{EngagementRefusal, Heading, Meeting, Relationship, RelationshipFact, Written};
use act::{Act, Context, PersonId};
use std::collections::BTreeSet;

/// Write a line for the brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteLine {
    /// On what; none for the relationship as a whole.
    pub about: Option<Heading>,
    /// The meeting of that subject; one that says nothing where there is none.
    pub meeting: Meeting,
    /// What.
    pub written: Written,
    /// Who reads this record and can be named to read what is sealed.
    pub colleagues: BTreeSet<PersonId>,
}

impl WriteLine {
    /// Whether the actor may write for this relationship's brief.
    ///
    /// # Errors
    /// The refusal that writing would meet.
    pub fn check(relationship: &Relationship, context: &Context) -> Allowed {
        AddMilestone::check(relationship, context)
    }
}

impl Act for WriteLine {
    type State = Relationship;
    type Refusal = EngagementRefusal;

    fn decide(
        self,
        relationship: &Relationship,
        context: &Context,
    ) -> Result<Vec<RelationshipFact>, EngagementRefusal> {
        Self::check(relationship, context)?;
        if let Some(about) = &self.about {
            if !relationship.covers(&self.meeting) {
                return Err(EngagementRefusal::NoSuchSubject);
            }
            subject_of(&self.meeting, Some(about.subject))?;
        }
        if let Written::NotToSay { readers, .. } = &self.written
            && !readers.iter().all(|reader| self.colleagues.contains(reader))
        {
            return Err(EngagementRefusal::NotAReader);
        }
        let mut standing = relationship.standing_lines();
        if standing.any(|(_, line)| line.about == self.about && line.written == self.written) {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        Ok(vec![RelationshipFact::LineWritten {
            about: self.about,
            written: self.written,
        }])
    }
}
