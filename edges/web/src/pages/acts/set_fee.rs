//! An authority, or whoever leads, sets a fee that no rule names.

use super::filled::{day, needed, not_chosen, whole, why};
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::parts::{Choice, FieldKind};
use act::AuthorityId;
use clearance::acts::SetFee;
use desk::Fault;

const AUTHORITY: &str = "set-fee-authority";
const LABEL: &str = "set-fee-label";
const AMOUNT: &str = "set-fee-amount";
const CURRENCY: &str = "set-fee-currency";
const BASIS: &str = "set-fee-basis";
const DUE: &str = "set-fee-due";
const BEFORE: &str = "set-fee-before-permit";
const HOW: &str = "set-fee-how";

impl ActPage for SetFee {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/fees";
    const FOLDED: bool = true;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("fee", AUTHORITY),
        ("fee-amount", AMOUNT),
        ("fee-currency", CURRENCY),
    ];
    const AFTER: Option<&'static str> = Some("#fees");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-set-fee",
            what: "act-set-fee-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let amount = entering
            .line(AMOUNT, "field-fee-amount-due")
            .kind(FieldKind::Decimal);
        let currency = entering.line(CURRENCY, "field-fee-currency");
        let before = vec![Choice::new("yes", t.get("fee-before-permit-yes"))];
        let whose = asking.case.fees.whose.clone();
        vec![
            entering.choice(AUTHORITY, "field-fee-authority", whose).into(),
            entering.line(LABEL, "field-fee-label").into(),
            amount.hint(t.get("hint-fee-amount-due")).into(),
            currency.hint(t.get("hint-fee-currency")).into(),
            entering
                .line(BASIS, "field-fee-basis")
                .hint(t.get("hint-fee-basis"))
                .into(),
            entering.line(DUE, "field-fee-due").kind(FieldKind::Day).into(),
            entering
                .choice(BEFORE, "field-fee-before-permit", before)
                .several()
                .into(),
            entering.lines(HOW, "field-fee-how", 2_000).into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let authority: Option<AuthorityId> = typed.get(AUTHORITY).parse().ok();
        faults.extend(authority.is_none().then(|| not_chosen(typed, AUTHORITY)));
        let label = needed(typed, LABEL, &mut faults);
        let amount = needed(typed, AMOUNT, &mut faults);
        let currency = needed(typed, CURRENCY, &mut faults);
        let basis = needed(typed, BASIS, &mut faults);
        let due = day(typed, DUE, &mut faults);
        let how = why(typed, HOW, &mut faults);
        let act = || {
            Some(SetFee {
                authority: authority?,
                label: label?,
                amount: amount?,
                currency: currency?,
                basis: basis?,
                due,
                before_permit: typed.get(BEFORE) == "yes",
                how,
            })
        };
        whole(act(), faults)
    }
}
