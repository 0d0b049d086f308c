//! The rulebook that ships for Phnom Penh, and the anniversary as a case under it.

use crate::books::PHNOM_PENH;
use proptest::prelude::*;
use rulebook::{AnswerFault, Answers, BasisKind, Case, Evaluation, Files, PeriodUnit, Rulebook, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

const SETTINGS: &str = PHNOM_PENH.settings;
const TABLE: &str = PHNOM_PENH.table;
const ANNIVERSARY: &str = include_str!("../../../examples/anniversary.toml");

fn phnom_penh() -> Rulebook {
    PHNOM_PENH.loaded()
}

fn answers(rulebook: &Rulebook, typed: &[(&str, &str)]) -> Answers {
    let read =
        |(id, typed): &(&str, &str)| ((*id).to_owned(), rulebook.answer(id, typed).expect("an answer"));
    typed.iter().map(read).collect()
}

fn asked(evaluation: &Evaluation) -> Vec<(&str, Vec<&str>)> {
    evaluation
        .authorities
        .iter()
        .map(|required| {
            (
                required.authority.as_str(),
                required.fired.iter().map(|fired| fired.reason.as_str()).collect(),
            )
        })
        .collect()
}

#[test]
fn the_anniversary_needs_exactly_three_ministries_and_the_municipality() {
    let rulebook = phnom_penh();
    let case = Case::parse("anniversary.toml", ANNIVERSARY, &rulebook).unwrap();
    let evaluation = rulebook.evaluate(&case.answers).unwrap();
    let expect = vec![
        ("mfaic", vec!["fireworks", "foreign-mission"]),
        ("mond", vec!["fireworks", "large-shells"]),
        ("moi", vec!["fireworks", "large-crowd", "road-closure"]),
        (
            "phnom-penh",
            vec!["public-place", "city-fireworks", "road-closure"],
        ),
    ];
    assert_eq!(asked(&evaluation), expect);
    for fired in evaluation.authorities.iter().flat_map(|required| &required.fired) {
        let kind = match fired.citation.contains("as assumed by the makers") {
            true => BasisKind::Assumption,
            false => BasisKind::Practice,
        };
        assert_eq!(fired.kind, kind, "{}", fired.citation);
        assert!(rulebook.reason(&fired.reason).is_some());
    }
    assert_eq!(case.event.date, jiff::civil::date(2023, 11, 19));
    let wanted = Case::wanted("anniversary.toml", ANNIVERSARY).unwrap();
    assert_eq!(
        (wanted.rulebook.as_str(), wanted.version),
        ("kh-phnom-penh", None)
    );
}

#[test]
fn a_rule_that_fired_says_on_which_answers() {
    let rulebook = phnom_penh();
    let case = Case::parse("anniversary.toml", ANNIVERSARY, &rulebook).unwrap();
    let evaluation = rulebook.evaluate(&case.answers).unwrap();
    let large = serde_json::to_value(&evaluation.authorities[1].fired[1]).unwrap();
    let expect = serde_json::json!({
        "table": "authorities",
        "rule": 10,
        "id": "authorities/10",
        "reason": "large-shells",
        "citation": "No published rule found; practice as assumed by the makers of this rulebook",
        "kind": "assumption",
        "inputs": [
            { "input": "fireworks", "test": "true", "value": { "boolean": true } },
            { "input": "largest_shell", "test": "> 75", "value": { "number": "100" } },
        ],
    });
    assert_eq!(large, expect);
    let whole = serde_json::to_string(&evaluation).unwrap();
    assert_eq!(serde_json::from_str::<Evaluation>(&whole).unwrap(), evaluation);
}

#[test]
fn a_demonstration_falls_under_the_law_with_the_period_of_the_law() {
    let rulebook = phnom_penh();
    let check = |place: &str, people: &str, days: u32, unit: PeriodUnit| {
        let typed = [
            ("event_kind", "demonstration"),
            ("place_kind", place),
            ("attendance", people),
            ("fireworks", "no"),
        ];
        let evaluation = rulebook.evaluate(&answers(&rulebook, &typed)).unwrap();
        assert_eq!(
            asked(&evaluation),
            vec![("phnom-penh", vec!["demonstration"])],
            "{place} {people}"
        );
        let required = &evaluation.authorities[0];
        assert_eq!(required.fired[0].kind, BasisKind::Law);
        assert_eq!(required.period_basis.kind, BasisKind::Law);
        assert_eq!(
            (required.period.days, required.period.unit),
            (days, unit),
            "{place} {people}"
        );
    };
    check("road", "50", 5, PeriodUnit::Working);
    check("freedom-park", "200", 1, PeriodUnit::Calendar);
    check("freedom-park", "201", 5, PeriodUnit::Working);
    check("private-land", "200", 1, PeriodUnit::Calendar);
}

#[test]
fn where_rules_give_different_periods_the_longest_counts() {
    let rulebook = phnom_penh();
    let typed = [
        ("event_kind", "demonstration"),
        ("place_kind", "road"),
        ("attendance", "50"),
        ("road_closure", "yes"),
    ];
    let evaluation = rulebook.evaluate(&answers(&rulebook, &typed)).unwrap();
    let municipality = evaluation
        .authorities
        .iter()
        .find(|required| required.authority == "phnom-penh")
        .unwrap();
    assert_eq!(municipality.period.days, 20);
    assert_eq!(municipality.period_basis.kind, BasisKind::Assumption);
}

#[test]
fn a_small_party_on_private_land_needs_nobody() {
    let rulebook = phnom_penh();
    let typed = [
        ("event_kind", "celebration"),
        ("place_kind", "private-land"),
        ("attendance", "60"),
        ("foreign_mission", "no"),
        ("fireworks", "no"),
        ("near_airport", "no"),
        ("road_closure", "no"),
    ];
    assert_eq!(
        rulebook.evaluate(&answers(&rulebook, &typed)).unwrap(),
        Evaluation::default()
    );
}

#[test]
fn the_hash_is_what_the_documented_recipe_gives_and_changes_with_any_byte() {
    let rulebook = phnom_penh();
    let preceded = |name: &str, text: &str| format!("{name} {}\n{text}", text.len());
    let both = preceded("authorities.dmn", TABLE) + &preceded("rulebook.toml", SETTINGS);
    let expect: String = Sha256::digest(both)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(rulebook.hash(), expect);
    let elsewhere = Files {
        rulebook_toml: ("a/rulebook.toml", SETTINGS),
        dmn: vec![("b/authorities.dmn", TABLE)],
    };
    assert_eq!(Rulebook::load(&elsewhere).unwrap().hash(), rulebook.hash());
    let spaced = format!("{TABLE} ");
    let other = Files {
        rulebook_toml: ("rulebook.toml", SETTINGS),
        dmn: vec![("authorities.dmn", &spaced)],
    };
    assert_ne!(Rulebook::load(&other).unwrap().hash(), rulebook.hash());
}

#[test]
fn the_same_tables_are_read_in_the_namespaces_of_dmn_1_3_to_1_5() {
    for version in ["20211108", "20230324"] {
        let later = TABLE.replace("20191111/MODEL", &format!("{version}/MODEL"));
        let files = Files {
            rulebook_toml: ("rulebook.toml", SETTINGS),
            dmn: vec![("authorities.dmn", &later)],
        };
        assert!(Rulebook::load(&files).is_ok(), "{version}");
    }
}

#[test]
fn an_answer_is_read_by_its_question() {
    let rulebook = phnom_penh();
    assert_eq!(
        rulebook.answer("attendance", "8,000"),
        Ok(Value::Number(8_000.into()))
    );
    assert!(matches!(
        rulebook.answer("attendance", "0"),
        Err(AnswerFault::OutOfRange { .. })
    ));
    assert!(matches!(
        rulebook.answer("place_kind", "moon"),
        Err(AnswerFault::NotOneOf { .. })
    ));
    assert_eq!(
        rulebook.answer("alcohol", "no"),
        Err(AnswerFault::UnknownInput {
            input: "alcohol".into()
        })
    );
}

#[test]
fn every_fault_of_a_case_file_is_said_at_once_with_its_place() {
    let rulebook = phnom_penh();
    let bad = ANNIVERSARY
        .replace("attendance = 8000", "attendance = \"many\"")
        .replace("fireworks = true", "fireworks = [true]\nalcohol = true")
        .replace("near_airport = false\n", "")
        .replace("date = 2023-11-19", "date = \"soon\"")
        .replace("place = \"Riverfront, Phnom Penh\"", "place = \" \"");
    let faults = Case::parse("case.toml", &bad, &rulebook).unwrap_err();
    let keys: BTreeSet<&str> = faults.iter().filter_map(|fault| fault.key.as_deref()).collect();
    let expect = [
        "answers.alcohol",
        "answers.attendance",
        "answers.fireworks",
        "answers.near_airport",
        "event.date",
        "event.place",
    ];
    assert_eq!(keys, BTreeSet::from(expect));
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let attendance =
        "case.toml, answers.attendance: \u{201c}many\u{201d} is no number. Write it in digits, such as 1500.";
    assert!(said.iter().any(|line| line == attendance), "{said:#?}");
}

#[test]
fn what_is_no_case_file_is_refused_with_its_line() {
    let rulebook = phnom_penh();
    let check = |text: &str, line: Option<usize>, what: &str| {
        let faults = Case::parse("case.toml", text, &rulebook).unwrap_err();
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].line, line, "{}", faults[0]);
        assert!(faults[0].what.to_string().contains(what), "{}", faults[0]);
    };
    check(
        &ANNIVERSARY.replace("placet-case/1", "placet-case/9"),
        None,
        "placet-case/1",
    );
    check(
        &ANNIVERSARY.replace("[event]\n", "[event]\ncolour = \"red\"\n"),
        Some(10),
        "colour",
    );
    check("format = ", Some(1), "");
    let other = ANNIVERSARY.replace("kh-phnom-penh", "jp-tokyo");
    check(&other, None, "jp-tokyo");
}

