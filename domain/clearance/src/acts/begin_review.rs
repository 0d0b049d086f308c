//! An authority begins its review.

use super::{Allowed, Offered, On, REVIEW_ROLES, on_referrals, own};
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, AuthorityId, Context};

/// Begin the review of a referral.
#[derive(Clone, Debug)]
pub struct BeginReview {
    /// The authority whose referral it is.
    pub authority: AuthorityId,
}

impl BeginReview {
    /// Whether the actor may begin this review.
    ///
    /// # Errors
    /// The refusal that beginning would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        let referral = own(application, context, authority, REVIEW_ROLES)?;
        if referral.review_begun.is_some() {
            Err(ClearanceRefusal::ReviewAlreadyBegun)
        } else {
            Ok(())
        }
    }
}

impl Offered for BeginReview {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            BeginReview::check(application, context, authority)
        })
    }
}

impl Act for BeginReview {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        Ok(vec![ApplicationFact::ReviewBegun {
            authority: self.authority,
        }])
    }
}
