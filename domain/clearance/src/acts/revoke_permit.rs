//! The lead authority takes a permit back.

use super::{Allowed, Offered, On, lead, on_case, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Stage};
use act::{Act, Context, Reason};

/// The stages in which there is one to take back.
const STANDS_IN: &[Stage] = &[Stage::Permitted, Stage::Suspended];

/// Take a permit back.
#[derive(Clone, Debug)]
pub struct RevokePermit {
    /// Why.
    pub reasons: Reason,
}

impl RevokePermit {
    /// Whether the actor may revoke this application's permit now.
    ///
    /// # Errors
    /// The refusal that revoking would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        lead(application, context)?;
        stage(application, STANDS_IN)
    }
}

impl Offered for RevokePermit {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(RevokePermit::check(application, context))
    }
}

impl Act for RevokePermit {
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
        Ok(vec![ApplicationFact::PermitRevoked {
            permit: permit.content.permit.clone(),
            reasons: self.reasons,
            sealed: None,
        }])
    }
}
