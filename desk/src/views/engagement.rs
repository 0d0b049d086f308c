//! The rows that follow from sources, meetings, requests, commitments and relationships. Each belongs to the
//! organisation that keeps the record.

use super::owed::{DueFromUs, due_row, owed_row};
use crate::document::json;
use crate::store::{RowKey, ViewRow};
use act::{Context, Date, MeetingId, OrganisationId};
use engagement::{
    Commitment, Matter, Meeting, MeetingKind, Relationship, Request, RequestStanding, Side, Source,
    SourceKind,
};
use identity::{Names, When};
use serde::{Deserialize, Serialize};

/// Sources of the organisation that keeps them, by title.
pub const SOURCES: &str = "sources";
/// Meetings of the organisation that keeps them, the latest first.
pub const MEETINGS: &str = "meetings";
/// Requests of the organisation that keeps them, the open ones first.
pub const REQUESTS: &str = "requests";
/// Requests of a meeting; the scope is the meeting.
pub const MEETING_REQUESTS: &str = "meeting-requests";
/// Commitments of a meeting; the scope is the meeting.
pub const MEETING_COMMITMENTS: &str = "meeting-commitments";
/// Relationships of the organisation that keeps them.
pub const RELATIONSHIPS: &str = "relationships";

/// A source in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    /// Its id.
    pub source: String,
    /// What it is called.
    pub title: String,
    /// What sort it is.
    pub kind: SourceKind,
    /// SHA-256 of its text, in hexadecimal: by it a file that is brought in again is known.
    pub sha256: String,
}

/// A meeting in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingLine {
    /// Its id.
    pub meeting: String,
    /// What it is called.
    pub title: String,
    /// Meeting or comment.
    pub kind: MeetingKind,
    /// When it was.
    pub when: When,
    /// How many subjects it had.
    pub subjects: usize,
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestLine {
    /// Its id.
    pub request: String,
    /// The meeting in which it was made.
    pub meeting: MeetingId,
    /// What is asked.
    pub text: String,
    /// Who asks.
    pub from: Side,
    /// Who is asked.
    pub to: Side,
    /// Where it stands.
    pub standing: RequestStanding,
    /// The subject it belongs to.
    pub subject: Option<String>,
}

/// Who owes the answer to an open request, as seen from an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owed {
    /// The organisation itself.
    ByUs,
    /// Another, to the organisation.
    ToUs,
    /// One other to another.
    BetweenOthers,
}

impl RequestLine {
    /// Who owes the answer; nobody where it was given.
    #[must_use]
    pub fn owed(&self, own: OrganisationId) -> Option<Owed> {
        if self.standing != RequestStanding::Open {
            return None;
        }
        Some(if self.to.organisation == own {
            Owed::ByUs
        } else if self.from.organisation == own {
            Owed::ToUs
        } else {
            Owed::BetweenOthers
        })
    }
}

/// A commitment in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitmentLine {
    /// Its id.
    pub commitment: String,
    /// What is promised.
    pub text: String,
    /// Who promises.
    pub by: Names,
    /// To whom.
    pub to: Names,
    /// What became of it, by name; none while it is open.
    pub assessed: Option<String>,
    /// Whether it was taken back.
    pub taken_back: bool,
}

/// A relationship in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelationshipLine {
    /// The stream's id.
    pub relationship: String,
}

pub(super) fn row(
    view: &'static str,
    scope: String,
    key: &str,
    sort: String,
    body: &impl Serialize,
) -> ViewRow {
    ViewRow {
        key: RowKey {
            view,
            scope,
            sort,
            key: key.to_owned(),
        },
        body: json(body),
    }
}

/// Whose record it is.
fn keeper(recorded: Option<&Context>) -> Option<String> {
    recorded.map(|by| by.actor.organisation.to_string())
}

/// Sorts later days first; what has no day comes last.
fn latest_first(when: &When) -> String {
    let number = |day: Date| {
        let (year, month, date) = (
            i64::from(day.year()),
            i64::from(day.month()),
            i64::from(day.day()),
        );
        99_999_999 - (year * 10_000 + month * 100 + date)
    };
    when.latest()
        .or(when.earliest())
        .map_or_else(|| "99999999".to_owned(), |day| format!("{:08}", number(day)))
}

