//! Boxed expressions (DMN 1.5, 7.3 and 10.2).

use crate::given::{asked, check, decision, formal, function, input, literal, null, sound};

fn entry(name: &str, of: &str, value: &str) -> String {
    let of = if of.is_empty() {
        String::new()
    } else {
        format!(" typeRef=\"{of}\"")
    };
    format!("<contextEntry><variable name=\"{name}\"{of}/>{value}</contextEntry>")
}

fn only(logic: &str) -> dmn::Model {
    sound(&[input("n", "number"), decision("d", "", &["n"], logic)])
}

#[test]
fn a_literal_expression_sees_what_its_decision_needs() {
    let model = sound(&[
        input("Monthly Fee", "number"),
        decision(
            "Yearly Fee",
            "number",
            &["Monthly Fee"],
            &literal("Monthly Fee * 12"),
        ),
        decision(
            "Text",
            "string",
            &["Yearly Fee"],
            &literal("\"KHR \" + string(Yearly Fee)"),
        ),
    ]);
    check(&model, "Text", "{Monthly Fee: 100}", "\"KHR 1200\"");
}

#[test]
fn a_context_without_a_result_is_a_context() {
    let logic = format!(
        "<context>{}{}</context>",
        entry("half of it", "number", &literal("n / 2")),
        entry("twice", "", &literal("half of it * 4"))
    );
    check(&only(&logic), "d", "{n: 3}", "{half of it: 1.5, twice: 6}");
}

#[test]
fn a_context_with_a_result_is_its_result() {
    let result = format!("<contextEntry>{}</contextEntry>", literal("a + 1"));
    let logic = format!("<context>{}{result}</context>", entry("a", "", &literal("n * n")));
    check(&only(&logic), "d", "{n: 3}", "10");
}

#[test]
fn an_entry_is_brought_to_its_type() {
    let logic = format!(
        "<context>{}{}</context>",
        entry("a", "number", &literal("[n]")),
        entry("b", "string", &literal("n"))
    );
    let model = only(&logic);
    check(&model, "d", "{n: 3}", "{a: 3, b: null}");
    let causes = asked(&model, "d", "{n: 3}").causes;
    assert!(causes.iter().any(|known| {
        known
            .cause
            .reason()
            .to_string()
            .contains("b is a number 3, which is no string")
    }));
}

#[test]
fn a_list_and_a_relation_hold_expressions() {
    check(
        &only(&format!("<list>{}{}</list>", literal("n"), literal("n + 1"))),
        "d",
        "{n: 3}",
        "[3, 4]",
    );
    check(&only("<list/>"), "d", "{n: 3}", "[]");
    let row = |a: &str, b: &str| format!("<row>{}{}</row>", literal(a), literal(b));
    let logic = format!(
        "<relation><column name=\"a name\" typeRef=\"string\"/><column name=\"b\"/>{}{}</relation>",
        row("\"x\"", "n"),
        row("n", "null")
    );
    check(
        &only(&logic),
        "d",
        "{n: 3}",
        "[{a name: \"x\", b: 3}, {a name: null, b: null}]",
    );
}

#[test]
fn a_function_is_invoked_with_arguments_by_name() {
    let binding = |name: &str, value: &str| {
        format!(
            "<binding><parameter name=\"{name}\"/>{}</binding>",
            literal(value)
        )
    };
    let call = |bindings: &str| format!("<invocation>{}{bindings}</invocation>", literal("less"));
    let model = |bindings: &str| {
        sound(&[
            input("n", "number"),
            function(
                "less",
                "number",
                &["the first: number", "second"],
                &[],
                &literal("the first - second"),
            ),
            decision("d", "number", &["n", "fn less"], &call(bindings)),
        ])
    };
    let both = [binding("second", "n"), binding("the first", "10")].concat();
    check(&model(&both), "d", "{n: 3}", "7");
    let missing = "<binding><parameter name=\"second\"/></binding>".to_owned() + &binding("the first", "10");
    assert!(asked(&model(&missing), "d", "{n: 3}").value.is_null());
    let wrong = [binding("second", "n"), binding("third", "10")].concat();
    assert!(asked(&model(&wrong), "d", "{n: 3}").value.is_null());
}

#[test]
fn a_function_made_in_a_context_is_called_in_a_later_entry_and_may_call_itself() {
    let body = literal("if k <= 1 then 1 else k * factorial(k - 1)");
    let made = format!(
        "<functionDefinition>{}{body}</functionDefinition>",
        formal(&["k: number"])
    );
    let result = format!("<contextEntry>{}</contextEntry>", literal("factorial(n)"));
    let logic = format!(
        "<context>{}{result}</context>",
        entry("factorial", "number", &made)
    );
    check(&only(&logic), "d", "{n: 5}", "120");
}

