//! What was recorded of a fee was wrong: it is reversed, with why, and stays to be read. So is a fee that was set by mistake.

use super::fees::{keeps_one, kept};
use super::{Allowed, Offered, On, on_case};
use crate::{
    Application, ApplicationFact, ClearanceRefusal, Fee, FeeBasis, FeeEntry, FeeFact, FeeRefusal, FeeStep,
};
use act::{Act, Context, Reason};

/// Reverse what was recorded wrongly.
#[derive(Clone, Debug)]
pub struct CorrectFee {
    /// Of which fee, counted from 1 in the case.
    pub fee: u32,
    /// Which of its entries; none for the fee itself, which was set wrongly.
    pub entry: Option<u32>,
    /// What was wrong.
    pub reasons: Option<Reason>,
}

impl CorrectFee {
    /// Whether the actor may reverse something.
    ///
    /// # Errors
    /// The refusal that reversing it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        let any = |fee: &Fee| Self::of_fee(fee).is_ok() || fee.entries.iter().any(Self::could_be);
        keeps_one(application, context, FeeRefusal::NoSuchEntry, any)
    }

    /// Whether an entry is one that can be reversed: what an organiser said is answered.
    #[must_use]
    pub fn could_be(entry: &FeeEntry) -> bool {
        entry.ended.is_none() && entry.entered.step != FeeStep::Said
    }

    /// Whether a fee itself can be reversed.
    ///
    /// # Errors
    /// The refusal that reversing it would meet.
    pub fn of_fee(fee: &Fee) -> Allowed {
        match fee.basis {
            FeeBasis::Rule { .. } => Err(FeeRefusal::ByRule.into()),
            FeeBasis::Set { .. } if fee.reversed.is_some() => Err(FeeRefusal::NoSuchFee.into()),
            FeeBasis::Set { .. } => Ok(()),
        }
    }
}

/// What was paid is not taken out of the account from under what was given back.
fn of_entry(fee: &Fee, number: u32) -> Allowed {
    let entry = fee.entry(number).filter(|one| CorrectFee::could_be(one));
    let entry = entry.ok_or(FeeRefusal::NoSuchEntry)?;
    let (balance, minor) = (fee.balance(), entry.entered.amount.minor);
    if entry.entered.step == FeeStep::Paid && balance.paid - minor < balance.refunded {
        return Err(FeeRefusal::RefundedSince.into());
    }
    Ok(())
}

impl Offered for CorrectFee {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(CorrectFee::check(application, context))
    }
}

impl Act for CorrectFee {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let fee = kept(application, context, self.fee)?;
        match self.entry {
            Some(number) => of_entry(fee, number)?,
            None => Self::of_fee(fee)?,
        }
        Ok(vec![ApplicationFact::Fee(FeeFact::Reversed {
            authority: fee.authority.clone(),
            fee: fee.number,
            entry: self.entry,
            reasons: self.reasons.ok_or(FeeRefusal::Unexplained)?,
        })])
    }
}
