//! What an event needs, by which version of which rulebook.

use crate::program::{DIFFERENT, Desk, Ran, USAGE, shipped};
use serde_json::Value;

/// A copy of a shipped rulebook in `to`, with something of its settings written otherwise.
fn rulebook(desk: &Desk, id: &str, to: &str, changes: &[(&str, &str)]) {
    std::fs::create_dir_all(desk.path(to)).unwrap();
    for one in ["rulebook.toml", "authorities.dmn"] {
        let text = std::fs::read_to_string(shipped(&format!("rulebooks/{id}/{one}"))).unwrap();
        let changed = changes
            .iter()
            .fold(text, |text, (from, to)| text.replacen(from, to, 1));
        std::fs::write(desk.path(to).join(one), changed).unwrap();
    }
}

/// The anniversary in `case.toml`, on a day.
fn anniversary(desk: &Desk, changes: &[(&str, &str)]) {
    let text = std::fs::read_to_string(shipped("examples/anniversary.toml")).unwrap();
    let text = changes.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    std::fs::write(desk.path("case.toml"), text).unwrap();
}

const FETE: &str = "format = \"placet-case/1\"\nrulebook = \"gb-england\"\ntitle = \"Summer fete\"\n\
    [event]\ndate = 2026-06-20\nfrom = 14:00:00\nto = 23:00:00\nplace = \"The green\"\norganisers = [\"The village\"]\n\
    [answers]\nlicensable = true\nattendance = 300\nlate_notice = false\ncouncil_land = true\nroad_closure = false\n\
    procession = \"none\"\nfireworks = \"ordinary-night\"\n";

fn check(desk: &Desk, as_of: &str, more: &[&str]) -> Ran {
    desk.run(&[&["check", "case.toml", "--as-of", as_of], more].concat())
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|fault| panic!("{fault}: {ran:?}"))
}

