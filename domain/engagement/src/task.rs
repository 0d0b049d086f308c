//! A task: our own work, with somebody who does it and a day. It may follow from a request or a promise, and is neither.

use crate::{Reminded, reminding};
use act::{
    CommitmentId, Context, Date, OrganisationId, PersonId, Reason, Recorded, RequestId, State, TaskId,
};
use serde::{Deserialize, Serialize};

/// What a task follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "kebab-case")]
pub enum Matter {
    /// A request, which needs an answer.
    Request(RequestId),
    /// A promise, which is to be kept.
    Commitment(CommitmentId),
}

/// A task as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskAssigned {
    /// The task.
    pub task: TaskId,
    /// What is to be done.
    pub text: Reason,
    /// Who does it.
    pub owner: PersonId,
    /// By when.
    pub due: Date,
    /// What it follows from, if it does from something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Matter>,
}

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaskEnding {
    /// It was done.
    Done,
    /// It is not to be done any more.
    Cancelled,
}

impl TaskEnding {
    /// Both, in the order in which they are listed to people.
    pub const ALL: [TaskEnding; 2] = [TaskEnding::Done, TaskEnding::Cancelled];

    /// The stable name, as used by forms and in Fluent ids (`task-done`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            TaskEnding::Done => "done",
            TaskEnding::Cancelled => "cancelled",
        }
    }

    /// The ending of that name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<TaskEnding> {
        TaskEnding::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// What can have happened to a task. Its form is kept for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum TaskFact {
    /// It was given to somebody.
    Assigned(Box<TaskAssigned>),
    /// It was given to somebody else, or for another day.
    Reassigned {
        /// Who does it now.
        owner: PersonId,
        /// By when.
        due: Date,
    },
    /// It is over.
    Ended {
        /// How.
        how: TaskEnding,
        /// What came of it, or why.
        note: Reason,
    },
    /// Who does it was reminded.
    Reminded(Reminded),
}

/// How a task ended, and by whom that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskEnded {
    /// How.
    pub how: TaskEnding,
    /// What came of it, or why.
    pub note: Reason,
    /// By whom, and when.
    pub by: Context,
}

/// A task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// As it was given first; none before.
    pub assigned: Option<Box<TaskAssigned>>,
    /// By whom and when it was recorded.
    pub recorded: Option<Context>,
    /// To whom it was given, and for which day: the last one does it.
    pub given: Vec<(PersonId, Date)>,
    /// How it ended, if it did.
    pub ended: Option<TaskEnded>,
    /// Of what its owners were reminded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminded: Vec<Reminded>,
}

impl Task {
    /// What is to be done; empty before it was given.
    #[must_use]
    pub fn text(&self) -> &str {
        self.assigned.as_ref().map_or("", |one| one.text.as_str())
    }

    /// Who does it, and by when, while it is to be done.
    #[must_use]
    pub fn open(&self) -> Option<(PersonId, Date)> {
        self.given.last().copied().filter(|_| self.ended.is_none())
    }

    /// Who does or did it last, and by when.
    #[must_use]
    pub fn given_last(&self) -> Option<(PersonId, Date)> {
        self.given.last().copied()
    }

    /// Whether an organisation's desk keeps this record.
    #[must_use]
    pub fn is_kept_by(&self, organisation: OrganisationId) -> bool {
        self.recorded
            .as_ref()
            .is_some_and(|by| by.actor.organisation == organisation)
    }

    /// From which day on its owner is reminded next, if ever.
    #[must_use]
    pub fn next_reminder(&self) -> Option<Date> {
        let (_, due) = self.open()?;
        reminding::next(due, &self.reminded)
    }
}

impl State for Task {
    type Fact = TaskFact;

    fn evolve(&mut self, recorded: &Recorded<TaskFact>) {
        match &recorded.fact {
            TaskFact::Assigned(one) => {
                self.given.push((one.owner, one.due));
                self.assigned = Some(one.clone());
                self.recorded = Some(recorded.by.clone());
            }
            TaskFact::Reassigned { owner, due } => {
                // Whoever has it now has not been reminded.
                self.reminded.clear();
                self.given.push((*owner, *due));
            }
            TaskFact::Ended { how, note } => {
                self.ended = Some(TaskEnded {
                    how: *how,
                    note: note.clone(),
                    by: recorded.by.clone(),
                });
            }
            TaskFact::Reminded(one) => self.reminded.push(*one),
        }
    }
}
