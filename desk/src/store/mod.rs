//! The store port: what a database must do for Placet, in terms of bytes. The two stores implement it in native SQL
//! and are held equal by one contract suite.
//!
//! Three kinds of things are kept. **Facts**: one ledger without gaps, never changed. **Views**: one document per
//! stream and the rows derived from it, written in the transaction that appends. **Kept entries**: accounts,
//! sessions, drafts, files: things that change, expire, and are nobody's record.

mod batch;
pub mod held;
mod projector;

pub use batch::{Batch, Hand, Writes, folding, storable};
pub use projector::{
    Advance, FactRow, Projector, RowKey, SHARED, ViewRow, counter_line, difference, latest_first, row_line,
};

use async_trait::async_trait;
use ledger::{Hash, Node};
use std::fmt;
use std::sync::Arc;

/// The name of a stream: `{kind}/{id}`, such as `application/0190…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamId(String);

impl StreamId {
    /// The stream of one thing of a kind.
    #[must_use]
    pub fn new(kind: &str, id: impl fmt::Display) -> Self {
        StreamId(format!("{kind}/{id}"))
    }

    /// The stream of that stored name.
    #[must_use]
    pub fn stored(name: &str) -> Self {
        StreamId(name.to_owned())
    }

    /// The kind: what stands before the slash.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.0.split_once('/').map_or(&self.0, |(kind, _)| kind)
    }

    /// The id: what stands after the slash.
    #[must_use]
    pub fn id(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, id)| id)
    }

    /// The whole name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A fact about to be appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFact {
    /// Its canonical bytes (crate `record`).
    pub payload: Vec<u8>,
    /// Thirty-two random bytes, so that its leaf tells nothing once the payload is erased.
    pub salt: [u8; 32],
}

/// The facts to append to one stream, if it still has the version that was decided on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The stream.
    pub stream: StreamId,
    /// The number of facts it had when the act was decided.
    pub expected: u64,
    /// At least one.
    pub facts: Vec<NewFact>,
    /// What they do to the stream's views, where whoever decided them has folded them already: the one writer, for whom everybody
    /// waits, is spared that. `None`: the writer folds them.
    pub folded: Option<Folded>,
}

/// What facts do to the views of their stream, folded before they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// The document that they were folded into; none if the stream had none. Where another lies there now, as after the views were
    /// made again, this is nothing worth, and the writer folds them.
    pub on: Option<Arc<Document>>,
    /// What they do.
    pub advance: Advance,
}

/// All that one act changes; it is appended whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Append {
    /// One part per stream; no stream twice.
    pub parts: Vec<Part>,
}

/// What an append became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// Position of the first fact in the ledger; the rest follow without a gap.
    pub first: u64,
    /// How many facts there are in the ledger now.
    pub size: u64,
}

/// A fact as it lies in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFact {
    /// Its position, from 0, without gaps.
    pub position: u64,
    /// Its stream.
    pub stream: StreamId,
    /// Its number in the stream, from 1.
    pub version: u64,
    /// Its canonical bytes; `None` once erased.
    pub payload: Option<Vec<u8>>,
    /// Its salt; `None` once erased.
    pub salt: Option<[u8; 32]>,
    /// The hash of its leaf; it outlives an erasure.
    pub leaf: Hash,
}

/// The folded state of one stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The stream.
    pub stream: StreamId,
    /// How many of its facts are in it.
    pub version: u64,
    /// The state, as JSON.
    pub body: Vec<u8>,
}

impl Document {
    /// The document as one line of [`Store::dump_views`].
    #[must_use]
    pub fn line(&self) -> String {
        format!(
            "document {:?} {} {}",
            self.stream.as_str(),
            self.version,
            self.body.escape_ascii()
        )
    }
}

/// Which rows of a view are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuery {
    /// The view.
    pub view: &'static str,
    /// Whose rows: an organisation's id, or `public`.
    pub scope: String,
    /// Rows after this sort text and key, exclusive; from the beginning if `None`.
    pub after: Option<(String, String)>,
    /// At most so many.
    pub limit: u32,
}

/// A thing that is kept but is nobody's record: an account, a session, a draft, a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What kind of thing.
    pub kind: &'static str,
    /// Its key within the kind.
    pub key: String,
    /// Whose it is; empty if nobody's in particular.
    pub owner: String,
    /// Counts its changes from 1; a change names the version it was made on.
    pub version: u64,
    /// Gone from this second on, counted since 1970; `None` if it stays.
    pub expires: Option<i64>,
    /// Its bytes.
    pub body: Vec<u8>,
}

