//! From what a person typed to a value, by the question's own declaration.

use crate::number::{Typed, as_typed};
use crate::unseen::in_line;
use crate::{Input, InputType, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::fmt;

/// Characters that a free text takes.
const LONGEST_TEXT: usize = 500;

/// Why what was typed is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    /// Nothing was typed.
    Missing,
    /// The rulebook asks no such question.
    UnknownInput {
        /// The id given.
        input: String,
    },
    /// Not a number in digits.
    NotANumber {
        /// What was typed.
        given: String,
    },
    /// A number to some, and another one to others.
    Ambiguous {
        /// What was typed.
        given: String,
        /// The number if its point sets off thousands.
        thousands: Decimal,
        /// The number if its point comes before a fraction.
        fraction: Decimal,
    },
    /// A number with a fraction, where whole ones count.
    NotWhole {
        /// What was typed.
        given: String,
    },
    /// Smaller or larger than the question takes.
    OutOfRange {
        /// The smallest taken.
        least: Option<Decimal>,
        /// The largest taken.
        most: Option<Decimal>,
        /// What was typed.
        given: String,
    },
    /// Not a day of the calendar as `2023-11-19`.
    NotADate {
        /// What was typed.
        given: String,
    },
    /// Neither yes nor no.
    NotYesOrNo {
        /// What was typed.
        given: String,
    },
    /// Not one of the values that may be chosen.
    NotOneOf {
        /// What was typed.
        given: String,
        /// The ids that may be chosen.
        allowed: Vec<String>,
    },
    /// A text longer than is taken.
    TooLong {
        /// Characters taken.
        most: usize,
        /// Characters typed.
        given: usize,
    },
    /// A control character in a text.
    Control,
}

impl Input {
    /// Reads an answer as it was typed.
    ///
    /// Numbers: Latin, Khmer or full-width digits; what can only mean one number, be its fraction behind a point or a comma, its
    /// thousands set off by commas, points or blanks.
    /// Yes and no: `yes`, `no`, `true`, `false`. Dates: ISO 8601.
    ///
    /// # Errors
    /// See [`AnswerFault`]; what was typed is said back cut to 60 characters.
    pub fn answer(&self, typed: &str) -> Result<Value, AnswerFault> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(AnswerFault::Missing);
        }
        match self.kind {
            InputType::Text => self.text(typed),
            InputType::Number => self.number(typed),
            InputType::Boolean => boolean(typed),
            InputType::Date => date(typed),
        }
    }

    /// Whether a value is an answer that it takes: of its type, within its bounds, one of its values if it has any.
    #[must_use]
    pub fn takes(&self, value: &Value) -> bool {
        self.kind == value.kind()
            && match value {
                Value::Text(text) => {
                    self.values.is_empty() || self.values.iter().any(|choice| choice.id == *text)
                }
                Value::Number(number) => {
                    self.least.is_none_or(|least| least <= *number)
                        && self.most.is_none_or(|most| *number <= most)
                        && (!self.whole || number.is_integer())
                }
                Value::Boolean(_) | Value::Date(_) => true,
            }
    }

    fn text(&self, typed: &str) -> Result<Value, AnswerFault> {
        if !self.values.is_empty() && !self.values.iter().any(|choice| choice.id == typed) {
            let allowed = self.values.iter().map(|choice| choice.id.clone()).collect();
            return Err(AnswerFault::NotOneOf {
                given: short(typed),
                allowed,
            });
        }
        let given = typed.chars().count();
        if given > LONGEST_TEXT {
            return Err(AnswerFault::TooLong {
                most: LONGEST_TEXT,
                given,
            });
        }
        if in_line(typed) {
            return Err(AnswerFault::Control);
        }
        Ok(Value::Text(typed.to_owned()))
    }

    fn number(&self, typed: &str) -> Result<Value, AnswerFault> {
        let given = || short(typed);
        let number = match as_typed(typed, self.whole) {
            Some(Typed::One(number)) => number,
            Some(Typed::Either { thousands, fraction }) => {
                return Err(AnswerFault::Ambiguous {
                    given: given(),
                    thousands,
                    fraction,
                });
            }
            None => return Err(AnswerFault::NotANumber { given: given() }),
        };
        // A fraction is refused even of zeros: it is not what was asked for.
        if self.whole && number.scale() > 0 {
            return Err(AnswerFault::NotWhole { given: given() });
        }
        let below = self.least.is_some_and(|least| number < least);
        let above = self.most.is_some_and(|most| number > most);
        if below || above {
            return Err(AnswerFault::OutOfRange {
                least: self.least,
                most: self.most,
                given: given(),
            });
        }
        Ok(Value::Number(number.normalize()))
    }
}

fn boolean(typed: &str) -> Result<Value, AnswerFault> {
    match typed.to_ascii_lowercase().as_str() {
        "yes" | "true" => Ok(Value::Boolean(true)),
        "no" | "false" => Ok(Value::Boolean(false)),
        _ => Err(AnswerFault::NotYesOrNo { given: short(typed) }),
    }
}

fn date(typed: &str) -> Result<Value, AnswerFault> {
    iso_date(typed)
        .map(Value::Date)
        .ok_or_else(|| AnswerFault::NotADate { given: short(typed) })
}

/// A day written as `2023-11-19` and in no other way.
pub(crate) fn iso_date(text: &str) -> Option<Date> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| {
            if at == 4 || at == 7 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    if shaped { text.parse().ok() } else { None }
}

/// An answer of a TOML file as a person would type it.
pub(crate) fn typed(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Array(_) | toml::Value::Table(_) => None,
        other => Some(other.to_string()),
    }
}

fn short(typed: &str) -> String {
    typed.chars().take(60).collect()
}

