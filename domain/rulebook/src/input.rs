//! What a rulebook asks.

use crate::Localised;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A question of the rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its id: lower-case letters, digits and underscores.
    pub id: String,
    /// The type of its answer.
    pub kind: InputType,
    /// For text: what may be chosen. Empty: free text.
    pub values: Vec<Choice>,
    /// For a number: its unit, such as `mm`.
    pub unit: Option<String>,
    /// For a number: no fractions.
    pub whole: bool,
    /// For a number: the smallest that is taken.
    pub least: Option<Decimal>,
    /// For a number: the largest that is taken.
    pub most: Option<Decimal>,
    /// Whether an application needs an answer.
    pub required: bool,
    /// The question.
    pub question: Localised,
    /// What helps to answer it.
    pub help: Option<Localised>,
}

impl Input {
    /// Whether it takes, and needs, the same answers as another question.
    pub(crate) fn takes_as(&self, other: &Input) -> bool {
        let ids = |input: &Input| -> BTreeSet<String> {
            input.values.iter().map(|choice| choice.id.clone()).collect()
        };
        let bounds = |input: &Input| (input.kind, input.required, input.whole, input.least, input.most);
        bounds(self) == bounds(other) && ids(self) == ids(other)
    }
}

/// The type of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InputType {
    /// Text, free or one of the input's values.
    Text,
    /// A decimal number.
    Number,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
}

impl InputType {
    /// Its name in `rulebook.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            InputType::Text => "text",
            InputType::Number => "number",
            InputType::Boolean => "boolean",
            InputType::Date => "date",
        }
    }

    /// Its name in DMN.
    #[must_use]
    pub fn feel_name(self) -> &'static str {
        match self {
            InputType::Text => "string",
            other => other.name(),
        }
    }
}

/// One of the values that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its id, as tests in the table name it.
    pub id: String,
    /// What a person reads.
    pub label: Localised,
}
