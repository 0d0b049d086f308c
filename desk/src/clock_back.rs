//! A clock that was set back: what is recorded then would lie before what was recorded already. Work goes on, and the operator
//! is told (decision 0011).

use act::Timestamp;
use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};

/// Clocks are corrected by some seconds now and then: that is nobody's mistake.
const TOLERANCE: i64 = 60;

/// The latest instant of a fact that is known, in seconds.
pub(crate) struct Latest(AtomicI64);

impl Latest {
    /// Nothing is known yet.
    pub fn unknown() -> Latest {
        Latest(AtomicI64::new(i64::MIN))
    }

    /// Something was recorded at this instant.
    pub fn saw(&self, instant: Timestamp) {
        self.0.fetch_max(instant.as_second(), Ordering::Relaxed);
    }

    /// That a clock which says `now` stands before it, beyond what clocks are corrected by.
    pub fn after(&self, now: Timestamp) -> Option<ClockBehind> {
        let latest = self.0.load(Ordering::Relaxed);
        let behind = latest > now.as_second().saturating_add(TOLERANCE);
        let latest = behind.then(|| Timestamp::from_second(latest).ok()).flatten()?;
        Some(ClockBehind { now, latest })
    }
}

/// The clock stands before what was recorded already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockBehind {
    /// What the clock says.
    pub now: Timestamp,
    /// When the latest fact that is known was recorded.
    pub latest: Timestamp,
}

impl fmt::Display for ClockBehind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the clock says {}, and something was recorded at {} already: the clock was set back, or stood too late then. What is recorded now has the earlier instant, and periods are reckoned from it. Look at the machine's clock (timedatectl): if it is wrong, stop the server, set the clock right, and start the server; if it is right now, note which facts were recorded too late.",
            self.now, self.latest
        )
    }
}
