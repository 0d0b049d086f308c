//! A request that was recorded by mistake is taken back, or the answer that was recorded last.

use super::take_back_line::nothing_rests;
use super::{Allowed, DESK, kept, role};
use crate::{EngagementRefusal, Request, RequestFact, RestsOn};
use act::{Act, Context, Reason};

/// Take a request back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeBackRequest {
    /// Why.
    pub reason: Reason,
}

impl TakeBackRequest {
    /// Whether the actor may take this request back.
    ///
    /// # Errors
    /// The refusal that taking it back would meet.
    pub fn check(request: &Request, context: &Context) -> Allowed {
        role(context, DESK)?;
        super::standing_request(request)?;
        kept(request.is_kept_by(context.actor.organisation))?;
        nothing_rests(&[
            (RestsOn::Application, request.taken_up.is_some()),
            (RestsOn::Answer, !request.answers.is_empty()),
        ])
    }
}

impl Act for TakeBackRequest {
    type State = Request;
    type Refusal = EngagementRefusal;

    fn decide(self, request: &Request, context: &Context) -> Result<Vec<RequestFact>, EngagementRefusal> {
        Self::check(request, context)?;
        Ok(vec![RequestFact::TakenBack { reason: self.reason }])
    }
}

/// Take the last answer to a request back: the one before it stands again, or the request waits again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeBackAnswer {
    /// Why.
    pub reason: Reason,
}

impl TakeBackAnswer {
    /// Whether the actor may take an answer to this request back: whoever may record one.
    ///
    /// # Errors
    /// The refusal that taking it back would meet.
    pub fn check(request: &Request, context: &Context) -> Allowed {
        role(context, DESK)?;
        super::standing_request(request)?;
        let organisation = context.actor.organisation;
        kept(request.is_kept_by(organisation) || request.is_to(organisation))?;
        match request.answer() {
            Some(_) => Ok(()),
            None => Err(EngagementRefusal::NotRecorded),
        }
    }
}

impl Act for TakeBackAnswer {
    type State = Request;
    type Refusal = EngagementRefusal;

    fn decide(self, request: &Request, context: &Context) -> Result<Vec<RequestFact>, EngagementRefusal> {
        Self::check(request, context)?;
        Ok(vec![RequestFact::AnswerTakenBack { reason: self.reason }])
    }
}
