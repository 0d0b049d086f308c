//! The lead authority asks one more authority, which no rule names in this case.

use super::{Allowed, Offered, On, lead, not_over, not_refused, on_case, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Competence, PlannedReferral, Stage};
use act::{Act, AuthorityId, Context, Reason};

/// The stages in which one more is asked: before that the rules ask, after it there is a permit.
const ASKED_IN: &[Stage] = &[Stage::InCirculation, Stage::Decided];

/// Ask one more authority.
#[derive(Clone, Debug)]
pub struct AskAlso {
    /// Whom.
    pub authority: AuthorityId,
    /// Whether it is asked for advice alone, although it decides where a rule asks it.
    pub advises: bool,
    /// Why.
    pub reasons: Reason,
    /// The referral, as the version that the application is bound to has it ([`crate::by_hand`]); whoever asks gives nothing.
    pub referral: Option<PlannedReferral>,
}

impl AskAlso {
    /// Whether the actor may ask one more authority about this application.
    ///
    /// # Errors
    /// The refusal that asking would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        lead(application, context)?;
        stage(application, ASKED_IN)?;
        not_over(application, context)?;
        not_refused(application)
    }
}

impl Offered for AskAlso {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(AskAlso::check(application, context))
    }
}

impl Act for AskAlso {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let authority = self.authority;
        if application.referrals.contains_key(&authority) {
            return Err(ClearanceRefusal::AlreadyAsked { authority });
        }
        let planned = self.referral.filter(|one| one.authority == authority);
        let Some(mut referral) = planned else {
            return Err(ClearanceRefusal::NotInRulebook { authority });
        };
        if self.advises {
            referral.competence = Competence::Consultee;
        }
        Ok(vec![ApplicationFact::AskedAlso {
            referral,
            reasons: self.reasons,
        }])
    }
}
