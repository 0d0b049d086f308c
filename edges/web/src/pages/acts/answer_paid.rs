//! Whether what an organiser says to have paid was found.

use super::fees::entry;
use super::filled::{not_chosen, whole, why};
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use clearance::acts::AnswerPaid;
use desk::Fault;

const FEE: &str = "answer-fee";
const FOUND: &str = "answer-fee-found";
const REASONS: &str = "answer-fee-reasons";
/// What is answered, by its name in the form.
const ANSWERS: [&str; 2] = ["found", "not-found"];

impl ActPage for AnswerPaid {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/fees/payments/answer";
    const FIELDS: &'static [(&'static str, &'static str)] =
        &[("fee", FEE), ("fee-entry", FEE), ("fee-reasons", REASONS)];
    const AFTER: Option<&'static str> = Some("#fees");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-answer-paid",
            what: "act-answer-paid-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let which = asking.case.fees.answered.clone();
        let reasons = entering.lines(REASONS, "field-fee-reasons", 2_000);
        vec![
            entering.choice(FEE, "field-fee-answered", which).into(),
            entering
                .named(FOUND, "field-fee-found", "fee-answer", &ANSWERS)
                .into(),
            reasons.hint(entering.t.get("hint-fee-not-found")).into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let which = entry(typed, FEE, &mut faults);
        if let Some((_, None)) = which {
            faults.push(not_chosen(typed, FEE));
        }
        let answer = ANSWERS.iter().position(|one| *one == typed.get(FOUND));
        faults.extend(answer.is_none().then(|| not_chosen(typed, FOUND)));
        let reasons = why(typed, REASONS, &mut faults);
        let act = || {
            let (fee, entry) = which?;
            Some(AnswerPaid {
                fee,
                entry: entry?,
                found: answer? == 0,
                reasons,
            })
        };
        whole(act(), faults)
    }
}
