//! SQLite behind the store port: one file, one writer that commits in groups, a few readers beside it.
//!
//! Every answer to a write is given after its commit, and a commit is on disk (`synchronous=FULL`). So are the names of the file
//! and its log: SQLite writes their folder to disk before it commits to a log that it made. Another process may open the same
//! file: SQLite's lock keeps the two apart, and each notices what the other wrote.

mod backup;
mod fault;
mod log;
mod read;
mod readers;
mod recent;
mod schema;
mod values;
mod write;
mod writer;

pub use backup::{BackupFault, backup, head};

use async_trait::async_trait;
use desk::store::{
    Append, Appended, Document, Hand, Kept, ListQuery, RowKey, Store, StoreFault, StoredFact, StreamId,
    ViewRow, storable,
};
use fault::{broken, failed};
use ledger::Node;
use log::Carrier;
use readers::{Readers, STATEMENTS};
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use writer::{Done, Job, Work, Writer};

/// So many acts may wait for the writer; more wait at its door.
const WAITING: usize = 1024;
/// How long another process may hold the file before a write fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the writer's connection is told: every commit is on disk before it is answered. Another connection
/// carries the log back into the file ([`log`]).
const WRITING: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; \
                       PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 0; \
                       PRAGMA journal_size_limit = 67108864";

/// A store in one SQLite file.
pub struct SqliteStore {
    readers: Arc<Readers>,
    writer: mpsc::Sender<Job>,
}

impl SqliteStore {
    /// Opens the database file, making it and its tables where they are missing. Its folder must exist.
    ///
    /// # Errors
    /// [`StoreFault::Failed`], naming the file, if it cannot be opened or a newer program wrote it.
    pub async fn open(path: impl AsRef<Path>, hand: Hand) -> Result<Self, StoreFault> {
        let path = path.as_ref();
        Self::opened(path, hand).map_err(|fault| match fault {
            StoreFault::Failed { what } => StoreFault::Failed {
                what: format!("{}: {what}", path.display()),
            },
            other => other,
        })
    }

    fn opened(path: &Path, hand: Hand) -> Result<Self, StoreFault> {
        private(path).map_err(|error| broken(&error))?;
        let mut connection = Connection::open(path).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        connection.execute_batch(WRITING).map_err(failed)?;
        schema::prepare(&mut connection)?;
        let (writer, jobs) = mpsc::channel(WAITING);
        let at_work = Writer::new(connection, Carrier::of(path.to_owned()), hand);
        std::thread::Builder::new()
            .name("placet-writer".to_owned())
            .spawn(move || at_work.run(jobs))
            .map_err(|error| broken(&error))?;
        Ok(SqliteStore {
            readers: Arc::new(Readers::of(path.to_owned())),
            writer,
        })
    }

    /// Finishes what was asked, folds the write-ahead log into the file and closes it. Later calls fail.
    ///
    /// # Errors
    /// [`StoreFault::Failed`] if it was closed already or the file cannot be closed; no answered write is lost then.
    pub async fn close(&self) -> Result<(), StoreFault> {
        // Readers first: the last connection to close is the one that may fold the log in.
        self.readers.close();
        self.ask(Work::Close).await.map(|_| ())
    }

    async fn ask(&self, work: Work) -> Result<Done, StoreFault> {
        let (reply, answer) = oneshot::channel();
        self.writer
            .send(Job { work, reply })
            .await
            .map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }

    async fn number(&self, work: Work) -> Result<u64, StoreFault> {
        match self.ask(work).await? {
            Done::Number(number) => Ok(number),
            _ => Err(out_of_step()),
        }
    }
}

/// Makes the file, if it is not there, so that its owner alone may read it; SQLite gives its log the same mode.
fn private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(0o600);
    options.open(path).map(drop)
}

pub(crate) fn closed() -> StoreFault {
    StoreFault::Failed {
        what: "the store is closed".to_owned(),
    }
}

