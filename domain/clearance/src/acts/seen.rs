//! An act by someone who read the application before: whoever acts on what it said then is told if it says something else now.

use super::CaseAct;
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, Context};

/// Any act, on an application as it was read.
#[derive(Clone, Debug)]
pub struct AsSeen {
    /// The act.
    pub act: CaseAct,
    /// How many versions had been handed in before the one that was read.
    pub versions: usize,
}

impl Act for AsSeen {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        if application.earlier.len() == self.versions {
            self.act.decide(application, context)
        } else {
            Err(ClearanceRefusal::ChangedSince)
        }
    }
}
