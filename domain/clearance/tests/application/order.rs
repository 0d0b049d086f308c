//! The outcome does not depend on the order in which authorities decide.

use crate::cast::*;
use act::Act;
use act::{Recorded, State};
use clearance::acts::Decide;
use clearance::{Application, Condition, Decision, Outcome};
use proptest::prelude::*;

fn decision() -> impl Strategy<Value = Decision> {
    let condition = Condition::plain(act::Text::new("Firing ends at 21:00").unwrap());
    prop_oneof![
        Just(Decision::Granted),
        Just(Decision::Refused),
        Just(Decision::GrantedWithConditions {
            conditions: vec![condition]
        }),
    ]
}

/// The same by a consultee: it advises where others would decide.
fn advice(decision: &Decision) -> Decision {
    match decision {
        Decision::Refused => Decision::Objected,
        Decision::GrantedWithConditions { .. } => Decision::Advised,
        _ => Decision::NoObjection,
    }
}

fn decided(order: &[usize], decisions: &[Decision]) -> Application {
    let parties = [("phnom-penh", MUNICIPALITY), ("moi", INTERIOR), ("mond", DEFENCE)];
    let mut state = in_circulation().state();
    for &index in order {
        let (name, organisation) = parties[index];
        let by = decider(organisation);
        let decision = if organisation == DEFENCE {
            advice(&decisions[index])
        } else {
            decisions[index].clone()
        };
        let act = Decide {
            authority: authority(name),
            decision,
            reasons: Some(reason("as weighed")),
        };
        for fact in act.decide(&state, &by).unwrap() {
            state.evolve(&Recorded { fact, by: by.clone() });
        }
    }
    state
}

proptest! {
    #[test]
    fn whoever_decides_first_the_outcome_is_the_same(
        decisions in proptest::collection::vec(decision(), 3),
        order in Just(vec![0, 1, 2]).prop_shuffle(),
    ) {
        let one = decided(&[0, 1, 2], &decisions);
        let other = decided(&order, &decisions);
        prop_assert_eq!(Outcome::of(&one), Outcome::of(&other));
        prop_assert_eq!(one.stage(), other.stage());
    }
}
