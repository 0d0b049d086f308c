//! The organiser answers an authority's question. That authority's clock runs again.

use super::{Allowed, Offered, On, on_asked, open_question, organiser, question_asked, undecided};
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, AuthorityId, Context, Reason};

/// Answer a question.
#[derive(Clone, Debug)]
pub struct AnswerQuestion {
    /// The authority that asked.
    pub authority: AuthorityId,
    /// Which of its questions.
    pub number: u32,
    /// The answer.
    pub answer: Reason,
}

impl AnswerQuestion {
    /// Whether the actor may answer this question.
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
        let referral = undecided(application, context, authority)?;
        open_question(referral, number)?;
        match referral.open_question() {
            Some(question) if !question.items.is_empty() => Err(ClearanceRefusal::AnsweredOtherwise(number)),
            _ => Ok(()),
        }
    }
}

impl Offered for AnswerQuestion {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_asked(application, question_asked, |authority, number| {
            AnswerQuestion::check(application, context, authority, number)
        })
    }
}

impl Act for AnswerQuestion {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority, self.number)?;
        Ok(vec![ApplicationFact::QuestionAnswered {
            authority: self.authority,
            number: self.number,
            answer: self.answer,
        }])
    }
}
