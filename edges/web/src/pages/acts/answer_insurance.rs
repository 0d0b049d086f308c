//! An authority accepts a certificate of insurance, or sends it back.

use super::filled::{not_chosen, number, whole, why};
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use clearance::acts::AnswerInsurance;
use desk::Fault;

const INSURANCE: &str = "answer-insurance";
const ANSWER: &str = "answer-insurance-how";
const REASONS: &str = "answer-insurance-reasons";
/// What is answered, by its name in the form.
const ANSWERS: [&str; 2] = ["accepted", "sent-back"];

impl ActPage for AnswerInsurance {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/insurances/answer";
    const FIELDS: &'static [(&'static str, &'static str)] =
        &[("insurance", INSURANCE), ("insurance-reasons", REASONS)];
    const AFTER: Option<&'static str> = Some("#insurances");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-answer-insurance",
            what: "act-answer-insurance-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let which = asking.case.insurance.answered.clone();
        let reasons = entering.lines(REASONS, "field-fee-reasons", 2_000);
        vec![
            entering.choice(INSURANCE, "field-insurance", which).into(),
            entering
                .named(ANSWER, "field-insurance-answer", "insurance-answer", &ANSWERS)
                .into(),
            reasons.hint(entering.t.get("hint-insurance-sent-back")).into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let which = number(typed, INSURANCE, &mut faults);
        let answer = ANSWERS.iter().position(|one| *one == typed.get(ANSWER));
        faults.extend(answer.is_none().then(|| not_chosen(typed, ANSWER)));
        let reasons = why(typed, REASONS, &mut faults);
        let act = || {
            Some(AnswerInsurance {
                insurance: which?,
                accepted: answer? == 0,
                reasons,
            })
        };
        whole(act(), faults)
    }
}
