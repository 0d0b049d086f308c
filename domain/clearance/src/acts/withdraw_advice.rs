//! Whoever asked somebody for advice by a link wants it no more: the link ends.

use super::advising::{asked_it, awaited_advice};
use super::{Allowed, Offered, On};
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, AdviceId, Context};

/// Want advice no more.
#[derive(Clone, Debug)]
pub struct WithdrawAdvice {
    /// Which.
    pub advice: AdviceId,
}

impl WithdrawAdvice {
    /// Whether the actor may end that link now.
    ///
    /// # Errors
    /// The refusal that ending it would meet.
    pub fn check(application: &Application, context: &Context, advice: AdviceId) -> Allowed {
        let request = application.advice_request(advice);
        let request = request.ok_or(ClearanceRefusal::AdviceNotAwaited)?;
        asked_it(application, context, request)?;
        awaited_advice(application, advice).map(drop)
    }
}

impl Offered for WithdrawAdvice {
    /// On the case where the lead asked, else on the referral that it was asked for.
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        let awaited = application.advice.iter();
        let own = awaited.filter(|one| Self::check(application, context, one.asked.advice).is_ok());
        let mut on: Vec<On> = own
            .map(|one| one.asked.authority.clone().map_or(On::Case, On::Referral))
            .collect();
        on.dedup();
        on
    }
}

impl Act for WithdrawAdvice {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, self.advice)?;
        let advice = self.advice;
        Ok(vec![ApplicationFact::AdviceWithdrawn { advice }])
    }
}
