//! The cells of decision tables.

use feel::{Names, Range, SimpleKind, SimpleTest, SimpleTests, UnaryTests, Value};

use crate::{evaluate, test};

#[test]
fn cells() {
    for (tests, input, wanted) in [
        ("-", "1", "true"),
        ("-", "null", "true"),
        (" - ", "1", "true"),
        ("1", "1", "true"),
        ("-1", "-1", "true"),
        ("1, 2", "2", "true"),
        ("1, 2", "3", "false"),
        ("\"a\", \"b\"", "\"b\"", "true"),
        ("< 5", "4", "true"),
        ("<5,>10", "11", "true"),
        (">= 5", "5", "true"),
        ("= 5", "5", "true"),
        ("!= 5", "5", "false"),
        ("!= 5", "6", "true"),
        ("[1..5]", "5", "true"),
        ("[1..5)", "5", "false"),
        ("]1..5[", "1", "false"),
        ("not(1, 2)", "3", "true"),
        ("not(1, 2)", "2", "false"),
        ("not(\"a\")", "\"b\"", "true"),
        ("not(< 5)", "4", "false"),
        ("not([1..5])", "6", "true"),
        ("not(null)", "null", "false"),
        ("null", "null", "true"),
        ("null", "1", "false"),
        ("? > 3", "5", "true"),
        ("? > 3 and ? < 6", "7", "false"),
        ("not(?) and true", "false", "true"),
        ("contains(?, \"a\")", "\"cat\"", "true"),
        ("not(contains(?, \"a\"))", "\"cat\"", "false"),
        ("[1, 2, 3]", "2", "true"),
        ("[1, 2, 3]", "[1, 2, 3]", "true"),
        ("[[1..3], 9]", "2", "true"),
        ("(< 5)", "4", "true"),
        ("true", "true", "true"),
        ("true", "false", "false"),
        ("false", "false", "true"),
        ("true, false", "false", "true"),
        ("@\"2020-01-01\"", "@\"2020-01-01\"", "true"),
        ("date(\"2020-01-01\")", "@\"2020-01-01\"", "true"),
        ("> date(\"2020-01-01\")", "@\"2020-01-02\"", "true"),
        ("[@\"P1D\"..@\"P2D\"]", "@\"PT36H\"", "true"),
        ("1 + 1", "2", "true"),
        ("count(?) > 1", "[1, 2]", "true"),
        ("every x in ? satisfies x > 0", "[1, 2]", "true"),
        ("?.a = 1", "{a: 1}", "true"),
        ("{a: 1}", "{a: 1}", "true"),
        ("1, null", "null", "true"),
        ("< 5", "null", "null"),
        ("[1..5]", "null", "null"),
        ("\"a\"", "1", "null"),
        ("< 5", "\"a\"", "null"),
        ("< 5, null", "null", "true"),
        ("= 5, = 6", "6", "true"),
        ("1 = 1", "5", "true"),
        ("if ? > 1 then true else false", "5", "true"),
    ] {
        assert_eq!(test(tests, input), evaluate(wanted), "`{tests}` of {input}");
    }
}

fn simple(tests: &str) -> Option<SimpleTests> {
    UnaryTests::parse(tests, &Names::new()).unwrap().simple()
}

fn kinds(tests: &str) -> Option<Vec<SimpleKind>> {
    match simple(tests)? {
        SimpleTests::AnyOf(tests) | SimpleTests::NoneOf(tests) => {
            Some(tests.into_iter().map(|test| test.kind).collect())
        }
        SimpleTests::Any => None,
    }
}

#[test]
fn tests_against_literals_are_recognised() {
    assert_eq!(simple("-"), Some(SimpleTests::Any));
    assert!(matches!(simple("not(1)"), Some(SimpleTests::NoneOf(_))));
    assert_eq!(
        kinds("1, \"a\", != 2, date(\"2020-01-01\")"),
        Some(vec![
            SimpleKind::Equal(evaluate("1")),
            SimpleKind::Equal(evaluate("\"a\"")),
            SimpleKind::Unequal(evaluate("2")),
            SimpleKind::Equal(evaluate("@\"2020-01-01\"")),
        ])
    );
    let range = |text| match evaluate(text) {
        Value::Range(range) => Range::clone(&range),
        other => panic!("{other}"),
    };
    assert_eq!(
        kinds("< 5, >= 6, [1..5), (> 7)"),
        Some(
            ["(< 5)", "(>= 6)", "[1..5)", "(> 7)"]
                .map(|text| SimpleKind::Within(range(text)))
                .to_vec()
        )
    );
    assert_eq!(
        kinds("[1, \"a\"]"),
        Some(vec![SimpleKind::In(vec![evaluate("1"), evaluate("\"a\"")])])
    );
    for other in [
        "x",
        "? > 1",
        "1 + 1",
        "[5..1]",
        "< true",
        "[1..x]",
        "date(\"foo\")",
        "date(\"10:00:00\")",
    ] {
        assert_eq!(simple(other), None, "{other}");
    }
}

#[test]
fn a_simple_test_says_where_it_stands() {
    let Some(SimpleTests::AnyOf(tests)) = simple("1, [2..3]") else {
        panic!()
    };
    let spans: Vec<&str> = tests
        .iter()
        .map(|SimpleTest { span, .. }| span.of("1, [2..3]"))
        .collect();
    assert_eq!(spans, ["1", "[2..3]"]);
}

#[test]
fn a_simple_view_says_what_the_tests_say() {
    let inputs = [
        "1",
        "5",
        "6",
        "null",
        "\"a\"",
        "true",
        "@\"2020-01-01\"",
        "[1, 2]",
    ];
    for tests in [
        "1",
        "1, 5",
        "< 5",
        ">= 5, 1",
        "[1..5)",
        "not(1, [5..6])",
        "[1, 5]",
        "!= 5",
        "\"a\"",
        "true",
    ] {
        let view = simple(tests).unwrap();
        for input in inputs {
            let said = test(tests, input).as_boolean() == Some(true);
            let (list, negated) = match &view {
                SimpleTests::AnyOf(list) => (list, false),
                SimpleTests::NoneOf(list) => (list, true),
                SimpleTests::Any => panic!(),
            };
            let any = list.iter().any(|test| holds(&test.kind, &evaluate(input)));
            // A test that cannot be made is neither, so that its negation does not hold either.
            assert!(!(said && any == negated), "`{tests}` of {input}");
            assert!(negated || said == any, "`{tests}` of {input}");
        }
    }
}

fn holds(kind: &SimpleKind, input: &Value) -> bool {
    match kind {
        SimpleKind::Equal(value) => feel::equal(input, value) == Some(true),
        SimpleKind::Unequal(value) => feel::equal(input, value) == Some(false),
        SimpleKind::In(values) => values.iter().any(|value| feel::equal(input, value) == Some(true)),
        SimpleKind::Within(range) => range.contains(input) == Some(true),
    }
}
