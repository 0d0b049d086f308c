//! An authority discharges its condition.

use super::saying::{Saying, Words};
use super::sent::optional_reason;
use super::{ActPage, Asking, Called, OfPermit, PROOF_FIELD, SaidBefore};
use crate::Text;
use crate::demands::{condition_with_when, told};
use crate::form::Typed;
use crate::insurance::uncovered;
use crate::pages::confirm::Row;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::wording::full_name;
use clearance::acts::DischargeCondition;
use clearance::{InsuredFor, Phase};
use desk::Fault;

impl ActPage for DischargeCondition {
    type On = OfPermit;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/conditions/{condition}/discharge";
    const SAID: Option<SaidBefore<Self>> = Some(said);

    fn called(asking: &Asking<'_>) -> Called {
        let shown = asking.condition.is_some_and(|one| one.proof.is_some());
        Called {
            title: "act-discharge",
            what: if shown {
                "act-discharge-accept-what"
            } else {
                "act-discharge-what"
            },
            kind: if shown { "" } else { "secondary" },
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let shown = asking.condition.is_some_and(|one| one.proof.is_some());
        let label = if shown {
            "field-discharge-said"
        } else {
            "field-discharge-seen"
        };
        vec![asking.entering.lines("discharge-reasons", label, 2_000).into()]
    }

    fn read(OfPermit(authority, number): OfPermit, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = optional_reason(typed, "discharge-reasons")?;
        Ok(DischargeCondition {
            authority,
            number,
            proof: typed.get(PROOF_FIELD).parse().ok(),
            reasons,
        })
    }
}

fn said(discharge: &DischargeCondition, saying: &Saying<'_>) -> Option<Words> {
    let (t, application) = (saying.t, saying.application());
    let referral = application.referrals.get(&discharge.authority)?;
    let permit = application.permit.as_ref()?;
    let condition = permit.condition(&discharge.authority, discharge.number)?;
    let mut rows = saying.event();
    rows.push(saying.row(
        "column-authority",
        full_name(saying.site, t, application, referral),
    ));
    let words = condition_with_when(t, &condition.condition, &told(saying.site, application));
    rows.push(saying.row("column-condition", words));
    let proof = condition
        .open_proof()
        .filter(|one| Some(one.number) == discharge.proof);
    rows.push(match proof {
        Some(proof) => saying.row("condition-proofs", proof.words.to_string()),
        None => saying.row("condition-proofs", t.get("confirm-discharge-nothing")),
    });
    if let Some(proof) = proof.filter(|one| !one.documents.is_empty()) {
        let all = application.attachments();
        let named = all.filter(|one| proof.documents.contains(&one.attachment));
        let names = named.map(|one| one.name.to_string()).collect();
        rows.push(Row::of(t.get("field-proof-documents"), names));
    }
    let said = if proof.is_some() {
        "field-discharge-said"
    } else {
        "field-discharge-seen"
    };
    rows.extend(
        discharge
            .reasons
            .as_ref()
            .map(|one| saying.row(said, one.to_string())),
    );
    Some(Words {
        title: "confirm-discharge-title",
        here: Here::Permit,
        rows,
        follows: follows(saying, discharge, condition.condition.terms.phase),
        button: "act-discharge",
        kind: "",
        field: Some("discharge-reasons"),
    })
}

/// What follows, first of all what speaks against it: that the insurance that is shown leaves something uncovered, and that it is early to
/// say so, since what is kept during the event or after it cannot have been seen before.
fn follows(saying: &Saying<'_>, discharge: &DischargeCondition, phase: Phase) -> Vec<String> {
    let submission = saying.application().submission.as_ref();
    let over = submission.is_none_or(|one| one.event.is_over(saying.view.context.at));
    let early = match phase {
        Phase::During if !over => Some("confirm-discharge-early-during"),
        Phase::After if !over => Some("confirm-discharge-early-after"),
        _ => None,
    };
    let stands = ["confirm-discharge", "confirm-discharge-stands"];
    let mut follows = saying.follows(&early.into_iter().chain(stands).collect::<Vec<_>>());
    follows.splice(0..0, short(saying, discharge));
    follows
}

/// What of the event the certificate leaves uncovered by which the condition is discharged.
fn short(saying: &Saying<'_>, discharge: &DischargeCondition) -> Option<String> {
    let (t, application) = (saying.t, saying.application());
    let number = discharge.number;
    let all = application.insurances_that_fall_short().into_iter();
    let mut shown = all.filter(|(one, _)| one.proof.is_some() && one.proof == discharge.proof);
    let wanted = InsuredFor::Condition { number };
    let (one, what) = shown.find(|(one, _)| one.is_for(&discharge.authority, wanted))?;
    let words = uncovered(t, application, one, what);
    Some(t.one("confirm-discharge-short", "words", words))
}
