//! A distribution over whole days.

/// How likely something is to have happened by the end of each day, given that it happens within the reach of the
/// record.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    by: Vec<f64>,
    never: f64,
}

impl Curve {
    /// From the chance of each day, given that it did not happen before; and from so many days of nothing more.
    pub(crate) fn from_chances(chances: impl Iterator<Item = f64>) -> Self {
        let mut left = 1.0;
        let mut by: Vec<f64> = chances
            .map(|chance| {
                left *= 1.0 - chance;
                1.0 - left
            })
            .collect();
        let within = 1.0 - left;
        for one in &mut by {
            *one = if within > 0.0 { *one / within } else { 0.0 };
        }
        Curve { by, never: left }
    }

    /// From how often each number of days was seen, from no days on.
    pub(crate) fn from_counts(counts: &[u32]) -> Self {
        let all: u32 = counts.iter().sum();
        let mut sum = 0;
        let by = counts.iter().map(|count| {
            sum += count;
            f64::from(sum) / f64::from(all)
        });
        Curve {
            by: by.collect(),
            never: 0.0,
        }
    }

    /// The probability that it has happened by the end of a day; day 0 is the first.
    #[must_use]
    pub fn by(&self, day: u32) -> f64 {
        self.by.get(day as usize).copied().unwrap_or(1.0)
    }

    /// The probability that it has happened before a day.
    #[must_use]
    pub fn before(&self, day: u32) -> f64 {
        day.checked_sub(1).map_or(0.0, |day| self.by(day))
    }

    /// The first day by whose end it has happened with a probability.
    #[must_use]
    pub fn quantile(&self, probability: f64) -> u32 {
        u32::try_from(self.by.partition_point(|by| *by < probability)).unwrap_or(u32::MAX)
    }

    /// The share of what began that does not happen within the reach of the record at all; the rest speaks of what
    /// does.
    #[must_use]
    pub fn never(&self) -> f64 {
        self.never
    }

    /// For how many days something is told.
    #[must_use]
    pub fn reach(&self) -> u32 {
        u32::try_from(self.by.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn all(&self) -> &[f64] {
        &self.by
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_become_a_distribution_of_what_happens_at_all() {
        let curve = Curve::from_chances([0.5, 0.5, 0.0].into_iter());
        assert!((curve.never() - 0.25).abs() < 1e-12);
        assert!((curve.by(0) - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!((curve.before(0), curve.by(1), curve.by(99)), (0.0, 1.0, 1.0));
        assert_eq!((curve.quantile(0.5), curve.quantile(0.9)), (0, 1));
    }

    #[test]
    fn counts_become_their_distribution() {
        let curve = Curve::from_counts(&[1, 0, 3]);
        assert_eq!((curve.by(0), curve.by(1), curve.by(2)), (0.25, 0.25, 1.0));
        assert_eq!((curve.quantile(0.25), curve.quantile(0.26)), (0, 2));
    }

    #[test]
    fn what_never_happens_has_no_distribution() {
        let curve = Curve::from_chances([0.0, 0.0].into_iter());
        assert_eq!((curve.never(), curve.by(1)), (1.0, 0.0));
    }
}
