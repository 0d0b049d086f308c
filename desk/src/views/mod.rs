//! The views that pages read: for each kind of stream, the rows that follow from its state. Pure.

pub mod application;
pub mod comments;
pub mod engagement;
pub mod governance;
pub mod holds;
pub mod identity;
pub mod notices;
pub mod owed;
pub mod version;

use crate::document::{Versioned, json, unfold};
use crate::store::{
    Advance, Document, FactRow, Projector, StoreFault, StoredFact, StreamId, ViewRow, difference,
};
use ::engagement::{Commitment, Meeting, Relationship, Request, Source, Task};
use ::governance::{AuthorityCalendar, Versions};
use ::identity::{Organisation, Person};
use act::{Recorded, State};
use clearance::Application;
use clearance::comments::Comment;
use clearance::hold::DateHold;
use record::Fact;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Folds every kind of stream into its document and rows.
pub struct Views;

impl Projector for Views {
    fn advance(&self, document: Option<&Document>, facts: &[StoredFact]) -> Result<Advance, StoreFault> {
        let Some(first) = facts.first() else {
            return Err(StoreFault::Corrupt {
                what: "views were asked to follow from no fact".to_owned(),
            });
        };
        match first.stream.kind() {
            "application" => fold::<Application>(&first.stream, document, facts),
            "hold" => fold::<DateHold>(&first.stream, document, facts),
            "comment" => fold::<Comment>(&first.stream, document, facts),
            "source" => fold::<Source>(&first.stream, document, facts),
            "meeting" => fold::<Meeting>(&first.stream, document, facts),
            "request" => fold::<Request>(&first.stream, document, facts),
            "commitment" => fold::<Commitment>(&first.stream, document, facts),
            "task" => fold::<Task>(&first.stream, document, facts),
            "relationship" => fold::<Relationship>(&first.stream, document, facts),
            "person" => fold::<Person>(&first.stream, document, facts),
            "organisation" => fold::<Organisation>(&first.stream, document, facts),
            "calendar" => fold::<AuthorityCalendar>(&first.stream, document, facts),
            "rulebook" => fold::<Versions>(&first.stream, document, facts),
            other => Err(StoreFault::Corrupt {
                what: format!("no view knows streams of kind {other}"),
            }),
        }
    }
}

/// Reads the body of a row.
///
/// # Errors
/// [`StoreFault::Corrupt`] if it is not what this view writes.
pub fn line<T: DeserializeOwned>(row: &ViewRow) -> Result<T, StoreFault> {
    serde_json::from_slice(&row.body).map_err(|fault| StoreFault::Corrupt {
        what: format!("the row {} of {}: {fault}", row.key.key, row.key.view),
    })
}

/// State from which views follow.
pub(crate) trait Viewed: State<Fact: Fact> + Clone + Serialize + DeserializeOwned {
    /// Whether single facts add rows: only then is the state before each of them kept.
    const TELLS: bool = false;

    /// The rows that follow from it as it stands.
    fn rows(&self, id: &str) -> Vec<ViewRow>;

    /// The rows that a fact adds for ever. `self` is the state after it, `before` the one that it was recorded on.
    fn told(&self, _id: &str, _before: &Self, _recorded: &Recorded<Self::Fact>) -> Vec<Told> {
        vec![]
    }
}

/// A row that a fact adds for ever: a line in the list of someone.
pub(crate) struct Told {
    pub(crate) view: &'static str,
    pub(crate) scope: String,
    pub(crate) body: Vec<u8>,
}

/// Facts, each with its number in its stream; none in place of what was erased.
pub(crate) type Numbered<F> = Vec<(u64, Option<Recorded<F>>)>;

/// What facts do to the views of their stream, from its state before them. What was erased is no longer known to any view; its place
/// is still counted.
pub(crate) fn follow<S: Viewed>(
    stream: &StreamId,
    before: &Versioned<S>,
    facts: Numbered<S::Fact>,
) -> Advance {
    let old = match before.version {
        0 => vec![],
        _ => before.state.rows(stream.id()),
    };
    let mut state = before.state.clone();
    let mut version = before.version;
    let mut told = vec![];
    for (number, recorded) in facts {
        version = number;
        let Some(recorded) = recorded else { continue };
        let earlier = S::TELLS.then(|| state.clone());
        state.evolve(&recorded);
        let rows = earlier.map(|earlier| state.told(stream.id(), &earlier, &recorded));
        told.extend(rows.into_iter().flatten().map(|row| FactRow {
            version,
            view: row.view,
            scope: row.scope,
            body: row.body,
        }));
    }
    let document = Document {
        stream: stream.clone(),
        version,
        body: json(&state),
    };
    let mut advance = difference(document, old, state.rows(stream.id()));
    advance.told = told;
    advance
}

fn fold<S: Viewed>(
    stream: &StreamId,
    document: Option<&Document>,
    facts: &[StoredFact],
) -> Result<Advance, StoreFault> {
    let before = unfold::<S>(document.cloned())?;
    let read = |fact: &StoredFact| {
        let recorded = fact.payload.as_deref().map(record::read::<S::Fact>).transpose();
        let recorded = recorded.map_err(|fault| StoreFault::Corrupt {
            what: format!("the fact at position {}: {fault}", fact.position),
        })?;
        Ok((fact.version, recorded.map(|(_, recorded)| recorded)))
    };
    let facts: Numbered<S::Fact> = facts.iter().map(read).collect::<Result<_, StoreFault>>()?;
    Ok(follow(stream, &before, facts))
}

impl Viewed for Application {
    const TELLS: bool = true;

    fn rows(&self, id: &str) -> Vec<ViewRow> {
        application::rows(id, self)
    }

    fn told(&self, id: &str, before: &Self, recorded: &Recorded<Self::Fact>) -> Vec<Told> {
        notices::rows(id, before, self, recorded)
    }
}

impl Viewed for Comment {
    const TELLS: bool = true;

    fn rows(&self, id: &str) -> Vec<ViewRow> {
        comments::rows(id, self)
    }

    fn told(&self, _: &str, _: &Self, recorded: &Recorded<Self::Fact>) -> Vec<Told> {
        comments::told(recorded)
    }
}

impl Viewed for Commitment {
    const TELLS: bool = true;

    fn rows(&self, id: &str) -> Vec<ViewRow> {
        engagement::commitment_rows(id, self)
    }

    fn told(&self, _: &str, _: &Self, recorded: &Recorded<Self::Fact>) -> Vec<Told> {
        owed::told_of_commitment(self, recorded)
    }
}

impl Viewed for Task {
    const TELLS: bool = true;

    fn rows(&self, id: &str) -> Vec<ViewRow> {
        owed::task_rows(id, self)
    }

    fn told(&self, _: &str, _: &Self, recorded: &Recorded<Self::Fact>) -> Vec<Told> {
        owed::told_of_task(self, recorded)
    }
}

/// State of which no single fact adds rows.
macro_rules! viewed {
    ($($state:ty: $rows:path),* $(,)?) => {$(
        impl Viewed for $state {
            fn rows(&self, id: &str) -> Vec<ViewRow> {
                $rows(id, self)
            }
        }
    )*};
}

viewed! {
    DateHold: holds::rows,
    Source: engagement::source_rows,
    Meeting: engagement::meeting_rows,
    Request: engagement::request_rows,
    Relationship: engagement::relationship_rows,
    Person: identity::person_rows,
    Organisation: identity::organisation_rows,
    AuthorityCalendar: governance::calendar_rows,
    Versions: governance::rows,
}
