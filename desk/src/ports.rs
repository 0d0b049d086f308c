//! What the desk needs of the world besides a store: the time, chance, and a way to hand messages over.

use act::Timestamp;
use async_trait::async_trait;
use std::fmt;
use uuid::Uuid;

/// Tells the time. The demonstration's can be moved forward; a server's cannot.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;

    /// Moves a demonstration's clock forward. A server's clock answers `false` and stays.
    fn move_to(&self, _instant: Timestamp) -> bool {
        false
    }
}

/// Gives what must not be guessed or repeated.
pub trait Chance: Send + Sync {
    /// Fills a buffer with random bytes.
    fn fill(&self, bytes: &mut [u8]);

    /// A new id, ordered by time.
    fn id(&self, now: Timestamp) -> Uuid {
        let mut random = [0; 10];
        self.fill(&mut random);
        let milliseconds = u64::try_from(now.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid()
    }

    /// A new salt.
    fn salt(&self) -> [u8; 32] {
        let mut salt = [0; 32];
        self.fill(&mut salt);
        salt
    }
}

/// A message to one person, such as the link by which a password is set anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The address it goes to.
    pub to: String,
    /// What it is about, in the reader's language.
    pub subject: String,
    /// What it says.
    pub body: String,
}

/// The message could not be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostFault {
    /// Why.
    pub what: String,
}

impl fmt::Display for PostFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the message was not handed over: {}", self.what)
    }
}

impl std::error::Error for PostFault {}

/// Hands messages over.
#[async_trait]
pub trait Post: Send + Sync {
    /// Hands one message over.
    ///
    /// # Errors
    /// [`PostFault`] if it could not be.
    async fn send(&self, message: Message) -> Result<(), PostFault>;
}
