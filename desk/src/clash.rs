//! Events that want the same place at the same time, as they were found, kept in memory.

use crate::few::Few;
use crate::views::holds::DayLine;
use act::{Date, OrganisationId};
use std::sync::{Arc, Mutex, PoisonError};

/// The clashes of so many boards are kept; each is found again in some milliseconds.
const BOARDS: usize = 16;

/// Two that want one place at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The one that comes first.
    pub one: DayLine,
    /// The other.
    pub other: DayLine,
}

/// Where clashes were looked for: whose board, in a ledger of so many facts, on which day. While none of these changes, neither do they.
pub(crate) type Looked = (OrganisationId, u64, Date);

/// The clashes that were found last, kept in memory: they follow from the views, so that losing them loses nothing.
pub(crate) struct Clashes(Mutex<Few<Looked, Arc<[Clash]>>>);

impl Default for Clashes {
    fn default() -> Self {
        Clashes(Mutex::new(Few::of(BOARDS)))
    }
}

impl Clashes {
    pub(crate) fn get(&self, looked: &Looked) -> Option<Arc<[Clash]>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(looked)
    }

    pub(crate) fn keep(&self, looked: Looked, found: Arc<[Clash]>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.keep_instead(looked, found, |old| old.0 == looked.0);
    }
}
