//! How well a forecast of days foretold a day.
//!
//! Days are whole, so an interval cannot hold exactly half of a distribution: one that begins and ends with whole days
//! holds more. So that what is printed can be held against 50, 80 and 90 per cent, a day counts by that share of its
//! own probability that lies between the two ends of the interval. That is the mean of what a randomised probability
//! integral transform would give, without its chance (Czado, Gneiting and Held, 2009).

use crate::curve::Curve;

/// The share of a day's own probability that lies between two probabilities.
pub(crate) fn share(curve: &Curve, day: u32, from: f64, to: f64) -> f64 {
    let (before, by) = (curve.before(day), curve.by(day));
    if by > before {
        ((by.min(to) - before.max(from)) / (by - before)).max(0.0)
    } else {
        f64::from(u8::from((from..=to).contains(&by)))
    }
}

/// The two ends of the central interval that holds so much.
pub(crate) fn ends(level: f64) -> (f64, f64) {
    ((1.0 - level) / 2.0, (1.0 + level) / 2.0)
}

/// Whether the central interval in whole days holds a day.
pub(crate) fn holds(curve: &Curve, day: u32, level: f64) -> bool {
    let (from, to) = ends(level);
    (curve.quantile(from)..=curve.quantile(to)).contains(&day)
}

/// The continuous ranked probability score in days: the sum over all days of the squared difference between the
/// probability to be over by then and whether it was. 0 is perfect; of a single foretold day it is the days it is off.
pub(crate) fn crps(curve: &Curve, day: u32) -> f64 {
    let until = curve.reach().max(day);
    let missed = |at: u32| curve.by(at) - f64::from(u8::from(at >= day));
    (0..until).map(|at| missed(at).powi(2)).sum()
}

/// The Brier score of "over within so many days".
pub(crate) fn brier(curve: &Curve, day: u32, within: u32) -> f64 {
    (curve.by(within) - f64::from(u8::from(day <= within))).powi(2)
}

/// How much better than another: 1 is perfect, 0 the same, less than 0 worse. None where the other was perfect.
pub(crate) fn skill(score: f64, other: f64) -> Option<f64> {
    (other > 0.0).then(|| told(1.0 - score / other))
}

/// A figure as it is told: six digits behind the point are more than any record bears out.
pub(crate) fn told(figure: f64) -> f64 {
    (figure * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve() -> Curve {
        Curve::from_counts(&[0, 1, 2, 0, 1])
    }

    #[test]
    fn a_day_counts_by_the_share_of_its_probability_inside() {
        let check = |day: u32, from: f64, to: f64, expect: f64| {
            assert!(
                (share(&curve(), day, from, to) - expect).abs() < 1e-12,
                "{day} {from} {to}"
            );
        };
        check(1, 0.1, 0.9, 0.6);
        check(2, 0.1, 0.9, 1.0);
        check(4, 0.1, 0.9, 0.6);
        check(2, 0.5, 1.0, 0.5);
        check(3, 0.1, 0.9, 1.0);
        check(0, 0.1, 0.9, 0.0);
        check(9, 0.1, 0.9, 0.0);
    }

    #[test]
    fn shares_of_days_drawn_from_the_curve_are_the_level() {
        for level in [0.5, 0.8, 0.9] {
            let (from, to) = ends(level);
            let covered = (0..5).map(|day| {
                let probability = curve().by(day) - curve().before(day);
                probability * share(&curve(), day, from, to)
            });
            assert!((covered.sum::<f64>() - level).abs() < 1e-12);
        }
    }

    #[test]
    fn an_interval_in_whole_days_has_its_ends() {
        assert!(holds(&curve(), 1, 0.8) && holds(&curve(), 4, 0.8));
        assert!(!holds(&curve(), 0, 0.8) && !holds(&curve(), 5, 0.8));
    }

    #[test]
    fn the_crps_of_one_foretold_day_is_the_days_it_is_off() {
        let day_three = Curve::from_counts(&[0, 0, 0, 1]);
        for (day, expect) in [(3, 0.0), (0, 3.0), (10, 7.0)] {
            assert_eq!(crps(&day_three, day), expect, "{day}");
        }
        // By hand: days 1 to 3 miss by 1/4, 1/4 and 1/4.
        assert!((crps(&curve(), 2) - 3.0 / 16.0).abs() < 1e-12);
    }

    #[test]
    fn brier_and_skill_are_theirs() {
        assert_eq!(brier(&curve(), 2, 1), 0.0625);
        assert_eq!(brier(&curve(), 2, 2), 0.0625);
        assert_eq!(skill(1.0, 2.0), Some(0.5));
        assert_eq!(skill(3.0, 2.0), Some(-0.5));
        assert_eq!(skill(0.0, 0.0), None);
    }
}
