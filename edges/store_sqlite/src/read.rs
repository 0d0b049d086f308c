//! What is asked of the database: the same questions for readers and for the writer's own connection.

use crate::fault::{bytes, failed, hash, signed, unsigned};
use desk::store::{
    Document, Kept, ListQuery, RowKey, StoreFault, StoredFact, StreamId, ViewRow, counter_line, row_line,
};
use ledger::Node;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection, SqliteExecutor};
use std::collections::BTreeMap;

/// So many keys are asked for in one question.
const KEYS: usize = 64;

pub(crate) async fn head(database: impl SqliteExecutor<'_>) -> Result<Option<String>, StoreFault> {
    sqlx::query_scalar("SELECT note FROM head")
        .fetch_optional(database)
        .await
        .map_err(failed)
}

pub(crate) async fn size(database: impl SqliteExecutor<'_>) -> Result<u64, StoreFault> {
    let last: Option<i64> = sqlx::query_scalar("SELECT MAX(position) FROM fact")
        .fetch_one(database)
        .await
        .map_err(failed)?;
    unsigned(last.map_or(0, |last| last.saturating_add(1)), "fact.position")
}

pub(crate) async fn facts(
    database: impl SqliteExecutor<'_>,
    first: u64,
    limit: u32,
) -> Result<Vec<StoredFact>, StoreFault> {
    let Ok(first) = i64::try_from(first) else {
        return Ok(vec![]);
    };
    let rows = sqlx::query(
        "SELECT position, stream, version, payload, salt, leaf FROM fact WHERE position >= ? ORDER BY position LIMIT ?",
    )
    .bind(first)
    .bind(limit)
    .fetch_all(database)
    .await
    .map_err(failed)?;
    rows.iter().map(fact).collect()
}

pub(crate) async fn stream(
    database: impl SqliteExecutor<'_>,
    stream: &StreamId,
) -> Result<Vec<StoredFact>, StoreFault> {
    let rows = sqlx::query(
        "SELECT position, stream, version, payload, salt, leaf FROM fact WHERE stream = ? ORDER BY version",
    )
    .bind(stream.as_str())
    .fetch_all(database)
    .await
    .map_err(failed)?;
    rows.iter().map(fact).collect()
}

fn fact(row: &SqliteRow) -> Result<StoredFact, StoreFault> {
    let salt: Option<&[u8]> = row.try_get(4).map_err(failed)?;
    Ok(StoredFact {
        position: unsigned(row.try_get(0).map_err(failed)?, "fact.position")?,
        stream: StreamId::stored(row.try_get(1).map_err(failed)?),
        version: unsigned(row.try_get(2).map_err(failed)?, "fact.version")?,
        payload: row.try_get(3).map_err(failed)?,
        salt: salt.map(|salt| bytes(salt, "fact.salt")).transpose()?,
        leaf: hash(row.try_get(5).map_err(failed)?, "fact.leaf")?,
    })
}

pub(crate) async fn nodes(
    connection: &mut SqliteConnection,
    wanted: &[(u8, u64)],
) -> Result<Vec<Node>, StoreFault> {
    let mut found = BTreeMap::new();
    for some in wanted.chunks(KEYS) {
        let sql = crate::values::values(
            "SELECT level, idx, hash FROM node WHERE (level, idx) IN (VALUES ",
            2,
            KEYS,
            ")",
        );
        let mut query = sqlx::query(sql);
        for place in 0..KEYS {
            // The unused places ask for a node that never is, so that there is one statement to prepare.
            let (level, index) = match some.get(place) {
                Some((level, index)) => (i64::from(*level), signed(*index)?),
                None => (-1, -1),
            };
            query = query.bind(level).bind(index);
        }
        for row in query.fetch_all(&mut *connection).await.map_err(failed)? {
            let place: (i64, i64) = (row.try_get(0).map_err(failed)?, row.try_get(1).map_err(failed)?);
            found.insert(place, hash(row.try_get(2).map_err(failed)?, "node.hash")?);
        }
    }
    let mut nodes = Vec::with_capacity(wanted.len());
    for (level, index) in wanted {
        let Some(hash) = found.get(&(i64::from(*level), signed(*index)?)) else {
            return Err(StoreFault::Corrupt {
                what: format!("no tree node at level {level}, index {index}"),
            });
        };
        nodes.push(Node {
            level: *level,
            index: *index,
            hash: *hash,
        });
    }
    Ok(nodes)
}

pub(crate) async fn document(
    database: impl SqliteExecutor<'_>,
    stream: &StreamId,
) -> Result<Option<Document>, StoreFault> {
    let row = sqlx::query("SELECT stream, version, body FROM document WHERE stream = ?")
        .bind(stream.as_str())
        .fetch_optional(database)
        .await
        .map_err(failed)?;
    row.as_ref().map(stored_document).transpose()
}

pub(crate) async fn documents(
    connection: &mut SqliteConnection,
    streams: &[StreamId],
) -> Result<Vec<Document>, StoreFault> {
    let mut documents = Vec::with_capacity(streams.len());
    for some in streams.chunks(KEYS) {
        if let [stream] = some {
            documents.extend(document(&mut *connection, stream).await?);
            continue;
        }
        let sql = crate::values::values(
            "SELECT stream, version, body FROM document WHERE stream IN (VALUES ",
            1,
            KEYS,
            ")",
        );
        let mut query = sqlx::query(sql);
        for place in 0..KEYS {
            query = query.bind(some.get(place).map(StreamId::as_str));
        }
        for row in query.fetch_all(&mut *connection).await.map_err(failed)? {
            documents.push(stored_document(&row)?);
        }
    }
    Ok(documents)
}

