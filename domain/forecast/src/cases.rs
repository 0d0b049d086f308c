//! Past cases of several authorities, foretold as a whole and held against what came.

use crate::curve::Curve;
use crate::levels::{Coverage, LEVELS, coverage};
use crate::scores::{ends, share};
use crate::table::Table;
use crate::together::Numbers;
use serde::Serialize;

/// How many courses of a past case are drawn.
const DRAWN: u32 = 2_000;

/// Cases of several authorities, foretold as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Whole {
    /// How many were scored.
    pub n: u64,
    /// The share of those that were over on a day inside the central interval.
    pub coverage: Coverage,
}

/// Past cases of several authorities, scored as a whole.
pub(crate) struct Cases {
    seed: u64,
    n: u64,
    inside: [f64; LEVELS.len()],
}

impl Cases {
    pub(crate) fn new(seed: u64) -> Self {
        Cases {
            seed,
            n: 0,
            inside: [0.0; LEVELS.len()],
        }
    }

    /// Scores the day on which the last of several authorities decided against what was foretold of each.
    pub(crate) fn score(&mut self, referrals: &[(Curve, u32)], shared: f64) {
        let Some(last) = referrals
            .iter()
            .map(|(_, days)| *days)
            .max()
            .filter(|_| referrals.len() > 1)
        else {
            return;
        };
        let tables: Vec<Table> = referrals
            .iter()
            .map(|(curve, _)| Table::of(curve.all()))
            .collect();
        let numbers = Numbers::of(shared, self.seed ^ self.n);
        let mut counts = vec![];
        for course in 0..DRAWN {
            let mut number = numbers.course(course);
            let days = tables.iter().map(|table| usize::from(table.day(number().0)));
            let day = days.max().unwrap_or_default();
            if counts.len() <= day {
                counts.resize(day + 1, 0);
            }
            counts[day] += 1;
        }
        let curve = Curve::from_counts(&counts);
        self.n += 1;
        for (inside, level) in self.inside.iter_mut().zip(LEVELS) {
            let (from, to) = ends(level);
            *inside += share(&curve, last, from, to);
        }
    }

    pub(crate) fn told(self) -> Whole {
        Whole {
            n: self.n,
            coverage: coverage(self.inside, self.n as f64),
        }
    }
}
