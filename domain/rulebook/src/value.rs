//! An answer to a rulebook's question, as a value of its type.

use crate::InputType;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Answers by the id of their input.
pub type Answers = BTreeMap<String, Value>;

/// A typed answer. In JSON `{"number":"100"}`: numbers as text, so that no digit is lost.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Value {
    /// A text, or the id of one of an input's values.
    Text(String),
    /// A number, in the input's unit.
    Number(Decimal),
    /// Yes or no.
    Boolean(bool),
    /// A day.
    Date(Date),
}

impl Value {
    /// Its type.
    #[must_use]
    pub fn kind(&self) -> InputType {
        match self {
            Value::Text(_) => InputType::Text,
            Value::Number(_) => InputType::Number,
            Value::Boolean(_) => InputType::Boolean,
            Value::Date(_) => InputType::Date,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => f.write_str(text),
            Value::Number(number) => write!(f, "{number}"),
            Value::Boolean(yes) => write!(f, "{yes}"),
            Value::Date(date) => write!(f, "{date}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: Value, json: &str) {
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        assert_eq!(serde_json::from_str::<Value>(json).unwrap(), value);
    }

    #[test]
    fn a_value_is_written_with_its_type_and_reads_back() {
        check(Value::Text("road".into()), r#"{"text":"road"}"#);
        check(Value::Number(Decimal::new(1_005, 1)), r#"{"number":"100.5"}"#);
        check(Value::Boolean(true), r#"{"boolean":true}"#);
        check(
            Value::Date(jiff::civil::date(2023, 11, 19)),
            r#"{"date":"2023-11-19"}"#,
        );
    }
}
