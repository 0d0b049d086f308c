//! Something that a participant said is recorded.

use super::{Allowed, cited, keeper, participant, subject_of};
use crate::{Cites, Citing, EngagementRefusal, Excerpt, Meeting, MeetingFact, Mode, SpeechAct, Statement};
use act::{Context, PersonId, Reason, StatementId, SubjectId};

/// Record a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordStatement {
    /// The id that it will have.
    pub statement: StatementId,
    /// Who said it.
    pub speaker: PersonId,
    /// What the speaker did in saying it.
    pub act: SpeechAct,
    /// Whether the source gives the words or their sense.
    pub mode: Mode,
    /// What was said, in our own words.
    pub text: Reason,
    /// On which words of a source it rests.
    pub excerpt: Option<Excerpt>,
    /// The subject it belongs to, where it belongs to one.
    pub subject: Option<SubjectId>,
}

impl RecordStatement {
    /// Whether the actor may add to this meeting's record.
    ///
    /// # Errors
    /// The refusal that adding would meet.
    pub fn check(meeting: &Meeting, context: &Context) -> Allowed {
        keeper(meeting, context)
    }
}

impl Citing for RecordStatement {
    type State = Meeting;

    fn cites(&self) -> Option<Cites<'_>> {
        self.excerpt.as_ref().map(Cites::Excerpt)
    }

    fn record(
        self,
        meeting: &Meeting,
        context: &Context,
        (): (),
    ) -> Result<Vec<MeetingFact>, EngagementRefusal> {
        Self::check(meeting, context)?;
        participant(meeting, self.speaker)?;
        subject_of(meeting, self.subject)?;
        let RecordStatement {
            statement,
            speaker,
            act,
            mode,
            text,
            excerpt,
            subject,
        } = self;
        if meeting.statements.iter().any(|one| one.statement == statement) {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        let excerpt = cited(excerpt)?;
        Ok(vec![MeetingFact::StatementRecorded(Box::new(Statement {
            statement,
            speaker,
            act,
            mode,
            text,
            excerpt,
            subject,
        }))])
    }
}
