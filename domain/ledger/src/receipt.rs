//! A fact with the proof that a ledger holds it: checked with a key given apart, and with nothing else.

use crate::checkpoint::Checkpoint;
use crate::hash::{Hash, Salt, commitment, leaf_hash};
use crate::key::VerifierKey;
use crate::note::NoteFault;
use crate::proof::verify_inclusion;
use crate::tree::TreeFault;
use std::fmt;

/// Length of the longest fact that a receipt carries, in bytes.
pub const LONGEST_PAYLOAD: usize = 96 * 1024;
/// Most hashes in a proof: a tree of 2^64 leaves has no more levels.
pub(crate) const LONGEST_PROOF: usize = 64;
/// Length of the longest checkpoint that a receipt carries, in bytes, with all its cosignatures.
pub(crate) const LONGEST_CHECKPOINT: usize = 128 * 1024;

/// A fact and its proof. It never holds a key: who trusts it says with which key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The canonical bytes of the fact.
    pub payload: Vec<u8>,
    /// The salt that it was recorded with.
    pub salt: Salt,
    /// Its position in the ledger, from 0.
    pub index: u64,
    /// The number of leaves of the ledger that the proof is for.
    pub size: u64,
    /// The inclusion proof, from the leaf upwards.
    pub proof: Vec<Hash>,
    /// The checkpoint of that ledger, as a signed note.
    pub checkpoint: String,
}

/// What was found genuine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The canonical bytes of the fact.
    pub payload: Vec<u8>,
    /// Its position in the ledger, from 0.
    pub index: u64,
    /// The checkpoint as of which it stands in the ledger. What came later is unknown.
    pub checkpoint: Checkpoint,
}

/// Why a receipt proves nothing, or cannot be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptFault {
    /// It does not have the form of a receipt.
    Form {
        /// What is wrong with it, and where.
        what: String,
    },
    /// It has a form that this version does not know.
    Version {
        /// How it names its form.
        found: String,
        /// The form that is known.
        known: &'static str,
    },
    /// A part of it is longer than a receipt may be.
    TooLong {
        /// The part.
        part: &'static str,
        /// Its longest length: bytes, characters or hashes.
        most: usize,
    },
    /// It names another key than the one given.
    OtherKey {
        /// The name of the key given.
        name: String,
    },
    /// Its checkpoint is not genuine.
    Checkpoint(NoteFault),
    /// It says another size of the ledger than its checkpoint.
    Size {
        /// The size in the checkpoint.
        signed: u64,
        /// The size in the receipt.
        said: u64,
    },
    /// The ledger of that checkpoint does not hold the fact at that position: something was changed.
    NotInLedger(TreeFault),
}

impl ReceiptFault {
    /// Whether it is only too much for the form that was asked for.
    #[must_use]
    pub fn is_too_long(&self) -> bool {
        matches!(self, ReceiptFault::TooLong { .. })
    }
}

impl fmt::Display for ReceiptFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReceiptFault::Form { what } => {
                write!(f, "it cannot be read: {what}; get it again from where it came")
            }
            ReceiptFault::Version { found, known } => {
                write!(
                    f,
                    "it has the form “{found}”, this version knows “{known}”; use a newer version of Placet"
                )
            }
            ReceiptFault::TooLong { part, most } => write!(f, "{part} is too long; at most {most} fit"),
            ReceiptFault::OtherKey { name } => {
                write!(
                    f,
                    "it was not signed with the key of {name}: check that this is the key to trust"
                )
            }
            ReceiptFault::Checkpoint(fault) => write!(f, "its checkpoint is not genuine: {fault}"),
            ReceiptFault::Size { signed, said } => {
                write!(
                    f,
                    "it says that the ledger has {said} facts, its checkpoint says {signed}: it was changed"
                )
            }
            ReceiptFault::NotInLedger(fault) => {
                write!(
                    f,
                    "the ledger does not hold this; something in it was changed: {fault}"
                )
            }
        }
    }
}

impl std::error::Error for ReceiptFault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ReceiptFault::Checkpoint(fault) => Some(fault),
            ReceiptFault::NotInLedger(fault) => Some(fault),
            _ => None,
        }
    }
}

impl Receipt {
    /// Checks everything: the checkpoint's signature by the key given, the proof, and that the fact is the one that
    /// was recorded. That a fact was not revoked later does not follow; see [`crate::Status`].
    ///
    /// # Errors
    /// [`ReceiptFault`].
    pub fn verify(&self, key: &VerifierKey) -> Result<Verified, ReceiptFault> {
        self.within_limits()?;
        let checkpoint = Checkpoint::open(&self.checkpoint, key).map_err(ReceiptFault::Checkpoint)?;
        if checkpoint.size != self.size {
            return Err(ReceiptFault::Size {
                signed: checkpoint.size,
                said: self.size,
            });
        }
        let leaf = leaf_hash(&commitment(&self.salt, &self.payload));
        verify_inclusion(&leaf, self.index, self.size, &self.proof, &checkpoint.root)
            .map_err(ReceiptFault::NotInLedger)?;
        Ok(Verified {
            payload: self.payload.clone(),
            index: self.index,
            checkpoint,
        })
    }

    pub(crate) fn within_limits(&self) -> Result<(), ReceiptFault> {
        let within = |part, length, most| {
            if length <= most {
                Ok(())
            } else {
                Err(ReceiptFault::TooLong { part, most })
            }
        };
        within("the fact", self.payload.len(), LONGEST_PAYLOAD)?;
        within("the proof", self.proof.len(), LONGEST_PROOF)?;
        within("the checkpoint", self.checkpoint.len(), LONGEST_CHECKPOINT)
    }
}

