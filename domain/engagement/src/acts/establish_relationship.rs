//! A relationship between two parties is recorded.

use super::{Allowed, DESK, cited, has_come, role};
use crate::{Cites, Citing, EngagementRefusal, Excerpt, Party, Relationship, RelationshipFact};
use act::{Context, Date, RelationshipId};
use identity::{Names, When};

/// Record that a relationship was established.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstablishRelationship {
    /// The id that it will have.
    pub relationship: RelationshipId,
    /// Between whom.
    pub between: [Party; 2],
    /// On which day.
    pub on: Date,
    /// What it is called.
    pub names: Names,
    /// On which words of a source it rests.
    pub excerpt: Option<Excerpt>,
}

impl EstablishRelationship {
    /// Whether the actor may record relationships.
    ///
    /// # Errors
    /// The refusal that recording one would meet.
    pub fn check(context: &Context) -> Allowed {
        role(context, DESK)
    }
}

impl Citing for EstablishRelationship {
    type State = Relationship;

    fn cites(&self) -> Option<Cites<'_>> {
        self.excerpt.as_ref().map(Cites::Excerpt)
    }

    fn record(
        self,
        state: &Relationship,
        context: &Context,
        (): (),
    ) -> Result<Vec<RelationshipFact>, EngagementRefusal> {
        Self::check(context)?;
        if state.id.is_some() {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        has_come(&When::On(self.on), "on", context)?;
        let EstablishRelationship {
            relationship,
            between,
            on,
            names,
            excerpt,
        } = self;
        let [one, other] = &between;
        if one == other || (one.organisation.is_some() && one.organisation == other.organisation) {
            return Err(EngagementRefusal::SameSide);
        }
        Ok(vec![RelationshipFact::Established {
            relationship,
            between,
            on,
            names,
            excerpt: cited(excerpt)?,
        }])
    }
}
