//! The one rule that every line shares: it rests on words of a source, and they stand there exactly once.

use crate::guard::{DESK, role};
use crate::{Anchor, EngagementRefusal, Excerpt, Source};
use act::{Act, Context, SourceId, State};

/// What a line cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cites<'a> {
    /// Words of a source.
    Excerpt(&'a Excerpt),
    /// A source as a whole.
    Whole(SourceId),
}

impl Cites<'_> {
    /// Which source.
    #[must_use]
    pub fn source(&self) -> SourceId {
        match self {
            Cites::Excerpt(excerpt) => excerpt.source,
            Cites::Whole(source) => *source,
        }
    }
}

/// An act that records a line. By itself it cannot be decided: it is put beside the source that it cites, and
/// beside whatever else it has to be seen with (a request: its meeting), and that is an [`Act`].
pub trait Citing<Beside = ()>: Sized {
    /// The state it is decided on.
    type State: State;

    /// What it cites; `None` where nothing was given.
    fn cites(&self) -> Option<Cites<'_>>;

    /// Whether it may be recorded although it cites nothing. Only where the actor is itself the source.
    fn may_cite_nothing(&self, _state: &Self::State, _context: &Context) -> bool {
        false
    }

    /// Decides it, once its role and its citation are known to be good.
    ///
    /// # Errors
    /// The refusal of everything beyond role and citation.
    fn record(
        self,
        state: &Self::State,
        context: &Context,
        beside: Beside,
    ) -> Result<Vec<<Self::State as State>::Fact>, EngagementRefusal>;

    /// Puts it beside its source. Where it cites none, or one that is not known, give an empty source.
    fn resting_on(self, source: &Source, beside: Beside) -> Resting<'_, Self, Beside> {
        Resting {
            line: self,
            source,
            beside,
        }
    }
}

/// A line beside the source that it cites.
#[derive(Clone, Debug)]
pub struct Resting<'s, Line, Beside = ()> {
    line: Line,
    source: &'s Source,
    beside: Beside,
}

impl<Line: Citing<Beside>, Beside> Act for Resting<'_, Line, Beside> {
    type State = Line::State;
    type Refusal = EngagementRefusal;

    fn decide(
        self,
        state: &Line::State,
        context: &Context,
    ) -> Result<Vec<<Line::State as State>::Fact>, EngagementRefusal> {
        role(context, DESK)?;
        match self.line.cites() {
            Some(cited) => stands_in(cited, self.source)?,
            None if self.line.may_cite_nothing(state, context) => {}
            None => return Err(EngagementRefusal::NoSource),
        }
        self.line.record(state, context, self.beside)
    }
}

fn stands_in(cited: Cites<'_>, source: &Source) -> Result<(), EngagementRefusal> {
    if source.id() != Some(cited.source()) {
        return Err(EngagementRefusal::NoSource);
    }
    let Cites::Excerpt(excerpt) = cited else {
        return Ok(());
    };
    match excerpt.find_in(source.text()) {
        Anchor::Found { .. } => Ok(()),
        Anchor::Orphan => Err(EngagementRefusal::ExcerptNotFound),
        Anchor::Ambiguous { places } => Err(EngagementRefusal::ExcerptAmbiguous { places }),
    }
}
