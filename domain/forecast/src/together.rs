//! How far the authorities of one case are late together: a difficult case is difficult everywhere.

use crate::chance::Few;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many pairs of decisions are needed before half of what they say is believed.
const DOUBT: f64 = 50.0;

/// The ranks of decisions among what was expected of them, by case.
#[derive(Default)]
pub(crate) struct Together {
    cases: BTreeMap<Arc<str>, Vec<f64>>,
    products: f64,
    pairs: f64,
}

impl Together {
    /// A referral of a case was decided; 0 is the earliest that was expected, 1 the latest.
    pub(crate) fn decided(&mut self, case: &Arc<str>, rank: f64) {
        let others = self.cases.entry(Arc::clone(case)).or_default();
        for other in &*others {
            // The variance of an even rank is a twelfth.
            self.products += 12.0 * (rank - 0.5) * (other - 0.5);
            self.pairs += 1.0;
        }
        others.push(rank);
    }

    /// The probability with which each authority follows what is common to its case: two that do so are late together.
    pub(crate) fn shared(&self) -> f64 {
        (self.products / (self.pairs + DOUBT)).clamp(0.0, 1.0).sqrt()
    }
}

/// The numbers by which the referrals of one course of a case are drawn. With the probability `shared`, a referral is
/// as early or as late as the others that are so, too.
pub(crate) struct Numbers {
    threshold: u32,
    seed: u64,
}

impl Numbers {
    pub(crate) fn of(shared: f64, seed: u64) -> Self {
        Numbers {
            // A probability of a whole number's range lies within it.
            threshold: (shared * f64::from(u32::MAX)) as u32,
            seed,
        }
    }

    /// For each referral of a course its number, and a seed for what else may happen to it. Each course has numbers of
    /// its own: a change of one referral leaves the others as they were.
    #[inline]
    pub(crate) fn course(&self, course: u32) -> impl FnMut() -> (u32, u64) {
        let mut chance = Few::of(self.seed ^ u64::from(course).wrapping_mul(0xd134_2543_de82_ef95));
        let (threshold, together) = (self.threshold, chance.half());
        move || {
            let bits = chance.bits();
            // The lower half says whether it follows the others; the upper half is a number of its own.
            let follows = (bits as u32) < threshold;
            (if follows { together } else { (bits >> 32) as u32 }, bits)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_late_together_is_learned() {
        let (mut alone, mut together) = (Together::default(), Together::default());
        for case in 0..1_000_u32 {
            let name: Arc<str> = Arc::from(case.to_string());
            let rank = f64::from(case % 10) / 10.0 + 0.05;
            let other = f64::from(case / 10 % 10) / 10.0 + 0.05;
            alone.decided(&name, rank);
            alone.decided(&name, other);
            together.decided(&name, rank);
            together.decided(&name, rank);
        }
        assert!(alone.shared() < 0.1, "{}", alone.shared());
        assert!(together.shared() > 0.9, "{}", together.shared());
        assert_eq!(Together::default().shared(), 0.0);
    }
}
