//! Functions written in FEEL, functions of the caller's, and invocations.

use std::sync::Arc;

use feel::{Callable, Expression, Function, Names, Parameter, Scope, Type, Value, said};

use crate::{evaluate, nulls, scope, table};

#[test]
fn functions_are_values() {
    table(&[
        ("(function(x) x + 1)(2)", "3"),
        ("(function() 5)()", "5"),
        ("{f: function(a, b) a - b, r: f(b: 1, a: 5)}.r", "4"),
        ("{f: function(a: number) a, r: f(1)}.r", "1"),
        ("{f: function(a: number) a, r: f([1])}.r", "1"),
        ("{f: function(a: list<number>) a, r: f(1)}.r", "[1]"),
        ("{f: function(a: string) a, r: f(null)}.r", "null"),
        ("{x: 1, f: function() x, r: {x: 2, s: f()}}.r.s", "1"),
        ("{add: function(x) function(y) x + y, r: add(1)(2)}.r", "3"),
        ("[abs, floor][1](-5)", "5"),
        ("{f: count}.f([1, 2])", "2"),
        (
            "(for f in [function(x) x, function(x) x * 2] return f(3))",
            "[3, 6]",
        ),
        (
            "{twice: function(f, x) f(f(x)), r: twice(function(x) x * x, 3)}.r",
            "81",
        ),
    ]);
    nulls(&[
        "(function(x) x)()",
        "(function(x) x)(1, 2)",
        "(function(x) x)(y: 1)",
        "{f: function(a: string) \"x\", r: f(1)}.r",
        "{f: function(a: list<string>) \"x\", r: f([1])}.r",
        "foo()",
        "1(2)",
        "null(1)",
        "\"abs\"(1)",
    ]);
}

#[test]
fn built_in_functions_take_arguments_by_position_or_by_name() {
    table(&[
        ("substring(string: \"foobar\", start position: 3)", "\"obar\""),
        (
            "substring(length: 3, start position: 3, string: \"foobar\")",
            "\"oba\"",
        ),
        ("contains(match: \"o\", string: \"foo\")", "true"),
        ("date(year: 2020, month: 1, day: 2)", "@\"2020-01-02\""),
        ("before(point1: 1, point2: 2)", "true"),
        ("before(point: 1, range: [2..3])", "true"),
        ("get value(m: {a: 1}, key: \"a\")", "1"),
        ("sort(list: [2, 1], precedes: function(x, y) x < y)", "[1, 2]"),
        ("count(list: [1])", "1"),
        ("min(list: [2, 1])", "1"),
        ("not(negand: true)", "false"),
        ("decimal(n: 1.25, scale: 1)", "1.2"),
        ("time(hour: 1, minute: 2, second: 3)", "@\"01:02:03\""),
    ]);
    nulls(&[
        "substring(text: \"foobar\", start position: 3)",
        "substring(string: \"foobar\")",
        "contains(\"foo\")",
        "contains(\"foo\", \"o\", \"x\")",
        "abs()",
        "now(1)",
    ]);
}

#[test]
fn lists_of_one_stand_for_their_item_where_no_list_is_wanted() {
    table(&[
        ("abs([-1])", "1"),
        ("contains([\"foo\"], [\"o\"])", "true"),
        ("substring([\"foobar\"], [3])", "\"obar\""),
        ("count(1)", "1"),
        ("append(1, 2)", "[1, 2]"),
        ("concatenate(1, [2], 3)", "[1, 2, 3]"),
        ("not([true])", "false"),
        ("date([\"2020-01-01\"])", "@\"2020-01-01\""),
    ]);
    nulls(&[
        "abs([1, 2])",
        "abs([])",
        "count(null)",
        "contains([\"a\", \"b\"], \"a\")",
    ]);
}

/// A business knowledge model: how much dearer.
struct Surcharge {
    parameters: Vec<Parameter>,
}

impl Callable for Surcharge {
    fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    fn result(&self) -> Type {
        Type::Number
    }

    fn call(&self, arguments: &[Value], scope: &Scope) -> Value {
        match arguments {
            [Value::Number(fee), Value::Number(rate)] => fee.times(rate).map_or(Value::NULL, Value::Number),
            _ => scope.null(said!("fee and rate are numbers")),
        }
    }
}

#[test]
fn a_callers_function_is_invoked_like_any_other() {
    let parameter = |name: &str| Parameter {
        name: Arc::from(name),
        kind: Type::Number,
    };
    let surcharge = Surcharge {
        parameters: vec![parameter("base fee"), parameter("rate")],
    };
    let mut scope = scope();
    scope.insert("surcharge of", Value::Function(Function::new(surcharge)));
    let names: Names = ["surcharge of"].into_iter().collect();
    let evaluate_here = |text| Expression::parse(text, &names).unwrap().evaluate(&scope);
    assert_eq!(evaluate_here("surcharge of(10, 1.5)"), evaluate("15"));
    assert_eq!(
        evaluate_here("surcharge of(rate: 2, base fee: [10])"),
        evaluate("20")
    );
    assert_eq!(
        evaluate_here("surcharge of instance of function<number, number> -> number"),
        evaluate("true")
    );
    assert_eq!(evaluate_here("surcharge of(10, \"x\")"), Value::NULL);
    assert_eq!(
        evaluate_here("surcharge of(10, null)")
            .cause()
            .map(|cause| cause.reason().to_string()),
        Some("fee and rate are numbers".to_owned())
    );
}

#[test]
fn a_function_can_be_invoked_from_outside() {
    let value = evaluate("function(x) x + 1");
    let Value::Function(function) = &value else {
        panic!("{value}")
    };
    assert_eq!(function.call(vec![Value::from(1)], &scope()), Value::from(2));
    assert!(function.call(vec![], &scope()).cause().is_some());
}
