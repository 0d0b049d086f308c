//! An organiser hands in a certificate of insurance.

use super::filled::{needed, needed_day, not_chosen, of, whole};
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::insurance::read;
use crate::pages::entry::Field;
use crate::parts::FieldKind;
use crate::select::SelectField;
use act::{Reason, Title};
use clearance::acts::HandInInsurance;
use desk::{Fault, FieldFault};

const FOR: &str = "insurance-for";
const INSURER: &str = "insurance-insurer";
const POLICY: &str = "insurance-policy";
const COVER: &str = "insurance-cover";
const CURRENCY: &str = "insurance-currency";
const FROM: &str = "insurance-from";
const UNTIL: &str = "insurance-until";
const DOCUMENT: &str = "insurance-document";

impl ActPage for HandInInsurance {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/insurances";
    const FOLDED: bool = true;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("fee-amount", COVER),
        ("fee-currency", CURRENCY),
        ("proof-documents", DOCUMENT),
    ];
    const AFTER: Option<&'static str> = Some("#insurances");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-hand-in-insurance",
            what: "act-hand-in-insurance-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let choices = &asking.case.insurance;
        let cover = entering
            .line(COVER, "field-insurance-cover")
            .kind(FieldKind::Decimal);
        let document = SelectField::new(
            t,
            DOCUMENT,
            t.get("field-insurance-document"),
            choices.documents.clone(),
            entering.typed,
            entering.faults,
        );
        let day = |name, label| entering.line(name, label).kind(FieldKind::Day);
        vec![
            entering
                .choice(FOR, "field-insurance-for", choices.wanted.clone())
                .into(),
            entering.line(INSURER, "field-insurance-insurer").into(),
            entering.line(POLICY, "field-insurance-policy").into(),
            cover.hint(t.get("hint-fee-amount-due")).into(),
            entering
                .line(CURRENCY, "field-fee-currency")
                .hint(t.get("hint-fee-currency"))
                .into(),
            day(FROM, "field-insurance-from").into(),
            day(UNTIL, "field-insurance-until").into(),
            document.into(),
        ]
    }

    fn read((): (), typed: &Typed, t: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let wanted = read(typed.get(FOR));
        faults.extend(wanted.is_none().then(|| not_chosen(typed, FOR)));
        let insurer = needed(typed, INSURER, &mut faults);
        let policy = needed(typed, POLICY, &mut faults);
        let cover = needed(typed, COVER, &mut faults);
        let currency = needed(typed, CURRENCY, &mut faults);
        let from = needed_day(typed, FROM, &mut faults);
        let until = needed_day(typed, UNTIL, &mut faults);
        let document = typed.get(DOCUMENT).parse().ok();
        faults.extend(document.is_none().then(|| not_chosen(typed, DOCUMENT)));
        let words = insurer.as_ref().zip(policy.as_ref());
        let words = words.and_then(|(insurer, policy)| of(words_of(t, insurer, policy), &mut faults));
        let act = || {
            let (authority, wanted) = wanted?;
            Some(HandInInsurance {
                authority,
                wanted,
                insurer: insurer?,
                policy: policy?,
                cover: cover?,
                currency: currency?,
                from: from?,
                until: until?,
                document: document?,
                words: words?,
            })
        };
        whole(act(), faults)
    }
}

/// With what it shows a condition to be kept, or answers a question.
fn words_of(t: Text, insurer: &Title, policy: &Title) -> Result<Reason, Fault> {
    let named = [
        ("insurer", insurer.as_str().into()),
        ("policy", policy.as_str().into()),
    ];
    let words = Reason::new(&t.with("insurance-words", named));
    words.map_err(|fault| Fault::Invalid(vec![FieldFault::of_text(POLICY, &fault)]))
}
