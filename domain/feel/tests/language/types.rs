//! `instance of`, conformance and the implicit conversions.

use feel::{Names, Type, Value};

use crate::{evaluate, nulls, scope, table};

#[test]
fn instances() {
    table(&[
        ("1 instance of number", "true"),
        ("-1 instance of number", "true"),
        ("\"a\" instance of string", "true"),
        ("\"a\" instance of number", "false"),
        ("true instance of boolean", "true"),
        ("@\"2018-12-10\" instance of date", "true"),
        ("@\"2018-12-10\" instance of date and time", "false"),
        ("@\"2018-12-10T10:00:00\" instance of date and time", "true"),
        ("@\"10:00:00\" instance of time", "true"),
        ("@\"P1D\" instance of days and time duration", "true"),
        ("@\"P1M\" instance of years and months duration", "true"),
        ("@\"P1M\" instance of days and time duration", "false"),
        ("null instance of Null", "true"),
        ("null instance of Any", "false"),
        ("null instance of string", "false"),
        ("1 instance of Any", "true"),
        ("[1, 2] instance of list<number>", "true"),
        ("[1, \"a\"] instance of list<number>", "false"),
        ("[1, \"a\"] instance of list<Any>", "true"),
        ("[] instance of list<string>", "true"),
        ("1 instance of list<number>", "false"),
        ("[[1]] instance of list<list<number>>", "true"),
        ("{a: 1} instance of context<a: number>", "true"),
        ("{a: 1, b: 2} instance of context<a: number>", "true"),
        ("{a: 1} instance of context<a: number, b: string>", "false"),
        ("{a: 1} instance of context<a: string>", "false"),
        ("{a: 1} instance of context<>", "true"),
        (
            "{first name: \"a\"} instance of context<first name: string>",
            "true",
        ),
        ("[1..2] instance of range<number>", "true"),
        ("[1..2] instance of range<string>", "false"),
        ("(< 2) instance of range<number>", "true"),
        (
            "(function(a: string) a) instance of function<string>->Any",
            "true",
        ),
        (
            "(function(a: string) a) instance of function<number>->Any",
            "false",
        ),
        ("(function(a: Any) a) instance of function<string>->Any", "true"),
        ("(function(a, b) a) instance of function<Any>->Any", "false"),
        ("1 + 2 instance of number", "null"),
        ("(1 + 2) instance of number", "true"),
        ("1 instance of number and true", "true"),
        ("[1 instance of number, 2]", "[true, 2]"),
    ]);
    nulls(&["1 instance of foo", "1 instance of list<foo>"]);
}

#[test]
fn a_callers_types_have_names_too() {
    let mut names = Names::new();
    names.add_type(
        "Postal Address",
        Type::Context(vec![("city".into(), Type::String)]),
    );
    names.add_type("kh.Zone-2", Type::Number);
    for (text, wanted) in [
        ("{city: \"Kep\"} instance of Postal Address", true),
        ("{city: 1} instance of Postal Address", false),
        ("[{city: \"Kep\"}] instance of list<Postal  Address>", true),
        ("1 instance of kh.Zone-2", true),
    ] {
        let value = feel::Expression::parse(text, &names).unwrap().evaluate(&scope());
        assert_eq!(value, Value::from(wanted), "{text}");
    }
}

fn named(name: &str) -> Type {
    Type::named(name).unwrap()
}

#[test]
fn conformance_is_that_of_parts() {
    let list = |item: Type| Type::List(Box::new(item));
    let function = |parameter: Type, result: Type| Type::Function(vec![parameter], Box::new(result));
    let context = |entries: &[(&str, Type)]| {
        Type::Context(
            entries
                .iter()
                .map(|(name, kind)| ((*name).into(), kind.clone()))
                .collect(),
        )
    };
    let (number, string) = (Type::Number, Type::String);
    for (a, b, wanted) in [
        (number.clone(), Type::Any, true),
        (Type::Any, number.clone(), false),
        (Type::Null, number.clone(), true),
        (list(number.clone()), list(Type::Any), true),
        (list(Type::Any), list(number.clone()), false),
        (
            function(Type::Any, number.clone()),
            function(string.clone(), Type::Any),
            true,
        ),
        (
            function(string.clone(), number.clone()),
            function(Type::Any, Type::Any),
            false,
        ),
        (
            context(&[("a", number.clone()), ("b", string.clone())]),
            context(&[("a", Type::Any)]),
            true,
        ),
        (
            context(&[("a", number.clone())]),
            context(&[("a", number.clone()), ("b", string)]),
            false,
        ),
    ] {
        assert_eq!(a.conforms_to(&b), wanted, "{a:?} to {b:?}");
    }
}

#[test]
fn implicit_conversions() {
    for (kind, value, wanted) in [
        (named("number"), "1", Some("1")),
        (named("number"), "[1]", Some("1")),
        (named("number"), "null", Some("null")),
        (named("number"), "[1, 2]", None),
        (named("number"), "\"1\"", None),
        (named("number"), "[\"1\"]", None),
        (named("list"), "1", Some("[1]")),
        (Type::List(Box::new(Type::Number)), "1", Some("[1]")),
        (Type::List(Box::new(Type::Number)), "\"a\"", None),
        (Type::List(Box::new(Type::Number)), "null", Some("null")),
        (Type::List(Box::new(Type::Number)), "[1, \"a\"]", None),
        (
            named("date and time"),
            "@\"2020-01-01\"",
            Some("@\"2020-01-01T00:00:00Z\""),
        ),
        (
            named("date and time"),
            "[@\"2020-01-01\"]",
            Some("@\"2020-01-01T00:00:00Z\""),
        ),
        (named("date"), "@\"2020-01-01T00:00:00\"", None),
        (Type::Any, "[1]", Some("[1]")),
    ] {
        assert_eq!(
            kind.coerce(&evaluate(value)),
            wanted.map(evaluate),
            "{value} to {kind:?}"
        );
    }
}
