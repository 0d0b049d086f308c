//! What is written: a group commit's facts and views in few statements, and kept entries one by one.

use crate::fault::failed;
use crate::values::values;
use desk::store::held::{signed, unsigned};
use desk::store::{Document, Kept, RowKey, StoreFault, StoredFact, ViewRow, Writes};
use ledger::Node;
use rusqlite::{Connection, ToSql, params};

/// Rows per statement, largest first. Few sizes, so that every statement is prepared once and found again.
const SIZES: [usize; 4] = [64, 16, 4, 1];

struct Statement {
    head: &'static str,
    columns: usize,
    tail: &'static str,
}

impl Statement {
    /// Runs the statement over all items, in as few pieces as the sizes allow; `cells` hands an item's columns out.
    fn run<T>(
        &self,
        connection: &Connection,
        items: &[T],
        cells: impl Fn(&T, &mut dyn FnMut(&dyn ToSql) -> Result<(), StoreFault>) -> Result<(), StoreFault>,
    ) -> Result<(), StoreFault> {
        let mut rest = items;
        for size in SIZES {
            while let Some((some, left)) = rest.split_at_checked(size) {
                let sql = values(self.head, self.columns, size, self.tail);
                let mut statement = connection.prepare_cached(&sql).map_err(failed)?;
                let mut place = 0;
                for item in some {
                    cells(item, &mut |cell| {
                        place += 1;
                        statement.raw_bind_parameter(place, cell).map_err(failed)
                    })?;
                }
                statement.raw_execute().map_err(failed)?;
                rest = left;
            }
        }
        Ok(())
    }
}

/// Writes everything of a batch; the transaction is the caller's.
pub(crate) fn write(connection: &Connection, writes: &Writes) -> Result<(), StoreFault> {
    facts(connection, &writes.facts)?;
    nodes(connection, &writes.nodes)?;
    documents(connection, &writes.documents)?;
    removed(connection, &writes.removed)?;
    rows(connection, &writes.put)?;
    counters(connection, writes)?;
    match &writes.head {
        Some(note) => head(connection, note),
        None => Ok(()),
    }
}

fn head(connection: &Connection, note: &str) -> Result<(), StoreFault> {
    run(
        connection,
        "INSERT INTO head (one, note) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET note = excluded.note",
        [note],
    )
    .map(drop)
}

/// Runs a statement that is kept prepared; gives the number of rows that it changed.
fn run(connection: &Connection, sql: &str, parameters: impl rusqlite::Params) -> Result<usize, StoreFault> {
    connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.execute(parameters))
        .map_err(failed)
}

fn facts(connection: &Connection, facts: &[StoredFact]) -> Result<(), StoreFault> {
    let statement = Statement {
        head: "INSERT INTO fact (position, stream, version, payload, salt, leaf) VALUES ",
        columns: 6,
        tail: "",
    };
    statement.run(connection, facts, |fact, bind| {
        bind(&signed(fact.position)?)?;
        bind(&fact.stream.as_str())?;
        bind(&signed(fact.version)?)?;
        bind(&fact.payload)?;
        bind(&fact.salt.as_ref().map(<[u8; 32]>::as_slice))?;
        bind(&fact.leaf.0.as_slice())
    })
}

fn nodes(connection: &Connection, nodes: &[Node]) -> Result<(), StoreFault> {
    let statement = Statement {
        head: "INSERT INTO node (level, idx, hash) VALUES ",
        columns: 3,
        tail: "",
    };
    statement.run(connection, nodes, |node, bind| {
        bind(&node.level)?;
        bind(&signed(node.index)?)?;
        bind(&node.hash.0.as_slice())
    })
}

fn documents(connection: &Connection, documents: &[Document]) -> Result<(), StoreFault> {
    let statement = Statement {
        head: "INSERT INTO document (stream, version, body) VALUES ",
        columns: 3,
        tail: " ON CONFLICT (stream) DO UPDATE SET version = excluded.version, body = excluded.body",
    };
    statement.run(connection, documents, |document, bind| {
        bind(&document.stream.as_str())?;
        bind(&signed(document.version)?)?;
        bind(&document.body)
    })
}

