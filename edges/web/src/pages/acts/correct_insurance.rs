//! A certificate of insurance, or that it was accepted, was recorded wrongly, and is reversed.

use super::filled::{number, of, whole};
use super::sent::reason;
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use clearance::acts::CorrectInsurance;
use desk::Fault;

const INSURANCE: &str = "correct-insurance";
const REASONS: &str = "correct-insurance-reasons";

impl ActPage for CorrectInsurance {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/insurances/corrections";
    const FOLDED: bool = true;
    const FIELDS: &'static [(&'static str, &'static str)] =
        &[("insurance", INSURANCE), ("insurance-reasons", REASONS)];
    const AFTER: Option<&'static str> = Some("#insurances");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-correct-insurance",
            what: "act-correct-insurance-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let which = asking.case.insurance.corrected.clone();
        vec![
            entering.choice(INSURANCE, "field-insurance", which).into(),
            entering.lines(REASONS, "field-fee-wrong", 2_000).into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let which = number(typed, INSURANCE, &mut faults);
        let reasons = of(reason(typed, REASONS), &mut faults);
        let act = which.map(|insurance| CorrectInsurance { insurance, reasons });
        whole(act, faults)
    }
}
