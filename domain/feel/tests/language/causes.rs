//! Nulls say where they came from.

use feel::{Expression, Names};

use crate::{evaluate, scope};

#[test]
fn a_null_goes_on_with_its_cause() {
    for (text, part, reason) in [
        ("(1 / 0) + 1", "1 / 0", "a number cannot be divided by zero"),
        (
            "abs(\"a\")",
            "abs(\"a\")",
            "the argument `n` is a string and should be a number",
        ),
        ("{a: 1}.b.c.d", "{a: 1}.b", "the context has no entry `b`"),
        ("x + 1", "x", "nothing is named “x” here"),
        ("1 + null", "1 + null", "a value that it needs is missing"),
        (
            "2 * (3 / (1 - 1))",
            "3 / (1 - 1)",
            "a number cannot be divided by zero",
        ),
        (
            "date(\"foo\") < @\"2020-01-01\"",
            "date(\"foo\")",
            "`foo` is not a date",
        ),
        ("1 +\n \"a\"", "1 +\n \"a\"", "cannot add number and string"),
    ] {
        let value = evaluate(text);
        let cause = value.cause().unwrap_or_else(|| panic!("{text} is {value}"));
        assert_eq!(
            (cause.text(), &*cause.reason().to_string()),
            (part, reason),
            "{text}"
        );
    }
    assert_eq!(evaluate("null").cause(), None);
}

#[test]
fn causes_are_collected_in_order() {
    let scope = scope();
    let text = "[1 / 0,\n abs(null),\n 3]";
    let value = Expression::parse(text, &Names::new()).unwrap().evaluate(&scope);
    assert_eq!(value, evaluate("[null, null, 3]"));
    let causes: Vec<String> = scope.causes().iter().map(ToString::to_string).collect();
    assert_eq!(
        causes,
        [
            "1:2: `1 / 0`: a number cannot be divided by zero",
            "2:2: `abs(null)`: the argument `n` is null and should be a number",
        ]
    );
}

#[test]
fn no_more_causes_are_kept_than_people_read() {
    let scope = scope();
    let value = Expression::parse("for i in 1..1000 return 1 / 0", &Names::new())
        .unwrap()
        .evaluate(&scope);
    assert_eq!(value.as_list().map(<[_]>::len), Some(1000));
    assert_eq!(scope.causes().len(), 100);
}
