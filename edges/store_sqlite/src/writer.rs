//! The one writer: it takes what waits, decides and writes it in one transaction, and answers when that is on disk.

use crate::fault::failed;
use crate::log::Carrier;
use crate::recent::Recent;
use crate::{read, write};
use desk::store::{Append, Appended, Batch, Hand, Kept, StoreFault, StoredFact, StreamId};
use ledger::Frontier;
use rusqlite::{Connection, TransactionBehavior};
use std::collections::{BTreeMap, BTreeSet};
use tokio::sync::{mpsc, oneshot};

/// At most so many acts share a commit.
const GROUP: usize = 256;
/// Facts that a rebuild folds at a time.
const REBUILD: u32 = 1000;

/// What the writer is asked to do.
pub(crate) enum Work {
    Append(Append),
    Keep(Kept),
    Take {
        kind: &'static str,
        key: String,
        now: i64,
    },
    DropKept {
        kind: &'static str,
        owner: String,
    },
    Sweep {
        now: i64,
    },
    NextNumber {
        series: String,
    },
    Rebuild,
    Close,
}

/// What it answers.
pub(crate) enum Done {
    Appended(Appended),
    Nothing,
    Taken(Option<Kept>),
    Number(u64),
}

/// Work and where its answer goes.
pub(crate) struct Job {
    pub(crate) work: Work,
    pub(crate) reply: oneshot::Sender<Result<Done, StoreFault>>,
}

/// The writer's own connection, and what it knows of the database without asking.
pub(crate) struct Writer {
    connection: Connection,
    log: Carrier,
    hand: Hand,
    known: Option<Known>,
    recent: Recent,
}

/// Where the ledger ends, as of a state of the file.
struct Known {
    /// SQLite's `data_version`: it changes when another connection has committed.
    data: i64,
    frontier: Frontier,
}

impl Writer {
    pub(crate) fn new(connection: Connection, log: Carrier, hand: Hand) -> Self {
        Writer {
            connection,
            log,
            hand,
            known: None,
            recent: Recent::default(),
        }
    }

    /// Works until the store is closed or dropped; what was asked before is done first.
    pub(crate) fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        let mut held = None;
        loop {
            let first = match held.take() {
                Some(job) => job,
                None => match jobs.blocking_recv() {
                    Some(job) => job,
                    None => break,
                },
            };
            match first.work {
                Work::Close => {
                    jobs.close();
                    let carried = self.log.close();
                    let closed = self.connection.close().map_err(|(_, error)| failed(error));
                    let closed = closed.and(carried);
                    // Whoever asked may have stopped waiting; there is nobody else to tell.
                    let _ = first.reply.send(closed.map(|()| Done::Nothing));
                    return;
                }
                Work::Rebuild => {
                    let rebuilt = self.rebuild();
                    self.forget();
                    let _ = first.reply.send(rebuilt.map(Done::Number));
                }
                _ => {
                    let mut group = vec![first];
                    while group.len() < GROUP && held.is_none() {
                        match jobs.try_recv() {
                            Ok(job) if matches!(job.work, Work::Close | Work::Rebuild) => held = Some(job),
                            Ok(job) => group.push(job),
                            Err(_) => break,
                        }
                    }
                    self.serve(group);
                }
            }
            // What fails here is in the log still; it is tried again after the next group.
            let _ = self.log.tend(&self.connection);
        }
        let _ = self.log.close();
        // A failure to close loses nothing: every answer given is on disk.
        let _ = self.connection.close();
    }

    fn serve(&mut self, group: Vec<Job>) {
        let (works, replies): (Vec<_>, Vec<_>) = group.into_iter().map(|job| (job.work, job.reply)).unzip();
        match self.commit(works) {
            Ok(answers) => {
                for (reply, answer) in replies.into_iter().zip(answers) {
                    let _ = reply.send(answer);
                }
            }
            Err(fault) => {
                self.forget();
                for reply in replies {
                    let _ = reply.send(Err(fault.clone()));
                }
            }
        }
    }

    fn forget(&mut self) {
        self.known = None;
        self.recent.clear();
    }

    /// Does a group's work in one transaction. The answers hold only once this has returned them.
    fn commit(&mut self, works: Vec<Work>) -> Result<Vec<Result<Done, StoreFault>>, StoreFault> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        let known = current(&transaction, self.known.take(), &mut self.recent)?;
        let data = known.data;
        let mut batch = Batch::new(known.frontier, &self.hand);
        lend(&transaction, &mut self.recent, &mut batch, &works)?;
        let mut answers = Vec::with_capacity(works.len());
        for work in works {
            answers.push(perform(&transaction, &mut batch, work)?);
        }
        let (writes, frontier) = batch.finish();
        write::write(&transaction, &writes)?;
        transaction.commit().map_err(failed)?;
        for document in writes.documents {
            self.recent.put(document);
        }
        self.known = Some(Known { data, frontier });
        Ok(answers)
    }

    fn rebuild(&mut self) -> Result<u64, StoreFault> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        write::clear_views(&transaction)?;
        let mut next = 0;
        loop {
            let facts = read::facts(&transaction, next, REBUILD)?;
            let Some(last) = facts.last() else { break };
            next = last.position + 1;
            let mut batch = Batch::new(Frontier::new(), &self.hand);
            let streams: BTreeSet<&StreamId> = facts.iter().map(|fact: &StoredFact| &fact.stream).collect();
            let streams: Vec<StreamId> = streams.into_iter().cloned().collect();
            for document in read::documents(&transaction, &streams)? {
                let stream = document.stream.clone();
                batch.lend(&stream, Some(document));
            }
            batch.refold(&facts)?;
            write::write(&transaction, &batch.finish().0)?;
        }
        transaction.commit().map_err(failed)?;
        Ok(next)
    }
}

