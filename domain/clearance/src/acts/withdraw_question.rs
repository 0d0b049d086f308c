//! An authority takes its question back. Its clock runs again.

use super::{Allowed, Offered, On, REVIEW_ROLES, on_asked, open_question, own, question_asked};
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, AuthorityId, Context};

/// Take a question back.
#[derive(Clone, Debug)]
pub struct WithdrawQuestion {
    /// The authority that asked.
    pub authority: AuthorityId,
    /// Which of its questions.
    pub number: u32,
}

impl WithdrawQuestion {
    /// Whether the actor may take this question back.
    ///
    /// # Errors
    /// The refusal that taking it back would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        open_question(own(application, context, authority, REVIEW_ROLES)?, number)
    }
}

impl Offered for WithdrawQuestion {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_asked(application, question_asked, |authority, number| {
            WithdrawQuestion::check(application, context, authority, number)
        })
    }
}

impl Act for WithdrawQuestion {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority, self.number)?;
        Ok(vec![ApplicationFact::QuestionWithdrawn {
            authority: self.authority,
            number: self.number,
        }])
    }
}
