//! Rulebooks looked at, tested, traced and compared, before they bind anybody.

use crate::program::{DIFFERENT, Desk, Ran, USAGE, shipped};
use serde_json::Value;

const FILES: [&str; 2] = ["rulebook.toml", "authorities.dmn"];

/// A copy of the shipped rulebook in `name`, with something of one file written otherwise.
fn rulebook(desk: &Desk, name: &str, changes: &[(&str, &str)]) {
    std::fs::create_dir(desk.path(name)).unwrap();
    for one in FILES {
        let text = std::fs::read_to_string(shipped(&format!("rulebooks/kh-phnom-penh/{one}"))).unwrap();
        let text = changes
            .iter()
            .fold(text, |text, (from, to)| text.replacen(from, to, 1));
        std::fs::write(desk.path(name).join(one), text).unwrap();
    }
}

fn cases(desk: &Desk, name: &str, text: &str) {
    std::fs::create_dir_all(desk.path(name).join("tests")).unwrap();
    std::fs::write(desk.path(name).join("tests/all.toml"), text).unwrap();
}

fn run(desk: &Desk, arguments: &[&str]) -> Ran {
    let mut all = vec!["rulebook"];
    all.extend(arguments);
    desk.run(&all)
}

/// What it printed as JSON, and its exit code.
fn json(desk: &Desk, arguments: &[&str]) -> (i32, Value) {
    let mut all = arguments.to_vec();
    all.push("--json");
    let ran = run(desk, &all);
    let read = serde_json::from_str(&ran.out).unwrap_or_else(|fault| panic!("{fault}: {ran:?}"));
    (ran.code, read)
}

const FIREWORKS: &str = "[[case]]\nname = \"Fireworks\"\nanswers = { event_kind = \"celebration\", place_kind = \"private-land\", \
                         attendance = 100, foreign_mission = false, fireworks = true, largest_shell = 50 }\n\
                         [case.authorities.phnom-penh]\n[case.authorities.mfaic]\n[case.authorities.mond]\n[case.authorities.moi]\n";

#[test]
fn a_rulebook_is_linted_and_what_is_wrong_is_exit_1() {
    let desk = Desk::new();
    rulebook(&desk, "good", &[]);
    let said = run(&desk, &["lint", "good", "--on", "2023-11-19"]).done();
    assert!(
        said.contains("all gaps, overlaps and dead rules are listed."),
        "{said}"
    );
    let (code, report) = json(&desk, &["lint", "good"]);
    assert_eq!((code, &report["clean"]), (0, &Value::Bool(true)));
    rulebook(&desk, "wrong", &[("&gt; 75", "&gt; many")]);
    let ran = run(&desk, &["lint", "wrong"]);
    assert!(
        ran.out
            .contains("column largest_shell: nothing is named \u{201c}many\u{201d} here"),
        "{ran:?}"
    );
    ran.failed(DIFFERENT, &["1 place to be put right"]);
    rulebook(&desk, "torn", &[("format = ", "form = ")]);
    let (code, report) = json(&desk, &["lint", "torn"]);
    assert_eq!(
        (code, &report["findings"][0]["place"]["file"]),
        (DIFFERENT, &Value::from("rulebook.toml"))
    );
    run(&desk, &["lint", "good", "--on", "2001-01-01"]).failed(DIFFERENT, &["put right"]);
    run(&desk, &["lint", "nowhere"]).failed(USAGE, &["nowhere/rulebook.toml"]);
    for command in ["test", "tck"] {
        run(&desk, &[command, "nowhere"]).failed(USAGE, &["nowhere"]);
    }
    run(&desk, &["import", "nowhere.dmn"]).failed(USAGE, &["nowhere.dmn"]);
}

#[test]
fn of_a_rulebook_that_does_not_load_the_linter_claims_nothing() {
    let desk = Desk::new();
    rulebook(&desk, "torn", &[("format = ", "form = ")]);
    let ran = run(&desk, &["lint", "torn"]);
    assert!(
        ran.out.ends_with(
            "1 finding; gaps, overlaps and dead rules were not looked for, as the rulebook does not load.\n"
        ),
        "{ran:?}"
    );
    let (_, report) = json(&desk, &["lint", "torn"]);
    assert_eq!(
        (&report["loaded"], &report["exact"]),
        (&Value::from(false), &Value::from(false))
    );
}