fn out_of_step() -> StoreFault {
    StoreFault::Failed {
        what: "the writer answered another question than was asked".to_owned(),
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn append(&self, append: Append) -> Result<Appended, StoreFault> {
        match self.ask(Work::Append(append)).await? {
            Done::Appended(appended) => Ok(appended),
            _ => Err(out_of_step()),
        }
    }

    async fn head(&self) -> Result<Option<String>, StoreFault> {
        self.readers.read(|connection| read::head(connection))
    }

    async fn size(&self) -> Result<u64, StoreFault> {
        self.readers.read(|connection| read::size(connection))
    }

    async fn damage(&self) -> Result<Vec<String>, StoreFault> {
        self.readers.read(|connection| read::damage(connection))
    }

    async fn facts(&self, first: u64, limit: u32) -> Result<Vec<StoredFact>, StoreFault> {
        self.readers
            .read(|connection| read::facts(connection, first, limit))
    }

    async fn stream(&self, stream: &StreamId) -> Result<Vec<StoredFact>, StoreFault> {
        self.readers.read(|connection| read::stream(connection, stream))
    }

    async fn nodes(&self, wanted: &[(u8, u64)]) -> Result<Vec<Node>, StoreFault> {
        self.readers.read(|connection| read::nodes(connection, wanted))
    }

    async fn document(&self, stream: &StreamId) -> Result<Option<Document>, StoreFault> {
        self.readers.read(|connection| read::document(connection, stream))
    }

    async fn documents(&self, streams: &[StreamId]) -> Result<Vec<Document>, StoreFault> {
        self.readers
            .read(|connection| read::documents(connection, streams))
    }

    async fn row(&self, key: &RowKey) -> Result<Option<ViewRow>, StoreFault> {
        self.readers.read(|connection| read::row(connection, key))
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<ViewRow>, StoreFault> {
        self.readers.read(|connection| read::list(connection, query))
    }

    async fn count(&self, view: &'static str, scope: &str) -> Result<u64, StoreFault> {
        self.readers
            .read(|connection| read::count(connection, view, scope))
    }

    async fn dump_views(&self) -> Result<Vec<String>, StoreFault> {
        // This one is long: it is not done where others wait.
        let readers = Arc::clone(&self.readers);
        let dumped = tokio::task::spawn_blocking(move || readers.read(read::dump)).await;
        dumped.map_err(|error| StoreFault::Failed {
            what: error.to_string(),
        })?
    }

    async fn rebuild(&self) -> Result<u64, StoreFault> {
        self.number(Work::Rebuild).await
    }

    async fn kept(&self, kind: &'static str, key: &str, now: i64) -> Result<Option<Kept>, StoreFault> {
        self.readers
            .read(|connection| read::kept(connection, kind, key, now))
    }

    async fn kept_by(&self, kind: &'static str, owner: &str, now: i64) -> Result<Vec<Kept>, StoreFault> {
        self.readers
            .read(|connection| read::kept_by(connection, kind, owner, now))
    }

    async fn keep(&self, entry: Kept) -> Result<(), StoreFault> {
        // Here and not in the writer, where a refusal would fail everyone in the group.
        storable(&entry.key)?;
        storable(&entry.owner)?;
        self.ask(Work::Keep(entry)).await.map(|_| ())
    }

    async fn take(&self, kind: &'static str, key: &str, now: i64) -> Result<Option<Kept>, StoreFault> {
        if storable(key).is_err() {
            return Ok(None);
        }
        match self
            .ask(Work::Take {
                kind,
                key: key.to_owned(),
                now,
            })
            .await?
        {
            Done::Taken(taken) => Ok(taken),
            _ => Err(out_of_step()),
        }
    }

    async fn drop_kept(&self, kind: &'static str, owner: &str) -> Result<u64, StoreFault> {
        if storable(owner).is_err() {
            return Ok(0);
        }
        self.number(Work::DropKept {
            kind,
            owner: owner.to_owned(),
        })
        .await
    }

    async fn sweep(&self, now: i64) -> Result<u64, StoreFault> {
        self.number(Work::Sweep { now }).await
    }

    async fn next_number(&self, series: &str) -> Result<u64, StoreFault> {
        storable(series)?;
        self.number(Work::NextNumber {
            series: series.to_owned(),
        })
        .await
    }
}
