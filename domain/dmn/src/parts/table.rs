//! Decision tables.

use super::Text;

/// A decision table.
#[derive(Clone, Debug)]
pub struct DecisionTable {
    /// Which of the rules that match count.
    pub hit_policy: HitPolicy,
    /// What is made of the outputs under COLLECT.
    pub aggregation: Option<Aggregation>,
    /// The columns of what is asked.
    pub inputs: Vec<InputClause>,
    /// The columns of what is answered; never empty.
    pub outputs: Vec<OutputClause>,
    /// The names of the columns of notes.
    pub annotations: Vec<String>,
    /// The rules, from the first to the last.
    pub rules: Vec<Rule>,
    /// Where it stands.
    pub line: usize,
}

/// Which of the rules that match count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitPolicy {
    /// At most one rule may match.
    Unique,
    /// The rules that match must answer the same.
    Any,
    /// The answer that stands first in the lists of output values.
    Priority,
    /// The first rule that matches.
    First,
    /// All, in no order that means something; here the order of the rules.
    Collect,
    /// All, in the order of the rules.
    RuleOrder,
    /// All, in the order of the lists of output values.
    OutputOrder,
}

/// What is made of the outputs under COLLECT.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregation {
    /// Their sum.
    Sum,
    /// Their number.
    Count,
    /// The least.
    Min,
    /// The greatest.
    Max,
}

impl HitPolicy {
    /// As it is written in a file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            HitPolicy::Unique => "UNIQUE",
            HitPolicy::Any => "ANY",
            HitPolicy::Priority => "PRIORITY",
            HitPolicy::First => "FIRST",
            HitPolicy::Collect => "COLLECT",
            HitPolicy::RuleOrder => "RULE ORDER",
            HitPolicy::OutputOrder => "OUTPUT ORDER",
        }
    }

    /// Read as it is written in a file.
    #[must_use]
    pub fn of(written: &str) -> Option<Self> {
        let all = [
            HitPolicy::Unique,
            HitPolicy::Any,
            HitPolicy::Priority,
            HitPolicy::First,
            HitPolicy::Collect,
            HitPolicy::RuleOrder,
            HitPolicy::OutputOrder,
        ];
        all.into_iter().find(|policy| policy.as_str() == written)
    }

    /// Whether the answer is a list.
    #[must_use]
    pub fn is_multiple(self) -> bool {
        matches!(
            self,
            HitPolicy::Collect | HitPolicy::RuleOrder | HitPolicy::OutputOrder
        )
    }
}

impl Aggregation {
    /// Read as it is written in a file.
    #[must_use]
    pub fn of(written: &str) -> Option<Self> {
        match written {
            "SUM" => Some(Aggregation::Sum),
            "COUNT" => Some(Aggregation::Count),
            "MIN" => Some(Aggregation::Min),
            "MAX" => Some(Aggregation::Max),
            _ => None,
        }
    }
}

/// A column of what is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputClause {
    /// Its label, empty if there is none.
    pub label: String,
    /// What is asked: an expression.
    pub expression: Text,
    /// The type of what is asked; absent for any.
    pub type_ref: Option<String>,
    /// What may be asked: unary tests.
    pub values: Option<Text>,
}

/// A column of what is answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutputClause {
    /// Its name; empty if it is the only one and has none.
    pub name: String,
    /// Its label, empty if there is none.
    pub label: String,
    /// The type of what is answered; absent for any.
    pub type_ref: Option<String>,
    /// What may be answered, the first first under PRIORITY and OUTPUT ORDER: unary tests.
    pub values: Option<Text>,
    /// The answer where no rule matches: an expression.
    pub default: Option<Text>,
}

/// A rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// Its id in the file, empty if it has none.
    pub id: String,
    /// Its description, empty if there is none.
    pub description: String,
    /// A cell for every input: unary tests, `-` for any.
    pub inputs: Vec<Text>,
    /// A cell for every output: an expression.
    pub outputs: Vec<Text>,
    /// A cell for every annotation that the rule has.
    pub annotations: Vec<String>,
    /// Where it stands.
    pub line: usize,
}

impl InputClause {
    /// The column as a reader calls it: its label, or else what is asked.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.label.is_empty() {
            &self.expression.text
        } else {
            &self.label
        }
    }
}

impl OutputClause {
    /// The column as a reader calls it: its label, or else its name.
    #[must_use]
    pub fn title(&self) -> &str {
        let named = if self.label.is_empty() {
            &self.name
        } else {
            &self.label
        };
        if named.is_empty() { "output" } else { named }
    }
}
