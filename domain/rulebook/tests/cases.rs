//! The cases that a rulebook brings along, run against the rulebook of Phnom Penh.

use crate::books::PHNOM_PENH;
use rulebook::tests::{self, Case, Report};
use rulebook::{CaseFault, Rulebook};

const CASES: &str = r#"
[[case]]
name = "Fireworks on the river"
event_date = 2023-11-19
answers = { event_kind = "celebration", place_kind = "riverside", attendance = "5,000", foreign_mission = true, fireworks = true, largest_shell = 100 }
[case.authorities.phnom-penh]
[case.authorities.mfaic]
period = { days = 20, unit = "working" }
[case.authorities.moi]
[case.authorities.mond]

[[case]]
name = "Half an answer"
answers = { attendance = 0 }
refused = "attendance"
"#;

fn phnom_penh() -> Rulebook {
    PHNOM_PENH.loaded()
}

fn read(text: &str) -> Result<Vec<Case>, Vec<CaseFault>> {
    tests::read(&phnom_penh(), &[("tests/river.toml", text)])
}

fn run(text: &str) -> Report {
    tests::run(&phnom_penh(), &read(text).unwrap())
}

fn said(report: &Report) -> Vec<String> {
    let differences = report.cases.iter().flat_map(|case| &case.differences);
    differences.map(ToString::to_string).collect()
}

#[test]
fn a_case_that_leads_to_what_it_says_passes_and_holds_its_rules() {
    let report = run(CASES);
    assert_eq!(said(&report), Vec::<String>::new());
    assert_eq!((report.cases.len(), report.failed()), (2, 0));
    let held = report.rules.iter().filter(|rule| rule.cases == 1);
    let held: Vec<&str> = held.map(|rule| rule.rule.as_str()).collect();
    let expect = ["1", "2", "6", "7", "8", "9", "10"].map(|row| format!("authorities/{row}"));
    assert_eq!(held, expect);
    assert_eq!(report.uncovered().next(), Some("authorities/3"));
    assert!(!report.is_clean());
}

#[test]
fn a_case_that_leads_elsewhere_says_where_and_holds_nothing() {
    let check = |from: &str, to: &str, expect: &str| {
        assert!(CASES.contains(from), "{from}");
        let report = run(&CASES.replacen(from, to, 1));
        assert_eq!(said(&report), [expect]);
        assert_eq!(report.failed(), 1);
        let holds = report.rules.iter().any(|rule| rule.cases > 0);
        assert_eq!(holds, report.cases[0].passed());
    };
    check(
        "[case.authorities.moi]\n",
        "",
        "moi is asked by authorities/8, and was not expected to be",
    );
    let (all, abroad) = ("fireworks = true, largest_shell = 100 }", "fireworks = false }");
    let report = run(&CASES.replacen(all, abroad, 1));
    assert_eq!(
        said(&report),
        [
            "moi is not asked, and was expected to be",
            "mond is not asked, and was expected to be"
        ]
    );
    check(
        "days = 20",
        "days = 21",
        "mfaic may take 20 working days, where 21 working days were expected",
    );
    check(
        "[case.authorities.moi]",
        "[case.authorities.moi]\nrules = [\"authorities/1\"]",
        "moi is asked by authorities/8, where authorities/1 were expected",
    );
    check(
        "refused = \"attendance\"",
        "refused = \"a flood\"",
        "it is refused: attendance: 0 is out of range. Give a number, 1 or more, 5000000 or less; \u{201c}a flood\u{201d} was expected",
    );
    check(
        "answers = { attendance = 0 }",
        "answers = { attendance = 1 }",
        "it is not refused, where \u{201c}attendance\u{201d} was expected",
    );
}

#[test]
fn what_no_test_can_mean_is_refused_with_file_and_case() {
    let check = |from: &str, to: &str, key: &str| {
        assert!(CASES.contains(from), "{from}");
        let faults = read(&CASES.replacen(from, to, 1)).unwrap_err();
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(
            said[0].starts_with("tests/river.toml, ") && said[0].contains(key),
            "{to}: {said:#?}"
        );
    };
    check("authorities.mfaic", "authorities.church", "authorities.church");
    check("attendance = \"5,000\"", "attendance = \"many\"", "answers");
    check("attendance = \"5,000\"", "crowd = 5", "answers");
    check("2023-11-19", "\"2023-11-19\"", "event_date");
    check("\"Half an answer\"", "\"Fireworks on the river\"", "name");
    check("\"Half an answer\"", "\"\"", "name");
    check(
        "period = ",
        "rules = [\"authorities/15\"]\nperiod = ",
        "authorities.mfaic.rules",
    );
    check("period = ", "colour = ", "line 8");
    check(
        "refused = \"attendance\"",
        "refused = \"attendance\"\nauthorities = { moi = {} }",
        "refused",
    );
    assert_eq!(read("").unwrap_err().len(), 1);
}