proptest! {
    #[test]
    fn no_answers_of_the_right_types_make_it_fail_and_authorities_come_in_order(
        kind in 0usize..6, place in 0usize..5, people in 1u32..20_000, shell in proptest::option::of(1u32..400), flags in 0u8..16,
    ) {
        let rulebook = phnom_penh();
        let choice = |id: &str, at: usize| Value::Text(rulebook.input(id).unwrap().values[at].id.clone());
        let mut given = Answers::from([
            ("event_kind".to_owned(), choice("event_kind", kind)),
            ("place_kind".to_owned(), choice("place_kind", place)),
            ("attendance".to_owned(), Value::Number(people.into())),
        ]);
        for (bit, id) in ["foreign_mission", "fireworks", "near_airport", "road_closure"].into_iter().enumerate() {
            given.insert(id.to_owned(), Value::Boolean(flags & (1 << bit) != 0));
        }
        if let Some(shell) = shell {
            given.insert("largest_shell".to_owned(), Value::Number(shell.into()));
        }
        let evaluation = rulebook.evaluate(&given).unwrap();
        let order = |id: &str| rulebook.authorities().iter().position(|one| one.id == id).unwrap();
        prop_assert!(evaluation.authorities.is_sorted_by_key(|required| order(&required.authority)));
        prop_assert!(evaluation.authorities.iter().all(|required| !required.fired.is_empty()));
    }
}

#[test]
fn what_a_rule_reads_is_known_by_its_name() {
    let rulebook = phnom_penh();
    assert_eq!(rulebook.reads("authorities/10"), ["fireworks", "largest_shell"]);
    assert_eq!(rulebook.reads("authorities/1"), ["event_kind", "place_kind"]);
    for unknown in ["authorities/0", "authorities/99", "authorities", "others/1", ""] {
        assert!(rulebook.reads(unknown).is_empty(), "{unknown}");
    }
}
