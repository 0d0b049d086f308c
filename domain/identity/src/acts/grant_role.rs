//! A person may act for an organisation in a role.

use super::{OPERATORS, registered, role};
use crate::{IdentityRefusal, Organisation, OrganisationFact};
use act::{Act, Context, PersonId, Role};

/// Give a person a role in an organisation. Whether the person exists is the caller's to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantRole {
    /// Who.
    pub person: PersonId,
    /// In which role.
    pub role: Role,
}

impl Act for GrantRole {
    type State = Organisation;
    type Refusal = IdentityRefusal;

    fn decide(
        self,
        organisation: &Organisation,
        context: &Context,
    ) -> Result<Vec<OrganisationFact>, IdentityRefusal> {
        role(context, OPERATORS)?;
        registered(organisation)?;
        if organisation.holds_role(self.person, self.role) {
            return Err(IdentityRefusal::RoleAlreadyHeld { role: self.role });
        }
        Ok(vec![OrganisationFact::RoleGranted {
            person: self.person,
            role: self.role,
        }])
    }
}
