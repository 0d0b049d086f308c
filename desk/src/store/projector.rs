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
