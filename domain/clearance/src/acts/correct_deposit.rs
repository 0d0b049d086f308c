//! An authority reverses what it said last of a deposit, since that was wrong: it stays to be read, and counts no more.

use super::condition::on_conditions;
use super::{Allowed, Offered, On, REVIEW_ROLES, put_to_own, referred, role};
use crate::{Application, ApplicationFact, ClearanceRefusal, DayFact, DayRefusal, EventDay};
use act::{Act, AuthorityId, Context, Reason};

/// Reverse what was said last of a deposit.
#[derive(Clone, Debug)]
pub struct CorrectDeposit {
    /// The authority that asked for it.
    pub authority: AuthorityId,
    /// By which of its conditions, counted from 1 as the permit has them.
    pub number: u32,
    /// Which of what it said of that deposit, counted from 1: the last that counts.
    pub entry: u32,
    /// What was wrong.
    pub reasons: Reason,
}

impl CorrectDeposit {
    /// Whether the actor may reverse something of a deposit that this condition asks for.
    ///
    /// # Errors
    /// The refusal that reversing it would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        role(context, REVIEW_ROLES)?;
        put_to_own(referred(application, authority)?, context)?;
        let mut standing = application.day.standing_deposits(authority, number);
        standing
            .next()
            .map(drop)
            .ok_or_else(|| DayRefusal::NothingOfDeposit.into())
    }
}

impl CorrectDeposit {
    /// That what is named counts still, and nothing was said after it that does.
    fn is_last(&self, day: &EventDay) -> Allowed {
        let mut said = (1_u32..).zip(day.deposits_of(&self.authority, self.number));
        let named = said.find(|(counted, _)| *counted == self.entry);
        if named.is_none_or(|(_, one)| one.reversed.is_some()) {
            return Err(DayRefusal::NothingOfDeposit.into());
        }
        if day.last_of_deposit(&self.authority, self.number) == Some(self.entry) {
            Ok(())
        } else {
            Err(DayRefusal::DepositSaidSince.into())
        }
    }
}

impl Offered for CorrectDeposit {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_conditions(application, |authority, number| {
            CorrectDeposit::check(application, context, authority, number)
        })
    }
}

impl Act for CorrectDeposit {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority, self.number)?;
        self.is_last(&application.day)?;
        Ok(vec![ApplicationFact::Day(DayFact::DepositReversed {
            authority: self.authority,
            number: self.number,
            entry: self.entry,
            reasons: self.reasons,
        })])
    }
}
