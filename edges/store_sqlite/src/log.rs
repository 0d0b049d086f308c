//! The write-ahead log goes back into the file beside the writer: done by the writer, it would hold up everyone who waits for
//! a commit.

use crate::fault::{broken, failed};
use desk::store::StoreFault;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

/// So many pages (of 4 KiB: 4 MB) stay in the log before they go back: so few that the disk is not busy with them for longer
/// than whoever waits for a commit can bear. Those written again and again go back once.
const PAGES: u64 = 1_000;

/// Whoever has pages carried back, now and then, on a thread and a connection of their own.
pub(crate) struct Carrier {
    path: PathBuf,
    carrying: Option<JoinHandle<Result<(), StoreFault>>>,
}

impl Carrier {
    /// A carrier for a database file.
    pub(crate) fn of(path: PathBuf) -> Self {
        Carrier { path, carrying: None }
    }

    /// To be called by the writer between two commits: has pages carried back once there are many. What was written
    /// meanwhile is little, and is carried by the writer itself, so that nothing is left and the log begins anew.
    ///
    /// # Errors
    /// [`StoreFault::Failed`] if the log cannot be read or carried; nothing committed is lost by that.
    pub(crate) fn tend(&mut self, writer: &Connection) -> Result<(), StoreFault> {
        match self.carrying.take_if(|carrying| carrying.is_finished()) {
            Some(carried) => {
                joined(carried)?;
                checkpoint(writer, "PASSIVE")?;
            }
            None if self.carrying.is_none() && left(writer)? > PAGES => {
                let path = self.path.clone();
                let thread = std::thread::Builder::new().name("placet-log".to_owned());
                let carrying = thread.spawn(move || carry(&path));
                self.carrying = Some(carrying.map_err(|error| broken(&error))?);
            }
            None => {}
        }
        Ok(())
    }

    /// Waits for what is being carried.
    ///
    /// # Errors
    /// [`StoreFault::Failed`] if it cannot be carried; nothing committed is lost by that.
    pub(crate) fn close(self) -> Result<(), StoreFault> {
        self.carrying.map_or(Ok(()), joined)
    }
}

fn joined(carrying: JoinHandle<Result<(), StoreFault>>) -> Result<(), StoreFault> {
    carrying.join().unwrap_or_else(|_| {
        Err(StoreFault::Failed {
            what: "the thread that carries the log back ended in a panic".to_owned(),
        })
    })
}

fn carry(path: &Path) -> Result<(), StoreFault> {
    let connection = Connection::open(path).map_err(failed)?;
    connection.busy_timeout(crate::PATIENCE).map_err(failed)?;
    // The log may begin anew only when what was carried is on disk.
    connection
        .execute_batch("PRAGMA synchronous = FULL")
        .map_err(failed)?;
    checkpoint(&connection, "PASSIVE").map(drop)
}

/// Pages in the log that are not yet in the file.
fn left(connection: &Connection) -> Result<u64, StoreFault> {
    let (log, carried) = checkpoint(connection, "NOOP")?;
    Ok(log.saturating_sub(carried))
}

/// Has the log carried back in that mode; how many pages it has, and how many of them are in the file.
fn checkpoint(connection: &Connection, mode: &str) -> Result<(u64, u64), StoreFault> {
    connection
        .prepare_cached(&format!("PRAGMA wal_checkpoint({mode})"))
        .and_then(|mut statement| statement.query_row([], |row| Ok((row.get(1)?, row.get(2)?))))
        // A database without a log says -1.
        .map(|(log, carried): (i64, i64)| (log.max(0).unsigned_abs(), carried.max(0).unsigned_abs()))
        .map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grown(folder: &Path) -> Connection {
        let connection = Connection::open(folder.join("placet.sqlite")).unwrap();
        connection.execute_batch(crate::WRITING).unwrap();
        connection.execute_batch("CREATE TABLE heap (body BLOB)").unwrap();
        for _ in 0..5 {
            connection
                .execute("INSERT INTO heap VALUES (randomblob(4096000))", [])
                .unwrap();
        }
        connection
    }

    #[test]
    fn a_long_log_is_carried_back_and_begins_anew() {
        let folder = tempfile::tempdir().unwrap();
        let writer = grown(folder.path());
        assert!(left(&writer).unwrap() > PAGES, "nothing but the carrier carries");
        let mut carrier = Carrier::of(folder.path().join("placet.sqlite"));
        carrier.tend(&writer).unwrap();
        // Written while it may still be at work.
        writer.execute("INSERT INTO heap VALUES ('x')", []).unwrap();
        while carrier.carrying.is_some() {
            carrier.tend(&writer).unwrap();
        }
        assert_eq!(left(&writer).unwrap(), 0);
        writer.execute("INSERT INTO heap VALUES ('y')", []).unwrap();
        assert!(checkpoint(&writer, "NOOP").unwrap().0 < 10, "the log begins anew");
    }

    #[test]
    fn a_short_log_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let writer = grown(folder.path());
        checkpoint(&writer, "TRUNCATE").unwrap();
        writer.execute("INSERT INTO heap VALUES ('x')", []).unwrap();
        let mut carrier = Carrier::of(folder.path().join("placet.sqlite"));
        carrier.tend(&writer).unwrap();
        assert!(carrier.carrying.is_none());
        assert!(left(&writer).unwrap() > 0);
    }
}
