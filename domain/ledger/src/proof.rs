//! Proofs over the tree: that a leaf stands at its position, and that a tree goes on from an older one
//! (RFC 9162, sections 2.1.3 and 2.1.4).

use crate::hash::{Hash, empty_root, node_hash};
use crate::tree::{TreeFault, hash_of, nodes_of, stored};
use std::collections::BTreeMap;
use std::ops::Range;

/// A neighbour on the way from the root down, and the side on which it lies.
enum Neighbour {
    Left(Range<u64>),
    Right(Range<u64>),
}

impl Neighbour {
    fn leaves(&self) -> &Range<u64> {
        match self {
            Neighbour::Left(leaves) | Neighbour::Right(leaves) => leaves,
        }
    }
}

/// Where the tree splits a run of two leaves or more: at the largest power of two below its length.
fn middle(leaves: &Range<u64>) -> u64 {
    let last = leaves.end - leaves.start - 1;
    leaves.start + (1 << last.ilog2())
}

/// The neighbours that a leaf is joined with, from the leaf upwards.
fn way_to_leaf(index: u64, size: u64) -> Result<Vec<Neighbour>, TreeFault> {
    if index >= size {
        return Err(TreeFault::Outside { asked: index, size });
    }
    let mut leaves = 0..size;
    let mut way = vec![];
    while leaves.end - leaves.start > 1 {
        let middle = middle(&leaves);
        if index < middle {
            way.push(Neighbour::Right(middle..leaves.end));
            leaves.end = middle;
        } else {
            way.push(Neighbour::Left(leaves.start..middle));
            leaves.start = middle;
        }
    }
    way.reverse();
    Ok(way)
}

/// Level and index of the stored nodes that an inclusion proof rests on; none if there is no such leaf. In a tree of
/// `index + 1` leaves and more, all of them are complete.
#[must_use]
pub fn nodes_for_inclusion(index: u64, size: u64) -> Vec<(u8, u64)> {
    let way = way_to_leaf(index, size).unwrap_or_default();
    way.iter()
        .flat_map(|neighbour| nodes_of(neighbour.leaves()))
        .collect()
}

/// The proof that the leaf at `index` (from 0) stands in the tree of `size` leaves: at most 64 hashes, from the leaf
/// upwards. `read` gives the hash of a stored node by level and index.
///
/// # Errors
/// [`TreeFault::Outside`] if there is no such leaf; what `read` says.
pub fn inclusion_proof<E: From<TreeFault>>(
    index: u64,
    size: u64,
    mut read: impl FnMut(u8, u64) -> Result<Hash, E>,
) -> Result<Vec<Hash>, E> {
    way_to_leaf(index, size)?
        .iter()
        .map(|neighbour| hash_of(neighbour.leaves(), &mut read))
        .collect()
}

/// [`inclusion_proof`] from stored nodes, among them those of [`nodes_for_inclusion`].
///
/// # Errors
/// [`TreeFault::Outside`] and [`TreeFault::Missing`].
pub fn proof_of(index: u64, size: u64, nodes: &BTreeMap<(u8, u64), Hash>) -> Result<Vec<Hash>, TreeFault> {
    inclusion_proof(index, size, stored(nodes))
}

/// Checks that `leaf` stands at `index` in the tree of `size` leaves with this root.
///
/// # Errors
/// [`TreeFault::Outside`], [`TreeFault::Length`] or [`TreeFault::Root`].
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), TreeFault> {
    let way = way_to_leaf(index, size)?;
    same_length(way.len(), proof.len())?;
    let reached = way
        .iter()
        .zip(proof)
        .fold(*leaf, |below, (neighbour, hash)| match neighbour {
            Neighbour::Left(_) => node_hash(hash, &below),
            Neighbour::Right(_) => node_hash(&below, hash),
        });
    if reached == *root {
        Ok(())
    } else {
        Err(TreeFault::Root)
    }
}

/// The way from the root down to where the older tree ends.
struct WayToEnd {
    /// The last complete subtree of the older tree.
    last: Range<u64>,
    /// Whether it is the whole older tree, so that its root is known already.
    whole: bool,
    /// The neighbours that it is joined with, upwards.
    way: Vec<Neighbour>,
}

