//! The given–when–then helper in which every act's tests are written.

use crate::{Act, Context, Recorded, State, replay};
use std::fmt::Debug;

/// What has happened before the act under test.
#[derive(Debug)]
pub struct Given<S: State> {
    past: Vec<Recorded<S::Fact>>,
}

/// What came of the act under test.
#[derive(Debug)]
pub struct Then<F, R> {
    outcome: Result<Vec<F>, R>,
}

/// Starts a scenario from the facts of one stream, each with who and when.
pub fn given<S: State>(past: impl IntoIterator<Item = (Context, S::Fact)>) -> Given<S> {
    Given {
        past: past.into_iter().map(|(by, fact)| Recorded { fact, by }).collect(),
    }
}

impl<S: State> Given<S> {
    /// Does one more act whose facts become part of the past; the scenario fails if it is refused.
    #[must_use]
    #[track_caller]
    pub fn and<A: Act<State = S>>(mut self, context: &Context, act: A) -> Self {
        let state: S = replay(&self.past);
        match act.decide(&state, context) {
            Ok(facts) => {
                self.past.extend(facts.into_iter().map(|fact| Recorded {
                    fact,
                    by: context.clone(),
                }));
                self
            }
            Err(refusal) => panic!("this step of the past was refused: {refusal:?}"),
        }
    }

    /// The facts so far, each with who and when.
    #[must_use]
    pub fn past(&self) -> &[Recorded<S::Fact>] {
        &self.past
    }

    /// The state so far.
    #[must_use]
    pub fn state(&self) -> S {
        replay(&self.past)
    }

    /// Does the act under test.
    pub fn when<A: Act<State = S>>(&self, context: &Context, act: A) -> Then<S::Fact, A::Refusal> {
        Then {
            outcome: act.decide(&self.state(), context),
        }
    }
}

impl<F: Debug + PartialEq, R: Debug + PartialEq> Then<F, R> {
    /// The act became exactly these facts.
    #[track_caller]
    pub fn then(self, expected: &[F]) {
        match self.outcome {
            Ok(facts) => assert_eq!(facts, expected),
            Err(refusal) => panic!("refused: {refusal:?}"),
        }
    }

    /// The reason for which the act was refused.
    #[track_caller]
    pub fn refusal(self) -> R {
        match self.outcome {
            Ok(facts) => panic!("not refused; it became {facts:?}"),
            Err(refusal) => refusal,
        }
    }

    /// The act was refused for exactly this reason.
    #[track_caller]
    pub fn refused(self, expected: &R) {
        assert_eq!(&self.refusal(), expected);
    }
}
