//! The rows of what is owed: what is open of a record, the tasks that are to be done, and whom there is to remind of either.

use super::Told;
use super::engagement::row;
use super::notices::{NoticeLine, OfRecord, told, told_to};
use crate::store::{SHARED, ViewRow};
use act::{CommitmentId, Date, MeetingId, OrganisationId, PersonId, Recorded, TaskId, Timestamp};
use clearance::{News, Party};
use engagement::{Commitment, CommitmentFact, Matter, Reminded, Reminding, Task, TaskFact};
use serde::{Deserialize, Serialize};

/// What is owed by the record of the organisation that keeps it: open requests and promises, and nothing that is over.
pub const OWED: &str = "owed";
/// Tasks that are to be done, of the organisation that keeps them, what is due first first.
pub const TASKS: &str = "tasks";
/// From which day on whom there is to remind of what is due; the scope is shared.
pub const DUE_FROM_US: &str = "due-from-us";

/// Something that is owed, by its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwedLine {
    /// Which record.
    pub matter: Matter,
    /// The meeting in which it was asked or promised.
    pub meeting: MeetingId,
}

/// A task in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskLine {
    /// Its id.
    pub task: TaskId,
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub owner: PersonId,
    /// By when.
    pub due: Date,
    /// What it follows from.
    pub follows: Option<Matter>,
}

/// What there is to remind of, and whose record it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "kebab-case")]
pub enum DueFromUs {
    /// A promise.
    Commitment(CommitmentId, OrganisationId),
    /// A task.
    Task(TaskId, OrganisationId),
}

pub(super) fn owed_row(keeper: &str, matter: Matter, meeting: MeetingId) -> ViewRow {
    let key = match matter {
        Matter::Request(id) => format!("request {id}"),
        Matter::Commitment(id) => format!("commitment {id}"),
    };
    let line = OwedLine { matter, meeting };
    row(OWED, keeper.to_owned(), &key, String::new(), &line)
}

/// When there is next something to remind of; nothing where there is nothing more.
pub(super) fn due_row(key: String, from: Option<Date>, of: DueFromUs) -> Option<ViewRow> {
    let from = from?.to_string();
    Some(row(DUE_FROM_US, SHARED.to_owned(), &key, from, &of))
}

pub(crate) fn task_rows(id: &str, task: &Task) -> Vec<ViewRow> {
    let (Some(assigned), Some(by), Some((owner, due))) = (&task.assigned, &task.recorded, task.open()) else {
        return vec![];
    };
    let line = TaskLine {
        task: assigned.task,
        text: assigned.text.to_string(),
        owner,
        due,
        follows: assigned.follows,
    };
    let organisation = by.actor.organisation;
    let list = row(TASKS, organisation.to_string(), id, due.to_string(), &line);
    let due = DueFromUs::Task(assigned.task, organisation);
    let due = due_row(format!("task {id}"), task.next_reminder(), due);
    [list].into_iter().chain(due).collect()
}

/// So many characters of what is due are told: enough to know it again. The rest stands in the record.
const SHORT: usize = 80;

fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let short: String = line.chars().take(SHORT).collect();
    if short == text { short } else { short + "…" }
}

/// What is told of something that is due from an organisation.
fn reminder(text: &str, at: Timestamp, one: &Reminded, of: OfRecord) -> NoticeLine {
    NoticeLine {
        position: 0,
        at,
        application: String::new(),
        reference: String::new(),
        title: shortened(text),
        date: one.due,
        // None of its own: it is told in the zone of whoever reads it.
        zone: String::new(),
        rulebook: String::new(),
        news: match one.what {
            Reminding::Soon => News::DueSoon,
            Reminding::Late => News::DueLate,
        },
        authority: None,
        name: None,
        condition: None,
        days: None,
        share: None,
        by: Some(one.due),
        watched: false,
        comments: None,
        of: Some(of),
    }
}

/// The rows that a fact of a promise adds for ever: the desk that keeps it is reminded.
pub(crate) fn told_of_commitment(after: &Commitment, recorded: &Recorded<CommitmentFact>) -> Vec<Told> {
    let (CommitmentFact::Reminded(one), Some(made), Some(by)) =
        (&recorded.fact, &after.made, &after.recorded)
    else {
        return vec![];
    };
    let of = OfRecord::Commitment(made.commitment);
    let line = reminder(made.text.as_str(), recorded.by.at, one, of);
    let scope = told(by.actor.organisation, Party::Desk);
    vec![line.to(scope)]
}

/// The same of a task: whoever does it is.
pub(crate) fn told_of_task(after: &Task, recorded: &Recorded<TaskFact>) -> Vec<Told> {
    let (TaskFact::Reminded(one), Some(assigned), Some(by), Some((owner, _))) = (
        &recorded.fact,
        &after.assigned,
        &after.recorded,
        after.given_last(),
    ) else {
        return vec![];
    };
    let of = OfRecord::Task(assigned.task, owner);
    let line = reminder(assigned.text.as_str(), recorded.by.at, one, of);
    let scope = told_to(by.actor.organisation, Party::Desk, owner);
    vec![line.to(scope)]
}
