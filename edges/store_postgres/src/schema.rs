//! The numbered steps that bring a database's tables to what this program knows, and the refusal of newer ones.

use crate::fault::failed;
use crate::write::lock;
use desk::store::StoreFault;
use sqlx::PgPool;

/// Each step takes the schema from its index to the next number. Steps that were released are never edited.
const STEPS: [&str; 3] = [
    include_str!("../schema/1.sql"),
    include_str!("../schema/2.sql"),
    include_str!("../schema/3.sql"),
];

/// Brings the tables up to date, in one transaction; of several nodes that start at once, one does it.
///
/// # Errors
/// [`StoreFault::Failed`] if a newer program wrote the database, or the database fails.
pub(crate) async fn prepare(pool: &PgPool) -> Result<(), StoreFault> {
    let mut transaction = lock(pool).await?;
    let meta: Option<String> = sqlx::query_scalar("SELECT to_regclass('meta')::text")
        .fetch_one(&mut *transaction)
        .await
        .map_err(failed)?;
    if meta.is_none() {
        sqlx::raw_sql("CREATE TABLE meta (name TEXT PRIMARY KEY, value BIGINT NOT NULL)")
            .execute(&mut *transaction)
            .await
            .map_err(failed)?;
    }
    let found: Option<i64> = sqlx::query_scalar("SELECT value FROM meta WHERE name = 'schema'")
        .fetch_optional(&mut *transaction)
        .await
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
        sqlx::raw_sql(*step)
            .execute(&mut *transaction)
            .await
            .map_err(failed)?;
    }
    if !steps.is_empty() {
        sqlx::query(
            "INSERT INTO meta (name, value) VALUES ('schema', $1) \
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(i64::try_from(known).unwrap_or(i64::MAX))
        .execute(&mut *transaction)
        .await
        .map_err(failed)?;
    }
    transaction.commit().await.map_err(failed)
}
