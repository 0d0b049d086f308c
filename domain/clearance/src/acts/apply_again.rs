//! An organiser applies for an event again: whether it may begin with what an application said. It changes nothing of that one, so it
//! is no fact.

use super::{Allowed, organiser, stage};
use crate::{Application, Stage};
use act::Context;

/// Whether the actor may begin another application with what this one said, whatever became of it.
///
/// # Errors
/// The refusal that beginning would meet.
pub fn could_be_applied_for_again(application: &Application, context: &Context) -> Allowed {
    stage(
        application,
        &[
            Stage::Submitted,
            Stage::Returned,
            Stage::InCirculation,
            Stage::Decided,
            Stage::Permitted,
            Stage::Suspended,
            Stage::Revoked,
            Stage::Withdrawn,
            Stage::Lapsed,
        ],
    )?;
    organiser(application, context)
}
