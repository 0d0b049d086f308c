//! An authority's clock, reckoned again from a file.

use crate::program::{DIFFERENT, Desk, Ran, USAGE, shipped};
use serde_json::{Value, json};

/// The example of the format's page.
fn example() -> Value {
    let page = std::fs::read_to_string(shipped("docs/formats/clock.md")).unwrap();
    let example = page
        .split("```json")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    serde_json::from_str(example.unwrap()).unwrap()
}

fn clock(desk: &Desk, file: &Value, more: &[&str]) -> Ran {
    std::fs::write(desk.path("clock.json"), file.to_string()).unwrap();
    desk.run(&[&["clock", "clock.json"], more].concat())
}

#[test]
fn a_clock_is_reckoned_line_by_line_and_as_json_that_is_reckoned_the_same() {
    let desk = Desk::new();
    let ran = clock(&desk, &example(), &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(
        ran.out,
        "received on Wed 2 Aug 2023, which is not counted\n\
         extended by 5 days, to 25 in all\n\
         Thu 3 Aug 2023 to Thu 24 Aug 2023: days 1 to 16, without 6 weekend days\n\
         Fri 25 Aug 2023 is not counted (closed: flood)\n\
         Sat 26 Aug 2023 is worked (weekend elsewhere)\n\
         Sat 26 Aug 2023 is day 17\n\
         Sun 27 Aug 2023 is not counted (weekend)\n\
         the clock stood still from Mon 28 Aug 2023 through Wed 30 Aug 2023: 3 days not counted\n\
         Thu 31 Aug 2023 to Mon 11 Sept 2023: days 18 to 25, without 4 weekend days\n\
         so Mon 11 Sept 2023\n"
            .replace("Sept", "Sep")
    );
    let printed = clock(&desk, &example(), &["--json"]);
    let printed: Value = serde_json::from_str(&printed.out).unwrap();
    assert_eq!(printed["reckoning"]["deadline"], "2023-09-11");
    assert_eq!(
        clock(&desk, &printed, &[]).code,
        0,
        "what is printed says what is reckoned"
    );
}

#[test]
fn a_reckoning_that_is_not_what_the_facts_give_is_told() {
    let desk = Desk::new();
    let printed = clock(&desk, &example(), &["--json"]);
    let mut forged: Value = serde_json::from_str(&printed.out).unwrap();
    forged["reckoning"]["deadline"] = json!("2023-09-12");
    let told = "its deadline is 2023-09-12, and this one's 2023-09-11";
    clock(&desk, &forged, &[]).failed(DIFFERENT, &[told]);
    let mut forged: Value = serde_json::from_str(&printed.out).unwrap();
    forged["reckoning"]["used"] = json!(24);
    clock(&desk, &forged, &[]).failed(DIFFERENT, &["its used is 24, and this one's 25"]);
    let mut forged: Value = serde_json::from_str(&printed.out).unwrap();
    forged["reckoning"]["steps"][2]["number"] = json!(9);
    clock(&desk, &forged, &[]).failed(DIFFERENT, &["its step 3 is", "is day 9", "is day 1"]);
}

#[test]
fn what_is_no_clock_is_refused_with_its_place() {
    let desk = Desk::new();
    for (pointer, wrong, told) in [
        ("/format", json!("placet-clock/9"), "Write \"placet-clock/1\""),
        ("/calendar", json!("fr"), "Write one of gb-eng, jp, kh, us-ny"),
        (
            "/clock/period/days",
            json!(0),
            "Give a period of at least one day",
        ),
        (
            "/clock/arrived",
            json!("2014-12-31T00:00:00"),
            "it covers 2015-01-01 to 2040-12-31",
        ),
        ("/clock/arrived", json!("yesterday"), "line 1 column"),
        ("/clock/pauses/0/to", json!("2023-08-01"), "ends before that"),
        ("/open/0", json!("2023-08-25"), "both as closed and as open"),
        (
            "/closed/0/reason",
            json!("\u{1b}[2J"),
            "holds a character that nobody sees",
        ),
        (
            "/clock/receipt",
            json!({}),
            "half_days: they need clock.receipt.cut_off",
        ),
        ("/clock/extensions/0/days", json!(0), "adds nothing"),
        (
            "/clock/extensions/0/agreed",
            json!("2023-08-01"),
            "before the case arrived",
        ),
        (
            "/clock/receipt",
            json!({ "cutoff": "17:00" }),
            "unknown field `cutoff`",
        ),
    ] {
        let mut file = example();
        *file.pointer_mut(pointer).unwrap() = wrong;
        clock(&desk, &file, &[]).failed(USAGE, &["clock.json", told]);
    }
}

/// What the page of a case gives (a story holds the page to it) is reckoned here alone, to the same day and line by line.
#[test]
fn the_clock_of_a_case_is_reckoned_from_its_file_alone() {
    let desk = Desk::new();
    let text = std::fs::read_to_string(shipped("stories/clock-of-a-case.json")).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let ran = clock(&desk, &file, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    for line in [
        "arrived on Wed 2 Aug 2023 at 09:30, not before 09:00 on a half-day: received on Thu 3 Aug 2023",
        "extended by 3 days, to 23 in all",
        "Sat 12 Aug 2023 is worked (weekend elsewhere)",
        "Thu 24 Aug 2023 to Fri 25 Aug 2023: 2 days not counted (closed: Flood)",
    ] {
        assert!(ran.out.contains(line), "{line}: {}", ran.out);
    }
    let printed: Value = serde_json::from_str(&clock(&desk, &file, &["--json"]).out).unwrap();
    assert_eq!(printed, file);
}
