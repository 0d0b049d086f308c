//! Item definitions, what conforms to them, and the implicit conversions (DMN 1.5, 7.3.2 and 10.3.2.9).

use crate::given::{asked, check, decision, function, input, item, literal, model, null, sound, text};

/// A decision that hands its input on, and the definitions that its type needs.
fn handed(of: &str, definitions: &[String]) -> dmn::Model {
    let elements = [input("v", of), decision("d", "", &["v"], &literal("v"))];
    sound(&[definitions, &elements].concat())
}

fn component(name: &str, of: &str) -> String {
    format!("<itemComponent name=\"{name}\"><typeRef>{of}</typeRef></itemComponent>")
}

fn components(name: &str, is_collection: bool, parts: &[String]) -> String {
    format!(
        "<itemDefinition name=\"{name}\" isCollection=\"{is_collection}\">{}</itemDefinition>",
        parts.concat()
    )
}

#[test]
fn a_value_of_another_type_is_null_with_the_reason() {
    let model = handed("number", &[]);
    check(&model, "d", "{v: 1}", "1");
    check(&model, "d", "{v: null}", "null");
    null(
        &model,
        "d",
        "{v: \"one\"}",
        "v is a string \u{201c}one\u{201d}, which is no number",
    );
}

#[test]
fn every_type_of_the_standard_takes_its_own_values_only() {
    let values = [
        ("number", "1"),
        ("string", "\"a\""),
        ("boolean", "true"),
        ("date", "date(\"2026-11-25\")"),
        ("time", "time(\"10:00:00\")"),
        ("dateTime", "date and time(\"2026-11-25T10:00:00\")"),
        ("dayTimeDuration", "duration(\"P1D\")"),
        ("yearMonthDuration", "duration(\"P1Y\")"),
    ];
    for (kind, _) in values {
        let model = handed(kind, &[]);
        for (other, value) in values {
            let inputs = format!("{{v: {value}}}");
            match (kind == other, (kind, other)) {
                (true, _) => check(&model, "d", &inputs, value),
                (false, ("dateTime", "date")) => {
                    check(&model, "d", &inputs, "date and time(\"2026-11-25T00:00:00Z\")");
                }
                (false, _) => null(&model, "d", &inputs, "which is no"),
            }
        }
    }
    check(
        &handed("date and time", &[]),
        "d",
        "{v: date and time(\"2026-11-25T10:00:00\")}",
        "date and time(\"2026-11-25T10:00:00\")",
    );
    check(&handed("Any", &[]), "d", "{v: [1, \"a\"]}", "[1, \"a\"]");
    check(&handed("list<number>", &[]), "d", "{v: [1, 2]}", "[1, 2]");
    null(
        &handed("list<number>", &[]),
        "d",
        "{v: [1, \"a\"]}",
        "no list<number>",
    );
}

#[test]
fn a_list_of_one_is_its_item_and_an_item_is_a_list_of_one() {
    check(&handed("number", &[]), "d", "{v: [1]}", "1");
    null(&handed("number", &[]), "d", "{v: [1, 2]}", "which is no number");
    let many =
        "<itemDefinition name=\"many\" isCollection=\"true\"><typeRef>number</typeRef></itemDefinition>"
            .to_owned();
    check(&handed("many", std::slice::from_ref(&many)), "d", "{v: 1}", "[1]");
    check(&handed("many", std::slice::from_ref(&many)), "d", "{v: []}", "[]");
    null(
        &handed("many", &[many]),
        "d",
        "{v: [1, \"a\"]}",
        "which is no many",
    );
}

#[test]
fn allowed_values_are_asked_of_every_value_and_of_every_item() {
    let risk = item("risk", "string", "\"high\", \"low\"");
    check(
        &handed("risk", std::slice::from_ref(&risk)),
        "d",
        "{v: \"low\"}",
        "\"low\"",
    );
    null(
        &handed("risk", std::slice::from_ref(&risk)),
        "d",
        "{v: \"middle\"}",
        "which is no risk",
    );
    let risks =
        "<itemDefinition name=\"risks\" isCollection=\"true\"><typeRef>risk</typeRef></itemDefinition>"
            .to_owned();
    let both = [risk, risks];
    check(
        &handed("risks", &both),
        "d",
        "{v: [\"low\", \"high\"]}",
        "[\"low\", \"high\"]",
    );
    null(
        &handed("risks", &both),
        "d",
        "{v: [\"low\", \"none\"]}",
        "which is no risks",
    );
}

#[test]
fn a_type_that_narrows_another_asks_for_both() {
    let definitions = [item("age", "number", "[0..150]"), item("adult", "age", ">= 18")];
    check(&handed("adult", &definitions), "d", "{v: 20}", "20");
    null(
        &handed("adult", &definitions),
        "d",
        "{v: 17}",
        "which is no adult",
    );
    null(
        &handed("adult", &definitions),
        "d",
        "{v: 200}",
        "which is no adult",
    );
}

#[test]
fn a_constraint_of_a_collection_is_asked_of_the_whole() {
    let few = format!(
        "<itemDefinition name=\"few\" isCollection=\"true\"><typeRef>number</typeRef><allowedValues>{}</allowedValues>\
         <typeConstraint>{}</typeConstraint></itemDefinition>",
        text("> 0"),
        text("count(?) <= 2")
    );
    check(
        &handed("few", std::slice::from_ref(&few)),
        "d",
        "{v: [1, 2]}",
        "[1, 2]",
    );
    null(
        &handed("few", std::slice::from_ref(&few)),
        "d",
        "{v: [1, 2, 3]}",
        "which is no few",
    );
    null(&handed("few", &[few]), "d", "{v: [1, -2]}", "which is no few");
}

