//! What people can do to the records of persons and organisations: one act, one file.

mod begin_membership;
mod create_post;
mod end_membership;
mod grant_role;
mod register_organisation;
mod register_person;
mod withdraw_authority;
mod withdraw_role;

pub use begin_membership::BeginMembership;
pub use create_post::CreatePost;
pub use end_membership::EndMembership;
pub use grant_role::GrantRole;
pub use register_organisation::RegisterOrganisation;
pub use register_person::RegisterPerson;
pub use withdraw_authority::WithdrawAuthority;
pub use withdraw_role::WithdrawRole;

use crate::{IdentityRefusal, Organisation};
use act::{Context, Role};

type Allowed = Result<(), IdentityRefusal>;

/// Who records that there is someone, and which post they hold.
const RECORDERS: &[Role] = &[Role::Operator, Role::DeskOfficer];
/// Who says who may act: nobody else may make an officer of anyone.
const OPERATORS: &[Role] = &[Role::Operator];

fn role(context: &Context, allowed: &'static [Role]) -> Allowed {
    if allowed.contains(&context.actor.role) {
        Ok(())
    } else {
        Err(IdentityRefusal::NotYourRole {
            role: context.actor.role,
            allowed,
        })
    }
}

fn registered(organisation: &Organisation) -> Allowed {
    if organisation.id.is_some() {
        Ok(())
    } else {
        Err(IdentityRefusal::NotRegistered)
    }
}
