//! Taking back what was recorded by mistake. Nothing is erased: the record says what it was, who took it back, when and why.

use super::MeetingView;
use crate::views::engagement::{CommitmentLine, MEETING_COMMITMENTS, MEETING_REQUESTS, RequestLine};
use crate::{Desk, Fault};
use act::{Actor, CommitmentId, MeetingId, Reason, RequestId, Timestamp};
use engagement::acts::{MadeThere, TakeBackAnswer, TakeBackCommitment, TakeBackLine, TakeBackRequest};
use engagement::{Commitment, FormerLine, Meeting, MeetingLine, Request, TakenBack};
use identity::{Names, Person};

/// A line of what a meeting's page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordLine {
    /// One of the meeting's own record.
    Of(MeetingLine),
    /// A request.
    Request(RequestId),
    /// The last answer to a request.
    Answer(RequestId),
    /// A commitment.
    Commitment(CommitmentId),
}

/// By whom a line was taken back, when and why.
#[derive(Clone, Debug)]
pub struct HowTakenBack {
    /// Why.
    pub reason: Reason,
    /// By whom, as far as it is known here.
    pub who: Option<Names>,
    /// When.
    pub at: Timestamp,
}

/// A line that was taken back.
#[derive(Clone, Debug)]
pub struct TakenBackLine {
    /// What it was.
    pub line: FormerRecordLine,
    /// By whom it was taken back, when and why.
    pub how: HowTakenBack,
}

/// What a line was before it was taken back.
#[derive(Clone, Debug)]
pub enum FormerRecordLine {
    /// One of the meeting's own record.
    Of(FormerLine),
    /// A request.
    Request(String),
    /// An answer to a request.
    Answer(String),
    /// A commitment.
    Commitment(String),
}

/// A line that can be taken back, and what it says.
pub type MayTakeBack = (RecordLine, String);

/// What was made in a meeting, with the ids beside it.
#[derive(Default)]
struct Made {
    request_ids: Vec<RequestId>,
    requests: Vec<Request>,
    commitment_ids: Vec<CommitmentId>,
    commitments: Vec<Commitment>,
}

impl Made {
    fn there(&self) -> MadeThere<'_> {
        MadeThere {
            requests: &self.requests,
            commitments: &self.commitments,
        }
    }

    fn requests(&self) -> impl Iterator<Item = (RequestId, &Request)> {
        self.request_ids.iter().copied().zip(&self.requests)
    }

    fn commitments(&self) -> impl Iterator<Item = (CommitmentId, &Commitment)> {
        self.commitment_ids.iter().copied().zip(&self.commitments)
    }
}

/// The lines of a meeting's own record, with what they say.
fn own(meeting: &Meeting) -> Vec<(MeetingLine, String)> {
    let people = meeting.record.iter().flat_map(|one| &one.participations);
    let people = people.map(|one| (MeetingLine::Participant(one.person), one.name.to_string()));
    let agenda = meeting.agenda().into_iter();
    let subjects = agenda.map(|(id, one)| (MeetingLine::Subject(id), one.title.to_string()));
    let statements = meeting.statements.iter();
    let statements = statements.map(|one| (MeetingLine::Statement(one.statement), one.text.to_string()));
    people.chain(subjects).chain(statements).collect()
}

impl Desk {
    async fn made_in(&self, meeting: MeetingId) -> Result<Made, Fault> {
        let mut made = Made::default();
        for line in self
            .lines::<RequestLine>(MEETING_REQUESTS, meeting.to_string())
            .await?
        {
            let Ok(id) = line.request.parse::<RequestId>() else {
                continue;
            };
            made.request_ids.push(id);
            made.requests.push(self.existing::<Request>(id).await?.state);
        }
        for line in self
            .lines::<CommitmentLine>(MEETING_COMMITMENTS, meeting.to_string())
            .await?
        {
            let Ok(id) = line.commitment.parse::<CommitmentId>() else {
                continue;
            };
            made.commitment_ids.push(id);
            made.commitments
                .push(self.existing::<Commitment>(id).await?.state);
        }
        Ok(made)
    }

