//! What an authority said last of a deposit was wrong, and is reversed.

use super::sent::reason;
use super::{ActPage, Asking, Called, OfPermit};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::typed::DEPOSIT_FIELD;
use clearance::acts::CorrectDeposit;
use desk::Fault;

const REASONS: &str = "deposit-wrong";

impl ActPage for CorrectDeposit {
    type On = OfPermit;
    const ADDRESS: &'static str =
        "/cases/{id}/referrals/{authority}/conditions/{condition}/deposit/correction";
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-correct-deposit",
            what: "act-correct-deposit-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        vec![asking.entering.lines(REASONS, "field-fee-wrong", 2_000).into()]
    }

    fn read(OfPermit(authority, number): OfPermit, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = reason(typed, REASONS)?;
        Ok(CorrectDeposit {
            authority,
            number,
            entry: typed.get(DEPOSIT_FIELD).parse().unwrap_or_default(),
            reasons,
        })
    }
}