/// What is known of the ledger's end, read anew unless nobody else has written since.
fn current(transaction: &Connection, known: Option<Known>, recent: &mut Recent) -> Result<Known, StoreFault> {
    // Asked inside the transaction, where nobody else can write any more.
    let data: i64 = transaction
        .prepare_cached("PRAGMA data_version")
        .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
        .map_err(failed)?;
    if let Some(known) = known.filter(|known| known.data == data) {
        return Ok(known);
    }
    recent.clear();
    let size = read::size(transaction)?;
    let nodes = read::nodes(transaction, &ledger::nodes_for_frontier(size))?;
    let mut nodes = nodes.into_iter();
    let frontier = Frontier::of(size, |level, index| match nodes.next() {
        Some(node) if (node.level, node.index) == (level, index) => Ok(node.hash),
        _ => Err(StoreFault::Corrupt {
            what: format!("no tree node at level {level}, index {index}"),
        }),
    })?;
    Ok(Known { data, frontier })
}

/// Lends a batch the documents of all streams that its appends name.
fn lend(
    transaction: &Connection,
    recent: &mut Recent,
    batch: &mut Batch<'_>,
    works: &[Work],
) -> Result<(), StoreFault> {
    let mut wanted = BTreeMap::new();
    for work in works {
        let Work::Append(append) = work else { continue };
        for stream in batch.unknown(append) {
            match recent.get(stream) {
                Some(document) => batch.lend(stream, Some(document)),
                None => _ = wanted.insert(stream.clone(), None),
            }
        }
    }
    let streams: Vec<StreamId> = wanted.keys().cloned().collect();
    for document in read::documents(transaction, &streams)? {
        wanted.insert(document.stream.clone(), Some(document));
    }
    for (stream, document) in wanted {
        batch.lend(&stream, document);
    }
    Ok(())
}

/// Does one piece of work. The inner fault is its own; the outer one fails the whole group.
fn perform(
    transaction: &Connection,
    batch: &mut Batch<'_>,
    work: Work,
) -> Result<Result<Done, StoreFault>, StoreFault> {
    let done = match work {
        Work::Append(append) => return Ok(batch.add(append).map(Done::Appended)),
        Work::Keep(kept) => match write::keep(transaction, &kept) {
            Err(fault @ StoreFault::Conflict { .. }) => return Ok(Err(fault)),
            other => other.map(|()| Done::Nothing)?,
        },
        Work::Take { kind, key, now } => Done::Taken(write::take(transaction, kind, &key, now)?),
        Work::DropKept { kind, owner } => Done::Number(write::drop_kept(transaction, kind, &owner)?),
        Work::Sweep { now } => Done::Number(write::sweep(transaction, now)?),
        Work::NextNumber { series } => Done::Number(write::next_number(transaction, &series)?),
        // These two are never part of a group.
        Work::Rebuild | Work::Close => Done::Nothing,
    };
    Ok(Ok(done))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Folds nothing: kept entries need no views.
    struct NoViews;

    impl desk::store::Projector for NoViews {
        fn advance(
            &self,
            _: Option<&desk::store::Document>,
            _: &[StoredFact],
        ) -> Result<desk::store::Advance, StoreFault> {
            Err(StoreFault::Corrupt {
                what: "there are no views".to_owned(),
            })
        }
    }

    fn kept(key: usize, bytes: usize) -> Work {
        Work::Keep(Kept {
            kind: "file",
            key: key.to_string(),
            owner: String::new(),
            version: 1,
            expires: None,
            body: vec![7; bytes],
        })
    }

    #[test]
    fn a_full_disk_stops_nothing_once_there_is_room() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("placet.sqlite");
        let mut connection = Connection::open(&path).unwrap();
        crate::schema::prepare(&mut connection).unwrap();
        // As many pages as there are and a few more: to SQLite, a disk that is full then.
        connection.execute_batch("PRAGMA max_page_count = 30").unwrap();
        let key = ledger::SigningKey::from_seed("placet.example", &[1; 32]).unwrap();
        let mut writer = Writer::new(
            connection,
            Carrier::of(path),
            Hand::new(std::sync::Arc::new(NoViews), key),
        );
        assert!(writer.commit(vec![kept(1, 100)]).is_ok());
        for _ in 0..3 {
            let full = writer.commit(vec![kept(2, 400_000)]).map(drop);
            assert!(matches!(full, Err(StoreFault::Failed { what }) if what.contains("full")));
        }
        assert!(writer.commit(vec![kept(3, 100)]).is_ok(), "what fits is taken");
        writer
            .connection
            .execute_batch("PRAGMA max_page_count = 100000")
            .unwrap();
        assert!(writer.commit(vec![kept(2, 400_000)]).is_ok());
    }
}
