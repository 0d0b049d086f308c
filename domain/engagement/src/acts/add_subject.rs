//! A subject is added to a meeting's agenda.

use super::{Allowed, cited, keeper};
use crate::{Cites, Citing, EngagementRefusal, Excerpt, Meeting, MeetingFact};
use act::{Context, SubjectId, Title};

/// Add a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddSubject {
    /// The id that it will have.
    pub subject: SubjectId,
    /// Its place in the agenda, from 1.
    pub order: u32,
    /// What it is about, in our own words.
    pub title: Title,
    /// On which words of a source it rests.
    pub excerpt: Option<Excerpt>,
}

impl AddSubject {
    /// Whether the actor may add to this meeting's record.
    ///
    /// # Errors
    /// The refusal that adding would meet.
    pub fn check(meeting: &Meeting, context: &Context) -> Allowed {
        keeper(meeting, context)
    }
}

impl Citing for AddSubject {
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
        let AddSubject {
            subject,
            order,
            title,
            excerpt,
        } = self;
        if meeting.subjects.contains_key(&subject) {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        if let Some(one) = meeting.subjects.values().find(|one| one.title == title) {
            return Err(EngagementRefusal::SubjectTwice { order: one.order });
        }
        if meeting.subjects.values().any(|one| one.order == order) {
            return Err(EngagementRefusal::OrderTaken { order });
        }
        Ok(vec![MeetingFact::SubjectAdded {
            subject,
            order,
            title,
            excerpt: cited(excerpt)?,
        }])
    }
}
