//! What the forms about fees have in common.

use super::Asking;
use super::offer_instead::{of, taken};
use super::sent::optional_reason;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::parts::{Choice, FieldKind};
use crate::select::SelectField;
use act::{AttachmentId, Date, Reason, Title};
use desk::{Fault, FieldFault};

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

/// A line that may be left out.
pub(super) fn title(typed: &Typed, field: &'static str, faults: &mut Vec<FieldFault>) -> Option<Title> {
    taken(typed, field, faults, |text| {
        Title::new(text).map_err(|fault| FieldFault::of_text(field, &fault))
    })
}

/// A line that may not.
pub(super) fn needed(typed: &Typed, field: &'static str, faults: &mut Vec<FieldFault>) -> Option<Title> {
    if !typed.given(field) {
        faults.push(FieldFault::plain(field, "empty"));
    }
    title(typed, field, faults)
}

/// A day that may be left out.
pub(super) fn day(typed: &Typed, field: &'static str, faults: &mut Vec<FieldFault>) -> Option<Date> {
    taken(typed, field, faults, |text| desk::clearance::day(field, text))
}

/// Why, where that may be left out.
pub(super) fn why(typed: &Typed, field: &str, faults: &mut Vec<FieldFault>) -> Option<Reason> {
    of(optional_reason(typed, field), faults).flatten()
}

/// A fee by its number.
pub(super) fn fee(typed: &Typed, field: &str, faults: &mut Vec<FieldFault>) -> Option<u32> {
    let number = typed.get(field).parse().ok();
    faults.extend(number.is_none().then(|| not_chosen(typed, field)));
    number
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

/// That none of the choices was chosen.
pub(super) fn not_chosen(typed: &Typed, field: &str) -> FieldFault {
    let code = if typed.given(field) { "not-one-of" } else { "empty" };
    FieldFault::plain(field, code)
}

/// The act, if nothing was wrong with what was typed.
pub(super) fn whole<A>(act: Option<A>, faults: Vec<FieldFault>) -> Result<A, Fault> {
    match act {
        Some(act) if faults.is_empty() => Ok(act),
        _ => Err(Fault::Invalid(faults)),
    }
}
