//! One open referral as a learner watches it.

use crate::ages::{BINS, Bins, begin, bin, width};
use crate::response::{ANSWERS, Foretold, probability};
use std::sync::Arc;

/// What remains undecided when a referral's own end teaches nothing more about who foretells well.
const SETTLED: f64 = 0.002;

/// An open referral.
pub(crate) struct Watched {
    pub number: u64,
    pub case: Arc<str>,
    pub authority: usize,
    /// The day on which it was made.
    pub referred: i32,
    /// Days that counted so far.
    pub age: u32,
    /// Since when its clock stands still.
    pub paused: Option<i32>,
    /// The pace of its age for each answer to the load.
    pub paces: [f64; ANSWERS.len()],
    /// What was foretold of all when it began.
    pub general: Arc<[Foretold; ANSWERS.len()]>,
    /// What was foreseen of it; nothing once hardly any like it is still open.
    pub foreseen: Option<Arc<Foreseen>>,
}

/// What was foreseen of a referral when it began.
pub(crate) struct Foreseen {
    /// The pace of its age for each answer to the load.
    pub paces: [f64; ANSWERS.len()],
    /// What each opinion foretold: logarithms of what remains undecided over a day.
    pub foretold: Vec<[f32; BINS]>,
    /// What they came to, if all goes on as it was.
    pub steady: Bins,
    /// What was expected in all.
    pub expected: Bins,
}

/// Days of one bin, just over: so many without a decision, and perhaps one more with it.
#[derive(Clone, Copy)]
pub(crate) struct Stretch {
    pub bin: usize,
    pub quiet: u32,
    pub decided: bool,
}

impl Watched {
    /// The stretch that ends today, if one does.
    pub(crate) fn stretch(&self, decided: bool) -> Option<Stretch> {
        let bin = bin(self.age);
        let before = self.age.saturating_sub(begin(bin));
        let ends = before + 1 >= width(bin);
        (decided || ends).then_some(Stretch {
            bin,
            quiet: before + u32::from(!decided),
            decided,
        })
    }

    /// Forgets what was foreseen once hardly any like it is still open: a referral that nobody ever closes would be
    /// held against it for years.
    pub(crate) fn settle(&mut self) {
        self.foreseen
            .take_if(|foreseen| foreseen.left(self.age) < SETTLED);
    }

    /// Where its decision at this age lies among all that were expected: 0 the earliest, 1 the latest.
    pub(crate) fn rank(&self) -> f64 {
        let foreseen = self.foreseen.as_ref();
        foreseen.map_or(1.0, |foreseen| {
            1.0 - (foreseen.left(self.age) + foreseen.left(self.age + 1)) / 2.0
        })
    }
}

impl Foreseen {
    /// The logarithm of the probability that each opinion gave to a stretch.
    pub(crate) fn logarithms(&self, stretch: Stretch) -> impl Iterator<Item = f64> + '_ {
        let told =
            move |one: &[f32; BINS]| probability(f64::from(one[stretch.bin]), stretch.quiet, stretch.decided);
        self.foretold.iter().map(told)
    }

    /// What was expected to be still undecided before an age.
    fn left(&self, age: u32) -> f64 {
        (0..age).map(|day| 1.0 - self.expected[bin(day)]).product()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watched(age: u32) -> Watched {
        Watched {
            number: 0,
            case: Arc::from("1"),
            authority: 0,
            referred: 0,
            age,
            paused: None,
            paces: [1.0; 3],
            general: Arc::new([[[0.0; BINS]; 4]; 3]),
            foreseen: Some(Arc::new(Foreseen {
                paces: [1.0; 3],
                foretold: vec![[-0.1; BINS]],
                steady: [0.1; BINS],
                expected: [0.1; BINS],
            })),
        }
    }

    #[test]
    fn a_stretch_ends_with_its_bin_or_a_decision() {
        let check = |age: u32, decided: bool, expect: Option<(u32, bool)>| {
            let found = watched(age).stretch(decided);
            assert_eq!(found.map(|one| (one.quiet, one.decided)), expect, "{age}");
        };
        check(0, false, Some((1, false)));
        check(0, true, Some((0, true)));
        check(44, false, None);
        check(45, false, Some((2, false)));
        check(45, true, Some((1, true)));
    }

    #[test]
    fn what_was_foretold_is_forgotten_once_hardly_any_is_open() {
        let mut young = watched(20);
        young.settle();
        assert!(young.foreseen.is_some());
        let mut old = watched(200);
        old.settle();
        assert!(old.foreseen.is_none());
        assert!(young.rank() < old.rank() && (0.0..1.0).contains(&young.rank()));
    }
}
