//! One who works in an organisation stands in for another who holds a role there, for a time.

use super::{may_delegate, registered};
use crate::delegation::{DELEGABLE, DEPUTIES, MOST_DAYS};
use crate::{IdentityRefusal, Organisation, OrganisationFact};
use act::{Act, Context, PersonId, Reason, Role, Timestamp};
use jiff::SignedDuration;

/// Let someone stand in for a person who holds a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegate {
    /// In which role.
    pub role: Role,
    /// Who holds it.
    pub of: PersonId,
    /// Who stands in.
    pub to: PersonId,
    /// From when; what has begun already begins now.
    pub from: Timestamp,
    /// Until when; at this instant it is over.
    pub until: Timestamp,
    /// Why, or what orders it.
    pub reason: Reason,
}

impl Act for Delegate {
    type State = Organisation;
    type Refusal = IdentityRefusal;

    fn decide(
        self,
        organisation: &Organisation,
        context: &Context,
    ) -> Result<Vec<OrganisationFact>, IdentityRefusal> {
        registered(organisation)?;
        may_delegate(organisation, context, self.of)?;
        let Delegate {
            role,
            of,
            to,
            from,
            until,
            reason,
        } = self;
        if !DELEGABLE.contains(&role) {
            return Err(IdentityRefusal::NotDelegable { role });
        }
        if !organisation.holds_role(of, role) {
            return Err(IdentityRefusal::RoleNotHeld { role });
        }
        // Who holds it needs nobody's; so nobody stands in for themselves either.
        if organisation.holds_role(to, role) {
            return Err(IdentityRefusal::DeputyHoldsRole { role });
        }
        // Whoever may say who stands in would take every right in the house otherwise.
        if to == context.actor.person {
            return Err(IdentityRefusal::NotOneself);
        }
        if !organisation.roles.contains_key(&to) {
            return Err(IdentityRefusal::DeputyFromOutside);
        }
        if !organisation.may_stand_in(to) {
            return Err(IdentityRefusal::DeputyInAnotherRole { allowed: DEPUTIES });
        }
        // What is done before it is set was not done in its right.
        let from = from.max(context.at);
        if until <= context.at {
            return Err(IdentityRefusal::DelegationInThePast);
        }
        if until <= from {
            return Err(IdentityRefusal::EndsBeforeItBegins);
        }
        if from.duration_until(until) > SignedDuration::from_hours(24 * MOST_DAYS) {
            return Err(IdentityRefusal::DelegationTooLong { most: MOST_DAYS });
        }
        let mut same = organisation.delegations.iter();
        if same.any(|one| (one.role, one.of, one.to) == (role, of, to) && one.meets(from, until)) {
            return Err(IdentityRefusal::DelegatedAlready);
        }
        Ok(vec![OrganisationFact::Delegated {
            role,
            of,
            to,
            from,
            until,
            reason,
        }])
    }
}
