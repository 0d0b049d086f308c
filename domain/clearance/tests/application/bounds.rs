//! The edges of what is taken, and the names under which it is kept.

use crate::cast::*;
use act::scenario::given;
use act::{Refusal, Role};
use clearance::acts::*;
use clearance::{
    Application, ClearanceRefusal, Competence, ComponentKind, Condition, Decision, Organiser, Standing, plan,
};
use rulebook::{Answers, Files, Rulebook, Value};
use std::collections::BTreeSet;

#[test]
fn as_many_organisers_and_conditions_as_are_allowed_are_taken() {
    let mut full = submit();
    full.submission.organisers = (1..=10)
        .map(|number| Organiser {
            organisation: act::OrganisationId::of(number),
            name: title("A society"),
        })
        .collect();
    let state = given::<Application>([]).and(&organiser(), full).state();
    assert!(state.is_organised_by(ASSOCIATION));
    assert!(!state.is_organised_by(act::OrganisationId::of(11)));

    let text = act::Text::new("Stewards at every gate").unwrap();
    let decided = in_circulation().and(
        &decider(INTERIOR),
        Decide {
            authority: authority("moi"),
            decision: Decision::GrantedWithConditions {
                conditions: vec![Condition::plain(text); 30],
            },
            reasons: None,
        },
    );
    assert_eq!(
        decided.state().referrals[&authority("moi")].conditions().len(),
        30
    );
}

#[test]
fn an_answer_belongs_to_the_question_that_is_open() {
    let asked = in_circulation().and(
        &officer(INTERIOR),
        AskQuestion {
            authority: authority("moi"),
            text: reason("Where does the crowd leave?"),
            items: vec![],
        },
    );
    asked
        .when(
            &acting(ASSOCIATION, Role::Applicant, "2023-08-16T03:00:00Z"),
            AnswerQuestion {
                authority: authority("moi"),
                number: 2,
                answer: reason("By both bridges."),
            },
        )
        .refused(&ClearanceRefusal::NoOpenQuestion { number: 2 });
}

#[test]
fn a_referral_is_in_review_once_someone_has_begun() {
    let begin = BeginReview {
        authority: authority("moi"),
    };
    let state = in_circulation().and(&officer(INTERIOR), begin).state();
    assert_eq!(state.referrals[&authority("moi")].standing(), Standing::InReview);
    assert_eq!(state.referrals[&authority("mond")].standing(), Standing::Referred);
}

#[test]
fn what_is_stored_by_a_name_is_stored_by_its_own() {
    for kind in ComponentKind::ALL {
        assert_eq!(ComponentKind::named(kind.name()), Some(kind));
        assert_eq!(kind.name(), format!("{kind:?}").to_lowercase());
    }
    assert_eq!(ComponentKind::named("opera"), None);
    let standings = [
        (Standing::Referred, "referred"),
        (Standing::InReview, "in-review"),
        (Standing::AwaitingInformation, "awaiting-information"),
        (Standing::CounterOffered, "counter-offered"),
        (Standing::Granted, "granted"),
        (Standing::GrantedWithConditions, "granted-with-conditions"),
        (Standing::Refused, "refused"),
    ];
    for (standing, name) in standings {
        assert_eq!(standing.name(), name);
    }
}

#[test]
fn a_refusal_stands_beside_the_field_it_concerns() {
    let check =
        |refusal: ClearanceRefusal, field: Option<&str>| assert_eq!(refusal.field(), field, "{refusal:?}");
    let (most, given) = (1, 2);
    check(
        ClearanceRefusal::EventNotAhead { date: submit().today },
        Some("date"),
    );
    check(ClearanceRefusal::NoOrganiser, Some("organisers"));
    check(
        ClearanceRefusal::TooManyOrganisers { most, given },
        Some("organisers"),
    );
    check(ClearanceRefusal::NoComponent, Some("components"));
    check(ClearanceRefusal::ReasonsMissing, Some("reasons"));
    check(ClearanceRefusal::ConditionsMissing, Some("conditions"));
    check(
        ClearanceRefusal::TooManyConditions { most, given },
        Some("conditions"),
    );
    check(
        ClearanceRefusal::ConditionsTooLong { most, given },
        Some("conditions"),
    );
    check(ClearanceRefusal::NotTheLead, None);
}

#[test]
fn the_plan_names_whom_the_rulebook_asks_in_its_order() {
    let folder = "kh-phnom-penh";
    let rulebook = Rulebook::load(&Files {
        rulebook_toml: (
            &format!("{folder}/rulebook.toml"),
            include_str!("../../../../rulebooks/kh-phnom-penh/rulebook.toml"),
        ),
        dmn: vec![(
            &format!("{folder}/authorities.dmn"),
            include_str!("../../../../rulebooks/kh-phnom-penh/authorities.dmn"),
        )],
    })
    .unwrap();
    let answers: Answers = [
        ("event_kind".to_owned(), Value::Text("celebration".into())),
        ("place_kind".to_owned(), Value::Text("riverside".into())),
        ("fireworks".to_owned(), Value::Boolean(true)),
    ]
    .into();
    let organisations = [
        (authority("phnom-penh"), MUNICIPALITY),
        (authority("moi"), INTERIOR),
        (authority("mond"), DEFENCE),
        (authority("mfaic"), act::OrganisationId::of(5)),
    ]
    .into();
    let planned = plan(&rulebook, &answers, &organisations).unwrap();
    let in_order: Vec<&str> = planned.iter().map(|one| one.authority.as_str()).collect();
    let asked: BTreeSet<&str> = in_order.iter().copied().collect();
    assert_eq!(in_order.len(), asked.len());
    let known = rulebook.authorities().iter().map(|known| known.id.as_str());
    let expected: Vec<&str> = known.filter(|id| asked.contains(id)).collect();
    assert_eq!(in_order, expected);
    let municipality = planned
        .iter()
        .find(|one| one.organisation == MUNICIPALITY)
        .unwrap();
    assert_eq!(municipality.competence, Competence::Competent);
    assert!(!municipality.grounds.is_empty());
}
