//! Reading the record.

use super::HowTakenBack;
use super::brief::{Fate, fate_of};
use crate::views::engagement::{
    CommitmentLine, MEETING_COMMITMENTS, MEETING_REQUESTS, MEETINGS, MeetingLine, RELATIONSHIPS, REQUESTS,
    RelationshipLine, RequestLine, SOURCES, SourceLine,
};
use crate::{Desk, Fault};
use act::{
    Actor, ApplicationId, CommitmentId, Context, MeetingId, PersonId, RelationshipId, RequestId, Role,
    SourceId,
};
use clearance::Application;
use engagement::acts::{
    AddMilestone, AddSubject, AnswerRequest, AssessCommitment, AssignTask, TakeBackAnswer,
    TakeBackCommitment, TakeBackRequest, TakeUpRequest,
};
use engagement::{
    Commitment, Meeting, Relationship, Report, Request, RequestMade, RequestStanding, Source, TakenBack,
};
use identity::{Names, Person, When};
use std::collections::{BTreeMap, BTreeSet};

/// A source as its keeper sees it.
#[derive(Clone, Debug)]
pub struct SourceView {
    /// Its id.
    pub id: SourceId,
    /// The source.
    pub source: Source,
}

/// A meeting as its keeper sees it.
#[derive(Clone, Debug)]
pub struct MeetingView {
    /// Its id.
    pub id: MeetingId,
    /// The meeting.
    pub meeting: Meeting,
    /// The source that reports it.
    pub source: Option<SourceId>,
    /// Its requests that stand.
    pub requests: Vec<RequestLine>,
    /// Its commitments that stand.
    pub commitments: Vec<CommitmentLine>,
    /// The meetings whose subjects are linked to its own.
    pub linked: BTreeMap<MeetingId, Meeting>,
    /// Whether the actor may add to it.
    pub may_add: bool,
}

/// A commitment as its keeper, or the desk that it was made to, sees it.
#[derive(Clone, Debug)]
pub struct CommitmentView {
    /// Its id.
    pub id: CommitmentId,
    /// The commitment.
    pub commitment: Commitment,
    /// Whether the actor may judge it.
    pub may_assess: bool,
    /// Whether the actor may give somebody a task for it.
    pub may_assign: bool,
    /// Who judged it.
    pub judges: BTreeMap<PersonId, Names>,
    /// The sources that judgements rest on, and that the reader reads.
    pub evidence: BTreeMap<SourceId, Source>,
    /// How it was taken back, if it was.
    pub taken_back: Option<HowTakenBack>,
    /// Whether the actor may take it back.
    pub may_take_back: bool,
}

/// A relationship as its keeper sees it.
#[derive(Clone, Debug)]
pub struct RelationshipView {
    /// Its id.
    pub id: RelationshipId,
    /// The relationship.
    pub relationship: Relationship,
    /// Whether the actor may add to it.
    pub may_add: bool,
}

/// A request as its keeper sees it.
#[derive(Clone, Debug)]
pub struct RequestView {
    /// Its id.
    pub id: RequestId,
    /// The request.
    pub request: Request,
    /// The meeting it was made in.
    pub meeting: Option<Meeting>,
    /// The application that follows from it, and what became of it.
    pub application: Option<(ApplicationId, Fate)>,
    /// Whether the actor may give somebody a task for it.
    pub may_assign: bool,
    /// Whether the actor may begin an application from it.
    pub may_take_up: bool,
    /// Whether the actor may record an answer.
    pub may_answer: bool,
    /// How it was taken back, if it was.
    pub taken_back: Option<HowTakenBack>,
    /// Whether the actor may take it back, or the last answer to it.
    pub may_take_back: bool,
    /// Who gave the answers to it; they need not have been at the meeting.
    pub answered_by: BTreeMap<PersonId, Person>,
}

/// What an application follows from: a request, and the meeting and the source behind it.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The request.
    pub request: RequestId,
    /// What was asked, by whom of whom.
    pub made: Box<RequestMade>,
    /// When it was asked.
    pub when: When,
    /// Whether the reader may open the request, its meeting and its source.
    pub open: bool,
}

