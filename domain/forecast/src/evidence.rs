//! Which of several ways to learn has foretold best so far: each is believed by the probability that it gave, before
//! the day, to what then happened.

/// After so many decisions, what was foretold counts half.
const MEMORY: f64 = 200.0;

/// What of past evidence is left after one more decision.
pub(crate) fn fading() -> f64 {
    (-1.0 / MEMORY).exp2()
}

/// Logarithms of the probabilities given, one for each opinion.
#[derive(Clone)]
pub(crate) struct Evidence(Vec<f64>);

impl Evidence {
    pub(crate) fn of(opinions: usize) -> Self {
        Evidence(vec![0.0; opinions])
    }

    /// Something happened, or did not, to which each opinion had given a probability.
    pub(crate) fn add(&mut self, logarithms: impl Iterator<Item = f64>) {
        for (sum, one) in self.0.iter_mut().zip(logarithms) {
            *sum += one;
        }
    }

    /// A decision makes all that was before count a little less.
    pub(crate) fn fade(&mut self) {
        let left = fading();
        for sum in &mut self.0 {
            *sum *= left;
        }
    }

    /// How far each opinion is believed, from how far it was before any evidence.
    pub(crate) fn weights(&self, before: impl Iterator<Item = f64>) -> Vec<f64> {
        let logarithms: Vec<f64> = self
            .0
            .iter()
            .zip(before)
            .map(|(sum, one)| sum + one.ln())
            .collect();
        let most = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut weights: Vec<f64> = logarithms.iter().map(|one| (one - most).exp()).collect();
        let all: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|one| *one /= all);
        weights
    }

    /// The same where all were believed alike.
    pub(crate) fn even(&self) -> Vec<f64> {
        self.weights(self.0.iter().map(|_| 1.0))
    }
}

/// What is believed of each authority, and of authorities in general: before its own evidence, an authority is
/// believed to be as the others turned out to be.
pub(crate) struct Beliefs {
    opinions: usize,
    own: Vec<Belief>,
    sum: Vec<f64>,
    counted: usize,
}

struct Belief {
    evidence: Evidence,
    weights: Option<Vec<f64>>,
}

impl Beliefs {
    pub(crate) fn of(opinions: usize) -> Self {
        Beliefs {
            opinions,
            own: vec![],
            sum: vec![0.0; opinions],
            counted: 0,
        }
    }

    /// One more authority.
    pub(crate) fn grow(&mut self) {
        self.own.push(Belief {
            evidence: Evidence::of(self.opinions),
            weights: None,
        });
    }

    pub(crate) fn evidence(&mut self, authority: usize) -> &mut Evidence {
        &mut self.own[authority].evidence
    }

    /// How far each opinion was believed of an authority when that was last looked at.
    pub(crate) fn believed(&self, authority: usize) -> Option<&[f64]> {
        self.own.get(authority)?.weights.as_deref()
    }

    /// How far each opinion is believed of an authority now.
    pub(crate) fn weights(&mut self, authority: usize) -> Vec<f64> {
        let belief = &mut self.own[authority];
        match &belief.weights {
            Some(before) => {
                for (sum, before) in self.sum.iter_mut().zip(before) {
                    *sum -= before;
                }
            }
            None => self.counted += 1,
        }
        // All opinions together count as one authority to begin with, so that none is ever ruled out.
        let (opinions, others) = (self.opinions as f64, self.counted as f64);
        let general = self
            .sum
            .iter()
            .map(|sum| (1.0 / opinions + sum.max(0.0)) / others);
        let weights = belief.evidence.weights(general);
        for (sum, weight) in self.sum.iter_mut().zip(&weights) {
            *sum += weight;
        }
        belief.weights = Some(weights.clone());
        weights
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foretold(evidence: &mut Evidence, probabilities: [f64; 2]) {
        evidence.add(probabilities.iter().map(|one: &f64| one.ln()));
    }

    #[test]
    fn without_evidence_all_are_believed_alike() {
        assert_eq!(Evidence::of(4).even(), [0.25; 4]);
    }

    #[test]
    fn who_foretells_better_is_believed_more() {
        let mut evidence = Evidence::of(2);
        foretold(&mut evidence, [0.6, 0.2]);
        let weights = evidence.even();
        assert!((weights[0] - 0.75).abs() < 1e-12, "{weights:?}");
        for _ in 0..50 {
            foretold(&mut evidence, [0.6, 0.2]);
        }
        assert!(evidence.even()[0] > 0.999);
    }

    #[test]
    fn what_is_long_ago_is_forgotten() {
        let mut evidence = Evidence::of(2);
        foretold(&mut evidence, [0.9, 0.1]);
        let fresh = evidence.even()[0];
        for _ in 0..2_000 {
            evidence.fade();
        }
        assert!(fresh > 0.85 && evidence.even()[0] < 0.51);
    }

    #[test]
    fn an_authority_without_evidence_is_believed_to_be_as_others_are() {
        let mut beliefs = Beliefs::of(2);
        for authority in 0..9 {
            beliefs.grow();
            for _ in 0..20 {
                foretold(beliefs.evidence(authority), [0.6, 0.2]);
            }
            beliefs.weights(authority);
        }
        beliefs.grow();
        let new = beliefs.weights(9);
        assert!(new[0] > 0.9, "{new:?}");
        assert!((new.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for _ in 0..20 {
            foretold(beliefs.evidence(9), [0.2, 0.6]);
        }
        assert!(beliefs.weights(9)[0] < 0.1);
    }
}
