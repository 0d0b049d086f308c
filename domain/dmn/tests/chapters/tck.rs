//! The conformance suite's own format.

use crate::given::{decision, file, function, input, literal, value};
use dmn::tck::{File, Suite, Target, Verdict, run};
use feel::Budget;
use jiff::Timestamp;
use jiff::tz::TimeZone;

fn cases(cases: &str) -> String {
    format!(
        "<t:testCases xmlns:t=\"http://www.omg.org/spec/DMN/20160719/testcase\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">\
         <t:modelName>m.dmn</t:modelName><t:labels><t:label>Level 3</t:label></t:labels>{cases}</t:testCases>"
    )
}

fn input_value(of: &str) -> feel::Value {
    let text = cases(&format!(
        "<t:testCase id=\"1\"><t:inputNode name=\"n\">{of}</t:inputNode></t:testCase>"
    ));
    let suite = Suite::read(text.as_bytes()).unwrap();
    suite.cases[0].inputs.get("n").unwrap().clone()
}

fn typed(kind: &str, of: &str) -> String {
    format!("<t:value xsi:type=\"xsd:{kind}\">{of}</t:value>")
}

#[test]
fn values_of_every_type_are_read() {
    let check = |kind: &str, of: &str, expected: &str| {
        assert_eq!(input_value(&typed(kind, of)), value(expected), "{kind} {of}");
    };
    check("string", " a ", "\" a \"");
    check("decimal", "1.50", "1.5");
    check("double", "1.5E2", "150");
    check("integer", "-3", "-3");
    check("boolean", "true", "true");
    check("date", "2026-11-25", "date(\"2026-11-25\")");
    check("time", "10:00:00Z", "time(\"10:00:00Z\")");
    check(
        "dateTime",
        "2026-11-25T10:00:00",
        "date and time(\"2026-11-25T10:00:00\")",
    );
    check("duration", "P1Y2M", "duration(\"P1Y2M\")");
    check("duration", "-PT36H", "duration(\"-PT36H\")");
}

#[test]
fn an_offset_is_the_same_however_it_is_written() {
    assert_eq!(
        input_value(&typed("time", "10:00:00+00:00")),
        value("time(\"10:00:00Z\")")
    );
}

