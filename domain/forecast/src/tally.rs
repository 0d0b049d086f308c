//! What was seen at each age: decisions, and how many would have been expected; older days count less.

use crate::ages::{BINS, Bins};

/// How many half-lives a record is looked at with.
pub(crate) const HALVINGS: usize = 4;

/// The half-lives in days: a quarter, a year, four years, and all that ever was, longest first.
pub(crate) const HALF_LIVES: [f64; HALVINGS] = [f64::INFINITY, 1_461.0, 365.25, 91.3];

/// A figure for each half-life.
pub(crate) type Halved = [f64; HALVINGS];

/// The weight of a day for each half-life, against day 0 of the same reckoning.
pub(crate) fn weights(day: f64) -> Halved {
    HALF_LIVES.map(|half_life| (day / half_life).exp2())
}

/// Decisions and expected decisions by age, for each half-life. Instead of making old days lighter, each new day is
/// heavier than the last; whoever reads divides by the weight of today.
#[derive(Clone)]
pub(crate) struct Tally {
    decided: [Halved; BINS],
    expected: [Halved; BINS],
}

impl Default for Tally {
    fn default() -> Self {
        Tally {
            decided: [[0.0; HALVINGS]; BINS],
            expected: [[0.0; HALVINGS]; BINS],
        }
    }
}

impl Tally {
    /// A referral was open at this age for a day on which so many decisions were to be expected of it.
    pub(crate) fn watched(&mut self, bin: usize, weight: &Halved, expected: f64, decided: bool) {
        for (sum, weight) in self.expected[bin].iter_mut().zip(weight) {
            *sum += weight * expected;
        }
        if decided {
            for (sum, weight) in self.decided[bin].iter_mut().zip(weight) {
                *sum += weight;
            }
        }
    }

    /// Decisions, and expected ones, by age as they count today for one half-life.
    pub(crate) fn seen(&self, halving: usize, today: &Halved) -> (Bins, Bins) {
        let read = |sums: &[Halved; BINS]| {
            let mut bins = [0.0; BINS];
            for (bin, sum) in bins.iter_mut().zip(sums) {
                *bin = sum[halving] / today[halving];
            }
            bins
        };
        (read(&self.decided), read(&self.expected))
    }

    /// The same with day 0 of the reckoning moved, before weights grow too large.
    pub(crate) fn rebase(&mut self, by: &Halved) {
        for sums in self.decided.iter_mut().chain(&mut self.expected) {
            for (sum, by) in sums.iter_mut().zip(by) {
                *sum /= by;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_half_after_its_half_life() {
        let mut tally = Tally::default();
        tally.watched(3, &weights(0.0), 0.5, true);
        let later = weights(365.25);
        for (halving, expect) in [(0, 1.0), (2, 0.5)] {
            let (decided, expected) = tally.seen(halving, &later);
            assert!((decided[3] - expect).abs() < 1e-12);
            assert!((expected[3] - expect / 2.0).abs() < 1e-12);
            assert_eq!(decided.iter().sum::<f64>(), decided[3]);
        }
    }

    #[test]
    fn a_moved_beginning_changes_nothing() {
        let mut tally = Tally::default();
        tally.watched(3, &weights(1_000.0), 0.5, true);
        let before = tally.seen(3, &weights(1_100.0));
        tally.rebase(&weights(900.0));
        let after = tally.seen(3, &weights(200.0));
        assert!((before.0[3] - after.0[3]).abs() < 1e-12);
        assert!((before.1[3] - after.1[3]).abs() < 1e-12);
    }
}
