//! Conditions that bind a time, a figure or a place: two that no event keeps are seen, and reconciled before there is a permit.

use crate::cast::*;
use act::scenario::Given;
use act::{Act, Context};
use clearance::acts::*;
use clearance::{
    Application, ClearanceRefusal, Condition, ConditionTerms, Decision, Limit, Phase, contradicted,
    contradictions, merged,
};
use jiff::civil::{Time, time};

pub fn binding(text: &str, limit: Limit) -> Condition {
    let terms = ConditionTerms {
        limit: Some(limit),
        ..ConditionTerms::default()
    };
    Condition {
        text: act::Text::new(text).unwrap(),
        terms,
    }
}

fn from(hour: i8) -> Condition {
    binding("Not before.", Limit::BeginsFrom(time(hour, 0, 0, 0)))
}

fn over_by(hour: i8) -> Condition {
    binding("Over by then.", Limit::EndsBy(time(hour, 0, 0, 0)))
}

pub fn under(name: &str, conditions: Vec<Condition>) -> Decide {
    Decide {
        authority: authority(name),
        decision: Decision::GrantedWithConditions { conditions },
        reasons: None,
    }
}

pub fn now(name: &str, conditions: Vec<Condition>) -> ReviseConditions {
    ReviseConditions {
        authority: authority(name),
        conditions,
        reasons: reason("As agreed with the other ministry."),
    }
}

/// The municipality wants it begun after dark, the ministry over before.
fn contradictory() -> Given<Application> {
    in_circulation()
        .and(&decider(MUNICIPALITY), under("phnom-penh", vec![from(20)]))
        .and(&decider(INTERIOR), under("moi", vec![over_by(19)]))
}

fn later(by: &Context) -> Context {
    let mut later = by.clone();
    later.at = at("2023-08-25T03:00:00Z");
    later
}

/// Each refusal that conditions meet besides those of any decision.
pub fn refusals() -> Vec<ClearanceRefusal> {
    let refused = |past: &Given<Application>, by: &Context, act: CaseAct| {
        act.decide(&past.state(), by).expect_err("it is refused")
    };
    let by = later(&decider(INTERIOR));
    let itself = under("moi", vec![from(20), over_by(20)]);
    vec![
        refused(&in_circulation(), &decider(INTERIOR), itself.into()),
        refused(&contradictory(), &coordinator_later(), IssuePermit.into()),
        refused(&contradictory(), &by, now("moi", vec![over_by(19)]).into()),
        refused(&in_circulation(), &by, now("moi", vec![]).into()),
    ]
}

#[test]
fn two_that_no_event_keeps_are_named_with_who_set_them_and_no_permit_holds_both() {
    let state = contradictory().state();
    let found = contradictions(&state);
    let [one] = found.as_slice() else {
        panic!("one contradiction, not {found:?}")
    };
    let (first, second) = (one.first, one.second);
    assert_eq!(
        (first.authority.as_str(), second.authority.as_str()),
        ("phnom-penh", "moi")
    );
    assert_eq!((first.condition, second.condition), (&from(20), &over_by(19)));
    contradictory().when(&coordinator_later(), IssuePermit).refused(
        &ClearanceRefusal::ConditionsContradict {
            authorities: vec![authority("moi"), authority("phnom-penh")],
        },
    );
}

#[test]
fn either_of_them_reconciles_it_and_then_the_permit_holds_what_was_agreed() {
    let reconciled = contradictory().and(&later(&decider(INTERIOR)), now("moi", vec![over_by(21)]));
    assert!(contradictions(&reconciled.state()).is_empty());
    let permitted = reconciled.and(&coordinator_later(), IssuePermit).state();
    let permit = permitted.permit.unwrap();
    let terms: Vec<_> = permit.content.decisions.iter().map(|one| &one.terms).collect();
    assert_eq!(terms, [&vec![over_by(21).terms], &vec![from(20).terms]]);
    let other = contradictory().and(&later(&decider(MUNICIPALITY)), now("phnom-penh", vec![]));
    let state = other.state();
    let decided = state.referrals[&authority("phnom-penh")]
        .decided
        .as_ref()
        .unwrap();
    assert_eq!(decided.decision, Decision::Granted);
    assert_eq!(decided.by.at, at("2023-08-21T03:00:00Z"), "it agreed when it did");
    assert_eq!(
        decided.revised[0].before,
        [from(20)],
        "what it demanded before is kept"
    );
}

