//! An authority was given to the wrong organisation: it no longer is that authority, and another can be.

use super::{Allowed, OPERATORS, registered, role};
use crate::{IdentityRefusal, Organisation, OrganisationFact};
use act::{Act, AuthorityId, Context};

/// Take back that an organisation is an authority. What it decided and issued as such stays its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawAuthority {
    /// Which authority.
    pub authority: AuthorityId,
    /// How many applications that are not concluded lie with the organisation: nobody else could go on with them.
    pub pending: usize,
}

impl WithdrawAuthority {
    fn check(&self, organisation: &Organisation, context: &Context) -> Allowed {
        role(context, OPERATORS)?;
        registered(organisation)?;
        let authority = self.authority.clone();
        if organisation.authority.as_ref() != Some(&authority) {
            return Err(IdentityRefusal::NotThatAuthority { authority });
        }
        match self.pending {
            0 => Ok(()),
            pending => Err(IdentityRefusal::AuthorityAtWork { authority, pending }),
        }
    }
}

impl Act for WithdrawAuthority {
    type State = Organisation;
    type Refusal = IdentityRefusal;

    fn decide(
        self,
        organisation: &Organisation,
        context: &Context,
    ) -> Result<Vec<OrganisationFact>, IdentityRefusal> {
        self.check(organisation, context)?;
        Ok(vec![OrganisationFact::AuthorityWithdrawn {
            authority: self.authority,
        }])
    }
}
