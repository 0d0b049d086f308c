//! An authority takes an entry of its calendar back: it was a mistake, or things came otherwise. The entry stays to be read.

use super::{Allowed, Keeper};
use crate::{AuthorityCalendar, CalendarFact, GovernanceRefusal};
use act::{Act, Context, Title};

/// Take days back that were entered.
#[derive(Clone, Debug)]
pub struct TakeDaysBack {
    /// Whose calendar it is.
    pub keeper: Keeper,
    /// Which entry.
    pub number: u32,
    /// Why.
    pub reason: Title,
}

impl TakeDaysBack {
    /// Whether the actor may take an entry back.
    ///
    /// # Errors
    /// The refusal that taking it back would meet.
    pub fn check(keeper: &Keeper, calendar: &AuthorityCalendar, context: &Context, number: u32) -> Allowed {
        keeper.check(context)?;
        match calendar.entry(number) {
            None => Err(GovernanceRefusal::NoSuchEntry { number }),
            Some(entry) if entry.taken_back.is_some() => Err(GovernanceRefusal::EntryTakenBack { number }),
            Some(_) => Ok(()),
        }
    }
}

impl Act for TakeDaysBack {
    type State = AuthorityCalendar;
    type Refusal = GovernanceRefusal;

    fn decide(
        self,
        calendar: &AuthorityCalendar,
        context: &Context,
    ) -> Result<Vec<CalendarFact>, GovernanceRefusal> {
        Self::check(&self.keeper, calendar, context, self.number)?;
        Ok(vec![CalendarFact::DaysTakenBack {
            number: self.number,
            reason: self.reason,
        }])
    }
}
