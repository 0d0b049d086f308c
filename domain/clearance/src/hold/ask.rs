//! An organiser asks the lead to hold a day, before anything is applied for.

use super::{Allowed, DateHold, HOLDERS, HoldAsked, HoldFact, HoldRefusal, role};
use act::{Act, Context};
use jiff::ToSpan;

/// How many days one organisation can ask for at once: whoever held them all would hold the square.
pub const MOST_HOLDS: usize = 10;
/// For how many months ahead a day can be held.
pub const MOST_MONTHS: i32 = 24;

/// Ask for a day to be held.
#[derive(Clone, Debug)]
pub struct AskHold {
    /// What is asked for.
    pub asked: HoldAsked,
    /// How many others the organisation asked for that still stand.
    pub others: usize,
}

impl AskHold {
    /// Whether the actor may ask at all.
    ///
    /// # Errors
    /// The refusal that asking would meet.
    pub fn check(context: &Context) -> Allowed {
        role(context, HOLDERS)
    }
}

impl Act for AskHold {
    type State = DateHold;
    type Refusal = HoldRefusal;

    fn decide(self, hold: &DateHold, context: &Context) -> Result<Vec<HoldFact>, HoldRefusal> {
        Self::check(context)?;
        if let Some((_, stands)) = hold.stands(context.at) {
            return Err(HoldRefusal::WrongStanding { stands: Some(stands) });
        }
        let (event, today) = (&self.asked.event, self.asked.event.today(context.at));
        if event.date <= today {
            return Err(HoldRefusal::NotAhead { date: event.date });
        }
        let latest = today.saturating_add(MOST_MONTHS.months());
        if event.date > latest {
            return Err(HoldRefusal::TooFar { latest });
        }
        if self.others >= MOST_HOLDS {
            return Err(HoldRefusal::TooMany { most: MOST_HOLDS });
        }
        Ok(vec![HoldFact::Asked(Box::new(self.asked))])
    }
}
