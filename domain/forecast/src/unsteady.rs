//! How unsteady authorities are: by how much whole quarters were faster or slower than was foretold.
//!
//! Decisions of one quarter share its staff, its holidays and its backlog. A thousand of them do not tell how the next
//! quarter may differ from this one; only quarters do.

use crate::ages::{BINS, Bins};
use crate::hazard::{believed, mixed};

/// Days of a quarter.
const QUARTER: i32 = 91;

/// Before anything is known, quarters are taken to differ by this much: the standard deviation of the rate at which
/// decisions come, as a share of it.
const BEFORE: f64 = 0.2;

/// As many quarters that is worth.
const WORTH: f64 = 4.0;

/// So many decisions must have been expected in a quarter; with fewer, chance is all that one sees.
const LEAST: f64 = 20.0;

/// What was foretold for some time, and what came.
#[derive(Clone, Copy, Default)]
struct Came {
    decided: f64,
    expected: f64,
}

/// What is known of it.
pub(crate) struct Unsteady {
    quarter: i32,
    running: Vec<Came>,
    /// Authorities of which too little was expected in a quarter tell something together, and over some quarters.
    rest: Came,
    squares: f64,
    quarters: f64,
}

impl Default for Unsteady {
    fn default() -> Self {
        Unsteady {
            quarter: 0,
            running: vec![],
            rest: Came::default(),
            squares: BEFORE * BEFORE * WORTH,
            quarters: WORTH,
        }
    }
}

impl Unsteady {
    /// A referral was open on a day on which so many decisions had been foretold of it.
    pub(crate) fn watched(&mut self, authority: usize, day: i32, expected: f64, decided: bool) {
        let quarter = day.div_euclid(QUARTER);
        if self.quarter != quarter {
            self.close();
            self.quarter = quarter;
        }
        if self.running.len() <= authority {
            self.running.resize(authority + 1, Came::default());
        }
        let came = &mut self.running[authority];
        came.expected += expected;
        came.decided += f64::from(u8::from(decided));
    }

    /// Counts a quarter that is over.
    fn close(&mut self) {
        for came in std::mem::take(&mut self.running) {
            if came.expected >= LEAST {
                self.count(came);
            } else {
                self.rest.decided += came.decided;
                self.rest.expected += came.expected;
            }
        }
        if self.rest.expected >= LEAST {
            let rest = std::mem::take(&mut self.rest);
            self.count(rest);
        }
    }

    /// Counts what differs more than chance alone makes it.
    fn count(&mut self, came: Came) {
        let worth = came.expected / (came.expected + LEAST);
        let ratio = ((came.decided + 0.5) / (came.expected + 0.5)).ln();
        self.squares += worth * (ratio.powi(2) - 1.0 / came.expected).min(1.0);
        self.quarters += worth;
    }

    /// The standard deviation of the rate between quarters.
    pub(crate) fn deviation(&self) -> f64 {
        (self.squares / self.quarters).max(0.0).sqrt()
    }
}

/// What is expected where the rate may be so much more or less: as it is, or more, or less, each alike.
pub(crate) fn spread(chances: &Bins, deviation: f64) -> Bins {
    let by = 1.5_f64.sqrt() * deviation;
    let scaled = |by: f64| -> Bins { chances.map(|one| believed(1.0 - (1.0 - one).powf(by.exp()))) };
    let opinions: [[f64; BINS]; 3] = [scaled(-by), *chances, scaled(by)];
    mixed(&opinions, &[1.0 / 3.0; 3])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is known after some quarters in which forty decisions a quarter were foretold, and so many times that came.
    fn after(quarters: &[f64]) -> f64 {
        let mut unsteady = Unsteady::default();
        for (at, times) in (0..).zip(quarters) {
            let mut due = 0.0;
            for day in 0..QUARTER {
                due += times * 40.0 / f64::from(QUARTER);
                let decided = due >= 1.0;
                due -= f64::from(u8::from(decided));
                unsteady.watched(0, at * QUARTER + day, 40.0 / f64::from(QUARTER), decided);
            }
        }
        unsteady.deviation()
    }

    #[test]
    fn an_authority_is_taken_to_be_unsteady_until_quarters_say_otherwise() {
        assert!((after(&[]) - BEFORE).abs() < 1e-9);
        let steady = after(&[1.0; 40]);
        assert!(steady < 0.05, "{steady}");
        let changing = after(&[0.5, 2.0].repeat(20));
        assert!((0.45..0.8).contains(&changing), "{changing}");
    }

    #[test]
    fn one_quarter_out_of_all_measure_does_not_decide() {
        let mut quarters = [1.0; 20];
        quarters[3] = 2.2;
        assert!(after(&quarters) < 0.25);
        quarters[3] = 0.0;
        assert!(after(&quarters) < 0.25);
    }

    #[test]
    fn what_is_spread_reaches_further_both_ways() {
        let chances = [0.05; BINS];
        let spread = spread(&chances, 0.5);
        assert!(spread[0] > chances[0] && spread[100] < chances[100]);
        assert!((super::spread(&chances, 0.0)[50] - chances[50]).abs() < 1e-9);
    }
}
