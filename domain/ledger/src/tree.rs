//! The Merkle tree as it grows: its nodes, its right edge, and its root (RFC 9162, section 2.1.1).
//!
//! A node is stored once it is complete, that is once all leaves below it exist, and never changes. Every root and
//! every proof follows from stored nodes alone; which ones is said first, so that a store can fetch them at once.

use crate::hash::{Hash, empty_root, node_hash};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

/// A complete node of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node {
    /// Its height above the leaves; leaves have level 0.
    pub level: u8,
    /// Its number in the level, from the left, from 0: it covers leaves `index << level` to `(index + 1) << level`.
    pub index: u64,
    /// Its hash.
    pub hash: Hash,
}

/// Why something does not follow from a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeFault {
    /// The position, or the older size, lies outside of the tree.
    Outside {
        /// The position or older size asked for.
        asked: u64,
        /// The size of the tree, in leaves.
        size: u64,
    },
    /// A stored node that is needed was not given.
    Missing {
        /// Its level.
        level: u8,
        /// Its number in the level.
        index: u64,
    },
    /// A proof has too many or too few hashes.
    Length {
        /// How many a proof for this place has.
        wanted: usize,
        /// How many there are.
        given: usize,
    },
    /// The proof leads to another root.
    Root,
    /// The proof leads to another root of the older tree.
    OldRoot,
}

impl fmt::Display for TreeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TreeFault::Outside { asked, size } => {
                write!(f, "{asked} lies outside of a tree of {size} leaves")
            }
            TreeFault::Missing { level, index } => {
                write!(
                    f,
                    "the tree's node {index} of level {level} is missing; restore it or rebuild the tree"
                )
            }
            TreeFault::Length { wanted, given } => {
                write!(
                    f,
                    "the proof has {given} hashes; at this place it must have {wanted}"
                )
            }
            TreeFault::Root => write!(f, "the proof leads to another root than the checkpoint's"),
            TreeFault::OldRoot => write!(f, "the proof leads to another root than the older checkpoint's"),
        }
    }
}

impl std::error::Error for TreeFault {}

/// The right edge of a tree: all that is needed to append to it and to know its root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    /// The roots of the perfect subtrees, one for each bit set in the size, the largest first.
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The tree without leaves.
    #[must_use]
    pub fn new() -> Self {
        Frontier::default()
    }

    /// The frontier of a stored tree of `size` leaves; `read` gives the hash of a stored node by level and index, and
    /// is asked for the nodes of [`nodes_for_frontier`], in that order.
    ///
    /// # Errors
    /// What `read` says.
    pub fn of<E>(size: u64, mut read: impl FnMut(u8, u64) -> Result<Hash, E>) -> Result<Self, E> {
        let nodes = nodes_for_frontier(size);
        let peaks = nodes
            .into_iter()
            .map(|(level, index)| read(level, index))
            .collect::<Result<_, E>>()?;
        Ok(Frontier { size, peaks })
    }

    /// The number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf, and gives the nodes that are complete with it: the leaf itself first, then upwards.
    pub fn push(&mut self, leaf: Hash) -> Vec<Node> {
        let mut node = Node {
            level: 0,
            index: self.size,
            hash: leaf,
        };
        let mut complete = vec![node];
        while node.index % 2 == 1
            && let Some(left) = self.peaks.pop()
        {
            node = Node {
                level: node.level + 1,
                index: node.index / 2,
                hash: node_hash(&left, &node.hash),
            };
            complete.push(node);
        }
        self.peaks.push(node.hash);
        // No ledger comes near 2^64 leaves.
        self.size = self.size.saturating_add(1);
        complete
    }

    /// The root of the tree.
    #[must_use]
    pub fn root(&self) -> Hash {
        join(&self.peaks).unwrap_or_else(empty_root)
    }
}

/// The root over perfect subtrees side by side, the largest first; `None` over none.
fn join(peaks: &[Hash]) -> Option<Hash> {
    peaks
        .iter()
        .rev()
        .copied()
        .reduce(|right, left| node_hash(&left, &right))
}

/// Level and index of the stored nodes that the frontier, and so the root, of a tree of `size` leaves rests on: at
/// most 64, the largest subtree first.
#[must_use]
pub fn nodes_for_frontier(size: u64) -> Vec<(u8, u64)> {
    nodes_of(&(0..size))
}

