//! Decision services (DMN 1.5, 5.2.3 and 6.3.9).

use crate::given::{asked, check, decision, input, literal, model, null, sound};

fn service(name: &str, of: &str, parts: &[(&str, &str)]) -> String {
    let of = if of.is_empty() {
        String::new()
    } else {
        format!(" typeRef=\"{of}\"")
    };
    let parts: String = parts
        .iter()
        .map(|(kind, id)| format!("<{kind} href=\"#{id}\"/>"))
        .collect();
    format!(
        "<decisionService id=\"{name}\" name=\"{name}\"><variable name=\"{name}\"{of}/>{parts}</decisionService>"
    )
}

fn priced() -> Vec<String> {
    vec![
        input("n", "number"),
        input("rate", "number"),
        decision("base", "number", &["n"], &literal("n * 100")),
        decision("tax", "number", &["base", "rate"], &literal("base * rate")),
        decision("total", "number", &["base", "tax"], &literal("base + tax")),
    ]
}

fn with(more: &[String]) -> dmn::Model {
    sound(&[priced(), more.to_vec()].concat())
}

#[test]
fn a_service_of_one_output_answers_with_its_value() {
    let parts = [
        ("outputDecision", "total"),
        ("encapsulatedDecision", "tax"),
        ("encapsulatedDecision", "base"),
        ("inputData", "n"),
        ("inputData", "rate"),
    ];
    let call = decision("d", "number", &["fn price"], &literal("price(2, 0.5)"));
    let named = decision("e", "number", &["fn price"], &literal("price(rate: 0.5, n: 2)"));
    let model = with(&[service("price", "number", &parts), call, named]);
    check(&model, "d", "{}", "300");
    check(&model, "e", "{}", "300");
    check(&model, "price", "{n: 1, rate: 0.1}", "110");
}

#[test]
fn a_service_of_several_outputs_answers_with_a_context() {
    let parts = [
        ("outputDecision", "total"),
        ("outputDecision", "tax"),
        ("inputData", "n"),
        ("inputData", "rate"),
    ];
    let call = decision("d", "", &["fn price"], &literal("price(2, 0.5).tax"));
    let model = with(&[service("price", "", &parts), call]);
    check(&model, "price", "{n: 2, rate: 0.5}", "{total: 300, tax: 100}");
    check(&model, "d", "{}", "100");
}

#[test]
fn a_decision_that_is_handed_to_a_service_is_not_made_in_it() {
    let parts = [
        ("outputDecision", "total"),
        ("encapsulatedDecision", "tax"),
        ("inputDecision", "base"),
        ("inputData", "rate"),
    ];
    let call = decision("d", "", &["fn price"], &literal("price(0.5, 10)"));
    let model = with(&[service("price", "", &parts), call]);
    check(&model, "price", "{base: 10, rate: 0.5}", "15");
    check(&model, "d", "{}", "15");
}

#[test]
fn a_service_does_not_see_the_inputs_around_its_call() {
    let parts = [("outputDecision", "base")];
    let call = decision("d", "", &["n", "fn price"], &literal("price()"));
    let model = with(&[service("price", "", &parts), call]);
    assert!(asked(&model, "d", "{n: 2}").value.is_null());
}

#[test]
fn arguments_and_the_answer_are_brought_to_their_types() {
    let parts = [("outputDecision", "base"), ("inputData", "n")];
    let call = decision("d", "", &["fn price"], &literal("price([2])"));
    let model = with(&[service("price", "string", &parts), call.clone()]);
    null(&model, "d", "{}", "price is a number 200, which is no string");
    check(&with(&[service("price", "", &parts), call]), "d", "{}", "200");
}

#[test]
fn a_service_that_calls_itself_ends_with_the_budget() {
    let parts = [("outputDecision", "again"), ("inputData", "n")];
    let model = with(&[
        service("price", "", &parts),
        decision("again", "", &["n", "fn price"], &literal("price(n + 1)")),
    ]);
    assert!(asked(&model, "again", "{n: 2}").value.is_null());
}

#[test]
fn a_service_of_what_there_is_not_is_refused_alone() {
    let parts = [("outputDecision", "nothing")];
    let model = model(
        &[
            priced(),
            vec![service("price", "", &parts), service("empty", "", &[])],
        ]
        .concat(),
    );
    assert_eq!(model.faults().len(), 3, "{:?}", model.faults());
    null(&model, "price", "{}", "no such element");
    null(&model, "empty", "{}", "no output decision");
    check(&model, "total", "{n: 1, rate: 0}", "100");
}
