//! A task is given to somebody else, or for another day.

use super::assign_task::can_be_given;
use super::{Allowed, DESK, kept, role};
use crate::{EngagementRefusal, Task, TaskFact};
use act::{Act, Context, Date, PersonId};
use std::collections::BTreeSet;

/// Give a task to somebody else, or for another day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReassignTask {
    /// Who does it from now on.
    pub owner: PersonId,
    /// By when.
    pub due: Date,
    /// Who is of the desk, and can be given a task.
    pub colleagues: BTreeSet<PersonId>,
    /// The day on which it is given, where the installation is.
    pub today: Date,
}

/// A task that the actor's own desk keeps and that is to be done.
pub(super) fn open_task(task: &Task, context: &Context) -> Allowed {
    role(context, DESK)?;
    if task.assigned.is_none() {
        return Err(EngagementRefusal::NotRecorded);
    }
    kept(task.is_kept_by(context.actor.organisation))?;
    if task.ended.is_some() {
        return Err(EngagementRefusal::TaskOver);
    }
    Ok(())
}

impl ReassignTask {
    /// Whether the actor may give this task to somebody else.
    ///
    /// # Errors
    /// The refusal that it would meet.
    pub fn check(task: &Task, context: &Context) -> Allowed {
        open_task(task, context)
    }
}

impl Act for ReassignTask {
    type State = Task;
    type Refusal = EngagementRefusal;

    fn decide(self, task: &Task, context: &Context) -> Result<Vec<TaskFact>, EngagementRefusal> {
        Self::check(task, context)?;
        can_be_given((self.owner, self.due), &self.colleagues, self.today)?;
        if task.open() == Some((self.owner, self.due)) {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        Ok(vec![TaskFact::Reassigned {
            owner: self.owner,
            due: self.due,
        }])
    }
}
