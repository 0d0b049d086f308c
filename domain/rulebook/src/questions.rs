//! The permit check: which questions can still change the outcome, and which of them to ask next.
//!
//! The outcome is who must be asked, for how long and for which reasons. A question remains as long as, for some answers to the
//! others that are still open, two of its own answers lead to different outcomes; **leaving a question without an answer
//! counts as one of its answers**, because a rule that tests it is then not met. So once nothing remains, the answers given
//! so far have the outcome of every way to complete them, and what was never asked may be left out for good.

mod order;
mod search;
#[cfg(test)]
mod tests;

use crate::bits::Bits;
use crate::product::Product;
use crate::{Answers, BasisKind, EvaluationError, Input, Rulebook};
use search::State;
use std::collections::BTreeSet;

/// The questions that can still change the outcome.
#[derive(Clone, Debug)]
pub struct Questions<'a> {
    /// In the order of the rulebook.
    open: Vec<Open<'a>>,
    /// The place among them of the one to ask next.
    next: Option<usize>,
}

/// A question that can still change the outcome.
#[derive(Clone, Debug)]
pub struct Open<'a> {
    /// The question.
    pub input: &'a Input,
    /// The authorities for whom it matters: whether, why or for how long they are asked. In the rulebook's order.
    pub authorities: Vec<&'a str>,
    /// The rules whose being met hangs on it, in the table's order; of those that say the same only the first.
    pub rules: Vec<Hanging<'a>>,
    /// Whether it surely can; else a test without atoms, or the size of the table, leaves it open.
    pub sure: bool,
}

/// A rule whose being met hangs on the answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hanging<'a> {
    /// The authority that it asks for.
    pub authority: &'a str,
    /// The id of its reason in the rulebook.
    pub reason: &'a str,
    /// What it rests on, as a person would look it up.
    pub citation: &'a str,
    /// Law, regulation or practice.
    pub kind: BasisKind,
    /// Where what it rests on is published.
    pub link: Option<&'a str>,
}

impl<'a> Questions<'a> {
    /// The one to ask next: whose answer is expected to decide most.
    #[must_use]
    pub fn next(&self) -> Option<&Open<'a>> {
        self.open.get(self.next?)
    }

    /// All of them, in the order of the rulebook.
    #[must_use]
    pub fn open(&self) -> &[Open<'a>] {
        &self.open
    }

    /// Whether the outcome is settled: nothing that is not answered yet can change it.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.open.is_empty()
    }

    /// Whether each of them surely can change the outcome.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.open.iter().all(|open| open.sure)
    }
}

impl Rulebook {
    /// The questions that can still change the outcome, after some answers and after some questions that were left without one
    /// on purpose.
    ///
    /// # Errors
    /// [`EvaluationError::UnknownInput`] and [`EvaluationError::WrongType`] for answers that are none of this rulebook's.
    pub fn questions(
        &self,
        answers: &Answers,
        skipped: &BTreeSet<String>,
    ) -> Result<Questions<'_>, EvaluationError> {
        let prepared = self.prepare(answers)?;
        let known = |input: &Input| answers.contains_key(&input.id) || skipped.contains(&input.id);
        let taken = self.compiled.taken(self.inputs());
        let (mut possible, mut asked) = (vec![], vec![]);
        for (at, (axis, input)) in self.compiled.asked(self.inputs()).enumerate() {
            let mut atoms = Bits::none(axis.atoms.count());
            if !known(input) {
                asked.push(at);
                atoms = taken.set(at).cloned().unwrap_or(atoms);
            }
            prepared
                .atoms
                .get(at)
                .into_iter()
                .for_each(|atom| atoms.insert(*atom as usize));
            possible.push(atoms);
        }
        let space = Product::of(possible.into_iter());
        let state = State::new(self, space, asked, answers);
        let mut open = state.open();
        open.sort_by_key(|(axis, _)| self.compiled.axes.get(*axis).map(|axis| axis.input));
        let candidates: Vec<usize> = open.iter().map(|(axis, _)| *axis).collect();
        Ok(Questions {
            next: state.next(&candidates),
            open: open.into_iter().map(|(_, open)| open).collect(),
        })
    }

    /// The question to ask next; none when the outcome is settled, by answers of another rulebook too.
    #[must_use]
    pub fn next_question(&self, answers: &Answers) -> Option<&Input> {
        let questions = self.questions(answers, &BTreeSet::new()).ok()?;
        questions.next().map(|open| open.input)
    }

    /// The questions that can still change the outcome, in the order of the rulebook.
    #[must_use]
    pub fn remaining(&self, answers: &Answers) -> Vec<&Input> {
        let questions = self.questions(answers, &BTreeSet::new());
        questions.map_or(vec![], |questions| {
            questions.open.iter().map(|open| open.input).collect()
        })
    }

    /// Whether nothing that is not answered yet can change the outcome.
    #[must_use]
    pub fn settled(&self, answers: &Answers) -> bool {
        self.remaining(answers).is_empty()
    }
}
