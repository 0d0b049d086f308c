//! The lead authority lets a permit that it had stopped hold again.

use super::{Allowed, Offered, On, lead, not_over, on_case, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Stage};
use act::{Act, Context, Reason};

/// The stage in which there is one to lift.
const STANDS_IN: &[Stage] = &[Stage::Suspended];

/// Lift a suspension.
#[derive(Clone, Debug)]
pub struct LiftSuspension {
    /// Why, if the authority wishes to say.
    pub reasons: Option<Reason>,
}

impl LiftSuspension {
    /// Whether the actor may lift the suspension of this application's permit now. After the event nothing can hold again.
    ///
    /// # Errors
    /// The refusal that lifting it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        lead(application, context)?;
        stage(application, STANDS_IN)?;
        not_over(application, context)
    }
}

impl Offered for LiftSuspension {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(LiftSuspension::check(application, context))
    }
}

impl Act for LiftSuspension {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let Some(permit) = &application.permit else {
            return Err(ClearanceRefusal::WrongStage {
                stage: application.stage(),
                needed: STANDS_IN,
            });
        };
        Ok(vec![ApplicationFact::SuspensionLifted {
            permit: permit.content.permit.clone(),
            reasons: self.reasons,
        }])
    }
}
