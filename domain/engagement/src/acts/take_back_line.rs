//! A participant, a subject or a statement that was recorded by mistake is taken back.

use super::{Allowed, keeper};
use crate::{Commitment, EngagementRefusal, Meeting, MeetingFact, MeetingLine, Request, RestsOn};
use act::{Act, Context, PersonId, Reason, SubjectId};

/// Take a line of a meeting's own record back. Links of a subject go with it: they say something of it alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeBackLine<'a> {
    /// Which line.
    pub line: MeetingLine,
    /// Why.
    pub reason: Reason,
    /// What was made in the meeting.
    pub beside: MadeThere<'a>,
}

/// The requests and the commitments that were made in a meeting, which may rest on a line of its record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MadeThere<'a> {
    /// The requests.
    pub requests: &'a [Request],
    /// The commitments.
    pub commitments: &'a [Commitment],
}

impl TakeBackLine<'_> {
    /// Whether the actor may take this line back.
    ///
    /// # Errors
    /// The refusal that taking it back would meet.
    pub fn check(line: MeetingLine, beside: MadeThere<'_>, meeting: &Meeting, context: &Context) -> Allowed {
        keeper(meeting, context)?;
        match line {
            MeetingLine::Participant(person) => beside.without_participant(meeting, person),
            MeetingLine::Subject(subject) => beside.without_subject(meeting, subject),
            MeetingLine::Statement(statement) => {
                let known = meeting.statements.iter().any(|one| one.statement == statement);
                if known {
                    Ok(())
                } else {
                    Err(EngagementRefusal::NotRecorded)
                }
            }
        }
    }
}

impl MadeThere<'_> {
    fn without_participant(self, meeting: &Meeting, person: PersonId) -> Allowed {
        super::participant(meeting, person)?;
        let present = meeting.record.iter().map(|record| record.participations.len());
        if present.sum::<usize>() == 1 {
            return Err(EngagementRefusal::NoParticipant);
        }
        let made = || self.requests.iter().filter(|one| one.stands());
        let asked = |one: &Request| one.made.as_ref().is_some_and(|made| made.asked_by == person);
        nothing_rests(&[
            (
                RestsOn::Statement,
                meeting.statements.iter().any(|one| one.speaker == person),
            ),
            (RestsOn::Request, made().any(asked)),
            (
                RestsOn::Answer,
                made().any(|one| one.answers.iter().any(|answer| answer.by == person)),
            ),
        ])
    }

    fn without_subject(self, meeting: &Meeting, subject: SubjectId) -> Allowed {
        super::subject_of(meeting, Some(subject))?;
        let of = |one: Option<SubjectId>| one == Some(subject);
        let asked = |one: &Request| one.made.as_ref().is_some_and(|made| of(made.subject));
        let promised = |one: &Commitment| one.made.as_ref().is_some_and(|made| of(made.subject));
        nothing_rests(&[
            (
                RestsOn::Statement,
                meeting.statements.iter().any(|one| of(one.subject)),
            ),
            (
                RestsOn::Request,
                self.requests.iter().any(|one| one.stands() && asked(one)),
            ),
            (
                RestsOn::Commitment,
                self.commitments.iter().any(|one| one.stands() && promised(one)),
            ),
        ])
    }
}

/// The refusal that names the first thing that rests on a line.
pub(super) fn nothing_rests(all: &[(RestsOn, bool)]) -> Allowed {
    match all.iter().find(|(_, rests)| *rests) {
        Some((what, _)) => Err(EngagementRefusal::RestedOn { by: *what }),
        None => Ok(()),
    }
}

impl Act for TakeBackLine<'_> {
    type State = Meeting;
    type Refusal = EngagementRefusal;

    fn decide(self, meeting: &Meeting, context: &Context) -> Result<Vec<MeetingFact>, EngagementRefusal> {
        Self::check(self.line, self.beside, meeting, context)?;
        Ok(vec![MeetingFact::LineTakenBack {
            line: self.line,
            reason: self.reason,
        }])
    }
}
