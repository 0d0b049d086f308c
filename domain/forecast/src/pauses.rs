//! Questions and their answers: how often an authority asks one, and how long it then waits.

use crate::ages::{Bins, REACH, bin};
use crate::hazard::of_record;
use crate::tally::{Halved, Tally};

/// How many days of an authority's own count as much as what is known of all.
const DOUBT: f64 = 365.0;

/// Which of the half-lives is used: four years. Answers are given by many, and none of them often.
const HALVING: usize = 1;

/// What is known of questions.
#[derive(Default)]
pub(crate) struct Pauses {
    waits: Tally,
    answers: u32,
    asked: f64,
    ran: f64,
    own: Vec<(f64, f64)>,
}

impl Pauses {
    /// An authority's clock ran for a day.
    pub(crate) fn ran(&mut self, authority: usize) {
        self.ran += 1.0;
        self.own_of(authority).1 += 1.0;
    }

    /// An authority asked a question.
    pub(crate) fn asked(&mut self, authority: usize) {
        self.asked += 1.0;
        self.own_of(authority).0 += 1.0;
    }

    /// A question stayed open for one more day.
    pub(crate) fn waited(&mut self, days: u32, today: &Halved) {
        if days < REACH {
            self.waits.watched(bin(days), today, 1.0, false);
        }
    }

    /// A question was answered after so many days.
    pub(crate) fn answered(&mut self, days: u32, today: &Halved) {
        self.waits.watched(bin(days), today, 1.0, true);
        self.answers += 1;
    }

    /// How many answers are known.
    pub(crate) fn answers(&self) -> u32 {
        self.answers
    }

    /// The chance of an answer on each day of waiting.
    pub(crate) fn chances(&self, today: &Halved) -> Bins {
        of_record(&self.waits, today)[HALVING]
    }

    /// The chance that an authority asks on a day on which its clock runs.
    pub(crate) fn rate(&self, authority: usize) -> f64 {
        let (asked, ran) = self.own.get(authority).copied().unwrap_or_default();
        let general = if self.ran > 0.0 {
            self.asked / self.ran
        } else {
            0.0
        };
        ((asked + DOUBT * general) / (ran + DOUBT)).min(1.0)
    }

    pub(crate) fn rebase(&mut self, by: &Halved) {
        self.waits.rebase(by);
    }

    fn own_of(&mut self, authority: usize) -> &mut (f64, f64) {
        if self.own.len() <= authority {
            self.own.resize(authority + 1, (0.0, 0.0));
        }
        &mut self.own[authority]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::weights;

    #[test]
    fn an_authority_that_asks_often_is_known_by_it() {
        let mut pauses = Pauses::default();
        assert_eq!(pauses.rate(0), 0.0);
        for day in 0..4_000 {
            pauses.ran(day % 2);
            if day % 20 == 0 {
                pauses.asked(0);
            }
        }
        assert!(pauses.rate(0) > 0.08 && pauses.rate(1) < 0.01);
        assert!((pauses.rate(2) - 0.05).abs() < 1e-9);
    }

    #[test]
    fn answers_teach_how_long_one_waits() {
        let mut pauses = Pauses::default();
        let today = weights(0.0);
        for _ in 0..200 {
            (0..5).for_each(|day| pauses.waited(day, &today));
            pauses.answered(5, &today);
        }
        let chances = pauses.chances(&today);
        assert!(chances[5] > 0.5 && chances[2] < 0.1, "{chances:?}");
        assert_eq!(pauses.answers(), 200);
    }
}
