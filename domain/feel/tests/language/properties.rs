//! What holds of every text, value and number.

use feel::time::{Date, DateTime, DaysDuration, MonthsDuration, Time, Zone};
use feel::{Budget, Context, Expression, Names, Number, Range, Rounding, Scope, UnaryTests, Value, equal};
use proptest::prelude::*;

use crate::{evaluate, scope};

fn small_scope() -> Scope {
    let budget = Budget {
        steps: 20_000,
        depth: 100,
        size: 10_000,
    };
    Scope::within("2026-11-25T10:30:00Z[UTC]".parse().unwrap(), budget)
}

fn numbers() -> impl Strategy<Value = Number> {
    (any::<i64>(), -30..30_i32)
        .prop_map(|(coefficient, exponent)| Number::new(coefficient.into(), exponent).unwrap())
}

fn dates() -> impl Strategy<Value = Date> {
    (-999_999_999..=999_999_999_i64, 1..=12_i64, 1..=28_i64)
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn times() -> impl Strategy<Value = Time> {
    let zone = prop_oneof![
        Just(None),
        (-50_400..=50_400_i64).prop_map(Zone::offset),
        Just(Zone::named("Asia/Phnom_Penh")),
    ];
    (0..24_i64, 0..60_i64, 0..60_i64, 0..1_000_000_000_i64, zone)
        .prop_map(|(hour, minute, second, nanos, zone)| Time::new(hour, minute, second, nanos, zone).unwrap())
}

fn scalars() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::NULL),
        any::<bool>().prop_map(Value::from),
        numbers().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        dates().prop_map(Value::Date),
        times().prop_map(Value::Time),
        (dates(), times()).prop_map(|(date, time)| Value::DateTime(DateTime { date, time })),
        any::<i64>().prop_map(|nanos| Value::Days(DaysDuration::from_nanos(nanos.into()).unwrap())),
        (-1_000_000..1_000_000_i64).prop_map(|months| Value::Months(MonthsDuration::from_months(months))),
        (any::<i32>(), any::<u16>(), any::<bool>(), any::<bool>()).prop_map(
            |(start, length, start_included, end_included)| {
                let (start, end) = (
                    Value::from(i64::from(start)),
                    Value::from(i64::from(start) + i64::from(length)),
                );
                Value::Range(
                    Range {
                        start,
                        start_included,
                        end,
                        end_included,
                    }
                    .into(),
                )
            }
        ),
    ]
}

fn values() -> impl Strategy<Value = Value> {
    scalars().prop_recursive(3, 20, 4, |inner| {
        let key = prop_oneof![any::<String>(), "[a-z]{1,4}( [a-z]{1,3})?"];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((key, inner), 0..4)
                .prop_map(|entries| Value::from(Context::from_iter(entries))),
        ]
    })
}

/// What a whole number is with 34 digits: to the nearest, of two as near to the even one. By integers alone.
fn to_34_digits(exact: i128) -> Number {
    let (size, mut dropped) = (exact.unsigned_abs(), 0_u32);
    while size / 10_u128.pow(dropped) >= 10_u128.pow(34) {
        dropped += 1;
    }
    let unit = 10_u128.pow(dropped);
    let (kept, rest) = (size / unit, size % unit);
    let up = rest * 2 > unit || rest * 2 == unit && kept % 2 == 1;
    let kept = i128::try_from(kept + u128::from(up)).unwrap() * exact.signum();
    // Nothing is left to round: ten to the power of 34 is one digit and zeros.
    Number::new(kept, i32::try_from(dropped).unwrap()).unwrap()
}

