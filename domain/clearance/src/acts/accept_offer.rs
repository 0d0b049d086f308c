//! The organiser accepts another form that an authority offered, in words. Another day, other hours or another place it accepts by
//! applying for them.

use super::decline_offer::answering;
use super::{Allowed, Offered, On, on_asked, open_offer};
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, AuthorityId, Context, Reason};

/// Accept another form.
#[derive(Clone, Debug)]
pub struct AcceptOffer {
    /// The authority that offered it.
    pub authority: AuthorityId,
    /// Which of its offers.
    pub number: u32,
    /// What the organiser says to it, if anything.
    pub reasons: Option<Reason>,
}

impl AcceptOffer {
    /// Whether the actor may accept it in words.
    ///
    /// # Errors
    /// The refusal that accepting would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        let offer = answering(application, context, authority, number)?;
        if offer.otherwise.moves_the_event() {
            Err(ClearanceRefusal::AcceptedByAmending)
        } else {
            Ok(())
        }
    }
}

impl Offered for AcceptOffer {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_asked(application, open_offer, |authority, number| {
            AcceptOffer::check(application, context, authority, number)
        })
    }
}

impl Act for AcceptOffer {
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
            accepted: true,
            reasons: self.reasons,
        }])
    }
}