    /// The lines of a meeting that the actor can take back now: those on which nothing rests.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn may_take_back(&self, actor: &Actor, view: &MeetingView) -> Result<Vec<MayTakeBack>, Fault> {
        if !view.may_add {
            return Ok(vec![]);
        }
        let (made, context) = (self.made_in(view.id).await?, self.context(actor));
        let mut lines: Vec<MayTakeBack> = vec![];
        for (line, text) in own(&view.meeting) {
            if TakeBackLine::check(line, made.there(), &view.meeting, &context).is_ok() {
                lines.push((RecordLine::Of(line), text));
            }
        }
        for (id, request) in made.requests() {
            if TakeBackRequest::check(request, &context).is_ok() {
                lines.push((RecordLine::Request(id), request.text().to_owned()));
            }
            let may = TakeBackAnswer::check(request, &context).is_ok();
            let answer = request.answer().filter(|_| may);
            lines.extend(answer.map(|answer| (RecordLine::Answer(id), answer.text.to_string())));
        }
        for (id, commitment) in made.commitments() {
            if TakeBackCommitment::check(commitment, &context).is_ok() {
                lines.push((RecordLine::Commitment(id), commitment.text().to_owned()));
            }
        }
        Ok(lines)
    }

    /// Takes back a line of a meeting, or of what was made in it.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name: where something rests on the line. [`Fault::NotFound`] for a line of another meeting.
    pub async fn take_back(
        &self,
        actor: &Actor,
        meeting: MeetingId,
        line: RecordLine,
        reason: Reason,
    ) -> Result<(), Fault> {
        self.meeting(actor, meeting).await?;
        let (made, context) = (self.made_in(meeting).await?, self.context(actor));
        let known = match line {
            RecordLine::Of(_) => true,
            RecordLine::Request(id) | RecordLine::Answer(id) => made.request_ids.contains(&id),
            RecordLine::Commitment(id) => made.commitment_ids.contains(&id),
        };
        if !known {
            return Err(Fault::NotFound);
        }
        let done = match line {
            RecordLine::Of(line) => {
                let beside = made.there();
                let act = TakeBackLine { line, reason, beside };
                self.perform(meeting, &context, act).await
            }
            RecordLine::Request(id) => self.perform(id, &context, TakeBackRequest { reason }).await,
            RecordLine::Answer(id) => self.perform(id, &context, TakeBackAnswer { reason }).await,
            RecordLine::Commitment(id) => self.perform(id, &context, TakeBackCommitment { reason }).await,
        };
        done.map(drop)
    }

    pub(super) async fn how_taken_back(&self, taken_back: &TakenBack) -> Result<HowTakenBack, Fault> {
        let TakenBack { reason, by } = taken_back;
        Ok(HowTakenBack {
            reason: reason.clone(),
            who: self.load::<Person>(by.actor.person).await?.state.names,
            at: by.at,
        })
    }

    /// Everything of a meeting's record that was taken back: its own lines, then requests, answers and commitments.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn taken_back(&self, view: &MeetingView) -> Result<Vec<TakenBackLine>, Fault> {
        let made = self.made_in(view.id).await?;
        let own = view.meeting.taken_back.iter();
        let mut all: Vec<(FormerRecordLine, &TakenBack)> = own
            .map(|(line, how)| (FormerRecordLine::Of(line.clone()), how))
            .collect();
        for request in &made.requests {
            let whole = request.taken_back.iter();
            all.extend(whole.map(|how| (FormerRecordLine::Request(request.text().to_owned()), how)));
            let answers = request.answers_taken_back.iter();
            all.extend(answers.map(|(one, how)| (FormerRecordLine::Answer(one.text.to_string()), how)));
        }
        for commitment in &made.commitments {
            let text = || FormerRecordLine::Commitment(commitment.text().to_owned());
            all.extend(commitment.taken_back.iter().map(|how| (text(), how)));
        }
        let mut lines = vec![];
        for (line, how) in all {
            let how = self.how_taken_back(how).await?;
            lines.push(TakenBackLine { line, how });
        }
        Ok(lines)
    }
}
