//! Forecasts tried on a record.

use crate::program::{Desk, Ran, USAGE, shipped};
use serde_json::Value;
use std::fmt::Write;

fn tried(desk: &Desk, file: &str, more: &[&str]) -> Ran {
    desk.run(&[&["forecast", "backtest", file], more].concat())
}

fn json(ran: Ran) -> Value {
    serde_json::from_str(&ran.done()).unwrap()
}

fn figure(told: &Value, path: &str) -> f64 {
    told.pointer(path)
        .and_then(Value::as_f64)
        .unwrap_or_else(|| panic!("{path} is not in {told}"))
}

/// Two texts of JSON have the same fields, and figures that differ by roundings at most.
fn same(found: &Value, expect: &Value, place: &str) {
    match (found, expect) {
        (Value::Object(found), Value::Object(expect)) => {
            let keys = |of: &serde_json::Map<String, Value>| of.keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(found), keys(expect), "{place}");
            for (key, value) in found {
                same(value, &expect[key], &format!("{place}/{key}"));
            }
        }
        (Value::Array(found), Value::Array(expect)) => {
            assert_eq!(found.len(), expect.len(), "{place}");
            for (at, (found, expect)) in found.iter().zip(expect).enumerate() {
                same(found, expect, &format!("{place}/{at}"));
            }
        }
        (Value::Number(found), Value::Number(expect)) => {
            let (found, expect) = (found.as_f64().unwrap(), expect.as_f64().unwrap());
            assert!(
                (found - expect).abs() < 1e-4,
                "{place}: {found}, and not {expect}"
            );
        }
        _ => assert_eq!(found, expect, "{place}"),
    }
}

#[test]
fn the_example_is_told_as_its_format_is_documented() {
    let desk = Desk::new();
    let log = shipped("examples/referrals.csv");
    let found = json(tried(&desk, &log, &["--json"]));
    let page = std::fs::read_to_string(shipped("docs/formats/forecast-backtest.md")).unwrap();
    let (_, example) = page.split_once("```json\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    same(&found, &serde_json::from_str(example).unwrap(), "");
    let words = tried(&desk, &log, &[]).done();
    for part in [
        "foretold from what was known when the case began",
        "interval that should hold 80 %",
        "CRPS",
    ] {
        assert!(words.contains(part), "{part} is not in {words}");
    }
}

#[test]
fn the_same_seed_tells_the_same_and_another_seed_only_whole_cases_anew() {
    let desk = Desk::new();
    let log = shipped("examples/referrals.csv");
    let with = |seed: &str| json(tried(&desk, &log, &["--json", "--seed", seed]));
    let (one, other) = (with("1"), with("2"));
    assert_eq!(one, with("1"));
    assert_eq!(one["coverage"], other["coverage"]);
    assert_ne!(one["cases"]["coverage"], other["cases"]["coverage"]);
}

#[test]
fn a_record_that_cannot_be_read_is_refused_with_line_and_column() {
    let desk = Desk::new();
    std::fs::write(
        desk.path("log.csv"),
        "case,authority,referred,decided\n1,fire,2026-01-05,2026-01-30\n2,fire,2026-01-05,30.1.2026\n",
    )
    .unwrap();
    tried(&desk, "log.csv", &[]).failed(
        USAGE,
        &[
            "log.csv, line 3, column decided",
            "30.1.2026",
            "Write it as 2026-11-19",
        ],
    );
    std::fs::write(desk.path("log.csv"), "id;office;from;to\n").unwrap();
    tried(&desk, "log.csv", &["--json"]).failed(
        USAGE,
        &[
            "line 1, column case",
            "Begin the file with the line: case,authority,referred,decided",
        ],
    );
    tried(&desk, "none.csv", &[]).failed(USAGE, &["none.csv"]);
}

#[test]
fn a_record_without_decisions_has_no_figures_and_is_no_fault() {
    let desk = Desk::new();
    std::fs::write(
        desk.path("log.csv"),
        "case,authority,referred,decided\n1,fire,2026-01-05,\n",
    )
    .unwrap();
    let told = json(tried(&desk, "log.csv", &["--json"]));
    assert_eq!(
        (&told["n"], &told["open"], &told["crps"]),
        (&0.into(), &1.into(), &Value::Null)
    );
    assert_eq!(told["coverage"]["80"], Value::Null);
    tried(&desk, "log.csv", &[]).done();
}

/// Appointments of chiefs of mission and the day on which each began, as a record of referrals: the country is the
/// authority. Left out are rows whose appointment or beginning is not known to the day, those that began before they
/// were appointed, and those that ended without beginning, which were not open at the end. None where the data are not
/// beside the project.
fn chiefs_of_mission() -> Option<String> {
    let place = shipped("../shared/data/permits/chiefs_of_mission.csv");
    let Ok(mut reader) = csv::Reader::from_path(&place) else {
        assert!(option_env!("CI").is_none(), "with CI=true there must be {place}");
        eprintln!("not tried on chiefs of mission: there is no {place}");
        return None;
    };
    let heading = reader.headers().unwrap().clone();
    let column = |name: &str| heading.iter().position(|one| one == name).unwrap();
    let wanted = [
        "id",
        "country",
        "appointed",
        "presented_credentials_or_started",
        "ended",
    ];
    let wanted = wanted.map(column);
    let mut log = "case,authority,referred,decided\n".to_owned();
    for row in reader.records() {
        let row = row.unwrap();
        let [id, country, appointed, began, ended] = wanted.map(|at| &row[at]);
        let whole = |day: &str| day.parse::<jiff::civil::Date>().ok();
        let known = match (whole(appointed), whole(began)) {
            (Some(appointed), Some(began)) => appointed <= began,
            (Some(_), None) => began.is_empty() && ended.is_empty(),
            (None, _) => false,
        };
        if known {
            writeln!(log, "{id},{country},{appointed},{began}").unwrap();
        }
    }
    Some(log)
}

#[test]
fn chiefs_of_mission_are_foretold_with_intervals_that_hold() {
    let Some(log) = chiefs_of_mission() else { return };
    let desk = Desk::new();
    let holds = |log: &str, least: f64| {
        std::fs::write(desk.path("log.csv"), log).unwrap();
        let told = json(tried(&desk, "log.csv", &["--json"]));
        assert!(figure(&told, "/n") >= least, "{told}");
        for (level, from, to) in [("50", 0.45, 0.55), ("80", 0.76, 0.84), ("90", 0.87, 0.93)] {
            let share = figure(&told, &format!("/coverage/{level}"));
            assert!((from..=to).contains(&share), "{level} %: {share}");
        }
        assert!(figure(&told, "/crps_skill") > 0.0, "{told}");
    };
    holds(&log, 2_300.0);
    // Every other row, either way: what holds of one half should hold of another.
    let (heading, rows) = log.split_once('\n').unwrap();
    for half in 0..2 {
        let rows: Vec<&str> = rows.lines().skip(half).step_by(2).collect();
        holds(&format!("{heading}\n{}\n", rows.join("\n")), 1_100.0);
    }
}
