//! What changed between two versions of a rulebook, in terms of its rules and texts, not of its files.

mod lines;
mod matching;
mod models;
mod parts;
mod rules;
#[cfg(test)]
mod tests;
mod words;

use crate::{Rulebook, Value};
use serde::Serialize;

/// One difference between an older version and a newer one. Rows count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "difference", rename_all = "kebab-case")]
pub enum Difference {
    /// A part is new.
    Added {
        /// What it is.
        part: Part,
        /// Its id.
        id: String,
    },
    /// A part is gone.
    Removed {
        /// What it was.
        part: Part,
        /// Its id.
        id: String,
    },
    /// A part says something else.
    Changed {
        /// What it is.
        part: Part,
        /// Its id; empty for the rulebook as a whole.
        id: String,
        /// The key in `rulebook.toml`, within the part: `period`, `name.en`, `values.road.en`; or the way to a text of a model:
        /// `logic.limit`. The digest of a model's part, and the rulebook's hash, stand for what no other key tells.
        field: String,
        /// What it said, if it said anything.
        before: Option<String>,
        /// What it says, if it says anything.
        after: Option<String>,
    },
    /// A rule is new.
    RuleAdded(RuleText),
    /// A rule is gone.
    RuleRemoved(RuleText),
    /// A rule stands in another order among those that remain.
    RuleMoved {
        /// The rule.
        row: Row,
    },
    /// A test of a rule is another.
    Test {
        /// The rule.
        row: Row,
        /// The input that is tested.
        input: String,
        /// The test as it was written; `-` for none.
        before: String,
        /// The test as it is written.
        after: String,
        /// Where only the value changed that an answer is compared with.
        threshold: Option<Threshold>,
    },
    /// A rule of another table than the one that names authorities is new, gone, moved, or says something else.
    Behind {
        /// What has the table: a decision or a function.
        part: Part,
        /// Its name.
        id: String,
        /// The rule; 0 for the version in which it is not.
        row: Row,
        /// The column; empty for the rule as a whole.
        column: String,
        /// What it said, if it said anything; nothing of a rule that only stands elsewhere.
        before: Option<String>,
        /// What it says, if it says anything; nothing of a rule that only stands elsewhere.
        after: Option<String>,
    },
    /// Something else that a rule says is different.
    Rule {
        /// The rule.
        row: Row,
        /// The column: `authority`, `reason`, or that of another annotation.
        column: &'static str,
        /// What it said, if it said anything.
        before: Option<String>,
        /// What it says, if it says anything.
        after: Option<String>,
    },
}

/// A part of `rulebook.toml`, or of a decision model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The rulebook as a whole.
    Rulebook,
    /// A question.
    Question,
    /// An authority.
    Authority,
    /// A reason.
    Reason,
    /// A period of single rules.
    Period,
    /// A document.
    Document,
    /// A fee.
    Fee,
    /// A condition.
    Condition,
    /// A lead time.
    LeadTime,
    /// A safety distance.
    Distance,
    /// What may be public.
    Public,
    /// A sentence in each language.
    Translation,
    /// The file of a decision model.
    Model,
    /// A type of a model.
    Type,
    /// An input datum of a model.
    InputData,
    /// A decision of a model.
    Decision,
    /// A business knowledge model.
    Function,
    /// A decision service.
    Service,
}

/// A rule of both versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Where it stood.
    pub before: usize,
    /// Where it stands.
    pub after: usize,
}

/// A rule that one version alone has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleText {
    /// Its row.
    pub row: usize,
    /// The tests that not any answer meets: the input and the test as written.
    pub tests: Vec<(String, String)>,
    /// The authority that it asks for.
    pub authority: String,
    /// The id of its reason.
    pub reason: String,
}

/// A value with which answers are compared, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Threshold {
    /// As it was.
    pub before: Value,
    /// As it is.
    pub after: Value,
    /// The unit of the question, if it has one.
    pub unit: Option<String>,
}

/// The rules of both versions, from 0: where each stood, and where it stands.
pub(crate) fn rows(older: &Rulebook, newer: &Rulebook) -> Vec<(usize, usize)> {
    rules::rows(older, newer)
}

/// Every difference from an older version to a newer one: the parts of `rulebook.toml` first, then those of the models, then the
/// rules by row. There is none only between files of the same bytes.
#[must_use]
pub fn between(older: &Rulebook, newer: &Rulebook) -> Vec<Difference> {
    let mut differences = parts::between(older, newer);
    differences.extend(rules::between(older, newer));
    if differences.is_empty() && older.hash != newer.hash {
        differences.push(Difference::Changed {
            part: Part::Rulebook,
            id: String::new(),
            field: "hash".to_owned(),
            before: Some(older.hash.clone()),
            after: Some(newer.hash.clone()),
        });
    }
    differences
}
