//! What is written: a group commit's facts and views as arrays, under the one lock that all nodes share, and kept
//! entries in single statements that need no lock.

use crate::fault::failed;
use crate::read::entry;
use desk::store::held::{signed, unsigned};
use desk::store::{Document, Kept, RowKey, StoreFault, StoredFact, ViewRow, Writes};
use ledger::Node;
use sqlx::{PgConnection, PgExecutor, PgPool, Postgres, Transaction};

/// Begins a transaction that holds the writers' lock of this schema until it ends.
pub(crate) async fn lock(pool: &PgPool) -> Result<Transaction<'static, Postgres>, StoreFault> {
    // Read committed, whatever the server's default: what was committed before the lock was had must be seen.
    let mut transaction = pool
        .begin_with("BEGIN ISOLATION LEVEL READ COMMITTED")
        .await
        .map_err(failed)?;
    sqlx::query(
        "SELECT pg_advisory_xact_lock(hashtextextended('placet ' || COALESCE(current_schema(), ''), 0))",
    )
    .execute(&mut *transaction)
    .await
    .map_err(failed)?;
    Ok(transaction)
}

/// Writes everything of a batch; the transaction is the caller's.
pub(crate) async fn write(connection: &mut PgConnection, writes: &Writes) -> Result<(), StoreFault> {
    if !writes.facts.is_empty() {
        facts(connection, &writes.facts).await?;
    }
    if !writes.nodes.is_empty() {
        nodes(connection, &writes.nodes).await?;
    }
    if !writes.documents.is_empty() {
        documents(connection, &writes.documents).await?;
    }
    if !writes.removed.is_empty() {
        removed(connection, &writes.removed).await?;
    }
    if !writes.put.is_empty() {
        rows(connection, &writes.put).await?;
    }
    if !writes.counters.is_empty() {
        counters(connection, writes).await?;
    }
    match &writes.head {
        Some(note) => head(connection, note).await,
        None => Ok(()),
    }
}

