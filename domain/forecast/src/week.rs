//! How much is decided on each day of the week, learned where no calendar says it.

/// How many decisions a usual day is worth before the record counts.
const DOUBT: f64 = 20.0;

/// Decisions, and expected ones, by day of the week.
#[derive(Default)]
pub(crate) struct Week {
    decided: [f64; 7],
    expected: [f64; 7],
}

/// How many times more is done on a day of the week than on the mean of all; from Monday on.
pub(crate) type Worth = [f64; 7];

/// A week on which all days are alike.
pub(crate) const EVEN: Worth = [1.0; 7];

impl Week {
    /// A referral was open on a day of the week.
    pub(crate) fn watched(&mut self, weekday: usize, expected: f64, decided: bool) {
        self.expected[weekday] += expected;
        if decided {
            self.decided[weekday] += 1.0;
        }
    }

    pub(crate) fn worth(&self) -> Worth {
        let mut worth = [0.0; 7];
        for (day, worth) in worth.iter_mut().enumerate() {
            *worth = (DOUBT + self.decided[day]) / (DOUBT + self.expected[day]);
        }
        let mean = worth.iter().sum::<f64>() / 7.0;
        worth.map(|one| one / mean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_off_is_learned() {
        let mut week = Week::default();
        assert_eq!(week.worth(), EVEN);
        for _ in 0..500 {
            for day in 0..7 {
                week.watched(day, 1.0, day < 5);
            }
        }
        let worth = week.worth();
        assert!(worth[0] > 1.3 && worth[6] < 0.1, "{worth:?}");
        assert!((worth.iter().sum::<f64>() - 7.0).abs() < 1e-9);
    }
}
