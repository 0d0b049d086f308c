//! Conditions that bind a time, a figure or a place: two that no event keeps are seen, and reconciled before there is a permit.

use crate::cast::*;
use act::scenario::Given;
use act::{Act, Context};
use clearance::acts::*;
use clearance::{
    Application, ClearanceRefusal, Condition, ConditionTerms, Decision, Limit, Phase, contradicted,
    contradictions, merged,
};
use jiff::civil::{Time, date, time};

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

/// Shown by that day of November; the event is on the 19th.
fn shown(phase: Phase, day: i8) -> Condition {
    let mut condition = Condition::plain(act::Text::new("Insurance is shown.").unwrap());
    condition.terms.phase = phase;
    condition.terms.shown_by = Some(date(2023, 11, day));
    condition
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
        refused(
            &in_circulation(),
            &decider(INTERIOR),
            under("moi", vec![shown(Phase::Before, 20)]).into(),
        ),
        AsSeen {
            act: now("moi", vec![over_by(21)]).into(),
            seen: Seen {
                versions: 0,
                revisions: 1,
                recommended: 0,
                suspended: 0,
                permits: 0,
            },
        }
        .decide(&contradictory().state(), &by)
        .expect_err("it is refused"),
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
fn conditions_are_changed_by_whoever_set_them_and_not_once_the_permit_is_revoked() {
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
        .and(
            &coordinator_later(),
            RevokePermit {
                reasons: reason("It floods."),
            },
        )
        .when(&after, now("moi", vec![from(18)]))
        .refused(&ClearanceRefusal::WrongStage {
            stage: clearance::Stage::Revoked,
            needed: &[
                clearance::Stage::InCirculation,
                clearance::Stage::Decided,
                clearance::Stage::Permitted,
                clearance::Stage::Suspended,
            ],
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
        // Half past five in the afternoon is not the next morning.
        (Limit::BeginsFrom(hour(19)), Limit::EndsBy(hour(17)), true),
        (Limit::BeginsFrom(hour(1)), Limit::BeginsBy(hour(20)), true),
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

/// From ten in the evening until two: times of either side of midnight are compared as they follow each other.
#[test]
fn an_evening_that_goes_on_into_the_night_has_the_hours_after_midnight_last() {
    let mut event = submission().event;
    (event.from, event.until) = (time(22, 0, 0, 0), time(2, 0, 0, 0));
    let at = |hour: i8, minute: i8| time(hour, minute, 0, 0);
    for (one, other, contradicts) in [
        (Limit::BeginsFrom(at(0, 30)), Limit::BeginsBy(at(23, 0)), true),
        (Limit::BeginsFrom(at(0, 30)), Limit::EndsBy(at(23, 30)), true),
        (Limit::BeginsFrom(at(23, 0)), Limit::EndsBy(at(0, 30)), false),
        (Limit::BeginsFrom(at(23, 0)), Limit::BeginsBy(at(0, 0)), false),
    ] {
        assert_eq!(
            one.contradicts(&other, &event),
            contradicts,
            "{one:?} and {other:?}"
        );
    }
    // One of the morning has no morning after.
    (event.from, event.until) = (time(7, 0, 0, 0), time(11, 0, 0, 0));
    assert!(Limit::BeginsFrom(at(8, 0)).contradicts(&Limit::EndsBy(at(5, 0)), &event));
}

#[test]
fn what_binds_the_event_otherwise_than_it_was_applied_for_is_known() {
    let event = submission().event;
    let hour = |hour: i8| -> Time { time(hour, 0, 0, 0) };
    for (limit, differs) in [
        (Limit::BeginsFrom(hour(19)), true),
        (Limit::BeginsFrom(hour(18)), false),
        (Limit::BeginsBy(hour(17)), true),
        (Limit::EndsBy(hour(20)), true),
        (Limit::EndsBy(hour(1)), false),
        (Limit::Place(title("The stadium")), true),
        (Limit::Place(title("the quay")), false),
        (Limit::PeopleAtMost(10), false),
    ] {
        assert_eq!(limit.differs(&event), differs, "{limit:?}");
    }
}

/// The words in which a limit was told depend on who set it; the demand does not.
#[test]
fn a_limit_is_the_same_in_whatever_language_it_was_set() {
    let mut told = over_by(21);
    told.text = act::Text::new("21:00までに終える。").unwrap();
    let both = in_circulation()
        .and(&decider(MUNICIPALITY), under("phnom-penh", vec![over_by(21)]))
        .and(&decider(INTERIOR), under("moi", vec![told, over_by(21)]));
    let state = both.state();
    let authorities: Vec<_> = merged(&state)
        .into_iter()
        .map(|one| one.authorities.len())
        .collect();
    assert_eq!(authorities, [2]);
    let clearance::Outcome::Agreed { conditions, .. } = clearance::Outcome::of(&state) else {
        panic!("all have agreed")
    };
    assert_eq!(conditions, 1);
    both.when(
        &later(&decider(MUNICIPALITY)),
        now(
            "phnom-penh",
            vec![{
                let mut told = over_by(21);
                told.text = act::Text::new("21:00までに終える。").unwrap();
                told
            }],
        ),
    )
    .refused(&ClearanceRefusal::ConditionsUnchanged);
}

#[test]
fn conditions_that_were_taken_back_can_be_set_again() {
    let by = later(&decider(INTERIOR));
    let none = contradictory().and(&by, now("moi", vec![]));
    let again = none.and(&by, now("moi", vec![over_by(21)])).state();
    assert_eq!(again.referrals[&authority("moi")].conditions(), [over_by(21)]);
}

#[test]
fn what_is_shown_is_shown_on_a_day_on_which_it_can_be() {
    for (phase, day, taken) in [
        (Phase::Before, 19, true),
        (Phase::Before, 20, false),
        (Phase::After, 19, true),
        (Phase::After, 18, false),
    ] {
        let outcome =
            under("moi", vec![shown(phase, day)]).decide(&in_circulation().state(), &decider(INTERIOR));
        assert_eq!(outcome.is_ok(), taken, "{phase:?} on the {day}th");
    }
    let mut past = shown(Phase::Before, 19);
    past.terms.shown_by = Some(date(2023, 8, 20));
    let outcome = under("moi", vec![past]).decide(&in_circulation().state(), &decider(INTERIOR));
    assert!(outcome.is_err(), "it is decided on the 21st");
}

/// Whoever issues a permit, or changes all of its own conditions, has read those that there are; other acts do not rest on them.
#[test]
fn conditions_that_changed_after_they_were_read_are_read_again() {
    let read = Seen::of(&contradictory().state(), None);
    let by = later(&decider(INTERIOR));
    let reconciled = contradictory().and(&by, now("moi", vec![over_by(21)]));
    let as_seen = |act: CaseAct| AsSeen { act, seen: read };
    reconciled
        .when(&coordinator_later(), as_seen(IssuePermit.into()))
        .refused(&ClearanceRefusal::ConditionsChangedSince);
    reconciled
        .when(&by, as_seen(now("moi", vec![over_by(22)]).into()))
        .refused(&ClearanceRefusal::ConditionsChangedSince);
    let withdrawn = Withdraw { reasons: None };
    assert!(
        as_seen(withdrawn.into())
            .decide(&reconciled.state(), &organiser_later())
            .is_ok()
    );
    let now = Seen::of(&reconciled.state(), None);
    assert_eq!(now.to_string().parse(), Ok(now));
    let issued = AsSeen {
        act: IssuePermit.into(),
        seen: now,
    };
    let permit = reconciled
        .and(&coordinator_later(), issued)
        .state()
        .permit
        .unwrap();
    let revised: Vec<_> = permit.content.decisions.iter().map(|one| one.revised).collect();
    assert_eq!(revised, [Some(by.at), None]);
}

fn organiser_later() -> Context {
    acting(ASSOCIATION, act::Role::Applicant, "2023-08-26T03:00:00Z")
}
