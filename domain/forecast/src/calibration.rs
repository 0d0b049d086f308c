//! Whether probabilities were kept: what a page shows of an installation's own forecasts.

use crate::curve::Curve;
use crate::levels::WITHIN;
use crate::scores::{share, told};
use serde::Serialize;

/// Into how many parts probabilities are put.
const PARTS: usize = 10;

/// How well probabilities were kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Calibration {
    /// The share of decisions in each tenth of what was foretold of them: a tenth in each, if all is well. More in the
    /// first and last: too sure of itself. More in the middle: too cautious.
    pub ranks: Vec<f64>,
    /// For each number of days, points of its reliability diagram.
    pub reliability: Vec<Reliability>,
}

/// "Decided within so many days", foretold and come true.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reliability {
    /// The number of days.
    pub days: u32,
    /// Forecasts with like probabilities, from the lowest; parts without any are left out.
    pub points: Vec<Point>,
}

/// Forecasts with like probabilities.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Point {
    /// The mean of the probabilities.
    pub foretold: f64,
    /// The share that came true.
    pub observed: f64,
    /// How many there were.
    pub n: u64,
}

/// Sums from which these are told.
#[derive(Default)]
pub(crate) struct Points {
    ranks: [f64; PARTS],
    within: [[Sum; PARTS]; WITHIN.len()],
}

#[derive(Clone, Copy, Default)]
struct Sum {
    foretold: f64,
    observed: u64,
    n: u64,
}

impl Points {
    pub(crate) fn add(&mut self, curve: &Curve, days: u32) {
        for (part, sum) in self.ranks.iter_mut().enumerate() {
            let from = part as f64 / PARTS as f64;
            *sum += share(curve, days, from, from + 1.0 / PARTS as f64);
        }
        for (parts, within) in self.within.iter_mut().zip(WITHIN) {
            let foretold = curve.by(within);
            let sum = &mut parts[((foretold * PARTS as f64) as usize).min(PARTS - 1)];
            sum.foretold += foretold;
            sum.observed += u64::from(days <= within);
            sum.n += 1;
        }
    }

    pub(crate) fn told(&self) -> Calibration {
        let all: f64 = self.ranks.iter().sum();
        let of_all = |sum: &f64| if all > 0.0 { told(sum / all) } else { 0.0 };
        let reliability = WITHIN.into_iter().zip(&self.within).map(|(days, parts)| {
            let some = parts.iter().filter(|part| part.n > 0);
            Reliability {
                days,
                points: some.map(Sum::point).collect(),
            }
        });
        Calibration {
            ranks: self.ranks.iter().map(of_all).collect(),
            reliability: reliability.collect(),
        }
    }
}

impl Sum {
    fn point(&self) -> Point {
        Point {
            foretold: told(self.foretold / self.n as f64),
            observed: told(self.observed as f64 / self.n as f64),
            n: self.n,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_lie_on_the_diagonal_when_what_was_foretold_comes_true() {
        let mut counts = vec![0; 100];
        (counts[10], counts[40], counts[70], counts[99]) = (1, 1, 1, 1);
        let curve = Curve::from_counts(&counts);
        let mut points = Points::default();
        for days in [10, 40, 70, 99] {
            points.add(&curve, days);
        }
        let told = points.told();
        assert!(told.ranks.iter().all(|one| (one - 0.1).abs() < 1e-12), "{told:?}");
        for (at, expect) in [0.25, 0.5, 0.75].into_iter().enumerate() {
            let point = told.reliability[at].points[0];
            assert_eq!((point.foretold, point.observed, point.n), (expect, expect, 4));
        }
    }
}
