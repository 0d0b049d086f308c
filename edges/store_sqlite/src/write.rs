//! What is written: a group commit's facts and views in few statements, and kept entries one by one.

use crate::fault::{failed, signed};
use crate::read::entry;
use crate::values::values;
use desk::store::{Document, Kept, RowKey, StoreFault, StoredFact, ViewRow, Writes};
use ledger::Node;
use sqlx::Sqlite;
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteConnection};

/// Rows per statement, largest first. Few sizes, so that every statement is prepared once and found again.
const SIZES: [usize; 4] = [64, 16, 4, 1];

type Prepared<'a> = Query<'a, Sqlite, SqliteArguments>;

struct Statement {
    head: &'static str,
    columns: usize,
    tail: &'static str,
}

impl Statement {
    /// Runs the statement over all items, in as few pieces as the sizes allow.
    async fn run<T>(
        &self,
        connection: &mut SqliteConnection,
        items: &[T],
        bind: impl for<'a> Fn(Prepared<'a>, &T) -> Result<Prepared<'a>, StoreFault>,
    ) -> Result<(), StoreFault> {
        let mut rest = items;
        for size in SIZES {
            while let Some((some, left)) = rest.split_at_checked(size) {
                let mut query = sqlx::query(values(self.head, self.columns, size, self.tail));
                for item in some {
                    query = bind(query, item)?;
                }
                query.execute(&mut *connection).await.map_err(failed)?;
                rest = left;
            }
        }
        Ok(())
    }
}

/// Writes everything of a batch; the transaction is the caller's.
pub(crate) async fn write(connection: &mut SqliteConnection, writes: &Writes) -> Result<(), StoreFault> {
    facts(connection, &writes.facts).await?;
    nodes(connection, &writes.nodes).await?;
    documents(connection, &writes.documents).await?;
    removed(connection, &writes.removed).await?;
    rows(connection, &writes.put).await?;
    counters(connection, writes).await?;
    match &writes.head {
        Some(note) => head(connection, note).await,
        None => Ok(()),
    }
}

async fn head(connection: &mut SqliteConnection, note: &str) -> Result<(), StoreFault> {
    sqlx::query(
        "INSERT INTO head (one, note) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET note = excluded.note",
    )
    .bind(note)
    .execute(connection)
    .await
    .map_err(failed)?;
    Ok(())
}

async fn facts(connection: &mut SqliteConnection, facts: &[StoredFact]) -> Result<(), StoreFault> {
    let statement = Statement {
        head: "INSERT INTO fact (position, stream, version, payload, salt, leaf) VALUES ",
        columns: 6,
        tail: "",
    };
    statement
        .run(connection, facts, |query, fact| {
            Ok(query
                .bind(signed(fact.position)?)
                .bind(fact.stream.to_string())
                .bind(signed(fact.version)?)
                .bind(fact.payload.clone())
                .bind(fact.salt.map(Vec::from))
                .bind(fact.leaf.0.to_vec()))
        })
        .await
}

async fn nodes(connection: &mut SqliteConnection, nodes: &[Node]) -> Result<(), StoreFault> {
    let statement = Statement {
        head: "INSERT INTO node (level, idx, hash) VALUES ",
        columns: 3,
        tail: "",
    };
    statement
        .run(connection, nodes, |query, node| {
            Ok(query
                .bind(i64::from(node.level))
                .bind(signed(node.index)?)
                .bind(node.hash.0.to_vec()))
        })
        .await
}

async fn documents(connection: &mut SqliteConnection, documents: &[Document]) -> Result<(), StoreFault> {
    let statement = Statement {
        head: "INSERT INTO document (stream, version, body) VALUES ",
        columns: 3,
        tail: " ON CONFLICT (stream) DO UPDATE SET version = excluded.version, body = excluded.body",
    };
    statement
        .run(connection, documents, |query, document| {
            Ok(query
                .bind(document.stream.to_string())
                .bind(signed(document.version)?)
                .bind(document.body.clone()))
        })
        .await
}

