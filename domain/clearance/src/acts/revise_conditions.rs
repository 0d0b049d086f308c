//! An authority that agreed changes its conditions: to reconcile them with another's, or because they were wrong. A permit
//! that was issued goes on as it was until the lead replaces it.

use super::decide::{can_be_set, seen_by_two};
use super::{Allowed, DECIDE_ROLES, Offered, On, not_over, on_referrals, put_to_own, referred, role, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Condition, Decided, Referral, Stage};
use act::{Act, AuthorityId, Context, Reason, Role};

/// Change one's own conditions.
#[derive(Clone, Debug)]
pub struct ReviseConditions {
    /// The authority that set them.
    pub authority: AuthorityId,
    /// What it demands now, all of it; nothing, if it agrees without conditions.
    pub conditions: Vec<Condition>,
    /// Why it changes them.
    pub reasons: Reason,
}

impl ReviseConditions {
    /// Whether the actor may change these conditions now.
    ///
    /// # Errors
    /// The refusal that changing them would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        // What two decided, two change.
        seen_by_two(agreed(application, context, authority, DECIDE_ROLES)?, context)
    }
}

/// The stages in which an authority changes its conditions: before there is a permit, and while there is one that holds or can hold
/// again.
const CHANGED_IN: &[Stage] = &[
    Stage::InCirculation,
    Stage::Decided,
    Stage::Permitted,
    Stage::Suspended,
];

/// The referral of the actor's own authority, which agreed with conditions.
pub(super) fn agreed<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
    roles: &'static [Role],
) -> Result<&'a Referral, ClearanceRefusal> {
    role(context, roles)?;
    stage(application, CHANGED_IN)?;
    not_over(application, context)?;
    let referral = referred(application, authority)?;
    put_to_own(referral, context)?;
    let has_set = |decided: &Decided| !decided.revised.is_empty();
    if referral.conditions().is_empty() && !referral.decided.as_ref().is_some_and(has_set) {
        return Err(ClearanceRefusal::NoConditionsSet {
            authority: authority.clone(),
        });
    }
    Ok(referral)
}

impl Offered for ReviseConditions {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            ReviseConditions::check(application, context, authority)
        })
    }
}

impl Act for ReviseConditions {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        let referral = agreed(application, context, &self.authority, DECIDE_ROLES)?;
        let standing = referral.conditions();
        let mut pairs = standing.iter().zip(&self.conditions);
        if standing.len() == self.conditions.len() && pairs.all(|(one, other)| one.demands_the_same(other)) {
            return Err(ClearanceRefusal::ConditionsUnchanged);
        }
        can_be_set(&self.conditions, application, &self.authority, context)?;
        Ok(vec![ApplicationFact::ConditionsRevised {
            authority: self.authority,
            conditions: self.conditions,
            reasons: self.reasons,
            sealed: None,
        }])
    }
}