/// A receipt in a ledger of invented facts, for tests here and in the forms.
#[cfg(test)]
pub(crate) mod sample {
    use super::*;
    use crate::{Frontier, SigningKey, proof_of};
    use std::collections::BTreeMap;

    pub(crate) fn key() -> SigningKey {
        SigningKey::from_seed("placet.example/permits", &[1; 32]).unwrap()
    }

    /// The fact at `index` in a ledger of `size`, all salted with their position.
    pub(crate) fn receipt(payload: &[u8], index: u64, size: u64) -> Receipt {
        let salt = |position: u64| [u8::try_from(position % 251).unwrap(); 32];
        let mut frontier = Frontier::new();
        let mut nodes = BTreeMap::new();
        for position in 0..size {
            let fact = if position == index {
                payload.to_vec()
            } else {
                position.to_be_bytes().to_vec()
            };
            let complete = frontier.push(leaf_hash(&commitment(&salt(position), &fact)));
            nodes.extend(
                complete
                    .into_iter()
                    .map(|node| ((node.level, node.index), node.hash)),
            );
        }
        Receipt {
            payload: payload.to_vec(),
            salt: salt(index),
            index,
            size,
            proof: proof_of(index, size, &nodes).unwrap(),
            checkpoint: Checkpoint {
                origin: String::new(),
                size,
                root: frontier.root(),
            }
            .sign(&key()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sample::{key, receipt};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_genuine_receipt_tells_the_fact_and_as_of_when() {
        let verified = receipt(b"{\"permit\":1}", 5, 11)
            .verify(&key().verifier())
            .unwrap();
        assert_eq!(verified.payload, b"{\"permit\":1}");
        assert_eq!((verified.index, verified.checkpoint.size), (5, 11));
        assert_eq!(verified.checkpoint.origin, "placet.example/permits");
    }

    #[test]
    fn faults_tell_what_was_changed() {
        let size = |receipt: &mut Receipt| receipt.size = 12;
        check(size, ReceiptFault::Size { signed: 11, said: 12 });
        check(
            |receipt| receipt.index = 11,
            ReceiptFault::NotInLedger(TreeFault::Outside { asked: 11, size: 11 }),
        );
        check(
            |receipt| receipt.index = 4,
            ReceiptFault::NotInLedger(TreeFault::Root),
        );
        check(
            |receipt| receipt.payload.push(b' '),
            ReceiptFault::NotInLedger(TreeFault::Root),
        );
        let length = TreeFault::Length { wanted: 4, given: 3 };
        check(
            |receipt| receipt.proof.truncate(3),
            ReceiptFault::NotInLedger(length),
        );
        let longest = LONGEST_PROOF;
        check(
            |receipt| receipt.proof = vec![Hash([0; 32]); 65],
            ReceiptFault::TooLong {
                part: "the proof",
                most: longest,
            },
        );
        fn check(change: impl Fn(&mut Receipt), expect: ReceiptFault) {
            let mut receipt = receipt(b"fact", 5, 11);
            change(&mut receipt);
            assert_eq!(receipt.verify(&key().verifier()), Err(expect));
        }
    }

    proptest! {
        #[test]
        fn any_changed_byte_fails(
            (index, size) in (1_u64..70).prop_flat_map(|size| (0..size, Just(size))),
            payload in proptest::collection::vec(any::<u8>(), 1..80),
            at: usize,
            mask in 1_u8..,
        ) {
            let genuine = receipt(&payload, index, size);
            let public = key().verifier();
            prop_assert!(genuine.verify(&public).is_ok());

            let mut changed = genuine.clone();
            changed.payload[at % payload.len()] ^= mask;
            prop_assert!(changed.verify(&public).is_err());

            let mut changed = genuine.clone();
            changed.salt[at % 32] ^= mask;
            prop_assert!(changed.verify(&public).is_err());

            let mut changed = genuine.clone();
            if !changed.proof.is_empty() {
                let count = changed.proof.len();
                changed.proof[at % count].0[at % 32] ^= mask;
                prop_assert!(changed.verify(&public).is_err());
            }

            let mut changed = genuine.clone();
            changed.index ^= u64::from(mask);
            prop_assert!(changed.verify(&public).is_err());

            let mut changed = genuine.clone();
            changed.size ^= u64::from(mask);
            prop_assert!(changed.verify(&public).is_err());

            let mut bytes = genuine.checkpoint.clone().into_bytes();
            let place = at % bytes.len();
            bytes[place] ^= mask;
            if let Ok(checkpoint) = String::from_utf8(bytes) {
                let changed = Receipt { checkpoint, ..genuine };
                prop_assert!(changed.verify(&public).is_err());
            }
        }

        #[test]
        fn verifying_nonsense_never_panics(
            payload: Vec<u8>, salt: [u8; 32], index: u64, size: u64, proof: Vec<[u8; 32]>, checkpoint: String,
        ) {
            let proof: Vec<Hash> = proof.into_iter().map(Hash).collect();
            let genuine = Checkpoint { origin: String::new(), size, root: Hash(salt) }.sign(&key());
            for checkpoint in [checkpoint, genuine] {
                let receipt = Receipt { payload: payload.clone(), salt, index, size, proof: proof.clone(), checkpoint };
                prop_assert!(receipt.verify(&key().verifier()).is_err());
            }
        }
    }
}
