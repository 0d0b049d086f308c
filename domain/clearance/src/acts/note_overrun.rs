//! An authority let its period pass, and nothing follows from that by the rulebook: it still decides. That is written down, so that
//! whoever waits for it is told. The clock does it; nobody does it by hand.

use super::{Allowed, Offered, On, awaited, by_itself, on_referrals};
use crate::{Application, ApplicationFact, ClearanceRefusal, clock};
use act::{Act, AuthorityId, Context, Date};

/// Write down that an authority's period passed without an answer.
#[derive(Clone, Debug)]
pub struct NoteOverrun {
    /// The authority that was silent.
    pub authority: AuthorityId,
}

impl NoteOverrun {
    /// Whether its period has passed, and that was not written down yet.
    ///
    /// # Errors
    /// The refusal that writing it down would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        overrun(application, context, authority).map(drop)
    }
}

/// The last day of the period that an authority let pass.
fn overrun(
    application: &Application,
    context: &Context,
    authority: &AuthorityId,
) -> Result<Date, ClearanceRefusal> {
    by_itself(context)?;
    let referral = awaited(application, context, authority)?;
    match clock::overrun(referral) {
        Some((ended, from)) if from <= context.at => Ok(ended),
        _ => Err(ClearanceRefusal::PeriodRuns {
            authority: authority.clone(),
        }),
    }
}

impl Offered for NoteOverrun {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            NoteOverrun::check(application, context, authority)
        })
    }
}

impl Act for NoteOverrun {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let ended = overrun(application, context, &self.authority)?;
        Ok(vec![ApplicationFact::PeriodOverrun {
            authority: self.authority,
            ended,
        }])
    }
}
