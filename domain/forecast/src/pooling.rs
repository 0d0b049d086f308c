//! Partial pooling: how far what was seen moves what was expected.
//!
//! Decisions are counted against expected ones, over all ages and then in ever narrower windows of age. In each window
//! the expected rate is a gamma prior that is worth some decisions of its own, and the ratio is the posterior's mean:
//! few decisions leave it where it was, many have their way. A thin record so changes at most how fast an authority
//! is on the whole; a thick one its whole course.

use crate::ages::{BINS, Bins};

/// How many decisions the expectation is worth.
#[derive(Clone, Copy)]
pub(crate) struct Strength {
    /// Over all ages.
    pub level: f64,
    /// In each window.
    pub shape: f64,
}

/// Windows of age, in bins to either side, each about half the last.
const WINDOWS: [usize; 7] = [32, 16, 8, 4, 2, 1, 0];

/// By how much what was seen at each age is more, or less, than what was expected there.
pub(crate) fn relative(decided: &Bins, expected: &Bins, strength: Strength) -> Bins {
    let level = ratio(decided.iter().sum(), expected.iter().sum(), strength.level);
    let mut relative = [level; BINS];
    let seen = running(decided.iter().copied());
    for window in WINDOWS {
        let still = running(expected.iter().zip(&relative).map(|(one, by)| one * by));
        for (bin, relative) in relative.iter_mut().enumerate() {
            let (from, to) = (bin.saturating_sub(window), (bin + window + 1).min(BINS));
            *relative *= ratio(seen[to] - seen[from], still[to] - still[from], strength.shape);
        }
    }
    relative
}

/// The mean of the posterior: differences of running sums may fall below nothing by a rounding.
fn ratio(decided: f64, expected: f64, strength: f64) -> f64 {
    (strength + decided.max(0.0)) / (strength + expected.max(0.0))
}

/// Sums of all before each bin; the last one of all.
fn running(figures: impl Iterator<Item = f64>) -> [f64; BINS + 1] {
    let mut sums = [0.0; BINS + 1];
    let mut sum = 0.0;
    for (at, figure) in figures.enumerate() {
        sum += figure;
        sums[at + 1] = sum;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRENGTH: Strength = Strength {
        level: 4.0,
        shape: 8.0,
    };

    fn even(total: f64) -> Bins {
        [total / BINS as f64; BINS]
    }

    #[test]
    fn nothing_seen_and_nothing_expected_changes_nothing() {
        assert_eq!(relative(&even(0.0), &even(0.0), STRENGTH), [1.0; BINS]);
    }

    #[test]
    fn what_was_expected_changes_nothing() {
        let relative = relative(&even(50.0), &even(50.0), STRENGTH);
        assert!(relative.iter().all(|one| (one - 1.0).abs() < 1e-9));
    }

    #[test]
    fn few_decisions_move_it_a_little_and_many_all_the_way() {
        let twice = |seen: f64| relative(&even(2.0 * seen), &even(seen), STRENGTH)[BINS / 2];
        assert!((1.1..1.6).contains(&twice(1.0)), "{}", twice(1.0));
        assert!((1.95..2.01).contains(&twice(10_000.0)), "{}", twice(10_000.0));
        assert!(twice(1.0) < twice(10.0) && twice(10.0) < twice(100.0));
    }

    #[test]
    fn a_thick_record_shows_its_own_course() {
        let mut decided = even(0.0);
        decided[40] = 1_000.0;
        let relative = relative(&decided, &even(1_000.0), STRENGTH);
        assert!(relative[40] > 60.0, "{}", relative[40]);
        assert!(relative[20] < 0.1 && relative[60] < 0.1);
    }
}
