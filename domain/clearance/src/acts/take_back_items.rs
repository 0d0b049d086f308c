//! An authority takes single items of its question back, and goes on waiting for the others.

use super::items::{awaited, with_items};
use super::{Allowed, Offered, On, REVIEW_ROLES, on_asked, open_question, own};
use crate::{Application, ApplicationFact, ClearanceRefusal, Referral};
use act::{Act, AuthorityId, Context};

/// Take items of a question back.
#[derive(Clone, Debug)]
pub struct TakeBackItems {
    /// The authority that asked.
    pub authority: AuthorityId,
    /// Which of its questions.
    pub number: u32,
    /// Which of its items, counted from 1.
    pub items: Vec<u32>,
}

impl TakeBackItems {
    /// Whether the actor may take items of this question back.
    ///
    /// # Errors
    /// The refusal that taking them back would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        let referral = own(application, context, authority, REVIEW_ROLES)?;
        open_question(referral, number)?;
        with_items(referral, number).map(drop)
    }
}

/// The question of which several items are awaited: of one alone, the question itself is taken back.
fn several_awaited(referral: &Referral) -> Option<u32> {
    let question = referral.open_question()?;
    (question.awaited().count() > 1).then_some(question.number)
}

impl Offered for TakeBackItems {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_asked(application, several_awaited, |authority, number| {
            TakeBackItems::check(application, context, authority, number)
        })
    }
}

impl Act for TakeBackItems {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority, self.number)?;
        let referral = own(application, context, &self.authority, REVIEW_ROLES)?;
        let question = with_items(referral, self.number)?;
        awaited(question, self.items.iter().copied())?;
        Ok(vec![ApplicationFact::ItemsTakenBack {
            authority: self.authority,
            number: self.number,
            items: self.items,
        }])
    }
}
