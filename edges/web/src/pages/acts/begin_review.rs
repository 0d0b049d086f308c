//! An authority begins its review.

use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use act::AuthorityId;
use clearance::acts::BeginReview;
use desk::Fault;

impl ActPage for BeginReview {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/review";

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-begin-review",
            what: "",
            kind: "",
        }
    }

    fn read(authority: AuthorityId, _: &Typed, _: Text) -> Result<Self, Fault> {
        Ok(BeginReview { authority })
    }
}