fn stored_document(row: &SqliteRow) -> Result<Document, StoreFault> {
    Ok(Document {
        stream: StreamId::stored(row.try_get(0).map_err(failed)?),
        version: unsigned(row.try_get(1).map_err(failed)?, "document.version")?,
        body: row.try_get(2).map_err(failed)?,
    })
}

pub(crate) async fn row(
    database: impl SqliteExecutor<'_>,
    key: &RowKey,
) -> Result<Option<ViewRow>, StoreFault> {
    let row = sqlx::query("SELECT sort, body FROM view_row WHERE view = ? AND scope = ? AND key = ?")
        .bind(key.view)
        .bind(&key.scope)
        .bind(&key.key)
        .fetch_optional(database)
        .await
        .map_err(failed)?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(ViewRow {
        key: key.clone(),
        sort: row.try_get(0).map_err(failed)?,
        body: row.try_get(1).map_err(failed)?,
    }))
}

pub(crate) async fn list(
    database: impl SqliteExecutor<'_>,
    query: &ListQuery,
) -> Result<Vec<ViewRow>, StoreFault> {
    let rows = match &query.after {
        None => sqlx::query(
            "SELECT key, sort, body FROM view_row WHERE view = ? AND scope = ? ORDER BY sort, key LIMIT ?",
        )
        .bind(query.view)
        .bind(&query.scope),
        Some((sort, key)) => sqlx::query(
            "SELECT key, sort, body FROM view_row WHERE view = ? AND scope = ? AND (sort, key) > (?, ?) \
             ORDER BY sort, key LIMIT ?",
        )
        .bind(query.view)
        .bind(&query.scope)
        .bind(sort)
        .bind(key),
    }
    .bind(query.limit)
    .fetch_all(database)
    .await
    .map_err(failed)?;
    rows.iter()
        .map(|row| {
            let key = row.try_get(0).map_err(failed)?;
            Ok(ViewRow {
                key: RowKey {
                    view: query.view,
                    scope: query.scope.clone(),
                    key,
                },
                sort: row.try_get(1).map_err(failed)?,
                body: row.try_get(2).map_err(failed)?,
            })
        })
        .collect()
}

pub(crate) async fn count(
    database: impl SqliteExecutor<'_>,
    view: &str,
    scope: &str,
) -> Result<u64, StoreFault> {
    let count: Option<i64> = sqlx::query_scalar("SELECT n FROM counter WHERE view = ? AND scope = ?")
        .bind(view)
        .bind(scope)
        .fetch_optional(database)
        .await
        .map_err(failed)?;
    unsigned(count.unwrap_or(0), "counter.n")
}

pub(crate) async fn dump(connection: &mut SqliteConnection) -> Result<Vec<String>, StoreFault> {
    let mut lines = vec![];
    let documents = sqlx::query("SELECT stream, version, body FROM document ORDER BY stream");
    for row in documents.fetch_all(&mut *connection).await.map_err(failed)? {
        lines.push(stored_document(&row)?.line());
    }
    let rows = sqlx::query("SELECT view, scope, key, sort, body FROM view_row ORDER BY view, scope, key");
    for row in rows.fetch_all(&mut *connection).await.map_err(failed)? {
        lines.push(view_row_line(&row)?);
    }
    // A counter that has come back to nothing is no different from one that never was.
    let counters = sqlx::query("SELECT view, scope, n FROM counter WHERE n <> 0 ORDER BY view, scope");
    for row in counters.fetch_all(&mut *connection).await.map_err(failed)? {
        let view: &str = row.try_get(0).map_err(failed)?;
        lines.push(counter_line(
            view,
            row.try_get(1).map_err(failed)?,
            row.try_get(2).map_err(failed)?,
        ));
    }
    Ok(lines)
}

fn view_row_line(row: &SqliteRow) -> Result<String, StoreFault> {
    let cell = |index: usize| row.try_get::<&str, _>(index).map_err(failed);
    let body: &[u8] = row.try_get(4).map_err(failed)?;
    Ok(row_line(cell(0)?, cell(1)?, cell(2)?, cell(3)?, body))
}

pub(crate) async fn kept(
    database: impl SqliteExecutor<'_>,
    kind: &'static str,
    key: &str,
    now: i64,
) -> Result<Option<Kept>, StoreFault> {
    let row = sqlx::query(
        "SELECT key, owner, version, expires, body FROM kept \
         WHERE kind = ? AND key = ? AND (expires IS NULL OR expires > ?)",
    )
    .bind(kind)
    .bind(key)
    .bind(now)
    .fetch_optional(database)
    .await
    .map_err(failed)?;
    row.as_ref().map(|row| entry(kind, row)).transpose()
}

pub(crate) async fn kept_by(
    database: impl SqliteExecutor<'_>,
    kind: &'static str,
    owner: &str,
    now: i64,
) -> Result<Vec<Kept>, StoreFault> {
    let rows = sqlx::query(
        "SELECT key, owner, version, expires, body FROM kept \
         WHERE kind = ? AND owner = ? AND (expires IS NULL OR expires > ?) ORDER BY key",
    )
    .bind(kind)
    .bind(owner)
    .bind(now)
    .fetch_all(database)
    .await
    .map_err(failed)?;
    rows.iter().map(|row| entry(kind, row)).collect()
}

/// A kept entry from its columns key, owner, version, expires, body.
pub(crate) fn entry(kind: &'static str, row: &SqliteRow) -> Result<Kept, StoreFault> {
    Ok(Kept {
        kind,
        key: row.try_get(0).map_err(failed)?,
        owner: row.try_get(1).map_err(failed)?,
        version: unsigned(row.try_get(2).map_err(failed)?, "kept.version")?,
        expires: row.try_get(3).map_err(failed)?,
        body: row.try_get(4).map_err(failed)?,
    })
}
