//! A day by which a relationship is remembered is recorded.

use super::{Allowed, DESK, cited, kept, role};
use crate::{
    Cites, Citing, EngagementRefusal, Excerpt, Milestone, Recurrence, Relationship, RelationshipFact,
};
use act::Context;
use identity::Names;

/// Add a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddMilestone {
    /// What it is called.
    pub names: Names,
    /// How often it comes.
    pub recurrence: Recurrence,
    /// On which words of a source it rests.
    pub excerpt: Option<Excerpt>,
}

impl AddMilestone {
    /// Whether the actor may add to this relationship's record.
    ///
    /// # Errors
    /// The refusal that adding would meet.
    pub fn check(relationship: &Relationship, context: &Context) -> Allowed {
        role(context, DESK)?;
        if relationship.id.is_none() {
            return Err(EngagementRefusal::NotRecorded);
        }
        kept(relationship.is_kept_by(context.actor.organisation))
    }
}

impl Citing for AddMilestone {
    type State = Relationship;

    fn cites(&self) -> Option<Cites<'_>> {
        self.excerpt.as_ref().map(Cites::Excerpt)
    }

    fn record(
        self,
        relationship: &Relationship,
        context: &Context,
        (): (),
    ) -> Result<Vec<RelationshipFact>, EngagementRefusal> {
        Self::check(relationship, context)?;
        let AddMilestone {
            names,
            recurrence,
            excerpt,
        } = self;
        let same = |one: &Milestone| one.names == names && one.recurrence == recurrence;
        if relationship.milestones.iter().any(same) {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        Ok(vec![RelationshipFact::MilestoneAdded(Milestone {
            names,
            recurrence,
            excerpt: cited(excerpt)?,
        })])
    }
}
