//! A reviewer recommends how the own authority should decide. Nobody outside the authority reads it, and nothing follows from it
//! but that the rulebook may have somebody else decide on it.

use super::decide::{can_be_decided, is_its_own, seen_by_two};
use super::revise_conditions::agreed;
use super::{Allowed, Offered, On, REVIEW_ROLES, on_referrals, own};
use crate::{Application, ApplicationFact, ClearanceRefusal, Decision, Referral};
use act::{Act, AuthorityId, Context, Reason, Role};

/// Recommend a decision; it takes the place of what was recommended before.
#[derive(Clone, Debug)]
pub struct Recommend {
    /// The authority that would decide.
    pub authority: AuthorityId,
    /// What it should decide.
    pub decision: Decision,
    /// Why, as the decision would say it.
    pub reasons: Option<Reason>,
}

impl Recommend {
    /// Whether the actor may recommend a decision of this referral now. A decider who could decide does that.
    ///
    /// # Errors
    /// The refusal that recommending would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        let referral = recommended_for(application, context, authority)?;
        if context.actor.role == Role::Decider && seen_by_two(referral, context).is_ok() {
            return Err(ClearanceRefusal::DecidesItself {
                authority: authority.clone(),
            });
        }
        Ok(())
    }
}

/// The referral that waits for a decision; where two people decide, also one whose conditions may still be changed.
fn recommended_for<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
) -> Result<&'a Referral, ClearanceRefusal> {
    let decided = |one: &Referral| one.four_eyes && one.decided.is_some();
    if application.referrals.get(authority).is_some_and(decided) {
        agreed(application, context, authority, REVIEW_ROLES)
    } else {
        own(application, context, authority, REVIEW_ROLES)
    }
}

impl Offered for Recommend {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            Recommend::check(application, context, authority)
        })
    }
}

impl Act for Recommend {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        let referral = recommended_for(application, context, &self.authority)?;
        // Of what was agreed to, only the conditions change.
        if referral.decided.is_some() && self.decision == Decision::Refused {
            return Err(ClearanceRefusal::NotItsDecision {
                authority: self.authority,
            });
        }
        is_its_own(&self.decision, referral)?;
        can_be_decided(
            &self.decision,
            self.reasons.as_ref(),
            application,
            &self.authority,
            context,
        )?;
        let mut facts = vec![];
        // Recommending is reviewing, as asking is.
        if referral.review_begun.is_none() && referral.decided.is_none() {
            facts.push(ApplicationFact::ReviewBegun {
                authority: self.authority.clone(),
            });
        }
        facts.push(ApplicationFact::Recommended {
            authority: self.authority,
            decision: self.decision,
            reasons: self.reasons,
            sealed: None,
        });
        Ok(facts)
    }
}
