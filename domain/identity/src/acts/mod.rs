//! What people can do to the records of persons and organisations: one act, one file.

mod begin_membership;
mod create_post;
mod delegate;
mod end_delegation;
mod end_membership;
mod grant_role;
mod register_organisation;
mod register_person;
mod withdraw_authority;
mod withdraw_role;

pub use begin_membership::BeginMembership;
pub use create_post::CreatePost;
pub use delegate::Delegate;
pub use end_delegation::EndDelegation;
pub use end_membership::EndMembership;
pub use grant_role::GrantRole;
pub use register_organisation::RegisterOrganisation;
pub use register_person::RegisterPerson;
pub use withdraw_authority::WithdrawAuthority;
pub use withdraw_role::WithdrawRole;

use crate::{IdentityRefusal, Organisation};
use act::{AuthorityToAct, Context, PersonId, Role};

type Allowed = Result<(), IdentityRefusal>;

/// Who records that there is someone, and which post they hold.
const RECORDERS: &[Role] = &[Role::Operator, Role::DeskOfficer];
/// Who says who may act: nobody else may make an officer of anyone.
const OPERATORS: &[Role] = &[Role::Operator];
/// Who says who stands in for whom: a decider for herself, and the secretariat.
const DELEGATORS: &[Role] = &[Role::Decider, Role::Coordinator];

fn role(context: &Context, allowed: &'static [Role]) -> Allowed {
    // Whoever holds a link acts in the name of an operator and is none.
    let by_link = matches!(context.actor.authority, AuthorityToAct::Link { .. });
    if !by_link && allowed.contains(&context.actor.role) {
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

/// Whether the actor may say who stands in for a person: in their own organisation a decider for herself and a coordinator for
/// everyone. Who stands in for another does not pass that on.
///
/// # Errors
/// By its name, why not.
pub fn may_delegate(
    organisation: &Organisation,
    context: &Context,
    of: PersonId,
) -> Result<(), IdentityRefusal> {
    role(context, DELEGATORS)?;
    let actor = &context.actor;
    if matches!(actor.authority, AuthorityToAct::Delegation { .. }) {
        return Err(IdentityRefusal::StandsIn);
    }
    if organisation.id != Some(actor.organisation) {
        return Err(IdentityRefusal::AnotherOrganisation);
    }
    if actor.role == Role::Decider && of != actor.person {
        return Err(IdentityRefusal::NotForAnother);
    }
    Ok(())
}
