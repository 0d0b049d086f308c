//! Roots and proofs, held against those of another implementation (`tlog_tiles`) on trees of every size up to 300.

use ledger::{
    Frontier, Hash, TreeFault, commitment, consistency_proof, inclusion_proof, leaf_hash,
    nodes_for_consistency, nodes_for_inclusion, proof_of, root_of, verify_consistency, verify_inclusion,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use tlog_tiles::tlog;

/// The same leaves in both implementations.
struct Trees {
    nodes: BTreeMap<(u8, u64), Hash>,
    theirs: Theirs,
}

struct Theirs(Vec<tlog::Hash>);

impl tlog::HashReader for Theirs {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog::Hash>, tlog::Error> {
        let at = |index: &u64| {
            usize::try_from(*index)
                .ok()
                .and_then(|index| self.0.get(index))
                .copied()
        };
        indexes
            .iter()
            .map(|index| at(index).ok_or(tlog::Error::InvalidProof))
            .collect()
    }
}

fn trees(size: u64) -> Trees {
    let mut trees = Trees {
        nodes: BTreeMap::new(),
        theirs: Theirs(vec![]),
    };
    let mut frontier = Frontier::new();
    for position in 0..size {
        let leaf = leaf_hash(&commitment(&[4; 32], &position.to_be_bytes()));
        let complete = frontier.push(leaf);
        trees.nodes.extend(
            complete
                .into_iter()
                .map(|node| ((node.level, node.index), node.hash)),
        );
        let stored = tlog::stored_hashes_for_record_hash(position, tlog::Hash(leaf.0), &trees.theirs);
        trees.theirs.0.extend(stored.unwrap_or_default());
    }
    trees
}

impl Trees {
    fn root(&self, size: u64) -> Result<Hash, TreeFault> {
        root_of(size, &self.nodes)
    }

    /// Reads a node only if it was said to be needed.
    fn read(&self, said: &[(u8, u64)], level: u8, index: u64) -> Result<Hash, TreeFault> {
        let missing = TreeFault::Missing { level, index };
        if !said.contains(&(level, index)) {
            return Err(missing);
        }
        self.nodes.get(&(level, index)).copied().ok_or(missing)
    }
}

fn ours(theirs: Vec<tlog::Hash>) -> Vec<Hash> {
    theirs.into_iter().map(|hash| Hash(hash.0)).collect()
}

fn theirs(ours: &[Hash]) -> Vec<tlog::Hash> {
    ours.iter().map(|hash| tlog::Hash(hash.0)).collect()
}

#[test]
fn every_root_up_to_300_leaves_is_the_oracles() {
    let trees = trees(300);
    for size in 0..=300 {
        let expect = tlog::tree_hash(size, &trees.theirs).unwrap();
        assert_eq!(trees.root(size), Ok(Hash(expect.0)), "{size} leaves");
    }
}

#[test]
fn what_lies_outside_of_a_tree_has_no_proof() {
    let trees = trees(5);
    let outside = |asked| TreeFault::Outside { asked, size: 5 };
    assert_eq!(proof_of(5, 5, &trees.nodes), Err(outside(5)));
    assert_eq!(nodes_for_inclusion(5, 5), []);
    let read = |level, index| trees.read(&[], level, index);
    assert_eq!(consistency_proof(6, 5, read), Err(outside(6)));
    assert_eq!(nodes_for_consistency(6, 5), []);
    let root = trees.root(5).unwrap();
    assert_eq!(verify_inclusion(&root, 9, 5, &[], &root), Err(outside(9)));
    assert_eq!(verify_consistency(6, 5, &[], &root, &root), Err(outside(6)));
}

#[test]
fn a_tree_goes_on_from_the_empty_tree_and_from_itself_alone_without_hashes() {
    let trees = trees(5);
    let (empty, root) = (trees.root(0).unwrap(), trees.root(5).unwrap());
    assert_eq!(verify_consistency(0, 5, &[], &empty, &root), Ok(()));
    assert_eq!(verify_consistency(5, 5, &[], &root, &root), Ok(()));
    assert_eq!(
        verify_consistency(0, 5, &[], &root, &root),
        Err(TreeFault::OldRoot)
    );
    assert_eq!(verify_consistency(5, 5, &[], &empty, &root), Err(TreeFault::Root));
    assert_eq!(verify_consistency(0, 0, &[], &empty, &root), Err(TreeFault::Root));
    assert_eq!(
        verify_consistency(0, 5, &[root], &empty, &root),
        Err(TreeFault::Length { wanted: 0, given: 1 })
    );
}

proptest! {
    #[test]
    fn inclusion_proofs_are_the_oracles_and_each_accepts_the_others(
        (index, size) in (1_u64..=300).prop_flat_map(|size| (0..size, Just(size))),
    ) {
        let trees = trees(size);
        let said = nodes_for_inclusion(index, size);
        let proof = inclusion_proof(index, size, |level, index| trees.read(&said, level, index)).unwrap();
        prop_assert_eq!(&proof, &ours(tlog::prove_record(size, index, &trees.theirs).unwrap()));
        prop_assert_eq!(&proof, &proof_of(index, size, &trees.nodes).unwrap());
        let (leaf, root) = (trees.nodes[&(0, index)], trees.root(size).unwrap());
        prop_assert_eq!(verify_inclusion(&leaf, index, size, &proof, &root), Ok(()));
        let (their_root, their_leaf) = (tlog::Hash(root.0), tlog::Hash(leaf.0));
        prop_assert!(tlog::check_record(&theirs(&proof), size, their_root, index, their_leaf).is_ok());
    }

    #[test]
    fn an_inclusion_proof_holds_for_one_position_in_one_tree(
        (index, other, size) in (2_u64..=300).prop_flat_map(|size| (0..size, 0..size, Just(size))),
        at: usize,
        mask in 1_u8..,
    ) {
        let trees = trees(size);
        let proof = proof_of(index, size, &trees.nodes).unwrap();
        let (leaf, root) = (trees.nodes[&(0, index)], trees.root(size).unwrap());
        if other != index {
            prop_assert!(verify_inclusion(&leaf, other, size, &proof, &root).is_err());
        }
        prop_assert!(verify_inclusion(&leaf, index, size, &proof, &trees.root(size - 1).unwrap()).is_err());
        prop_assert!(verify_inclusion(&leaf, index, size, &proof[1..], &root).is_err());
        let longer = [&proof[..], &[root]].concat();
        let (wanted, given) = (proof.len(), longer.len());
        prop_assert_eq!(verify_inclusion(&leaf, index, size, &longer, &root), Err(TreeFault::Length { wanted, given }));
        let mut changed = proof.clone();
        changed[at % proof.len()].0[at % 32] ^= mask;
        prop_assert_eq!(verify_inclusion(&leaf, index, size, &changed, &root), Err(TreeFault::Root));
    }

    #[test]
    fn consistency_proofs_are_the_oracles_and_each_accepts_the_others(
        (old, new) in (1_u64..=300).prop_flat_map(|new| (1..=new, Just(new))),
        at: usize,
        mask in 1_u8..,
    ) {
        let trees = trees(new);
        let said = nodes_for_consistency(old, new);
        let proof = consistency_proof(old, new, |level, index| trees.read(&said, level, index)).unwrap();
        prop_assert_eq!(&proof, &ours(tlog::prove_tree(new, old, &trees.theirs).unwrap()));
        let (old_root, new_root) = (trees.root(old).unwrap(), trees.root(new).unwrap());
        prop_assert_eq!(verify_consistency(old, new, &proof, &old_root, &new_root), Ok(()));
        let (their_new, their_old) = (tlog::Hash(new_root.0), tlog::Hash(old_root.0));
        prop_assert!(tlog::check_tree(&theirs(&proof), new, their_new, old, their_old).is_ok());
        if old < new {
            prop_assert!(verify_consistency(old, new, &proof, &new_root, &old_root).is_err());
            prop_assert!(verify_consistency(old, new, &proof, &new_root, &new_root).is_err());
            prop_assert!(verify_consistency(old, new, &proof[1..], &old_root, &new_root).is_err());
            prop_assert!(verify_consistency(old, new, &[&proof[..], &[new_root]].concat(), &old_root, &new_root).is_err());
            let mut changed = proof.clone();
            changed[at % proof.len()].0[at % 32] ^= mask;
            prop_assert!(verify_consistency(old, new, &changed, &old_root, &new_root).is_err());
        }
    }

    #[test]
    fn proofs_of_any_numbers_never_panic(index: u64, size: u64, proof: Vec<[u8; 32]>) {
        let proof: Vec<Hash> = proof.into_iter().map(Hash).collect();
        let root = Hash([0; 32]);
        let _ = verify_inclusion(&root, index, size, &proof, &root);
        let _ = verify_consistency(index, size, &proof, &root, &root);
        for (level, at) in nodes_for_inclusion(index, size).into_iter().chain(nodes_for_consistency(index, size)) {
            prop_assert!(u128::from(at) < u128::from(size) >> level, "complete");
        }
    }
}
