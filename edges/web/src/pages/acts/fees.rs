//! What the forms about fees have in common.

use super::Asking;
use super::filled::{day, not_chosen, title};
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::parts::{Choice, FieldKind};
use crate::select::SelectField;
use act::{AttachmentId, Date, Title};
use desk::FieldFault;

/// How the fields of a receipt are called in one form: how much, which receipt, on which day, which document.
pub(super) struct Receipt {
    pub amount: &'static str,
    pub receipt: &'static str,
    pub day: &'static str,
    pub document: &'static str,
}

/// What was typed into them.
pub(super) struct OnReceipt {
    pub amount: Option<Title>,
    pub receipt: Option<Title>,
    pub day: Option<Date>,
    pub document: Option<AttachmentId>,
}

impl Receipt {
    pub(super) fn fields(&self, asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let amount = entering
            .line(self.amount, "field-fee-amount")
            .kind(FieldKind::Decimal);
        let documents = asking.case.fees.documents.clone();
        let mut fields: Vec<Field> = vec![
            amount.hint(t.get("hint-fee-amount")).into(),
            entering.line(self.receipt, "field-fee-receipt").into(),
            entering
                .line(self.day, "field-fee-day")
                .kind(FieldKind::Day)
                .into(),
        ];
        if !documents.is_empty() {
            let none = [Choice::new("", t.get("fee-no-document"))];
            let all = none.into_iter().chain(documents).collect();
            let (typed, faults) = (entering.typed, entering.faults);
            let field = SelectField::new(t, self.document, t.get("field-fee-document"), all, typed, faults);
            fields.push(field.into());
        }
        fields
    }

    pub(super) fn read(&self, typed: &Typed, faults: &mut Vec<FieldFault>) -> OnReceipt {
        let document = typed.get(self.document);
        let document = (!document.is_empty()).then(|| document.parse());
        if let Some(Err(_)) = document {
            faults.push(FieldFault::plain(self.document, "not-one-of"));
        }
        OnReceipt {
            amount: title(typed, self.amount, faults),
            receipt: title(typed, self.receipt, faults),
            day: day(typed, self.day, faults),
            document: document.and_then(Result::ok),
        }
    }
}

/// An entry of a fee, by the numbers of both; the fee itself where no entry is named. What is recorded of a fee names the last that was
/// read, or none yet as 0.
pub(super) fn entry(typed: &Typed, field: &str, faults: &mut Vec<FieldFault>) -> Option<(u32, Option<u32>)> {
    let read = |text: &str| match text.split_once('/') {
        Some((fee, entry)) => Some((fee.parse().ok()?, Some(entry.parse().ok()?))),
        None => Some((text.parse().ok()?, None)),
    };
    let found = read(typed.get(field));
    faults.extend(found.is_none().then(|| not_chosen(typed, field)));
    found
}
