//! An application follows from a request.

use super::{Allowed, TAKERS, role};
use crate::{EngagementRefusal, Request, RequestFact};
use act::{Act, ApplicationId, Context, Role};

/// Take a request up in an application. One request leads to at most one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeUpRequest {
    /// The application that follows from it.
    pub application: ApplicationId,
}

impl TakeUpRequest {
    /// Whether the actor may take this request up: for the side that asked, or at the desk that keeps it.
    ///
    /// # Errors
    /// The refusal that taking it up would meet.
    pub fn check(request: &Request, context: &Context) -> Allowed {
        role(context, TAKERS)?;
        super::standing_request(request)?;
        let organisation = context.actor.organisation;
        let keeps = context.actor.role == Role::DeskOfficer && request.is_kept_by(organisation);
        if !(keeps || request.is_from(organisation)) {
            return Err(EngagementRefusal::NotTheAskingSide);
        }
        match request.taken_up {
            Some(application) => Err(EngagementRefusal::AlreadyTakenUp { application }),
            None => Ok(()),
        }
    }
}

impl Act for TakeUpRequest {
    type State = Request;
    type Refusal = EngagementRefusal;

    fn decide(self, request: &Request, context: &Context) -> Result<Vec<RequestFact>, EngagementRefusal> {
        Self::check(request, context)?;
        Ok(vec![RequestFact::TakenUp {
            application: self.application,
        }])
    }
}
