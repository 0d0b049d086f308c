//! Whoever keeps the account of a fee answers an organiser who says that it was paid: it was found, or it was not.

use super::fees::{entered, keeps_one, kept};
use super::{Allowed, Offered, On, on_case};
use crate::{Application, ApplicationFact, ClearanceRefusal, Entered, Fee, FeeFact, FeeRefusal, FeeStep};
use act::{Act, Context, Reason};

/// Answer whether what an organiser says to have paid was found.
#[derive(Clone, Debug)]
pub struct AnswerPaid {
    /// Which fee, counted from 1 in the case.
    pub fee: u32,
    /// Which of its entries was read.
    pub entry: u32,
    /// Whether it was found.
    pub found: bool,
    /// Why not; what is said to it else.
    pub reasons: Option<Reason>,
}

impl AnswerPaid {
    /// Whether the actor may answer for some fee.
    ///
    /// # Errors
    /// The refusal that answering would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        let waits = |fee: &Fee| fee.said().is_some();
        keeps_one(application, context, FeeRefusal::NoSuchEntry, waits)
    }
}

impl Offered for AnswerPaid {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(AnswerPaid::check(application, context))
    }
}

impl Act for AnswerPaid {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let fee = kept(application, context, self.fee)?;
        let said = fee.said().filter(|one| one.number == self.entry);
        let said = said.ok_or(FeeRefusal::NoSuchEntry)?;
        if self.found {
            let confirmed = Entered {
                step: FeeStep::Paid,
                reasons: self.reasons,
                confirms: Some(said.number),
                ..said.entered.clone()
            };
            // As many as were said can be found: of those there is a bound.
            return Ok(entered(fee, confirmed));
        }
        let reasons = self.reasons.ok_or(FeeRefusal::Unexplained)?;
        Ok(vec![ApplicationFact::Fee(FeeFact::NotFound {
            authority: fee.authority.clone(),
            fee: fee.number,
            entry: said.number,
            reasons,
        })])
    }
}
