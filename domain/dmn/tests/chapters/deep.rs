//! What would cost too much ends early, and no depth overflows the stack.

use crate::given::{asked, check, decision, formal, function, input, literal, model, sound, value};
use feel::{Budget, Context, Scope};
use jiff::Timestamp;
use jiff::tz::TimeZone;

fn conditional(then: &str) -> String {
    format!(
        "<conditional><if>{}</if><then>{then}</then><else>{}</else></conditional>",
        literal("true"),
        literal("null")
    )
}

#[test]
fn boxed_expressions_nested_to_the_limit_of_a_file_are_read_and_evaluated() {
    let mut logic = literal("n");
    for _ in 0..50 {
        logic = conditional(&logic);
    }
    let model = sound(&[input("n", ""), decision("d", "", &["n"], &logic)]);
    check(&model, "d", "{n: 1}", "1");
}

#[test]
fn endless_recursion_through_boxed_expressions_ends() {
    let mut body = literal("f(x + 1)");
    for _ in 0..50 {
        body = conditional(&body);
    }
    let call = format!(
        "<invocation>{}<binding><parameter name=\"x\"/>{}</binding></invocation>",
        literal("g"),
        literal("x + 1")
    );
    let table = "<decisionTable><output/><rule><outputEntry><text>h(x + 1)</text></outputEntry></rule></decisionTable>";
    let within = "if true then (if true then (if true then j(x + 1) else 0) else 0) else 0";
    let model = sound(&[
        function("f", "", &["x"], &[], &body),
        function("j", "", &["x"], &[], &literal(within)),
        function("g", "", &["x"], &[], &call),
        function("h", "", &["x"], &[], table),
        function(
            "i",
            "",
            &["x"],
            &[],
            &conditional(&literal("if true then (if true then i(x + 1) else 0) else 0")),
        ),
    ]);
    for name in ["f", "g", "h", "i", "j"] {
        assert!(asked(&model, name, "{x: 0}").value.is_null(), "{name}");
    }
}

#[test]
fn functions_that_saw_functions_without_end_are_let_go() {
    let made = format!(
        "<functionDefinition>{}{}</functionDefinition>",
        formal(&["y"]),
        literal("x")
    );
    let model = sound(&[
        function("wrap", "", &["x"], &[], &made),
        decision(
            "d",
            "",
            &["fn wrap"],
            &literal("count(for i in 1..4000 return wrap(partial[-1]))"),
        ),
    ]);
    let large = Budget {
        steps: 100_000_000,
        ..Budget::default()
    };
    let scope = Scope::within(Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC), large);
    let outcome = model.evaluate("d", &Context::new(), &scope).unwrap();
    assert_eq!(outcome.value, value("4000"), "{:?}", outcome.causes);
}

#[test]
fn work_beyond_the_budget_is_null_with_its_reason() {
    let body = literal("for i in 1..1000 return for j in 1..1000 return i * j");
    let model = sound(&[decision("d", "", &[], &body)]);
    let small = Budget {
        steps: 10_000,
        ..Budget::default()
    };
    let scope = Scope::within(Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC), small);
    let outcome = model.evaluate("d", &Context::new(), &scope).unwrap();
    assert!(outcome.value.is_null());
    assert!(!outcome.causes.is_empty());
}

#[test]
fn a_loop_whose_body_costs_nothing_ends_too() {
    let list = "<list/>";
    let each = |body: &str| {
        format!(
            "<for iteratorVariable=\"i\"><in>{}</in><return>{body}</return></for>",
            literal("[1..10000]")
        )
    };
    let model = sound(&[decision("d", "", &[], &each(&each(&each(list))))]);
    let small = Budget {
        steps: 200_000,
        ..Budget::default()
    };
    let scope = Scope::within(Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC), small);
    assert!(
        model
            .evaluate("d", &Context::new(), &scope)
            .unwrap()
            .value
            .is_null()
    );
}

#[test]
fn a_model_of_too_many_names_for_its_elements_is_refused() {
    let mut elements: Vec<String> = (0..2_000)
        .map(|at| decision(&format!("d{at}"), "", &[], "<list/>"))
        .collect();
    let parts: String = (0..2_000)
        .map(|at| format!("<itemComponent name=\"a {at}\"/>"))
        .collect();
    elements.push(format!("<itemDefinition name=\"t\">{parts}</itemDefinition>"));
    let faults = model(&elements).faults().to_vec();
    assert!(
        faults[0].what.to_string().contains("too many names"),
        "{faults:?}"
    );
}

#[test]
fn tables_beyond_the_bound_of_work_are_null_with_the_reason_and_the_trace_ends_before() {
    // Each time two thousand rules count as looked at, though the first that matches is the last that is.
    let rules = "<rule><outputEntry><text>1</text></outputEntry></rule>".repeat(2_000);
    let table = format!("<decisionTable hitPolicy=\"FIRST\"><output/>{rules}</decisionTable>");
    let model = sound(&[
        function("f", "", &["x"], &[], &table),
        decision("d", "", &["fn f", "n"], &literal("for x in 1..n return f(x)")),
        input("n", "number"),
    ]);
    let large = Budget {
        steps: 100_000_000,
        ..Budget::default()
    };
    let scope = Scope::within(Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC), large);
    let ones = |times: i64| {
        let outcome = model
            .evaluate("d", &Context::from_iter([("n", times)]), &scope)
            .unwrap();
        let answers = outcome.value.as_list().unwrap_or_default();
        let ones = answers.iter().filter(|answer| **answer == value("1")).count();
        (ones, outcome)
    };
    let (few, traced) = ones(900);
    assert_eq!((few, traced.trace.len()), (900, 900));
    let (most, traced) = ones(2_600);
    assert!((2_400..=2_500).contains(&most), "{most}");
    assert_eq!(traced.trace.len(), 1_000);
    let last = traced.causes.last().map(|known| known.cause.reason().to_string());
    assert!(
        last.as_ref().is_some_and(|last| last.contains("too much work")),
        "{last:?}"
    );
}

#[test]
fn a_table_of_a_thousand_rules_is_read_and_asked() {
    let rules: String = (0..1_000)
        .map(|at| {
            format!("<rule><inputEntry><text>{at}</text></inputEntry><outputEntry><text>{}</text></outputEntry></rule>", at * 2)
        })
        .collect();
    let table = format!(
        "<decisionTable><input><inputExpression><text>n</text></inputExpression></input><output/>{rules}</decisionTable>"
    );
    let model = sound(&[input("n", "number"), decision("d", "number", &["n"], &table)]);
    assert_eq!(asked(&model, "d", "{n: 777}").value, value("1554"));
}
