//! The decision table as it is evaluated.

use crate::unary::Unary;
use crate::{Answers, EvaluationError, Fired, RuleKind, Tested};

/// How many rules of a table may answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HitPolicy {
    /// At most one; two are an error.
    Unique,
    /// The first row that is met.
    First,
    /// All of them.
    Collect,
}

impl HitPolicy {
    /// Its name in DMN.
    pub fn name(self) -> &'static str {
        match self {
            HitPolicy::Unique => "UNIQUE",
            HitPolicy::First => "FIRST",
            HitPolicy::Collect => "COLLECT",
        }
    }
}

/// A decision with its table.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub id: String,
    pub policy: HitPolicy,
    pub rules: Vec<Rule>,
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// Its id in the file, if it has one.
    pub id: Option<String>,
    /// One for each column, in order.
    pub cells: Vec<Cell>,
    /// The authority that it asks for.
    pub authority: String,
    /// The id of its reason.
    pub reason: String,
    /// What it rests on.
    pub citation: String,
    /// Law, regulation or practice.
    pub kind: RuleKind,
    /// The id of its own period.
    pub period: Option<String>,
}

/// A cell: the test of one input.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// The input's id.
    pub input: String,
    /// As it is written.
    pub text: String,
    /// As it is read.
    pub test: Unary,
}

impl Decision {
    /// The rules that answer, from 0, in order: each test of each rule put to its answer. What the compiled table is held to.
    pub fn interpret(&self, answers: &Answers) -> Result<Vec<usize>, EvaluationError> {
        let met = |rule: &Rule| {
            rule.cells
                .iter()
                .all(|cell| cell.test.met_by(answers.get(&cell.input)))
        };
        let mut hits = self
            .rules
            .iter()
            .enumerate()
            .filter(|(_, rule)| met(rule))
            .map(|(at, _)| at);
        Ok(match self.policy {
            HitPolicy::Collect => hits.collect(),
            HitPolicy::First => hits.next().into_iter().collect(),
            HitPolicy::Unique => {
                let first = hits.next();
                if let (Some(first), Some(second)) = (first, hits.next()) {
                    return Err(self.conflict(first, second));
                }
                first.into_iter().collect()
            }
        })
    }

    /// Whether answers meet the test of one cell, its rule and column from 0.
    pub fn meets(&self, rule: usize, column: usize, answers: &Answers) -> bool {
        let cell = self.rules.get(rule).and_then(|rule| rule.cells.get(column));
        cell.is_some_and(|cell| cell.test.met_by(answers.get(&cell.input)))
    }

    /// How a rule, from 0, is cited.
    pub fn cited(&self, rule: usize) -> String {
        format!("{}/{}", self.id, rule + 1)
    }

    /// Two rules, from 0, answer where one may.
    pub fn conflict(&self, first: usize, second: usize) -> EvaluationError {
        EvaluationError::Conflict {
            first: self.cited(first),
            second: self.cited(second),
        }
    }

    /// A rule, from 0, that was met by some answers, with its trace.
    pub fn fired(&self, at: usize, rule: &Rule, answers: &Answers) -> Fired {
        let tested = rule
            .cells
            .iter()
            .filter(|cell| cell.test != Unary::Any)
            .filter_map(|cell| {
                let value = answers.get(&cell.input)?.clone();
                Some(Tested {
                    input: cell.input.clone(),
                    test: cell.text.clone(),
                    value,
                })
            });
        Fired {
            table: self.id.clone(),
            rule: at + 1,
            id: self.cited(at),
            reason: rule.reason.clone(),
            citation: rule.citation.clone(),
            kind: rule.kind,
            inputs: tested.collect(),
        }
    }
}
