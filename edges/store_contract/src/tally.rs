//! A small projector for the contract: a stream's document counts its facts and holds the rows they ask for.

use desk::store::{
    Advance, Document, FactRow, Projector, RowKey, StoreFault, StoredFact, ViewRow, difference,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The view that [`Tally`] writes.
pub const VIEW: &str = "tally";
/// The view of the rows that belong to single facts.
pub const TOLD: &str = "told";

/// Counts facts, and puts and removes rows as they ask. See [`placed`], [`sharing`], [`cleared`], [`noted`],
/// [`told`], [`poison`] and [`dynamite`].
pub struct Tally;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Note {
    Noted(String),
    Placed {
        scope: String,
        key: String,
        sort: String,
    },
    Sharing {
        scope: String,
        key: String,
        sort: String,
    },
    Cleared {
        scope: String,
        key: String,
    },
    Told(String),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Count {
    facts: u64,
    bytes: usize,
    erased: u64,
    last: String,
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Row {
    scope: String,
    key: String,
    sort: String,
    since: u64,
    /// Whether it shows what the shared row of its key does.
    shares: bool,
}

/// The payload of a fact that changes no row.
#[must_use]
pub fn noted(text: &str) -> Vec<u8> {
    bytes(&Note::Noted(text.to_owned()))
}

/// The payload of a fact that puts a row, or moves it.
#[must_use]
pub fn placed(scope: &str, key: &str, sort: &str) -> Vec<u8> {
    bytes(&Note::Placed {
        scope: scope.to_owned(),
        key: key.to_owned(),
        sort: sort.to_owned(),
    })
}

/// The payload of a fact that puts a row which shows what the row of its key in the scope [`desk::store::SHARED`] shows.
#[must_use]
pub fn sharing(scope: &str, key: &str, sort: &str) -> Vec<u8> {
    bytes(&Note::Sharing {
        scope: scope.to_owned(),
        key: key.to_owned(),
        sort: sort.to_owned(),
    })
}

/// The payload of a fact that removes a row, if it is there.
#[must_use]
pub fn cleared(scope: &str, key: &str) -> Vec<u8> {
    bytes(&Note::Cleared {
        scope: scope.to_owned(),
        key: key.to_owned(),
    })
}

/// The payload of a fact that adds a row of its own to a scope of the view [`TOLD`].
#[must_use]
pub fn told(scope: &str) -> Vec<u8> {
    bytes(&Note::Told(scope.to_owned()))
}

/// A payload that cannot be folded.
#[must_use]
pub fn poison() -> Vec<u8> {
    b"poison".to_vec()
}

/// A payload over which the fold panics.
#[must_use]
pub fn dynamite() -> Vec<u8> {
    DYNAMITE.to_vec()
}

const DYNAMITE: &[u8] = b"dynamite";

fn bytes(value: &impl Serialize) -> Vec<u8> {
    // Texts and numbers always make JSON; an empty payload would be refused by the fold and seen.
    serde_json::to_vec(value).unwrap_or_default()
}

impl Projector for Tally {
    fn advance(&self, document: Option<&Document>, facts: &[StoredFact]) -> Result<Advance, StoreFault> {
        let corrupt = |error: serde_json::Error| StoreFault::Corrupt {
            what: error.to_string(),
        };
        let Some(last) = facts.last() else {
            return Err(StoreFault::Corrupt {
                what: "no facts to fold".to_owned(),
            });
        };
        let mut count: Count = match document {
            Some(document) => serde_json::from_slice(&document.body).map_err(corrupt)?,
            None => Count::default(),
        };
        let before = count.view_rows();
        let mut told = vec![];
        for fact in facts {
            assert_ne!(
                fact.payload.as_deref(),
                Some(DYNAMITE),
                "a fold may have a defect"
            );
            let note: Option<Note> = fact
                .payload
                .as_deref()
                .map(serde_json::from_slice)
                .transpose()
                .map_err(corrupt)?;
            if let Some(Note::Told(scope)) = &note {
                told.push(FactRow {
                    version: fact.version,
                    view: TOLD,
                    scope: scope.clone(),
                    body: vec![],
                });
            }
            count.take(note, fact.payload.as_ref().map_or(0, Vec::len));
        }
        let after = count.view_rows();
        let document = Document {
            stream: last.stream.clone(),
            version: last.version,
            body: bytes(&count),
        };
        let mut advance = difference(document, before, after);
        advance.told = told;
        Ok(advance)
    }
}

impl Count {
    fn take(&mut self, note: Option<Note>, bytes: usize) {
        self.facts += 1;
        self.bytes += bytes;
        match note {
            None => self.erased += 1,
            Some(Note::Told(_)) => {}
            Some(Note::Noted(text)) => self.last = text.chars().take(40).collect(),
            Some(Note::Placed { scope, key, sort }) => self.put(scope, key, sort, false),
            Some(Note::Sharing { scope, key, sort }) => self.put(scope, key, sort, true),
            Some(Note::Cleared { scope, key }) => {
                self.rows.retain(|row| (&row.scope, &row.key) != (&scope, &key))
            }
        }
    }

    fn put(&mut self, scope: String, key: String, sort: String, shares: bool) {
        self.rows.retain(|row| (&row.scope, &row.key) != (&scope, &key));
        self.rows.push(Row {
            scope,
            key,
            sort,
            since: self.facts,
            shares,
        });
    }

    fn view_rows(&self) -> Vec<ViewRow> {
        let rows: BTreeMap<_, _> = self
            .rows
            .iter()
            .map(|row| ((&row.scope, &row.key), row))
            .collect();
        rows.into_values()
            .map(|row| ViewRow {
                key: RowKey {
                    view: VIEW,
                    scope: row.scope.clone(),
                    sort: row.sort.clone(),
                    key: row.key.clone(),
                },
                body: if row.shares { vec![] } else { bytes(&row.since) },
            })
            .collect()
    }
}
