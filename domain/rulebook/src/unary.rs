//! Unary tests: the part of FEEL that a cell of the table may hold.

use crate::load_error::quoted;
use crate::{Input, InputType, Value};
use rust_decimal::Decimal;

/// The test of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unary {
    /// `-`: any answer, or none.
    Any,
    /// One of these.
    OneOf(Vec<Single>),
    /// `not(…)`: an answer that is none of these.
    NoneOf(Vec<Single>),
    /// A test that names no value: a whole number that two divides. It stands for every test whose atoms cannot be told.
    #[cfg(test)]
    Even,
}

/// One test of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Single {
    Equal(Value),
    Less(Value),
    AtMost(Value),
    More(Value),
    AtLeast(Value),
    Range {
        low: Value,
        low_in: bool,
        high: Value,
        high_in: bool,
    },
}

/// Why a cell holds no test of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnaryFault {
    pub what: String,
    pub todo: String,
}

impl Unary {
    /// Whether an answer, or the lack of one, meets the test. No answer meets nothing but `-`, not even `not(…)`.
    pub fn met_by(&self, answer: Option<&Value>) -> bool {
        match (self, answer) {
            (Unary::Any, _) => true,
            (_, None) => false,
            (Unary::OneOf(tests), Some(value)) => tests.iter().any(|test| test.met_by(value)),
            (Unary::NoneOf(tests), Some(value)) => !tests.iter().any(|test| test.met_by(value)),
            #[cfg(test)]
            (Unary::Even, Some(value)) => {
                matches!(value, Value::Number(number) if (number % Decimal::TWO).is_zero())
            }
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

    /// The values that it names.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        let tests = match self {
            Unary::OneOf(tests) | Unary::NoneOf(tests) => tests.as_slice(),
            _ => &[],
        };
        tests.iter().flat_map(Single::values)
    }

    /// Reads a cell as a test of an input.
    pub fn read(text: &str, input: &Input) -> Result<Unary, UnaryFault> {
        let text = text.trim();
        if text.is_empty() || text == "-" {
            return Ok(Unary::Any);
        }
        let mut cursor = Cursor {
            rest: text,
            whole: text,
            input,
        };
        #[cfg(test)]
        if text == "even" {
            return Ok(Unary::Even);
        }
        let negated = cursor.take("not(") || cursor.take("not (");
        let mut tests = vec![cursor.single()?];
        while cursor.take(",") {
            tests.push(cursor.single()?);
        }
        if negated && !cursor.take(")") || !cursor.rest.is_empty() {
            return Err(cursor.no_test());
        }
        Ok(if negated {
            Unary::NoneOf(tests)
        } else {
            Unary::OneOf(tests)
        })
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

/// Makes a test of the value that something is compared with.
type Comparison = fn(Value) -> Single;

struct Cursor<'a> {
    rest: &'a str,
    whole: &'a str,
    input: &'a Input,
}

impl Cursor<'_> {
    fn take(&mut self, token: &str) -> bool {
        let taken = self.rest.trim_start().strip_prefix(token);
        if let Some(rest) = taken {
            self.rest = rest.trim_start();
        }
        taken.is_some()
    }

    fn single(&mut self) -> Result<Single, UnaryFault> {
        let ordered = matches!(self.input.kind, InputType::Number | InputType::Date);
        // The longer token first: `<=` begins with `<`.
        let compare: [(&str, Comparison); 4] = [
            ("<=", Single::AtMost),
            (">=", Single::AtLeast),
            ("<", Single::Less),
            (">", Single::More),
        ];
        for (token, test) in compare {
            if self.take(token) {
                return if ordered {
                    self.literal().map(test)
                } else {
                    Err(self.unordered())
                };
            }
        }
        for (token, low_in) in [("[", true), ("(", false), ("]", false)] {
            if self.take(token) {
                return if ordered {
                    self.range(low_in)
                } else {
                    Err(self.unordered())
                };
            }
        }
        self.literal().map(Single::Equal)
    }

    fn range(&mut self, low_in: bool) -> Result<Single, UnaryFault> {
        let low = self.literal()?;
        if !self.take("..") {
            return Err(self.no_test());
        }
        let high = self.literal()?;
        let high_in = self.take("]");
        if !high_in && !self.take(")") && !self.take("[") {
            return Err(self.no_test());
        }
        if low > high || low == high && !(low_in && high_in) {
            let what = format!("nothing lies in the range {}", quoted(self.whole));
            return Err(UnaryFault {
                what,
                todo: "Write the lower end first, or let both ends in".to_owned(),
            });
        }
        Ok(Single::Range {
            low,
            low_in,
            high,
            high_in,
        })
    }

    fn literal(&mut self) -> Result<Value, UnaryFault> {
        let read = match self.input.kind {
            InputType::Text => return self.text(),
            InputType::Number => self.number().map(Value::Number),
            InputType::Boolean => self.boolean(),
            InputType::Date => self.date(),
        };
        read.ok_or_else(|| self.no_test())
    }

