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
    /// The same as a page, for those who read messages so.
    pub html: Option<String>,
    /// What it is known by wherever it comes, however often it is sent: a reader's program shows one that came twice once.
    pub id: Option<String>,
}

/// Whose fault it is that a message was not delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undelivered {
    /// Nobody's for long: the address is not served just now.
    Later,
    /// The address's, or the message's: it is refused whenever it is tried.
    Refused,
    /// The operator's: there is nobody to hand messages to, whoever they are for.
    Unreachable,
}

/// The message could not be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostFault {
    /// Whose fault it is.
    pub how: Undelivered,
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
    /// Whether messages reach people by themselves. Where they are kept for the operator, nobody's notices are sent.
    fn delivers(&self) -> bool {
        false
    }

    /// Whether a message could be addressed so at all; who receives it is found out by sending.
    fn can_reach(&self, _address: &str) -> bool {
        true
    }

    /// Hands one message over.
    ///
    /// # Errors
    /// [`PostFault`] if it could not be.
    async fn send(&self, message: Message) -> Result<(), PostFault>;

    /// The same while somebody waits before a page for it: it is given up sooner.
    ///
    /// # Errors
    /// As [`Self::send`].
    async fn send_now(&self, message: Message) -> Result<(), PostFault>;
}

/// The name of a ledger as the place of a message's id: what cannot stand there is a dot.
pub(crate) fn place(origin: &str) -> String {
    let kept = |character: char| character.is_ascii_alphanumeric() || character == '-';
    let parts = origin.split(|character| !kept(character));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ledgers_name_is_a_place_in_a_messages_id() {
        assert_eq!(place("permits.example/phnom-penh"), "permits.example.phnom-penh");
        assert_eq!(place("//a b"), "a.b");
    }
}
