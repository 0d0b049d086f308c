//! The connections that read. A read takes microseconds and is done where it is asked: handing it to another thread and
//! back would cost more than the read.

use crate::fault::failed;
use desk::store::StoreFault;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Statements that a connection keeps prepared: all there are.
pub(crate) const STATEMENTS: usize = 64;

/// Connections that are not reading now; as many are opened as ever read at once, one for each thread.
pub(crate) struct Readers {
    path: PathBuf,
    /// None once closed.
    idle: Mutex<Option<Vec<Connection>>>,
}

impl Readers {
    /// Readers of a database file that is there.
    pub(crate) fn of(path: PathBuf) -> Self {
        Readers {
            path,
            idle: Mutex::new(Some(vec![])),
        }
    }

    /// Reads on a connection of its own.
    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&mut Connection) -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault> {
        let mut connection = match self.taken()? {
            Some(connection) => connection,
            None => self.opened()?,
        };
        let answer = read(&mut connection);
        // One that came after closing is let go.
        if let Some(idle) = self.lock().as_mut() {
            idle.push(connection);
        }
        answer
    }

    /// Lets all connections go; reads that come later fail.
    pub(crate) fn close(&self) {
        self.lock().take();
    }

    fn taken(&self) -> Result<Option<Connection>, StoreFault> {
        match self.lock().as_mut() {
            Some(idle) => Ok(idle.pop()),
            None => Err(crate::closed()),
        }
    }

    fn opened(&self) -> Result<Connection, StoreFault> {
        // One thread has it at a time, which the compiler sees to: SQLite's own locks would guard nothing.
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags).map_err(failed)?;
        connection.busy_timeout(crate::PATIENCE).map_err(failed)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        // A statement is planned once, whatever is asked for: else a list is planned anew at every page.
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
            .map_err(failed)?;
        connection
            .execute_batch("PRAGMA cache_size = -1280; PRAGMA temp_store = MEMORY")
            .map_err(failed)?;
        Ok(connection)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Vec<Connection>>> {
        // A panic elsewhere cannot leave the list half-changed.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