#[test]
fn a_context_has_its_components_and_may_have_more() {
    let person = components(
        "person",
        false,
        &[component("full name", "string"), component("age", "number")],
    );
    let definitions = [person, item("unused", "person", "")];
    check(
        &handed("person", &definitions),
        "d",
        "{v: {full name: \"A\", age: 3}}",
        "{full name: \"A\", age: 3}",
    );
    check(
        &handed("person", &definitions),
        "d",
        "{v: {age: 3, more: 1}}",
        "{age: 3, more: 1}",
    );
    null(
        &handed("person", &definitions),
        "d",
        "{v: {age: \"three\"}}",
        "v is a context, which is no person",
    );
    null(
        &handed("person", &definitions),
        "d",
        "{v: 3}",
        "which is no person",
    );
}

#[test]
fn components_with_blanks_are_known_in_expressions() {
    let person = components("person", false, &[component("monthly net income", "number")]);
    let people =
        "<itemDefinition name=\"people\" isCollection=\"true\"><typeRef>person</typeRef></itemDefinition>"
            .to_owned();
    let model = sound(&[
        person,
        people,
        input("the people", "people"),
        decision(
            "d",
            "number",
            &["the people"],
            &literal("sum(the people.monthly net income)"),
        ),
        decision(
            "e",
            "",
            &["the people"],
            &literal("the people[monthly net income > 1].monthly net income"),
        ),
    ]);
    let inputs = "{the people: [{monthly net income: 1}, {monthly net income: 2}]}";
    check(&model, "d", inputs, "3");
    check(&model, "e", inputs, "[2]");
}

#[test]
fn a_decision_and_a_function_answer_with_values_of_their_types() {
    let model = sound(&[
        decision("a", "number", &[], &literal("[1]")),
        decision("b", "number", &[], &literal("\"1\"")),
        function("f", "string", &["x: number"], &[], &literal("x")),
        function("g", "", &["x: number"], &[], &literal("[x]")),
        decision("c", "", &["fn f"], &literal("f(1)")),
        decision("e", "", &["fn g"], &literal("g([1])")),
    ]);
    check(&model, "a", "{}", "1");
    null(&model, "b", "{}", "b is a string");
    assert!(asked(&model, "c", "{}").value.is_null());
    check(&model, "e", "{}", "[1]");
}

#[test]
fn a_type_of_functions_takes_functions() {
    let operation = "<itemDefinition name=\"operation\"><functionItem outputTypeRef=\"number\">\
                     <parameters name=\"x\" typeRef=\"number\"/></functionItem></itemDefinition>"
        .to_owned();
    let made = "<functionDefinition typeRef=\"operation\"><formalParameter name=\"x\" typeRef=\"number\"/>\
                <literalExpression><text>x + 1</text></literalExpression></functionDefinition>";
    let model = sound(&[
        operation,
        decision("next", "operation", &[], made),
        decision("d", "", &["next"], &literal("next(1)")),
        input("v", "operation"),
        decision("e", "", &["v"], &literal("v")),
    ]);
    check(&model, "d", "{}", "2");
    null(&model, "e", "{v: 1}", "which is no operation");
}

#[test]
fn instance_of_knows_the_types_of_the_model() {
    let model = sound(&[
        components("a person", false, &[component("age", "number")]),
        decision(
            "d",
            "",
            &[],
            &literal("[{age: 1} instance of a person, {age: \"1\"} instance of a person]"),
        ),
    ]);
    check(&model, "d", "{}", "[true, false]");
}

#[test]
fn a_type_that_there_is_not_or_that_is_made_of_itself_is_a_fault() {
    let faulty = model(&[
        input("v", "nothing"),
        components("tree", false, &[component("left", "tree")]),
        item("bad", "number", "1 +"),
    ]);
    let faults: Vec<String> = faulty.faults().iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert!(
        faults
            .iter()
            .any(|fault| fault.starts_with("line 2, v: there is no type")),
        "{faults:?}"
    );
    assert!(
        faults
            .iter()
            .any(|fault| fault.starts_with("line 3, tree: the type is made of itself")),
        "{faults:?}"
    );
    assert!(
        faults
            .iter()
            .any(|fault| fault.starts_with("line 4, bad:") && fault.contains("no FEEL")),
        "{faults:?}"
    );
}

#[test]
fn types_that_share_types_are_resolved_once() {
    // Two components each, 60 levels: 2 to the 60th if each were followed anew.
    let mut elements: Vec<String> = (1..60)
        .map(|at| {
            let below = format!("t{}", at - 1);
            components(
                &format!("t{at}"),
                false,
                &[component("left", &below), component("right", &below)],
            )
        })
        .collect();
    elements.push(item("t0", "number", ""));
    elements.push(input("v", "t59"));
    elements.push(decision("d", "", &["v"], &literal("v")));
    check(
        &sound(&elements),
        "d",
        "{v: {left: {right: {}}}}",
        "{left: {right: {}}}",
    );
}
