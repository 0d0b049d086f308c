//! The desk gives a task to one of its own.

use super::{Allowed, DESK, role};
use crate::{EngagementRefusal, Matter, Task, TaskAssigned, TaskFact};
use act::{Act, Context, Date, PersonId, Reason, TaskId};
use std::collections::BTreeSet;

/// Give somebody a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignTask {
    /// The id that it will have.
    pub task: TaskId,
    /// What is to be done.
    pub text: Reason,
    /// Who does it.
    pub owner: PersonId,
    /// By when.
    pub due: Date,
    /// What it follows from.
    pub follows: Option<Matter>,
    /// Who is of the desk, and can be given a task.
    pub colleagues: BTreeSet<PersonId>,
    /// The day on which it is given, where the installation is.
    pub today: Date,
}

impl AssignTask {
    /// Whether the actor may give tasks.
    ///
    /// # Errors
    /// The refusal that giving one would meet.
    pub fn check(context: &Context) -> Allowed {
        role(context, DESK)
    }
}

/// Whether somebody of the desk can do it, and on a day that is not over.
pub(super) fn can_be_given(
    (owner, due): (PersonId, Date),
    colleagues: &BTreeSet<PersonId>,
    today: Date,
) -> Allowed {
    if !colleagues.contains(&owner) {
        Err(EngagementRefusal::NotOfTheDesk)
    } else if due < today {
        Err(EngagementRefusal::DueBefore { today })
    } else {
        Ok(())
    }
}

impl Act for AssignTask {
    type State = Task;
    type Refusal = EngagementRefusal;

    fn decide(self, task: &Task, context: &Context) -> Result<Vec<TaskFact>, EngagementRefusal> {
        Self::check(context)?;
        if task.assigned.is_some() {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        can_be_given((self.owner, self.due), &self.colleagues, self.today)?;
        Ok(vec![TaskFact::Assigned(Box::new(TaskAssigned {
            task: self.task,
            text: self.text,
            owner: self.owner,
            due: self.due,
            follows: self.follows,
        }))])
    }
}