/// Whether this is the record of the actor's own organisation, and the actor one who reads it.
fn reads(actor: &Actor, recorded: Option<&Context>) -> bool {
    let own = recorded.is_some_and(|by| by.actor.organisation == actor.organisation);
    own && matches!(
        actor.role,
        Role::DeskOfficer | Role::Applicant | Role::Agent | Role::Auditor
    )
}

/// The source that a report rests on.
pub(crate) fn report_source(report: &Report) -> SourceId {
    match report {
        Report::Excerpt(excerpt) => excerpt.source,
        Report::Source(source) => *source,
    }
}

impl Desk {
    pub(super) fn readers_scope(actor: &Actor) -> Result<String, Fault> {
        match actor.role {
            Role::DeskOfficer | Role::Applicant | Role::Agent | Role::Auditor => {
                Ok(actor.organisation.to_string())
            }
            _ => Err(Fault::NotFound),
        }
    }

    /// The sources that the actor's organisation keeps.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor reads no record.
    pub async fn sources(&self, actor: &Actor) -> Result<Vec<SourceLine>, Fault> {
        Ok(self.lines(SOURCES, Self::readers_scope(actor)?).await?)
    }

    /// The meetings that the actor's organisation keeps, the latest first.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor reads no record.
    pub async fn meetings(&self, actor: &Actor) -> Result<Vec<MeetingLine>, Fault> {
        Ok(self.lines(MEETINGS, Self::readers_scope(actor)?).await?)
    }

    /// The requests that the actor's organisation keeps, the open ones first.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor reads no record.
    pub async fn requests(&self, actor: &Actor) -> Result<Vec<RequestLine>, Fault> {
        Ok(self.lines(REQUESTS, Self::readers_scope(actor)?).await?)
    }

    /// The relationships that the actor's organisation keeps.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor reads no record.
    pub async fn relationships(&self, actor: &Actor) -> Result<Vec<Relationship>, Fault> {
        let lines: Vec<RelationshipLine> = self.lines(RELATIONSHIPS, Self::readers_scope(actor)?).await?;
        let mut relationships = vec![];
        for line in lines {
            let Ok(id) = line.relationship.parse::<RelationshipId>() else {
                continue;
            };
            relationships.push(self.existing::<Relationship>(id).await?.state);
        }
        Ok(relationships)
    }

