//! An authority says what became of a deposit that its condition asks for.

use super::filled::{not_chosen, why};
use super::{ActPage, Asking, Called, OfPermit};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use act::Title;
use clearance::DepositStep;
use clearance::acts::RecordDeposit;
use desk::{Fault, FieldFault};

const STEP: &str = "deposit-step";
const AMOUNT: &str = "deposit-amount";
const REASONS: &str = "deposit-reasons";

impl ActPage for RecordDeposit {
    type On = OfPermit;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/conditions/{condition}/deposit";
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-deposit",
            what: "act-deposit-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let steps = DepositStep::ALL.map(DepositStep::name);
        let amount = entering.line(AMOUNT, "field-deposit-amount");
        let reasons = entering.lines(REASONS, "field-deposit-reasons", 2_000);
        vec![
            entering
                .named(STEP, "field-deposit-step", "deposit", &steps)
                .into(),
            amount.hint(t.get("hint-deposit-amount")).into(),
            reasons.into(),
        ]
    }

    fn read(OfPermit(authority, number): OfPermit, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut wrong = vec![];
        let step = DepositStep::ALL.into_iter();
        let step = step.into_iter().find(|one| one.name() == typed.get(STEP));
        if step.is_none() {
            wrong.push(not_chosen(typed, STEP));
        }
        let amount = amount(typed).unwrap_or_else(|fault| {
            wrong.push(fault);
            None
        });
        let reasons = why(typed, REASONS, &mut wrong);
        match step {
            Some(step) if wrong.is_empty() => Ok(RecordDeposit {
                authority,
                number,
                step,
                amount,
                reasons,
            }),
            _ => Err(Fault::Invalid(wrong)),
        }
    }
}

fn amount(typed: &Typed) -> Result<Option<Title>, FieldFault> {
    if typed.broken().contains(AMOUNT) {
        return Err(FieldFault::plain(AMOUNT, "not-utf8"));
    }
    if !typed.given(AMOUNT) {
        return Ok(None);
    }
    let read = Title::new(typed.get(AMOUNT));
    read.map(Some)
        .map_err(|fault| FieldFault::of_text(AMOUNT, &fault))
}
