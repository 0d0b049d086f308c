//! Tests as people can be told them: what of a cell compares an answer with values, and that in English.

use super::{Single, Unary};
use crate::given::scope_of;
use crate::{Input, Value};
use feel::{Context, Names};

/// A test that compares an answer with values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueTest {
    /// Any answer, or none.
    Any,
    /// An answer that is one of these.
    OneOf(Vec<Single>),
    /// An answer that is none of these.
    NoneOf(Vec<Single>),
}

/// Steps for telling one cell in words. A page tells hundreds; what takes longer is an expression, and shown as it stands.
const TELLING: u64 = 1_000;

impl Input {
    /// What a cell asks of the answer to this question; nothing where it is an expression that is evaluated, or no test.
    #[must_use]
    pub fn test(&self, written: &str) -> Option<ValueTest> {
        match Unary::read(written, self, &Names::new(), &scope_of(Context::new(), TELLING)).ok()? {
            Unary::Any => Some(ValueTest::Any),
            Unary::OneOf(tests) => Some(ValueTest::OneOf(tests)),
            Unary::NoneOf(tests) => Some(match tests.as_slice() {
                // Of yes and no, what is not the one is the other.
                [Single::Equal(Value::Boolean(yes))] => {
                    ValueTest::OneOf(vec![Single::Equal(Value::Boolean(!yes))])
                }
                _ => ValueTest::NoneOf(tests),
            }),
            Unary::Feel(_) => None,
        }
    }

    /// A cell in English: `more than 300 persons`; nothing where [`Input::test`] has nothing.
    #[must_use]
    pub fn test_in_english(&self, written: &str) -> Option<String> {
        let list = |tests: &[Single], one: &str, more: &str| {
            let each: Vec<String> = tests.iter().map(|test| self.single(test)).collect();
            match each.as_slice() {
                [only] => format!("{one}{only}"),
                several => format!("{more}: {}", several.join("; ")),
            }
        };
        Some(match self.test(written)? {
            ValueTest::Any => "any".to_owned(),
            ValueTest::OneOf(tests) => list(&tests, "", "one of"),
            ValueTest::NoneOf(tests) => list(&tests, "not ", "none of"),
        })
    }

    fn single(&self, test: &Single) -> String {
        let value = |value: &Value| self.value(value);
        let is_day = |value: &Value| matches!(value, Value::Date(_));
        match test {
            Single::Equal(own) => value(own),
            Single::Less(own) if is_day(own) => format!("before {}", value(own)),
            Single::AtMost(own) if is_day(own) => format!("{} or earlier", value(own)),
            Single::More(own) if is_day(own) => format!("after {}", value(own)),
            Single::AtLeast(own) if is_day(own) => format!("{} or later", value(own)),
            Single::Less(own) => format!("less than {}", value(own)),
            Single::AtMost(own) => format!("at most {}", value(own)),
            Single::More(own) => format!("more than {}", value(own)),
            Single::AtLeast(own) => format!("at least {}", value(own)),
            Single::Range {
                low,
                low_in: true,
                high,
                high_in: true,
            } => format!("from {} to {}", grouped(low), value(high)),
            Single::Range { .. } => {
                let ends = test.ends().map(|ends| ends.map(|end| self.single(&end)));
                ends.map_or_else(String::new, |[low, high]| format!("{low} and {high}"))
            }
        }
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Boolean(true) => "yes".to_owned(),
            Value::Boolean(false) => "no".to_owned(),
            Value::Number(_) => match &self.unit {
                Some(unit) => format!("{} {unit}", grouped(value)),
                None => grouped(value),
            },
            Value::Date(date) => date.to_string(),
            Value::Text(text) => {
                let choice = self.values.iter().find(|choice| choice.id == *text);
                choice.map_or_else(
                    || format!("\u{201c}{text}\u{201d}"),
                    |choice| choice.label.in_language("en").to_owned(),
                )
            }
        }
    }
}

impl Single {
    /// The two ends of a range, each as a comparison of its own.
    #[must_use]
    pub fn ends(&self) -> Option<[Single; 2]> {
        let Single::Range {
            low,
            low_in,
            high,
            high_in,
        } = self
        else {
            return None;
        };
        let (low, high) = (low.clone(), high.clone());
        let low = if *low_in {
            Single::AtLeast(low)
        } else {
            Single::More(low)
        };
        let high = if *high_in {
            Single::AtMost(high)
        } else {
            Single::Less(high)
        };
        Some([low, high])
    }
}

/// A number with its thousands set off, as people type it; another value as it is.
pub(crate) fn grouped(value: &Value) -> String {
    let text = value.to_string();
    if !matches!(value, Value::Number(_)) {
        return text;
    }
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, format!(".{fraction}")),
        None => (text.as_str(), String::new()),
    };
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |digits| ("-", digits));
    let mut groups = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            groups.push(',');
        }
        groups.push(digit);
    }
    format!("{sign}{groups}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Choice, InputType, Localised};

    fn check(kind: InputType, written: &str, expect: Option<&str>) {
        let choice = |id: &str, label: &str| Choice {
            id: id.to_owned(),
            label: Localised::from([("en", label)]),
        };
        let values = vec![choice("road", "Road"), choice("park", "Park, square")];
        let input = Input {
            id: "asked".into(),
            kind,
            values: if kind == InputType::Text { values } else { vec![] },
            unit: (kind == InputType::Number).then(|| "persons".to_owned()),
            whole: false,
            least: None,
            most: None,
            required: true,
            question: Localised::default(),
            help: None,
        };
        assert_eq!(input.test_in_english(written).as_deref(), expect, "{written}");
    }

    #[test]
    fn a_test_of_values_is_told_in_english_and_no_other() {
        let number = |written, expect| check(InputType::Number, written, Some(expect));
        number("-", "any");
        number("", "any");
        number("> 300", "more than 300 persons");
        number(">= 5000", "at least 5,000 persons");
        number("< 75.5", "less than 75.5 persons");
        number("<= 0", "at most 0 persons");
        number("[10..75]", "from 10 to 75 persons");
        number("(10..75]", "more than 10 persons and at most 75 persons");
        number("[10..75)", "at least 10 persons and less than 75 persons");
        number("10, > 75", "one of: 10 persons; more than 75 persons");
        number("not(10)", "not 10 persons");
        let text = |written, expect| check(InputType::Text, written, Some(expect));
        text("\"road\"", "Road");
        text("not(\"road\", \"park\")", "none of: Road; Park, square");
        check(InputType::Boolean, "true", Some("yes"));
        check(InputType::Boolean, "not(true)", Some("no"));
        check(
            InputType::Date,
            "< date(\"2026-05-01\")",
            Some("before 2026-05-01"),
        );
        check(
            InputType::Date,
            ">= date(\"2026-05-01\")",
            Some("2026-05-01 or later"),
        );
        check(InputType::Number, "modulo(?, 2) = 0", None);
        check(InputType::Number, "many", None);
        check(InputType::Text, "\"sea\"", None);
    }
}
