//! An authority let its period pass, and the rulebook says what that means. The clock does it; nobody does it by hand.

use super::{Allowed, Offered, On, awaited, by_itself, on_referrals};
use crate::{Application, ApplicationFact, ClearanceRefusal, clock};
use act::{Act, AuthorityId, Context};

/// Count an authority's silence as what the rulebook says.
#[derive(Clone, Debug)]
pub struct CountSilence {
    /// The authority that was silent.
    pub authority: AuthorityId,
}

impl CountSilence {
    /// Whether its silence counts now.
    ///
    /// # Errors
    /// The refusal that counting it would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        by_itself(context)?;
        let referral = awaited(application, context, authority)?;
        if !referral.silence_counts() {
            return Err(ClearanceRefusal::SilenceMeansNothing {
                authority: authority.clone(),
            });
        }
        match clock::silent(referral) {
            Some((_, from)) if from <= context.at => Ok(()),
            _ => Err(ClearanceRefusal::PeriodRuns {
                authority: authority.clone(),
            }),
        }
    }
}

impl Offered for CountSilence {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            CountSilence::check(application, context, authority)
        })
    }
}

impl Act for CountSilence {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        let referral = awaited(application, context, &self.authority)?;
        let ended = clock::silent(referral).map(|(ended, _)| ended);
        let fact = ended.map(|ended| ApplicationFact::SilenceCounted {
            silence: referral.terms.silence,
            authority: self.authority,
            ended,
        });
        Ok(fact.into_iter().collect())
    }
}
