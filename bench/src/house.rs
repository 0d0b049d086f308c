//! An installation in this process: a store by its address, and a desk over it whose clock stands still.

use crate::{Done, trouble};
use async_trait::async_trait;
use desk::ports::{Chance, Clock, Message, Post, PostFault};
use desk::store::Store;
use desk::views::Views;
use desk::{Desk, Rulebooks};
use jiff::Timestamp;
use rulebook::{Files, Rulebook};
use std::sync::Arc;
use store_postgres::PostgresStore;
use store_sqlite::SqliteStore;

/// The rulebook that all load is put on.
pub const RULEBOOK: &str = "kh-phnom-penh";

struct StandingClock(Timestamp);

impl Clock for StandingClock {
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
}

/// Opens a store by its address: `postgres://…`, or the path of a SQLite file.
///
/// # Errors
/// When the store cannot be opened.
pub async fn store(address: &str) -> Done<Arc<dyn Store>> {
    let views = Arc::new(Views);
    if address.starts_with("postgres://") {
        return Ok(Arc::new(
            PostgresStore::connect(address, views).await.map_err(trouble)?,
        ));
    }
    Ok(Arc::new(
        SqliteStore::open(address, views).await.map_err(trouble)?,
    ))
}

/// A desk over a store, on 1 August 2023 in the morning, with the rulebook of Phnom Penh in force.
///
/// # Errors
/// When the rulebook does not load.
pub fn desk(store: Arc<dyn Store>) -> Done<Arc<Desk>> {
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
    let now = Timestamp::from_second(1_690_855_800).map_err(trouble)?;
    let key = ledger::SigningKey::from_seed("bench.placet.example", &[7; 32]).map_err(trouble)?;
    Ok(Arc::new(Desk::new(
        store,
        Arc::new(StandingClock(now)),
        Arc::new(MachineChance),
        Arc::new(NoPost),
        Rulebooks::new().with(rulebook),
        key,
    )))
}
