//! The lead authority issues the permit anew, because authorities changed their conditions since: the new one takes the place of the
//! earlier one, which does not hold any more.

use super::issue_permit::{content, reconciled};
use super::{Allowed, Offered, On, lead, not_over, on_case, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Stage};
use act::{Act, Context, Reason};

/// The stage in which one is replaced. One that is suspended does not hold, and neither would another: it is lifted first.
const STANDS_IN: &[Stage] = &[Stage::Permitted];

/// Replace the permit by one that says what the case says.
#[derive(Clone, Debug)]
pub struct ReplacePermit {
    /// Why.
    pub reasons: Reason,
}

impl ReplacePermit {
    /// Whether the actor may replace this application's permit now.
    ///
    /// # Errors
    /// The refusal that replacing it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        lead(application, context)?;
        stage(application, STANDS_IN)?;
        not_over(application, context)?;
        if application.departures().is_empty() {
            return Err(ClearanceRefusal::PermitUnchanged);
        }
        reconciled(application)
    }
}

impl Offered for ReplacePermit {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(ReplacePermit::check(application, context))
    }
}

impl Act for ReplacePermit {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let (Some(earlier), Some(content)) = (&application.permit, content(application)) else {
            return Err(ClearanceRefusal::WrongStage {
                stage: application.stage(),
                needed: STANDS_IN,
            });
        };
        Ok(vec![
            ApplicationFact::PermitReplaced {
                permit: earlier.content.permit.clone(),
                by: content.permit.clone(),
                reasons: self.reasons,
            },
            ApplicationFact::PermitIssued(Box::new(content)),
        ])
    }
}