#[test]
fn its_cases_are_run_and_rules_that_none_holds_are_named() {
    let desk = Desk::new();
    rulebook(&desk, "book", &[]);
    cases(&desk, "book", FIREWORKS);
    let ran = run(&desk, &["test", "book"]);
    assert!(
        ran.out
            .starts_with("passed  tests/all.toml: Fireworks\n1 passed, 0 failed.\n"),
        "{ran:?}"
    );
    assert!(ran.out.contains("not held: authorities/1, "), "{ran:?}");
    ran.failed(DIFFERENT, &["a rule is held by none"]);
    cases(&desk, "book", &FIREWORKS.replace("[case.authorities.moi]\n", ""));
    let (code, report) = json(&desk, &["test", "book"]);
    let difference = &report["cases"][0]["differences"][0];
    assert_eq!((code, &difference["authority"]), (DIFFERENT, &Value::from("moi")));
    assert_eq!(difference["difference"], "unexpected");
    cases(&desk, "book", &FIREWORKS.replace("attendance", "crowd"));
    run(&desk, &["test", "book"]).failed(USAGE, &["tests/all.toml", "Fireworks", "crowd"]);
}

#[test]
fn a_rulebook_whose_every_rule_is_held_is_clean() {
    let desk = Desk::new();
    rulebook(&desk, "book", &[]);
    let text = std::fs::read_to_string(desk.path("book/authorities.dmn")).unwrap();
    let (from, to) = (text.find("<rule ").unwrap(), text.rfind("</rule>").unwrap());
    let rules: Vec<&str> = text[from..to].split_inclusive("</rule>").collect();
    let fireworks = rules.iter().find(|rule| rule.contains("\"mond\"")).unwrap();
    let alone = format!("{}{fireworks}{}", &text[..from], &text[to + "</rule>".len()..]);
    std::fs::write(desk.path("book/authorities.dmn"), alone).unwrap();
    cases(
        &desk,
        "book",
        "[[case]]\nname = \"Fireworks\"\nanswers = { fireworks = true }\n[case.authorities.mond]\nrules = [\"authorities/1\"]\n",
    );
    let said = run(&desk, &["test", "book"]).done();
    assert!(said.ends_with("1 of 1 rules are held by a case.\n"), "{said}");
    // What the linter calls a fault is not passed, whatever its cases say: under UNIQUE some answers meet no rule.
    let text = std::fs::read_to_string(desk.path("book/authorities.dmn")).unwrap();
    let unique = text.replacen("hitPolicy=\"COLLECT\"", "hitPolicy=\"UNIQUE\"", 1);
    assert_ne!(text, unique);
    std::fs::write(desk.path("book/authorities.dmn"), unique).unwrap();
    let ran = run(&desk, &["test", "book"]);
    assert!(
        ran.out.contains("fault: table authorities: no rule catches"),
        "{ran:?}"
    );
    ran.failed(DIFFERENT, &["Every case passes", "lint again"]);
    let (code, report) = json(&desk, &["test", "book"]);
    assert_eq!((code, &report["clean"]), (DIFFERENT, &Value::Bool(false)));
    assert_eq!(report["faults"][0]["kind"], "gap");
}

#[test]
fn a_case_is_traced_to_the_rules_and_answers_that_ask() {
    let desk = Desk::new();
    let case = shipped("examples/anniversary.toml");
    let book = shipped("rulebooks/kh-phnom-penh");
    let said = run(&desk, &["trace", &book, &case]).done();
    assert!(
        said.contains("    fireworks is true, which meets true\n"),
        "{said}"
    );
    assert!(said.contains("  latest filing 2023-10-"), "{said}");
    let (code, trace) = json(&desk, &["trace", &book, &case]);
    assert_eq!((code, &trace["event_date"]), (0, &Value::from("2023-11-19")));
    assert_eq!(trace["latest_filing"]["mfaic"], "2023-10-19");
    assert_eq!(trace["authorities"][0]["authority"], "mfaic");
    assert_eq!(trace["nulls"], Value::Array(vec![]));
    run(
        &desk,
        &["trace", &book, &shipped("rulebooks/kh-phnom-penh/rulebook.toml")],
    )
    .failed(USAGE, &["rulebook.toml"]);
}