    fn text(&mut self) -> Result<Value, UnaryFault> {
        let (text, rest) = string_literal(self.rest).ok_or_else(|| self.no_test())?;
        self.rest = rest.trim_start();
        if self.input.values.is_empty() || self.input.values.iter().any(|choice| choice.id == text) {
            return Ok(Value::Text(text));
        }
        let allowed: Vec<String> = self
            .input
            .values
            .iter()
            .map(|choice| format!("\"{}\"", choice.id))
            .collect();
        let what = format!("{} is no value of the input {}", quoted(&text), self.input.id);
        Err(UnaryFault {
            what,
            todo: format!("Write one of: {}", allowed.join(", ")),
        })
    }

    fn boolean(&mut self) -> Option<Value> {
        let yes = self.take("true");
        (yes || self.take("false")).then_some(Value::Boolean(yes))
    }

    fn number(&mut self) -> Option<Decimal> {
        let digits_end = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let unsigned = self.rest.strip_prefix('-').unwrap_or(self.rest);
        let whole = digits_end(unsigned);
        let mut end = self.rest.len() - unsigned.len() + whole;
        // A point counts only before a digit: `[1..5]` holds 1 and 5, not 1. and .5.
        if let Some(fraction) = self.rest[end..].strip_prefix('.') {
            let length = digits_end(fraction);
            end += if length > 0 { 1 + length } else { 0 };
        }
        let (number, rest) = self.rest.split_at(end);
        if whole == 0 || number.len() > 28 {
            return None;
        }
        self.rest = rest.trim_start();
        number.parse().ok()
    }

    fn date(&mut self) -> Option<Value> {
        if !self.take("date(") {
            return None;
        }
        let (text, rest) = string_literal(self.rest)?;
        self.rest = rest.trim_start();
        let date = crate::answer::iso_date(&text)?;
        self.take(")").then_some(Value::Date(date))
    }

    fn unordered(&self) -> UnaryFault {
        let what = format!(
            "{} orders a {}, which has no order here",
            quoted(self.whole),
            self.input.kind.name()
        );
        UnaryFault {
            what,
            todo: format!("Write {}", form(self.input.kind)),
        }
    }

    fn no_test(&self) -> UnaryFault {
        let what = format!(
            "{} is no test of a {}",
            quoted(self.whole),
            self.input.kind.name()
        );
        UnaryFault {
            what,
            todo: format!("Write {}", form(self.input.kind)),
        }
    }
}

fn form(kind: InputType) -> &'static str {
    match kind {
        InputType::Text => "- or one of these: \"road\"; \"road\", \"riverside\"; not(\"road\")",
        InputType::Number => "- or one of these: 75; > 75; [10..75]; 10, 20; not(75)",
        InputType::Boolean => "-, true or false",
        InputType::Date => {
            "- or one of these: date(\"2023-11-19\"); > date(\"2023-11-19\"); [date(\"2023-11-01\")..date(\"2023-11-19\")]"
        }
    }
}

/// A string in quotes at the beginning of a text, and what follows it. The escapes `\"` and `\\` are read, no others.
pub(crate) fn string_literal(text: &str) -> Option<(String, &str)> {
    let inner = text.trim_start().strip_prefix('"')?;
    let mut read = String::new();
    let mut characters = inner.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((read, &inner[at + 1..])),
            '\\' => read.push(
                characters
                    .next()
                    .map(|(_, next)| next)
                    .filter(|next| matches!(next, '"' | '\\'))?,
            ),
            plain => read.push(plain),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Choice, Localised};

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

    fn value(kind: InputType, text: &str) -> Value {
        input(kind).answer(text).unwrap()
    }

    fn check(kind: InputType, test: &str, meets: &[&str], fails: &[&str]) {
        let read = Unary::read(test, &input(kind)).unwrap();
        for answer in meets {
            assert!(read.met_by(Some(&value(kind, answer))), "{answer} meets {test}");
        }
        for answer in fails {
            assert!(!read.met_by(Some(&value(kind, answer))), "{answer} fails {test}");
        }
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
    fn no_answer_meets_nothing_but_the_dash() {
        for (test, meets) in [
            ("-", true),
            ("", true),
            (" - ", true),
            ("75", false),
            ("not(75)", false),
        ] {
            assert_eq!(
                Unary::read(test, &input(InputType::Number)).unwrap().met_by(None),
                meets,
                "{test}"
            );
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
            (InputType::Number, "1 + 1"),
            (InputType::Number, "= 1"),
            (InputType::Number, "!= 1"),
            (InputType::Number, "null"),
            (InputType::Number, "1."),
            (InputType::Number, "99999999999999999999999999999"),
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
            (InputType::Date, "date(2023, 11, 19)"),
        ];
        for (kind, test) in refused {
            let fault = Unary::read(test, &input(kind));
            assert!(
                fault.is_err_and(|fault| !fault.what.is_empty() && !fault.todo.is_empty()),
                "{test}"
            );
        }
    }
}
