//! Answers made ready: what is kept of a case that is to be evaluated many times.

use crate::{Answers, EvaluationError, Rulebook};

/// Answers as the atoms of one rulebook: all that its table can tell of them, in four bytes for each input that it tests.
///
/// It belongs to the rulebook that made it. Another one's evaluation of it means nothing, though it does no harm.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prepared {
    pub(crate) atoms: Vec<u32>,
    /// Rules stopped by a test that has no atoms, in blocks; empty where the table has no such test.
    pub(crate) failed: Vec<u64>,
}

impl Rulebook {
    /// Makes answers ready, so that evaluating them touches no text any more.
    ///
    /// # Errors
    /// [`EvaluationError::UnknownInput`] and [`EvaluationError::WrongType`] for answers that are none of this rulebook's.
    pub fn prepare(&self, answers: &Answers) -> Result<Prepared, EvaluationError> {
        self.compiled.prepare(&self.decision, answers)
    }

    /// The rows of the table that answer a case, from 1, in order: [`Rulebook::evaluate`] without its trace.
    ///
    /// # Errors
    /// [`EvaluationError::Conflict`] where the table contradicts itself.
    pub fn rows<'a>(
        &'a self,
        prepared: &'a Prepared,
    ) -> Result<impl Iterator<Item = usize> + 'a, EvaluationError> {
        Ok(self
            .compiled
            .answering(&self.decision, prepared)?
            .map(|rule| rule + 1))
    }
}
