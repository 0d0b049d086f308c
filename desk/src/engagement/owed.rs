//! What we owe and what is owed to us: of a relationship, with an organisation, or with somebody of another side.

use crate::views::engagement::{MEETINGS, MeetingLine};
use crate::views::owed::{OWED, OwedLine, TaskLine};
use crate::{Desk, Fault};
use act::{Actor, Date, MeetingId, OrganisationId, PersonId, RelationshipId, Title};
use engagement::{Commitment, Matter, Meeting, Obligations, Request, Standing, With};
use identity::Names;
use std::collections::{BTreeMap, BTreeSet};

/// With whom things are reckoned up, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// In a relationship.
    Relationship(RelationshipId),
    /// With an organisation.
    Organisation(OrganisationId),
    /// With somebody of another side.
    Person(PersonId),
}

/// What whoever it is about is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// In several languages.
    Names(Names),
    /// As the record of a meeting has it.
    Title(Title),
}

/// What is owed both ways, as one person reads it.
#[derive(Clone, Debug)]
pub struct OwedView {
    /// With whom.
    pub between: Between,
    /// What that is called.
    pub called: Called,
    /// What is owed.
    pub owed: Obligations,
    /// The tasks that are to be done for each of it.
    pub tasks: BTreeMap<Matter, Vec<TaskLine>>,
    /// What those are called who do them.
    pub owners: BTreeMap<PersonId, Names>,
    /// Whether the reader may give tasks.
    pub may_assign: bool,
}

/// What somebody, or a side, is called in a meeting; none where that was not there.
fn called_in(meeting: &Meeting, between: Between) -> Option<Called> {
    match between {
        Between::Relationship(_) => None,
        Between::Organisation(id) => meeting.side(id).map(|side| Called::Names(side.name.clone())),
        Between::Person(id) => meeting
            .participation(id)
            .map(|one| Called::Title(one.name.clone())),
    }
}

impl Desk {
    /// What is owed both ways on a day. Only what is open is read.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor reads no record, or the record knows nothing of whom it is about.
    pub async fn obligations(&self, actor: &Actor, between: Between, day: Date) -> Result<OwedView, Fault> {
        let scope = Self::readers_scope(actor)?;
        let lines: Vec<OwedLine> = self.lines(OWED, scope.clone()).await?;
        let (mut requests, mut commitments) = (vec![], vec![]);
        for line in &lines {
            match line.matter {
                Matter::Request(id) => requests.push(id),
                Matter::Commitment(id) => commitments.push(id),
            }
        }
        let met: BTreeSet<MeetingId> = lines.iter().map(|line| line.meeting).collect();
        let requests: Vec<Request> = self.load_all(requests.iter()).await?;
        let commitments: Vec<Commitment> = self.load_all(commitments.iter()).await?;
        let meetings: Vec<Meeting> = self.load_all(met.iter()).await?;
        let meetings: BTreeMap<MeetingId, Meeting> = met.into_iter().zip(meetings).collect();
        let (with, called) = match between {
            Between::Relationship(id) => {
                let relationship = self.relationship(actor, id).await?.relationship;
                let called = relationship.names.clone().map(Called::Names);
                (With::Relationship(Box::new(relationship)), called)
            }
            Between::Organisation(id) => (With::Organisation(id), None),
            Between::Person(id) => (With::Person(id), None),
        };
        let called = match called {
            Some(called) => called,
            None => self.called(&scope, &meetings, between).await?,
        };
        let standing = Standing {
            own: actor.organisation,
            meetings: &meetings,
            requests: &requests,
            commitments: &commitments,
        };
        let owed = standing.owed(&with, day);
        let (tasks, owners) = self.tasks_for(actor, &owed).await?;
        Ok(OwedView {
            between,
            called,
            owed,
            tasks,
            owners,
            may_assign: engagement::acts::AssignTask::check(&self.context(actor)).is_ok(),
        })
    }

    /// What somebody, or a side, is called by the record. Who is in none of its meetings is nobody to whoever reads it.
    async fn called(
        &self,
        scope: &str,
        owing: &BTreeMap<MeetingId, Meeting>,
        between: Between,
    ) -> Result<Called, Fault> {
        if let Some(called) = owing.values().find_map(|one| called_in(one, between)) {
            return Ok(called);
        }
        let lines: Vec<MeetingLine> = self.lines(MEETINGS, scope.to_owned()).await?;
        let all: Vec<Meeting> = self.load_all(lines.iter().map(|line| &line.meeting)).await?;
        let mut called = all.iter().filter_map(|one| called_in(one, between));
        called.next().ok_or(Fault::NotFound)
    }

    /// The tasks that are to be done for what is owed, and what those are called who do them.
    async fn tasks_for(
        &self,
        actor: &Actor,
        owed: &Obligations,
    ) -> Result<(BTreeMap<Matter, Vec<TaskLine>>, BTreeMap<PersonId, Names>), Fault> {
        let matters: BTreeSet<Matter> = owed.we.iter().chain(&owed.they).map(|one| one.matter).collect();
        let mut tasks: BTreeMap<Matter, Vec<TaskLine>> = BTreeMap::new();
        let mut owners = BTreeSet::new();
        for task in self.tasks(actor).await? {
            if let Some(matter) = task.follows.filter(|one| matters.contains(one)) {
                owners.insert(task.owner);
                tasks.entry(matter).or_default().push(task);
            }
        }
        Ok((tasks, self.names_of(owners).await?))
    }
}
