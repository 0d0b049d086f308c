//! The databases that a story is told on: an SQLite file in a folder of its own, or a PostgreSQL schema of its own.

use crate::trouble::{Told, Trouble, trouble};
use desk::store::{Hand, Store};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use store_postgres::PostgresStore;
use store_sqlite::SqliteStore;

/// Distinguishes the schemas of one process.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A database of a story's own, gone when the story ends.
pub struct Database(Kind);

enum Kind {
    Sqlite(tempfile::TempDir),
    Postgres { server: String, schema: String },
}

impl Database {
    /// A new SQLite file.
    ///
    /// # Errors
    /// If no temporary folder can be made.
    pub fn sqlite() -> Told<Self> {
        Ok(Database(Kind::Sqlite(tempfile::tempdir()?)))
    }

    /// A new schema in the PostgreSQL server of the tests.
    ///
    /// # Errors
    /// If there is no such server; says how to start one.
    pub async fn postgres() -> Told<Self> {
        let server = std::env::var("PLACET_TEST_POSTGRES").map_err(|_| {
            trouble(
                "PLACET_TEST_POSTGRES is not set: run the tests through `cargo xtask test`, which starts PostgreSQL",
            )
        })?;
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let schema = format!("placet_story_{}_{number}", std::process::id());
        // An earlier run with the same process number may have been broken off.
        run(
            &server,
            &format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}"),
        )
        .await?;
        Ok(Database(Kind::Postgres { server, schema }))
    }

    /// The database's file, where it is one.
    #[must_use]
    pub fn file(&self) -> Option<PathBuf> {
        match &self.0 {
            Kind::Sqlite(folder) => Some(file(folder.path())),
            Kind::Postgres { .. } => None,
        }
    }

    /// Opens the store, which writes by a hand.
    ///
    /// # Errors
    /// If the database cannot be opened.
    pub(crate) async fn open(&self, hand: Hand) -> Told<Arc<dyn Store>> {
        match &self.0 {
            Kind::Sqlite(folder) => {
                let store = SqliteStore::open(file(folder.path()), hand).await?;
                Ok(Arc::new(store))
            }
            Kind::Postgres { server, schema } => {
                let joint = if server.contains('?') { '&' } else { '?' };
                let address = format!("{server}{joint}options=-c%20search_path%3D{schema}");
                Ok(Arc::new(PostgresStore::connect(&address, hand).await?))
            }
        }
    }

    /// Takes the database away; an SQLite file goes by itself.
    ///
    /// # Errors
    /// If the server does not do it.
    pub(crate) async fn remove(self) -> Told {
        match self.0 {
            Kind::Sqlite(folder) => Ok(folder.close()?),
            Kind::Postgres { server, schema } => run(&server, &format!("DROP SCHEMA {schema} CASCADE")).await,
        }
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("placet.sqlite")
}

async fn run(server: &str, statement: &str) -> Told {
    let told = |fault: sqlx::Error| -> Trouble { trouble(format!("{server}: {fault}")) };
    let mut connection = PgConnection::connect(server).await.map_err(told)?;
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned()))
        .execute(&mut connection)
        .await
        .map_err(told)?;
    connection.close().await.map_err(told)
}
