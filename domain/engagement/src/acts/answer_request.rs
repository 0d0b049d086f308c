//! The answer to a request is recorded.

use super::{Allowed, DESK, before_meeting, has_come, kept, role};
use crate::{Answer, Answered, Cites, Citing, EngagementRefusal, Excerpt, Meeting, Request, RequestFact};
use act::{Context, PersonId, Reason};
use identity::When;

/// Record an answer: by the desk that keeps the request, from a source; or by the desk of the side that was asked,
/// which is its own source. It is put beside the meeting in which the request was made, before which nobody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRequest {
    /// Yes, in part, noted, or no.
    pub answer: Answer,
    /// What was answered, in our own words.
    pub text: Reason,
    /// On which words of a source it rests.
    pub excerpt: Option<Excerpt>,
    /// Who answered.
    pub by: PersonId,
    /// When.
    pub on: When,
}

impl AnswerRequest {
    /// Whether the actor may record an answer to this request.
    ///
    /// # Errors
    /// The refusal that answering would meet.
    pub fn check(request: &Request, context: &Context) -> Allowed {
        role(context, DESK)?;
        super::standing_request(request)?;
        let organisation = context.actor.organisation;
        kept(request.is_kept_by(organisation) || request.is_to(organisation))?;
        // What was taken up before any answer can still be answered.
        match request.answer() {
            Some(Answered {
                answer: Answer::Noted,
                ..
            })
            | None => Ok(()),
            Some(_) => Err(EngagementRefusal::AlreadyAnswered),
        }
    }
}

impl Citing<&Meeting> for AnswerRequest {
    type State = Request;

    fn cites(&self) -> Option<Cites<'_>> {
        self.excerpt.as_ref().map(Cites::Excerpt)
    }

    fn may_cite_nothing(&self, request: &Request, context: &Context) -> bool {
        request.is_to(context.actor.organisation)
    }

    fn record(
        self,
        request: &Request,
        context: &Context,
        meeting: &Meeting,
    ) -> Result<Vec<RequestFact>, EngagementRefusal> {
        Self::check(request, context)?;
        has_come(&self.on, "on", context)?;
        if let Some(met) = before_meeting(&self.on, meeting) {
            return Err(EngagementRefusal::AnsweredBeforeMeeting { met });
        }
        let AnswerRequest {
            answer,
            text,
            excerpt,
            by,
            on,
        } = self;
        let answered = Answered {
            answer,
            text,
            excerpt,
            by,
            on,
        };
        // One that only notes it leaves the request open, and a form is sent twice by mistake.
        if request.answer() == Some(&answered) {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        Ok(vec![RequestFact::Answered(Box::new(answered))])
    }
}
