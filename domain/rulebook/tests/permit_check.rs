//! The permit check on the rulebooks that ship: the questions asked suffice.

use crate::books::{ENGLAND, NEW_YORK, PHNOM_PENH, PHNOM_PENH_2, TOKYO};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rulebook::{Answers, Files, Input, InputType, Rulebook, Value};
use std::collections::{BTreeMap, BTreeSet};

const CASES: usize = 10_000;

fn phnom_penh() -> Rulebook {
    PHNOM_PENH.loaded()
}

/// Answers that a question takes, small numbers as likely as large ones.
fn any_answer(input: &Input) -> BoxedStrategy<Option<Value>> {
    let whole = |number: &Option<rust_decimal::Decimal>, without: i64| {
        number.map_or(without, |number| number.try_into().unwrap())
    };
    let value = match input.kind {
        InputType::Text => {
            let ids: Vec<String> = input.values.iter().map(|choice| choice.id.clone()).collect();
            proptest::sample::select(ids).prop_map(Value::Text).boxed()
        }
        InputType::Number => {
            let (least, most) = (whole(&input.least, 0), whole(&input.most, 1_000_000));
            let any = (0u32..22).prop_flat_map(|size| 0i64..(1 << size));
            any.prop_map(move |number| Value::Number(number.clamp(least, most).into()))
                .boxed()
        }
        InputType::Boolean => any::<bool>().prop_map(Value::Boolean).boxed(),
        InputType::Date => (0i32..3_000)
            .prop_map(|days| {
                let first = rulebook_day();
                Value::Date(first.checked_add(jiff::Span::new().days(days)).unwrap())
            })
            .boxed(),
    };
    if input.required {
        value.prop_map(Some).boxed()
    } else {
        proptest::option::weighted(0.7, value).boxed()
    }
}

fn rulebook_day() -> jiff::civil::Date {
    jiff::civil::date(2022, 1, 1)
}

fn any_case(rulebook: &Rulebook) -> impl Strategy<Value = Answers> + use<> {
    let ids: Vec<String> = rulebook.inputs().iter().map(|input| input.id.clone()).collect();
    let all: Vec<BoxedStrategy<Option<Value>>> = rulebook.inputs().iter().map(any_answer).collect();
    all.prop_map(move |values| {
        let given = ids.iter().cloned().zip(values);
        given.filter_map(|(id, value)| Some((id, value?))).collect()
    })
}

/// Cases that ask the same are asked alike: what comes next is kept by what is known.
type Known = BTreeMap<(rulebook::Prepared, BTreeSet<String>), Option<String>>;

fn followed(rulebook: &Rulebook, case: &Answers, known: &mut Known) -> (Answers, usize) {
    let (mut given, mut skipped, mut asked) = (Answers::new(), BTreeSet::new(), BTreeSet::new());
    loop {
        let key = (rulebook.prepare(&given).unwrap(), asked.clone());
        let next = known.entry(key).or_insert_with(|| {
            let questions = rulebook.questions(&given, &skipped).unwrap();
            questions.next().map(|open| open.input.id.clone())
        });
        let Some(id) = next.clone() else {
            return (given, asked.len());
        };
        assert!(asked.insert(id.clone()), "{id} is asked twice");
        match case.get(&id) {
            Some(value) => drop(given.insert(id, value.clone())),
            None => drop(skipped.insert(id)),
        }
    }
}

/// Of ten thousand cases none has another outcome by what was not asked, and not everything is asked.
fn asks_enough(files: &Files<'_>) {
    let rulebook = Rulebook::load(files).unwrap();
    let mut runner = TestRunner::deterministic();
    let (strategy, mut known, mut total) = (any_case(&rulebook), Known::new(), 0);
    for _ in 0..CASES {
        let case = strategy.new_tree(&mut runner).unwrap().current();
        let (given, count) = followed(&rulebook, &case, &mut known);
        total += count;
        let (short, whole) = (
            rulebook.evaluate(&given).unwrap(),
            rulebook.evaluate(&case).unwrap(),
        );
        assert!(short.same_outcome(&whole), "{case:?} was asked {given:?}");
    }
    assert!(total < CASES * rulebook.inputs().len(), "everything is asked");
}

#[test]
fn the_questions_asked_suffice_in_phnom_penh() {
    asks_enough(&PHNOM_PENH.files());
    asks_enough(&PHNOM_PENH_2.files());
}

#[test]
fn the_questions_asked_suffice_in_tokyo() {
    asks_enough(&TOKYO.files());
}

#[test]
fn the_questions_asked_suffice_in_england() {
    asks_enough(&ENGLAND.files());
}

#[test]
fn the_questions_asked_suffice_in_new_york_city() {
    asks_enough(&NEW_YORK.files());
}

#[test]
fn a_small_party_on_private_land_is_not_asked_about_shells() {
    let rulebook = phnom_penh();
    let answers: Answers = [
        ("fireworks", "no"),
        ("event_kind", "celebration"),
        ("place_kind", "private-land"),
    ]
    .map(|(id, typed)| (id.to_owned(), rulebook.answer(id, typed).unwrap()))
    .into();
    let remaining: Vec<&str> = rulebook
        .remaining(&answers)
        .iter()
        .map(|input| input.id.as_str())
        .collect();
    assert_eq!(remaining, ["attendance", "foreign_mission", "road_closure"]);
    let questions = rulebook.questions(&answers, &BTreeSet::new()).unwrap();
    let crowd = &questions.open()[0];
    assert_eq!(
        (crowd.authorities.as_slice(), crowd.sure),
        (["moi"].as_slice(), true)
    );
    assert!(!rulebook.settled(&answers) && questions.is_exact());
    let rules: Vec<_> = crowd
        .rules
        .iter()
        .map(|rule| (rule.authority, rule.reason, rule.kind.name()))
        .collect();
    assert_eq!(rules, [("moi", "large-crowd", "assumption")]);
}

#[test]
fn answers_of_another_rulebook_leave_nothing_to_ask() {
    let rulebook = phnom_penh();
    let wrong = Answers::from([("fireworks".to_owned(), Value::Text("many".into()))]);
    assert!(rulebook.questions(&wrong, &BTreeSet::new()).is_err());
    assert!(rulebook.settled(&wrong) && rulebook.next_question(&wrong).is_none());
}
