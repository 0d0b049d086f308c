//! The lead authority finds the application complete and puts it to every authority that the rulebook names.

use super::{Allowed, Offered, On, lead, not_over, on_case, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, PlannedReferral, Stage};
use act::{Act, Context};

/// Accept as valid and put to the authorities.
#[derive(Clone, Debug, Default)]
pub struct Circulate {
    /// What the rulebook planned for this application ([`crate::plan`]); whoever circulates gives nothing.
    pub referrals: Vec<PlannedReferral>,
}

impl Circulate {
    /// Whether the actor may circulate this application.
    ///
    /// # Errors
    /// The refusal that circulating would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        lead(application, context)?;
        stage(application, &[Stage::Submitted])?;
        not_over(application, context)
    }
}

impl Offered for Circulate {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(Circulate::check(application, context))
    }
}

impl Act for Circulate {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        if self.referrals.is_empty() {
            return Err(ClearanceRefusal::NoAuthority);
        }
        let mut facts = vec![ApplicationFact::FoundValid];
        facts.extend(self.referrals.into_iter().map(ApplicationFact::Referred));
        Ok(facts)
    }
}
