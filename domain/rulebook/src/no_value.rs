//! What has no value in a case, where it stands, and why: a test without a value is not met, and nobody is asked by it.

use crate::Answers;
use crate::Rulebook;
use crate::decision::Cell;
use crate::said::written;
use feel::{Cause, Said, said, short};
use serde::Serialize;
use std::fmt;

/// Something that has no value in a case, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoValue {
    /// Where it stands.
    #[serde(flatten)]
    pub place: NoValuePlace,
    /// The part of an expression that has no value; empty where it is no part of one.
    pub text: String,
    /// Why it has none.
    #[serde(serialize_with = "written")]
    pub why: Said,
}

/// Where something without a value stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoValuePlace {
    /// In a decision that the table needs, or in what that needs, by its name.
    Decision(String),
    /// In a cell of the table.
    #[serde(untagged)]
    Cell {
        /// The rule, as it is cited: `authorities/3`.
        rule: String,
        /// What the cell tests.
        column: String,
    },
}

impl NoValue {
    fn of(place: NoValuePlace, cause: &Cause) -> NoValue {
        NoValue {
            place,
            text: cause.text().to_owned(),
            why: cause.reason().clone(),
        }
    }

    /// Where it stands, what it is, and why, in a sentence; a column that tests an answer by its question
    /// in a language.
    #[must_use]
    pub fn said(&self, rulebook: &Rulebook, language: &str) -> Said {
        self.told(|column| {
            let input = rulebook.input(column);
            input.map_or(column, |input| input.question.in_language(language))
        })
    }

    fn told<'a>(&'a self, called: impl Fn(&'a str) -> &'a str) -> Said {
        let place = match &self.place {
            NoValuePlace::Decision(name) => said!("decision {}", name),
            NoValuePlace::Cell { rule, column } => said!("rule {}, column “{}”", rule, called(column)),
        };
        if self.text.is_empty() {
            return said!("{} has no value: {}.", place, self.why.clone());
        }
        said!(
            "{}: “{}” has no value: {}.",
            place,
            short(&self.text),
            self.why.clone()
        )
    }
}

impl fmt::Display for NoValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.told(|column| column).fmt(f)
    }
}

impl Rulebook {
    /// What of the decisions and expressions that a case has evaluated has no value, and why; nothing where all tests are of
    /// values. A test without a value is not met.
    #[must_use]
    pub fn without_value(&self, answers: &Answers) -> Vec<NoValue> {
        if self.decision.evaluated.is_none() {
            return vec![];
        }
        let given = self.decision.given(answers);
        let decided = given.undecided();
        let mut seen = decided.len();
        let mut found: Vec<NoValue> = decided
            .iter()
            .map(|one| NoValue::of(NoValuePlace::Decision(one.element.clone()), &one.cause))
            .collect();
        let rules = self.decision.rules.iter().enumerate();
        let cells = rules.flat_map(|(at, rule)| rule.cells.iter().map(move |cell| (at, cell)));
        for (at, cell) in cells.filter(|(_, cell)| !cell.reads.is_empty()) {
            // Putting a test to the case notes what has no value.
            cell.met_by(&given);
            let causes = given.causes();
            let place = |cell: &Cell| NoValuePlace::Cell {
                rule: self.decision.cited(at),
                column: cell.input.clone(),
            };
            let own = causes.iter().skip(seen);
            found.extend(own.map(|cause| NoValue::of(place(cell), cause)));
            seen = causes.len();
        }
        found.dedup();
        found
    }
}
