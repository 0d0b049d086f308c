//! The event is over and was not permitted, or its permit was suspended: there is nothing left to decide. The clock does it; nobody does it by hand.

use super::{Allowed, Offered, On, by_itself, on_case, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Stage};
use act::{Act, Context};

/// Close an application whose event is over.
#[derive(Clone, Debug)]
pub struct Lapse;

impl Lapse {
    /// The stages in which an application lapses.
    pub(crate) const FROM: &[Stage] = &[
        Stage::Submitted,
        Stage::Returned,
        Stage::InCirculation,
        Stage::Decided,
        Stage::Suspended,
    ];

    /// Whether the application lapses now.
    ///
    /// # Errors
    /// The refusal that it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        by_itself(context)?;
        stage(application, Lapse::FROM)?;
        match &application.submission {
            Some(submission) if !submission.event.is_over(context.at) => {
                Err(ClearanceRefusal::EventNotOver {
                    date: submission.event.last_day(),
                })
            }
            _ => Ok(()),
        }
    }
}

impl Offered for Lapse {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(Lapse::check(application, context))
    }
}

impl Act for Lapse {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        Ok(vec![ApplicationFact::Lapsed])
    }
}