#[test]
fn conditions_are_changed_by_whoever_set_them_and_only_until_there_is_a_permit() {
    let reconciled = contradictory().and(&later(&decider(INTERIOR)), now("moi", vec![over_by(21)]));
    let wrong = [
        (
            decider(MUNICIPALITY),
            ClearanceRefusal::NotYourAuthority {
                authority: authority("moi"),
            },
        ),
        (
            officer(INTERIOR),
            ClearanceRefusal::NotYourRole {
                role: act::Role::Officer,
                allowed: &[act::Role::Decider],
            },
        ),
    ];
    for (by, refusal) in wrong {
        contradictory()
            .when(&later(&by), now("moi", vec![from(18)]))
            .refused(&refusal);
    }
    let by = later(&decider(INTERIOR));
    reconciled
        .when(&by, now("moi", vec![over_by(21)]))
        .refused(&ClearanceRefusal::ConditionsUnchanged);
    let mut after = by.clone();
    after.at = at("2023-09-02T03:00:00Z");
    reconciled
        .and(&coordinator_later(), IssuePermit)
        .when(&after, now("moi", vec![from(18)]))
        .refused(&ClearanceRefusal::WrongStage {
            stage: clearance::Stage::Permitted,
            needed: &[clearance::Stage::InCirculation, clearance::Stage::Decided],
        });
    in_circulation()
        .when(&by, now("moi", vec![from(18)]))
        .refused(&ClearanceRefusal::NoConditionsSet {
            authority: authority("moi"),
        });
}

#[test]
fn nobody_sets_two_that_contradict_each_other() {
    let both = vec![from(20), over_by(20)];
    in_circulation()
        .when(&decider(INTERIOR), under("moi", both))
        .refused(&ClearanceRefusal::ContradictsItself {
            first: "begins-from",
            second: "ends-by",
        });
}

/// The event of these tests is from 18:00 until 21:00.
#[test]
fn what_contradicts_what() {
    let event = submission().event;
    let hour = |hour: i8| -> Time { time(hour, 0, 0, 0) };
    let place = |name: &str| Limit::Place(title(name));
    for (one, other, contradicts) in [
        (Limit::BeginsFrom(hour(19)), Limit::BeginsBy(hour(18)), true),
        (Limit::BeginsFrom(hour(18)), Limit::BeginsBy(hour(18)), false),
        (Limit::BeginsFrom(hour(20)), Limit::EndsBy(hour(20)), true),
        (Limit::BeginsFrom(hour(20)), Limit::EndsBy(hour(21)), false),
        (Limit::BeginsFrom(hour(20)), Limit::EndsBy(hour(1)), false),
        (Limit::StewardsAtLeast(20), Limit::StewardsAtMost(19), true),
        (Limit::StewardsAtLeast(20), Limit::StewardsAtMost(20), false),
        (place("The quay"), place("the  Quay"), false),
        (place("The quay"), place("The stadium"), true),
        (Limit::SoundAtMost(70), Limit::SoundAtMost(85), false),
        (Limit::PeopleAtMost(500), Limit::StewardsAtLeast(20), false),
        (Limit::MetresAtLeast(100), Limit::MetresAtLeast(50), false),
    ] {
        assert_eq!(
            one.contradicts(&other, &event),
            contradicts,
            "{one:?} and {other:?}"
        );
        assert_eq!(
            other.contradicts(&one, &event),
            contradicts,
            "{other:?} and {one:?}"
        );
    }
}

#[test]
fn before_it_is_decided_whoever_decides_reads_what_it_would_contradict() {
    let state = in_circulation()
        .and(&decider(MUNICIPALITY), under("phnom-penh", vec![from(20)]))
        .state();
    let moi = authority("moi");
    assert_eq!(contradicted(&state, &moi, &[over_by(19)]).len(), 1);
    assert!(contradicted(&state, &moi, &[over_by(21)]).is_empty());
    // What an authority demanded before it changes its conditions contradicts nothing any more.
    let state = contradictory().state();
    assert!(contradicted(&state, &moi, &[over_by(21)]).is_empty());
}

#[test]
fn one_list_has_what_several_demand_once_and_begins_with_what_is_kept_first() {
    let mut insured = Condition::plain(act::Text::new("Insurance is in force.").unwrap());
    insured.terms.phase = Phase::Before;
    let state = in_circulation()
        .and(&decider(MUNICIPALITY), under("phnom-penh", vec![over_by(21)]))
        .and(
            &decider(INTERIOR),
            under("moi", vec![over_by(21), insured.clone()]),
        )
        .state();
    let all: Vec<_> = merged(&state)
        .into_iter()
        .map(|one| (one.condition.clone(), one.authorities.len()))
        .collect();
    assert_eq!(all, [(insured, 1), (over_by(21), 2)]);
}
