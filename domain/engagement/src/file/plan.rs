//! From a meetings file to the acts that bring it in, in an order in which each finds what it needs.

use super::entries::CitationEntry;
use super::{Known, MeetingsFile};
use crate::acts::{
    AddMilestone, AddSubject, AnswerRequest, EstablishRelationship, FreezeSource, LinkSubjects,
    MakeCommitment, MakeRequest, RecordMeeting, RecordStatement,
};
use crate::{Excerpt, Party};
use act::{MeetingId, OrganisationId, PersonId, PostId, RelationshipId, RequestId, SourceId};
use identity::acts::{BeginMembership, CreatePost, RegisterOrganisation, RegisterPerson};
use std::collections::BTreeSet;
use uuid::Uuid;

/// One act of a plan, with the stream that it is done on where the act itself does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlannedAct {
    /// An organisation becomes known.
    RegisterOrganisation(Box<RegisterOrganisation>),
    /// A person becomes known.
    RegisterPerson(Box<RegisterPerson>),
    /// A post in this organisation is recorded.
    CreatePost(OrganisationId, Box<CreatePost>),
    /// A holder of a post in this organisation is recorded.
    BeginMembership(OrganisationId, Box<BeginMembership>),
    /// A source is frozen.
    FreezeSource(Box<FreezeSource>),
    /// A relationship is recorded.
    EstablishRelationship(Box<EstablishRelationship>),
    /// A milestone is added to this relationship.
    AddMilestone(RelationshipId, Box<AddMilestone>),
    /// A meeting is recorded.
    RecordMeeting(Box<RecordMeeting>),
    /// A subject is added to this meeting.
    AddSubject(MeetingId, Box<AddSubject>),
    /// Something said in this meeting is recorded.
    RecordStatement(MeetingId, Box<RecordStatement>),
    /// A request made in this meeting is recorded.
    MakeRequest(MeetingId, Box<MakeRequest>),
    /// The answer to this request, made in this meeting, is recorded.
    AnswerRequest(MeetingId, RequestId, Box<AnswerRequest>),
    /// A commitment made in this meeting is recorded.
    MakeCommitment(MeetingId, Box<MakeCommitment>),
    /// A subject of this meeting is linked to one of another.
    LinkSubjects(MeetingId, Box<LinkSubjects>),
}

/// What is to be done to bring a file in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The acts, in order. Empty if everything is here already.
    pub acts: Vec<PlannedAct>,
    /// What each key of the file stands for once they are done.
    pub keys: Known,
}

impl MeetingsFile {
    /// Plans the acts that bring the file in, giving ids to what is not known yet. Acts of this crate and of
    /// `identity` alike; a desk officer may do all of them. What rests on a source that is known was brought in
    /// with that source and is left out, so that bringing a file in twice changes nothing.
    pub fn plan(&self, known: &Known, new_id: &mut impl FnMut() -> Uuid) -> Plan {
        let mut planning = Planning {
            file: self,
            before: known.sources.keys().cloned().collect(),
            meetings: BTreeSet::new(),
            known: known.clone(),
            acts: vec![],
            new_id,
        };
        planning.who();
        planning.sources();
        planning.relationships();
        for meeting in &self.meetings {
            planning.meeting(meeting);
        }
        planning.links();
        Plan {
            acts: planning.acts,
            keys: planning.known,
        }
    }
}

pub(super) struct Planning<'f, F> {
    pub file: &'f MeetingsFile,
    /// The sources that were here before.
    pub before: BTreeSet<String>,
    /// The meetings that this plan brings in.
    pub meetings: BTreeSet<String>,
    pub known: Known,
    pub acts: Vec<PlannedAct>,
    pub new_id: F,
}

