//! What is too deep, too long or too large ends with a cause.

use std::fmt::Write;

use feel::{Budget, Expression, Names, Scope, UnaryTests, Value};

use crate::scope;

fn within(text: &str, budget: Budget) -> Value {
    let scope = Scope::within("2026-11-25T10:30:00Z[UTC]".parse().unwrap(), budget);
    Expression::parse(text, &Names::new()).unwrap().evaluate(&scope)
}

fn reason(value: &Value) -> String {
    value
        .cause()
        .map_or_else(String::new, |cause| cause.reason().to_string())
}

#[test]
fn what_is_nested_too_deep_is_refused() {
    for (open, inner, close) in [
        ("(", "1", ")"),
        ("[", "1", "]"),
        ("{a: ", "1", "}"),
        ("-", "x", ""),
        ("if true then 1 else ", "1", ""),
        ("for i in 1..2 return ", "1", ""),
        ("function() ", "1", ""),
        ("abs(", "1", ")"),
        ("1 in (", "1", ")"),
        ("x[", "1", "]"),
        ("[1..", "1", "]"),
        ("(1..", "1", "]"),
        ("(< ", "1", ")"),
        ("[< ", "1", "]"),
        ("some x in ", "1", " satisfies true"),
        ("1 instance of list<", "number", ">"),
        ("function(a: list<", "number", ">) 1"),
        ("not(", "true", ")"),
        ("1 in (1 in (", "1", ") )"),
    ] {
        for count in [50, 200, 100_000] {
            let text = format!("{}{inner}{}", open.repeat(count), close.repeat(count));
            let read = Expression::parse(&text, &Names::new());
            if count > 100 {
                assert!(read.is_err(), "{count} of {open}");
            } else if let Ok(read) = read {
                let _ = read.evaluate(&scope());
            }
            let _ = UnaryTests::parse(&text, &Names::new());
        }
    }
}

/// Each word more makes the name longer that is looked up: without a bound a file of this size is read for hours.
#[test]
fn the_name_of_a_type_is_looked_for_in_a_bounded_number_of_words() {
    for separator in [" ", ".", "-"] {
        let text = format!("1 instance of {}", format!("a{separator}").repeat(490_000));
        assert!(Expression::parse(&text, &Names::new()).is_err());
    }
    let mut names = Names::new();
    names.add_type("a b c", feel::Type::Number);
    let read = Expression::parse("1 instance of a b c and true", &names).unwrap();
    assert_eq!(read.evaluate(&scope()), Value::from(true));
}

#[test]
fn long_chains_are_not_deep() {
    let sum = vec!["1"; 50_000].join(" + ");
    assert_eq!(within(&sum, Budget::default()), Value::from(50_000));
    let all = vec!["true"; 50_000].join(" and ");
    assert_eq!(within(&all, Budget::default()), Value::from(true));
    let path = format!("{{a: 1}}{}", ".a".repeat(50_000));
    assert!(within(&path, Budget::default()).is_null());
    let list = format!("[{}]", vec!["1"; 50_000].join(","));
    assert_eq!(
        within(&list, Budget::default()).as_list().map(<[_]>::len),
        Some(50_000)
    );
}

#[test]
fn an_endless_recursion_ends() {
    let text = "{f: function(n) f(n + 1), r: f(1)}.r";
    assert_eq!(
        reason(&within(text, Budget::default())),
        "expressions and invocations are too deep within each other"
    );
    let y = "{f: function(g) g(g), r: f(f)}.r";
    assert!(within(y, Budget::default()).is_null());
}

#[test]
fn a_long_loop_ends() {
    for text in [
        "for i in 1..1000000000000 return i",
        "some i in 1..1000000000000 satisfies i < 0",
        "for i in 1..100000, j in 1..100000, k in 1..100000 return 1",
        "count(for i in 1..10000000 return for j in 1..10000000 return i)",
    ] {
        assert!(
            within(
                text,
                Budget {
                    steps: 200_000,
                    ..Budget::default()
                }
            )
            .is_null(),
            "{text}"
        );
    }
}

#[test]
fn values_that_double_are_bounded() {
    let mut text = String::from("{a0: \"0123456789\"");
    for at in 1..60 {
        write!(text, ", a{at}: a{} + a{}", at - 1, at - 1).unwrap();
    }
    text.push_str("}.a59");
    assert!(within(&text, Budget::default()).is_null());

    let doubled = |then: &str| {
        let mut text = String::from("{a0: [1]");
        for at in 1..60 {
            write!(text, ", a{at}: [a{}, a{}]", at - 1, at - 1).unwrap();
        }
        let again = text.get(1..).unwrap().replace('a', "b");
        format!("{text}, {again}, r: {then}}}.r")
    };
    for then in [
        "string(a59)",
        "flatten(a59)",
        "a59 = b59",
        "list contains([a59], b59)",
        "distinct values([a59, b59])",
    ] {
        let value = within(&doubled(then), Budget::default());
        assert!(
            value.is_null() || value.as_boolean() == Some(false) || value.as_list().is_some(),
            "{then}"
        );
    }
}

