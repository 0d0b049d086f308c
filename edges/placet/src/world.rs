//! The real time, the real chance, and the post: the only places where the program touches them.

use crate::private::{self, OWNER};
use async_trait::async_trait;
use desk::ports::{Chance, Clock, Message, Post, PostFault, Undelivered};
use jiff::{SignedDuration, Timestamp};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A demonstration's clock: it runs, ahead of or behind the machine's by a shift that can only grow.
pub struct DemonstrationClock {
    shift: AtomicI64,
    kept: Option<PathBuf>,
}

impl DemonstrationClock {
    /// A clock that shows `now` at this moment, keeping its shift in a file so that a second start goes on.
    pub fn starting_at(now: Timestamp, kept: Option<PathBuf>) -> Self {
        let stored = kept
            .as_ref()
            .and_then(|path| std::fs::read_to_string(path).ok()?.trim().parse().ok());
        let shift = stored.unwrap_or_else(|| now.as_second() - Timestamp::now().as_second());
        let clock = DemonstrationClock {
            shift: AtomicI64::new(shift),
            kept,
        };
        clock.keep();
        clock
    }

    fn keep(&self) {
        if let Some(path) = &self.kept
            && let Err(fault) = std::fs::write(path, self.shift.load(Ordering::SeqCst).to_string())
        {
            tracing::warn!(
                "the demonstration's clock is not kept for the next start: {}: {fault}",
                path.display()
            );
        }
    }
}

impl Clock for DemonstrationClock {
    fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        now.checked_add(SignedDuration::from_secs(self.shift.load(Ordering::SeqCst)))
            .unwrap_or(now)
    }

    fn move_to(&self, instant: Timestamp) -> bool {
        let ahead = instant.as_second() - self.now().as_second();
        if ahead <= 0 {
            return false;
        }
        self.shift.fetch_add(ahead, Ordering::SeqCst);
        self.keep();
        true
    }
}

/// The operating system's randomness.
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) {
        // A machine without randomness must not go on: secrets and salts would be guessable.
        if let Err(fault) = getrandom::fill(bytes) {
            tracing::error!("the operating system gives no randomness: {fault}");
            std::process::abort();
        }
    }
}

/// Keeps messages in a folder for the operator to hand over, where no mail server is set up.
pub struct Outbox {
    folder: PathBuf,
    count: Mutex<u64>,
}

impl Outbox {
    /// An outbox in a folder, which is made when the first message comes.
    pub fn new(folder: PathBuf) -> Self {
        Outbox {
            folder,
            count: Mutex::new(0),
        }
    }
}

#[async_trait]
impl Post for Outbox {
    async fn send(&self, message: Message) -> Result<(), PostFault> {
        let number = {
            let mut count = self.count.lock().map_err(|fault| not_kept(&fault))?;
            *count += 1;
            *count
        };
        let name = format!("{}-{number:04}.txt", Timestamp::now().as_second());
        let text = format!(
            "To: {}\nSubject: {}\n\n{}\n",
            message.to, message.subject, message.body
        );
        let path = self.folder.join(name);
        let folder = self.folder.clone();
        let written = tokio::task::spawn_blocking(move || {
            // A message may hold a link that opens an account.
            private::folder(&folder)?;
            private::file(&path, &text, OWNER)
        })
        .await;
        match written {
            Ok(Ok(())) => Ok(()),
            Ok(Err(fault)) => Err(not_kept(&fault)),
            Err(fault) => Err(not_kept(&fault)),
        }
    }

    async fn send_now(&self, message: Message) -> Result<(), PostFault> {
        self.send(message).await
    }
}

fn not_kept(fault: &dyn std::fmt::Display) -> PostFault {
    PostFault {
        how: Undelivered::Unreachable,
        what: fault.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[tokio::test]
    async fn only_the_operator_reads_messages() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("outbox");
        let message = Message {
            to: "officer@city.example".to_owned(),
            subject: "A new password".to_owned(),
            body: "https://permits.example/en/links/secret".to_owned(),
            html: None,
            id: None,
        };
        Outbox::new(folder.clone()).send(message).await.unwrap();
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        let mut files = std::fs::read_dir(&folder).unwrap();
        assert_eq!(mode(&files.next().unwrap().unwrap().path()), 0o600);
    }
}
