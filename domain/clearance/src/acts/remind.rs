//! The lead authority reminds another whose answer it awaits. That moves no clock, and is written down so that nobody has to ask who
//! pressed whom, and when.

use super::{Allowed, Offered, On, lead, on_referrals, undecided, waits_for_nobody};
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, AuthorityId, Context, Reason};

/// Remind an authority.
#[derive(Clone, Debug)]
pub struct Remind {
    /// Whom.
    pub authority: AuthorityId,
    /// What is said to it.
    pub words: Reason,
}

impl Remind {
    /// Whether the actor may remind this authority now: it waits for nobody itself, and was not reminded today, where the event is.
    ///
    /// # Errors
    /// The refusal that reminding it would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        lead(application, context)?;
        let referral = undecided(application, context, authority)?;
        waits_for_nobody(referral)?;
        let today = application.day(context.at);
        let last = referral.reminders.last();
        if last.is_some_and(|one| application.day(one.at) >= today) {
            return Err(ClearanceRefusal::RemindedToday);
        }
        Ok(())
    }
}

impl Offered for Remind {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |one| Remind::check(application, context, one))
    }
}

impl Act for Remind {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        Ok(vec![ApplicationFact::Reminded {
            authority: self.authority,
            words: self.words,
        }])
    }
}
