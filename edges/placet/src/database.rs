//! The database of an installation, by the name that its settings or the command line give it.

use crate::failure::Failure;
use desk::store::{Hand, Store};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store_postgres::PostgresStore;
use store_sqlite::SqliteStore;

/// What a new installation keeps its facts in, unless another database is named.
pub const SQLITE: &str = "sqlite:placet.sqlite";

/// A database that is not open yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file.
    Sqlite(PathBuf),
    /// The address of a database on a server. It may hold a password: it is shown without.
    Postgres(String),
}

impl Database {
    /// The database of that name, `sqlite:FILE` (relative to the folder) or `postgres://…`.
    pub fn named(name: &str, folder: &Path) -> Result<Self, Failure> {
        if name.starts_with("postgres://") || name.starts_with("postgresql://") {
            return Ok(Database::Postgres(name.to_owned()));
        }
        match name.strip_prefix("sqlite:") {
            Some(file) if !file.is_empty() => Ok(Database::Sqlite(folder.join(file))),
            _ => Err(Failure::usage(format!(
                "\u{201c}{name}\u{201d} names no database.\nWrite sqlite:FILE or postgres://USER@HOST/NAME."
            ))),
        }
    }

    /// Looks whether an SQLite file is there: SQLite would make it. Whether a server has a database, it says itself.
    pub fn find(&self) -> Result<(), Failure> {
        match self {
            Database::Sqlite(path) if !path.is_file() => Err(self.missing("there is no database here.")),
            _ => Ok(()),
        }
    }

    /// Opens the database of an installation. One without a single fact is none: `placet init` records the first.
    pub async fn open(&self, hand: Hand) -> Result<Opened, Failure> {
        self.find()?;
        let opened = self.open_or_make(hand).await?;
        if opened.store().size().await? == 0 {
            return Err(self.missing("no facts lie in this database."));
        }
        Ok(opened)
    }

    fn missing(&self, what: &str) -> Failure {
        Failure::machine(format!(
            "{self}: {what}\nName the right database with --database or in placet.toml, or put it back from a backup."
        ))
    }

    /// Opens the database of an installation that is being made. It must hold nothing yet.
    pub async fn make(&self, hand: Hand) -> Result<Opened, Failure> {
        let opened = self.open_or_make(hand).await?;
        if opened.store().size().await? > 0 {
            return Err(Failure::usage(format!(
                "{self}: facts lie in this database already.\nName an empty database with --database. If a `placet init` was broken off here, empty this one first."
            )));
        }
        Ok(opened)
    }

    /// Opens the database, making it and its tables where they are missing.
    pub async fn open_or_make(&self, hand: Hand) -> Result<Opened, Failure> {
        let opened = match self {
            Database::Sqlite(path) => SqliteStore::open(path, hand)
                .await
                .map(|store| Opened::Sqlite(Arc::new(store))),
            Database::Postgres(address) => PostgresStore::connect(address, hand)
                .await
                .map(|store| Opened::Postgres(Arc::new(store))),
        };
        opened.map_err(|fault| {
            let failure = Failure::from(fault);
            Failure {
                message: format!("{self}: {failure}"),
                ..failure
            }
        })
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Database::Sqlite(path) => path.display().fmt(f),
            Database::Postgres(address) => {
                let place = address.split_once("://").map_or("", |(_, rest)| rest);
                let place = place.split('?').next().unwrap_or_default();
                write!(f, "postgres://{}", place.rsplit('@').next().unwrap_or_default())
            }
        }
    }
}

/// A database that is open.
pub enum Opened {
    /// A file.
    Sqlite(Arc<SqliteStore>),
    /// A database on a server.
    Postgres(Arc<PostgresStore>),
}

impl Opened {
    /// What the desk works on.
    pub fn store(&self) -> Arc<dyn Store> {
        match self {
            Opened::Sqlite(store) => Arc::clone(store) as Arc<dyn Store>,
            Opened::Postgres(store) => Arc::clone(store) as Arc<dyn Store>,
        }
    }

    /// Finishes what was asked and closes it; an SQLite database is one file then, which may be moved.
    pub async fn close(&self) -> Result<(), Failure> {
        match self {
            Opened::Sqlite(store) => store.close().await?,
            Opened::Postgres(store) => store.close().await?,
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &str) -> String {
        Database::named(name, Path::new("data")).unwrap().to_string()
    }

    #[test]
    fn a_database_is_shown_without_its_password() {
        assert_eq!(shown("sqlite:placet.sqlite"), "data/placet.sqlite");
        assert_eq!(
            shown("postgres://placet:se@cret@db.example:5432/permits?sslmode=require&password=secret"),
            "postgres://db.example:5432/permits"
        );
        assert_eq!(shown("postgresql:///permits"), "postgres:///permits");
    }

    #[test]
    fn what_names_no_database_is_refused() {
        for name in ["", "sqlite:", "placet.sqlite", "mysql://db.example/permits"] {
            let failure = Database::named(name, Path::new("data")).unwrap_err();
            assert_eq!(failure.code, Failure::USAGE, "{name}");
        }
    }
}
