//! The numbered steps that bring a database's tables to what this program knows, and the refusal of newer ones.

use crate::fault::failed;
use desk::store::StoreFault;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

/// Each step takes the schema from its index to the next number. Steps that were released are never edited.
const STEPS: [&str; 4] = [
    include_str!("../schema/1.sql"),
    include_str!("../schema/2.sql"),
    include_str!("../schema/3.sql"),
    include_str!("../schema/4.sql"),
];

/// Brings the tables up to date, in one transaction.
///
/// # Errors
/// [`StoreFault::Failed`] if a newer program wrote the database, or the database fails.
pub(crate) fn prepare(connection: &mut Connection) -> Result<(), StoreFault> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(failed)?;
    transaction
        .execute(
            "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT",
            [],
        )
        .map_err(failed)?;
    let found: Option<i64> = transaction
        .query_row("SELECT value FROM meta WHERE name = 'schema'", [], |row| {
            row.get(0)
        })
        .optional()
        .map_err(failed)?;
    let found = found.unwrap_or(0);
    let known = STEPS.len();
    let Some(steps) = usize::try_from(found).ok().and_then(|found| STEPS.get(found..)) else {
        return Err(StoreFault::Failed {
            what: format!(
                "its tables have version {found} and this program knows them up to version {known}: \
                 a newer Placet wrote them; open it with that version or a later one"
            ),
        });
    };
    for step in steps {
        transaction.execute_batch(step).map_err(failed)?;
    }
    if !steps.is_empty() {
        transaction
            .execute(
                "INSERT INTO meta (name, value) VALUES ('schema', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [i64::try_from(known).unwrap_or(i64::MAX)],
            )
            .map_err(failed)?;
    }
    transaction.commit().map_err(failed)
}
