//! What acts on advice by link have in common: who asks for it, and what is awaited still.

use super::{
    Allowed, LEAD_ROLES, REVIEW_ROLES, lead, not_over, not_refused, own, put_to_own, referred, role, stage,
};
use crate::{AdviceRequest, Application, ClearanceRefusal, Stage};
use act::{AdviceId, AuthorityId, Context};

/// The stages in which advice on the case still changes something.
const ADVISED_IN: &[Stage] = &[Stage::InCirculation, Stage::Decided];

/// Whether the actor may ask for advice now: for the referral of the own authority, which it has not decided, or as the lead, for the case.
pub(super) fn may_ask(
    application: &Application,
    context: &Context,
    authority: Option<&AuthorityId>,
) -> Allowed {
    match authority {
        Some(authority) => own(application, context, authority, REVIEW_ROLES).map(drop),
        None => {
            lead(application, context)?;
            stage(application, ADVISED_IN)?;
            not_over(application, context)?;
            not_refused(application)
        }
    }
}

/// Whether it is the actor who asked, or somebody of the same authority.
pub(super) fn asked_it(application: &Application, context: &Context, request: &AdviceRequest) -> Allowed {
    match &request.asked.authority {
        Some(authority) => {
            role(context, REVIEW_ROLES)?;
            put_to_own(referred(application, authority)?, context)
        }
        None => {
            role(context, LEAD_ROLES)?;
            lead(application, context)
        }
    }
}

/// What was asked for and is awaited, be it overdue or not.
pub(super) fn awaited_advice(
    application: &Application,
    advice: AdviceId,
) -> Result<&AdviceRequest, ClearanceRefusal> {
    let request = application.advice_request(advice).filter(|one| one.is_awaited());
    request.ok_or(ClearanceRefusal::AdviceNotAwaited)
}