impl<F: FnMut() -> Uuid> Planning<'_, &mut F> {
    pub fn id(&mut self) -> Uuid {
        (self.new_id)()
    }

    /// Whether what rests on this was brought in before.
    pub fn is_here(&self, citation: &CitationEntry) -> bool {
        self.before.contains(&citation.source.key)
    }

    fn who(&mut self) {
        for one in &self.file.organisations {
            if !self.known.organisations.contains_key(&one.key.text) {
                let organisation = OrganisationId::new(self.id());
                self.known
                    .organisations
                    .insert(one.key.text.clone(), organisation);
                let (names, kind) = (one.names.value.clone(), one.kind);
                let act = RegisterOrganisation {
                    organisation,
                    names,
                    kind,
                    authority: None,
                };
                self.acts.push(PlannedAct::RegisterOrganisation(Box::new(act)));
            }
        }
        let known_persons: BTreeSet<_> = self.known.persons.keys().cloned().collect();
        for one in &self.file.persons {
            if !known_persons.contains(&one.key.text) {
                let person = PersonId::new(self.id());
                self.known.persons.insert(one.key.text.clone(), person);
                let act = RegisterPerson {
                    person,
                    names: one.names.value.clone(),
                };
                self.acts.push(PlannedAct::RegisterPerson(Box::new(act)));
            }
        }
        self.posts(&known_persons);
    }

    fn posts(&mut self, known_persons: &BTreeSet<String>) {
        for one in &self.file.posts {
            let Some(&organisation) = self.known.organisations.get(&one.organisation.key) else {
                continue;
            };
            let known_post = self.known.posts.get(&one.key.text).copied();
            let post = known_post.unwrap_or_else(|| PostId::new(self.id()));
            if known_post.is_none() {
                self.known.posts.insert(one.key.text.clone(), post);
                let act = CreatePost {
                    post,
                    names: one.names.value.clone(),
                };
                self.acts
                    .push(PlannedAct::CreatePost(organisation, Box::new(act)));
            }
            for holder in &one.holders {
                // Someone known in a post that is known: the post's holders are its organisation's to keep.
                if known_post.is_some() && known_persons.contains(&holder.person.key) {
                    continue;
                }
                let Some(&person) = self.known.persons.get(&holder.person.key) else {
                    continue;
                };
                let act = BeginMembership {
                    person,
                    post,
                    from: holder.from,
                    until: holder.until,
                };
                self.acts
                    .push(PlannedAct::BeginMembership(organisation, Box::new(act)));
            }
        }
    }

    fn sources(&mut self) {
        for one in &self.file.sources {
            if self.before.contains(&one.key.text) {
                continue;
            }
            let source = SourceId::new(self.id());
            self.known.sources.insert(one.key.text.clone(), source);
            self.acts.push(PlannedAct::FreezeSource(Box::new(FreezeSource {
                source,
                title: one.title.clone(),
                kind: one.kind,
                language: one.language.clone(),
                text: one.text.clone(),
                published: one.published.value,
                origin: one.origin.clone(),
            })));
        }
    }

    fn relationships(&mut self) {
        for one in &self.file.relationships {
            if self.is_here(&one.excerpt) || self.known.relationships.contains_key(&one.key.text) {
                continue;
            }
            let relationship = RelationshipId::new(self.id());
            self.known
                .relationships
                .insert(one.key.text.clone(), relationship);
            let between = one.between.clone().map(|party| Party {
                names: party.names,
                organisation: party
                    .organisation
                    .and_then(|one| self.known.organisations.get(&one.key).copied()),
            });
            let (on, names, excerpt) = (one.on.value, one.names.clone(), self.excerpt(&one.excerpt));
            let act = EstablishRelationship {
                relationship,
                between,
                on,
                names,
                excerpt,
            };
            self.acts.push(PlannedAct::EstablishRelationship(Box::new(act)));
            for milestone in &one.milestones {
                let excerpt = self.excerpt(&milestone.excerpt);
                let act = AddMilestone {
                    names: milestone.names.clone(),
                    recurrence: milestone.recurrence,
                    excerpt,
                };
                self.acts
                    .push(PlannedAct::AddMilestone(relationship, Box::new(act)));
            }
        }
    }

    pub fn excerpt(&self, citation: &CitationEntry) -> Option<Excerpt> {
        as_excerpt(citation, *self.known.sources.get(&citation.source.key)?)
    }
}

/// The excerpt that a citation quotes; `None` where it cites the source as a whole.
pub(super) fn as_excerpt(citation: &CitationEntry, source: SourceId) -> Option<Excerpt> {
    Some(Excerpt {
        source,
        exact: citation.exact.clone()?,
        prefix: citation.prefix.clone(),
        suffix: citation.suffix.clone(),
    })
}