/// Why the store did not do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// Someone else changed it meanwhile: load, decide and try again, or tell the person.
    Conflict {
        /// The stream or kept entry.
        what: String,
    },
    /// The database failed; nothing was written.
    Failed {
        /// What the database said.
        what: String,
    },
    /// The database was lost while it was told to commit: what was to be written may have been, or may not.
    Unknown {
        /// What was seen of it.
        what: String,
    },
    /// What lies in the database is not what Placet wrote.
    Corrupt {
        /// What was found, and where.
        what: String,
    },
}

impl fmt::Display for StoreFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreFault::Conflict { what } => write!(
                f,
                "{what} was changed by someone else meanwhile; nothing was written"
            ),
            StoreFault::Failed { what } => {
                write!(f, "the database did not do it, and nothing was written: {what}")
            }
            StoreFault::Unknown { what } => write!(
                f,
                "the database was lost while it wrote, and may have written or not: {what}"
            ),
            StoreFault::Corrupt { what } => write!(
                f,
                "the database holds what Placet did not write: {what}; run `placet verify` on it"
            ),
        }
    }
}

impl std::error::Error for StoreFault {}

/// What a database does for Placet. Every write is on disk before its answer.
#[async_trait]
pub trait Store: Send + Sync {
    /// Appends what one act changed, and the views that follow from it, whole or not at all.
    ///
    /// # Errors
    /// [`StoreFault::Conflict`] if a stream no longer has its expected version.
    async fn append(&self, append: Append) -> Result<Appended, StoreFault>;

    /// The signed head that was written with the last append; none before the first.
    async fn head(&self) -> Result<Option<String>, StoreFault>;

    /// The number of facts in the ledger.
    async fn size(&self) -> Result<u64, StoreFault>;

    /// What the database finds wrong with itself, where it can look: an index that does not say what its table does. Nothing where
    /// it finds nothing.
    async fn damage(&self) -> Result<Vec<String>, StoreFault>;

    /// Facts by position, from `first` on, at most `limit`.
    async fn facts(&self, first: u64, limit: u32) -> Result<Vec<StoredFact>, StoreFault>;

    /// All facts of one stream, in order.
    async fn stream(&self, stream: &StreamId) -> Result<Vec<StoredFact>, StoreFault>;

    /// Tree nodes by level and index, in the order asked for.
    ///
    /// # Errors
    /// [`StoreFault::Corrupt`] if one does not exist.
    async fn nodes(&self, wanted: &[(u8, u64)]) -> Result<Vec<Node>, StoreFault>;

    /// The folded state of a stream, if it has any fact.
    async fn document(&self, stream: &StreamId) -> Result<Option<Document>, StoreFault>;

    /// Those of several streams, as far as they have any fact, in no particular order.
    async fn documents(&self, streams: &[StreamId]) -> Result<Vec<Document>, StoreFault>;

    /// One row of a view.
    async fn row(&self, key: &RowKey) -> Result<Option<ViewRow>, StoreFault>;

    /// Rows of a view in the order of their sort text and key.
    async fn list(&self, query: &ListQuery) -> Result<Vec<ViewRow>, StoreFault>;

    /// How many rows a view has in a scope; kept as a counter, never counted.
    async fn count(&self, view: &'static str, scope: &str) -> Result<u64, StoreFault>;

    /// Every document, row and counter as text lines in a fixed order: for comparing views after a rebuild.
    async fn dump_views(&self) -> Result<Vec<String>, StoreFault>;

    /// Drops all views and folds them again from the facts, in one transaction; gives the number of facts folded.
    async fn rebuild(&self) -> Result<u64, StoreFault>;

    /// A kept entry that has not expired at `now` (seconds since 1970).
    async fn kept(&self, kind: &'static str, key: &str, now: i64) -> Result<Option<Kept>, StoreFault>;

    /// The entries of one owner that have not expired, by key.
    async fn kept_by(&self, kind: &'static str, owner: &str, now: i64) -> Result<Vec<Kept>, StoreFault>;

    /// Puts an entry; `entry.version` is the version it replaces plus one (1 for a new one). An entry that has
    /// expired is still in the way of a new one until it is taken or swept away.
    ///
    /// # Errors
    /// [`StoreFault::Conflict`] if the entry has another version.
    async fn keep(&self, entry: Kept) -> Result<(), StoreFault>;

    /// Takes an entry away and gives it back; a second taker gets `None`. One-time links rest on this.
    /// An expired entry is taken away too, and is not given.
    async fn take(&self, kind: &'static str, key: &str, now: i64) -> Result<Option<Kept>, StoreFault>;

    /// Takes away every entry of one owner (all sessions of an account).
    async fn drop_kept(&self, kind: &'static str, owner: &str) -> Result<u64, StoreFault>;

    /// Takes away what has expired.
    async fn sweep(&self, now: i64) -> Result<u64, StoreFault>;

    /// The next number of a series, from 1. Numbers are never given twice; one may be lost if its act is refused.
    async fn next_number(&self, series: &str) -> Result<u64, StoreFault>;
}
