//! An installation on disk: its folder, its settings, its key, its rulebooks, and the desk that works on it.
//!
//! ```text
//! placet-data/
//!   placet.toml     settings
//!   placet.key      the signing key's seed, readable by its owner alone
//!   placet.pub      the published key
//!   placet.sqlite   the database, unless the settings name another
//!   rulebooks/      one folder per rulebook version
//!   fonts/          fonts that papers are printed with too; there if someone made it
//!   outbox/         messages to hand over; made when the first comes
//! ```

use crate::address::Address;
use crate::arguments::{NamedDatabase, Place};
use crate::database::Database;
use crate::failure::Failure;
use crate::mail::MailServer;
use crate::private::{self, ALL, OWNER};
use crate::world::{SystemChance, SystemClock};
use desk::ports::{Chance, Clock};
use desk::store::{Hand, Store};
use desk::views::{Views, version};
use desk::{Desk, Rulebooks, RulebooksNow};
use rulebook::Rulebook;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file that holds the signing key's seed.
pub const KEY: &str = "placet.key";

/// The file that holds the published key.
pub const PUBLISHED: &str = "placet.pub";

/// What `placet.toml` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The name that the ledger is known by.
    pub origin: String,
    /// Its database: `sqlite:FILE` (relative to the folder) or `postgres://…`.
    #[serde(default = "sqlite")]
    pub database: String,
    /// The address at which people reach it, for links in messages and on permits.
    #[serde(default)]
    pub address: Address,
    /// The mail server that notices are sent by; none where inboxes alone tell them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<MailServer>,
}

fn sqlite() -> String {
    crate::database::SQLITE.to_owned()
}

impl Settings {
    /// Writes them into a folder that has none. Only its owner may read them: a database's address may hold a password.
    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        let text = toml::to_string(self).map_err(Failure::machine)?;
        write(&folder.join("placet.toml"), &text, OWNER)
    }
}

/// An installation, found on disk.
#[derive(Clone, Debug)]
pub struct Installation {
    /// Its folder.
    pub folder: PathBuf,
    /// Its settings.
    pub settings: Settings,
}

impl Installation {
    /// Finds an installation in a folder.
    pub fn find(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join("placet.toml");
        let text = std::fs::read_to_string(&path).map_err(|fault| {
            Failure::usage(format!(
                "{}: {fault}\nThere is no installation in this folder. Make one with `placet init`, or name another with --data.",
                path.display()
            ))
        })?;
        let settings = toml::from_str(&text).map_err(|fault| {
            Failure::usage(format!("{}: {fault}\nMend the line it names.", path.display()))
        })?;
        Ok(Installation {
            folder: folder.to_owned(),
            settings,
        })
    }

    /// Finds the installation that a command was given.
    pub fn at(place: &Place) -> Result<Self, Failure> {
        Ok(Self::find(&place.data)?.on(&place.database))
    }

    /// The same installation, on another database if one is named.
    pub fn on(mut self, database: &NamedDatabase) -> Self {
        if let Some(name) = &database.name {
            self.settings.database.clone_from(name);
        }
        self
    }

    /// Makes an installation in an empty folder: its settings and a new key. Rulebooks are added by
    /// [`Self::add_rulebook`].
    pub fn make(folder: &Path, settings: Settings) -> Result<Self, Failure> {
        let mut seed = [0; 32];
        SystemChance.fill(&mut seed);
        let key = ledger::SigningKey::from_seed(&settings.origin, &seed).map_err(Failure::usage)?;
        write(&folder.join(KEY), &hex(&seed), OWNER)?;
        write(&folder.join(PUBLISHED), &format!("{}\n", key.verifier()), ALL)?;
        settings.write(folder)?;
        Ok(Installation {
            folder: folder.to_owned(),
            settings,
        })
    }

    /// Copies a rulebook folder in. It binds from its first day on.
    /// It must be later than every version of it that is `known`, installed or published.
    pub fn add_rulebook(&self, from: &Path, known: &RulebooksNow) -> Result<Arc<Rulebook>, Failure> {
        let folder = self.rulebook_folder();
        std::fs::create_dir_all(&folder)
            .map_err(|fault| Failure::file("could not be made", &folder, &fault))?;
        crate::rulebooks::add(from, &folder, known, SystemClock.now())
    }

