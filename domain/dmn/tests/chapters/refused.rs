//! What is not read is refused where it stands, and only that.

use crate::given::{check, decision, file, function, input, literal, model, null};
use dmn::Model;
use dmn::parts::Version;

fn told(elements: &[String]) -> Vec<String> {
    model(elements).faults().iter().map(ToString::to_string).collect()
}

#[track_caller]
fn tells(elements: &[String], expected: &str) {
    let told = told(elements);
    assert!(told.iter().any(|fault| fault.contains(expected)), "{told:?}");
}

#[test]
fn the_three_versions_are_told_apart_and_no_other_is_read() {
    for (namespace, version) in [
        ("https://www.omg.org/spec/DMN/20191111/MODEL/", Version::V1_3),
        ("https://www.omg.org/spec/DMN/20211108/MODEL/", Version::V1_4),
        ("https://www.omg.org/spec/DMN/20230324/MODEL/", Version::V1_5),
    ] {
        let model =
            Model::read(format!("<definitions xmlns=\"{namespace}\" name=\"m\"/>").as_bytes()).unwrap();
        assert_eq!(model.definitions().version, version);
    }
    for root in [
        "<definitions xmlns=\"http://www.omg.org/spec/DMN/20151101/dmn.xsd\"/>",
        "<definitions xmlns=\"http://www.omg.org/spec/DMN/20180521/MODEL/\"/>",
        "<definitions/>",
        "<decision xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>",
    ] {
        let faults = Model::read(root.as_bytes()).unwrap_err();
        assert!(
            faults[0].what.to_string().contains("is no DMN 1.3, 1.4 or 1.5"),
            "{faults:?}"
        );
    }
}

#[test]
fn an_expression_that_is_no_feel_is_told_with_its_line_and_the_others_are_made() {
    let model = model(&[
        input("n", "number"),
        decision("a", "", &["n"], &literal("n +")),
        decision(
            "b",
            "",
            &["n"],
            "<literalExpression>\n<text>\nn +\n+</text></literalExpression>",
        ),
        decision("c", "", &["n"], &literal("n + 1")),
        decision("e", "", &["a"], &literal("a")),
    ]);
    let faults: Vec<String> = model.faults().iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(
        faults[0].starts_with("line 3, a: \u{201c}n +\u{201d} is no FEEL"),
        "{faults:?}"
    );
    assert!(faults[1].starts_with("line 7, b:"), "{faults:?}");
    null(&model, "a", "{n: 1}", "is no FEEL");
    null(&model, "e", "{n: 1}", "is no FEEL");
    check(&model, "c", "{n: 1}", "2");
}

#[test]
fn what_has_no_logic_or_two_is_refused() {
    tells(&[decision("a", "", &[], "")], "line 2, a: it has no logic");
    tells(
        &[decision("a", "", &[], &[literal("1"), literal("2")].concat())],
        "a second expression",
    );
    tells(&[function("f", "", &[], &[], "")], "f: the function has no body");
    tells(
        &[decision("a", "", &[], "<conditional/>")],
        "has no \u{201c}if\u{201d}",
    );
    tells(
        &[decision("a", "", &[], "<for><in/><return/></for>")],
        "does not name its variable",
    );
    tells(
        &[decision("a", "", &[], "<filter><in/></filter>")],
        "holds no expression",
    );
}

#[test]
fn a_body_in_java_or_pmml_is_refused_and_its_call_is_null() {
    let java = function("f", "", &["x"], &[], &literal("{class: \"C\"}"))
        .replace("<encapsulatedLogic>", "<encapsulatedLogic kind=\"Java\">");
    tells(
        std::slice::from_ref(&java),
        "line 2, f: the function is written in Java or PMML",
    );
    let model = model(&[java, decision("d", "", &["fn f"], &literal("f(1)"))]);
    null(&model, "d", "{}", "the function is written in Java or PMML");
}

#[test]
fn what_a_later_version_brought_is_not_read_in_an_earlier_one() {
    let logic = format!("<filter><in>{0}</in><match>{0}</match></filter>", literal("1"));
    let text = file("urn:own", &[decision("a", "", &[], &logic)]);
    assert!(Model::read(text.as_bytes()).unwrap().faults().is_empty());
    let model = Model::read(text.replace("20230324", "20191111").as_bytes()).unwrap();
    assert!(
        model.faults()[0]
            .to_string()
            .starts_with("line 2, a: \u{201c}filter\u{201d} is not of DMN 1.3")
    );
    null(&model, "a", "{}", "is not of DMN 1.3");
}