#[test]
fn a_folder_that_is_named_is_the_only_one_looked_into() {
    let desk = Desk::new();
    anniversary(&desk, &[]);
    let todo = "Name with --rulebooks a folder that holds rulebooks";
    check(&desk, "2023-08-01", &["--rulebooks", "nowhere"])
        .failed(USAGE, &["nowhere: there is no such folder", todo]);
    std::fs::create_dir(desk.path("empty")).unwrap();
    rulebook(&desk, "us-nyc", "others/us-nyc", &[]);
    for folder in ["empty", "others", "others/us-nyc"] {
        check(&desk, "2023-08-01", &["--rulebooks", folder]).failed(
            USAGE,
            &[&format!("{folder}: "), "\u{201c}kh-phnom-penh\u{201d}", todo],
        );
    }
    let own = [("version = \"1\"", "version = \"1-ours\"")];
    rulebook(&desk, "kh-phnom-penh", "others/whatever", &own);
    for folder in ["others", "others/whatever"] {
        let ran = check(&desk, "2023-08-01", &["--rulebooks", folder, "--json"]);
        assert_eq!(json(&ran)["rulebook"]["version"], "1-ours", "{ran:?}");
    }
    // A draft of another rulebook beside it does not stand in the way; a fault of its own does.
    rulebook(&desk, "us-nyc", "others/draft", &[("lead = ", "leed = ")]);
    let ran = check(&desk, "2023-08-01", &["--rulebooks", "others"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    rulebook(&desk, "kh-phnom-penh", "others/torn", &[("lead = ", "leed = ")]);
    check(&desk, "2023-08-01", &["--rulebooks", "others"]).failed(USAGE, &["others/torn", "leed"]);
}

#[test]
fn a_day_at_the_end_of_the_calendar_is_refused_by_name() {
    let desk = Desk::new();
    anniversary(&desk, &[]);
    check(&desk, "9999-12-31", &[]).failed(USAGE, &["--as-of 9999-12-31: ", "Give the day"]);
}

#[test]
fn an_installation_s_folder_of_rulebooks_is_told_from_all_that_it_decides_by() {
    let desk = Desk::with_installation();
    anniversary(&desk, &[]);
    let ran = check(&desk, "2023-08-01", &["--data", "data", "--json"]);
    assert_eq!(json(&ran)["rulebook"]["standing"], "in-force", "{ran:?}");
    assert_eq!(ran.err, "");
    let ran = check(&desk, "2023-08-01", &["--rulebooks", "data/rulebooks"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    for words in ["data/rulebooks is part of an installation", "--data "] {
        assert!(ran.err.contains(words), "{ran:?}");
    }
    let both = ["--data", "data", "--rulebooks", "data/rulebooks"];
    check(&desk, "2023-08-01", &both).failed(USAGE, &["--data", "--rulebooks"]);
    check(&desk, "2023-08-01", &["--data", "nowhere"]).failed(USAGE, &["nowhere/placet.toml"]);
    std::fs::write(desk.path("case.toml"), FETE).unwrap();
    check(&desk, "2026-03-02", &["--data", "data"]).failed(
        USAGE,
        &["data: ", "\u{201c}gb-england\u{201d}", "but by kh-phnom-penh"],
    );
}

#[test]
fn of_several_versions_that_in_force_is_taken_or_the_one_that_the_case_names() {
    let desk = Desk::new();
    let event = ("date = 2023-11-19", "date = 2026-12-19");
    anniversary(&desk, &[event]);
    for id in ["kh-phnom-penh", "kh-phnom-penh-2"] {
        rulebook(&desk, id, &format!("rulebooks/{id}"), &[]);
    }
    let version = |as_of: &str| {
        let ran = check(&desk, as_of, &["--json"]);
        let rulebook = json(&ran)["rulebook"].clone();
        (rulebook["version"].clone(), rulebook["standing"].clone())
    };
    let is = |version: &str, standing: &str| (Value::from(version), Value::from(standing));
    assert_eq!(version("2026-10-31"), is("1", "in-force"));
    assert_eq!(version("2026-11-01"), is("2", "in-force"));
    // As on the pages: before the first day of all, the one that would be taken.
    assert_eq!(version("2001-01-01"), is("2", "not-in-force"));
    let ran = check(&desk, "2026-10-31", &[]);
    assert!(
        ran.out
            .contains("by kh-phnom-penh 1, which is in force (from 2023-04-25)"),
        "{ran:?}"
    );
    let named = |version: &str| format!("rulebook = \"kh-phnom-penh\"\nversion = \"{version}\"");
    anniversary(&desk, &[event, ("rulebook = \"kh-phnom-penh\"", &named("2"))]);
    assert_eq!(version("2026-10-31"), is("2", "named"));
    let ran = check(&desk, "2026-10-31", &[]);
    assert!(
        ran.out.contains("by kh-phnom-penh 2, which the case names"),
        "{ran:?}"
    );
    anniversary(&desk, &[event, ("rulebook = \"kh-phnom-penh\"", &named("3"))]);
    check(&desk, "2026-10-31", &[]).failed(USAGE, &["rulebooks", "\u{201c}3\u{201d}", "there is 1, 2"]);
}

#[test]
fn a_latest_day_that_comes_from_a_lead_time_says_so_step_by_step() {
    let desk = Desk::new();
    std::fs::write(desk.path("case.toml"), FETE).unwrap();
    let folder = shipped("rulebooks/gb-england");
    let ran = check(&desk, "2026-03-02", &["--rulebooks", &folder]);
    let from = ran.out.find("Environmental health (the council's)").unwrap();
    let own = &ran.out[from..];
    let own = &own[..own.find("\n\n").unwrap()];
    for words in [
        "  to be filed     10 clear working days before the event [law: Licensing Act 2003: 10 working days",
        "  latest filing   2026-06-05 (95 days left)",
        "to be received at least 10 clear working days before the event [law: Licensing Act 2003: 10 working days",
        "neither the day of receipt nor that of the event is counted",
        "so Fri 5 Jun 2026",
        "its period of 3 working days alone would leave until ",
    ] {
        assert!(own.contains(words), "\u{201c}{words}\u{201d} is not in {own}");
    }
    let ran = check(&desk, "2026-03-02", &["--rulebooks", &folder, "--json"]);
    let report = json(&ran);
    let all = report["authorities"].as_array().unwrap();
    let health = all
        .iter()
        .find(|one| one["id"] == "environmental-health")
        .unwrap();
    let lead = &health["lead_time"];
    assert_eq!(
        (&lead["days"], &lead["unit"], &lead["clear"], &lead["decides"]),
        (
            &Value::from(10),
            &Value::from("working"),
            &Value::from(true),
            &Value::from(true)
        )
    );
    assert_eq!(
        (&lead["kind"], &lead["assumed"]),
        (&Value::from("law"), &Value::from(false))
    );
    assert_eq!(lead["link"], "https://chorley.gov.uk/licensing/ten/4");
    let steps = health["reckoning"].as_array().unwrap();
    assert!(
        steps[0]
            .as_str()
            .unwrap()
            .starts_with("to be received at least 10 clear")
    );
    let advice = all.iter().find(|one| one["lead_time"]["days"] == 61).unwrap();
    assert_eq!(advice["lead_time"]["kind"], "practice");
}

#[test]
fn what_comes_with_the_authorities_is_said_with_its_source() {
    let desk = Desk::new();
    anniversary(&desk, &[("date = 2023-11-19", "date = 2027-03-19")]);
    let folder = shipped("rulebooks/kh-phnom-penh-2");
    let ran = check(&desk, "2026-11-02", &["--rulebooks", &folder]);
    for words in [
        "\nDocuments to hand in\n",
        "\nConditions to expect\n",
        "  Nobody but the crew is let inside the safety distance. [",
        "\nSafety distances\n",
        " m [",
    ] {
        assert!(
            ran.out.contains(words),
            "\u{201c}{words}\u{201d} is not in {}",
            ran.out
        );
    }
    // What is assumed is called so once.
    assert!(
        ran.out.contains("[assumption: ") && !ran.out.contains("our assumption"),
        "{}",
        ran.out
    );
    let report = json(&check(&desk, "2026-11-02", &["--rulebooks", &folder, "--json"]));
    let find = |kind: &str, id: &str| {
        let all = report[kind].as_array().unwrap();
        all.iter().find(|one| one["id"] == id).unwrap().clone()
    };
    let letter = find("documents", "event-letter");
    assert!(
        letter["authorities"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one == "phnom-penh"),
        "{letter}"
    );
    assert!(letter["label"].is_string() && letter["kind"].is_string() && letter["basis"].is_string());
    assert!(find("distances", "nfpa-1123")["metres"].is_string());
    assert_eq!(find("conditions", "keep-out")["phase"], "during");
    std::fs::write(desk.path("case.toml"), FETE).unwrap();
    let england = shipped("rulebooks/gb-england");
    let ran = check(&desk, "2026-03-02", &["--rulebooks", &england]);
    assert!(
        ran.out.contains("\nFees\n") && ran.out.contains("GBP for each application"),
        "{}",
        ran.out
    );
}

#[test]
fn what_would_be_public_is_told_with_the_rule_that_withholds_it() {
    let desk = Desk::new();
    let asked = "road_closure = true\n";
    let guest = format!("{asked}protected_guest = false\n");
    anniversary(&desk, &[("2023-11-19", "2027-11-19"), (asked, &guest)]);
    let third = shipped("rulebooks/kh-phnom-penh-3");
    let given = ["--rulebooks", third.as_str()];
    let ran = check(&desk, "2027-08-01", &given);
    let public = json(&check(&desk, "2027-08-01", &[&given[..], &["--json"]].concat()))["public"].clone();
    let fields = public["fields"].as_array().unwrap();
    let (withheld, shown): (Vec<_>, Vec<_>) = fields
        .iter()
        .partition(|one| !one["withheld"].as_array().unwrap().is_empty());
    assert_eq!(withheld.len(), 1, "{public}");
    assert_eq!(withheld[0]["field"], "conditions");
    let rule = &withheld[0]["withheld"][0];
    let words = format!("  conditions: withheld: {}", rule["reason"].as_str().unwrap());
    let until = words.replace("withheld:", "withheld until the event is over:");
    let line = if rule["until_over"] == true { until } else { words };
    assert!(ran.out.contains(&line), "{line}\n{}", ran.out);
    for one in shown {
        let (field, since) = (one["field"].as_str().unwrap(), one["since"].as_str().unwrap());
        let line = format!("  {field}: from when it is {since}\n");
        assert!(ran.out.contains(&line), "{line}{}", ran.out);
    }
    // The first version does not say.
    anniversary(&desk, &[]);
    assert!(json(&check(&desk, "2023-08-01", &["--json"]))["public"].is_null());
}

#[test]
fn one_day_is_a_day() {
    let desk = Desk::new();
    anniversary(&desk, &[]);
    let last = json(&check(&desk, "2023-08-01", &["--json"]))["authorities"][0]["latest_filing"].clone();
    let last: jiff::civil::Date = last.as_str().unwrap().parse().unwrap();
    let before = last.yesterday().unwrap().to_string();
    let after = last.tomorrow().unwrap().to_string();
    assert!(check(&desk, &before, &[]).out.contains("(1 day left)"));
    let ran = check(&desk, &after, &[]);
    assert!(ran.out.contains("(passed 1 day ago)"), "{}", ran.out);
    ran.failed(DIFFERENT, &["has passed"]);
}