fn rows(connection: &Connection, rows: &[ViewRow]) -> Result<(), StoreFault> {
    let statement = Statement {
        head: "INSERT INTO view_row (view, scope, key, sort, body) VALUES ",
        columns: 5,
        tail: " ON CONFLICT (view, scope, sort, key) DO UPDATE SET body = excluded.body",
    };
    statement.run(connection, rows, |row, bind| {
        let RowKey {
            view,
            scope,
            sort,
            key,
        } = &row.key;
        bind(view)?;
        bind(scope)?;
        bind(key)?;
        bind(sort)?;
        bind(&row.body)
    })
}

fn removed(connection: &Connection, keys: &[RowKey]) -> Result<(), StoreFault> {
    for key in keys {
        // One by one: over a list of keys SQLite would walk the whole table.
        run(
            connection,
            "DELETE FROM view_row WHERE view = ? AND scope = ? AND sort = ? AND key = ?",
            params![key.view, key.scope, key.sort, key.key],
        )?;
    }
    Ok(())
}

fn counters(connection: &Connection, writes: &Writes) -> Result<(), StoreFault> {
    let counters: Vec<_> = writes.counters.iter().collect();
    let statement = Statement {
        head: "INSERT INTO counter (view, scope, n) VALUES ",
        columns: 3,
        tail: " ON CONFLICT (view, scope) DO UPDATE SET n = n + excluded.n",
    };
    statement.run(connection, &counters, |((view, scope), change), bind| {
        bind(view)?;
        bind(scope)?;
        bind(change)
    })
}

/// Takes all views away, to be made again.
pub(crate) fn clear_views(connection: &Connection) -> Result<(), StoreFault> {
    connection
        .execute_batch("DELETE FROM document; DELETE FROM view_row; DELETE FROM counter")
        .map_err(failed)
}

pub(crate) fn keep(connection: &Connection, kept: &Kept) -> Result<(), StoreFault> {
    let sql = if kept.version == 1 {
        "INSERT INTO kept (kind, key, owner, version, expires, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
         ON CONFLICT (kind, key) DO NOTHING"
    } else {
        "UPDATE kept SET owner = ?3, version = ?4, expires = ?5, body = ?6 \
         WHERE kind = ?1 AND key = ?2 AND version = ?4 - 1"
    };
    let version = signed(kept.version)?;
    let changed = run(
        connection,
        sql,
        params![kept.kind, kept.key, kept.owner, version, kept.expires, kept.body],
    )?;
    if changed == 0 {
        return Err(StoreFault::Conflict {
            what: format!("{}/{}", kept.kind, kept.key),
        });
    }
    Ok(())
}

pub(crate) fn take(
    connection: &Connection,
    kind: &'static str,
    key: &str,
    now: i64,
) -> Result<Option<Kept>, StoreFault> {
    let taken = crate::read::take(connection, kind, key)?;
    Ok(taken.filter(|kept| kept.expires.is_none_or(|expires| expires > now)))
}

pub(crate) fn drop_kept(connection: &Connection, kind: &str, owner: &str) -> Result<u64, StoreFault> {
    run(
        connection,
        "DELETE FROM kept WHERE kind = ? AND owner = ?",
        [kind, owner],
    )
    .map(|rows| rows as u64)
}

pub(crate) fn sweep(connection: &Connection, now: i64) -> Result<u64, StoreFault> {
    run(connection, "DELETE FROM kept WHERE expires <= ?", [now]).map(|rows| rows as u64)
}

pub(crate) fn next_number(connection: &Connection, series: &str) -> Result<u64, StoreFault> {
    let number = connection
        .prepare_cached(
            "INSERT INTO series (name, n) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET n = n + 1 RETURNING n",
        )
        .and_then(|mut statement| statement.query_row([series], |row| row.get(0)))
        .map_err(failed)?;
    unsigned(number, "series.n")
}
