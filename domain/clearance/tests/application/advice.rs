//! A consultee advises: it neither agrees nor blocks.

use crate::cast::*;
use clearance::acts::{AskQuestion, Decide, IssuePermit};
use clearance::{ApplicationFact, ClearanceRefusal, Decision, Outcome, Standing};

fn says(name: &str, decision: Decision, reasons: Option<&str>) -> Decide {
    Decide {
        authority: authority(name),
        decision,
        reasons: reasons.map(reason),
    }
}

fn agreed() -> act::scenario::Given<clearance::Application> {
    in_circulation()
        .and(
            &decider(MUNICIPALITY),
            says("phnom-penh", Decision::Granted, None),
        )
        .and(&decider(INTERIOR), says("moi", Decision::Granted, None))
}

#[test]
fn a_consultee_that_objects_blocks_nothing_and_is_not_counted() {
    let past = agreed().and(
        &decider(DEFENCE),
        says("mond", Decision::Objected, Some("too near the barracks")),
    );
    let state = past.state();
    assert_eq!(state.referrals[&authority("mond")].standing(), Standing::Objected);
    assert!(matches!(Outcome::of(&state), Outcome::Agreed { .. }));
    assert_eq!(state.consents(), (2, 2));
    let permitted = past.and(&coordinator_later(), IssuePermit).state();
    let named = |name: &str| {
        let content = &permitted.permit.as_ref().unwrap().content;
        content.decisions.iter().any(|one| one.authority.as_str() == name)
    };
    assert!(named("moi") && !named("mond"));
}

/// All that a permit's paper says is in what its proof covers: its parts, and what had been advised by then.
#[test]
fn a_permit_says_what_it_is_for_and_what_was_advised_before_it() {
    let objected = says("mond", Decision::Objected, Some("too near the barracks"));
    let advised = agreed().and(&decider(DEFENCE), objected);
    let permitted = advised.and(&coordinator_later(), IssuePermit).state();
    let content = permitted.permit.unwrap().content;
    let event = permitted.submission.unwrap().event;
    let parts: Vec<_> = event.components.into_iter().map(|part| part.title).collect();
    assert_eq!(content.components, parts);
    let advice: Vec<_> = content
        .advice
        .iter()
        .map(|one| (one.authority.as_str(), &one.advice))
        .collect();
    assert_eq!(advice, [("mond", &Decision::Objected)]);
    let silent = agreed().and(&coordinator_later(), IssuePermit).state();
    assert!(silent.permit.unwrap().content.advice.is_empty());
}

#[test]
fn advice_is_a_decision_of_its_own_kind() {
    for (decision, reasons) in [
        (Decision::NoObjection, None),
        (Decision::Advised, Some("have two boats ready")),
        (Decision::Objected, Some("too near the barracks")),
    ] {
        in_circulation()
            .when(&decider(DEFENCE), says("mond", decision.clone(), reasons))
            .then(&[ApplicationFact::Decided {
                authority: authority("mond"),
                decision,
                reasons: reasons.map(reason),
                sealed: None,
            }]);
    }
}

#[test]
fn advice_without_a_word_of_it_is_refused() {
    for decision in [Decision::Advised, Decision::Objected] {
        in_circulation()
            .when(&decider(DEFENCE), says("mond", decision, None))
            .refused(&ClearanceRefusal::AdviceMissing);
    }
}

#[test]
fn a_consultee_decides_nothing_and_whoever_decides_does_not_advise() {
    let refused = |name: &str| ClearanceRefusal::NotItsDecision {
        authority: authority(name),
    };
    for decision in [Decision::Granted, Decision::Refused] {
        in_circulation()
            .when(&decider(DEFENCE), says("mond", decision, Some("as weighed")))
            .refused(&refused("mond"));
    }
    for decision in [Decision::NoObjection, Decision::Advised, Decision::Objected] {
        in_circulation()
            .when(&decider(INTERIOR), says("moi", decision, Some("as weighed")))
            .refused(&refused("moi"));
    }
}

/// Neither its silence nor its question holds the permit up.
#[test]
fn the_permit_does_not_wait_for_advice() {
    let question = AskQuestion {
        authority: authority("mond"),
        text: reason("How loud?"),
        items: vec![],
    };
    let asked = agreed().and(&decider(DEFENCE), question);
    let permitted = asked.and(&coordinator_later(), IssuePermit).state();
    assert!(permitted.permit.is_some());
}
