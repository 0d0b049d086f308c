//! A subject is linked to the same matter in an earlier or a later meeting. That is our own finding and cites nothing.

use super::{Allowed, keeper};
use crate::{EngagementRefusal, LinkedSubject, Meeting, MeetingFact, SubjectRelation};
use act::{Act, Context, MeetingId, SubjectId};

/// Link a subject of this meeting to one of another. Whether that other exists is the caller's to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkSubjects {
    /// The subject of this meeting.
    pub subject: SubjectId,
    /// How the other stands to it.
    pub relation: SubjectRelation,
    /// The other meeting.
    pub meeting: MeetingId,
    /// The other subject.
    pub other: SubjectId,
}

impl LinkSubjects {
    /// Whether the actor may add to this meeting's record.
    ///
    /// # Errors
    /// The refusal that linking would meet.
    pub fn check(meeting: &Meeting, context: &Context) -> Allowed {
        keeper(meeting, context)
    }
}

impl Act for LinkSubjects {
    type State = Meeting;
    type Refusal = EngagementRefusal;

    fn decide(self, state: &Meeting, context: &Context) -> Result<Vec<MeetingFact>, EngagementRefusal> {
        Self::check(state, context)?;
        let LinkSubjects {
            subject,
            relation,
            meeting,
            other,
        } = self;
        let known = state
            .subjects
            .get(&subject)
            .ok_or(EngagementRefusal::NoSuchSubject)?;
        if state
            .record
            .as_ref()
            .is_some_and(|record| record.meeting == meeting)
        {
            return Err(EngagementRefusal::LinkWithinMeeting);
        }
        if known.links.contains(&LinkedSubject {
            relation,
            meeting,
            subject: other,
        }) {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        Ok(vec![MeetingFact::SubjectLinked {
            subject,
            relation,
            meeting,
            other,
        }])
    }
}
