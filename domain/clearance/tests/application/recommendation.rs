//! A reviewer recommends and somebody else decides, where the rulebook has two people decide.

use crate::cast::*;
use crate::conditions::{now, under};
use act::scenario::{Given, given};
use act::{Act, Context, PersonId, Refusal, Role};
use clearance::acts::*;
use clearance::{Application, ApplicationFact, ClearanceRefusal, Condition, Decision, Standing};

fn recommend(decision: Decision) -> Recommend {
    Recommend {
        authority: authority("moi"),
        decision,
        reasons: Some(reason("The quay is wide enough.")),
    }
}

fn grant() -> Decide {
    Decide {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
    }
}

/// Two people decide for Interior.
fn by_two() -> Given<Application> {
    let mut circulate = circulate();
    for planned in &mut circulate.referrals {
        planned.four_eyes = planned.authority == authority("moi");
    }
    given::<Application>([])
        .and(&organiser(), submit())
        .and(&coordinator(), circulate)
}

fn another_decider() -> Context {
    let mut context = decider(INTERIOR);
    context.actor.person = PersonId::of(10);
    context
}

fn itself(refused: impl Fn(act::AuthorityId) -> ClearanceRefusal) -> ClearanceRefusal {
    refused(authority("moi"))
}

fn standing(given: &Given<Application>) -> Standing {
    given.state().referrals[&authority("moi")].standing()
}

#[test]
fn what_is_recommended_decides_nothing() {
    in_circulation()
        .when(&officer(INTERIOR), recommend(Decision::Refused))
        .then(&[
            ApplicationFact::ReviewBegun {
                authority: authority("moi"),
            },
            ApplicationFact::Recommended {
                authority: authority("moi"),
                decision: Decision::Refused,
                reasons: Some(reason("The quay is wide enough.")),
                sealed: None,
            },
        ]);
    let after = in_circulation().and(&officer(INTERIOR), recommend(Decision::Refused));
    assert_eq!(standing(&after), Standing::InReview);
    // Whoever decides may see it otherwise.
    let decided = after.and(&decider(INTERIOR), grant());
    assert_eq!(standing(&decided), Standing::Granted);
}

#[test]
fn one_person_decides_where_the_rulebook_says_nothing_else() {
    in_circulation()
        .when(&decider(INTERIOR), recommend(Decision::Granted))
        .refused(&itself(|authority| ClearanceRefusal::DecidesItself { authority }));
    assert_eq!(
        standing(&in_circulation().and(&decider(INTERIOR), grant())),
        Standing::Granted
    );
}

#[test]
fn two_people_decide_where_the_rulebook_says_so() {
    let nothing = itself(|authority| ClearanceRefusal::NothingRecommended { authority });
    by_two().when(&decider(INTERIOR), grant()).refused(&nothing);
    let by_officer = by_two().and(&officer(INTERIOR), recommend(Decision::Granted));
    // The officer of the cast and its decider are one person in two roles.
    let same = itself(|authority| ClearanceRefusal::RecommendedItself { authority });
    by_officer.when(&decider(INTERIOR), grant()).refused(&same);
    let decided = by_officer.and(&another_decider(), grant());
    assert_eq!(standing(&decided), Standing::Granted);
    // A decider drafts for another.
    let by_decider = by_two().and(&decider(INTERIOR), recommend(Decision::Granted));
    by_decider.when(&decider(INTERIOR), grant()).refused(&same);
    by_decider
        .when(&another_decider(), recommend(Decision::Granted))
        .refused(&itself(|authority| ClearanceRefusal::DecidesItself { authority }));
    assert_eq!(
        standing(&by_decider.and(&another_decider(), grant())),
        Standing::Granted
    );
}

#[test]
fn nobody_changes_alone_what_two_decided() {
    let sure = Condition::plain(act::Text::new("Sixty stewards.").unwrap());
    let decided = by_two()
        .and(&officer(INTERIOR), recommend(Decision::Granted))
        .and(&another_decider(), under("moi", vec![sure.clone()]));
    let fewer = || now("moi", vec![]);
    let nothing = itself(|authority| ClearanceRefusal::NothingRecommended { authority });
    // What was recommended was decided on: it bears no second change.
    for alone in [another_decider(), decider(INTERIOR)] {
        decided.when(&alone, fewer()).refused(&nothing);
    }
    decided
        .when(&officer(INTERIOR), recommend(Decision::Refused))
        .refused(&itself(|authority| ClearanceRefusal::NotItsDecision {
            authority,
        }));
    let drafted = decided.and(&officer(INTERIOR), recommend(Decision::Granted));
    drafted
        .when(&decider(INTERIOR), fewer())
        .refused(&itself(|authority| ClearanceRefusal::RecommendedItself {
            authority,
        }));
    let changed = drafted.and(&another_decider(), fewer());
    assert_eq!(standing(&changed), Standing::Granted);
    let more = || now("moi", vec![sure.clone()]);
    for alone in [another_decider(), decider(INTERIOR)] {
        changed.when(&alone, more()).refused(&nothing);
    }
}

