//! An authority takes its offer back.

use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use act::AuthorityId;
use clearance::acts::WithdrawOffer;
use desk::Fault;

impl ActPage for WithdrawOffer {
    type On = (AuthorityId, u32);
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/offers/{number}/withdrawal";

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-withdraw-offer",
            what: "",
            kind: "secondary",
        }
    }

    fn read((authority, number): (AuthorityId, u32), _: &Typed, _: Text) -> Result<Self, Fault> {
        Ok(WithdrawOffer { authority, number })
    }
}
