//! Unary tests: what a cell of the table asks of one answer.

mod read;
mod words;

pub use words::ValueTest;
pub(crate) use words::grouped;

use crate::Value;
use crate::given::Given;
use feel::UnaryTests;
use std::sync::Arc;

pub(crate) use read::{UnaryFault, literal_text};

/// The test of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unary {
    /// `-`: any answer, or none.
    Any,
    /// One of these.
    OneOf(Vec<Single>),
    /// `not(…)`: an answer that is none of these.
    NoneOf(Vec<Single>),
    /// Any other test of FEEL, evaluated for each case: what it tells apart is not known beforehand.
    Feel(Feel),
}

/// A test that is evaluated. Two are equal if they are written alike.
#[derive(Clone, Debug)]
pub(crate) struct Feel(pub Arc<UnaryTests>);

impl PartialEq for Feel {
    fn eq(&self, other: &Self) -> bool {
        self.0.source() == other.0.source()
    }
}

impl Eq for Feel {}

/// What one test of a list compares an answer with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Single {
    /// It is this.
    Equal(Value),
    /// It is less, or an earlier day.
    Less(Value),
    /// It is this or less, or no later day.
    AtMost(Value),
    /// It is more, or a later day.
    More(Value),
    /// It is this or more, or no earlier day.
    AtLeast(Value),
    /// It lies between.
    Range {
        /// The lower end.
        low: Value,
        /// Whether the lower end is within.
        low_in: bool,
        /// The upper end.
        high: Value,
        /// Whether the upper end is within.
        high_in: bool,
    },
}

impl Unary {
    /// Whether a case meets the test, put to the answer or the decision of that name. No answer meets nothing but `-`, not even
    /// `not(…)`.
    pub fn met_by(&self, subject: &str, given: &Given<'_>) -> bool {
        let answer = || given.answers.get(subject);
        match self {
            Unary::Any => true,
            Unary::OneOf(tests) => answer().is_some_and(|value| tests.iter().any(|test| test.met_by(value))),
            Unary::NoneOf(tests) => {
                answer().is_some_and(|value| !tests.iter().any(|test| test.met_by(value)))
            }
            Unary::Feel(test) => given.meets(subject, &test.0),
        }
    }

    /// The values that two tests compare with, where they compare alike and nothing but the value differs.
    pub fn threshold_to(&self, other: &Unary) -> Option<(Value, Value)> {
        let (Unary::OneOf(own), Unary::OneOf(other)) = (self, other) else {
            return None;
        };
        match (own.as_slice(), other.as_slice()) {
            ([Single::Less(own)], [Single::Less(other)])
            | ([Single::AtMost(own)], [Single::AtMost(other)])
            | ([Single::More(own)], [Single::More(other)])
            | ([Single::AtLeast(own)], [Single::AtLeast(other)]) => Some((own.clone(), other.clone())),
            _ => None,
        }
    }

    /// Whether it is `-`.
    pub fn is_any(&self) -> bool {
        *self == Unary::Any
    }

    /// The test that is evaluated, if it is one.
    pub fn feel(&self) -> Option<&UnaryTests> {
        match self {
            Unary::Feel(test) => Some(&test.0),
            _ => None,
        }
    }

    /// The values that it names.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        let tests = match self {
            Unary::OneOf(tests) | Unary::NoneOf(tests) => tests.as_slice(),
            _ => &[],
        };
        tests.iter().flat_map(Single::values)
    }
}

impl Single {
    fn values(&self) -> impl Iterator<Item = &Value> {
        let (first, second) = match self {
            Single::Equal(value)
            | Single::Less(value)
            | Single::AtMost(value)
            | Single::More(value)
            | Single::AtLeast(value) => (value, None),
            Single::Range { low, high, .. } => (low, Some(high)),
        };
        std::iter::once(first).chain(second)
    }

