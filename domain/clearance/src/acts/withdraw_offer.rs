//! An authority takes its offer back. Its clock runs again.

use super::{Allowed, DECIDE_ROLES, Offered, On, on_asked, open_offer, own};
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, AuthorityId, Context};

/// Take an offer back.
#[derive(Clone, Debug)]
pub struct WithdrawOffer {
    /// The authority that made it.
    pub authority: AuthorityId,
    /// Which of its offers.
    pub number: u32,
}

impl WithdrawOffer {
    /// Whether the actor may take this offer back.
    ///
    /// # Errors
    /// The refusal that taking it back would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        let referral = own(application, context, authority, DECIDE_ROLES)?;
        if open_offer(referral) == Some(number) {
            Ok(())
        } else {
            Err(ClearanceRefusal::NoOpenOffer { number })
        }
    }
}

impl Offered for WithdrawOffer {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_asked(application, open_offer, |authority, number| {
            WithdrawOffer::check(application, context, authority, number)
        })
    }
}

impl Act for WithdrawOffer {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority, self.number)?;
        Ok(vec![ApplicationFact::OfferWithdrawn {
            authority: self.authority,
            number: self.number,
        }])
    }
}
