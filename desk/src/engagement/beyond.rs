//! What goes beyond one meeting: subjects that are linked, what became of a promise, relationships and their days; and
//! the organisations, people and posts that records name.

use super::acts::english;
use super::named::{none_called_so, the_one};
use super::{LinkIn, MilestoneIn, PostIn, RelationshipIn};
use crate::together::Together;
use crate::{Desk, Fault, FieldFault};
use act::{
    Actor, CommitmentId, MeetingId, OrganisationId, PersonId, PostId, Reason, RelationshipId, SourceId,
};
use engagement::acts::{AddMilestone, AssessCommitment, EstablishRelationship, LinkSubjects};
use engagement::{Assessment, Party, Source};
use identity::acts::{BeginMembership, CreatePost};
use identity::{Names, Organisation, OrganisationKind};

fn not_known(field: &str) -> Fault {
    Fault::Invalid(vec![FieldFault::plain(field, "not-recorded-yet")])
}

impl Desk {
    /// Links a subject of a meeting to one of another meeting of the same record.
    ///
    /// # Errors
    /// [`Fault::Invalid`] if the other meeting has no such subject; [`Fault::Refused`] by its name.
    pub async fn link_subjects(
        &self,
        actor: &Actor,
        meeting: MeetingId,
        entered: LinkIn,
    ) -> Result<(), Fault> {
        self.meeting(actor, meeting).await?;
        let other = self.meeting(actor, entered.meeting).await?;
        if !other.meeting.subjects.contains_key(&entered.other) {
            return Err(Fault::Invalid(vec![FieldFault::plain("other", "unknown")]));
        }
        let act = LinkSubjects {
            subject: entered.subject,
            relation: entered.relation,
            meeting: entered.meeting,
            other: entered.other,
        };
        self.perform(meeting, &self.context(actor), act).await.map(drop)
    }

    /// Judges what became of a commitment, on words of a source where some are given.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name.
    pub async fn assess_commitment(
        &self,
        actor: &Actor,
        id: CommitmentId,
        assessment: Assessment,
        note: Reason,
        evidence: Option<(SourceId, String)>,
    ) -> Result<(), Fault> {
        self.commitment(actor, id).await?;
        let (excerpt, source) = match evidence {
            Some((source, exact)) => (Self::excerpt(source, &exact)?, self.cited(actor, source).await?),
            None => (None, Source::default()),
        };
        let act = AssessCommitment {
            assessment,
            note,
            excerpt,
        };
        self.record_line(id, &self.context(actor), &source, (), act).await
    }

    /// Records a relationship.
    ///
    /// # Errors
    /// As [`Desk::add_subject`].
    pub async fn establish_relationship(
        &self,
        actor: &Actor,
        entered: RelationshipIn,
    ) -> Result<RelationshipId, Fault> {
        let source = self.cited(actor, entered.source).await?;
        let known = self.organisations().await?;
        let party = |field: &str, names: Names| {
            let known = known.iter().map(|line| (line.organisation, &line.names));
            let organisation = the_one(field, &names, known)?;
            Ok::<_, Fault>(Party { organisation, names })
        };
        let [first, second] = entered.between;
        let relationship = RelationshipId::new(self.id());
        let act = EstablishRelationship {
            relationship,
            between: [party("first-en", first)?, party("second-en", second)?],
            on: entered.on,
            names: entered.names,
            excerpt: Self::excerpt(entered.source, &entered.exact)?,
        };
        self.record_line(relationship, &self.context(actor), &source, (), act)
            .await?;
        Ok(relationship)
    }

    /// Adds a day by which a relationship is remembered.
    ///
    /// # Errors
    /// As [`Desk::add_subject`].
    pub async fn add_milestone(
        &self,
        actor: &Actor,
        id: RelationshipId,
        entered: MilestoneIn,
    ) -> Result<(), Fault> {
        self.relationship(actor, id).await?;
        let source = self.cited(actor, entered.source).await?;
        let act = AddMilestone {
            names: entered.names,
            recurrence: entered.recurrence,
            excerpt: Self::excerpt(entered.source, &entered.exact)?,
        };
        self.record_line(id, &self.context(actor), &source, (), act).await
    }

    /// Records an organisation that is no authority.
    ///
    /// # Errors
    /// [`Fault::Invalid`] beside a name that one recorded has; [`Fault::Refused`] by its name.
    pub async fn record_organisation(
        &self,
        actor: &Actor,
        names: Names,
        kind: OrganisationKind,
    ) -> Result<OrganisationId, Fault> {
        let known = self.organisations().await?;
        none_called_so(&names, known.iter().map(|line| &line.names))?;
        self.register_organisation(actor, names, kind, None).await
    }

    /// Records a person.
    ///
    /// # Errors
    /// [`Fault::Invalid`] beside a name that one recorded has; [`Fault::Refused`] by its name.
    pub async fn record_person(&self, actor: &Actor, names: Names) -> Result<PersonId, Fault> {
        let known = self.people().await?;
        none_called_so(&names, known.iter().map(|line| &line.names))?;
        self.register_person(actor, names).await
    }

    /// Records a post, and who holds or held it. A post of that title which is there already is only filled.
    ///
    /// # Errors
    /// [`Fault::Invalid`] if no organisation or person of that name is recorded, or two are; [`Fault::Refused`] by its name.
    pub async fn record_post(&self, actor: &Actor, entered: PostIn) -> Result<(), Fault> {
        let known = self.organisations().await?;
        let known = known.iter().map(|line| (line.organisation, &line.names));
        let organisation = the_one("organisation", &english(&entered.organisation)?, known)?;
        let organisation = organisation.ok_or_else(|| not_known("organisation"))?;
        let mut together = Together::new(self, self.context(actor));
        let posts = &together.state::<Organisation>(organisation).await?.state.posts;
        let posts = posts.iter().map(|(post, names)| (*post, names));
        let there = the_one("name-en", &entered.names, posts)?;
        let post = there.unwrap_or_else(|| PostId::new(self.id()));
        if there.is_none() || entered.holder.is_none() {
            let names = entered.names;
            together.act(organisation, CreatePost { post, names }).await?;
        }
        if let Some((name, from, until)) = entered.holder {
            let people = self.people().await?;
            let people = people.iter().map(|line| (line.person, &line.names));
            let person = the_one("holder", &english(&name)?, people)?.ok_or_else(|| not_known("holder"))?;
            let act = BeginMembership {
                person,
                post,
                from,
                until,
            };
            together.act(organisation, act).await?;
        }
        together.record().await
    }
}
