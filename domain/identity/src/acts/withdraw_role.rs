//! A person may no longer act for an organisation in a role.

use super::{OPERATORS, registered, role};
use crate::{IdentityRefusal, Organisation, OrganisationFact};
use act::{Act, Context, PersonId, Role};

/// Take a role in an organisation from a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawRole {
    /// Who.
    pub person: PersonId,
    /// Which role.
    pub role: Role,
}

impl Act for WithdrawRole {
    type State = Organisation;
    type Refusal = IdentityRefusal;

    fn decide(
        self,
        organisation: &Organisation,
        context: &Context,
    ) -> Result<Vec<OrganisationFact>, IdentityRefusal> {
        role(context, OPERATORS)?;
        registered(organisation)?;
        if !organisation.holds_role(self.person, self.role) {
            return Err(IdentityRefusal::RoleNotHeld { role: self.role });
        }
        if self.role == Role::Operator && self.person == context.actor.person {
            return Err(IdentityRefusal::OwnOperatorRole);
        }
        Ok(vec![OrganisationFact::RoleWithdrawn {
            person: self.person,
            role: self.role,
        }])
    }
}
