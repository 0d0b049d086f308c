//! SQLite behind the store port: one file, one writer that commits in groups, a few readers beside it.
//!
//! Every answer to a write is given after its commit, and a commit is on disk (`synchronous=FULL`). Another process
//! may open the same file: SQLite's lock keeps the two apart, and each notices what the other wrote.

mod backup;
mod fault;
mod read;
mod recent;
mod schema;
mod values;
mod write;
mod writer;

pub use backup::backup;

use async_trait::async_trait;
use desk::store::{
    Append, Appended, Document, Hand, Kept, ListQuery, RowKey, Store, StoreFault, StoredFact, StreamId,
    ViewRow, storable,
};
use fault::failed;
use ledger::Node;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection};
use std::path::Path;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use writer::{Done, Job, Work, Writer};

/// So many acts may wait for the writer; more wait at its door.
const WAITING: usize = 1024;
/// Connections that read.
const READERS: u32 = 4;
/// How long another process may hold the file before a write fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// A store in one SQLite file.
pub struct SqliteStore {
    readers: SqlitePool,
    writer: mpsc::Sender<Job>,
}

impl SqliteStore {
    /// Opens the database file, making it and its tables where they are missing. Its folder must exist.
    ///
    /// # Errors
    /// [`StoreFault::Failed`], naming the file, if it cannot be opened or a newer program wrote it.
    pub async fn open(path: impl AsRef<Path>, hand: Hand) -> Result<Self, StoreFault> {
        let path = path.as_ref();
        Self::opened(path, hand).await.map_err(|fault| match fault {
            StoreFault::Failed { what } => StoreFault::Failed {
                what: format!("{}: {what}", path.display()),
            },
            other => other,
        })
    }

    async fn opened(path: &Path, hand: Hand) -> Result<Self, StoreFault> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .busy_timeout(PATIENCE)
            .pragma("temp_store", "MEMORY")
            .disable_statement_logging();
        let writing = options
            .clone()
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("cache_size", "-4096")
            .pragma("journal_size_limit", "16777216");
        let mut connection = writing.connect().await.map_err(failed)?;
        if let Err(fault) = schema::prepare(&mut connection).await {
            // The refusal is the answer; how the connection ends adds nothing to it.
            let _ = connection.close().await;
            return Err(fault);
        }
        settle_folder(path).await?;
        let reading = options
            .read_only(true)
            .pragma("cache_size", "-1024")
            .pragma("mmap_size", "33554432");
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_lazy_with(reading);
        let (writer, jobs) = mpsc::channel(WAITING);
        tokio::spawn(Writer::new(connection, hand).run(jobs));
        Ok(SqliteStore { readers, writer })
    }

    /// Finishes what was asked, folds the write-ahead log into the file and closes it. Later calls fail.
    ///
    /// # Errors
    /// [`StoreFault::Failed`] if it was closed already or the file cannot be closed; no answered write is lost then.
    pub async fn close(&self) -> Result<(), StoreFault> {
        // Readers first: the last connection to close is the one that may fold the log in.
        self.readers.close().await;
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

/// Puts the names of the file and its log on disk too: a file that nobody can find after a crash is lost.
async fn settle_folder(path: &Path) -> Result<(), StoreFault> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => Path::new(".").to_owned(),
    };
    let settled = tokio::task::spawn_blocking(move || std::fs::File::open(folder)?.sync_all()).await;
    let problem = match settled {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(error)) => error.to_string(),
        Err(error) => error.to_string(),
    };
    Err(StoreFault::Failed {
        what: format!("its folder cannot be written to disk: {problem}"),
    })
}

fn closed() -> StoreFault {
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
        read::head(&self.readers).await
    }

    async fn size(&self) -> Result<u64, StoreFault> {
        read::size(&self.readers).await
    }

    async fn facts(&self, first: u64, limit: u32) -> Result<Vec<StoredFact>, StoreFault> {
        read::facts(&self.readers, first, limit).await
    }

    async fn stream(&self, stream: &StreamId) -> Result<Vec<StoredFact>, StoreFault> {
        read::stream(&self.readers, stream).await
    }

    async fn nodes(&self, wanted: &[(u8, u64)]) -> Result<Vec<Node>, StoreFault> {
        let mut reader = self.readers.acquire().await.map_err(failed)?;
        read::nodes(&mut reader, wanted).await
    }

    async fn document(&self, stream: &StreamId) -> Result<Option<Document>, StoreFault> {
        read::document(&self.readers, stream).await
    }

    async fn row(&self, key: &RowKey) -> Result<Option<ViewRow>, StoreFault> {
        read::row(&self.readers, key).await
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<ViewRow>, StoreFault> {
        read::list(&self.readers, query).await
    }

    async fn count(&self, view: &'static str, scope: &str) -> Result<u64, StoreFault> {
        read::count(&self.readers, view, scope).await
    }

    async fn dump_views(&self) -> Result<Vec<String>, StoreFault> {
        let mut snapshot = self.readers.begin().await.map_err(failed)?;
        read::dump(&mut snapshot).await
    }

    async fn rebuild(&self) -> Result<u64, StoreFault> {
        self.number(Work::Rebuild).await
    }

    async fn kept(&self, kind: &'static str, key: &str, now: i64) -> Result<Option<Kept>, StoreFault> {
        read::kept(&self.readers, kind, key, now).await
    }

    async fn kept_by(&self, kind: &'static str, owner: &str, now: i64) -> Result<Vec<Kept>, StoreFault> {
        read::kept_by(&self.readers, kind, owner, now).await
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
