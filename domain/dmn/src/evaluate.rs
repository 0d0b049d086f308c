//! Evaluation: the plain interpreter.

mod env;
mod function;
mod instance;
mod run;
mod table;

pub(crate) use function::called;
pub(crate) use instance::Instance;
pub(crate) use run::Run;

use feel::{Cause, Scope, Value};
use std::sync::Arc;

/// What an evaluation answers.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The value.
    pub value: Value,
    /// The tables that were asked, in the order in which they answered; the first thousand.
    pub trace: Vec<Asked>,
    /// Why what is null is null, in the order in which it came about; the first hundred.
    pub causes: Vec<NullCause>,
}

/// Several decisions, made about the same inputs.
#[derive(Clone, Debug)]
pub struct Decided {
    /// The value of each.
    pub values: Vec<Value>,
    pub(crate) run: Arc<Run>,
    pub(crate) before: usize,
}

impl Decided {
    /// Why what is null of them is null, of the scope in which they were made, before anything else is evaluated in it.
    #[must_use]
    pub fn causes(&self, scope: &Scope) -> Vec<NullCause> {
        self.run.causes(scope, self.before)
    }
}

/// A decision table that was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The decision or function whose logic it is.
    pub element: String,
    /// The table's id, if it has one.
    pub table: Option<String>,
    /// The columns and what was asked of them.
    pub inputs: Vec<(String, Value)>,
    /// The rules that fired, in the order in which they count.
    pub fired: Vec<Fired>,
    /// What the table answered.
    pub answer: Value,
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fired {
    /// Its row, from 1.
    pub row: usize,
    /// Its id, empty if it has none.
    pub id: String,
}

/// Why something is null.
#[derive(Clone, Debug)]
pub struct NullCause {
    /// The decision, function or service in which it came about.
    pub element: String,
    /// What was null and why.
    pub cause: Cause,
}
