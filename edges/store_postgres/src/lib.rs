//! PostgreSQL behind the store port: several nodes on one database, each with a writer that commits in groups under
//! one advisory lock, so that positions have no gaps.
//!
//! Tables lie in the first schema of the connection's `search_path`. Every answer to a write is given after its
//! commit, and a commit is on disk (`synchronous_commit=on`, whatever the server's default).

mod fault;
mod read;
mod schema;
mod write;
mod writer;

use async_trait::async_trait;
use desk::store::{
    Append, Appended, Document, Hand, Kept, ListQuery, RowKey, Store, StoreFault, StoredFact, StreamId,
    ViewRow, storable,
};
use fault::failed;
use ledger::Node;
use sqlx::ConnectOptions;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use tokio::sync::{mpsc, oneshot};
use writer::{Job, Writer};

/// So many acts may wait for the writer; more wait at its door.
const WAITING: usize = 1024;
/// Connections of one node: the writer's and the readers'.
const CONNECTIONS: u32 = 8;

/// A store in one schema of a PostgreSQL database.
pub struct PostgresStore {
    pool: PgPool,
    hand: Hand,
    writer: mpsc::Sender<Job>,
}

impl PostgresStore {
    /// Connects to a database by its address, `postgres://user@host/database`, making the tables where they are
    /// missing.
    ///
    /// # Errors
    /// [`StoreFault::Failed`], naming host and database but no password, if it cannot be reached or a newer program
    /// wrote it.
    pub async fn connect(url: &str, hand: Hand) -> Result<Self, StoreFault> {
        let options: PgConnectOptions = url.parse().map_err(failed)?;
        let place = format!(
            "{}/{}",
            options.get_host(),
            options.get_database().unwrap_or(options.get_username())
        );
        let named = |fault| match fault {
            StoreFault::Failed { what } => StoreFault::Failed {
                what: format!("{place}: {what}"),
            },
            other => other,
        };
        let options = options
            .application_name("placet")
            .options([("synchronous_commit", "on")])
            .disable_statement_logging();
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .connect_with(options)
            .await;
        let pool = pool.map_err(failed).map_err(named)?;
        schema::prepare(&pool).await.map_err(named)?;
        let (writer, jobs) = mpsc::channel(WAITING);
        tokio::spawn(Writer::new(pool.clone(), hand.clone()).run(jobs));
        Ok(PostgresStore { pool, hand, writer })
    }

    /// Finishes what was asked and closes the connections. Later calls fail.
    ///
    /// # Errors
    /// [`StoreFault::Failed`] if it was closed already.
    pub async fn close(&self) -> Result<(), StoreFault> {
        let (reply, closing) = oneshot::channel();
        self.writer.send(Job::Close(reply)).await.map_err(|_| closed())?;
        let closing = closing.await.map_err(|_| closed());
        self.pool.close().await;
        closing
    }
}

fn closed() -> StoreFault {
    StoreFault::Failed {
        what: "the store is closed".to_owned(),
    }
}

/// Whether all texts can be in the database at all; what cannot is found nowhere.
fn findable(texts: &[&str]) -> bool {
    texts.iter().all(|text| storable(text).is_ok())
}

#[async_trait]
impl Store for PostgresStore {
    async fn append(&self, append: Append) -> Result<Appended, StoreFault> {
        let (reply, answer) = oneshot::channel();
        self.writer
            .send(Job::Append(append, reply))
            .await
            .map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }

    async fn head(&self) -> Result<Option<String>, StoreFault> {
        read::head(&self.pool).await
    }

    async fn size(&self) -> Result<u64, StoreFault> {
        read::size(&self.pool).await
    }

    /// PostgreSQL's own checks are its operator's (`amcheck`): they ask for rights that an installation's user has not.
    async fn damage(&self) -> Result<Vec<String>, StoreFault> {
        Ok(vec![])
    }

    async fn facts(&self, first: u64, limit: u32) -> Result<Vec<StoredFact>, StoreFault> {
        read::facts(&self.pool, first, limit).await
    }

    async fn stream(&self, stream: &StreamId) -> Result<Vec<StoredFact>, StoreFault> {
        if !findable(&[stream.as_str()]) {
            return Ok(vec![]);
        }
        read::stream(&self.pool, stream).await
    }

    async fn nodes(&self, wanted: &[(u8, u64)]) -> Result<Vec<Node>, StoreFault> {
        read::nodes(&self.pool, wanted).await
    }

    async fn document(&self, stream: &StreamId) -> Result<Option<Document>, StoreFault> {
        if !findable(&[stream.as_str()]) {
            return Ok(None);
        }
        Ok(read::documents(&self.pool, &[stream.as_str()]).await?.pop())
    }

    async fn documents(&self, streams: &[StreamId]) -> Result<Vec<Document>, StoreFault> {
        let named = streams.iter().map(StreamId::as_str);
        let named: Vec<&str> = named.filter(|stream| findable(&[stream])).collect();
        read::documents(&self.pool, &named).await
    }

    async fn row(&self, key: &RowKey) -> Result<Option<ViewRow>, StoreFault> {
        if !findable(&[&key.scope, &key.key]) {
            return Ok(None);
        }
        read::row(&self.pool, key).await
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<ViewRow>, StoreFault> {
        let after = query
            .after
            .as_ref()
            .is_none_or(|(sort, key)| findable(&[sort, key]));
        if !after || !findable(&[&query.scope]) {
            return Ok(vec![]);
        }
        read::list(&self.pool, query).await
    }

    async fn count(&self, view: &'static str, scope: &str) -> Result<u64, StoreFault> {
        if !findable(&[scope]) {
            return Ok(0);
        }
        read::count(&self.pool, view, scope).await
    }

    async fn dump_views(&self) -> Result<Vec<String>, StoreFault> {
        let snapshot = self
            .pool
            .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            .await;
        read::dump(&mut *snapshot.map_err(failed)?).await
    }

    async fn rebuild(&self) -> Result<u64, StoreFault> {
        writer::rebuild(&self.pool, &self.hand).await
    }

    async fn kept(&self, kind: &'static str, key: &str, now: i64) -> Result<Option<Kept>, StoreFault> {
        if !findable(&[key]) {
            return Ok(None);
        }
        read::kept(&self.pool, kind, key, now).await
    }

    async fn kept_by(&self, kind: &'static str, owner: &str, now: i64) -> Result<Vec<Kept>, StoreFault> {
        if !findable(&[owner]) {
            return Ok(vec![]);
        }
        read::kept_by(&self.pool, kind, owner, now).await
    }

    async fn keep(&self, entry: Kept) -> Result<(), StoreFault> {
        storable(&entry.key)?;
        storable(&entry.owner)?;
        write::keep(&self.pool, &entry).await
    }

    async fn take(&self, kind: &'static str, key: &str, now: i64) -> Result<Option<Kept>, StoreFault> {
        if !findable(&[key]) {
            return Ok(None);
        }
        write::take(&self.pool, kind, key, now).await
    }

    async fn drop_kept(&self, kind: &'static str, owner: &str) -> Result<u64, StoreFault> {
        if !findable(&[owner]) {
            return Ok(0);
        }
        write::drop_kept(&self.pool, kind, owner).await
    }

    async fn sweep(&self, now: i64) -> Result<u64, StoreFault> {
        write::sweep(&self.pool, now).await
    }

    async fn next_number(&self, series: &str) -> Result<u64, StoreFault> {
        storable(series)?;
        write::next_number(&self.pool, series).await
    }
}