/// Texts that look like FEEL.
fn almost_feel() -> impl Strategy<Value = String> {
    let words = [
        "1",
        "2.5",
        "-",
        "+",
        "*",
        "/",
        "**",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        ".",
        "..",
        "\"a\"",
        "@\"P1D\"",
        "@\"2020-01-01\"",
        "if",
        "then",
        "else",
        "for",
        "in",
        "return",
        "some",
        "every",
        "satisfies",
        "x",
        "y z",
        "?",
        "item",
        "partial",
        "and",
        "or",
        "not",
        "between",
        "=",
        "!=",
        "<",
        ">=",
        "null",
        "true",
        "instance of",
        "list<number>",
        "function(a)",
        "abs",
        "sum",
        "sort",
        "string",
        "date and time",
        "replace",
        "context put",
        "//",
        "/*",
        "*/",
        "\n",
        "-1",
        "0",
        "range",
        "matches",
        "flatten",
        "external",
    ];
    proptest::collection::vec(proptest::sample::select(words.to_vec()), 0..40)
        .prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_text_makes_it_fail(text in any::<String>()) {
        let names = Names::new();
        if let Ok(expression) = Expression::parse(&text, &names) {
            let _ = expression.evaluate(&small_scope());
        }
        if let Ok(tests) = UnaryTests::parse(&text, &names) {
            let _ = (tests.test(&Value::from(1), &small_scope()), tests.simple());
        }
    }

    #[test]
    fn no_text_that_looks_like_feel_makes_it_fail(text in almost_feel()) {
        let names: Names = ["x", "y z", "a-b"].into_iter().collect();
        if let Ok(expression) = Expression::parse(&text, &names) {
            let mut scope = small_scope();
            scope.insert("x", vec![Value::from(3), Value::from("b"), Value::NULL]);
            scope.insert("y z", Context::from_iter([("k", 1)]));
            let value = expression.evaluate(&scope);
            let _ = value.to_string();
            if let Value::Null(null) = &value && null.cause().is_none() {
                prop_assert!(text.contains("null") || text.contains("time offset") || text.contains('['), "{}", text);
            }
        }
        if let Ok(tests) = UnaryTests::parse(&text, &names) {
            let _ = (tests.test(&Value::from(1), &small_scope()), tests.simple());
        }
    }

    #[test]
    fn no_arguments_make_a_function_fail(
        function in proptest::sample::select(vec![
            "date", "time", "date and time", "duration", "number", "string", "substring", "replace", "matches", "split",
            "string join", "sublist", "insert before", "remove", "list replace", "sort", "flatten", "mode", "stddev",
            "decimal", "floor", "round up", "modulo", "exp", "log", "sqrt", "odd", "before", "overlaps", "during",
            "get value", "context", "context put", "context merge", "range", "years and months duration", "is", "min",
            "day of year", "week of year", "abs", "product", "mean",
        ]),
        arguments in proptest::collection::vec(values(), 0..4),
    ) {
        let scope = small_scope();
        let known: Vec<String> = (0..arguments.len()).map(|at| format!("v{at}")).collect();
        let mut scope_with = scope.clone();
        for (name, value) in known.iter().zip(arguments) {
            scope_with.insert(name.as_str(), value);
        }
        let text = format!("{function}({})", known.join(", "));
        let _ = Expression::parse(&text, &known.iter().collect()).unwrap().evaluate(&scope_with);
    }

    #[test]
    fn no_pattern_makes_it_fail(pattern in any::<String>(), input in any::<String>(), flags in "[smixq]{0,2}") {
        let mut scope = small_scope();
        for (name, value) in [("p", pattern), ("i", input), ("f", flags)] {
            scope.insert(name, value);
        }
        let names: Names = ["p", "i", "f"].into_iter().collect();
        for text in ["matches(i, p, f)", "replace(i, p, i, f)", "split(i, p)"] {
            let _ = Expression::parse(text, &names).unwrap().evaluate(&scope);
        }
    }

    #[test]
    fn operators_take_every_value(a in values(), b in values()) {
        let mut scope = small_scope();
        scope.insert("a", a);
        scope.insert("b", b);
        let names: Names = ["a", "b"].into_iter().collect();
        for sign in ["+", "-", "*", "/", "**", "<", ">=", "=", "!=", "in", "and", "or"] {
            let _ = Expression::parse(&format!("a {sign} b"), &names).unwrap().evaluate(&scope);
        }
        for text in ["a[b]", "a between a and b", "[a..b]", "for i in a return b", "-a", "a.year"] {
            let _ = Expression::parse(text, &names).unwrap().evaluate(&scope);
        }
    }

    #[test]
    fn a_value_that_is_written_is_read_again(value in values()) {
        prop_assert_eq!(evaluate(&value.to_string()), value);
    }

    #[test]
    fn equality_does_not_depend_on_the_side(a in values(), b in values()) {
        prop_assert_eq!(equal(&a, &b), equal(&b, &a));
        prop_assert_eq!(equal(&a, &a), Some(true));
    }

    #[test]
    fn of_two_values_with_an_order_one_comparison_holds(a in scalars(), b in scalars()) {
        let mut scope = scope();
        scope.insert("a", a);
        scope.insert("b", b);
        let names: Names = ["a", "b"].into_iter().collect();
        let holds = |text| Expression::parse(text, &names).unwrap().evaluate(&scope);
        let truths = ["a < b", "b < a", "a = b"].map(holds);
        if truths[0].as_boolean().is_some() {
            prop_assert_eq!(truths.iter().filter(|truth| truth.as_boolean() == Some(true)).count(), 1);
        }
    }

    #[test]
    fn whole_numbers_compute_as_integers(a in -10_i64.pow(16)..10_i64.pow(16), b in -10_i64.pow(16)..10_i64.pow(16)) {
        let (x, y) = (Number::from(a), Number::from(b));
        let (a, b) = (i128::from(a), i128::from(b));
        prop_assert_eq!(x.plus(&y), Number::new(a + b, 0));
        prop_assert_eq!(x.minus(&y), Number::new(a - b, 0));
        prop_assert_eq!(x.times(&y), Number::new(a * b, 0));
        prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        prop_assert_eq!(x.to_string(), a.to_string());
        if b != 0 {
            // FEEL's remainder has the sign of the divisor.
            let remainder = ((a % b) + b) % b;
            prop_assert_eq!(x.modulo(&y), Number::new(remainder, 0));
            let whole = Number::new(a * b, 0).unwrap();
            prop_assert_eq!(whole.divided_by(&y), Some(x));
        }
    }

    #[test]
    fn roundings_lie_around_the_number(number in numbers(), scale in -5..20_i32) {
        let round = |rounding| number.rounded(scale, rounding).unwrap();
        let (floor, ceiling) = (round(Rounding::Floor), round(Rounding::Ceiling));
        prop_assert!(floor <= number && number <= ceiling);
        for rounding in [Rounding::Up, Rounding::Down, Rounding::HalfUp, Rounding::HalfDown, Rounding::HalfEven] {
            let rounded = round(rounding);
            prop_assert!(rounded == floor || rounded == ceiling);
            prop_assert_eq!(rounded.rounded(scale, rounding), Some(rounded.clone()));
            let mirrored = number.negated().rounded(scale, rounding).unwrap();
            prop_assert_eq!(mirrored, rounded.negated());
        }
        prop_assert!(round(Rounding::Down).absolute() <= number.absolute());
        prop_assert!(number.absolute() <= round(Rounding::Up).absolute());
    }

    #[test]
    fn what_has_more_than_34_digits_is_rounded_to_the_nearest(
        a in 10_i64.pow(16)..10_i64.pow(18), b in any::<i64>(), gap in 16..20_i32,
    ) {
        let (x, y) = (Number::from(a), Number::from(b));
        let (power, a, b) = (10_i128.pow(gap.unsigned_abs()), i128::from(a), i128::from(b));
        prop_assert_eq!(x.times(&y), Some(to_34_digits(a * b)));
        for a in [a, -a] {
            let Some(exact) = a.checked_mul(power).and_then(|a| a.checked_add(b)) else { return Ok(()) };
            let shifted = Number::new(a, gap).unwrap();
            prop_assert_eq!(shifted.plus(&y), Some(to_34_digits(exact)));
            prop_assert_eq!(Number::parse(&exact.to_string()), Some(to_34_digits(exact)));
        }
    }

    #[test]
    fn days_are_counted_without_gaps(date in dates()) {
        let next = Value::Date(date);
        let mut scope = scope();
        scope.insert("d", next);
        let names: Names = ["d"].into_iter().collect();
        let read = |text| Expression::parse(text, &names).unwrap().evaluate(&scope);
        prop_assert_eq!(read("(d + @\"P1D\") - d"), evaluate("@\"P1D\""));
        prop_assert_eq!(read("d + @\"P1D\" - @\"P1D\""), Value::Date(date));
        prop_assert_eq!(read("modulo((d + @\"P1D\").weekday - d.weekday, 7)"), Value::from(1));
    }

    #[test]
    fn days_are_those_of_jiff(year in -9998..9998_i16, month in 1..=12_i8, day in 1..=28_i8) {
        let theirs = jiff::civil::date(year, month, day);
        let ours = Date::new(year.into(), month.into(), day.into()).unwrap();
        prop_assert_eq!(ours.weekday(), i64::from(theirs.weekday().to_monday_one_offset()));
        prop_assert_eq!(ours.day_of_year(), i64::from(theirs.day_of_year()));
        prop_assert_eq!(ours.week_of_year(), i64::from(theirs.iso_week_date().week()));
    }
}
