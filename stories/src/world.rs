//! The time, the chance and the post of a story: each stands still or repeats, so that a story is told the same way
//! every time.

use crate::trouble::{Told, trouble};
use async_trait::async_trait;
use desk::ports::{Chance, Clock, Message, Post, PostFault, Undelivered};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// A clock that stands where the story puts it.
pub(crate) struct StoryClock(Mutex<Timestamp>);

impl StoryClock {
    pub(crate) fn at(instant: Timestamp) -> Self {
        StoryClock(Mutex::new(instant))
    }

    pub(crate) fn put(&self, instant: Timestamp) -> Told {
        *self.0.lock().map_err(|_| trouble("the clock broke"))? = instant;
        Ok(())
    }
}

impl Clock for StoryClock {
    fn now(&self) -> Timestamp {
        self.0.lock().map_or(Timestamp::UNIX_EPOCH, |now| *now)
    }
}

/// Chance that never repeats itself within a story and is the same in every telling: SHA-256 over a counter.
#[derive(Default)]
pub(crate) struct StoryChance(AtomicU64);

impl StoryChance {
    /// What another server draws: nothing that the first does.
    pub(crate) fn of_another() -> Self {
        StoryChance(AtomicU64::new(1 << 32))
    }
}

impl Chance for StoryChance {
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            let count = self.0.fetch_add(1, Ordering::SeqCst);
            let drawn = Sha256::digest(count.to_be_bytes());
            part.copy_from_slice(&drawn[..part.len()]);
        }
    }
}

/// Keeps what was sent, so that a story can open its letters.
#[derive(Default)]
pub(crate) struct StoryPost(Mutex<Vec<Message>>);

impl StoryPost {
    pub(crate) fn number_to(&self, address: &str) -> usize {
        let sent = self.0.lock();
        sent.map_or(0, |sent| {
            sent.iter().filter(|message| message.to == address).count()
        })
    }

    pub(crate) fn last_to(&self, address: &str) -> Option<Message> {
        let sent = self.0.lock().ok()?;
        sent.iter().rev().find(|message| message.to == address).cloned()
    }
}

#[async_trait]
impl Post for StoryPost {
    async fn send(&self, message: Message) -> Result<(), PostFault> {
        let mut sent = self.0.lock().map_err(|fault| PostFault {
            how: Undelivered::Unreachable,
            what: fault.to_string(),
        })?;
        sent.push(message);
        Ok(())
    }

    async fn send_now(&self, message: Message) -> Result<(), PostFault> {
        self.send(message).await
    }
}