#[test]
fn two_versions_are_compared_in_words() {
    let desk = Desk::new();
    rulebook(&desk, "one", &[]);
    rulebook(
        &desk,
        "two",
        &[("version = \"1\"", "version = \"2\""), ("&gt; 75", "&gt; 100")],
    );
    assert_eq!(run(&desk, &["diff", "one", "one"]).done(), "");
    let ran = run(&desk, &["diff", "one", "two"]);
    assert!(ran.out.contains("rulebook: version 1 \u{2192} 2\n"), "{ran:?}");
    assert!(
        ran.out.contains("largest shell?: threshold 75 \u{2192} 100 mm\n"),
        "{ran:?}"
    );
    ran.failed(DIFFERENT, &["differ"]);
    let (code, compared) = json(&desk, &["diff", "one", "two"]);
    assert_eq!(
        (code, compared["differences"].as_array().unwrap().len()),
        (DIFFERENT, 2)
    );
    assert_eq!(compared["newer"]["version"], "2");
}

#[test]
fn a_model_is_imported_as_it_is_written_here_or_with_its_faults() {
    let desk = Desk::new();
    let file = shipped("rulebooks/kh-phnom-penh/authorities.dmn");
    let written = run(&desk, &["import", &file]).done();
    std::fs::write(desk.path("again.dmn"), &written).unwrap();
    assert_eq!(run(&desk, &["import", "again.dmn"]).done(), written);
    let (code, imported) = json(&desk, &["import", "again.dmn"]);
    assert_eq!(
        (code, &imported["decisions"][0]["id"]),
        (0, &Value::from("authorities"))
    );
    std::fs::write(
        desk.path("wrong.dmn"),
        written.replacen("&gt; 75", "&gt; many", 1),
    )
    .unwrap();
    let ran = run(&desk, &["import", "wrong.dmn"]);
    let where_and_what = "row 10, column Largest shell (mm): nothing is named \u{201c}many\u{201d} here.";
    assert!(
        ran.out.starts_with("line ") && ran.out.contains(where_and_what),
        "{ran:?}"
    );
    ran.failed(DIFFERENT, &["wrong.dmn"]);
    let (code, imported) = json(&desk, &["import", "wrong.dmn"]);
    assert_eq!((code, imported["text"].is_null()), (DIFFERENT, true));
    std::fs::write(desk.path("none.dmn"), "<definitions/>").unwrap();
    let (code, imported) = json(&desk, &["import", "none.dmn"]);
    assert_eq!((code, imported["name"].is_null()), (DIFFERENT, true));
    let fault = imported["faults"][0]["text"].as_str().unwrap();
    assert!(fault.contains("none.dmn") && fault.contains("DMN"), "{fault}");
    run(&desk, &["import", "none.dmn"]).failed(DIFFERENT, &["none.dmn", "DMN"]);
}

const MODEL: &str = "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" name=\"d\" namespace=\"urn:d\">\
     <inputData id=\"i\" name=\"people\"><variable name=\"people\" typeRef=\"number\"/></inputData>\
     <decision id=\"fee\" name=\"fee\"><variable name=\"fee\" typeRef=\"number\"/>\
     <informationRequirement><requiredInput href=\"#i\"/></informationRequirement>\
     <literalExpression><text>people * 2</text></literalExpression></decision></definitions>";

fn test_case(expected: u32) -> String {
    format!(
        "<testCases xmlns=\"http://www.omg.org/spec/DMN/20160719/testcase\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><modelName>fee.dmn</modelName><testCase id=\"001\">\
         <inputNode name=\"people\"><value xsi:type=\"xsd:decimal\">21</value></inputNode>\
         <resultNode name=\"fee\" type=\"decision\"><expected><value xsi:type=\"xsd:decimal\">{expected}</value></expected></resultNode>\
         </testCase></testCases>"
    )
}

