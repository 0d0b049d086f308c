//! Brakes on what anyone can ask for without being signed in: so often within a time for one address, and no more. What comes
//! from a browser that the address has signed in from before is counted apart from what comes from strangers.

use super::{entry, is_address, opened};
use crate::desk::ROUNDS;
use crate::store::StoreFault;
use crate::{Desk, Fault};

/// A brake.
pub(super) struct Brake {
    /// What is counted.
    kind: &'static str,
    /// So many are heard.
    most: u32,
    /// Within so many seconds of the first.
    seconds: i64,
}

/// By what is counted.
pub(super) struct Counted(String);

impl Counted {
    /// By address. Only what could be someone's is counted, so that nonsense does not fill the store.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if it is no address, and so nobody's.
    pub(super) fn by(address: &str) -> Result<Counted, Fault> {
        let key = address.trim().to_lowercase();
        if is_address(&key) {
            Ok(Counted(key))
        } else {
            Err(Fault::NotFound)
        }
    }

    /// The same for what comes from one browser that is known, if it is.
    pub(super) fn from(self, device: Option<String>) -> Counted {
        match device {
            Some(device) => Counted(format!("{} {device}", self.0)),
            None => self,
        }
    }
}

/// Passwords tried. Each counts before it is looked at: however many come at once, no more are heard.
pub(super) const ATTEMPTS: Brake = Brake {
    kind: "attempts",
    most: 10,
    seconds: 15 * 60,
};

/// Reset links sent.
pub(super) const RESETS: Brake = Brake {
    kind: "resets",
    most: 3,
    seconds: 3600,
};

/// Links sent to addresses that are to be confirmed.
const CONFIRMATIONS: Brake = Brake {
    kind: "confirmations",
    most: 3,
    seconds: 3600,
};

/// Links by which advice is asked for, to one address.
const ADVICE_ASKED: Brake = Brake {
    kind: "advice-asked",
    most: 5,
    seconds: 3600,
};

/// Answers tried by one such link.
const ADVICE_GIVEN: Brake = Brake {
    kind: "advice-given",
    most: 20,
    seconds: 3600,
};

impl Desk {
    /// Counts one link to an address that is asked for advice.
    ///
    /// # Errors
    /// [`Fault::TooMany`] if there were too many already.
    pub(crate) async fn count_advice_asked(&self, address: &str) -> Result<(), Fault> {
        self.count(&ADVICE_ASKED, &Counted::by(address)?).await
    }

    /// Counts one answer by a link that is there, by its hash: what opens nothing is not counted, so that nonsense does not fill the store.
    ///
    /// # Errors
    /// [`Fault::TooMany`] if there were too many already.
    pub(crate) async fn count_advice_given(&self, link: &str) -> Result<(), Fault> {
        self.count(&ADVICE_GIVEN, &Counted(link.to_owned())).await
    }

    /// Counts one link to an address that is to be confirmed.
    ///
    /// # Errors
    /// [`Fault::TooMany`] if there were too many already.
    pub(crate) async fn count_confirming(&self, address: &str) -> Result<(), Fault> {
        self.count(&CONFIRMATIONS, &Counted::by(address)?).await
    }

    /// Counts one.
    ///
    /// # Errors
    /// [`Fault::TooMany`] if there were too many already.
    pub(super) async fn count(&self, brake: &Brake, Counted(key): &Counted) -> Result<(), Fault> {
        for _ in 0..ROUNDS {
            let now = self.seconds();
            let kept = self.store.kept(brake.kind, key, now).await?;
            let (count, version, expires) = match &kept {
                Some(kept) => (
                    opened::<u32>(kept)?,
                    kept.version,
                    kept.expires.unwrap_or_default(),
                ),
                None => (0, 0, now + brake.seconds),
            };
            if count >= brake.most {
                return Err(Fault::TooMany {
                    // Whole minutes, the last one begun counted as one.
                    minutes: (expires - now + 59) / 60,
                });
            }
            let counted = entry(brake.kind, key, key, version + 1, Some(expires), &(count + 1));
            match self.store.keep(counted).await {
                Err(StoreFault::Conflict { .. }) if kept.is_none() => {
                    // What has expired is in the way of a new count.
                    self.store.sweep(now).await?;
                }
                Err(StoreFault::Conflict { .. }) => {}
                done => return Ok(done?),
            }
        }
        Err(Fault::Stale)
    }

    /// Forgets what was counted.
    pub(super) async fn release(&self, brake: &Brake, Counted(key): &Counted) -> Result<(), Fault> {
        self.store.drop_kept(brake.kind, key).await?;
        Ok(())
    }
}
