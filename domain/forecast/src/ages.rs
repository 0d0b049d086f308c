//! Ages of a referral in bins: one day each at first, then growing with the age, by about a twentieth.
//!
//! How likely a decision is changes fast among the first days and slowly later; a bin is as wide as what a record can
//! tell apart.

/// How many bins there are.
pub(crate) const BINS: usize = 128;

/// From which bin on the bins' width is this part of their begin.
const PART: u32 = 22;

/// The age at which each bin begins; the last entry is where the last bin ends.
const BEGINS: [u32; BINS + 1] = begins();

/// The age from which on nothing is told: some four years.
pub(crate) const REACH: u32 = BEGINS[BINS];

/// The bin of each age.
const BIN: [u8; REACH as usize] = bins();

const fn begins() -> [u32; BINS + 1] {
    let mut begins = [0; BINS + 1];
    let mut bin = 0;
    while bin < BINS {
        let width = begins[bin] / PART;
        begins[bin + 1] = begins[bin] + if width == 0 { 1 } else { width };
        bin += 1;
    }
    begins
}

const fn bins() -> [u8; REACH as usize] {
    let mut bins = [0; REACH as usize];
    let (mut age, mut bin) = (0, 0);
    while age < REACH {
        if age == BEGINS[bin as usize + 1] {
            bin += 1;
        }
        bins[age as usize] = bin;
        age += 1;
    }
    bins
}

/// A figure for each bin.
pub(crate) type Bins = [f64; BINS];

/// The bin of an age; the last one for all that is beyond.
pub(crate) fn bin(age: u32) -> usize {
    BIN.get(age as usize).map_or(BINS - 1, |bin| usize::from(*bin))
}

/// The age at which a bin begins.
pub(crate) fn begin(bin: usize) -> u32 {
    BEGINS[bin]
}

/// How many days a bin has.
pub(crate) fn width(bin: usize) -> u32 {
    BEGINS[bin + 1] - BEGINS[bin]
}

/// The middle of a bin, in days of age.
pub(crate) fn middle(bin: usize) -> f64 {
    f64::from(BEGINS[bin] + BEGINS[bin + 1]) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_age_is_in_the_bin_that_holds_it() {
        for age in 0..REACH {
            let bin = bin(age);
            assert!(
                (begin(bin)..begin(bin) + width(bin)).contains(&age),
                "{age} in {bin}"
            );
        }
        assert_eq!(bin(REACH), BINS - 1);
        assert_eq!(bin(u32::MAX), BINS - 1);
    }

    #[test]
    fn bins_are_days_for_six_weeks_and_reach_four_years() {
        assert!((0..44).all(|age| width(bin(age)) == 1));
        assert_eq!(width(bin(44)), 2);
        assert!((1_300..1_600).contains(&REACH), "{REACH}");
        assert!((0..BINS).all(|bin| width(bin) <= 1 + begin(bin) / PART));
    }
}
