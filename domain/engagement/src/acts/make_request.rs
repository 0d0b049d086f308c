//! A request that one side made to another is recorded.

use super::{Allowed, cited, keeper, participant, subject_of, two_sides};
use crate::{Cites, Citing, EngagementRefusal, Excerpt, Meeting, Request, RequestFact, RequestMade};
use act::{Context, OrganisationId, PersonId, Reason, RequestId, SubjectId};

/// Record a request. It is put beside its meeting, which says who the sides were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MakeRequest {
    /// The id that it will have.
    pub request: RequestId,
    /// The subject it belongs to, where it belongs to one.
    pub subject: Option<SubjectId>,
    /// The side that asks.
    pub from: OrganisationId,
    /// The side that is asked.
    pub to: OrganisationId,
    /// Who asked.
    pub asked_by: PersonId,
    /// What is asked, in our own words.
    pub text: Reason,
    /// On which words of a source it rests.
    pub excerpt: Option<Excerpt>,
}

impl MakeRequest {
    /// Whether the actor may record requests made in this meeting.
    ///
    /// # Errors
    /// The refusal that recording one would meet.
    pub fn check(meeting: &Meeting, context: &Context) -> Allowed {
        keeper(meeting, context)
    }
}

impl Citing<&Meeting> for MakeRequest {
    type State = Request;

    fn cites(&self) -> Option<Cites<'_>> {
        self.excerpt.as_ref().map(Cites::Excerpt)
    }

    fn record(
        self,
        state: &Request,
        context: &Context,
        meeting: &Meeting,
    ) -> Result<Vec<RequestFact>, EngagementRefusal> {
        Self::check(meeting, context)?;
        if state.made.is_some() {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        let record = meeting.record.as_ref().ok_or(EngagementRefusal::NotRecorded)?;
        let (from, to) = two_sides(meeting, self.from, self.to)?;
        participant(meeting, self.asked_by)?;
        subject_of(meeting, self.subject)?;
        Ok(vec![RequestFact::Made(Box::new(RequestMade {
            request: self.request,
            meeting: record.meeting,
            subject: self.subject,
            from,
            to,
            asked_by: self.asked_by,
            text: self.text,
            excerpt: cited(self.excerpt)?,
        }))])
    }
}
