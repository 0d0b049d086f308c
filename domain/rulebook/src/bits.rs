//! Sets of small numbers, in blocks of 64 bits.

/// Numbers that one block holds.
pub(crate) const BLOCK: usize = 64;

/// Blocks that a set of numbers below `most` takes.
pub(crate) fn blocks(most: usize) -> usize {
    most.div_ceil(BLOCK)
}

/// A set of numbers below a bound that is fixed when it is made. Sets of different bounds are not to be mixed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Bits {
    blocks: Vec<u64>,
}

impl Bits {
    /// No number below the bound.
    pub fn none(bound: usize) -> Bits {
        Bits {
            blocks: vec![0; blocks(bound)],
        }
    }

    /// Every number below the bound that is wanted.
    pub fn of(bound: usize, wanted: impl Fn(usize) -> bool) -> Bits {
        let mut bits = Bits::none(bound);
        (0..bound)
            .filter(|number| wanted(*number))
            .for_each(|number| bits.insert(number));
        bits
    }

    /// Puts a number in. One above the bound is not taken.
    pub fn insert(&mut self, number: usize) {
        if let Some(block) = self.blocks.get_mut(number / BLOCK) {
            *block |= 1 << (number % BLOCK);
        }
    }

    /// Puts a number in that was not, or takes it out.
    pub fn toggle(&mut self, number: usize) {
        if let Some(block) = self.blocks.get_mut(number / BLOCK) {
            *block ^= 1 << (number % BLOCK);
        }
    }

    /// Whether a number is in it.
    pub fn contains(&self, number: usize) -> bool {
        contains(&self.blocks, number)
    }

    /// The blocks themselves, the lowest numbers first.
    pub fn blocks(&self) -> &[u64] {
        &self.blocks
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(|block| *block == 0)
    }

    /// Whether some number is in both.
    pub fn meets(&self, other: &Bits) -> bool {
        self.pairs(other).any(|(own, other)| own & other != 0)
    }

    /// Whether all of its numbers are in the other.
    pub fn within(&self, other: &Bits) -> bool {
        self.pairs(other).all(|(own, other)| own & !other == 0)
    }

    /// What is in both.
    pub fn and(&self, other: &Bits) -> Bits {
        Bits {
            blocks: self.pairs(other).map(|(own, other)| own & other).collect(),
        }
    }

    /// What is in this one alone.
    pub fn without(&self, other: &Bits) -> Bits {
        Bits {
            blocks: self.pairs(other).map(|(own, other)| own & !other).collect(),
        }
    }

    /// Its numbers, the lowest first.
    pub fn numbers(&self) -> impl Iterator<Item = usize> + '_ {
        self.blocks
            .iter()
            .enumerate()
            .flat_map(|(at, block)| ones(*block).map(move |bit| at * BLOCK + bit))
    }

    fn pairs<'a>(&'a self, other: &'a Bits) -> impl Iterator<Item = (u64, u64)> + 'a {
        self.blocks.iter().copied().zip(other.blocks.iter().copied())
    }
}

/// Whether a number is in a set that is given as its blocks.
pub(crate) fn contains(blocks: &[u64], number: usize) -> bool {
    blocks
        .get(number / BLOCK)
        .is_some_and(|block| block >> (number % BLOCK) & 1 == 1)
}

/// The places of the ones in a block, the lowest first.
pub(crate) fn ones(block: u64) -> impl Iterator<Item = usize> {
    let rest = |block: &u64| Some(block & block.wrapping_sub(1)).filter(|rest| *rest != 0);
    std::iter::successors(Some(block).filter(|block| *block != 0), rest)
        .map(|block| block.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn bits(numbers: &BTreeSet<usize>) -> Bits {
        Bits::of(150, |number| numbers.contains(&number))
    }

    fn numbers() -> impl Strategy<Value = BTreeSet<usize>> {
        proptest::collection::btree_set(0usize..150, 0..40)
    }

    proptest! {
        #[test]
        fn bits_are_sets(one in numbers(), other in numbers(), number in 0usize..150) {
            let (a, b) = (bits(&one), bits(&other));
            prop_assert_eq!(a.numbers().collect::<BTreeSet<_>>(), one.clone());
            prop_assert_eq!(a.and(&b), bits(&(&one & &other)));
            prop_assert_eq!(a.without(&b), bits(&(&one - &other)));
            prop_assert_eq!(a.meets(&b), !one.is_disjoint(&other));
            prop_assert_eq!(a.within(&b), one.is_subset(&other));
            prop_assert_eq!(a.is_empty(), one.is_empty());
            prop_assert_eq!(a.contains(number), one.contains(&number));
            let mut toggled = a.clone();
            toggled.toggle(number);
            prop_assert_eq!(toggled.contains(number), !a.contains(number));
        }
    }
}
