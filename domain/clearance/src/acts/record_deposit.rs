//! An authority that asked for a deposit by a condition says what became of it: that it has it, and then that it gave it back, or kept
//! how much of it and why.

use super::condition::on_conditions;
use super::{Allowed, Offered, On, REVIEW_ROLES, put_to_own, referred, role};
use crate::{
    Application, ApplicationFact, ClearanceRefusal, DayFact, DayRefusal, DepositStep, MOST_OF_DEPOSIT,
};
use act::{Act, AuthorityId, Context, Reason, Title};

/// Say what became of a deposit.
#[derive(Clone, Debug)]
pub struct RecordDeposit {
    /// The authority that asked for it.
    pub authority: AuthorityId,
    /// By which of its conditions, counted from 1 as the permit has them.
    pub number: u32,
    /// What became of it.
    pub step: DepositStep,
    /// How much: of it, or of what was kept.
    pub amount: Option<Title>,
    /// Why; needed where something was kept.
    pub reasons: Option<Reason>,
}

impl RecordDeposit {
    /// Whether the actor may say something of a deposit that this condition asks for. Discharged or not, and whatever became of the
    /// permit: money that lies there is given back or accounted for.
    ///
    /// # Errors
    /// The refusal that saying it would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        role(context, REVIEW_ROLES)?;
        put_to_own(referred(application, authority)?, context)?;
        let Some((_, on)) = application.condition_ever(authority, number) else {
            return Err(ClearanceRefusal::NoSuchCondition {
                authority: authority.clone(),
                number,
            });
        };
        let said = application.day.deposits_of(authority, number).count();
        // Whether words ask for money nobody but their reader knows; what binds something else does not. What was received before
        // this was asked is still accounted for.
        let received = application
            .day
            .standing_deposits(authority, number)
            .next()
            .is_some();
        if on.condition.terms.limit.is_some() && !received {
            return Err(DayRefusal::NoDepositAsked.into());
        }
        // What is received has an end: there is room for both.
        let more = match application.day.standing_deposits(authority, number).next_back() {
            Some(last) if last.step != DepositStep::Received => return Err(DayRefusal::DepositOrder.into()),
            Some(_) => 1,
            None => 2,
        };
        if said + more > MOST_OF_DEPOSIT {
            let most = MOST_OF_DEPOSIT;
            return Err(DayRefusal::TooManyOfDeposit { most }.into());
        }
        Ok(())
    }
}

impl Offered for RecordDeposit {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_conditions(application, |authority, number| {
            RecordDeposit::check(application, context, authority, number)
        })
    }
}

impl Act for RecordDeposit {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let RecordDeposit {
            authority,
            number,
            step,
            amount,
            reasons,
        } = self;
        Self::check(application, context, &authority, number)?;
        let is_there = application
            .day
            .standing_deposits(&authority, number)
            .next()
            .is_some();
        if is_there == (step == DepositStep::Received) {
            return Err(DayRefusal::DepositOrder.into());
        }
        if step == DepositStep::Kept && (reasons.is_none() || amount.is_none()) {
            return Err(DayRefusal::DepositUnexplained.into());
        }
        Ok(vec![ApplicationFact::Day(DayFact::DepositSaid {
            authority,
            number,
            step,
            amount,
            reasons,
        })])
    }
}