/// The root of a tree of `size` leaves from stored nodes, among them those of [`nodes_for_frontier`].
///
/// # Errors
/// [`TreeFault::Missing`] if one of them is not there.
pub fn root_of(size: u64, nodes: &BTreeMap<(u8, u64), Hash>) -> Result<Hash, TreeFault> {
    Frontier::of(size, stored(nodes)).map(|frontier| frontier.root())
}

/// Reads nodes from a map.
pub(crate) fn stored(nodes: &BTreeMap<(u8, u64), Hash>) -> impl FnMut(u8, u64) -> Result<Hash, TreeFault> {
    |level, index| {
        nodes
            .get(&(level, index))
            .copied()
            .ok_or(TreeFault::Missing { level, index })
    }
}

/// Level and index of the largest complete nodes that cover a run of leaves exactly, from the left. The run must be
/// one that the tree's own splitting yields: its start is a multiple of the largest power of two within its length.
pub(crate) fn nodes_of(leaves: &Range<u64>) -> Vec<(u8, u64)> {
    let length = leaves.end - leaves.start;
    let mut start = leaves.start;
    let mut nodes = vec![];
    for level in (0..64_u8).rev().filter(|level| length >> level & 1 == 1) {
        nodes.push((level, start >> level));
        start += 1 << level;
    }
    nodes
}

/// The hash over a run of leaves that the tree's own splitting yields.
pub(crate) fn hash_of<E>(
    leaves: &Range<u64>,
    read: &mut impl FnMut(u8, u64) -> Result<Hash, E>,
) -> Result<Hash, E> {
    let peaks = nodes_of(leaves)
        .into_iter()
        .map(|(level, index)| read(level, index));
    Ok(join(&peaks.collect::<Result<Vec<_>, E>>()?).unwrap_or_else(empty_root))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::entry_hash;
    use proptest::prelude::*;

    /// The entries and roots that implementations of RFC 6962 share as test vectors.
    const ENTRIES: [&[u8]; 8] = [
        &[],
        &[0x00],
        &[0x10],
        &[0x20, 0x21],
        &[0x30, 0x31],
        &[0x40, 0x41, 0x42, 0x43],
        &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        &[
            0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f,
        ],
    ];
    const ROOTS: [&str; 8] = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    #[test]
    fn roots_are_those_of_the_known_vectors() {
        let mut frontier = Frontier::new();
        assert_eq!(frontier.root(), empty_root());
        for (entry, root) in ENTRIES.into_iter().zip(ROOTS) {
            frontier.push(entry_hash(entry));
            assert_eq!(frontier.root().to_string(), root);
        }
    }

    #[test]
    fn the_frontier_rests_on_one_node_for_each_bit_of_the_size() {
        check(0, &[]);
        check(1, &[(0, 0)]);
        check(6, &[(2, 0), (1, 2)]);
        check(7, &[(2, 0), (1, 2), (0, 6)]);
        check(8, &[(3, 0)]);
        fn check(size: u64, expect: &[(u8, u64)]) {
            assert_eq!(nodes_for_frontier(size), expect);
        }
        assert_eq!(nodes_for_frontier(u64::MAX).len(), 64);
    }

    #[test]
    fn a_missing_node_is_named() {
        assert_eq!(
            root_of(6, &BTreeMap::new()),
            Err(TreeFault::Missing { level: 2, index: 0 })
        );
    }

    proptest! {
        #[test]
        fn a_frontier_made_again_from_stored_nodes_is_the_one_that_grew(size in 0_u64..300, more in 0_u64..40) {
            let mut nodes = BTreeMap::new();
            let mut grown = Frontier::new();
            for position in 0..size {
                let complete = grown.push(entry_hash(&position.to_be_bytes()));
                nodes.extend(complete.into_iter().map(|node| ((node.level, node.index), node.hash)));
            }
            let mut again = Frontier::of(size, stored(&nodes)).unwrap();
            prop_assert_eq!(&again, &grown);
            prop_assert_eq!(root_of(size, &nodes), Ok(grown.root()));
            for position in 0..more {
                let leaf = entry_hash(&position.to_le_bytes());
                prop_assert_eq!(again.push(leaf), grown.push(leaf));
            }
        }
    }
}
