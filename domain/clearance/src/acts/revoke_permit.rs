//! The lead authority takes a permit back.

use super::{Allowed, lead, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Stage};
use act::{Act, Context, Reason};

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
        stage(application, Stage::Permitted)
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
        let permit = application
            .permit
            .as_ref()
            .map(|permit| permit.content.permit.clone());
        let permit = permit.unwrap_or_default();
        Ok(vec![ApplicationFact::PermitRevoked {
            permit,
            reasons: self.reasons,
        }])
    }
}
