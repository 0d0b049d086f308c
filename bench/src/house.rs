//! An installation beside its server: its store and a desk over it in this process, for making what a load needs
//! beforehand and for looking at what is there afterwards.

use crate::{Done, trouble};
use async_trait::async_trait;
use desk::ports::{Chance, Clock, Message, Post, PostFault};
use desk::store::{Hand, Store};
use desk::views::Views;
use desk::{Desk, Rulebooks, Version};
use jiff::Timestamp;
use ledger::SigningKey;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store_postgres::PostgresStore;
use store_sqlite::SqliteStore;

/// The name of the ledger under load.
pub const ORIGIN: &str = "load.placet.example";
/// The rulebook that all load is put on.
pub const RULEBOOK: &str = "kh-phnom-penh";

struct MachineClock;

impl Clock for MachineClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands where a load needs it.
struct Standing(Timestamp);

impl Clock for Standing {
    fn now(&self) -> Timestamp {
        self.0
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

    async fn send_now(&self, message: Message) -> Result<(), PostFault> {
        self.send(message).await
    }
}

/// An installation whose store is open.
pub struct House {
    data: PathBuf,
    store: Kind,
}

enum Kind {
    Sqlite(Arc<SqliteStore>),
    Postgres(Arc<PostgresStore>),
}

/// The key in an installation's folder, which every append is signed with.
fn key(data: &Path) -> Done<SigningKey> {
    let text = std::fs::read_to_string(data.join("placet.key")).map_err(trouble)?;
    let mut seed = [0; 32];
    for (byte, at) in seed.iter_mut().zip((0..64).step_by(2)) {
        let digits = text
            .get(at..at + 2)
            .ok_or_else(|| trouble("placet.key is too short"))?;
        *byte = u8::from_str_radix(digits, 16).map_err(trouble)?;
    }
    SigningKey::from_seed(ORIGIN, &seed).map_err(trouble)
}

impl House {
    /// Opens the store of an installation: `database` if it has one of its own, else the file in its folder.
    ///
    /// # Errors
    /// When the store cannot be opened.
    pub async fn open(data: &Path, database: Option<&str>) -> Done<Self> {
        let hand = Hand::new(Arc::new(Views), key(data)?);
        let store = match database {
            Some(address) => {
                let store = PostgresStore::connect(address, hand).await.map_err(trouble)?;
                Kind::Postgres(Arc::new(store))
            }
            None => {
                let store = SqliteStore::open(data.join("placet.sqlite"), hand)
                    .await
                    .map_err(trouble)?;
                Kind::Sqlite(Arc::new(store))
            }
        };
        Ok(House {
            data: data.to_owned(),
            store,
        })
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> Arc<dyn Store> {
        match &self.store {
            Kind::Sqlite(store) => Arc::clone(store) as Arc<dyn Store>,
            Kind::Postgres(store) => Arc::clone(store) as Arc<dyn Store>,
        }
    }

    /// A desk over the store, with the rulebook of Phnom Penh in force.
    ///
    /// # Errors
    /// When the rulebook does not load.
    pub fn desk(&self) -> Done<Arc<Desk>> {
        self.desk_by(Arc::new(MachineClock))
    }

    /// The same as it is at an instant, past or to come.
    ///
    /// # Errors
    /// As [`Self::desk`].
    pub fn desk_at(&self, instant: Timestamp) -> Done<Arc<Desk>> {
        self.desk_by(Arc::new(Standing(instant)))
    }

    fn desk_by(&self, clock: Arc<dyn Clock>) -> Done<Arc<Desk>> {
        let files = [
            (
                "rulebook.toml",
                include_str!("../../rulebooks/kh-phnom-penh/rulebook.toml"),
            ),
            (
                "authorities.dmn",
                include_str!("../../rulebooks/kh-phnom-penh/authorities.dmn"),
            ),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let rulebook = Version::load(files.into()).map_err(trouble)?;
        Ok(Arc::new(Desk::new(
            self.store(),
            clock,
            Arc::new(MachineChance),
            Arc::new(NoPost),
            Rulebooks::new().with(rulebook),
            key(&self.data)?,
        )))
    }

    /// Closes the store; what was answered is on disk.
    ///
    /// # Errors
    /// When it cannot be closed.
    pub async fn close(self) -> Done {
        match &self.store {
            Kind::Sqlite(store) => store.close().await.map_err(trouble),
            Kind::Postgres(store) => store.close().await.map_err(trouble),
        }
    }
}
