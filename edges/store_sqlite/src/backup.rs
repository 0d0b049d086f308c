//! A database file as a whole: copied while it is in use, and looked at before it is.

use crate::fault::{broken, failed};
use crate::{private, read};
use desk::store::StoreFault;
use rusqlite::ffi::{SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ};
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::fs::File;
use std::path::{Path, PathBuf};
use tokio::task::spawn_blocking;

/// Why a database was not copied.
#[derive(Debug)]
pub enum BackupFault {
    /// It could not be read.
    Source(StoreFault),
    /// The copy could not be written: what was said of it.
    Copy(String),
}

/// Copies a database file, as of one moment, into a new file. Whoever writes meanwhile is not held up.
///
/// # Errors
/// [`BackupFault`] if the file cannot be read, or the copy not be written.
pub async fn backup(from: &Path, to: &Path) -> Result<(), BackupFault> {
    let (from, to) = (from.to_owned(), to.to_owned());
    let copied = spawn_blocking(move || copy(&from, to)).await;
    copied.unwrap_or_else(|error| Err(BackupFault::Copy(error.to_string())))
}

fn copy(from: &Path, to: PathBuf) -> Result<(), BackupFault> {
    let source = |error| BackupFault::Source(failed(error));
    let unwritten = |error: std::io::Error| BackupFault::Copy(error.to_string());
    let connection = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(source)?;
    private(&to).map_err(unwritten)?;
    connection
        .execute("VACUUM INTO ?", [to.display().to_string()])
        .map_err(|error| {
            if of_the_copy(&error) {
                BackupFault::Copy(error.to_string())
            } else {
                source(error)
            }
        })?;
    // The copy is only a backup once it is on disk.
    File::open(to).and_then(|file| file.sync_all()).map_err(unwritten)
}

/// Whether an error comes from writing: the source is only read.
fn of_the_copy(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| match error.code {
        ErrorCode::DiskFull | ErrorCode::CannotOpen | ErrorCode::ReadOnly => true,
        ErrorCode::SystemIoFailure => {
            ![SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ].contains(&error.extended_code)
        }
        _ => false,
    })
}

/// The signed head that lies in a database file which nobody uses. Nothing in it is changed; what of it lay in its log is
/// folded in.
///
/// # Errors
/// [`StoreFault::Failed`] if it cannot be read.
pub async fn head(file: &Path) -> Result<Option<String>, StoreFault> {
    let file = file.to_owned();
    let read = spawn_blocking(move || {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let connection = Connection::open_with_flags(file, flags).map_err(failed)?;
        read::head(&connection)
    });
    read.await.map_err(|error| broken(&error.into()))?
}
