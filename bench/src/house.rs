//! An installation beside its server: its store and a desk over it in this process, for making what a load needs
//! beforehand and for looking at what is there afterwards.

use crate::{Done, trouble};
use async_trait::async_trait;
use desk::ports::{Chance, Clock, Message, Post, PostFault};
use desk::store::Store;
use desk::views::Views;
use desk::{Desk, Rulebooks};
use jiff::Timestamp;
use rulebook::{Files, Rulebook};
use std::path::Path;
use std::sync::Arc;
use store_postgres::PostgresStore;
use store_sqlite::SqliteStore;

/// The rulebook that all load is put on.
pub const RULEBOOK: &str = "kh-phnom-penh";

struct MachineClock;

impl Clock for MachineClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

struct MachineChance;

impl Chance for MachineChance {
    fn fill(&self, bytes: &mut [u8]) {
        // Ids and salts that repeat would be taken for a fault of the store.
        if getrandom::fill(bytes).is_err() {
            std::process::abort();
        }
    }
}

struct NoPost;

#[async_trait]
impl Post for NoPost {
    async fn send(&self, _: Message) -> Result<(), PostFault> {
        Ok(())
    }
}

/// A store that is open, and how to close it.
pub enum House {
    /// A SQLite file.
    Sqlite(Arc<SqliteStore>),
    /// A PostgreSQL database.
    Postgres(Arc<PostgresStore>),
}

impl House {
    /// Opens the store of an installation: `database` if it has one of its own, else the file in its folder.
    ///
    /// # Errors
    /// When the store cannot be opened.
    pub async fn open(data: &Path, database: Option<&str>) -> Done<Self> {
        let views = Arc::new(Views);
        match database {
            Some(address) => {
                let store = PostgresStore::connect(address, views).await.map_err(trouble)?;
                Ok(House::Postgres(Arc::new(store)))
            }
            None => {
                let store = SqliteStore::open(data.join("placet.sqlite"), views)
                    .await
                    .map_err(trouble)?;
                Ok(House::Sqlite(Arc::new(store)))
            }
        }
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> Arc<dyn Store> {
        match self {
            House::Sqlite(store) => Arc::clone(store) as Arc<dyn Store>,
            House::Postgres(store) => Arc::clone(store) as Arc<dyn Store>,
        }
    }

    /// A desk over the store, with the rulebook of Phnom Penh in force.
    ///
    /// # Errors
    /// When the rulebook does not load.
    pub fn desk(&self) -> Done<Arc<Desk>> {
        let files = Files {
            rulebook_toml: (
                "rulebook.toml",
                include_str!("../../rulebooks/kh-phnom-penh/rulebook.toml"),
            ),
            dmn: (
                "authorities.dmn",
                include_str!("../../rulebooks/kh-phnom-penh/authorities.dmn"),
            ),
        };
        let rulebook = Rulebook::load(&files).map_err(trouble)?;
        let key = ledger::SigningKey::from_seed("load.placet.example", &[7; 32]).map_err(trouble)?;
        Ok(Arc::new(Desk::new(
            self.store(),
            Arc::new(MachineClock),
            Arc::new(MachineChance),
            Arc::new(NoPost),
            Rulebooks::new().with(rulebook),
            key,
        )))
    }

    /// Closes the store; what was answered is on disk.
    ///
    /// # Errors
    /// When it cannot be closed.
    pub async fn close(self) -> Done {
        match self {
            House::Sqlite(store) => store.close().await.map_err(trouble),
            House::Postgres(store) => store.close().await.map_err(trouble),
        }
    }
}
