//! Bringing a whole meetings file in: every act is decided, and all are recorded together or not at all.

use crate::together::Together;
use crate::{Desk, Fault};
use act::{Actor, RequestId, Role};
use engagement::{Citing, FileFault, Here, Known, Meeting, MeetingsFile, PlannedAct};
use identity::Organisation;
use std::collections::BTreeMap;
use std::fmt;

/// What a file brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// How many acts it took; none if everything was here already.
    pub acts: usize,
    /// The requests, by their keys in the file.
    pub requests: BTreeMap<String, RequestId>,
}

/// Why a file was not brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// Entries of it were not taken, each told with its line.
    File(Vec<FileFault>),
    /// Anything else.
    Desk(Fault),
}

impl fmt::Display for ImportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportFault::File(faults) => {
                let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
                f.write_str(&told.join("\n"))
            }
            ImportFault::Desk(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for ImportFault {}

impl From<Fault> for ImportFault {
    fn from(fault: Fault) -> Self {
        ImportFault::Desk(fault)
    }
}

impl Desk {
    /// Brings a meetings file in. Sources that are here already, known by the hash of their text, bring nothing in
    /// twice; organisations and people are known by their names.
    ///
    /// # Errors
    /// Every entry of which it is not clear who is meant; [`Fault::Refused`] by its name, for the first act that is refused.
    /// Nothing is recorded then.
    pub async fn import_meetings(&self, actor: &Actor, file: &MeetingsFile) -> Result<Imported, ImportFault> {
        if actor.role != Role::DeskOfficer {
            return Err(Fault::NotFound.into());
        }
        let known = self.known(actor, file).await?;
        let mut new_id = || self.id();
        let plan = file.plan(&known, &mut new_id);
        let acts = plan.acts.len();
        let mut together = Together::new(self, self.context(actor));
        for planned in plan.acts {
            carry_out(&mut together, planned).await?;
        }
        together.record().await?;
        Ok(Imported {
            acts,
            requests: plan.keys.requests,
        })
    }

    /// What of the file is here already.
    async fn known(&self, actor: &Actor, file: &MeetingsFile) -> Result<Known, ImportFault> {
        let mut here = Here::default();
        for line in self.organisations().await? {
            if file
                .organisations()
                .any(|(_, names)| line.names.share_a_name(names))
            {
                let found = self.existing::<Organisation>(line.organisation).await?.state;
                let posts = found.posts.into_iter();
                here.posts
                    .extend(posts.map(|(post, names)| (line.organisation, post, names)));
            }
            here.organisations.push((line.organisation, line.names));
        }
        let people = self.people().await?.into_iter();
        here.persons = people.map(|line| (line.person, line.names)).collect();
        let mut known = file.recognised(&here).map_err(ImportFault::File)?;
        let sources = self.sources(actor).await?;
        for (key, sha256) in file.sources() {
            let here = sources.iter().find(|line| line.sha256 == sha256);
            if let Some(id) = here.and_then(|line| line.source.parse().ok()) {
                known.sources.insert(key.to_owned(), id);
            }
        }
        Ok(known)
    }
}

async fn carry_out(together: &mut Together<'_>, planned: PlannedAct) -> Result<(), Fault> {
    match planned {
        PlannedAct::RegisterOrganisation(act) => together.act(act.organisation, *act).await,
        PlannedAct::RegisterPerson(act) => together.act(act.person, *act).await,
        PlannedAct::CreatePost(id, act) => together.act(id, *act).await,
        PlannedAct::BeginMembership(id, act) => together.act(id, *act).await,
        PlannedAct::FreezeSource(act) => together.act(act.source, *act).await,
        PlannedAct::EstablishRelationship(act) => together.line(act.relationship, *act).await,
        PlannedAct::AddMilestone(id, act) => together.line(id, *act).await,
        PlannedAct::RecordMeeting(act) => together.line(act.meeting, *act).await,
        PlannedAct::AddSubject(id, act) => together.line(id, *act).await,
        PlannedAct::RecordStatement(id, act) => together.line(id, *act).await,
        PlannedAct::LinkSubjects(id, act) => together.act(id, *act).await,
        PlannedAct::MakeRequest(id, act) => {
            let (source, beside) = beside(together, id, act.excerpt.as_ref()).await?;
            let id = act.request;
            together.act(id, act.resting_on(&source, &beside)).await
        }
        PlannedAct::AnswerRequest(id, request, act) => {
            let (source, beside) = beside(together, id, act.excerpt.as_ref()).await?;
            together.act(request, act.resting_on(&source, &beside)).await
        }
        PlannedAct::MakeCommitment(id, act) => {
            let (source, beside) = beside(together, id, act.excerpt.as_ref()).await?;
            let id = act.commitment;
            together.act(id, act.resting_on(&source, &beside)).await
        }
    }
}

/// The source and the meeting that a request, its answer or a commitment rests on.
async fn beside(
    together: &mut Together<'_>,
    meeting: act::MeetingId,
    excerpt: Option<&engagement::Excerpt>,
) -> Result<(engagement::Source, Meeting), Fault> {
    let source = together.source(excerpt.map(|excerpt| excerpt.source)).await?;
    let meeting = together.state::<Meeting>(meeting).await?.state.clone();
    Ok((source, meeting))
}
