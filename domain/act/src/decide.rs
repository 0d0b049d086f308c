//! How an act becomes facts: `decide` looks at state and answers with facts or a refusal; `evolve` folds facts.

use crate::{Context, Refusal};

/// A fact with who caused it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded<F> {
    /// What happened.
    pub fact: F,
    /// Who did it and when.
    pub by: Context,
}

/// State that is folded from the facts of one stream and from nothing else.
pub trait State: Default {
    /// What can have happened in the stream.
    type Fact: Clone;

    /// Takes one fact in. It never fails: what is recorded happened.
    fn evolve(&mut self, recorded: &Recorded<Self::Fact>);
}

/// Something a person can do. One act, one file.
pub trait Act {
    /// The state it is decided on.
    type State: State;
    /// Why it may be refused.
    type Refusal: Refusal;

    /// Decides the act: the facts that follow, or the named reason why not.
    ///
    /// # Errors
    /// The refusal names what was wrong and what would be allowed; nothing is changed.
    fn decide(
        self,
        state: &Self::State,
        context: &Context,
    ) -> Result<Vec<<Self::State as State>::Fact>, Self::Refusal>;
}

/// Folds a whole stream.
pub fn replay<'a, S: State>(facts: impl IntoIterator<Item = &'a Recorded<S::Fact>>) -> S
where
    S::Fact: 'a,
{
    let mut state = S::default();
    for recorded in facts {
        state.evolve(recorded);
    }
    state
}