    fn met_by(&self, value: &Value) -> bool {
        match self {
            Single::Equal(own) => value == own,
            Single::Less(own) => value < own,
            Single::AtMost(own) => value <= own,
            Single::More(own) => value > own,
            Single::AtLeast(own) => value >= own,
            Single::Range {
                low,
                low_in,
                high,
                high_in,
            } => (value > low || *low_in && value == low) && (value < high || *high_in && value == high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given::{Evaluated, scope};
    use crate::{Answers, Choice, Input, InputType, Localised};
    use feel::{Context, Names};

    fn input(kind: InputType) -> Input {
        let choice = |id: &str| Choice {
            id: id.to_owned(),
            label: Localised::default(),
        };
        let values = if kind == InputType::Text {
            vec![choice("road"), choice("river, side")]
        } else {
            vec![]
        };
        let question = Localised::default();
        Input {
            id: "asked".into(),
            kind,
            values,
            unit: None,
            whole: false,
            least: None,
            most: None,
            required: true,
            question,
            help: None,
        }
    }

    fn read(test: &str, kind: InputType) -> Result<Unary, UnaryFault> {
        Unary::read(test, &input(kind), &Names::new(), &scope(Context::new()))
    }

    fn value(kind: InputType, text: &str) -> Value {
        input(kind).answer(text).unwrap()
    }

    fn check(kind: InputType, test: &str, meets: &[&str], fails: &[&str]) {
        let read = read(test, kind).unwrap();
        for answer in meets {
            assert!(met(&read, Some(value(kind, answer))), "{answer} meets {test}");
        }
        for answer in fails {
            assert!(!met(&read, Some(value(kind, answer))), "{answer} fails {test}");
        }
    }

    fn met(test: &Unary, answer: Option<Value>) -> bool {
        let evaluated = Evaluated {
            inputs: vec!["asked".into()],
            ..Evaluated::default()
        };
        let answers: Answers = answer
            .map(|value| ("asked".to_owned(), value))
            .into_iter()
            .collect();
        test.met_by("asked", &Given::new(&answers, Some(&evaluated)))
    }

    #[test]
    fn numbers_are_compared_in_ranges_lists_and_their_negation() {
        let check = |test: &str, meets: &[&str], fails: &[&str]| check(InputType::Number, test, meets, fails);
        check("75", &["75", "75.0"], &["74.9"]);
        check("< 75", &["74.99", "-1"], &["75"]);
        check("<=75", &["75"], &["75.01"]);
        check(">-1", &["0"], &["-1"]);
        check(">= 5000", &["5,000"], &["4999"]);
        check("[1..5]", &["1", "5"], &["0.9", "5.1"]);
        check("(1.5..5)", &["1.6", "4.9"], &["1.5", "5"]);
        check("]1..5[", &["2"], &["1", "5"]);
        check("(1..5]", &["5"], &["1"]);
        check("[-5..-1]", &["-3"], &["0"]);
        check("1, [3..4] , > 10", &["1", "3", "11"], &["2", "10"]);
        check("not(1, > 10)", &["2", "10"], &["1", "11"]);
        check("not ([1..2])", &["3"], &["1"]);
    }

    #[test]
    fn texts_truths_and_days_are_tested_too() {
        check(InputType::Text, "\"road\"", &["road"], &["river, side"]);
        check(
            InputType::Text,
            "\"road\",\"river, side\"",
            &["road", "river, side"],
            &[],
        );
        check(
            InputType::Text,
            "not(\"river, side\")",
            &["road"],
            &["river, side"],
        );
        check(InputType::Boolean, "true", &["yes"], &["no"]);
        check(InputType::Boolean, "not(true)", &["no"], &["yes"]);
        check(
            InputType::Date,
            "date(\"2023-11-19\")",
            &["2023-11-19"],
            &["2023-11-20"],
        );
        check(
            InputType::Date,
            ">= date( \"2023-11-19\" )",
            &["2023-11-19"],
            &["2023-11-18"],
        );
        check(
            InputType::Date,
            "[date(\"2023-11-01\")..date(\"2023-11-19\"))",
            &["2023-11-01"],
            &["2023-11-19"],
        );
    }

    #[test]
    fn what_values_do_not_say_is_evaluated() {
        check(InputType::Number, "modulo(?, 2) = 0", &["4"], &["5"]);
        check(InputType::Number, "1 + 1, > 10", &["2", "11"], &["3"]);
        check(InputType::Number, "99999999999999999999999999999", &[], &["1"]);
        check(
            InputType::Date,
            "date(2023, 11, 19)",
            &["2023-11-19"],
            &["2023-11-20"],
        );
        check(
            InputType::Text,
            "string length(?) > 4",
            &["river, side"],
            &["road"],
        );
        let values = |test: &str| read(test, InputType::Number).unwrap();
        for test in ["= 1", "[1, 1]", "not(!= 1)", "1, 1"] {
            check(InputType::Number, test, &["1"], &["2"]);
        }
        check(InputType::Number, "!= 1", &["2"], &["1"]);
        assert!(matches!(values("!= 1"), Unary::NoneOf(_)) && matches!(values("= 1"), Unary::OneOf(_)));
        assert!(matches!(values("1 + 1"), Unary::Feel(_)));
    }

    #[test]
    fn a_test_with_a_value_for_some_answer_is_taken_however_rare_that_answer() {
        check(
            InputType::Number,
            "sqrt(? - 2345) > 3",
            &["2,400"],
            &["2,345", "1"],
        );
        check(InputType::Number, "sqrt(? - 10 ** 6) > 3", &["2,000,000"], &["5"]);
        check(
            InputType::Date,
            "if month of year(?) = \"May\" and ?.day = 3 then true else sqrt(-1) > 0",
            &["2023-05-03"],
            &["2023-11-19"],
        );
        check(
            InputType::Date,
            "if ? > date(\"2030-05-01\") then ? < date(\"2030-05-03\") else null",
            &["2030-05-02"],
            &["2030-05-01", "2030-05-03"],
        );
        for never in [
            "sqrt(string length(?)) > 1",
            "? + \"a\" > 1",
            "day of week(?) > \"Monday\"",
        ] {
            assert!(read(never, InputType::Number).is_err(), "{never}");
        }
        // What names another answer is not tried without it, though a built-in function be called alike.
        let names: Names = ["count"].into_iter().collect();
        let named = Unary::read(
            "> count + 1",
            &input(InputType::Number),
            &names,
            &scope(Context::new()),
        );
        assert!(matches!(named, Ok(Unary::Feel(_))), "{named:?}");
    }

    #[test]
    fn no_answer_meets_nothing_but_the_dash() {
        for (test, meets) in [
            ("-", true),
            ("", true),
            (" - ", true),
            ("75", false),
            ("not(75)", false),
            ("? = null", false),
            ("modulo(?, 2) = 0", false),
        ] {
            let read = read(test, InputType::Number).unwrap();
            assert_eq!(met(&read, None), meets, "{test}");
        }
    }

    #[test]
    fn whatever_else_stands_in_a_cell_is_refused() {
        let refused = [
            (InputType::Number, "many"),
            (InputType::Number, "> many"),
            (InputType::Number, "\"75\""),
            (InputType::Number, "75 80"),
            (InputType::Number, "1,"),
            (InputType::Number, ",1"),
            (InputType::Number, "not(1"),
            (InputType::Number, "not()"),
            (InputType::Number, "not(-)"),
            (InputType::Number, "[1..5"),
            (InputType::Number, "[5..1]"),
            (InputType::Number, "(5..5]"),
            (InputType::Number, "1..5"),
            (InputType::Number, "null"),
            (InputType::Number, "1."),
            (InputType::Text, "road"),
            (InputType::Text, "\"street\""),
            (InputType::Text, "\"road"),
            (InputType::Text, "\"ro\\ad\""),
            (InputType::Text, "> \"road\""),
            (InputType::Text, "[\"a\"..\"b\"]"),
            (InputType::Boolean, "yes"),
            (InputType::Boolean, "truer"),
            (InputType::Boolean, "< true"),
            (InputType::Date, "\"2023-11-19\""),
            (InputType::Date, "date(\"2023-02-29\")"),
            (InputType::Date, "date(\"2023-11-19\""),
        ];
        for (kind, test) in refused {
            let fault = read(test, kind);
            assert!(
                fault
                    .is_err_and(|fault| !fault.what.english().is_empty() && !fault.todo.english().is_empty()),
                "{test}"
            );
        }
    }
}
