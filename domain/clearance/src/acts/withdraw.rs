//! The organiser withdraws the application before a permit is issued, and before the event is over.

use super::{Allowed, Offered, On, not_over, on_case, organiser, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Stage};
use act::{Act, Context, Reason};

/// Withdraw the application.
#[derive(Clone, Debug)]
pub struct Withdraw {
    /// Why, if the organiser wishes to say.
    pub reasons: Option<Reason>,
}

impl Withdraw {
    /// Whether the actor may withdraw this application.
    ///
    /// # Errors
    /// The refusal that withdrawing would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        organiser(application, context)?;
        stage(
            application,
            &[
                Stage::Submitted,
                Stage::Returned,
                Stage::InCirculation,
                Stage::Decided,
            ],
        )?;
        not_over(application, context)
    }
}

impl Offered for Withdraw {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(Withdraw::check(application, context))
    }
}

impl Act for Withdraw {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        Ok(vec![ApplicationFact::Withdrawn {
            reasons: self.reasons,
        }])
    }
}
