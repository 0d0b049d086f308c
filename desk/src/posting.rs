//! What whoever sends notices remembers from one look to the next. All of it can be forgotten: it only spares looking in vain.

use act::PersonId;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What is remembered, behind a lock.
#[derive(Debug, Default)]
pub(crate) struct Posting(Mutex<Remembered>);

/// What is remembered.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    /// How many facts there were when a person was told everything.
    pub told: BTreeMap<PersonId, u64>,
    /// Until when (in seconds since 1970) no mail server is asked, since none answered, and how often in a row none did.
    pub pause: Option<(i64, u32)>,
}

impl Posting {
    /// Reads or changes what is remembered.
    pub fn with<T>(&self, act: impl FnOnce(&mut Remembered) -> T) -> T {
        // Whoever held the lock left whole values.
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
