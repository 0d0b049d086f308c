//! Chance that repeats: the same seed gives the same numbers, on every machine.

/// SplitMix64 of Steele, Lea and Flood: begun at once, for a few numbers.
#[derive(Clone, Copy)]
pub(crate) struct Few(u64);

impl Few {
    pub(crate) fn of(seed: u64) -> Self {
        Few(seed)
    }

    /// 64 bits.
    #[inline]
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// 32 bits.
    #[inline]
    pub(crate) fn half(&mut self) -> u32 {
        // The upper half of 64 bits fits.
        (self.bits() >> 32) as u32
    }
}

/// xoshiro256++ of Blackman and Vigna, for many numbers; begun with SplitMix64 as they advise.
#[derive(Clone)]
pub struct Chance([u64; 4]);

impl Chance {
    /// From a seed.
    #[must_use]
    pub fn of(seed: u64) -> Self {
        let mut few = Few::of(seed);
        Chance(std::array::from_fn(|_| few.bits()))
    }

    /// 64 bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.0;
        let bits = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_and_another_does_not() {
        let first = |seed: u64| {
            let mut chance = Chance::of(seed);
            [chance.bits(), chance.bits(), chance.bits()]
        };
        assert_eq!(first(1), first(1));
        assert_ne!(first(1), first(2));
    }

    /// The first numbers of its published reference for the seed 1234567.
    #[test]
    fn few_numbers_are_split_mix() {
        let mut few = Few::of(1_234_567);
        assert_eq!(few.bits(), 6_457_827_717_110_365_317);
        assert_eq!(few.bits(), 3_203_168_211_198_807_973);
    }

    /// The first numbers of the generator's published reference with the state 1, 2, 3, 4.
    #[test]
    fn it_is_xoshiro256_plus_plus() {
        let mut chance = Chance([1, 2, 3, 4]);
        let found: [u64; 4] = std::array::from_fn(|_| chance.bits());
        assert_eq!(
            found,
            [
                41_943_041,
                58_720_359,
                3_588_806_011_781_223,
                3_591_011_842_654_386
            ]
        );
    }
}