#[test]
fn the_conformance_suite_is_run_in_its_own_format() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("suite/level/fee")).unwrap();
    let write =
        |name: &str, text: &str| std::fs::write(desk.path("suite/level/fee").join(name), text).unwrap();
    write("fee.dmn", MODEL);
    run(&desk, &["tck", "suite"]).failed(DIFFERENT, &["no test case"]);
    write("fee-test-01.xml", &test_case(42));
    let said = run(&desk, &["tck", "suite"]).done();
    assert_eq!(
        said,
        "passed       level/fee/fee-test-01.xml 001\n1 passed, 0 failed, 0 unsupported; 1 test cases in all.\n"
    );
    assert!(
        run(&desk, &["tck", "suite/level/fee"])
            .done()
            .starts_with("passed       fee-test-01.xml 001\n")
    );
    write("fee-test-02.xml", &test_case(43));
    let (code, report) = json(&desk, &["tck", "suite"]);
    assert_eq!(
        (code, &report["passed"], &report["failed"]),
        (DIFFERENT, &Value::from(1), &Value::from(1))
    );
    run(&desk, &["tck", "suite"]).failed(DIFFERENT, &["1 of 2 test cases failed"]);
    // A case that expects nothing tests nothing.
    let (begin, rest) = test_case(42).split_once("<resultNode").map(owned).unwrap();
    let (_, end) = rest.split_once("</resultNode>").map(owned).unwrap();
    write("fee-test-02.xml", &format!("{begin}{end}"));
    run(&desk, &["tck", "suite"]).failed(DIFFERENT, &["1 of 2 test cases failed"]);
    std::fs::remove_file(desk.path("suite/level/fee/fee-test-02.xml")).unwrap();
    write("fee.dmn", &MODEL.replacen("people * 2", "people *", 1));
    let (code, report) = json(&desk, &["tck", "suite"]);
    assert_eq!((code, &report["unsupported"]), (DIFFERENT, &Value::from(1)));
}

fn owned((one, other): (&str, &str)) -> (String, String) {
    (one.to_owned(), other.to_owned())
}

#[test]
fn a_changed_rulebook_is_tried_on_the_past_applications_of_an_installation() {
    let desk = Desk::new();
    drop(desk.start(&["demo", "--data", "demo"]));
    rulebook(&desk, "same", &[("version = \"1\"", "version = \"3\"")]);
    let said = run(&desk, &["whatif", "same", "--data", "demo"]).done();
    assert!(
        said.starts_with("kh-phnom-penh 3, beside 1 in force\n") && said.ends_with(", 0 of them changed.\n"),
        "{said}"
    );
    assert!(!said.contains("\n0 past applications"), "{said}");
    let asks_less = ("<text>\"mond\"</text>", "<text>\"moi\"</text>");
    rulebook(&desk, "changed", &[asks_less, asks_less, asks_less, asks_less]);
    let ran = run(&desk, &["whatif", "changed", "--data", "demo"]);
    assert!(ran.out.contains("  mond would not be asked\n"), "{ran:?}");
    ran.failed(DIFFERENT, &["would be treated otherwise"]);
    let (code, tried) = json(&desk, &["whatif", "changed", "--data", "demo"]);
    assert_eq!(code, DIFFERENT);
    assert!(
        tried["changes"][0]["reference"]
            .as_str()
            .unwrap()
            .starts_with("PNH-"),
        "{tried}"
    );
    assert!(
        !tried["changes"][0]["event"].as_str().unwrap().is_empty(),
        "{tried}"
    );
    rulebook(
        &desk,
        "other",
        &[("id = \"kh-phnom-penh\"", "id = \"kh-siem-reap\"")],
    );
    run(&desk, &["whatif", "other", "--data", "demo"]).failed(USAGE, &["no version of kh-siem-reap"]);
    run(&desk, &["whatif", "same", "--data", "nowhere"]).failed(USAGE, &["nowhere"]);
}
