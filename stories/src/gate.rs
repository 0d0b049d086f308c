//! A store that a story stops in the middle of an act, so that what races can be told in order, or that fails there.

use crate::trouble::{Told, trouble};
use async_trait::async_trait;
use desk::store::{
    Append, Appended, Document, Kept, ListQuery, RowKey, Store, StoreFault, StoredFact, StreamId, ViewRow,
};
use ledger::Node;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use tokio::sync::oneshot;

/// A write before which an act can be stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// Facts are appended.
    Append,
    /// An entry of this kind is kept.
    Keep(&'static str),
    /// An entry of this kind is taken.
    Take(&'static str),
    /// The entries of this kind of one owner are dropped.
    Drop(&'static str),
}

/// A store whose next write of a kind waits, or is not done.
pub struct Gate {
    store: Arc<dyn Store>,
    stop: Mutex<Option<(Write, Stop)>>,
    broken: Mutex<Option<StreamId>>,
    unfolded: Mutex<BTreeSet<StreamId>>,
}

enum Stop {
    Waits {
        reached: oneshot::Sender<()>,
        go: oneshot::Receiver<()>,
    },
    Fails,
}

/// An act that stands, or will, before a write.
pub struct Stopped {
    reached: oneshot::Receiver<()>,
    go: oneshot::Sender<()>,
}

impl Gate {
    /// A gate before a store.
    pub(crate) fn before(store: Arc<dyn Store>) -> Self {
        Gate {
            store,
            stop: Mutex::default(),
            broken: Mutex::default(),
            unfolded: Mutex::default(),
        }
    }

    /// Stops whoever comes to this write next.
    ///
    /// # Errors
    /// Never in a story that is told in order.
    pub fn stops(&self, before: Write) -> Told<Stopped> {
        let ((reached, at), (go, gone)) = (oneshot::channel(), oneshot::channel());
        self.next(before, Stop::Waits { reached, go: gone })?;
        Ok(Stopped { reached: at, go })
    }

    /// The next write of this kind finds no room.
    ///
    /// # Errors
    /// Never in a story that is told in order.
    pub fn fails(&self, write: Write) -> Told {
        self.next(write, Stop::Fails)
    }

    /// From now on nothing can be appended to this stream; with none, to each again.
    ///
    /// # Errors
    /// Never in a story that is told in order.
    pub fn breaks(&self, stream: Option<StreamId>) -> Told {
        *self.broken.lock().map_err(|_| trouble("the gate broke"))? = stream;
        Ok(())
    }

    /// The streams of which the writer had to fold something that was appended.
    ///
    /// # Errors
    /// Never in a story that is told in order.
    pub fn unfolded(&self) -> Told<BTreeSet<StreamId>> {
        let unfolded = self.unfolded.lock().map_err(|_| trouble("the gate broke"))?;
        Ok(unfolded.clone())
    }

    fn next(&self, before: Write, stop: Stop) -> Told {
        *self.stop.lock().map_err(|_| trouble("the gate broke"))? = Some((before, stop));
        Ok(())
    }

    async fn pass(&self, write: Write) -> Result<(), StoreFault> {
        let stop = self.stop.lock().ok().and_then(|mut stop| match &*stop {
            Some((before, _)) if *before == write => stop.take(),
            _ => None,
        });
        match stop {
            None => {}
            Some((_, Stop::Waits { reached, go })) => {
                // A story that no longer waits lets everyone pass.
                let _told = reached.send(());
                let _let_go = go.await;
            }
            Some((_, Stop::Fails)) => {
                let what = "the disk is full".to_owned();
                return Err(StoreFault::Failed { what });
            }
        }
        Ok(())
    }
}

impl Stopped {
    /// Waits until someone stands there.
    ///
    /// # Errors
    /// If nobody will.
    pub async fn stands(&mut self) -> Told {
        (&mut self.reached)
            .await
            .map_err(|_| trouble("nobody came to the gate"))
    }

    /// Lets who stands there go on.
    pub fn goes_on(self) {
        let _gone = self.go.send(());
    }
}

#[async_trait]
impl Store for Gate {
    async fn append(&self, append: Append) -> Result<Appended, StoreFault> {
        self.pass(Write::Append).await?;
        let broken = self.broken.lock().ok().and_then(|broken| broken.clone());
        if let Some(stream) = broken.filter(|stream| append.parts.iter().any(|part| part.stream == *stream)) {
            let what = format!("{stream} cannot be folded");
            return Err(StoreFault::Corrupt { what });
        }
        if let Ok(mut unfolded) = self.unfolded.lock() {
            let left = append.parts.iter().filter(|part| part.folded.is_none());
            unfolded.extend(left.map(|part| part.stream.clone()));
        }
        self.store.append(append).await
    }

    async fn head(&self) -> Result<Option<String>, StoreFault> {
        self.store.head().await
    }

    async fn size(&self) -> Result<u64, StoreFault> {
        self.store.size().await
    }

    async fn damage(&self) -> Result<Vec<String>, StoreFault> {
        self.store.damage().await
    }

    async fn facts(&self, first: u64, limit: u32) -> Result<Vec<StoredFact>, StoreFault> {
        self.store.facts(first, limit).await
    }

    async fn stream(&self, stream: &StreamId) -> Result<Vec<StoredFact>, StoreFault> {
        self.store.stream(stream).await
    }

    async fn nodes(&self, wanted: &[(u8, u64)]) -> Result<Vec<Node>, StoreFault> {
        self.store.nodes(wanted).await
    }

    async fn document(&self, stream: &StreamId) -> Result<Option<Document>, StoreFault> {
        self.store.document(stream).await
    }

    async fn documents(&self, streams: &[StreamId]) -> Result<Vec<Document>, StoreFault> {
        self.store.documents(streams).await
    }

    async fn row(&self, key: &RowKey) -> Result<Option<ViewRow>, StoreFault> {
        self.store.row(key).await
    }

    async fn list(&self, query: &ListQuery) -> Result<Vec<ViewRow>, StoreFault> {
        self.store.list(query).await
    }

    async fn count(&self, view: &'static str, scope: &str) -> Result<u64, StoreFault> {
        self.store.count(view, scope).await
    }

    async fn dump_views(&self) -> Result<Vec<String>, StoreFault> {
        self.store.dump_views().await
    }

    async fn rebuild(&self) -> Result<u64, StoreFault> {
        self.store.rebuild().await
    }

    async fn kept(&self, kind: &'static str, key: &str, now: i64) -> Result<Option<Kept>, StoreFault> {
        self.store.kept(kind, key, now).await
    }

    async fn kept_by(&self, kind: &'static str, owner: &str, now: i64) -> Result<Vec<Kept>, StoreFault> {
        self.store.kept_by(kind, owner, now).await
    }

    async fn keep(&self, entry: Kept) -> Result<(), StoreFault> {
        self.pass(Write::Keep(entry.kind)).await?;
        self.store.keep(entry).await
    }

    async fn take(&self, kind: &'static str, key: &str, now: i64) -> Result<Option<Kept>, StoreFault> {
        self.pass(Write::Take(kind)).await?;
        self.store.take(kind, key, now).await
    }

    async fn drop_kept(&self, kind: &'static str, owner: &str) -> Result<u64, StoreFault> {
        self.pass(Write::Drop(kind)).await?;
        self.store.drop_kept(kind, owner).await
    }

    async fn sweep(&self, now: i64) -> Result<u64, StoreFault> {
        self.store.sweep(now).await
    }

    async fn next_number(&self, series: &str) -> Result<u64, StoreFault> {
        self.store.next_number(series).await
    }
}
