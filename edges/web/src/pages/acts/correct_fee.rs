//! What was recorded of a fee was wrong, and is reversed.

use super::fees::entry;
use super::filled::{of, whole};
use super::sent::reason;
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use clearance::acts::CorrectFee;
use desk::Fault;

const FEE: &str = "correct-fee";
const REASONS: &str = "correct-fee-reasons";

impl ActPage for CorrectFee {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/fees/corrections";
    const FOLDED: bool = true;
    const FIELDS: &'static [(&'static str, &'static str)] =
        &[("fee", FEE), ("fee-entry", FEE), ("fee-reasons", REASONS)];
    const AFTER: Option<&'static str> = Some("#fees");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-correct-fee",
            what: "act-correct-fee-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let which = asking.case.fees.corrected.clone();
        vec![
            entering.choice(FEE, "field-fee-corrected", which).into(),
            entering.lines(REASONS, "field-fee-wrong", 2_000).into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let which = entry(typed, FEE, &mut faults);
        let reasons = of(reason(typed, REASONS), &mut faults);
        let act = which.map(|(fee, entry)| CorrectFee { fee, entry, reasons });
        whole(act, faults)
    }
}
