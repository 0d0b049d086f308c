//! The organiser declines what an authority offered. The authority's clock runs again, and it decides on what was applied for.

use super::{Allowed, Offered, On, on_asked, open_offer, organiser, undecided};
use crate::{Application, ApplicationFact, ClearanceRefusal, Offer};
use act::{Act, AuthorityId, Context, Reason};

/// Decline an offer.
#[derive(Clone, Debug)]
pub struct DeclineOffer {
    /// The authority that made it.
    pub authority: AuthorityId,
    /// Which of its offers.
    pub number: u32,
    /// Why, if the organiser says.
    pub reasons: Option<Reason>,
}

impl DeclineOffer {
    /// Whether the actor may decline it.
    ///
    /// # Errors
    /// The refusal that declining would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        answering(application, context, authority, number).map(drop)
    }
}

/// The open offer of that number, which the actor may answer.
pub(super) fn answering<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
    number: u32,
) -> Result<&'a Offer, ClearanceRefusal> {
    organiser(application, context)?;
    let open = undecided(application, context, authority)?.open_offer();
    open.filter(|offer| offer.number == number)
        .ok_or(ClearanceRefusal::NoOpenOffer { number })
}

impl Offered for DeclineOffer {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_asked(application, open_offer, |authority, number| {
            DeclineOffer::check(application, context, authority, number)
        })
    }
}

impl Act for DeclineOffer {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority, self.number)?;
        Ok(vec![ApplicationFact::OfferAnswered {
            authority: self.authority,
            number: self.number,
            accepted: false,
            reasons: self.reasons,
        }])
    }
}
