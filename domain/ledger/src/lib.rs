//! Leaves, Merkle tree, proofs and signed checkpoints over bytes: how anyone can tell that a fact stands in the
//! ledger, and that the ledger was not changed afterwards, with a key alone and no server.
//!
//! What a fact says is unknown here: a fact is bytes and a salt. The tree is RFC 9162's (section 2.1), the signed head
//! is a C2SP tlog-checkpoint, and the three forms in which proofs travel are in `docs/formats/`: `checkpoint.md`,
//! `permit.md`, `qr.md`.

mod checkpoint;
mod hash;
mod key;
mod note;
mod proof;
mod qr;
mod receipt;
mod receipt_file;
mod status;
mod tree;

pub use checkpoint::Checkpoint;
pub use hash::{BadHash, Hash, Salt, commitment, leaf_hash};
pub use key::{KeyFault, SigningKey, VerifierKey};
pub use note::NoteFault;
pub use proof::{
    consistency_proof, inclusion_proof, nodes_for_consistency, nodes_for_inclusion, proof_of,
    verify_consistency, verify_inclusion,
};
pub use receipt::{LONGEST_PAYLOAD, Receipt, ReceiptFault, Verified};
pub use status::{Standing, Status};
pub use tree::{Frontier, Node, TreeFault, nodes_for_frontier, root_of};
