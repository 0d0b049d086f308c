//! What became of a fee is recorded: paid, waived, or given back.

use super::fees::{Receipt, entry};
use super::filled::{not_chosen, whole, why};
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use clearance::FeeStep;
use clearance::acts::RecordFee;
use desk::Fault;

const FEE: &str = "record-fee";
const STEP: &str = "record-fee-step";
const REASONS: &str = "record-fee-reasons";
const RECEIPT: Receipt = Receipt {
    amount: "record-fee-amount",
    receipt: "record-fee-receipt",
    day: "record-fee-day",
    document: "record-fee-document",
};

impl ActPage for RecordFee {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/fees/entries";
    const FOLDED: bool = true;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("fee", FEE),
        ("fee-amount", RECEIPT.amount),
        ("fee-receipt", RECEIPT.receipt),
        ("fee-day", RECEIPT.day),
        ("fee-reasons", REASONS),
        ("proof-documents", RECEIPT.document),
    ];
    const AFTER: Option<&'static str> = Some("#fees");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-record-fee",
            what: "act-record-fee-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let steps = FeeStep::RECORDED.map(FeeStep::name);
        let which = asking.case.fees.recorded.clone();
        let mut fields: Vec<Field> = vec![
            entering.choice(FEE, "field-fee", which).into(),
            entering.named(STEP, "field-fee-step", "fee", &steps).into(),
        ];
        fields.extend(RECEIPT.fields(asking));
        let reasons = entering.lines(REASONS, "field-fee-reasons", 2_000);
        fields.push(reasons.hint(entering.t.get("hint-fee-reasons")).into());
        fields
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let which = entry(typed, FEE, &mut faults);
        if let Some((_, None)) = which {
            faults.push(not_chosen(typed, FEE));
        }
        let mut steps = FeeStep::RECORDED.into_iter();
        let step = steps.find(|one| one.name() == typed.get(STEP));
        faults.extend(step.is_none().then(|| not_chosen(typed, STEP)));
        let on = RECEIPT.read(typed, &mut faults);
        let reasons = why(typed, REASONS, &mut faults);
        let act = || {
            let (fee, read) = which?;
            Some(RecordFee {
                fee,
                read: usize::try_from(read?).ok()?,
                step: step?,
                amount: on.amount,
                receipt: on.receipt,
                day: on.day,
                reasons,
                document: on.document,
            })
        };
        whole(act(), faults)
    }
}
