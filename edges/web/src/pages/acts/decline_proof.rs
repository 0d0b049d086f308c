//! An authority says that what was shown for its condition is not enough.

use super::sent::reason;
use super::{ActPage, Asking, Called, OfPermit, PROOF_FIELD};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use clearance::acts::DeclineProof;
use desk::Fault;

impl ActPage for DeclineProof {
    type On = OfPermit;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/conditions/{condition}/objection";

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-decline-proof",
            what: "act-decline-proof-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let reasons = asking
            .entering
            .lines("declined-reasons", "field-declined-reasons", 2_000);
        vec![reasons.into()]
    }

    fn read(OfPermit(authority, number): OfPermit, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = reason(typed, "declined-reasons")?;
        Ok(DeclineProof {
            authority,
            number,
            // No proof has the number 0: a form that does not say which it showed answers none.
            proof: typed.get(PROOF_FIELD).parse().unwrap_or_default(),
            reasons,
        })
    }
}
