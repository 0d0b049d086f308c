//! The rulebooks that ship: each loads, is clean, says what it rests on, and passes its own tests with every rule fired.

use crate::books::{ALL, Book, NEW_YORK, PHNOM_PENH_2, TOKYO};
use rulebook::{BasisKind, Silence, tests};
use rust_decimal::Decimal;

const DISTANCES: &str = include_str!("../../../data/rules/fireworks_distances.csv");
const NEW_YORK_DAYS: &str = include_str!("../../../data/rules/nyc_lead_times.csv");

#[test]
fn each_loads_and_the_linter_sees_through_it_and_finds_nothing_but_notes() {
    for shipped in ALL {
        let rulebook = shipped.loaded();
        let report = rulebook.lint(Some(jiff::civil::date(2026, 11, 25)));
        let said: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
        assert!(
            report.is_clean() && report.is_exact(),
            "{}: {said:#?}",
            rulebook.id()
        );
        let unused = said.iter().find(|line| line.contains("Take it out"));
        assert_eq!(unused, None, "{}", rulebook.id());
    }
}

#[test]
fn each_passes_its_own_tests_and_they_hold_every_rule() {
    for shipped in ALL {
        let rulebook = shipped.loaded();
        let cases = tests::read(&rulebook, &[("tests/events.toml", shipped.cases)]);
        let cases = cases.unwrap_or_else(|faults| panic!("{}: {faults:#?}", rulebook.id()));
        let report = tests::run(&rulebook, &cases);
        let uncovered: Vec<&str> = report.uncovered().collect();
        assert!(
            report.is_clean(),
            "{}: {:#?}, {uncovered:?}",
            rulebook.id(),
            report.cases
        );
        assert!(cases.len() >= 12, "{}: {} cases", rulebook.id(), cases.len());
    }
}

/// What somebody recalls, or has still to confirm, is neither law nor practice: what rests on it is told as an assumption.
#[test]
fn whatever_is_recalled_or_assumed_is_told_as_an_assumption() {
    let unsure = |text: &str| {
        ["recalled", "to be confirmed", "assumed"]
            .iter()
            .any(|word| text.contains(word))
    };
    for shipped in ALL {
        let rulebook = shipped.loaded();
        let cases = tests::read(&rulebook, &[("tests/events.toml", shipped.cases)]).unwrap();
        let answers = cases.iter().filter_map(|case| case.answers.as_ref().ok());
        let evaluated = answers.filter_map(|answers| rulebook.evaluate(answers).ok());
        // Its tests make every rule fire.
        let fired = evaluated
            .flat_map(|one| one.authorities)
            .flat_map(|one| one.fired);
        let rules = fired.map(|rule| (rule.kind.name(), rule.citation));
        let all = rulebook.attachments();
        let bases = rulebook.authorities().iter().map(|one| &one.period_basis);
        let bases = bases.chain(rulebook.periods().values().map(|(_, basis)| basis));
        let bases = bases.chain(all.documents.values().map(|one| &one.basis));
        let bases = bases.chain(all.fees.values().map(|one| &one.basis));
        let bases = bases.chain(all.conditions.values().map(|one| &one.basis));
        let bases = bases.chain(all.lead_times.values().map(|one| &one.basis));
        let bases = bases.chain(all.distances.values().map(|one| &one.basis));
        let bases = bases.map(|basis| (basis.kind.name(), basis.citation.clone()));
        for (kind, citation) in rules.chain(bases) {
            assert!(
                kind == "assumption" || !unsure(&citation),
                "{}: {kind}: {citation}",
                rulebook.id()
            );
        }
    }
}

#[test]
fn each_is_in_the_languages_of_its_place_and_in_english() {
    let languages = ALL.map(|shipped| shipped.loaded().languages().to_vec());
    let expect: [&[&str]; 6] = [
        &["en", "km", "ja"],
        &["en", "km", "ja"],
        &["en", "km", "ja"],
        &["ja", "en"],
        &["en"],
        &["en"],
    ];
    assert_eq!(
        languages,
        expect.map(|own| own.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>())
    );
}

#[test]
fn silence_grants_only_where_a_law_says_so_or_is_recalled_to() {
    let granting: Vec<(String, BasisKind)> = ALL
        .iter()
        .map(|shipped| shipped.loaded())
        .flat_map(|rulebook| rulebook.authorities().to_vec())
        .filter(|authority| authority.silence != Silence::Nothing)
        .map(|authority| (authority.id, authority.period_basis.kind))
        .collect();
    let expect = [
        ("phnom-penh-notices", BasisKind::Assumption),
        ("phnom-penh-notices", BasisKind::Assumption),
        ("licensing-authority", BasisKind::Law),
        ("police", BasisKind::Law),
        ("environmental-health", BasisKind::Law),
    ];
    assert_eq!(granting, expect.map(|(id, kind)| (id.to_owned(), kind)));
}

/// The rows of a scheme and grade in the shared table of distances: shell and metres.
fn tabled(scheme: &str, grade: &str) -> Vec<(Decimal, Decimal)> {
    let number = |text: &str| text.parse().unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        (cells[0] == scheme && cells[1] == grade).then(|| (number(cells[2]), number(cells[3])))
    };
    DISTANCES.lines().skip(1).filter_map(row).collect()
}

#[test]
fn safety_distances_are_those_of_the_table_of_facts() {
    let check = |shipped: &Book, id: &str, scheme: &str, grade: &str| {
        let rulebook = shipped.loaded();
        let rows = &rulebook.attachments().distances[id].rows;
        let rows: Vec<(Decimal, Decimal)> = rows.iter().map(|row| (row.up_to, row.metres)).collect();
        let expect = tabled(scheme, grade);
        assert!(!expect.is_empty());
        assert_eq!(rows, expect, "{id}");
    };
    let tokyo = TOKYO;
    check(&tokyo, "tokyo-grade-1", "Tokyo", "grade1");
    check(&tokyo, "tokyo-grade-2", "Tokyo", "grade2");
    check(&tokyo, "tokyo-grade-3", "Tokyo", "grade3");
    check(&NEW_YORK, "nfpa-1123", "NFPA 1123 70 ft/in", "all");
    check(&PHNOM_PENH_2, "nfpa-1123", "NFPA 1123 70 ft/in", "all");
}

#[test]
fn new_york_takes_each_type_of_event_by_its_published_day() {
    let rulebook = NEW_YORK.loaded();
    let days = |id: &str| {
        let answers = [(
            "event_type".to_owned(),
            rulebook.answer("event_type", id).unwrap(),
        )]
        .into();
        let evaluation = rulebook.evaluate(&answers).unwrap();
        let office = evaluation
            .authorities
            .iter()
            .find(|one| one.authority == "street-activity");
        office.unwrap().lead_time.as_ref().map(|lead| lead.days)
    };
    let types = [
        "block-party",
        "clean-up",
        "farmers-market",
        "health-fair",
        "mobile-unit",
        "plaza-a",
        "plaza-b",
        "plaza-c",
        "plaza-d",
        "rally",
        "production",
        "religious",
        "street-small",
        "street-medium",
        "street-large",
        "extra-large",
        "single-block-festival",
        "street-festival",
        "open-culture",
    ];
    let published: Vec<Option<u32>> = NEW_YORK_DAYS
        .lines()
        .skip(1)
        .map(|line| line.split(',').nth(1).unwrap().parse().ok())
        .collect();
    assert_eq!(types.map(days).as_slice(), published);
}
