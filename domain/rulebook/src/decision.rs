//! The decision table as it is evaluated.

use crate::attached::Attached;
use crate::given::{Evaluated, Given};
use crate::unary::Unary;
use crate::{Answers, BasisKind, EvaluationError, Fired, Tested};

pub(crate) use dmn::parts::HitPolicy;

/// A decision with its table.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub id: String,
    pub policy: HitPolicy,
    pub rules: Vec<Rule>,
    /// Under PRIORITY for each rule the place of its authority in the list of output values; else empty.
    pub ranks: Vec<usize>,
    /// What tests that are evaluated need; absent where every test is of values.
    pub evaluated: Option<Evaluated>,
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// Its id in the file, if it has one.
    pub id: Option<String>,
    /// One for each column, in order.
    pub cells: Vec<Cell>,
    /// What it answers with: the authority that it asks for, or the field that it withholds from the public.
    pub answer: String,
    /// The id of its reason.
    pub reason: String,
    /// What it rests on.
    pub citation: String,
    /// Law, regulation or practice.
    pub kind: BasisKind,
    /// The id of its own period.
    pub period: Option<String>,
    /// Where what it rests on is published.
    pub link: Option<String>,
    /// What its makers note beside it.
    pub note: Option<String>,
    /// What it attaches to asking the authority.
    pub attached: Attached,
    /// Whether what it withholds is told once the event is over.
    pub until_over: bool,
}

/// A cell: the test of one input, or of what a decision answers.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// The input's id, or the decision's name.
    pub input: String,
    /// As it is written.
    pub text: String,
    /// As it is read.
    pub test: Unary,
    /// The inputs on which a test that is evaluated depends; none for a test of values.
    pub reads: Vec<String>,
}

impl Cell {
    pub fn met_by(&self, given: &Given<'_>) -> bool {
        self.test.met_by(&self.input, given)
    }

    /// Whether it depends on the answer to an input.
    pub fn asks(&self, input: &str) -> bool {
        !self.test.is_any() && (self.input == input || self.reads.iter().any(|read| read == input))
    }
}

impl Decision {
    /// A case as the table sees it.
    pub fn given<'a>(&'a self, answers: &'a Answers) -> Given<'a> {
        Given::new(answers, self.evaluated.as_ref())
    }

    /// The rules that answer, from 0, in order: each test of each rule put to its answer. What the compiled table is held to.
    pub fn interpret(&self, given: &Given<'_>) -> Result<Vec<usize>, EvaluationError> {
        let rules = self.rules.iter().enumerate();
        // What has to be evaluated comes last: of a rule that other cells stop it is no work.
        let meets = |rule: &Rule, evaluated: bool| {
            let mut cells = rule.cells.iter();
            cells.all(|cell| cell.reads.is_empty() == evaluated || cell.met_by(given))
        };
        let met = rules.filter(|(_, rule)| meets(rule, false) && meets(rule, true));
        let hits: Vec<usize> = met.map(|(at, _)| at).collect();
        given.check()?;
        match (self.policy, hits.as_slice()) {
            (HitPolicy::Unique, [first, second, ..]) => return Err(self.conflict(*first, *second)),
            (HitPolicy::Any, _) => self.agree(hits.iter().copied())?,
            (HitPolicy::First | HitPolicy::Priority, _) => {
                let best = hits.into_iter().min_by_key(|at| self.precedence(*at));
                return Ok(best.into_iter().collect());
            }
            _ => {}
        }
        Ok(hits)
    }

    /// What tells which of two rules counts under FIRST and PRIORITY: the lesser.
    pub fn precedence(&self, rule: usize) -> (usize, usize) {
        (self.ranks.get(rule).copied().unwrap_or_default(), rule)
    }

    /// An error where rules that are met ask different authorities, as ANY forbids.
    pub fn agree(&self, mut met: impl Iterator<Item = usize>) -> Result<(), EvaluationError> {
        let Some(first) = met.next() else { return Ok(()) };
        let authority = |at: usize| self.rules.get(at).map(|rule| &rule.answer);
        match met.find(|at| authority(*at) != authority(first)) {
            Some(other) => Err(self.conflict(first, other)),
            None => Ok(()),
        }
    }

    /// Whether a case meets the test of one cell, its rule and column from 0.
    pub fn meets(&self, rule: usize, column: usize, given: &Given<'_>) -> bool {
        let cell = self.rules.get(rule).and_then(|rule| rule.cells.get(column));
        cell.is_some_and(|cell| cell.met_by(given))
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

    /// A rule, from 0, that a case met, with its trace.
    pub fn fired(&self, at: usize, rule: &Rule, given: &Given<'_>) -> Fired {
        let tested = rule
            .cells
            .iter()
            .filter(|cell| cell.test != Unary::Any)
            .filter_map(|cell| {
                let value = given.shown(&cell.input)?;
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
            link: rule.link.clone(),
            note: rule.note.clone(),
            inputs: tested.collect(),
        }
    }
}