#[test]
fn a_function_sees_the_names_that_stood_where_it_was_made() {
    let made = format!(
        "<functionDefinition>{}{}</functionDefinition>",
        formal(&["k"]),
        literal("k + a")
    );
    let result = format!(
        "<contextEntry>{}</contextEntry>",
        literal("for k in [1, 2] return f(k)")
    );
    let entries = [entry("a", "", &literal("n * 100")), entry("f", "", &made), result].concat();
    check(
        &only(&format!("<context>{entries}</context>")),
        "d",
        "{n: 3}",
        "[301, 302]",
    );
}

#[test]
fn a_conditional_takes_the_first_where_its_condition_is_true() {
    let logic = format!(
        "<conditional><if>{}</if><then>{}</then><else>{}</else></conditional>",
        literal("n > 2"),
        literal("\"much\""),
        literal("\"little\"")
    );
    let model = only(&logic);
    check(&model, "d", "{n: 3}", "\"much\"");
    check(&model, "d", "{n: 1}", "\"little\"");
    check(&model, "d", "{n: null}", "\"little\"");
}

#[test]
fn a_filter_keeps_the_items_that_match() {
    let filter = |list: &str, test: &str| {
        only(&format!(
            "<filter><in>{}</in><match>{}</match></filter>",
            literal(list),
            literal(test)
        ))
    };
    check(&filter("[1, 2, 3, 4]", "item > n"), "d", "{n: 2}", "[3, 4]");
    check(&filter("[{a: 1}, {a: 2}]", "a = n"), "d", "{n: 2}", "[{a: 2}]");
    check(&filter("5", "item > n"), "d", "{n: 2}", "[5]");
    check(&filter("[1, 2, 3]", "null"), "d", "{n: 2}", "[]");
    check(&filter("[\"a\", \"b\", \"c\"]", "n"), "d", "{n: 2}", "\"b\"");
    check(&filter("[\"a\", \"b\", \"c\"]", "n"), "d", "{n: -1}", "\"c\"");
    null(&filter("[\"a\"]", "n"), "d", "{n: 2}", "no item 2");
    null(&filter("[1]", "\"yes\""), "d", "{n: 2}", "no answer");
    check(&filter("null", "true"), "d", "{n: 2}", "[]");
}

fn looped(kind: &str, list: &str, part: &str, body: &str) -> dmn::Model {
    only(&format!(
        "<{kind} iteratorVariable=\"the item\"><in>{}</in><{part}>{}</{part}></{kind}>",
        literal(list),
        literal(body)
    ))
}

#[test]
fn a_loop_computes_for_each_item() {
    let each = |list: &str, body: &str| looped("for", list, "return", body);
    check(&each("[1, 2]", "the item * n"), "d", "{n: 3}", "[3, 6]");
    check(&each("[1..n]", "the item"), "d", "{n: 3}", "[1, 2, 3]");
    check(&each("[]", "the item"), "d", "{n: 3}", "[]");
    check(
        &each("[1, 2, 3]", "the item + sum(concatenate([0], partial))"),
        "d",
        "{n: 3}",
        "[1, 3, 7]",
    );
}

#[test]
fn every_and_some_ask_each_item() {
    let every = |list: &str| looped("every", list, "satisfies", "the item < n");
    let some = |list: &str| looped("some", list, "satisfies", "the item < n");
    check(&every("[1, 2]"), "d", "{n: 3}", "true");
    check(&every("[1, 3]"), "d", "{n: 3}", "false");
    check(&every("[]"), "d", "{n: 3}", "true");
    check(&every("[\"a\", 5]"), "d", "{n: 3}", "false");
    check(&every("[\"a\", 1]"), "d", "{n: 3}", "null");
    check(&some("[5, 1]"), "d", "{n: 3}", "true");
    check(&some("[5, 6]"), "d", "{n: 3}", "false");
    check(&some("[]"), "d", "{n: 3}", "false");
    check(&some("[\"a\", 1]"), "d", "{n: 3}", "true");
    check(&some("[\"a\", 5]"), "d", "{n: 3}", "null");
}

#[test]
fn boxed_expressions_stand_within_each_other() {
    let inner = format!(
        "<list>{}<context>{}</context></list>",
        literal("n"),
        entry("deep", "", &literal("n"))
    );
    let logic = format!(
        "<conditional><if>{}</if><then>{inner}</then><else>{}</else></conditional>",
        literal("true"),
        literal("0")
    );
    check(&only(&logic), "d", "{n: 3}", "[3, {deep: 3}]");
}
