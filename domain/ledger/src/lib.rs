//! Leaves, Merkle tree, proofs and signed checkpoints over bytes.
