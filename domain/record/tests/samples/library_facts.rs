//! Facts about conditions that were taken from a rulebook.

use super::{binding_permit, decided};
use act::Text;
use clearance::{
    ApplicationFact, Condition, ConditionTerms, Decision, Limit, PermitContent, Phase, RulebookPin, TakenFrom,
};
use jiff::civil::{date, time};

fn pin() -> RulebookPin {
    RulebookPin {
        id: "kh-phnom-penh".into(),
        version: "1".into(),
        hash: "ab".repeat(32),
    }
}

/// As it stands in the rulebook, and one whose words were changed.
fn taken(pin: Option<RulebookPin>) -> Vec<Condition> {
    let taken = |condition: &str, reworded| {
        Some(TakenFrom {
            condition: condition.into(),
            rulebook: pin.clone(),
            reworded,
        })
    };
    let insurance = ConditionTerms {
        phase: Phase::Before,
        shown_by: Some(date(2023, 11, 5)),
        limit: None,
        taken_from: taken("insurance", false),
    };
    let end = ConditionTerms {
        limit: Some(Limit::EndsBy(time(21, 0, 0, 0))),
        taken_from: taken("end-of-display", true),
        ..ConditionTerms::default()
    };
    let condition = |words: &str, terms| Condition {
        text: Text::new(words).unwrap(),
        terms,
    };
    vec![
        condition("Liability insurance is in force.", insurance),
        condition("All is dark by then. Ends no later than 21:00.", end),
    ]
}

fn permit() -> PermitContent {
    let mut permit = binding_permit();
    for decision in &mut permit.decisions {
        decision.conditions = taken(None).into_iter().map(|one| one.text).collect();
        decision.terms = taken(None).into_iter().map(|one| one.terms).collect();
    }
    permit.rulebook = Some(pin());
    permit
}

pub fn facts() -> Vec<ApplicationFact> {
    let conditions = taken(Some(pin()));
    vec![
        decided(Decision::GrantedWithConditions { conditions }, None),
        ApplicationFact::PermitIssued(Box::new(permit())),
    ]
}
