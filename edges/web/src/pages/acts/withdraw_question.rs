//! An authority takes its question back.

use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use act::AuthorityId;
use clearance::acts::WithdrawQuestion;
use desk::Fault;

impl ActPage for WithdrawQuestion {
    type On = (AuthorityId, u32);
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/questions/{number}/withdrawal";

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-withdraw-question",
            what: "",
            kind: "secondary",
        }
    }

    fn read((authority, number): (AuthorityId, u32), _: &Typed, _: Text) -> Result<Self, Fault> {
        Ok(WithdrawQuestion { authority, number })
    }
}
