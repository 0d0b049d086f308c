//! What is asked of the database: the same questions for readers and for the writer's own connection.

use crate::fault::failed;
use desk::store::held::{bytes, hash, signed, unsigned};
use desk::store::{
    Document, Kept, ListQuery, RowKey, StoreFault, StoredFact, StreamId, ViewRow, counter_line, row_line,
};
use ledger::Node;
use rusqlite::{Connection, Params, Row, params};
use std::collections::BTreeMap;

/// So many keys are asked for in one question.
const KEYS: usize = 64;

/// Every row of an answer.
fn all<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
    mut read: impl FnMut(&Row<'_>) -> Result<T, StoreFault>,
) -> Result<Vec<T>, StoreFault> {
    let mut statement = connection.prepare_cached(sql).map_err(failed)?;
    let mut rows = statement.query(parameters).map_err(failed)?;
    let mut found = vec![];
    while let Some(row) = rows.next().map_err(failed)? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// The one row of an answer, if there is one.
fn one<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
    read: impl FnMut(&Row<'_>) -> Result<T, StoreFault>,
) -> Result<Option<T>, StoreFault> {
    Ok(all(connection, sql, parameters, read)?.pop())
}

/// A column of a row.
fn cell<T: rusqlite::types::FromSql>(row: &Row<'_>, column: usize) -> Result<T, StoreFault> {
    row.get(column).map_err(failed)
}

/// Bytes of a row, as they lie in the database's memory.
fn blob<'row>(row: &'row Row<'_>, column: usize) -> Result<&'row [u8], StoreFault> {
    row.get_ref(column)
        .map_err(failed)?
        .as_blob()
        .map_err(|error| failed(error.into()))
}

pub(crate) fn head(connection: &Connection) -> Result<Option<String>, StoreFault> {
    one(connection, "SELECT note FROM head", [], |row| cell(row, 0))
}

/// What SQLite's own check finds.
pub(crate) fn damage(connection: &Connection) -> Result<Vec<String>, StoreFault> {
    let mut found = all(connection, "PRAGMA integrity_check(20)", [], |row| {
        cell::<String>(row, 0)
    })?;
    found.retain(|line| line != "ok");
    Ok(found)
}

pub(crate) fn size(connection: &Connection) -> Result<u64, StoreFault> {
    let last = one(connection, "SELECT MAX(position) FROM fact", [], |row| {
        cell::<Option<i64>>(row, 0)
    })?;
    unsigned(
        last.flatten().map_or(0, |last| last.saturating_add(1)),
        "fact.position",
    )
}

pub(crate) fn facts(connection: &Connection, first: u64, limit: u32) -> Result<Vec<StoredFact>, StoreFault> {
    let Ok(first) = i64::try_from(first) else {
        return Ok(vec![]);
    };
    all(
        connection,
        "SELECT position, stream, version, payload, salt, leaf FROM fact WHERE position >= ? ORDER BY position LIMIT ?",
        params![first, limit],
        fact,
    )
}

pub(crate) fn stream(connection: &Connection, stream: &StreamId) -> Result<Vec<StoredFact>, StoreFault> {
    all(
        connection,
        "SELECT position, stream, version, payload, salt, leaf FROM fact WHERE stream = ? ORDER BY version",
        [stream.as_str()],
        fact,
    )
}

fn fact(row: &Row<'_>) -> Result<StoredFact, StoreFault> {
    let salt: Option<Vec<u8>> = cell(row, 4)?;
    Ok(StoredFact {
        position: unsigned(cell(row, 0)?, "fact.position")?,
        stream: StreamId::stored(&cell::<String>(row, 1)?),
        version: unsigned(cell(row, 2)?, "fact.version")?,
        payload: cell(row, 3)?,
        salt: salt.map(|salt| bytes(&salt, "fact.salt")).transpose()?,
        leaf: hash(blob(row, 5)?, "fact.leaf")?,
    })
}

pub(crate) fn nodes(connection: &Connection, wanted: &[(u8, u64)]) -> Result<Vec<Node>, StoreFault> {
    let sql = crate::values::values(
        "SELECT level, idx, hash FROM node WHERE (level, idx) IN (VALUES ",
        2,
        KEYS,
        ")",
    );
    let mut found = BTreeMap::new();
    for some in wanted.chunks(KEYS) {
        let mut statement = connection.prepare_cached(&sql).map_err(failed)?;
        for place in 0..KEYS {
            // The unused places ask for a node that never is, so that there is one statement to prepare.
            let (level, index) = match some.get(place) {
                Some((level, index)) => (i64::from(*level), signed(*index)?),
                None => (-1, -1),
            };
            statement
                .raw_bind_parameter(2 * place + 1, level)
                .map_err(failed)?;
            statement
                .raw_bind_parameter(2 * place + 2, index)
                .map_err(failed)?;
        }
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(failed)? {
            let place: (i64, i64) = (cell(row, 0)?, cell(row, 1)?);
            found.insert(place, hash(blob(row, 2)?, "node.hash")?);
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

pub(crate) fn document(connection: &Connection, stream: &StreamId) -> Result<Option<Document>, StoreFault> {
    one(
        connection,
        "SELECT stream, version, body FROM document WHERE stream = ?",
        [stream.as_str()],
        stored_document,
    )
}

pub(crate) fn documents(connection: &Connection, streams: &[StreamId]) -> Result<Vec<Document>, StoreFault> {
    let mut documents = Vec::with_capacity(streams.len());
    for stream in streams {
        documents.extend(document(connection, stream)?);
    }
    Ok(documents)
}

fn stored_document(row: &Row<'_>) -> Result<Document, StoreFault> {
    Ok(Document {
        stream: StreamId::stored(&cell::<String>(row, 0)?),
        version: unsigned(cell(row, 1)?, "document.version")?,
        body: cell(row, 2)?,
    })
}

pub(crate) fn row(connection: &Connection, key: &RowKey) -> Result<Option<ViewRow>, StoreFault> {
    one(
        connection,
        "SELECT body FROM view_row WHERE view = ? AND scope = ? AND sort = ? AND key = ?",
        params![key.view, key.scope, key.sort, key.key],
        |row| {
            Ok(ViewRow {
                key: key.clone(),
                body: cell(row, 0)?,
            })
        },
    )
}

/// The rows of a scope, each with its body or the one that it shares.
macro_rules! listed {
    () => {
        "SELECT one.key, one.sort, coalesce(shared.body, one.body) FROM view_row AS one \
         LEFT JOIN view_row AS shared \
         ON one.body = x'' AND shared.view = one.view AND shared.scope = '' AND shared.sort = '' \
         AND shared.key = one.key \
         WHERE one.view = ? AND one.scope = ?"
    };
}

pub(crate) fn list(connection: &Connection, query: &ListQuery) -> Result<Vec<ViewRow>, StoreFault> {
    let listed = |row: &Row<'_>| {
        Ok(ViewRow {
            key: RowKey {
                view: query.view,
                scope: query.scope.clone(),
                sort: cell(row, 1)?,
                key: cell(row, 0)?,
            },
            body: cell(row, 2)?,
        })
    };
    match &query.after {
        None => all(
            connection,
            concat!(listed!(), " ORDER BY one.sort, one.key LIMIT ?"),
            params![query.view, query.scope, query.limit],
            listed,
        ),
        Some((sort, key)) => all(
            connection,
            concat!(
                listed!(),
                " AND (one.sort, one.key) > (?, ?) ORDER BY one.sort, one.key LIMIT ?"
            ),
            params![query.view, query.scope, sort, key, query.limit],
            listed,
        ),
    }
}

pub(crate) fn count(connection: &Connection, view: &str, scope: &str) -> Result<u64, StoreFault> {
    let count = one(
        connection,
        "SELECT n FROM counter WHERE view = ? AND scope = ?",
        [view, scope],
        |row| cell(row, 0),
    )?;
    unsigned(count.unwrap_or(0), "counter.n")
}

/// All views as lines, as of one moment.
pub(crate) fn dump(connection: &mut Connection) -> Result<Vec<String>, StoreFault> {
    let snapshot = connection.transaction().map_err(failed)?;
    let mut lines = all(
        &snapshot,
        "SELECT stream, version, body FROM document ORDER BY stream",
        [],
        |row| Ok(stored_document(row)?.line()),
    )?;
    lines.extend(all(
        &snapshot,
        "SELECT view, scope, key, sort, body FROM view_row ORDER BY view, scope, key, sort",
        [],
        view_row_line,
    )?);
    // A counter that has come back to nothing is no different from one that never was.
    lines.extend(all(
        &snapshot,
        "SELECT view, scope, n FROM counter WHERE n <> 0 ORDER BY view, scope",
        [],
        |row| {
            Ok(counter_line(
                &cell::<String>(row, 0)?,
                &cell::<String>(row, 1)?,
                cell(row, 2)?,
            ))
        },
    )?);
    Ok(lines)
}

fn view_row_line(row: &Row<'_>) -> Result<String, StoreFault> {
    let text = |column| cell::<String>(row, column);
    Ok(row_line(
        &text(0)?,
        &text(1)?,
        &text(2)?,
        &text(3)?,
        blob(row, 4)?,
    ))
}

pub(crate) fn kept(
    connection: &Connection,
    kind: &'static str,
    key: &str,
    now: i64,
) -> Result<Option<Kept>, StoreFault> {
    one(
        connection,
        "SELECT key, owner, version, expires, body FROM kept \
         WHERE kind = ? AND key = ? AND (expires IS NULL OR expires > ?)",
        params![kind, key, now],
        |row| entry(kind, row),
    )
}

pub(crate) fn kept_by(
    connection: &Connection,
    kind: &'static str,
    owner: &str,
    now: i64,
) -> Result<Vec<Kept>, StoreFault> {
    all(
        connection,
        "SELECT key, owner, version, expires, body FROM kept \
         WHERE kind = ? AND owner = ? AND (expires IS NULL OR expires > ?) ORDER BY key",
        params![kind, owner, now],
        |row| entry(kind, row),
    )
}

/// An entry that is taken away.
pub(crate) fn take(
    connection: &Connection,
    kind: &'static str,
    key: &str,
) -> Result<Option<Kept>, StoreFault> {
    one(
        connection,
        "DELETE FROM kept WHERE kind = ? AND key = ? RETURNING key, owner, version, expires, body",
        [kind, key],
        |row| entry(kind, row),
    )
}

fn entry(kind: &'static str, row: &Row<'_>) -> Result<Kept, StoreFault> {
    Ok(Kept {
        kind,
        key: cell(row, 0)?,
        owner: cell(row, 1)?,
        version: unsigned(cell(row, 2)?, "kept.version")?,
        expires: cell(row, 3)?,
        body: cell(row, 4)?,
    })
}