impl fmt::Display for AnswerFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AnswerFault::Missing => write!(f, "an answer is missing. Give one"),
            AnswerFault::UnknownInput { input } => {
                write!(
                    f,
                    "the rulebook asks no question \u{201c}{input}\u{201d}. Take it out"
                )
            }
            AnswerFault::NotANumber { given } => {
                write!(
                    f,
                    "\u{201c}{given}\u{201d} is no number. Write it in digits, such as 1500"
                )
            }
            AnswerFault::Ambiguous {
                given,
                thousands,
                fraction,
            } => {
                write!(
                    f,
                    "\u{201c}{given}\u{201d} can be read as {thousands} and as {fraction}. Write one of the two"
                )
            }
            AnswerFault::NotWhole { given } => {
                write!(
                    f,
                    "\u{201c}{given}\u{201d} is no whole number. Write it in digits alone, such as 1500"
                )
            }
            AnswerFault::OutOfRange { least, most, given } => {
                write!(f, "{given} is out of range. Give a number")?;
                least.map_or(Ok(()), |least| write!(f, ", {least} or more"))?;
                most.map_or(Ok(()), |most| write!(f, ", {most} or less"))
            }
            AnswerFault::NotADate { given } => {
                write!(f, "\u{201c}{given}\u{201d} is no date. Write it as 2023-11-19")
            }
            AnswerFault::NotYesOrNo { given } => {
                write!(
                    f,
                    "\u{201c}{given}\u{201d} is neither yes nor no. Write true or false"
                )
            }
            AnswerFault::NotOneOf { given, allowed } => {
                write!(
                    f,
                    "\u{201c}{given}\u{201d} may not be chosen. Write one of: {}",
                    allowed.join(", ")
                )
            }
            AnswerFault::TooLong { most, given } => {
                write!(f, "the text has {given} characters. Shorten it to {most}")
            }
            AnswerFault::Control => write!(f, "the text has a control character. Take it out"),
        }
    }
}

impl std::error::Error for AnswerFault {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Choice, Localised};

    fn input(kind: InputType) -> Input {
        Input {
            id: "asked".into(),
            kind,
            values: vec![],
            unit: None,
            whole: false,
            least: None,
            most: None,
            required: true,
            question: Localised::default(),
            help: None,
        }
    }

    #[test]
    fn whole_numbers_take_no_point_and_bounds_hold() {
        let people = Input {
            whole: true,
            least: Some(Decimal::ONE),
            most: Some(Decimal::from(100)),
            ..input(InputType::Number)
        };
        assert_eq!(people.answer(" 100 "), Ok(Value::Number(Decimal::from(100))));
        assert_eq!(
            people.answer("5.00"),
            Err(AnswerFault::NotWhole { given: "5.00".into() })
        );
        assert_eq!(
            people.answer("1 00"),
            Err(AnswerFault::NotANumber { given: "1 00".into() })
        );
        assert!(matches!(people.answer("0"), Err(AnswerFault::OutOfRange { .. })));
        assert!(matches!(
            people.answer("101"),
            Err(AnswerFault::OutOfRange { .. })
        ));
        assert_eq!(people.answer("\u{a0} "), Err(AnswerFault::Missing));
    }

    #[test]
    fn the_same_number_typed_otherwise_is_the_same_answer() {
        let any = input(InputType::Number);
        let hundred = serde_json::to_string(&any.answer("100").unwrap()).unwrap();
        assert_eq!(
            serde_json::to_string(&any.answer("100.00").unwrap()).unwrap(),
            hundred
        );
    }

    #[test]
    fn what_reads_as_two_numbers_is_refused_with_both() {
        let Err(fault) = input(InputType::Number).answer("1.200") else {
            panic!("1.200 was taken");
        };
        assert_eq!(
            fault.to_string(),
            "\u{201c}1.200\u{201d} can be read as 1200 and as 1.2. Write one of the two"
        );
    }

    #[test]
    fn yes_and_no_dates_and_choices_are_read_exactly() {
        let yes = input(InputType::Boolean);
        assert_eq!(yes.answer("Yes"), Ok(Value::Boolean(true)));
        assert_eq!(yes.answer("no"), Ok(Value::Boolean(false)));
        assert_eq!(
            yes.answer("perhaps"),
            Err(AnswerFault::NotYesOrNo {
                given: "perhaps".into()
            })
        );
        let day = input(InputType::Date);
        assert_eq!(
            day.answer("2023-11-19"),
            Ok(Value::Date(jiff::civil::date(2023, 11, 19)))
        );
        for bad in ["2023-02-29", "19.11.2023", "2023-11-19T10:00", "20231119"] {
            assert_eq!(day.answer(bad), Err(AnswerFault::NotADate { given: bad.into() }));
        }
        let choice = Choice {
            id: "road".into(),
            label: Localised::default(),
        };
        let place = Input {
            values: vec![choice],
            ..input(InputType::Text)
        };
        assert_eq!(place.answer("road"), Ok(Value::Text("road".into())));
        let refused = AnswerFault::NotOneOf {
            given: "Road".into(),
            allowed: vec!["road".into()],
        };
        assert_eq!(place.answer("Road"), Err(refused));
    }

    #[test]
    fn a_free_text_is_bounded_and_clean() {
        let free = input(InputType::Text);
        assert_eq!(free.answer(&"ក".repeat(500)).unwrap().kind(), InputType::Text);
        assert_eq!(
            free.answer(&"ក".repeat(501)),
            Err(AnswerFault::TooLong {
                most: 500,
                given: 501
            })
        );
        assert_eq!(free.answer("a\u{0}b"), Err(AnswerFault::Control));
    }
}