    /// The folder that holds one folder for each rulebook version.
    pub fn rulebook_folder(&self) -> PathBuf {
        self.folder.join("rulebooks")
    }

    /// The signing key.
    pub fn key(&self) -> Result<ledger::SigningKey, Failure> {
        let path = self.folder.join(KEY);
        let text = std::fs::read_to_string(&path)
            .map_err(|fault| Failure::file("could not be read", &path, &fault))?;
        let seed = unhex(text.trim()).ok_or_else(|| {
            Failure::machine(format!(
                "{}: this is no key: 64 hexadecimal digits are wanted.\nPut the key back from a backup.",
                path.display()
            ))
        })?;
        ledger::SigningKey::from_seed(&self.settings.origin, &seed).map_err(Failure::machine)
    }

    /// Whether the key in the folder that others are given to verify by is the one that belongs to the signing key. With
    /// another they would find every permit false.
    pub fn check_published_key(&self) -> Result<(), Failure> {
        let own = self.key()?.verifier().to_string();
        let path = self.folder.join(PUBLISHED);
        let text = std::fs::read_to_string(&path).map_err(|fault| {
            Failure::usage(format!(
                "{}: {fault}\nWrite this line into it, which belongs to {KEY}: {own}",
                path.display()
            ))
        })?;
        if text.trim() == own {
            return Ok(());
        }
        Err(Failure::usage(format!(
            "{}: this is not the published key that belongs to {KEY}.\nIf {KEY} is the right one, write this line into it: {own}",
            path.display()
        )))
    }

    /// The rulebooks that the operator installed here. What rule makers published is known to [`Self::desk`]. Of several versions
    /// of one, that binds whose first day came last.
    pub fn rulebooks(&self) -> Result<Rulebooks, Failure> {
        crate::rulebooks::load_all(&self.rulebook_folder())
    }

    /// What its store writes by: the views of this program, and the key of this installation.
    pub fn hand(&self) -> Result<Hand, Failure> {
        Ok(Hand::new(Arc::new(Views), self.key()?))
    }

    /// The database that the settings, or the command line, name.
    pub fn database(&self) -> Result<Database, Failure> {
        Database::named(&self.settings.database, &self.folder)
    }

    /// Opens the store.
    pub async fn store(&self) -> Result<Arc<dyn Store>, Failure> {
        Ok(self.database()?.open(self.hand()?).await?.store())
    }

    /// Opens the store for a look at what is there, whatever became of the signing key: what is written by this hand, and nothing
    /// is, would be nobody's.
    pub async fn store_to_read(&self) -> Result<Arc<dyn Store>, Failure> {
        let mut seed = [0; 32];
        SystemChance.fill(&mut seed);
        let nobody = ledger::SigningKey::from_seed(&self.settings.origin, &seed).map_err(Failure::machine)?;
        let hand = Hand::new(Arc::new(Views), nobody);
        Ok(self.database()?.open(hand).await?.store())
    }

    /// The desk of this installation, at the machine's time.
    pub async fn desk(&self) -> Result<Arc<Desk>, Failure> {
        let store = self.store().await?;
        self.desk_on(store, Arc::new(SystemClock)).await
    }

    /// The desk of this installation on a store that is open already. Views that another version made are folded again.
    pub async fn desk_on(&self, store: Arc<dyn Store>, clock: Arc<dyn Clock>) -> Result<Arc<Desk>, Failure> {
        if version::renew(store.as_ref()).await? {
            tracing::info!(version = version::VERSION, "all views were folded again");
        }
        let key = self.key()?;
        let rulebooks = self.rulebooks()?;
        let post = crate::mail::post(&self.folder, self.settings.mail.as_ref())?;
        let desk = Desk::new(store, clock, Arc::new(SystemChance), post, rulebooks, key);
        desk.renew_rulebooks().await?;
        desk.recall_the_last_instant().await?;
        Ok(Arc::new(desk))
    }
}

fn write(path: &Path, text: &str, mode: u32) -> Result<(), Failure> {
    private::file(path, text, mode).map_err(|fault| Failure::file("could not be written", path, &fault))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(&text[at..at + 2], 16).ok()?;
    }
    Some(bytes)
}