#[test]
fn nulls_lists_and_components_are_read() {
    assert!(input_value("<t:value xsi:nil=\"true\"/>").is_null());
    assert!(input_value("<t:nullNode/>").is_null());
    assert!(input_value("<t:list xsi:nil=\"true\"/>").is_null());
    let item = |of: &str| format!("<t:item>{of}</t:item>");
    let list = format!(
        "<t:list>{}{}</t:list>",
        item(&typed("decimal", "1")),
        item("<t:value xsi:nil=\"true\"/>")
    );
    assert_eq!(input_value(&list), value("[1, null]"));
    assert_eq!(input_value("<t:list/>"), value("[]"));
    let part = |name: &str, of: &str| format!("<t:component name=\"{name}\">{of}</t:component>");
    let context = [part("a b", &typed("string", "x")), part("c", &part("d", &list))].concat();
    assert_eq!(
        input_value(&context),
        value("{\"a b\": \"x\", c: {d: [1, null]}}")
    );
    assert_eq!(
        input_value(&format!("<t:list>{}</t:list>", item(&context)))
            .as_list()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn what_is_no_test_file_is_refused() {
    assert!(
        Suite::read(b"<a/>")
            .unwrap_err()
            .what
            .to_string()
            .contains("no test file")
    );
    let text = cases(&format!(
        "<t:testCase><t:inputNode name=\"n\">{}</t:inputNode></t:testCase>",
        typed("decimal", "x")
    ));
    assert!(
        Suite::read(text.as_bytes())
            .unwrap_err()
            .what
            .to_string()
            .contains("is no decimal")
    );
}

#[test]
fn a_case_says_what_it_asks() {
    let text = cases("<t:testCase id=\"1\" type=\"bkm\" invocableName=\"f\"/><t:testCase id=\"2\"/>");
    let suite = Suite::read(text.as_bytes()).unwrap();
    assert_eq!(suite.model, "m.dmn");
    assert_eq!(suite.cases[0].target, Target::Invocable("f".to_owned()));
    assert_eq!(suite.cases[1].target, Target::Decision);
}

fn result(name: &str, of: &str) -> String {
    format!("<t:resultNode name=\"{name}\"><t:expected>{of}</t:expected></t:resultNode>")
}

fn judged(attributes: &str, inputs: &str, results: &str) -> Verdict {
    let service = "<decisionService id=\"s\" name=\"s\"><variable name=\"s\"/><outputDecision href=\"#next\"/>\
                   <outputDecision href=\"#list\"/><inputData href=\"#n\"/></decisionService>";
    let model = file(
        "urn:m",
        &[
            input("n", "number"),
            decision("next", "number", &["n"], &literal("n + 1")),
            decision("list", "", &["n"], &literal("[n, n / 3]")),
            decision("wrong", "", &[], &literal("1 +")),
            function("f", "", &["x: number"], &[], &literal("x * 2")),
            service.to_owned(),
        ],
    );
    let test = cases(&format!(
        "<t:testCase id=\"7\" {attributes}>{inputs}{results}</t:testCase>"
    ));
    let files = [
        File {
            path: "a/m.dmn",
            bytes: model.as_bytes(),
        },
        File {
            path: "a/m-test-01.xml",
            bytes: test.as_bytes(),
        },
    ];
    let report = run(
        &files,
        &Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC),
        Budget::default(),
    );
    assert_eq!(
        (report.cases[0].file.as_str(), report.cases[0].case.as_str()),
        ("a/m-test-01.xml", "7")
    );
    report.cases[0].verdict.clone()
}

fn handed(name: &str, of: &str) -> String {
    format!(
        "<t:inputNode name=\"{name}\">{}</t:inputNode>",
        typed("decimal", of)
    )
}

#[test]
fn decisions_services_and_functions_are_judged() {
    let n = handed("n", "1");
    assert_eq!(
        judged("", &n, &result("next", &typed("decimal", "2"))),
        Verdict::Passed
    );
    let list = format!(
        "<t:list><t:item>{}</t:item><t:item>{}</t:item></t:list>",
        typed("decimal", "1"),
        typed("decimal", "0.33333333")
    );
    let both = [result("next", &typed("decimal", "2")), result("list", &list)].concat();
    assert_eq!(judged("", &n, &both), Verdict::Passed);
    assert_eq!(
        judged("type=\"decisionService\" invocableName=\"s\"", &n, &both),
        Verdict::Passed
    );
    let f = "type=\"bkm\" invocableName=\"f\"";
    assert_eq!(
        judged(f, &handed("x", "4"), &result("f", &typed("decimal", "8"))),
        Verdict::Passed
    );
}

#[test]
fn an_error_is_expected_as_a_null() {
    let error = "<t:resultNode errorResult=\"true\" name=\"next\"><t:expected><t:value xsi:nil=\"true\"/></t:expected></t:resultNode>";
    assert_eq!(judged("", "", error), Verdict::Passed);
    assert!(matches!(judged("", &handed("n", "1"), error), Verdict::Failed(_)));
    assert_eq!(
        judged("", "", &result("wrong", "<t:value xsi:nil=\"true\"/>")),
        Verdict::Passed
    );
}

#[test]
fn what_differs_fails_and_what_is_refused_is_unsupported() {
    let n = handed("n", "1");
    let Verdict::Failed(why) = judged("", &n, &result("next", &typed("decimal", "3"))) else {
        panic!()
    };
    assert!(why.contains("next: 3 is expected, it is 2"), "{why}");
    let Verdict::Unsupported(why) = judged("", &n, &result("wrong", &typed("decimal", "1"))) else {
        panic!()
    };
    assert!(why.contains("no FEEL"), "{why}");
    assert!(matches!(
        judged("", &n, &result("none", "<t:value/>")),
        Verdict::Failed(_)
    ));
}

#[test]
fn a_model_that_is_not_there_or_no_model_is_told() {
    let test = cases("<t:testCase id=\"1\"/>");
    let now = Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC);
    let test = File {
        path: "m-test-01.xml",
        bytes: test.as_bytes(),
    };
    let report = run(&[test], &now, Budget::default());
    assert_eq!(report.totals(), (0, 1, 0));
    let report = run(
        &[
            test,
            File {
                path: "m.dmn",
                bytes: b"<a/>",
            },
        ],
        &now,
        Budget::default(),
    );
    assert_eq!(report.totals(), (0, 0, 1));
    let report = run(
        &[File {
            path: "m-test-01.xml",
            bytes: b"<a/>",
        }],
        &now,
        Budget::default(),
    );
    assert_eq!(report.totals(), (0, 1, 0));
}
