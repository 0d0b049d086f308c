//! Tests of a table in the reader's language: `> 300` is *more than 300 persons*.

use super::super::draft_form::answer;
use crate::Text;
use rulebook::{Input, Single, Value, ValueTest};

/// A test of the answer to a question, in words; none for an expression that is evaluated, and for what is no test.
pub(super) fn in_words(t: Text, input: &Input, test: &str) -> Option<String> {
    let several = |one: &str, more: &str, tests: &[Single]| {
        let each: Vec<String> = tests.iter().map(|test| single(t, input, test)).collect();
        match each.as_slice() {
            [only] if one.is_empty() => only.clone(),
            [only] => t.one(one, "tests", only.as_str()),
            several => t.one(more, "tests", several.join("; ")),
        }
    };
    Some(match input.test(test)? {
        ValueTest::Any => t.get("test-any").into_owned(),
        ValueTest::OneOf(tests) => several("", "test-one-of", &tests),
        ValueTest::NoneOf(tests) => several("test-not", "test-none-of", &tests),
    })
}

fn single(t: Text, input: &Input, test: &Single) -> String {
    let said = |id: &str, value: &Value| t.one(id, "value", answer(t, Some(input), value));
    let of = |of_days: &str, of_numbers: &str, value: &Value| match value {
        Value::Date(_) => said(of_days, value),
        _ => said(of_numbers, value),
    };
    match test {
        Single::Equal(value) => answer(t, Some(input), value),
        Single::Less(value) => of("test-before", "test-less", value),
        Single::AtMost(value) => of("test-until", "test-at-most", value),
        Single::More(value) => of("test-after", "test-more", value),
        Single::AtLeast(value) => of("test-since", "test-at-least", value),
        Single::Range {
            low,
            low_in: true,
            high,
            high_in: true,
        } => t.with(
            "test-range",
            [
                ("low", answer(t, Some(input), low).into()),
                ("high", answer(t, Some(input), high).into()),
            ],
        ),
        Single::Range { .. } => {
            let ends = test.ends().map(|ends| ends.map(|end| single(t, input, &end)));
            let both = |[low, high]: [String; 2]| {
                t.with("test-both", [("first", low.into()), ("second", high.into())])
            };
            ends.map_or_else(String::new, both)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use rulebook::{InputType, Localised};

    fn people() -> Input {
        Input {
            id: "attendance".into(),
            kind: InputType::Number,
            values: vec![],
            unit: Some("persons".into()),
            whole: true,
            least: None,
            most: None,
            required: true,
            question: Localised::default(),
            help: None,
        }
    }

    #[test]
    fn a_test_is_said_in_the_readers_language_and_an_expression_is_not() {
        let check = |test: &str, expect: [&str; 3]| {
            let said = Language::ALL.map(|language| in_words(Text::of(language), &people(), test));
            assert_eq!(said, expect.map(|words| Some(words.to_owned())), "{test}");
        };
        check("-", ["any", "ចម្លើយណាក៏បាន", "どの答えでも"]);
        check(
            "> 300",
            ["more than 300 persons", "ច្រើនជាង ៣០០ នាក់", "300 人を超える"],
        );
        check("<= 300", ["at most 300 persons", "យ៉ាងច្រើន ៣០០ នាក់", "300 人以下"]);
        check(
            "(1..5000]",
            [
                "more than 1 persons and at most 5,000 persons",
                "ច្រើនជាង ១ នាក់ និងយ៉ាងច្រើន ៥.០០០ នាក់",
                "1 人を超える、かつ 5,000 人以下",
            ],
        );
        assert_eq!(in_words(Text::of(Language::English), &people(), "2 * 3"), None);
    }
}
