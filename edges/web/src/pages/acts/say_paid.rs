//! An organiser says that it has paid a fee.

use super::fees::Receipt;
use super::filled::{number, whole};
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use clearance::acts::SayPaid;
use desk::Fault;

const FEE: &str = "say-fee";
const RECEIPT: Receipt = Receipt {
    amount: "say-fee-amount",
    receipt: "say-fee-receipt",
    day: "say-fee-day",
    document: "say-fee-document",
};

impl ActPage for SayPaid {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/fees/payments";
    const FOLDED: bool = true;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("fee", FEE),
        ("fee-amount", RECEIPT.amount),
        ("fee-receipt", RECEIPT.receipt),
        ("fee-day", RECEIPT.day),
        ("proof-documents", RECEIPT.document),
    ];
    const AFTER: Option<&'static str> = Some("#fees");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-say-paid",
            what: "act-say-paid-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let which = asking.case.fees.said.clone();
        let which = asking.entering.choice(FEE, "field-fee", which);
        let mut fields: Vec<Field> = vec![which.into()];
        fields.extend(RECEIPT.fields(asking));
        fields
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let which = number(typed, FEE, &mut faults);
        let on = RECEIPT.read(typed, &mut faults);
        let act = which.map(|fee| SayPaid {
            fee,
            amount: on.amount,
            receipt: on.receipt,
            day: on.day,
            document: on.document,
        });
        whole(act, faults)
    }
}