pub(crate) fn source_rows(id: &str, source: &Source) -> Vec<ViewRow> {
    let (Some(frozen), Some(keeper)) = (&source.frozen, keeper(source.recorded.as_ref())) else {
        return vec![];
    };
    let line = SourceLine {
        source: id.to_owned(),
        title: frozen.title.to_string(),
        kind: frozen.kind,
        sha256: frozen.sha256.clone(),
    };
    vec![row(SOURCES, keeper, id, line.title.to_lowercase(), &line)]
}

pub(crate) fn meeting_rows(id: &str, meeting: &Meeting) -> Vec<ViewRow> {
    let (Some(record), Some(keeper)) = (&meeting.record, keeper(meeting.recorded.as_ref())) else {
        return vec![];
    };
    let line = MeetingLine {
        meeting: id.to_owned(),
        title: record.title.to_string(),
        kind: record.kind,
        when: record.when,
        subjects: meeting.subjects.len(),
    };
    vec![row(MEETINGS, keeper, id, latest_first(&record.when), &line)]
}

pub(crate) fn request_rows(id: &str, request: &Request) -> Vec<ViewRow> {
    let (Some(made), Some(keeper)) = (&request.made, keeper(request.recorded.as_ref())) else {
        return vec![];
    };
    let line = RequestLine {
        request: id.to_owned(),
        text: made.text.to_string(),
        meeting: made.meeting,
        from: made.from.clone(),
        to: made.to.clone(),
        standing: request.standing(),
        subject: made.subject.map(|subject| subject.to_string()),
    };
    let of_meeting = row(
        MEETING_REQUESTS,
        made.meeting.to_string(),
        id,
        id.to_owned(),
        &line,
    );
    let place = match line.standing {
        RequestStanding::Open => 0,
        RequestStanding::Answered => 1,
        RequestStanding::TakenUp => 2,
        // The meeting's record still has it; nobody's list of requests does.
        RequestStanding::TakenBack => return vec![of_meeting],
    };
    let sort = format!("{place} {}", made.text.as_str().to_lowercase());
    let owed = (line.standing == RequestStanding::Open)
        .then(|| owed_row(&keeper, Matter::Request(made.request), made.meeting));
    let all = [row(REQUESTS, keeper, id, sort, &line), of_meeting];
    all.into_iter().chain(owed).collect()
}

pub(crate) fn commitment_rows(id: &str, commitment: &Commitment) -> Vec<ViewRow> {
    let Some(made) = &commitment.made else {
        return vec![];
    };
    let line = CommitmentLine {
        commitment: id.to_owned(),
        text: made.text.to_string(),
        by: made.by.name.clone(),
        to: made.to.name.clone(),
        assessed: commitment.judged().map(|one| one.assessment.name().to_owned()),
        taken_back: !commitment.stands(),
    };
    let of_meeting = row(
        MEETING_COMMITMENTS,
        made.meeting.to_string(),
        id,
        id.to_owned(),
        &line,
    );
    let keeper = commitment.recorded.as_ref().map(|by| by.actor.organisation);
    let owed = keeper.filter(|_| commitment.is_owed());
    let owed = owed.map(|keeper| {
        owed_row(
            &keeper.to_string(),
            Matter::Commitment(made.commitment),
            made.meeting,
        )
    });
    let due = keeper.and_then(|keeper| {
        let due = DueFromUs::Commitment(made.commitment, keeper);
        due_row(format!("commitment {id}"), commitment.next_reminder(), due)
    });
    [of_meeting].into_iter().chain(owed).chain(due).collect()
}

pub(crate) fn relationship_rows(id: &str, relationship: &Relationship) -> Vec<ViewRow> {
    let Some(keeper) = keeper(relationship.recorded.as_ref()) else {
        return vec![];
    };
    let line = RelationshipLine {
        relationship: id.to_owned(),
    };
    vec![row(
        RELATIONSHIPS,
        keeper,
        id,
        relationship.name("en").to_lowercase(),
        &line,
    )]
}
