//! Random moments under a seed that is said, so that a run can be had again.

use bench::{Done, trouble};
use std::time::Duration;

/// A run's own draws.
pub struct Draw {
    state: u64,
}

impl Draw {
    /// Draws under the seed in `PLACET_SEED`, or a fresh one, and says which.
    pub fn of_this_run(what: &str) -> Done<Self> {
        let seed = match std::env::var("PLACET_SEED") {
            Ok(given) => given
                .parse()
                .map_err(|_| trouble(format!("PLACET_SEED: {given} is no number")))?,
            Err(_) => getrandom::u64().map_err(trouble)?,
        };
        eprintln!("{what}: PLACET_SEED={seed}");
        Ok(Draw { state: seed })
    }

    /// SplitMix64: every state is followed by another, and neighbours have nothing in common.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A time from `least` up to `most` milliseconds, to the microsecond.
    pub fn milliseconds(&mut self, least: u64, most: u64) -> Duration {
        let span = (most - least) * 1_000;
        Duration::from_micros(least * 1_000 + self.next() % span.max(1))
    }
}

/// How often each store is killed: `PLACET_KILLS`, or a dozen times.
pub fn kills() -> Done<u32> {
    match std::env::var("PLACET_KILLS") {
        Ok(given) => given
            .parse()
            .map_err(|_| trouble(format!("PLACET_KILLS: {given} is no number"))),
        Err(_) => Ok(12),
    }
}
