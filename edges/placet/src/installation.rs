//! An installation on disk: its folder, its settings, its key, its rulebooks, and the desk that works on it.
//!
//! ```text
//! placet-data/
//!   placet.toml     settings
//!   placet.key      the signing key's seed, readable by its owner alone
//!   placet.pub      the published key
//!   placet.sqlite   the database, unless the settings name another
//!   rulebooks/      one folder per rulebook version
//!   outbox/         messages to hand over, where no mail server is set up
//! ```

use crate::failure::Failure;
use crate::world::{Outbox, SystemChance};
use desk::ports::{Chance, Clock};
use desk::store::{Hand, Store};
use desk::views::Views;
use desk::{Desk, Rulebooks};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
    #[serde(default = "local")]
    pub address: String,
}

fn sqlite() -> String {
    "sqlite:placet.sqlite".to_owned()
}

fn local() -> String {
    "http://127.0.0.1:8070".to_owned()
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

    /// Makes an installation: the folder, its settings and a new key. Rulebooks are added by [`Self::add_rulebook`].
    pub fn make(folder: &Path, settings: Settings) -> Result<Self, Failure> {
        let path = folder.join("placet.toml");
        if path.exists() {
            return Err(Failure::usage(format!(
                "{}: there is an installation in this folder already.\nServe it with `placet serve`, or name another folder with --data.",
                path.display()
            )));
        }
        std::fs::create_dir_all(folder)
            .map_err(|fault| Failure::file("could not be made", folder, &fault))?;
        let mut seed = [0; 32];
        SystemChance.fill(&mut seed);
        let key = ledger::SigningKey::from_seed(&settings.origin, &seed).map_err(Failure::usage)?;
        write_secret(&folder.join("placet.key"), &hex(&seed))?;
        write(&folder.join("placet.pub"), &format!("{}\n", key.verifier()))?;
        // Last, so that a folder with settings is a whole installation.
        write(&path, &toml::to_string(&settings).map_err(Failure::machine)?)?;
        Ok(Installation {
            folder: folder.to_owned(),
            settings,
        })
    }

    /// Copies a rulebook folder in and puts it in force.
    pub fn add_rulebook(&self, from: &Path) -> Result<(), Failure> {
        let rulebook = crate::rulebooks::load(from)?;
        let to = self
            .folder
            .join("rulebooks")
            .join(format!("{}-{}", rulebook.id(), rulebook.version()));
        std::fs::create_dir_all(&to).map_err(|fault| Failure::file("could not be made", &to, &fault))?;
        for name in crate::rulebooks::FILES {
            let (source, target) = (from.join(name), to.join(name));
            std::fs::copy(&source, &target)
                .map_err(|fault| Failure::file("could not be copied", &source, &fault))?;
        }
        Ok(())
    }

    /// The signing key.
    pub fn key(&self) -> Result<ledger::SigningKey, Failure> {
        let path = self.folder.join("placet.key");
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

    /// The rulebooks of this installation. Of several versions of one, the last by version is in force.
    pub fn rulebooks(&self) -> Result<Rulebooks, Failure> {
        crate::rulebooks::load_all(&self.folder.join("rulebooks"))
    }

    /// What its store writes by: the views of this program, and the key of this installation.
    fn hand(&self) -> Result<Hand, Failure> {
        Ok(Hand::new(Arc::new(Views), self.key()?))
    }

    /// Opens the store that the settings, or the command line, name.
    pub async fn store(&self, database: Option<&str>) -> Result<Arc<dyn Store>, Failure> {
        let database = database.unwrap_or(&self.settings.database);
        if database.starts_with("postgres://") || database.starts_with("postgresql://") {
            let store = store_postgres::PostgresStore::connect(database, self.hand()?).await?;
            return Ok(Arc::new(store));
        }
        let Some(file) = database.strip_prefix("sqlite:") else {
            return Err(Failure::usage(format!(
                "\u{201c}{database}\u{201d} names no database.\nWrite sqlite:FILE or postgres://USER@HOST/NAME."
            )));
        };
        let path = self.folder.join(file);
        Ok(Arc::new(
            store_sqlite::SqliteStore::open(&path, self.hand()?).await?,
        ))
    }

    /// The desk of this installation.
    pub async fn desk(&self, database: Option<&str>, clock: Arc<dyn Clock>) -> Result<Arc<Desk>, Failure> {
        let store = self.store(database).await?;
        self.desk_on(store, clock)
    }

    /// The desk of this installation on a store that is open already.
    pub fn desk_on(&self, store: Arc<dyn Store>, clock: Arc<dyn Clock>) -> Result<Arc<Desk>, Failure> {
        let key = self.key()?;
        let rulebooks = self.rulebooks()?;
        let post = Arc::new(Outbox::new(self.folder.join("outbox")));
        Ok(Arc::new(Desk::new(
            store,
            clock,
            Arc::new(SystemChance),
            post,
            rulebooks,
            key,
        )))
    }
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|fault| Failure::file("could not be written", path, &fault))
}

/// Writes a file that only its owner may read, from its first byte on.
fn write_secret(path: &Path, text: &str) -> Result<(), Failure> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let made = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    made.and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|fault| Failure::file("could not be written", path, &fault))
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
