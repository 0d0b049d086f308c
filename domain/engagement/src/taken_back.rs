//! Lines of a record that were taken back: entered by mistake, they no longer count, and the record still says so.

use act::{Context, PersonId, Reason, StatementId, SubjectId};
use serde::{Deserialize, Serialize};

/// A line that a meeting's own record has, and that may have been entered by mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "sort", content = "id", rename_all = "kebab-case")]
pub enum MeetingLine {
    /// Someone is said to have been there.
    Participant(PersonId),
    /// An item of the agenda.
    Subject(SubjectId),
    /// Something is said to have been said.
    Statement(StatementId),
}

/// That a line was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// Why.
    pub reason: Reason,
    /// By whom, and when.
    pub by: Context,
}

impl TakenBack {
    /// As a fact says it.
    pub(crate) fn of(reason: &Reason, by: &Context) -> TakenBack {
        TakenBack {
            reason: reason.clone(),
            by: by.clone(),
        }
    }
}

/// What rests on a line, so that the line cannot be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestsOn {
    /// A statement that someone made, or that belongs to a subject.
    Statement,
    /// A request that someone made, or that belongs to a subject.
    Request,
    /// A commitment that belongs to a subject.
    Commitment,
    /// An answer to a request, or one that someone gave.
    Answer,
    /// An application that follows from a request.
    Application,
    /// A judgement of a commitment.
    Judgement,
}

impl RestsOn {
    /// Everything that can rest on a line.
    pub const ALL: [RestsOn; 6] = [
        RestsOn::Statement,
        RestsOn::Request,
        RestsOn::Commitment,
        RestsOn::Answer,
        RestsOn::Application,
        RestsOn::Judgement,
    ];

    /// The Fluent id of it in words.
    #[must_use]
    pub fn term(self) -> &'static str {
        match self {
            RestsOn::Statement => "rests-statement",
            RestsOn::Request => "rests-request",
            RestsOn::Commitment => "rests-commitment",
            RestsOn::Answer => "rests-answer",
            RestsOn::Application => "rests-application",
            RestsOn::Judgement => "rests-judgement",
        }
    }
}