/// `None` if one of both trees is empty or they are the same: then there is nothing to prove by hashes.
fn way_to_end(old: u64, new: u64) -> Result<Option<WayToEnd>, TreeFault> {
    if old > new {
        return Err(TreeFault::Outside {
            asked: old,
            size: new,
        });
    }
    if old == 0 || old == new {
        return Ok(None);
    }
    let mut leaves = 0..new;
    let mut way = vec![];
    while leaves.end != old {
        let middle = middle(&leaves);
        if old <= middle {
            way.push(Neighbour::Right(middle..leaves.end));
            leaves.end = middle;
        } else {
            way.push(Neighbour::Left(leaves.start..middle));
            leaves.start = middle;
        }
    }
    way.reverse();
    Ok(Some(WayToEnd {
        whole: leaves.start == 0,
        last: leaves,
        way,
    }))
}

impl WayToEnd {
    fn runs(&self) -> impl Iterator<Item = &Range<u64>> {
        let first = if self.whole { None } else { Some(&self.last) };
        first.into_iter().chain(self.way.iter().map(Neighbour::leaves))
    }
}

/// Level and index of the stored nodes that a consistency proof rests on; none if `old` is greater than `new`.
#[must_use]
pub fn nodes_for_consistency(old: u64, new: u64) -> Vec<(u8, u64)> {
    let way = way_to_end(old, new).ok().flatten();
    way.iter().flat_map(WayToEnd::runs).flat_map(nodes_of).collect()
}

/// The proof that the tree of `new` leaves begins with the tree of `old` leaves; empty if `old` is 0 or `new`. `read`
/// gives the hash of a stored node by level and index.
///
/// # Errors
/// [`TreeFault::Outside`] if `old` is greater than `new`; what `read` says.
pub fn consistency_proof<E: From<TreeFault>>(
    old: u64,
    new: u64,
    mut read: impl FnMut(u8, u64) -> Result<Hash, E>,
) -> Result<Vec<Hash>, E> {
    way_to_end(old, new)?
        .iter()
        .flat_map(WayToEnd::runs)
        .map(|leaves| hash_of(leaves, &mut read))
        .collect()
}

/// Checks that the tree of `new` leaves with `new_root` begins with the tree of `old` leaves with `old_root`.
///
/// # Errors
/// [`TreeFault::Outside`], [`TreeFault::Length`], [`TreeFault::OldRoot`] or [`TreeFault::Root`].
pub fn verify_consistency(
    old: u64,
    new: u64,
    proof: &[Hash],
    old_root: &Hash,
    new_root: &Hash,
) -> Result<(), TreeFault> {
    let Some(end) = way_to_end(old, new)? else {
        same_length(0, proof.len())?;
        if old == 0 && *old_root != empty_root() {
            return Err(TreeFault::OldRoot);
        }
        return if old == new && old_root != new_root {
            Err(TreeFault::Root)
        } else {
            Ok(())
        };
    };
    same_length(end.runs().count(), proof.len())?;
    let (first, rest) = match proof.split_first() {
        Some((first, rest)) if !end.whole => (*first, rest),
        _ => (*old_root, proof),
    };
    let (mut old_reached, mut new_reached) = (first, first);
    for (neighbour, hash) in end.way.iter().zip(rest) {
        match neighbour {
            Neighbour::Left(_) => {
                old_reached = node_hash(hash, &old_reached);
                new_reached = node_hash(hash, &new_reached);
            }
            Neighbour::Right(_) => new_reached = node_hash(&new_reached, hash),
        }
    }
    match (old_reached == *old_root, new_reached == *new_root) {
        (false, _) => Err(TreeFault::OldRoot),
        (true, false) => Err(TreeFault::Root),
        (true, true) => Ok(()),
    }
}

fn same_length(wanted: usize, given: usize) -> Result<(), TreeFault> {
    if wanted == given {
        Ok(())
    } else {
        Err(TreeFault::Length { wanted, given })
    }
}
