//! The organiser answers items of an authority's question: some, or all that are awaited. With the last of them that authority's clock
//! runs again.

use super::items::{awaited, with_items};
use super::{Allowed, Offered, On, on_asked, open_question, organiser, question_asked, undecided};
use crate::{AnsweredItem, Application, ApplicationFact, ClearanceRefusal, ItemAnswer};
use act::{Act, AttachmentId, AuthorityId, Context};
use std::collections::BTreeSet;

/// Answer items of a question.
#[derive(Clone, Debug)]
pub struct AnswerItems {
    /// The authority that asked.
    pub authority: AuthorityId,
    /// Which of its questions.
    pub number: u32,
    /// What is said to which item.
    pub answers: Vec<AnsweredItem>,
}

impl AnswerItems {
    /// Whether the actor may answer items of this question.
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
        with_items(referral, number).map(drop)
    }
}

impl Offered for AnswerItems {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_asked(application, question_asked, |authority, number| {
            AnswerItems::check(application, context, authority, number)
        })
    }
}

/// An answer that says something, each document named once.
fn said(answer: ItemAnswer, there: &BTreeSet<AttachmentId>) -> Result<ItemAnswer, ClearanceRefusal> {
    let ItemAnswer::Given { words, mut documents } = answer else {
        return Ok(answer);
    };
    if words.is_none() && documents.is_empty() {
        return Err(ClearanceRefusal::NothingAnswered);
    }
    if documents.iter().any(|one| !there.contains(one)) {
        return Err(ClearanceRefusal::NoSuchDocument);
    }
    let mut named = BTreeSet::new();
    documents.retain(|one| named.insert(*one));
    Ok(ItemAnswer::Given { words, documents })
}

impl Act for AnswerItems {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority, self.number)?;
        let referral = undecided(application, context, &self.authority)?;
        let question = with_items(referral, self.number)?;
        awaited(question, self.answers.iter().map(|one| one.item))?;
        let there: BTreeSet<_> = application.attachments().map(|one| one.attachment).collect();
        let answers = self.answers.into_iter().map(|one| {
            Ok(AnsweredItem {
                item: one.item,
                answer: said(one.answer, &there)?,
            })
        });
        Ok(vec![ApplicationFact::ItemsAnswered {
            authority: self.authority,
            number: self.number,
            answers: answers.collect::<Result<_, ClearanceRefusal>>()?,
        }])
    }
}