#[test]
fn what_is_outside_the_standard_is_refused_where_it_stands() {
    tells(
        &["<wonder/>".to_owned()],
        "line 2, wonder: \u{201c}wonder\u{201d} is outside",
    );
    tells(
        &[decision("a", "", &[], &format!("<wonder/>{}", literal("1")))],
        "line 2, a: \u{201c}wonder\u{201d} is outside",
    );
    tells(
        &[decision("a", "", &[], &format!("loose{}", literal("1")))],
        "text stands in",
    );
    let other = literal("1").replace(
        "<literalExpression>",
        "<literalExpression expressionLanguage=\"urn:js\">",
    );
    tells(
        &[decision("a", "", &[], &other)],
        "the expression language \u{201c}urn:js\u{201d}",
    );
    tells(
        &[decision(
            "a",
            "",
            &[],
            "<decisionTable hitPolicy=\"BEST\"><output/></decisionTable>",
        )],
        "no hit policy",
    );
    tells(
        &[decision(
            "a",
            "",
            &[],
            "<decisionTable hitPolicy=\"COLLECT\" aggregation=\"MEAN\"><output/></decisionTable>",
        )],
        "no aggregation",
    );
    for policy in ["UNIQUE", "ANY", "PRIORITY", "FIRST", "RULE ORDER", "OUTPUT ORDER"] {
        let table =
            format!("<decisionTable hitPolicy=\"{policy}\" aggregation=\"SUM\"><output/></decisionTable>");
        let told = format!("{policy} aggregates nothing");
        tells(&[decision("a", "", &[], &table)], &told);
    }
    tells(&[decision("a", "", &[], "<decisionTable/>")], "no output");
    tells(
        &[decision(
            "a",
            "",
            &[],
            "<decisionTable><output/><output/></decisionTable>",
        )],
        "of several outputs",
    );
    tells(
        &[decision(
            "a",
            "",
            &[],
            "<decisionTable><input/><output/></decisionTable>",
        )],
        "does not say what it asks",
    );
    tells(
        &[decision(
            "a",
            "",
            &[],
            "<decisionTable hitPolicy=\"PRIORITY\"><output/></decisionTable>",
        )],
        "no output lists its values",
    );
    tells(
        &[decision(
            "a",
            "",
            &[],
            "<relation><column name=\"x\"/><row/></relation>",
        )],
        "line 2, a, row 1: 0 cells stand under 1 columns",
    );
}

#[test]
fn references_to_nothing_and_names_given_twice_are_told() {
    tells(
        &[decision("a", "", &["b"], &literal("1"))],
        "line 2, a: it refers to \u{201c}b\u{201d}",
    );
    tells(&[decision("a", "", &["fn a"], &literal("1"))], "it refers to");
    tells(&[decision("a", "", &["#"], &literal("1"))], "names no element");
    tells(
        &[input("a", ""), decision("a", "", &[], &literal("1"))],
        "have the id",
    );
    tells(
        &[input("a", ""), decision("a", "", &[], &literal("1"))],
        "have this name",
    );
    tells(&["<inputData/>".to_owned()], "the inputData has no name");
}

#[test]
fn notes_diagrams_and_foreign_elements_are_kept_and_no_fault() {
    let text = "<description>About</description><extensionElements><x:a xmlns:x=\"urn:x\"/></extensionElements>\
                <knowledgeSource id=\"k\" name=\"Law\" locationURI=\"https://law.example/1\"><type>law</type></knowledgeSource>\
                <textAnnotation id=\"t\"><text>Note</text></textAnnotation><association id=\"s\"/><group id=\"g\"/>\
                <dmndi:DMNDI xmlns:dmndi=\"https://www.omg.org/spec/DMN/20230324/DMNDI/\"><dmndi:DMNDiagram/></dmndi:DMNDI>";
    let authority = "<authorityRequirement><requiredAuthority href=\"#k\"/></authorityRequirement>";
    let logic = format!(
        "{authority}<question>Why?</question><allowedAnswers>Yes</allowedAnswers>{}",
        literal("1")
    );
    let model = crate::given::sound(&[text.to_owned(), decision("a", "", &[], &logic)]);
    check(&model, "a", "{}", "1");
    let definitions = model.definitions();
    assert_eq!(
        definitions.sources[0].location.as_deref(),
        Some("https://law.example/1")
    );
    assert_eq!(definitions.decisions[0].question, "Why?");
    assert_eq!(definitions.decisions[0].requirements.authority[0].id, "k");
    assert_eq!(Model::read(model.write().as_bytes()).unwrap(), model);
    assert!(model.write().contains("<dmndi:DMNDiagram/>"));
}

#[test]
fn a_file_that_is_no_xml_is_refused_with_its_line() {
    for text in [&b"<a>\n<b></a>"[..], b"<!DOCTYPE a><a/>", b"\xFF", b""] {
        let faults = Model::read(text).unwrap_err();
        assert!(faults[0].line.is_some(), "{faults:?}");
    }
    assert!(Model::read(file("urn:own", &[]).as_bytes()).is_ok());
}
