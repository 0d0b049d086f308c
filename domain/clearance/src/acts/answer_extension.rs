//! The organiser agrees to the time that an authority asked for, or does not.

use super::propose_extension::reaches;
use super::{Allowed, Offered, On, on_asked, organiser, undecided};
use crate::{Application, ApplicationFact, ClearanceRefusal, Referral};
use act::{Act, AuthorityId, Context, Reason};

/// Answer an authority that asked for more time.
#[derive(Clone, Debug)]
pub struct AnswerExtension {
    /// The authority that asked.
    pub authority: AuthorityId,
    /// Which of the times it asked.
    pub number: u32,
    /// Whether the organiser agrees.
    pub agreed: bool,
    /// Why, if it says.
    pub reasons: Option<Reason>,
}

impl AnswerExtension {
    /// Whether the actor may answer it.
    ///
    /// # Errors
    /// The refusal that answering would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        organiser(application, context)?;
        match undecided(application, context, authority)?.open_extension() {
            Some(open) if open.number == number => Ok(()),
            _ => Err(ClearanceRefusal::NoOpenExtension { number }),
        }
    }
}

impl Offered for AnswerExtension {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        let open = |referral: &Referral| referral.open_extension().map(|open| open.number);
        on_asked(application, open, |authority, number| {
            AnswerExtension::check(application, context, authority, number)
        })
    }
}

impl Act for AnswerExtension {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority, self.number)?;
        let referral = undecided(application, context, &self.authority)?;
        if let Some(asked) = referral.open_extension().filter(|_| self.agreed) {
            reaches(referral, asked, context)?;
        }
        Ok(vec![ApplicationFact::ExtensionAnswered {
            authority: self.authority,
            number: self.number,
            agreed: self.agreed,
            reasons: self.reasons,
        }])
    }
}
