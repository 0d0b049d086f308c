//! A commitment that one side made to another is recorded.

use super::{Allowed, before_meeting, cited, keeper, subject_of, two_sides};
use crate::{Cites, Citing, Commitment, CommitmentFact, CommitmentMade, EngagementRefusal, Excerpt, Meeting};
use act::{CommitmentId, Context, OrganisationId, Reason, SubjectId};
use identity::When;

/// Record a commitment. It is put beside its meeting, which says who the sides were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MakeCommitment {
    /// The id that it will have.
    pub commitment: CommitmentId,
    /// The subject it belongs to, where it belongs to one.
    pub subject: Option<SubjectId>,
    /// The side that promises.
    pub by: OrganisationId,
    /// The side that it is promised to.
    pub to: OrganisationId,
    /// What is promised, in our own words.
    pub text: Reason,
    /// On which words of a source it rests.
    pub excerpt: Option<Excerpt>,
    /// When it is due.
    pub due: When,
}

impl MakeCommitment {
    /// Whether the actor may record commitments made in this meeting.
    ///
    /// # Errors
    /// The refusal that recording one would meet.
    pub fn check(meeting: &Meeting, context: &Context) -> Allowed {
        keeper(meeting, context)
    }
}

impl Citing<&Meeting> for MakeCommitment {
    type State = Commitment;

    fn cites(&self) -> Option<Cites<'_>> {
        self.excerpt.as_ref().map(Cites::Excerpt)
    }

    fn record(
        self,
        state: &Commitment,
        context: &Context,
        meeting: &Meeting,
    ) -> Result<Vec<CommitmentFact>, EngagementRefusal> {
        Self::check(meeting, context)?;
        if state.made.is_some() {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        let record = meeting.record.as_ref().ok_or(EngagementRefusal::NotRecorded)?;
        let (by, to) = two_sides(meeting, self.by, self.to)?;
        subject_of(meeting, self.subject)?;
        if let Some(met) = before_meeting(&self.due, meeting) {
            return Err(EngagementRefusal::DueBeforeMeeting { met });
        }
        Ok(vec![CommitmentFact::Made(Box::new(CommitmentMade {
            commitment: self.commitment,
            meeting: record.meeting,
            subject: self.subject,
            by,
            to,
            text: self.text,
            excerpt: cited(self.excerpt)?,
            due: self.due,
        }))])
    }
}
