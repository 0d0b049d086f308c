//! What the acts on conditions of a permit have in common.

use super::{Allowed, On, REVIEW_ROLES, put_to_own, referred, role, stage};
use crate::{Application, ClearanceRefusal, OnPermit, Permit, Stage};
use act::{AuthorityId, Context};

/// Conditions of the permit.
pub(super) fn on_conditions(
    application: &Application,
    check: impl Fn(&AuthorityId, u32) -> Allowed,
) -> Vec<On> {
    let permit = application.permit.iter();
    let all = permit.flat_map(Permit::conditions);
    let allowed = all.filter(|one| check(one.authority, one.number).is_ok());
    allowed
        .map(|one| On::Condition(one.authority.clone(), one.number))
        .collect()
}

/// A condition of a permit that stands or is suspended, which is not discharged: what was to be kept still is, once it stands again. The event may be over: what is to be kept after it is shown
/// after it, and what was kept before it may be found to be so late.
pub(super) fn undischarged<'a>(
    application: &'a Application,
    authority: &AuthorityId,
    number: u32,
) -> Result<OnPermit<'a>, ClearanceRefusal> {
    stage(application, &[Stage::Permitted, Stage::Suspended])?;
    let permit = application.permit.as_ref();
    let condition = permit.and_then(|permit| permit.condition(authority, number));
    let authority = || authority.clone();
    match condition {
        None => Err(ClearanceRefusal::NoSuchCondition {
            authority: authority(),
            number,
        }),
        Some(condition) if condition.discharged().is_some() => Err(ClearanceRefusal::AlreadyDischarged {
            authority: authority(),
        }),
        Some(condition) => Ok(condition),
    }
}

/// The same, and the actor reviews for the authority that set it.
pub(super) fn own_condition<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
    number: u32,
) -> Result<OnPermit<'a>, ClearanceRefusal> {
    role(context, REVIEW_ROLES)?;
    put_to_own(referred(application, authority)?, context)?;
    undischarged(application, authority, number)
}

/// The proof of that number waits for an answer.
pub(super) fn open_proof(condition: &OnPermit<'_>, proof: u32) -> Allowed {
    match condition.open_proof() {
        Some(open) if open.number == proof => Ok(()),
        _ => Err(ClearanceRefusal::NoOpenProof),
    }
}
