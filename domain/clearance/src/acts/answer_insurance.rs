//! The authority that demanded a certificate of insurance accepts it, or sends it back with a reason. One that shows a condition to be kept
//! is answered as that proof is (`DischargeCondition`, `DeclineProof`).

use super::insurance::{insurance, some_insurance};
use super::{Allowed, Offered, On, REVIEW_ROLES, on_case, role, stage};
use crate::insuring::INSURED_IN;
use crate::{Application, ApplicationFact, ClearanceRefusal, Insurance, InsuranceFact, InsuranceRefusal};
use act::{Act, Context, Reason};

/// Answer a certificate of insurance.
#[derive(Clone, Debug)]
pub struct AnswerInsurance {
    /// Which, counted from 1 in the case.
    pub insurance: u32,
    /// Whether it is accepted; else it is sent back.
    pub accepted: bool,
    /// Why; what is said to it else.
    pub reasons: Option<Reason>,
}

impl AnswerInsurance {
    /// Whether the actor may answer some certificate.
    ///
    /// # Errors
    /// The refusal that answering would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        role(context, REVIEW_ROLES)?;
        stage(application, INSURED_IN)?;
        some_insurance(application, |one| Self::can_be(application, context, one))
    }

    /// Whether it is one that waits for the actor's own authority.
    #[must_use]
    pub fn can_be(application: &Application, context: &Context, one: &Insurance) -> bool {
        application.awaits_answer(one) && one.organisation == context.actor.organisation
    }
}

impl Offered for AnswerInsurance {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(AnswerInsurance::check(application, context))
    }
}

impl Act for AnswerInsurance {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let can_be = |one: &Insurance| Self::can_be(application, context, one);
        let one = insurance(application, self.insurance, can_be)?;
        if !self.accepted && self.reasons.is_none() {
            return Err(InsuranceRefusal::Unexplained.into());
        }
        Ok(vec![ApplicationFact::Insurance(InsuranceFact::Answered {
            authority: one.authority.clone(),
            insurance: one.number,
            accepted: self.accepted,
            reasons: self.reasons,
        })])
    }
}
