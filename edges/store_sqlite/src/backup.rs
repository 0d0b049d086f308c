//! A copy of the database while it is in use.

use crate::fault::failed;
use desk::store::StoreFault;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use std::path::Path;

/// Copies a database file, as of one moment, into a new file. Whoever writes meanwhile is not held up.
///
/// # Errors
/// [`StoreFault::Failed`] if the file cannot be read, or something is at the new place already.
pub async fn backup(from: &Path, to: &Path) -> Result<(), StoreFault> {
    let options = SqliteConnectOptions::new()
        .filename(from)
        .read_only(true)
        .disable_statement_logging();
    let mut connection = options.connect().await.map_err(failed)?;
    let copied = sqlx::query("VACUUM INTO ?")
        .bind(to.display().to_string())
        .execute(&mut connection)
        .await;
    let closed = connection.close().await;
    copied.map_err(failed)?;
    closed.map_err(failed)?;
    // The copy is only a backup once it is on disk.
    let file = tokio::fs::File::open(to)
        .await
        .map_err(|fault| StoreFault::Failed {
            what: fault.to_string(),
        })?;
    file.sync_all().await.map_err(|fault| StoreFault::Failed {
        what: fault.to_string(),
    })
}