#[test]
fn walks_through_values_that_share_their_parts_are_bounded() {
    let mut text = String::from("{a0: [1]");
    for at in 1..60 {
        write!(text, ", a{at}: [a{}, a{}]", at - 1, at - 1).unwrap();
    }
    let kind = format!("{}number{}", "list<".repeat(60), ">".repeat(60));
    for then in [
        "a59.year".to_owned(),
        format!("a59 instance of {kind}"),
        format!("(function(l: {kind}) 1)(a59)"),
        "for i in a59 return i.year".to_owned(),
    ] {
        let value = within(&format!("{text}, r: {then}}}.r"), Budget::default());
        assert!(value.as_boolean() != Some(true), "{then} is {value}");
    }
}

#[test]
fn what_is_slow_counts_for_more() {
    let many = Budget {
        steps: 50_000,
        ..Budget::default()
    };
    for text in [
        "for i in 1..1000000 return exp(i / 3)",
        "for i in 1..1000000 return (i / 3) ** 0.1",
        "for i in 1..1000000 return matches(\"a\", string(i) + \"{50}\")",
        "for i in 1..1000000 return matches(\"aaaaaaaaaaaaaaaaaaaab\", \"^(a*)*(a*)*\\1c\")",
        "for i in 1..1000000 return partial",
    ] {
        assert!(reason(&within(text, many)).contains("budget"), "{text}");
    }
}

#[test]
fn loops_and_functions_have_few_variables() {
    let loops = |count: usize| {
        let variables: Vec<String> = (0..count).map(|at| format!("v{at} in [1]")).collect();
        Expression::parse(&format!("for {} return v0", variables.join(", ")), &Names::new())
    };
    assert_eq!(
        loops(50).unwrap().evaluate(&scope()).as_list(),
        Some(&[Value::from(1)][..])
    );
    assert!(loops(51).is_err());
    let functions = |count: usize| {
        let parameters: Vec<String> = (0..count).map(|at| format!("p{at}")).collect();
        Expression::parse(&format!("function({}) 1", parameters.join(", ")), &Names::new())
    };
    assert!(functions(50).is_ok() && functions(51).is_err());
}

#[test]
fn nesting_of_values_is_bounded() {
    let refused = "the value is larger than the budget allows";
    for text in [
        "for i in 1..300 return [partial[-1]]",
        "for i in 1..300 return {a: partial[-1]}",
        "for i in 1..300 return function() partial",
    ] {
        assert_eq!(reason(&within(text, Budget::default())), refused, "{text}");
    }
    // The list that the loop makes is the 200th around the innermost, or one too many.
    let wrapped = |times: usize| format!("for i in 1..{times} return [partial[-1]]");
    let last = within(&wrapped(199), Budget::default());
    assert_eq!(last.as_list().map(<[_]>::len), Some(199));
    assert_eq!(reason(&within(&wrapped(200), Budget::default())), refused);
}

#[test]
fn a_smaller_budget_ends_earlier() {
    let small = Budget {
        steps: 100,
        depth: 20,
        size: 10,
    };
    assert!(reason(&within("for i in 1..1000 return i", small)).contains("budget"));
    assert!(reason(&within("for i in 1..11 return i", small)).contains("budget"));
    assert!(reason(&within("\"abcdef\" + \"ghijkl\"", small)).contains("budget"));
    assert!(
        reason(&within(
            "((((((((((((((((((([[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]])))))))))))))))))))[1][1][1][1]",
            small
        ))
        .is_empty()
    );
    assert_eq!(within("1 + 1", small), Value::from(2));
}

#[test]
fn a_used_up_budget_is_told() {
    let scope = Scope::within(
        "2026-11-25T10:30:00Z[UTC]".parse().unwrap(),
        Budget {
            steps: 10,
            ..Budget::default()
        },
    );
    let read = |text| Expression::parse(text, &Names::new()).unwrap();
    assert_eq!(read("1 + 1").evaluate(&scope), Value::from(2));
    assert!(!scope.is_exhausted());
    assert!(read("for i in 1..100 return i").evaluate(&scope).is_null());
    assert!(scope.is_exhausted());
    assert!(read("1 + 1").evaluate(&scope).is_null());
}

#[test]
fn patterns_that_search_back_for_ever_give_up() {
    let text = format!("matches(\"{}b\", \"^(a*)*(a*)*\\1c\")", "a".repeat(2_000));
    assert_eq!(
        reason(&within(&text, Budget::default())),
        "the pattern takes too many steps"
    );
    let text = format!("matches(\"{}\", \"^(a|a)*$\")", "a".repeat(20_000));
    assert_eq!(within(&text, Budget::default()), Value::from(true));
}

#[test]
fn a_text_of_blanks_is_read_at_once() {
    let blanks = " ".repeat(900_000);
    assert!(Expression::parse(&blanks, &Names::new()).is_err());
    assert!(Expression::parse(&format!("{blanks}1"), &Names::new()).is_ok());
    assert!(Expression::parse(&" ".repeat(2_000_000), &Names::new()).is_err());
    let words = "a ".repeat(400_000);
    assert!(Expression::parse(&words, &Names::new()).is_ok());
    let colons = "f(a".repeat(10_000);
    assert!(Expression::parse(&colons, &Names::new()).is_err());
}
