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

use crate::document::{json, unfold};
use crate::store::{Advance, Document, Projector, StoreFault, StoredFact, StreamId, ViewRow, difference};
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
            "application" => fold_telling::<Application>(
                &first.stream,
                document,
                facts,
                application::rows,
                Some(notices::rows),
            ),
            "hold" => fold::<DateHold>(&first.stream, document, facts, holds::rows),
            "comment" => fold_telling::<Comment>(
                &first.stream,
                document,
                facts,
                comments::rows,
                Some(comments::told),
            ),
            "source" => fold::<Source>(&first.stream, document, facts, engagement::source_rows),
            "meeting" => fold::<Meeting>(&first.stream, document, facts, engagement::meeting_rows),
            "request" => fold::<Request>(&first.stream, document, facts, engagement::request_rows),
            "commitment" => fold_telling::<Commitment>(
                &first.stream,
                document,
                facts,
                engagement::commitment_rows,
                Some(owed::told_of_commitment),
            ),
            "task" => fold_telling::<Task>(
                &first.stream,
                document,
                facts,
                owed::task_rows,
                Some(owed::told_of_task),
            ),
            "relationship" => {
                fold::<Relationship>(&first.stream, document, facts, engagement::relationship_rows)
            }
            "person" => fold::<Person>(&first.stream, document, facts, identity::person_rows),
            "organisation" => {
                fold::<Organisation>(&first.stream, document, facts, identity::organisation_rows)
            }
            "calendar" => {
                fold::<AuthorityCalendar>(&first.stream, document, facts, governance::calendar_rows)
            }
            "rulebook" => fold::<Versions>(&first.stream, document, facts, governance::rows),
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

/// The rows that one fact of a stream adds for ever, from the state before it and after it, and its position.
type Tells<S> = fn(&str, &S, &S, &Recorded<<S as State>::Fact>, u64) -> Vec<ViewRow>;

fn fold<S>(
    stream: &StreamId,
    document: Option<&Document>,
    facts: &[StoredFact],
    rows: fn(&str, &S) -> Vec<ViewRow>,
) -> Result<Advance, StoreFault>
where
    S: State + Clone + Serialize + DeserializeOwned,
    S::Fact: Fact,
{
    fold_telling(stream, document, facts, rows, None)
}

fn fold_telling<S>(
    stream: &StreamId,
    document: Option<&Document>,
    facts: &[StoredFact],
    rows: fn(&str, &S) -> Vec<ViewRow>,
    tells: Option<Tells<S>>,
) -> Result<Advance, StoreFault>
where
    S: State + Clone + Serialize + DeserializeOwned,
    S::Fact: Fact,
{
    let before = unfold::<S>(document.cloned())?;
    let old = if before.version == 0 {
        vec![]
    } else {
        rows(stream.id(), &before.state)
    };
    let mut state = before.state;
    let mut version = before.version;
    let mut told = vec![];
    for fact in facts {
        version = fact.version;
        // What was erased is no longer known to any view; its place is still counted.
        let Some(payload) = &fact.payload else { continue };
        let (_, recorded) = record::read::<S::Fact>(payload).map_err(|fault| StoreFault::Corrupt {
            what: format!("the fact at position {}: {fault}", fact.position),
        })?;
        let Some(tells) = tells else {
            state.evolve(&recorded);
            continue;
        };
        let earlier = state.clone();
        state.evolve(&recorded);
        told.extend(tells(stream.id(), &earlier, &state, &recorded, fact.position));
    }
    let document = Document {
        stream: stream.clone(),
        version,
        body: json(&state),
    };
    let new = rows(stream.id(), &state);
    let mut advance = difference(document, old, new);
    // What was told stays told: these rows belong to their facts, and no later state takes them away.
    advance.added.extend(told);
    Ok(advance)
}
