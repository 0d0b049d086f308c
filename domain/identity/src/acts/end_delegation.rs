//! Someone does not stand in for another any more, before it would be over by itself.

use super::{may_delegate, registered};
use crate::{IdentityRefusal, Organisation, OrganisationFact, Stands};
use act::{Act, Context};

/// End a delegation, or take back one that has not begun. What was done by it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndDelegation {
    /// Its number in the organisation.
    pub delegation: u32,
}

impl Act for EndDelegation {
    type State = Organisation;
    type Refusal = IdentityRefusal;

    fn decide(
        self,
        organisation: &Organisation,
        context: &Context,
    ) -> Result<Vec<OrganisationFact>, IdentityRefusal> {
        registered(organisation)?;
        let number = self.delegation;
        let one = organisation
            .delegation(number)
            .ok_or(IdentityRefusal::NoSuchDelegation)?;
        may_delegate(organisation, context, one.of)?;
        match one.stands(context.at) {
            Stands::Ahead | Stands::Now => Ok(vec![OrganisationFact::DelegationEnded { delegation: number }]),
            Stands::Over | Stands::Ended => Err(IdentityRefusal::DelegationIsOver),
        }
    }
}
