//! How views follow from facts: one document per stream, and rows that are a pure function of that document.

use super::{Document, StoreFault, StoredFact};

/// Names one row, by where it stands: one that moves in its list is taken away there and put here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowKey {
    /// The view, such as `docket`.
    pub view: &'static str,
    /// Whose row: an organisation's id, or `public`.
    pub scope: String,
    /// What the list is ordered by: a text whose byte order is the wanted order (a date, a folded name).
    pub sort: String,
    /// The row's key among those of the scope.
    pub key: String,
}

/// One row of a view.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ViewRow {
    /// Which row.
    pub key: RowKey,
    /// What the list shows, as JSON. Empty: what the row of the same view and key in the scope [`SHARED`] shows, so that what
    /// stands in many lists is written once.
    pub body: Vec<u8>,
}

/// The scope of rows that others show, and of what is nobody's own list. One that others show has an empty `sort`. [`Store::list`](super::Store::list) follows to them,
/// [`Store::row`](super::Store::row) gives each row as it lies there.
pub const SHARED: &str = "";

/// A row as one line of [`Store::dump_views`](super::Store::dump_views).
#[must_use]
pub fn row_line(view: &str, scope: &str, key: &str, sort: &str, body: &[u8]) -> String {
    format!("row {view:?} {scope:?} {key:?} {sort:?} {}", body.escape_ascii())
}

/// A counter as one line of [`Store::dump_views`](super::Store::dump_views).
#[must_use]
pub fn counter_line(view: &str, scope: &str, rows: i64) -> String {
    format!("counter {view:?} {scope:?} {rows}")
}

/// A row that belongs to one fact for ever and stands where that fact stands in the ledger, the latest first. Where that is, only
/// the writer knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRow {
    /// The number of the fact in its stream.
    pub version: u64,
    /// The view.
    pub view: &'static str,
    /// Whose row.
    pub scope: String,
    /// What the list shows, as JSON.
    pub body: Vec<u8>,
}

impl FactRow {
    /// The row of a fact at that position.
    #[must_use]
    pub fn at(self, position: u64) -> ViewRow {
        ViewRow {
            key: RowKey::of_fact(self.view, self.scope, position),
            body: self.body,
        }
    }
}

impl RowKey {
    /// Where the row of the fact at that position stands.
    #[must_use]
    pub fn of_fact(view: &'static str, scope: String, position: u64) -> RowKey {
        RowKey {
            view,
            scope,
            sort: latest_first(position),
            key: format!("{position:020}"),
        }
    }

    /// The position of the fact that it is the row of; none if it is no fact's.
    #[must_use]
    pub fn position(&self) -> Option<u64> {
        self.key.parse().ok()
    }
}

/// Sorts later positions before earlier ones.
#[must_use]
pub fn latest_first(position: u64) -> String {
    format!("{:020}", u64::MAX - position)
}

/// What some facts of one stream do to its views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advance {
    /// The stream's new document.
    pub document: Document,
    /// Rows that are new.
    pub added: Vec<ViewRow>,
    /// Rows that were there and are otherwise now.
    pub changed: Vec<ViewRow>,
    /// Rows that are no more.
    pub removed: Vec<RowKey>,
    /// Rows that these facts add for ever: no later state takes them away.
    pub told: Vec<FactRow>,
}

impl Advance {
    /// Puts the rows of single facts among those that are new, each where its fact stands.
    ///
    /// # Errors
    /// [`StoreFault::Corrupt`] if the fact of one is not among these.
    pub fn place(&mut self, facts: &[StoredFact]) -> Result<(), StoreFault> {
        for row in std::mem::take(&mut self.told) {
            let fact = facts.iter().find(|fact| fact.version == row.version);
            let fact = fact.ok_or_else(|| StoreFault::Corrupt {
                what: format!(
                    "a row of {} belongs to fact {}, which is not there",
                    self.document.stream, row.version
                ),
            })?;
            self.added.push(row.at(fact.position));
        }
        Ok(())
    }
}

/// Folds facts into documents and rows. Pure: the same facts always give the same views.
pub trait Projector: Send + Sync {
    /// Folds the next facts of one stream into its document.
    ///
    /// # Errors
    /// [`StoreFault::Corrupt`] if the document or a fact cannot be read.
    fn advance(&self, document: Option<&Document>, facts: &[StoredFact]) -> Result<Advance, StoreFault>;
}

/// Compares the rows of a document before and after.
#[must_use]
pub fn difference(document: Document, before: Vec<ViewRow>, after: Vec<ViewRow>) -> Advance {
    let mut advance = Advance {
        document,
        added: vec![],
        changed: vec![],
        removed: vec![],
        told: vec![],
    };
    for row in &before {
        if !after.iter().any(|other| other.key == row.key) {
            advance.removed.push(row.key.clone());
        }
    }
    for row in after {
        match before.iter().find(|other| other.key == row.key) {
            None => advance.added.push(row),
            Some(old) if *old != row => advance.changed.push(row),
            Some(_) => {}
        }
    }
    advance
}
