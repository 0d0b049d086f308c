//! A copy of the database while it is in use.

use crate::fault::{broken, failed};
use crate::private;
use desk::store::StoreFault;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Copies a database file, as of one moment, into a new file. Whoever writes meanwhile is not held up.
///
/// # Errors
/// [`StoreFault::Failed`] if the file cannot be read, or something is at the new place already.
pub async fn backup(from: &Path, to: &Path) -> Result<(), StoreFault> {
    let (from, to) = (from.to_owned(), to.to_owned());
    let copied = tokio::task::spawn_blocking(move || copy(&from, to)).await;
    copied.map_err(|error| StoreFault::Failed {
        what: error.to_string(),
    })?
}

fn copy(from: &Path, to: PathBuf) -> Result<(), StoreFault> {
    let connection = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
    private(&to).map_err(|error| broken(&error))?;
    connection
        .execute("VACUUM INTO ?", [to.display().to_string()])
        .map_err(failed)?;
    // The copy is only a backup once it is on disk.
    File::open(to)
        .and_then(|file| file.sync_all())
        .map_err(|error| broken(&error))
}
