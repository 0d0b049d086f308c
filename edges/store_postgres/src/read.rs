//! What is asked of the database: the same questions for readers and inside the writer's transaction.

use crate::fault::failed;
use desk::store::held::{bytes, hash, signed, unsigned};
use desk::store::{
    Document, Kept, ListQuery, RowKey, StoreFault, StoredFact, StreamId, ViewRow, counter_line, row_line,
};
use ledger::Node;
use sqlx::postgres::PgRow;
use sqlx::{PgConnection, PgExecutor, Row};
use std::collections::BTreeMap;

pub(crate) async fn head(database: impl PgExecutor<'_>) -> Result<Option<String>, StoreFault> {
    sqlx::query_scalar("SELECT note FROM head")
        .fetch_optional(database)
        .await
        .map_err(failed)
}

pub(crate) async fn size(database: impl PgExecutor<'_>) -> Result<u64, StoreFault> {
    let last: Option<i64> = sqlx::query_scalar("SELECT MAX(position) FROM fact")
        .fetch_one(database)
        .await
        .map_err(failed)?;
    unsigned(last.map_or(0, |last| last.saturating_add(1)), "fact.position")
}

pub(crate) async fn facts(
    database: impl PgExecutor<'_>,
    first: u64,
    limit: u32,
) -> Result<Vec<StoredFact>, StoreFault> {
    let Ok(first) = i64::try_from(first) else {
        return Ok(vec![]);
    };
    let rows = sqlx::query(
        "SELECT position, stream, version, payload, salt, leaf FROM fact WHERE position >= $1 ORDER BY position LIMIT $2",
    )
    .bind(first)
    .bind(i64::from(limit))
    .fetch_all(database)
    .await
    .map_err(failed)?;
    rows.iter().map(fact).collect()
}

pub(crate) async fn stream(
    database: impl PgExecutor<'_>,
    stream: &StreamId,
) -> Result<Vec<StoredFact>, StoreFault> {
    let rows = sqlx::query(
        "SELECT position, stream, version, payload, salt, leaf FROM fact WHERE stream = $1 ORDER BY version",
    )
    .bind(stream.as_str())
    .fetch_all(database)
    .await
    .map_err(failed)?;
    rows.iter().map(fact).collect()
}

