//! How likely a decision is on each day, given that there is none yet: by age, whole and mixed.

use crate::ages::{BINS, Bins, middle, width};
use crate::pooling::{Strength, relative};
use crate::tally::{HALVINGS, Halved, Tally};

/// The least and the most that is believed of one day.
const LEAST: f64 = 1e-7;
pub(crate) const MOST: f64 = 0.995;

/// What the whole record starts from is worth next to nothing: it only says how it goes on beyond what was seen.
const BEGINNING: Strength = Strength {
    level: 1e-9,
    shape: 8.0,
};

/// What a younger part of a record is held against: the longer one.
const YOUNGER: Strength = Strength {
    level: 8.0,
    shape: 32.0,
};

/// Keeps a chance of one day within what is believed of one.
pub(crate) fn believed(chance: f64) -> f64 {
    chance.clamp(LEAST, MOST)
}

/// The daily chance by age from a record, for each half-life: the whole record first, each younger part of it held
/// against the one before. Its expected decisions are plain days at risk.
pub(crate) fn of_record(tally: &Tally, today: &Halved) -> [Bins; HALVINGS] {
    let mut found = [[0.0; BINS]; HALVINGS];
    for halving in 0..HALVINGS {
        let (decided, days) = tally.seen(halving, today);
        let (prior, strength) = match halving {
            0 => (outset(&decided, &days), BEGINNING),
            _ => (found[halving - 1], YOUNGER),
        };
        let mut expected = days;
        scale(&mut expected, &prior);
        let by = relative(&decided, &expected, strength);
        found[halving] = prior;
        scale(&mut found[halving], &by);
        found[halving] = found[halving].map(believed);
    }
    found
}

/// Where nothing was seen, the chance falls with the age as the tails of such records do: as one over the age and the
/// mean. One decision after a month is taken for granted, so that an empty record has a mean too.
fn outset(decided: &Bins, days: &Bins) -> Bins {
    let (count, at_risk): (f64, f64) = (decided.iter().sum(), days.iter().sum());
    let mean = (at_risk + 30.0) / (count + 1.0);
    let mut chance = [0.0; BINS];
    for (bin, chance) in chance.iter_mut().enumerate() {
        *chance = 1.0 / (middle(bin) + mean);
    }
    let expected: f64 = chance.iter().zip(days).map(|(chance, days)| chance * days).sum();
    chance.map(|one| one * (count + 1.0) / (expected + 0.5))
}

/// One authority's daily chance, for each half-life: what is expected of all, moved by its own record, which is the
/// longer held against the younger.
pub(crate) fn of_authority(all: &Bins, own: &Tally, strength: Strength, today: &Halved) -> [Bins; HALVINGS] {
    let mut by = [1.0; BINS];
    let mut found = [*all; HALVINGS];
    for (halving, found) in found.iter_mut().enumerate() {
        let (decided, mut expected) = own.seen(halving, today);
        scale(&mut expected, &by);
        scale(&mut by, &relative(&decided, &expected, strength));
        scale(found, &by);
        *found = found.map(believed);
    }
    found
}

/// The same chances for a referral whose age passes at another pace.
pub(crate) fn at_pace(chances: &Bins, pace: f64) -> Bins {
    if (pace - 1.0).abs() < f64::EPSILON {
        return *chances;
    }
    let mut paced = [0.0; BINS];
    for (bin, paced) in paced.iter_mut().enumerate() {
        let chance = chances[crate::ages::bin((middle(bin) * pace) as u32)];
        *paced = believed(1.0 - (1.0 - chance).powf(pace));
    }
    paced
}

/// The logarithm of what remains undecided over one day, by age.
pub(crate) fn logarithms(chances: &Bins) -> [f32; BINS] {
    chances.map(|chance| (1.0 - chance).ln() as f32)
}

/// What remains undecided at the end of each bin.
fn remaining(chances: &Bins) -> Bins {
    let mut left = 1.0;
    let mut remaining = [0.0; BINS];
    for (bin, remaining) in remaining.iter_mut().enumerate() {
        left *= (1.0 - chances[bin]).powi(width(bin) as i32);
        *remaining = left;
    }
    remaining
}

/// One chance out of several opinions: their probabilities of being decided by each age, each with its weight.
pub(crate) fn mixed(opinions: &[Bins], weights: &[f64]) -> Bins {
    let mut left = [0.0; BINS];
    for (opinion, weight) in opinions.iter().zip(weights) {
        for (left, one) in left.iter_mut().zip(remaining(opinion)) {
            *left += weight * one;
        }
    }
    let mut mixed = [0.0; BINS];
    let mut before = 1.0;
    for bin in 0..BINS {
        // Where next to nobody is left, the figures are roundings: it goes on as it was.
        mixed[bin] = if before > 1e-12 || bin == 0 {
            believed(1.0 - (left[bin] / before).powf(1.0 / f64::from(width(bin))))
        } else {
            mixed[bin - 1]
        };
        before = left[bin];
    }
    mixed
}

fn scale(bins: &mut Bins, by: &Bins) {
    for (bin, by) in bins.iter_mut().zip(by) {
        *bin *= by;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::weights;

    fn close(found: f64, expect: f64, within: f64) {
        assert!((found - expect).abs() < within, "{found}, not {expect}");
    }

    /// A record of as many decisions at each of some ages, seen today.
    fn record(ages: &[u32], times: usize) -> Tally {
        let mut tally = Tally::default();
        for _ in 0..times {
            for age in ages {
                for day in 0..=*age {
                    tally.watched(crate::ages::bin(day), &weights(0.0), 1.0, day == *age);
                }
            }
        }
        tally
    }

    #[test]
    fn a_thick_record_is_repeated() {
        let tally = record(&[10, 20, 30, 40], 500);
        let chances = of_record(&tally, &weights(0.0))[0];
        for (age, expect) in [(10, 0.75), (20, 0.5), (30, 0.25)] {
            close(remaining(&chances)[age], expect, 0.02);
        }
    }

    #[test]
    fn an_empty_record_has_a_daily_chance_all_the_same() {
        let chances = of_record(&Tally::default(), &weights(0.0))[HALVINGS - 1];
        assert!(chances.iter().all(|one| (LEAST..=MOST).contains(one)));
    }

    #[test]
    fn an_authority_without_a_record_is_as_all_are() {
        let all = of_record(&record(&[10, 20, 30], 10), &weights(0.0))[0];
        let strength = Strength {
            level: 4.0,
            shape: 16.0,
        };
        assert_eq!(
            of_authority(&all, &Tally::default(), strength, &weights(0.0))[0],
            all
        );
    }

    #[test]
    fn at_half_the_pace_everything_takes_twice_as_long() {
        let chances = of_record(&record(&[20, 30], 500), &weights(0.0))[0];
        let slow = at_pace(&chances, 0.5);
        close(remaining(&chances)[25], 0.5, 0.03);
        close(remaining(&slow)[crate::ages::bin(50)], 0.5, 0.05);
        assert_eq!(at_pace(&chances, 1.0), chances);
    }

    #[test]
    fn opinions_are_mixed_by_probability() {
        let (fast, slow) = ([0.5; BINS], [0.01; BINS]);
        let mixed = mixed(&[fast, slow], &[0.25, 0.75]);
        close(remaining(&mixed)[0], 0.25 * 0.5 + 0.75 * 0.99, 1e-9);
        close(remaining(&mixed)[30], 0.75 * 0.99_f64.powi(31), 1e-6);
    }
}
