//! The organiser does not want the day any more.

use super::{Allowed, DateHold, HoldFact, HoldRefusal, HoldStanding, own, standing};
use act::{Act, Context, Reason};

/// Withdraw a hold.
#[derive(Clone, Debug)]
pub struct WithdrawHold {
    /// Why, if it is said.
    pub reasons: Option<Reason>,
}

impl WithdrawHold {
    /// Whether the actor may withdraw it now.
    ///
    /// # Errors
    /// The refusal that withdrawing would meet.
    pub fn check(hold: &DateHold, context: &Context) -> Allowed {
        own(hold, context)?;
        standing(hold, context, &[HoldStanding::Asked, HoldStanding::Held]).map(|_| ())
    }
}

impl Act for WithdrawHold {
    type State = DateHold;
    type Refusal = HoldRefusal;

    fn decide(self, hold: &DateHold, context: &Context) -> Result<Vec<HoldFact>, HoldRefusal> {
        Self::check(hold, context)?;
        let reasons = self.reasons;
        Ok(vec![HoldFact::Withdrawn { reasons }])
    }
}