async fn rows(connection: &mut SqliteConnection, rows: &[ViewRow]) -> Result<(), StoreFault> {
    let statement = Statement {
        head: "INSERT INTO view_row (view, scope, key, sort, body) VALUES ",
        columns: 5,
        tail: " ON CONFLICT (view, scope, key) DO UPDATE SET sort = excluded.sort, body = excluded.body",
    };
    statement
        .run(connection, rows, |query, row| {
            let RowKey { view, scope, key } = &row.key;
            Ok(query
                .bind(*view)
                .bind(scope.clone())
                .bind(key.clone())
                .bind(row.sort.clone())
                .bind(row.body.clone()))
        })
        .await
}

async fn removed(connection: &mut SqliteConnection, keys: &[RowKey]) -> Result<(), StoreFault> {
    for key in keys {
        // One by one: over a list of keys SQLite would walk the whole table.
        sqlx::query("DELETE FROM view_row WHERE view = ? AND scope = ? AND key = ?")
            .bind(key.view)
            .bind(&key.scope)
            .bind(&key.key)
            .execute(&mut *connection)
            .await
            .map_err(failed)?;
    }
    Ok(())
}

async fn counters(connection: &mut SqliteConnection, writes: &Writes) -> Result<(), StoreFault> {
    let counters: Vec<_> = writes.counters.iter().collect();
    let statement = Statement {
        head: "INSERT INTO counter (view, scope, n) VALUES ",
        columns: 3,
        tail: " ON CONFLICT (view, scope) DO UPDATE SET n = n + excluded.n",
    };
    statement
        .run(connection, &counters, |query, counter| {
            let ((view, scope), change) = *counter;
            Ok(query.bind(*view).bind(scope.clone()).bind(*change))
        })
        .await
}

/// Takes all views away, to be made again.
pub(crate) async fn clear_views(connection: &mut SqliteConnection) -> Result<(), StoreFault> {
    sqlx::raw_sql("DELETE FROM document; DELETE FROM view_row; DELETE FROM counter")
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(())
}

pub(crate) async fn keep(connection: &mut SqliteConnection, kept: &Kept) -> Result<(), StoreFault> {
    let sql = if kept.version == 1 {
        "INSERT INTO kept (kind, key, owner, version, expires, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
         ON CONFLICT (kind, key) DO NOTHING"
    } else {
        "UPDATE kept SET owner = ?3, version = ?4, expires = ?5, body = ?6 \
         WHERE kind = ?1 AND key = ?2 AND version = ?4 - 1"
    };
    let done = sqlx::query(sql)
        .bind(kept.kind)
        .bind(&kept.key)
        .bind(&kept.owner)
        .bind(signed(kept.version)?)
        .bind(kept.expires)
        .bind(&kept.body)
        .execute(connection)
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
    connection: &mut SqliteConnection,
    kind: &'static str,
    key: &str,
    now: i64,
) -> Result<Option<Kept>, StoreFault> {
    let row = sqlx::query(
        "DELETE FROM kept WHERE kind = ? AND key = ? RETURNING key, owner, version, expires, body",
    )
    .bind(kind)
    .bind(key)
    .fetch_optional(connection)
    .await
    .map_err(failed)?;
    let taken = row.as_ref().map(|row| entry(kind, row)).transpose()?;
    Ok(taken.filter(|kept| kept.expires.is_none_or(|expires| expires > now)))
}

pub(crate) async fn drop_kept(
    connection: &mut SqliteConnection,
    kind: &str,
    owner: &str,
) -> Result<u64, StoreFault> {
    let done = sqlx::query("DELETE FROM kept WHERE kind = ? AND owner = ?")
        .bind(kind)
        .bind(owner)
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(done.rows_affected())
}

pub(crate) async fn sweep(connection: &mut SqliteConnection, now: i64) -> Result<u64, StoreFault> {
    let done = sqlx::query("DELETE FROM kept WHERE expires <= ?")
        .bind(now)
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(done.rows_affected())
}

pub(crate) async fn next_number(connection: &mut SqliteConnection, series: &str) -> Result<u64, StoreFault> {
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO series (name, n) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET n = n + 1 RETURNING n",
    )
    .bind(series)
    .fetch_one(connection)
    .await
    .map_err(failed)?;
    crate::fault::unsigned(number, "series.n")
}