    /// A source.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn source(&self, actor: &Actor, id: SourceId) -> Result<SourceView, Fault> {
        let source = self.existing::<Source>(id).await?.state;
        if !reads(actor, source.recorded.as_ref()) {
            return Err(Fault::NotFound);
        }
        Ok(SourceView { id, source })
    }

    /// A meeting with its requests and commitments.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn meeting(&self, actor: &Actor, id: MeetingId) -> Result<MeetingView, Fault> {
        let meeting = self.existing::<Meeting>(id).await?.state;
        if !reads(actor, meeting.recorded.as_ref()) {
            return Err(Fault::NotFound);
        }
        let source = meeting
            .record
            .as_ref()
            .map(|record| report_source(&record.reported_by));
        let mut requests: Vec<RequestLine> = self.lines(MEETING_REQUESTS, id.to_string()).await?;
        requests.retain(|line| line.standing != RequestStanding::TakenBack);
        let mut commitments: Vec<CommitmentLine> = self.lines(MEETING_COMMITMENTS, id.to_string()).await?;
        commitments.retain(|line| !line.taken_back);
        let links = meeting.subjects.values().flat_map(|subject| &subject.links);
        let mut linked = BTreeMap::new();
        for other in links.map(|link| link.meeting).collect::<Vec<_>>() {
            linked.insert(other, self.existing::<Meeting>(other).await?.state);
        }
        let may_add = AddSubject::check(&meeting, &self.context(actor)).is_ok();
        Ok(MeetingView {
            id,
            meeting,
            source,
            requests,
            commitments,
            linked,
            may_add,
        })
    }

    /// A commitment.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn commitment(&self, actor: &Actor, id: CommitmentId) -> Result<CommitmentView, Fault> {
        let commitment = self.existing::<Commitment>(id).await?.state;
        let promised = actor.role == Role::DeskOfficer && commitment.is_to(actor.organisation);
        if !promised && !reads(actor, commitment.recorded.as_ref()) {
            return Err(Fault::NotFound);
        }
        let context = self.context(actor);
        let judges: BTreeSet<PersonId> = commitment
            .assessed
            .iter()
            .map(|one| one.by.actor.person)
            .collect();
        let mut evidence = BTreeMap::new();
        for excerpt in commitment.assessed.iter().filter_map(|one| one.excerpt.as_ref()) {
            match self.source(actor, excerpt.source).await {
                Ok(view) => drop(evidence.insert(excerpt.source, view.source)),
                Err(Fault::NotFound) => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok(CommitmentView {
            id,
            may_assign: AssignTask::check(&context).is_ok(),
            judges: self.names_of(judges).await?,
            evidence,
            may_assess: AssessCommitment::check(&commitment, &context).is_ok(),
            taken_back: self.how(commitment.taken_back.as_ref()).await?,
            may_take_back: TakeBackCommitment::check(&commitment, &context).is_ok(),
            commitment,
        })
    }

    /// A relationship.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn relationship(&self, actor: &Actor, id: RelationshipId) -> Result<RelationshipView, Fault> {
        let relationship = self.existing::<Relationship>(id).await?.state;
        if !reads(actor, relationship.recorded.as_ref()) {
            return Err(Fault::NotFound);
        }
        let may_add = AddMilestone::check(&relationship, &self.context(actor)).is_ok();
        Ok(RelationshipView {
            id,
            relationship,
            may_add,
        })
    }

    /// A request with the meeting it was made in.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn request(&self, actor: &Actor, id: RequestId) -> Result<RequestView, Fault> {
        let request = self.existing::<Request>(id).await?.state;
        if !reads(actor, request.recorded.as_ref()) {
            return Err(Fault::NotFound);
        }
        let meeting = match &request.made {
            Some(made) => Some(self.existing::<Meeting>(made.meeting).await?.state),
            None => None,
        };
        let application = match request.taken_up {
            Some(application) => {
                let found = self.load::<Application>(application).await?.state;
                Some((application, fate_of(actor, found)))
            }
            None => None,
        };
        let mut answered_by = BTreeMap::new();
        for answered in &request.answers {
            let person = self.load::<Person>(answered.by).await?.state;
            answered_by.insert(answered.by, person);
        }
        let context = self.context(actor);
        let applies = matches!(actor.role, Role::Applicant | Role::Agent);
        let may_take_up = applies && TakeUpRequest::check(&request, &context).is_ok();
        let may_assign = AssignTask::check(&context).is_ok();
        let may_answer = AnswerRequest::check(&request, &context).is_ok();
        let may_take_back = TakeBackRequest::check(&request, &context).is_ok()
            || TakeBackAnswer::check(&request, &context).is_ok();
        Ok(RequestView {
            id,
            taken_back: self.how(request.taken_back.as_ref()).await?,
            may_take_back,
            request,
            meeting,
            application,
            may_assign,
            may_take_up,
            may_answer,
            answered_by,
        })
    }

    async fn how(&self, taken_back: Option<&TakenBack>) -> Result<Option<HowTakenBack>, Fault> {
        match taken_back {
            Some(taken_back) => self.how_taken_back(taken_back).await.map(Some),
            None => Ok(None),
        }
    }

    /// What an application or a draft follows from. For whoever may see the one that cites it: what it cites is part of it;
    /// the rest of the record is opened by those who keep it.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn origin_of(&self, actor: &Actor, id: RequestId) -> Result<Option<Origin>, Fault> {
        let request = self.load::<Request>(id).await?.state;
        let open = reads(actor, request.recorded.as_ref());
        let Some(made) = request.made else {
            return Ok(None);
        };
        let meeting = self.load::<Meeting>(made.meeting).await?.state;
        Ok(Some(Origin {
            request: id,
            made,
            when: meeting.record.map_or(When::Unknown, |record| record.when),
            open,
        }))
    }
}
