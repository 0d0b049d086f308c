//! An authority in whose name a letter was recorded says that it does not count: it never wrote it, or not for this case. Its
//! referral is open again as it stood. Once there is a permit, only revoking that is left.

use super::{Allowed, DECIDE_ROLES, Offered, On, not_over, on_referrals, put_to_own, referred, role, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Stage};
use act::{Act, AuthorityId, Context, Reason};

/// Disown a letter that was recorded in one's own name.
#[derive(Clone, Debug)]
pub struct DisownLetter {
    /// The authority in whose name it was recorded.
    pub authority: AuthorityId,
    /// Why it does not count.
    pub reasons: Reason,
}

impl DisownLetter {
    /// Whether the actor may disown the letter by which this referral was decided.
    ///
    /// # Errors
    /// The refusal that disowning it would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        role(context, DECIDE_ROLES)?;
        stage(application, &[Stage::InCirculation, Stage::Decided])?;
        not_over(application, context)?;
        let referral = referred(application, authority)?;
        put_to_own(referral, context)?;
        match referral.letter() {
            Some(_) => Ok(()),
            None => Err(ClearanceRefusal::NoLetter {
                authority: authority.clone(),
            }),
        }
    }
}

impl Offered for DisownLetter {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            DisownLetter::check(application, context, authority)
        })
    }
}

impl Act for DisownLetter {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        Ok(vec![ApplicationFact::LetterDisowned {
            authority: self.authority,
            reasons: self.reasons,
        }])
    }
}