fn fact(row: &PgRow) -> Result<StoredFact, StoreFault> {
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
    database: impl PgExecutor<'_>,
    wanted: &[(u8, u64)],
) -> Result<Vec<Node>, StoreFault> {
    let levels: Vec<i16> = wanted.iter().map(|(level, _)| i16::from(*level)).collect();
    let indexes: Vec<i64> = wanted
        .iter()
        .map(|(_, index)| signed(*index))
        .collect::<Result<_, _>>()?;
    let rows = sqlx::query(
        "SELECT level, idx, hash FROM node JOIN UNNEST($1::smallint[], $2::bigint[]) AS wanted (level, idx) \
         USING (level, idx)",
    )
    .bind(&levels)
    .bind(&indexes)
    .fetch_all(database)
    .await
    .map_err(failed)?;
    let mut found = BTreeMap::new();
    for row in &rows {
        let place: (i16, i64) = (row.try_get(0).map_err(failed)?, row.try_get(1).map_err(failed)?);
        found.insert(place, hash(row.try_get(2).map_err(failed)?, "node.hash")?);
    }
    let mut nodes = Vec::with_capacity(wanted.len());
    for ((level, index), place) in wanted.iter().zip(levels.into_iter().zip(indexes)) {
        let Some(hash) = found.get(&place) else {
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

pub(crate) async fn documents(
    database: impl PgExecutor<'_>,
    streams: &[&str],
) -> Result<Vec<Document>, StoreFault> {
    let rows = sqlx::query("SELECT stream, version, body FROM document WHERE stream = ANY($1)")
        .bind(streams)
        .fetch_all(database)
        .await
        .map_err(failed)?;
    rows.iter().map(document).collect()
}

fn document(row: &PgRow) -> Result<Document, StoreFault> {
    Ok(Document {
        stream: StreamId::stored(row.try_get(0).map_err(failed)?),
        version: unsigned(row.try_get(1).map_err(failed)?, "document.version")?,
        body: row.try_get(2).map_err(failed)?,
    })
}

pub(crate) async fn row(database: impl PgExecutor<'_>, key: &RowKey) -> Result<Option<ViewRow>, StoreFault> {
    let row =
        sqlx::query("SELECT body FROM view_row WHERE view = $1 AND scope = $2 AND sort = $3 AND key = $4")
            .bind(key.view)
            .bind(&key.scope)
            .bind(&key.sort)
            .bind(&key.key)
            .fetch_optional(database)
            .await
            .map_err(failed)?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(ViewRow {
        key: key.clone(),
        body: row.try_get(0).map_err(failed)?,
    }))
}

/// The rows of a scope, each with its body or the one that it shares.
macro_rules! listed {
    () => {
        "SELECT one.key, one.sort, coalesce(shared.body, one.body) FROM view_row AS one \
         LEFT JOIN view_row AS shared \
         ON one.body = '' AND shared.view = one.view AND shared.scope = '' AND shared.sort = '' \
         AND shared.key = one.key \
         WHERE one.view = $1 AND one.scope = $2"
    };
}

pub(crate) async fn list(
    database: impl PgExecutor<'_>,
    query: &ListQuery,
) -> Result<Vec<ViewRow>, StoreFault> {
    let limit = i64::from(query.limit);
    let rows = match &query.after {
        None => sqlx::query(concat!(listed!(), " ORDER BY one.sort, one.key LIMIT $3"))
            .bind(query.view)
            .bind(&query.scope),
        Some((sort, key)) => sqlx::query(concat!(
            listed!(),
            " AND (one.sort, one.key) > ($3, $4) ORDER BY one.sort, one.key LIMIT $5"
        ))
        .bind(query.view)
        .bind(&query.scope)
        .bind(sort)
        .bind(key),
    }
    .bind(limit)
    .fetch_all(database)
    .await
    .map_err(failed)?;
    rows.iter()
        .map(|row| {
            Ok(ViewRow {
                key: RowKey {
                    view: query.view,
                    scope: query.scope.clone(),
                    sort: row.try_get(1).map_err(failed)?,
                    key: row.try_get(0).map_err(failed)?,
                },
                body: row.try_get(2).map_err(failed)?,
            })
        })
        .collect()
}

pub(crate) async fn count(database: impl PgExecutor<'_>, view: &str, scope: &str) -> Result<u64, StoreFault> {
    let count: Option<i64> = sqlx::query_scalar("SELECT n FROM counter WHERE view = $1 AND scope = $2")
        .bind(view)
        .bind(scope)
        .fetch_optional(database)
        .await
        .map_err(failed)?;
    unsigned(count.unwrap_or(0), "counter.n")
}

pub(crate) async fn dump(connection: &mut PgConnection) -> Result<Vec<String>, StoreFault> {
    let mut lines = vec![];
    let documents = sqlx::query("SELECT stream, version, body FROM document ORDER BY stream");
    for row in documents.fetch_all(&mut *connection).await.map_err(failed)? {
        lines.push(document(&row)?.line());
    }
    let rows =
        sqlx::query("SELECT view, scope, key, sort, body FROM view_row ORDER BY view, scope, key, sort");
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

fn view_row_line(row: &PgRow) -> Result<String, StoreFault> {
    let cell = |index: usize| row.try_get::<&str, _>(index).map_err(failed);
    let body: &[u8] = row.try_get(4).map_err(failed)?;
    Ok(row_line(cell(0)?, cell(1)?, cell(2)?, cell(3)?, body))
}

pub(crate) async fn kept(
    database: impl PgExecutor<'_>,
    kind: &'static str,
    key: &str,
    now: i64,
) -> Result<Option<Kept>, StoreFault> {
    let row = sqlx::query(
        "SELECT key, owner, version, expires, body FROM kept \
         WHERE kind = $1 AND key = $2 AND (expires IS NULL OR expires > $3)",
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
    database: impl PgExecutor<'_>,
    kind: &'static str,
    owner: &str,
    now: i64,
) -> Result<Vec<Kept>, StoreFault> {
    let rows = sqlx::query(
        "SELECT key, owner, version, expires, body FROM kept \
         WHERE kind = $1 AND owner = $2 AND (expires IS NULL OR expires > $3) ORDER BY key",
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
pub(crate) fn entry(kind: &'static str, row: &PgRow) -> Result<Kept, StoreFault> {
    Ok(Kept {
        kind,
        key: row.try_get(0).map_err(failed)?,
        owner: row.try_get(1).map_err(failed)?,
        version: unsigned(row.try_get(2).map_err(failed)?, "kept.version")?,
        expires: row.try_get(3).map_err(failed)?,
        body: row.try_get(4).map_err(failed)?,
    })
}
