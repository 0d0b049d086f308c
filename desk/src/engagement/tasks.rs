//! Tasks of the desk: given to one of its own, given to another, and ended.

use crate::views::owed::{TASKS, TaskLine};
use crate::{Desk, Fault};
use act::{Actor, Date, PersonId, Reason, Role, TaskId};
use engagement::acts::{AssignTask, EndTask, ReassignTask};
use engagement::{Matter, Task, TaskEnding};
use identity::{Names, Organisation};
use std::collections::{BTreeMap, BTreeSet};

/// A task as a person enters one.
#[derive(Clone, Debug)]
pub struct TaskIn {
    /// What is to be done.
    pub text: Reason,
    /// Who does it.
    pub owner: PersonId,
    /// By when.
    pub due: Date,
    /// What it follows from.
    pub follows: Option<Matter>,
}

/// A task as whoever reads the record sees it.
#[derive(Clone, Debug)]
pub struct TaskView {
    /// Its id.
    pub id: TaskId,
    /// The task.
    pub task: Task,
    /// What the request or the promise says that it follows from.
    pub follows: Option<(Matter, String)>,
    /// Whoever had it.
    pub owners: BTreeMap<PersonId, Names>,
    /// Whether the reader may give it to another, and end it.
    pub may_change: bool,
}

impl Desk {
    /// The people who can be given a task, by name.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn of_the_desk(&self, actor: &Actor) -> Result<Vec<(PersonId, Names)>, Fault> {
        let own = self.load::<Organisation>(actor.organisation).await?.state;
        let people: BTreeSet<PersonId> = own.holders(Role::DeskOfficer).collect();
        let mut named: Vec<_> = self.names_of(people).await?.into_iter().collect();
        named.sort_by_key(|(_, names)| names.in_language("en").to_lowercase());
        Ok(named)
    }

    async fn desk_people(&self, actor: &Actor) -> Result<BTreeSet<PersonId>, Fault> {
        let people = self.of_the_desk(actor).await?.into_iter();
        Ok(people.map(|(person, _)| person).collect())
    }

    /// What a request or a promise says, for whoever reads it.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if it is not for this actor.
    pub async fn matter(&self, actor: &Actor, matter: Matter) -> Result<String, Fault> {
        Ok(match matter {
            Matter::Request(id) => self.request(actor, id).await?.request.text().to_owned(),
            Matter::Commitment(id) => self.commitment(actor, id).await?.commitment.text().to_owned(),
        })
    }

    /// Gives somebody a task.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if what it follows from is not for this actor; [`Fault::Refused`] by its name.
    pub async fn assign_task(&self, actor: &Actor, entered: TaskIn, today: Date) -> Result<TaskId, Fault> {
        if let Some(matter) = entered.follows {
            self.matter(actor, matter).await?;
        }
        let task = TaskId::new(self.id());
        let act = AssignTask {
            task,
            text: entered.text,
            owner: entered.owner,
            due: entered.due,
            follows: entered.follows,
            colleagues: self.desk_people(actor).await?,
            today,
        };
        self.perform(task, &self.context(actor), act).await?;
        Ok(task)
    }

    /// The tasks of the actor's organisation that are to be done, what is due first first.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor reads no record.
    pub async fn tasks(&self, actor: &Actor) -> Result<Vec<TaskLine>, Fault> {
        Ok(self.lines(TASKS, Self::readers_scope(actor)?).await?)
    }

    /// What those are called who do tasks.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn task_owners(&self, tasks: &[TaskLine]) -> Result<BTreeMap<PersonId, Names>, Fault> {
        let owners: BTreeSet<PersonId> = tasks.iter().map(|one| one.owner).collect();
        self.names_of(owners).await
    }

    /// A task.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn task(&self, actor: &Actor, id: TaskId) -> Result<TaskView, Fault> {
        let task = self.existing::<Task>(id).await?.state;
        Self::readers_scope(actor)?;
        if !task.is_kept_by(actor.organisation) {
            return Err(Fault::NotFound);
        }
        let follows = match task.assigned.as_ref().and_then(|one| one.follows) {
            // What it follows from may be another desk's, whose record is not for every reader of this one.
            Some(matter) => match self.matter(actor, matter).await {
                Ok(text) => Some((matter, text)),
                Err(Fault::NotFound) => None,
                Err(fault) => return Err(fault),
            },
            None => None,
        };
        let owners: BTreeSet<PersonId> = task.given.iter().map(|(owner, _)| *owner).collect();
        Ok(TaskView {
            id,
            follows,
            owners: self.names_of(owners).await?,
            may_change: EndTask::check(&task, &self.context(actor)).is_ok(),
            task,
        })
    }

    /// Gives a task to somebody else, or for another day.
    ///
    /// # Errors
    /// As [`Desk::task`]; [`Fault::Refused`] by its name.
    pub async fn reassign_task(
        &self,
        actor: &Actor,
        id: TaskId,
        (owner, due): (PersonId, Date),
        today: Date,
    ) -> Result<(), Fault> {
        self.task(actor, id).await?;
        let act = ReassignTask {
            owner,
            due,
            colleagues: self.desk_people(actor).await?,
            today,
        };
        self.perform(id, &self.context(actor), act).await.map(drop)
    }

    /// Says that a task is over.
    ///
    /// # Errors
    /// As [`Desk::task`]; [`Fault::Refused`] by its name.
    pub async fn end_task(
        &self,
        actor: &Actor,
        id: TaskId,
        how: TaskEnding,
        note: Reason,
    ) -> Result<(), Fault> {
        self.task(actor, id).await?;
        self.perform(id, &self.context(actor), EndTask { how, note })
            .await
            .map(drop)
    }
}
