//! The lead authority takes back what it put to an authority that no rule names in this case.

use super::{Allowed, Offered, On, lead, on_referrals, undecided};
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, AuthorityId, Context, Reason};

/// Ask an authority no longer.
#[derive(Clone, Debug)]
pub struct TakeBack {
    /// Whom.
    pub authority: AuthorityId,
    /// Why.
    pub reasons: Reason,
}

impl TakeBack {
    /// Whether the actor may take this referral back. What a rule asks stays asked, and what was decided stays decided.
    ///
    /// # Errors
    /// The refusal that taking it back would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        lead(application, context)?;
        let referral = undecided(application, context, authority)?;
        if referral.by_hand.is_some() {
            Ok(())
        } else {
            Err(ClearanceRefusal::AskedByRule {
                authority: authority.clone(),
            })
        }
    }
}

impl Offered for TakeBack {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |one| TakeBack::check(application, context, one))
    }
}

impl Act for TakeBack {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        Ok(vec![ApplicationFact::TakenBack {
            authority: self.authority,
            reasons: self.reasons,
        }])
    }
}
