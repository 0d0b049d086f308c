//! The lead authority gives an application back: something is missing that nobody can review it without.

use super::{Allowed, Offered, On, lead, not_over, on_case, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Stage};
use act::{Act, Context, Reason};

/// Return an application as incomplete. The organiser changes it and hands it in again, under the same reference.
#[derive(Clone, Debug)]
pub struct ReturnIncomplete {
    /// What is missing.
    pub lacks: Reason,
}

impl ReturnIncomplete {
    /// Whether the actor may return this application. What was put to the authorities is complete.
    ///
    /// # Errors
    /// The refusal that returning it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        lead(application, context)?;
        stage(application, &[Stage::Submitted])?;
        not_over(application, context)
    }
}

impl Offered for ReturnIncomplete {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(ReturnIncomplete::check(application, context))
    }
}

impl Act for ReturnIncomplete {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        Ok(vec![ApplicationFact::Returned { lacks: self.lacks }])
    }
}
