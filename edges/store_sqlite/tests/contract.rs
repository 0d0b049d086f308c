//! The contract of stores, on SQLite.

use async_trait::async_trait;
use desk::store::{Hand, StoreFault};
use std::path::PathBuf;
use store_contract::{Place, contract};
use store_sqlite::SqliteStore;

/// A folder that goes when its clause ends.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> std::io::Result<Self> {
        tempfile::tempdir().map(Folder)
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("placet.sqlite")
    }

    fn run(&self, sql: &str) -> Result<(), String> {
        let connection = rusqlite::Connection::open(self.file()).map_err(|error| error.to_string())?;
        connection.execute_batch(sql).map_err(|error| error.to_string())
    }
}

#[async_trait]
impl Place for Folder {
    type Opened = SqliteStore;

    async fn open(&self, hand: Hand) -> Result<SqliteStore, StoreFault> {
        SqliteStore::open(self.file(), hand).await
    }

    async fn close(&self, store: &SqliteStore) -> Result<(), StoreFault> {
        store.close().await
    }

    async fn age(&self) -> Result<(), String> {
        self.run("UPDATE meta SET value = value + 1 WHERE name = 'schema'")
    }

    async fn spoil_views(&self) -> Result<(), String> {
        self.run(
            "INSERT INTO document (stream, version, body) VALUES ('note/stray', 1, x'00'); \
             INSERT INTO view_row (view, scope, key, sort, body) VALUES ('tally', 'stray', 'k', 's', x'00'); \
             UPDATE counter SET n = n + 1",
        )
    }
}

contract!(Folder::new()?);
