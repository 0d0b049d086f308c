//! The requirement graph (DMN 1.5, 6.3).

use crate::given::{asked, check, decision, function, input, literal, model, null, sound};

#[test]
fn decisions_are_made_after_those_that_they_need_whatever_their_order_in_the_file() {
    let model = sound(&[
        decision("c", "", &["a", "b"], &literal("a + b")),
        decision("b", "", &["a"], &literal("a * 10")),
        decision("a", "", &["n"], &literal("n + 1")),
        input("n", "number"),
    ]);
    check(&model, "c", "{n: 1}", "22");
    check(&model, "b", "{n: 1}", "20");
}

#[test]
fn a_decision_that_is_handed_in_is_taken_as_made() {
    let model = sound(&[
        input("n", "number"),
        decision("a", "number", &["n"], &literal("n + 1")),
        decision("b", "", &["a"], &literal("a * 10")),
    ]);
    check(&model, "b", "{a: 7}", "70");
}

#[test]
fn what_is_not_needed_is_not_seen() {
    let people = literal("[{age: 1}][age > 0 and unsaid > 0]");
    let model = sound(&[
        input("n", "number"),
        decision("a", "", &[], &literal("n + 1")),
        decision("b", "", &[], &people),
        "<itemDefinition name=\"person\"><itemComponent name=\"age\"/></itemDefinition>".to_owned(),
    ]);
    null(&model, "a", "{n: 1}", "nothing is named “n” here");
    let unknown: Vec<String> = model.unknown_names().iter().map(ToString::to_string).collect();
    let told = "Draw a requirement to it, or correct the name.";
    assert_eq!(
        unknown,
        [
            format!("line 3, a: nothing is named \u{201c}n\u{201d} here. {told}"),
            format!("line 4, b: nothing is named \u{201c}unsaid\u{201d} here. {told}"),
        ]
    );
}

#[test]
fn an_input_that_is_not_given_is_null_and_said_to_be() {
    let model = sound(&[input("n", "number"), decision("a", "", &["n"], &literal("n"))]);
    null(&model, "a", "{}", "the input n is not given");
    assert_eq!(asked(&model, "a", "{}").causes[0].element, "a");
}

#[test]
fn an_element_is_found_by_its_name_or_its_id() {
    let text = decision("a", "", &[], &literal("1")).replace("id=\"a\"", "id=\"_1\"");
    let model = sound(&[text, input("n", "")]);
    check(&model, "a", "{}", "1");
    check(&model, "_1", "{}", "1");
    let fault = model
        .evaluate("b", &feel::Context::new(), &crate::given::scope())
        .unwrap_err();
    assert!(fault.what.to_string().contains("no decision"), "{fault}");
    assert!(
        model
            .evaluate("n", &feel::Context::new(), &crate::given::scope())
            .is_err()
    );
}

#[test]
fn decisions_in_a_circle_are_refused_and_the_others_are_not() {
    let model = model(&[
        decision("a", "", &["b"], &literal("b")),
        decision("b", "", &["a"], &literal("a")),
        decision("c", "", &["b"], &literal("b")),
        decision("d", "", &[], &literal("1")),
    ]);
    assert_eq!(model.faults().len(), 3);
    null(&model, "a", "{}", "needs itself");
    null(&model, "c", "{}", "needs itself");
    check(&model, "d", "{}", "1");
}

#[test]
fn a_function_may_need_another() {
    let model = sound(&[
        input("n", "number"),
        function("square", "number", &["x: number"], &[], &literal("x * x")),
        function(
            "fourth",
            "number",
            &["x: number"],
            &["fn square"],
            &literal("square(square(x))"),
        ),
        decision("d", "number", &["n", "fn fourth"], &literal("fourth(x: n)")),
    ]);
    check(&model, "d", "{n: 3}", "81");
    check(&model, "fourth", "{x: 2}", "16");
}

#[test]
fn functions_may_call_each_other_and_themselves_as_long_as_the_budget_lasts() {
    let even = literal("if x = 0 then true else odd(x - 1)");
    let odd = literal("if x = 0 then false else even(x - 1)");
    let model = sound(&[
        function("even", "boolean", &["x: number"], &["fn odd"], &even),
        function("odd", "boolean", &["x: number"], &["fn even"], &odd),
        function("endless", "", &["x: number"], &[], &literal("endless(x + 1)")),
    ]);
    check(&model, "even", "{x: 10}", "true");
    check(&model, "even", "{x: 7}", "false");
    assert!(asked(&model, "endless", "{x: 0}").value.is_null());
}

#[test]
fn a_long_chain_of_decisions_is_made_without_going_deep() {
    let count = 3_000;
    let mut elements = vec![decision("d0", "", &[], &literal("0"))];
    for at in 1..count {
        let before = format!("d{}", at - 1);
        elements.push(decision(&format!("d{at}"), "", &[&before], &literal(&before)));
    }
    check(&sound(&elements), &format!("d{}", count - 1), "{}", "0");
}

#[test]
fn the_trace_names_the_tables_that_were_asked_and_the_rules_that_fired() {
    let table = "<decisionTable id=\"t\"><input label=\"How many\"><inputExpression><text>n</text></inputExpression></input>\
                 <output name=\"o\"/>\
                 <rule id=\"r1\"><inputEntry><text>1</text></inputEntry><outputEntry><text>\"one\"</text></outputEntry></rule>\
                 <rule id=\"r2\"><inputEntry><text>2</text></inputEntry><outputEntry><text>\"two\"</text></outputEntry></rule>\
                 </decisionTable>";
    let model = sound(&[
        input("n", "number"),
        decision("a", "string", &["n"], table),
        decision("b", "string", &["a"], &literal("a")),
    ]);
    let outcome = asked(&model, "b", "{n: 2}");
    let [asked] = outcome.trace.as_slice() else {
        panic!("{:?}", outcome.trace)
    };
    assert_eq!((asked.element.as_str(), asked.table.as_deref()), ("a", Some("t")));
    assert_eq!(asked.inputs, [("How many".to_owned(), feel::Value::from(2))]);
    assert_eq!(asked.fired.len(), 1);
    assert_eq!((asked.fired[0].row, asked.fired[0].id.as_str()), (2, "r2"));
    assert_eq!(asked.answer, feel::Value::from("two"));
}
