//! The lead does not hold the day, or not any more.

use super::{Allowed, DateHold, HoldFact, HoldRefusal, HoldStanding, led, standing};
use act::{Act, Context, Reason};

/// Decline to hold a day.
#[derive(Clone, Debug)]
pub struct DeclineHold {
    /// Why.
    pub reasons: Reason,
}

impl DeclineHold {
    /// Whether the actor may decline now.
    ///
    /// # Errors
    /// The refusal that declining would meet.
    pub fn check(hold: &DateHold, context: &Context) -> Allowed {
        led(hold, context)?;
        standing(hold, context, &[HoldStanding::Asked, HoldStanding::Held]).map(|_| ())
    }
}

impl Act for DeclineHold {
    type State = DateHold;
    type Refusal = HoldRefusal;

    fn decide(self, hold: &DateHold, context: &Context) -> Result<Vec<HoldFact>, HoldRefusal> {
        Self::check(hold, context)?;
        let reasons = self.reasons;
        Ok(vec![HoldFact::Declined { reasons }])
    }
}
