//! An authority asks the organiser for information. Only its own clock stops.

use super::{Allowed, Offered, On, REVIEW_ROLES, on_referrals, own, waits_for_nobody};
use crate::{Application, ApplicationFact, ClearanceRefusal, MOST_ITEMS, Wanted};
use act::{Act, AuthorityId, Context, Reason};

/// Ask the organiser.
#[derive(Clone, Debug)]
pub struct AskQuestion {
    /// The authority that asks.
    pub authority: AuthorityId,
    /// What it asks.
    pub text: Reason,
    /// For what it asks, where it asks item by item. What the rulebook has no such id for is refused before (`desk`).
    pub items: Vec<Wanted>,
}

impl AskQuestion {
    /// Whether the actor may ask. One question at a time, and none beside an offer, so that the clock's pauses are plain to
    /// recompute.
    ///
    /// # Errors
    /// The refusal that asking would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        let referral = own(application, context, authority, REVIEW_ROLES)?;
        waits_for_nobody(referral)
    }
}

impl Offered for AskQuestion {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            AskQuestion::check(application, context, authority)
        })
    }
}

impl Act for AskQuestion {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        let referral = own(application, context, &self.authority, REVIEW_ROLES)?;
        if self.items.len() > MOST_ITEMS {
            return Err(ClearanceRefusal::TooManyItems(MOST_ITEMS, self.items.len()));
        }
        let number = referral.next_question();
        let mut facts = Vec::new();
        // Asking is reviewing: an authority that asks at once need not say first that it begins.
        if referral.review_begun.is_none() {
            facts.push(ApplicationFact::ReviewBegun {
                authority: self.authority.clone(),
            });
        }
        facts.push(ApplicationFact::QuestionAsked {
            authority: self.authority,
            number,
            text: self.text,
            items: self.items,
        });
        Ok(facts)
    }
}
