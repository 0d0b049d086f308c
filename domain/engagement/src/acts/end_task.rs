//! A task was done, or is not to be done any more.

use super::Allowed;
use super::reassign_task::open_task;
use crate::{EngagementRefusal, Task, TaskEnding, TaskFact};
use act::{Act, Context, Reason};

/// Say that a task is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndTask {
    /// How.
    pub how: TaskEnding,
    /// What came of it, or why.
    pub note: Reason,
}

impl EndTask {
    /// Whether the actor may say so of this task.
    ///
    /// # Errors
    /// The refusal that it would meet.
    pub fn check(task: &Task, context: &Context) -> Allowed {
        open_task(task, context)
    }
}

impl Act for EndTask {
    type State = Task;
    type Refusal = EngagementRefusal;

    fn decide(self, task: &Task, context: &Context) -> Result<Vec<TaskFact>, EngagementRefusal> {
        Self::check(task, context)?;
        let EndTask { how, note } = self;
        Ok(vec![TaskFact::Ended { how, note }])
    }
}
