//! How long decided referrals took: the plain distribution that every forecast is held against.

use crate::curve::Curve;

/// How often each number of days was seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Durations {
    counts: Vec<u32>,
    all: u32,
}

impl Durations {
    pub(crate) fn add(&mut self, days: u32) {
        let at = days as usize;
        if self.counts.len() <= at {
            self.counts.resize(at + 1, 0);
        }
        self.counts[at] += 1;
        self.all += 1;
    }

    /// Their distribution, once there are any.
    pub(crate) fn curve(&self) -> Option<Curve> {
        (self.all > 0).then(|| Curve::from_counts(&self.counts))
    }
}
