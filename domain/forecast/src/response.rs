//! One way in which authorities may answer to their load, and what the record says if they do.

use crate::ages::{BINS, Bins, bin};
use crate::evidence::Evidence;
use crate::hazard::{logarithms, mixed, of_authority, of_record};
use crate::pooling::Strength;
use crate::tally::{HALVINGS, Halved, Tally, weights};

/// How far a load may slow an authority: not at all, by its root, or as a queue does.
pub(crate) const ANSWERS: [f64; 3] = [0.0, 0.5, 1.0];

/// How much what is known of all may be worth against an authority's own record.
const STRENGTHS: [Strength; 2] = [
    Strength {
        level: 2.0,
        shape: 8.0,
    },
    Strength {
        level: 8.0,
        shape: 32.0,
    },
];

/// How many opinions about an authority there are for each answer: its own record by each half-life and strength, and
/// that it is as all are.
const OWN: usize = STRENGTHS.len() * HALVINGS + 1;

/// How many opinions there are in all.
pub(crate) const OPINIONS: usize = ANSWERS.len() * OWN;

/// How far an authority is believed to be as all are, out of what is believed of each opinion.
pub(crate) fn as_all_are(believed: &[f64]) -> f64 {
    believed.chunks(OWN).filter_map(|own| own.last()).sum()
}

/// Logarithms of what remains undecided over a day, for each half-life.
pub(crate) type Foretold = [[f32; BINS]; HALVINGS];

/// The record, reckoned in ages that pass at the pace of the load.
pub(crate) struct Response {
    /// How far the load slows an authority.
    pub answering: f64,
    all: Tally,
    own: Vec<Option<Box<Tally>>>,
    evidence: Evidence,
    chances: [Bins; HALVINGS],
    general: Bins,
}

/// One referral on one day.
pub(crate) struct Day<'a> {
    /// The weights of the day.
    pub today: &'a Halved,
    /// The authority's number.
    pub authority: usize,
    /// The age at the middle of the day, as it passes at the referral's pace.
    pub age: f64,
    /// How much of that age passes today, and how much is done on such a day.
    pub exposed: f64,
    /// Whether the referral is decided today.
    pub decided: bool,
}

impl Response {
    pub(crate) fn to(answering: f64) -> Self {
        let empty = Tally::default();
        let chances = of_record(&empty, &weights(0.0));
        Response {
            answering,
            all: empty,
            own: vec![],
            evidence: Evidence::of(HALVINGS),
            chances,
            general: chances[0],
        }
    }

    /// One more authority.
    pub(crate) fn grow(&mut self) {
        self.own.push(None);
    }

    /// What is expected of all, by age.
    pub(crate) fn general(&self) -> &Bins {
        &self.general
    }

    /// What is foretold of all, to be held against what will happen.
    pub(crate) fn foretold(&self) -> Foretold {
        self.chances.map(|one| logarithms(&one))
    }

    /// Reads the record again.
    pub(crate) fn refresh(&mut self, today: &Halved) {
        self.chances = of_record(&self.all, today);
        self.general = mixed(&self.chances, &self.evidence.even());
    }

    /// The opinions about an authority, in ages as they pass at its pace.
    pub(crate) fn opinions(&self, authority: usize, today: &Halved) -> Vec<Bins> {
        let mut opinions = Vec::with_capacity(OWN);
        for strength in STRENGTHS {
            match &self.own[authority] {
                Some(own) => opinions.extend(of_authority(&self.general, own, strength, today)),
                None => opinions.extend([self.general; HALVINGS]),
            }
        }
        opinions.push(self.general);
        opinions
    }

    /// Counts a day on which a referral was open.
    pub(crate) fn watched(&mut self, day: &Day<'_>) {
        let bin = bin(day.age as u32);
        self.all.watched(bin, day.today, day.exposed, day.decided);
        let expected = self.general[bin] * day.exposed;
        let own = self.own[day.authority].get_or_insert_default();
        own.watched(bin, day.today, expected, day.decided);
    }

    /// Holds what was foretold against so many days at an age, the last of them with a decision or not.
    pub(crate) fn hold(&mut self, foretold: &Foretold, age: f64, pace: f64, quiet: u32, decided: bool) {
        let bin = bin(age as u32);
        let paced = foretold.iter().map(|one| f64::from(one[bin]) * pace);
        self.evidence
            .add(paced.map(|one| probability(one, quiet, decided)));
        if decided {
            self.evidence.fade();
        }
    }

    pub(crate) fn rebase(&mut self, by: &Halved) {
        self.all.rebase(by);
        self.own.iter_mut().flatten().for_each(|own| own.rebase(by));
    }
}

/// The logarithm of the probability of so many quiet days, and of a decision on one more.
pub(crate) fn probability(undecided: f64, quiet: u32, decided: bool) -> f64 {
    let quiet = undecided * f64::from(quiet);
    if decided {
        quiet + (1.0 - undecided.exp()).ln()
    } else {
        quiet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_as_likely_as_was_foretold() {
        let daily = 0.2_f64;
        let undecided = (1.0 - daily).ln();
        let found = probability(undecided, 3, true).exp();
        assert!((found - 0.8_f64.powi(3) * 0.2).abs() < 1e-12);
        assert!((probability(undecided, 3, false).exp() - 0.8_f64.powi(3)).abs() < 1e-12);
    }

    #[test]
    fn being_as_all_are_is_the_last_opinion_of_each_answer() {
        let mut believed = vec![0.0; OPINIONS];
        (believed[OWN - 1], believed[OPINIONS - 1], believed[0]) = (0.25, 0.125, 0.625);
        assert!((as_all_are(&believed) - 0.375).abs() < 1e-12);
    }

    #[test]
    fn an_authority_never_seen_is_expected_to_be_as_all_are() {
        let mut response = Response::to(1.0);
        response.grow();
        let opinions = response.opinions(0, &weights(0.0));
        assert_eq!(opinions.len(), OWN);
        assert!(opinions.iter().all(|one| one == response.general()));
    }
}
