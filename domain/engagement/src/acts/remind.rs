//! The clock reminds of what is due from us. Nobody presses anything.

use crate::{Commitment, CommitmentFact, EngagementRefusal, Reminded, Task, TaskFact, reminding};
use act::{Act, Context, Date};

/// Remind of a task that is due, or late, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RemindOfTask {
    /// The day.
    pub today: Date,
}

/// Remind of a promise of our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RemindOfCommitment {
    /// The day.
    pub today: Date,
}

/// What there is to tell on a day of what is due on another; nothing where it was told.
fn told(due: Option<Date>, reminded: &[Reminded], today: Date) -> Result<Reminded, EngagementRefusal> {
    due.and_then(|due| reminding::on(today, due, reminded))
        .ok_or(EngagementRefusal::NothingDue)
}

impl Act for RemindOfTask {
    type State = Task;
    type Refusal = EngagementRefusal;

    fn decide(self, task: &Task, _: &Context) -> Result<Vec<TaskFact>, EngagementRefusal> {
        let due = task.open().map(|(_, due)| due);
        let told = told(due, &task.reminded, self.today)?;
        Ok(vec![TaskFact::Reminded(told)])
    }
}

impl Act for RemindOfCommitment {
    type State = Commitment;
    type Refusal = EngagementRefusal;

    fn decide(self, commitment: &Commitment, _: &Context) -> Result<Vec<CommitmentFact>, EngagementRefusal> {
        let told = told(commitment.due_from_us(), &commitment.reminded, self.today)?;
        Ok(vec![CommitmentFact::Reminded(told)])
    }
}