#[test]
fn nobody_decides_on_what_was_recommended_since_it_was_read() {
    let interior = authority("moi");
    let first = in_circulation().and(&officer(INTERIOR), recommend(Decision::Granted));
    let read = Seen::of(&first.state(), Some(&interior));
    let second = first.and(&officer(INTERIOR), recommend(Decision::Refused));
    let as_seen = |act: CaseAct| AsSeen { act, seen: read };
    for act in [grant().into(), recommend(Decision::Granted).into()] {
        let by = if matches!(act, CaseAct::Decide(_)) {
            decider(INTERIOR)
        } else {
            officer(INTERIOR)
        };
        second
            .when(&by, as_seen(act))
            .refused(&ClearanceRefusal::RecommendedSince);
    }
    // What another authority was recommended is nothing to them.
    let question = AskQuestion {
        authority: interior,
        text: reason("Where does the crowd leave?"),
        items: vec![],
    };
    assert!(
        as_seen(question.into())
            .decide(&second.state(), &officer(INTERIOR))
            .is_ok()
    );
    let read = Seen::of(&second.state(), Some(&authority("moi")));
    let decided = AsSeen {
        act: grant().into(),
        seen: read,
    };
    assert!(decided.decide(&second.state(), &decider(INTERIOR)).is_ok());
}

#[test]
fn a_recommendation_says_what_a_decision_would_have_to_say() {
    let bare = Recommend {
        reasons: None,
        ..recommend(Decision::Refused)
    };
    in_circulation()
        .when(&officer(INTERIOR), bare)
        .refused(&ClearanceRefusal::ReasonsMissing);
    in_circulation()
        .when(&officer(INTERIOR), recommend(Decision::Advised))
        .refused(&itself(|authority| ClearanceRefusal::NotItsDecision {
            authority,
        }));
    in_circulation()
        .when(
            &officer(INTERIOR),
            recommend(Decision::GrantedWithConditions { conditions: vec![] }),
        )
        .refused(&ClearanceRefusal::ConditionsMissing);
}

#[test]
fn the_last_recommendation_counts_and_none_survives_a_change() {
    let twice = by_two()
        .and(&officer(INTERIOR), recommend(Decision::Refused))
        .and(&officer(INTERIOR), recommend(Decision::Granted));
    let last = |given: &Given<Application>| {
        let state = given.state();
        let one = state.referrals[&authority("moi")].recommendation.clone();
        one.map(|one| one.decision)
    };
    assert_eq!(last(&twice), Some(Decision::Granted));
    let mut elsewhere = crate::amended::amend(|then| then.event.place = title("The stadium"));
    elsewhere.plan = circulate().referrals;
    for planned in &mut elsewhere.plan {
        planned.four_eyes = planned.authority == authority("moi");
    }
    let changed = twice.and(
        &acting(ASSOCIATION, Role::Applicant, "2023-08-20T03:00:00Z"),
        elsewhere,
    );
    assert_eq!(last(&changed), None, "it was about another place");
    assert!(changed.state().referrals[&authority("moi")].four_eyes);
}

/// Each refusal of it once.
pub fn refusals() -> Vec<&'static str> {
    let by_officer = || by_two().and(&officer(INTERIOR), recommend(Decision::Granted));
    let refused = [
        recommend(Decision::Granted)
            .decide(&in_circulation().state(), &decider(INTERIOR))
            .unwrap_err(),
        grant().decide(&by_two().state(), &decider(INTERIOR)).unwrap_err(),
        grant()
            .decide(&by_officer().state(), &decider(INTERIOR))
            .unwrap_err(),
        AsSeen {
            act: grant().into(),
            seen: Seen::of(&in_circulation().state(), None),
        }
        .decide(&by_officer().state(), &another_decider())
        .unwrap_err(),
    ];
    refused.map(|refusal| refusal.code()).to_vec()
}
