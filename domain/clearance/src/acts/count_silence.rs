//! An authority let its period pass, and the rulebook says what that means. The clock does it; nobody does it by hand.

use super::{Allowed, Offered, On, awaited, by_itself, on_referrals};
use crate::{Application, ApplicationFact, ClearanceRefusal, Referral, clock};
use act::{Act, AuthorityId, Context, Date};

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
        counting(application, context, authority).map(drop)
    }
}

/// The referral of an authority whose silence counts now, and the last day of its period.
fn counting<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
) -> Result<(&'a Referral, Date), ClearanceRefusal> {
    by_itself(context)?;
    let referral = awaited(application, context, authority)?;
    if !referral.silence_counts() {
        return Err(ClearanceRefusal::SilenceMeansNothing {
            authority: authority.clone(),
        });
    }
    match clock::silent_at(referral, context.at) {
        Some(ended) => Ok((referral, ended)),
        None => Err(ClearanceRefusal::PeriodRuns {
            authority: authority.clone(),
        }),
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
        let (referral, ended) = counting(application, context, &self.authority)?;
        Ok(vec![ApplicationFact::SilenceCounted {
            silence: referral.terms.silence,
            authority: self.authority,
            ended,
        }])
    }
}
