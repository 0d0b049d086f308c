//! What a rulebook answers: the authorities, and every rule that asks for them.

use crate::{KeptDistance, LeadTime, Period, PeriodBasis, Value};
use feel::{Said, said};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// The authorities that must be asked, in the rulebook's order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluation {
    /// One entry for each authority.
    pub authorities: Vec<Required>,
}

impl Evaluation {
    /// Whether both ask the same authorities, for the same periods and lead times on the same basis, for the same reasons, and
    /// attach the same. Which rules say so, in which order, and how many metres a distance has may differ.
    #[must_use]
    pub fn same_outcome(&self, other: &Evaluation) -> bool {
        let outcome = |evaluation: &'_ Evaluation| -> Vec<_> {
            let reasons = |required: &Required| -> BTreeSet<String> {
                required.fired.iter().map(|fired| fired.reason.clone()).collect()
            };
            let attached = |required: &Required| -> BTreeSet<String> {
                let distances = required
                    .distances
                    .iter()
                    .map(|distance| format!("distance {}", distance.id));
                let named = |part: &'static str, ids: &[String]| -> Vec<String> {
                    ids.iter().map(|id| format!("{part} {id}")).collect()
                };
                let documents = named("document", &required.documents);
                let (fees, conditions) = (
                    named("fee", &required.fees),
                    named("condition", &required.conditions),
                );
                distances.chain(documents).chain(fees).chain(conditions).collect()
            };
            let one = |required: &Required| {
                let (authority, basis) = (required.authority.clone(), required.period_basis.clone());
                let terms = (required.period, basis, required.lead_time.clone());
                (authority, terms, reasons(required), attached(required))
            };
            evaluation.authorities.iter().map(one).collect()
        };
        outcome(self) == outcome(other)
    }
}

/// An authority that must be asked, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Required {
    /// Its id.
    pub authority: String,
    /// How long it may take in this case: the longest of what the rules that fired give it.
    pub period: Period,
    /// What that period rests on.
    pub period_basis: PeriodBasis,
    /// The rules that ask for it, in the table's order; never empty.
    pub fired: Vec<Fired>,
    /// The longest of the lead times that those rules give, if any does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_time: Option<LeadTime>,
    /// The ids of the documents that it needs, each once, in the order in which rules name them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// The ids of the fees that it takes, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<String>,
    /// The ids of the conditions that come with it, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// The safety distances that it asks for, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distances: Vec<KeptDistance>,
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fired {
    /// The decision whose table it stands in.
    pub table: String,
    /// Its row, from 1.
    pub rule: usize,
    /// How it is cited: `authorities/3`.
    pub id: String,
    /// The id of its reason in the rulebook.
    pub reason: String,
    /// What it rests on, as a person would look it up.
    pub citation: String,
    /// Law, regulation or practice.
    pub kind: crate::BasisKind,
    /// Where what it rests on is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// What the makers of the rulebook note beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The tests that were met, without those that any answer meets.
    pub inputs: Vec<Tested>,
}

/// A test and the answer that met it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tested {
    /// The input's id.
    pub input: String,
    /// The test as it is written in the table.
    pub test: String,
    /// The answer.
    pub value: Value,
}

/// Why a rulebook gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvaluationError {
    /// Two rules of a table that allows one answered at once.
    Conflict {
        /// The first rule, `authorities/3`.
        first: String,
        /// The other.
        second: String,
    },
    /// An answer to a question that the rulebook does not ask.
    UnknownInput {
        /// The id given.
        input: String,
    },
    /// An answer of another type than the question's.
    WrongType {
        /// The input's id.
        input: String,
        /// The type it has.
        expected: &'static str,
        /// The type of the answer.
        given: &'static str,
    },
    /// What the table has evaluated is more work than is done for one case.
    TooMuchWork,
}

impl EvaluationError {
    /// Why there is no answer.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            EvaluationError::Conflict { first, second } => said!(
                "the rules {} and {} both answer, where the hit policy allows one answer; the rule maker narrows one of them",
                first,
                second
            ),
            EvaluationError::TooMuchWork => said!(
                "the rulebook's expressions are more work than is done for one case; the rule maker simplifies them"
            ),
            EvaluationError::UnknownInput { input } => {
                said!("the rulebook asks no question “{}”", input)
            }
            EvaluationError::WrongType {
                input,
                expected,
                given,
            } => said!(
                "the answer to {} is a {}, where a {} belongs",
                input,
                *given,
                *expected
            ),
        }
    }
}

impl fmt::Display for EvaluationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for EvaluationError {}