async fn head(connection: &mut PgConnection, note: &str) -> Result<(), StoreFault> {
    sqlx::query(
        "INSERT INTO head (one, note) VALUES (TRUE, $1) ON CONFLICT (one) DO UPDATE SET note = excluded.note",
    )
    .bind(note)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

async fn facts(connection: &mut PgConnection, facts: &[StoredFact]) -> Result<(), StoreFault> {
    let positions: Vec<i64> = facts
        .iter()
        .map(|fact| signed(fact.position))
        .collect::<Result<_, _>>()?;
    let streams: Vec<&str> = facts.iter().map(|fact| fact.stream.as_str()).collect();
    let versions: Vec<i64> = facts
        .iter()
        .map(|fact| signed(fact.version))
        .collect::<Result<_, _>>()?;
    let payloads: Vec<Option<&[u8]>> = facts.iter().map(|fact| fact.payload.as_deref()).collect();
    let salts: Vec<Option<&[u8]>> = facts
        .iter()
        .map(|fact| fact.salt.as_ref().map(<[u8; 32]>::as_slice))
        .collect();
    let leaves: Vec<&[u8]> = facts.iter().map(|fact| fact.leaf.0.as_slice()).collect();
    sqlx::query(
        "INSERT INTO fact (position, stream, version, payload, salt, leaf) \
         SELECT * FROM UNNEST($1::bigint[], $2::text[], $3::bigint[], $4::bytea[], $5::bytea[], $6::bytea[])",
    )
    .bind(positions)
    .bind(streams)
    .bind(versions)
    .bind(payloads)
    .bind(salts)
    .bind(leaves)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

async fn nodes(connection: &mut PgConnection, nodes: &[Node]) -> Result<(), StoreFault> {
    let levels: Vec<i16> = nodes.iter().map(|node| i16::from(node.level)).collect();
    let indexes: Vec<i64> = nodes
        .iter()
        .map(|node| signed(node.index))
        .collect::<Result<_, _>>()?;
    let hashes: Vec<&[u8]> = nodes.iter().map(|node| node.hash.0.as_slice()).collect();
    sqlx::query(
        "INSERT INTO node (level, idx, hash) SELECT * FROM UNNEST($1::smallint[], $2::bigint[], $3::bytea[])",
    )
    .bind(levels)
    .bind(indexes)
    .bind(hashes)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

async fn documents(connection: &mut PgConnection, documents: &[Document]) -> Result<(), StoreFault> {
    let streams: Vec<&str> = documents
        .iter()
        .map(|document| document.stream.as_str())
        .collect();
    let versions: Vec<i64> = documents
        .iter()
        .map(|document| signed(document.version))
        .collect::<Result<_, _>>()?;
    let bodies: Vec<&[u8]> = documents
        .iter()
        .map(|document| document.body.as_slice())
        .collect();
    sqlx::query(
        "INSERT INTO document (stream, version, body) \
         SELECT * FROM UNNEST($1::text[], $2::bigint[], $3::bytea[]) \
         ON CONFLICT (stream) DO UPDATE SET version = excluded.version, body = excluded.body",
    )
    .bind(streams)
    .bind(versions)
    .bind(bodies)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

async fn rows(connection: &mut PgConnection, rows: &[ViewRow]) -> Result<(), StoreFault> {
    let views: Vec<&str> = rows.iter().map(|row| row.key.view).collect();
    let scopes: Vec<&str> = rows.iter().map(|row| row.key.scope.as_str()).collect();
    let keys: Vec<&str> = rows.iter().map(|row| row.key.key.as_str()).collect();
    let sorts: Vec<&str> = rows.iter().map(|row| row.key.sort.as_str()).collect();
    let bodies: Vec<&[u8]> = rows.iter().map(|row| row.body.as_slice()).collect();
    sqlx::query(
        "INSERT INTO view_row (view, scope, key, sort, body) \
         SELECT * FROM UNNEST($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[]) \
         ON CONFLICT (view, scope, sort, key) DO UPDATE SET body = excluded.body",
    )
    .bind(views)
    .bind(scopes)
    .bind(keys)
    .bind(sorts)
    .bind(bodies)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

async fn removed(connection: &mut PgConnection, removed: &[RowKey]) -> Result<(), StoreFault> {
    let views: Vec<&str> = removed.iter().map(|row| row.view).collect();
    let scopes: Vec<&str> = removed.iter().map(|row| row.scope.as_str()).collect();
    let sorts: Vec<&str> = removed.iter().map(|row| row.sort.as_str()).collect();
    let keys: Vec<&str> = removed.iter().map(|row| row.key.as_str()).collect();
    sqlx::query(
        "DELETE FROM view_row \
         USING UNNEST($1::text[], $2::text[], $3::text[], $4::text[]) AS gone (view, scope, sort, key) \
         WHERE view_row.view = gone.view AND view_row.scope = gone.scope AND view_row.sort = gone.sort \
         AND view_row.key = gone.key",
    )
    .bind(views)
    .bind(scopes)
    .bind(sorts)
    .bind(keys)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

async fn counters(connection: &mut PgConnection, writes: &Writes) -> Result<(), StoreFault> {
    let views: Vec<&str> = writes.counters.keys().map(|(view, _)| *view).collect();
    let scopes: Vec<&str> = writes.counters.keys().map(|(_, scope)| scope.as_str()).collect();
    let changes: Vec<i64> = writes.counters.values().copied().collect();
    sqlx::query(
        "INSERT INTO counter (view, scope, n) SELECT * FROM UNNEST($1::text[], $2::text[], $3::bigint[]) \
         ON CONFLICT (view, scope) DO UPDATE SET n = counter.n + excluded.n",
    )
    .bind(views)
    .bind(scopes)
    .bind(changes)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

/// Takes all views away, to be made again. Readers see the old ones until the transaction ends.
pub(crate) async fn clear_views(connection: &mut PgConnection) -> Result<(), StoreFault> {
    sqlx::raw_sql("DELETE FROM document; DELETE FROM view_row; DELETE FROM counter")
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(())
}

pub(crate) async fn keep(database: impl PgExecutor<'_>, kept: &Kept) -> Result<(), StoreFault> {
    let sql = if kept.version == 1 {
        "INSERT INTO kept (kind, key, owner, version, expires, body) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (kind, key) DO NOTHING"
    } else {
        "UPDATE kept SET owner = $3, version = $4, expires = $5, body = $6 \
         WHERE kind = $1 AND key = $2 AND version = $4 - 1"
    };
    let done = sqlx::query(sql)
        .bind(kept.kind)
        .bind(&kept.key)
        .bind(&kept.owner)
        .bind(signed(kept.version)?)
        .bind(kept.expires)
        .bind(&kept.body)
        .execute(database)
        .await
        .map_err(failed)?;
    if done.rows_affected() == 0 {
        return Err(StoreFault::Conflict {
            what: format!("{}/{}", kept.kind, kept.key),
        });
    }
    Ok(())
}

pub(crate) async fn take(
    database: impl PgExecutor<'_>,
    kind: &'static str,
    key: &str,
    now: i64,
) -> Result<Option<Kept>, StoreFault> {
    let row = sqlx::query(
        "DELETE FROM kept WHERE kind = $1 AND key = $2 RETURNING key, owner, version, expires, body",
    )
    .bind(kind)
    .bind(key)
    .fetch_optional(database)
    .await
    .map_err(failed)?;
    let taken = row.as_ref().map(|row| entry(kind, row)).transpose()?;
    Ok(taken.filter(|kept| kept.expires.is_none_or(|expires| expires > now)))
}

pub(crate) async fn drop_kept(
    database: impl PgExecutor<'_>,
    kind: &str,
    owner: &str,
) -> Result<u64, StoreFault> {
    let done = sqlx::query("DELETE FROM kept WHERE kind = $1 AND owner = $2")
        .bind(kind)
        .bind(owner)
        .execute(database)
        .await
        .map_err(failed)?;
    Ok(done.rows_affected())
}

pub(crate) async fn sweep(database: impl PgExecutor<'_>, now: i64) -> Result<u64, StoreFault> {
    let done = sqlx::query("DELETE FROM kept WHERE expires <= $1")
        .bind(now)
        .execute(database)
        .await
        .map_err(failed)?;
    Ok(done.rows_affected())
}

pub(crate) async fn next_number(database: impl PgExecutor<'_>, series: &str) -> Result<u64, StoreFault> {
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO series (name, n) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET n = series.n + 1 RETURNING n",
    )
    .bind(series)
    .fetch_one(database)
    .await
    .map_err(failed)?;
    unsigned(number, "series.n")
}
