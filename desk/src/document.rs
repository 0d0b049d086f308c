//! State as the store keeps it: one JSON document for each stream.

use crate::store::{Document, StoreFault};
use act::State;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// State together with the number of facts it rests on.
#[derive(Clone, Debug)]
pub struct Versioned<S> {
    /// The state.
    pub state: S,
    /// How many facts are in it; 0 if there is no such stream.
    pub version: u64,
    /// The document that it was read from.
    pub(crate) found: Option<Arc<Document>>,
}

/// Reads a document as state.
pub(crate) fn unfold<S: State + DeserializeOwned>(
    document: Option<Document>,
) -> Result<Versioned<S>, StoreFault> {
    let Some(document) = document else {
        return Ok(Versioned {
            state: S::default(),
            version: 0,
            found: None,
        });
    };
    let state = serde_json::from_slice(&document.body).map_err(|fault| StoreFault::Corrupt {
        what: format!("the view of {}: {fault}", document.stream),
    })?;
    Ok(Versioned {
        state,
        version: document.version,
        found: Some(Arc::new(document)),
    })
}

/// Writes something as JSON for the store. What we write always serialises: maps here have text keys. Should it ever not, the
/// act fails (`store::folding` catches it), rather than that nothing is written as if it were something.
pub(crate) fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_else(|fault| unreachable!("what we keep is JSON: {fault}"))
}
