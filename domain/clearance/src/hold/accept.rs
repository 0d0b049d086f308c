//! The lead holds the day, until a day. It may move that day while it holds.

use super::{Allowed, DateHold, HoldFact, HoldRefusal, HoldStanding, led, standing};
use act::{Act, Context, Date, Reason};

/// Hold a day.
#[derive(Clone, Debug)]
pub struct AcceptHold {
    /// The last day on which it is held: today at the earliest, and before the event.
    pub until: Date,
    /// What is said with it.
    pub words: Option<Reason>,
}

impl AcceptHold {
    /// Whether the actor may hold it now.
    ///
    /// # Errors
    /// The refusal that holding it would meet.
    pub fn check(hold: &DateHold, context: &Context) -> Allowed {
        led(hold, context)?;
        standing(hold, context, &[HoldStanding::Asked, HoldStanding::Held]).map(|_| ())
    }
}

impl Act for AcceptHold {
    type State = DateHold;
    type Refusal = HoldRefusal;

    fn decide(self, hold: &DateHold, context: &Context) -> Result<Vec<HoldFact>, HoldRefusal> {
        Self::check(hold, context)?;
        let asked = standing(hold, context, &[HoldStanding::Asked, HoldStanding::Held])?;
        let earliest = asked.event.today(context.at);
        let latest = asked.event.date.yesterday().unwrap_or(asked.event.date);
        if !(earliest..=latest).contains(&self.until) {
            return Err(HoldRefusal::UntilOutOfReach { earliest, latest });
        }
        let (until, words) = (self.until, self.words);
        // The same again, pressed twice, is nothing new.
        let before = hold.accepted.as_ref();
        if before.is_some_and(|before| before.until == until && before.words == words) {
            return Err(HoldRefusal::WrongStanding {
                stands: Some(HoldStanding::Held),
            });
        }
        Ok(vec![HoldFact::Accepted { until, words }])
    }
}
