//! The one right that every line of the record asks for, whoever records it.

use crate::EngagementRefusal;
use act::{Context, Role};

/// The roles that record.
pub(crate) const DESK: &[Role] = &[Role::DeskOfficer];

pub(crate) fn role(context: &Context, allowed: &'static [Role]) -> Result<(), EngagementRefusal> {
    if allowed.contains(&context.actor.role) {
        Ok(())
    } else {
        Err(EngagementRefusal::NotYourRole {
            role: context.actor.role,
            allowed,
        })
    }
}
