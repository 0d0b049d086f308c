//! The organiser hands a document in that was missing when it applied.

use super::{Allowed, Offered, On, not_over, on_case, organiser, stage};
use crate::{Application, ApplicationFact, Attachment, ClearanceRefusal, Stage};
use act::{Act, Context};

/// Hand in a document.
#[derive(Clone, Debug)]
pub struct HandIn {
    /// The document.
    pub attachment: Attachment,
}

impl HandIn {
    /// Whether the actor may hand a document in: as long as a permit can come of it.
    ///
    /// # Errors
    /// The refusal that handing it in would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        organiser(application, context)?;
        stage(
            application,
            &[Stage::Submitted, Stage::InCirculation, Stage::Decided],
        )?;
        not_over(application, context)
    }
}

impl Offered for HandIn {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(HandIn::check(application, context))
    }
}

impl Act for HandIn {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        Ok(vec![ApplicationFact::DocumentHandedIn(self.attachment)])
    }
}
