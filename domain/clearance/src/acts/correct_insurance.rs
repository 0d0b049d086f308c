//! A certificate of insurance was handed in wrongly, or accepted wrongly: that is reversed, with why, and both stay to be read.

use super::insurance::{insurance, some_insurance};
use super::{Allowed, ORGANISER_ROLES, Offered, On, REVIEW_ROLES, on_case, organiser, role, stage};
use crate::insuring::INSURED_IN;
use crate::{
    Application, ApplicationFact, ClearanceRefusal, Insurance, InsuranceFact, InsuranceRefusal,
    InsuranceStanding,
};
use act::{Act, Context, Reason};

/// How often one certificate is answered.
const MOST_ANSWERS: usize = 20;

/// Reverse what was recorded wrongly: an organiser its certificate, an authority that it accepted one.
#[derive(Clone, Debug)]
pub struct CorrectInsurance {
    /// Which, counted from 1 in the case.
    pub insurance: u32,
    /// What was wrong.
    pub reasons: Option<Reason>,
}

impl CorrectInsurance {
    /// Whether the actor may reverse something.
    ///
    /// # Errors
    /// The refusal that reversing it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        if ORGANISER_ROLES.contains(&context.actor.role) {
            organiser(application, context)?;
        } else {
            role(context, REVIEW_ROLES)?;
        }
        stage(application, INSURED_IN)?;
        some_insurance(application, |one| Self::can_be(application, context, one))
    }

    /// Whether it is one that waits, for an organiser; for an authority, one that it accepted. What discharged a condition stays.
    #[must_use]
    pub fn can_be(application: &Application, context: &Context, one: &Insurance) -> bool {
        let standing = application.insurance_standing(one);
        if ORGANISER_ROLES.contains(&context.actor.role) {
            return standing == InsuranceStanding::Waits;
        }
        let own = one.organisation == context.actor.organisation;
        // What was reversed so often stays as it was said last, so that this ends.
        let often = one.answers.len() >= MOST_ANSWERS;
        own && !often && standing == InsuranceStanding::Accepted && one.answer().is_some()
    }
}

impl Offered for CorrectInsurance {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(CorrectInsurance::check(application, context))
    }
}

impl Act for CorrectInsurance {
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
        Ok(vec![ApplicationFact::Insurance(InsuranceFact::Reversed {
            authority: one.authority.clone(),
            insurance: one.number,
            answer: one.answer().is_some(),
            reasons: self.reasons.ok_or(InsuranceRefusal::Unexplained)?,
        })])
    }
}
