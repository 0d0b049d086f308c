//! A certificate of insurance ends soon: that is written down once, so that those whom it concerns are told. The clock does it; nobody does
//! it by hand. What fell due before the event and is written down after it, since no clock ran, is told nobody any more.

use super::{Allowed, Offered, On, by_itself, on_case};
use crate::{Application, ApplicationFact, ClearanceRefusal, Insurance, InsuranceFact, InsuranceRefusal};
use act::{Act, Context};

/// Write down that the certificate which ends next does so soon.
#[derive(Clone, Debug)]
pub struct NoteInsuranceEnds;

impl NoteInsuranceEnds {
    /// Whether one ends soon of which that was not written down yet.
    ///
    /// # Errors
    /// The refusal that writing it down would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        ending(application, context).map(drop)
    }
}

fn ending<'a>(application: &'a Application, context: &Context) -> Result<&'a Insurance, ClearanceRefusal> {
    by_itself(context)?;
    match application.insurance_ends() {
        Some((from, one)) if from <= context.at => Ok(one),
        _ => Err(InsuranceRefusal::NotSoon.into()),
    }
}

impl Offered for NoteInsuranceEnds {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(NoteInsuranceEnds::check(application, context))
    }
}

impl Act for NoteInsuranceEnds {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let one = ending(application, context)?;
        Ok(vec![ApplicationFact::Insurance(InsuranceFact::EndsSoon {
            authority: one.authority.clone(),
            insurance: one.number,
            until: one.certificate.until,
        })])
    }
}
