//! This node's writer: it takes what waits, waits for the lock that all nodes share, decides and writes in one
//! transaction, and answers when that is committed.

use crate::fault::{failed, uncommitted};
use crate::{read, write};
use desk::store::{Append, Appended, Batch, Document, Hand, StoreFault, StreamId};
use ledger::Frontier;
use sqlx::{PgConnection, PgPool};
use std::collections::{BTreeMap, BTreeSet};
use tokio::sync::{mpsc, oneshot};

/// At most so many acts share a commit.
const GROUP: usize = 256;
/// Facts that a rebuild folds at a time.
const REBUILD: u32 = 1000;

/// What the writer is asked to do.
pub(crate) enum Job {
    Append(Append, oneshot::Sender<Result<Appended, StoreFault>>),
    Close(oneshot::Sender<()>),
}

/// The writer, and where it last saw the ledger end.
pub(crate) struct Writer {
    pool: PgPool,
    hand: Hand,
    frontier: Option<Frontier>,
}

impl Writer {
    pub(crate) fn new(pool: PgPool, hand: Hand) -> Self {
        Writer {
            pool,
            hand,
            frontier: None,
        }
    }

    /// Works until the store is closed or dropped; what was asked before is done first.
    pub(crate) async fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        while let Some(job) = jobs.recv().await {
            let mut closing = None;
            let (mut appends, mut replies) = (vec![], vec![]);
            let mut next = Some(job);
            while let Some(job) = next.take() {
                match job {
                    Job::Append(append, reply) => {
                        appends.push(append);
                        replies.push(reply);
                    }
                    Job::Close(reply) => closing = Some(reply),
                }
                if appends.len() < GROUP && closing.is_none() {
                    next = jobs.try_recv().ok();
                }
            }
            if !appends.is_empty() {
                self.serve(appends, replies).await;
            }
            if let Some(reply) = closing {
                // Whoever asked may have stopped waiting; there is nobody else to tell.
                let _ = reply.send(());
                return;
            }
        }
    }

    async fn serve(
        &mut self,
        appends: Vec<Append>,
        replies: Vec<oneshot::Sender<Result<Appended, StoreFault>>>,
    ) {
        match self.commit(appends).await {
            Ok(answers) => {
                for (reply, answer) in replies.into_iter().zip(answers) {
                    let _ = reply.send(answer);
                }
            }
            Err(fault) => {
                self.frontier = None;
                for reply in replies {
                    let _ = reply.send(Err(fault.clone()));
                }
            }
        }
    }

    /// Appends a group in one transaction. The answers hold only once this has returned them.
    async fn commit(
        &mut self,
        appends: Vec<Append>,
    ) -> Result<Vec<Result<Appended, StoreFault>>, StoreFault> {
        let mut transaction = write::lock(&self.pool).await?;
        let frontier = current(&mut transaction, self.frontier.take()).await?;
        let mut batch = Batch::new(frontier, &self.hand);
        let streams: BTreeSet<&StreamId> = appends.iter().flat_map(|append| batch.unknown(append)).collect();
        lend(&mut transaction, &mut batch, &streams).await?;
        let answers = appends.into_iter().map(|append| batch.add(append)).collect();
        let (writes, frontier) = batch.finish();
        write::write(&mut transaction, &writes).await?;
        transaction.commit().await.map_err(uncommitted)?;
        self.frontier = Some(frontier);
        Ok(answers)
    }
}

/// Where the ledger ends now. It only grows, so an end of the same size is the same end.
async fn current(transaction: &mut PgConnection, last: Option<Frontier>) -> Result<Frontier, StoreFault> {
    let size = read::size(&mut *transaction).await?;
    if let Some(last) = last.filter(|last| last.size() == size) {
        return Ok(last);
    }
    let mut nodes = read::nodes(transaction, &ledger::nodes_for_frontier(size))
        .await?
        .into_iter();
    Frontier::of(size, |level, index| match nodes.next() {
        Some(node) if (node.level, node.index) == (level, index) => Ok(node.hash),
        _ => Err(StoreFault::Corrupt {
            what: format!("no tree node at level {level}, index {index}"),
        }),
    })
}

/// Lends a batch the documents of streams, or their absence. A name that no text can hold has none.
async fn lend(
    transaction: &mut PgConnection,
    batch: &mut Batch<'_>,
    streams: &BTreeSet<&StreamId>,
) -> Result<(), StoreFault> {
    let names: Vec<&str> = streams
        .iter()
        .map(|stream| stream.as_str())
        .filter(|name| !name.contains('\0'))
        .collect();
    let documents = read::documents(transaction, &names).await?;
    let mut found: BTreeMap<StreamId, Document> = documents
        .into_iter()
        .map(|document| (document.stream.clone(), document))
        .collect();
    for stream in streams {
        batch.lend(stream, found.remove(*stream));
    }
    Ok(())
}

/// Drops all views and folds them again, while every node's writers wait.
pub(crate) async fn rebuild(pool: &PgPool, hand: &Hand) -> Result<u64, StoreFault> {
    let mut transaction = write::lock(pool).await?;
    write::clear_views(&mut transaction).await?;
    let mut next = 0;
    loop {
        let facts = read::facts(&mut *transaction, next, REBUILD).await?;
        let Some(last) = facts.last() else { break };
        next = last.position + 1;
        let mut batch = Batch::new(Frontier::new(), hand);
        lend(
            &mut transaction,
            &mut batch,
            &facts.iter().map(|fact| &fact.stream).collect(),
        )
        .await?;
        batch.refold(&facts)?;
        write::write(&mut transaction, &batch.finish().0).await?;
    }
    transaction.commit().await.map_err(failed)?;
    Ok(next)
}
