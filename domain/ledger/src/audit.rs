//! The audit of stored facts: that each is still the one that its leaf commits to, and which root follows.

use crate::hash::{Hash, Salt, commitment, leaf_hash};
use crate::tree::Frontier;
use std::fmt;

/// A fact as it lies in a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its position, from 0.
    pub position: u64,
    /// Its salt; `None` once erased.
    pub salt: Option<&'a Salt>,
    /// Its canonical bytes; `None` once erased.
    pub payload: Option<&'a [u8]>,
    /// The hash of its leaf.
    pub leaf: Hash,
}

/// How a stored fact differs from what was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Another position should have come: one is missing, doubled or out of order.
    Position {
        /// The position that should have come.
        wanted: u64,
    },
    /// The fact is there and its salt is not, so that nothing can be checked.
    NoSalt,
    /// The fact or its salt is not what the leaf commits to.
    Changed,
}

/// The first difference that an audit found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditFault {
    /// The position of the fact.
    pub position: u64,
    /// How it differs.
    pub what: Difference,
}

impl fmt::Display for AuditFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "position {}: ", self.position)?;
        match self.what {
            Difference::Position { wanted } => write!(f, "here the fact of position {wanted} should stand"),
            Difference::NoSalt => write!(f, "the fact lies without its salt, so it cannot be checked"),
            Difference::Changed => write!(
                f,
                "the fact is not the one that was recorded: its hash differs from its leaf"
            ),
        }
    }
}

impl std::error::Error for AuditFault {}

/// Audits all facts of a ledger in order, and gives the root of the tree over their leaves, to be compared with a
/// signed checkpoint. A fact that was erased stands by its leaf alone.
///
/// # Errors
/// [`AuditFault`] with the position of the first difference.
pub fn audit<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Result<Hash, AuditFault> {
    let mut frontier = Frontier::new();
    for entry in entries {
        let fault = |what| {
            Err(AuditFault {
                position: entry.position,
                what,
            })
        };
        if entry.position != frontier.size() {
            return fault(Difference::Position {
                wanted: frontier.size(),
            });
        }
        match (entry.salt, entry.payload) {
            (_, None) => {}
            (None, Some(_)) => return fault(Difference::NoSalt),
            (Some(salt), Some(payload)) if leaf_hash(&commitment(salt, payload)) == entry.leaf => {}
            (Some(_), Some(_)) => return fault(Difference::Changed),
        }
        frontier.push(entry.leaf);
    }
    Ok(frontier.root())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Stored = (Option<Salt>, Option<Vec<u8>>, Hash);

    fn stored(facts: &[Vec<u8>]) -> Vec<Stored> {
        facts
            .iter()
            .map(|fact| {
                (
                    Some([3; 32]),
                    Some(fact.clone()),
                    leaf_hash(&commitment(&[3; 32], fact)),
                )
            })
            .collect()
    }

    fn entries(stored: &[Stored]) -> impl Iterator<Item = Entry<'_>> {
        (0..).zip(stored).map(|(position, (salt, payload, leaf))| Entry {
            position,
            salt: salt.as_ref(),
            payload: payload.as_deref(),
            leaf: *leaf,
        })
    }

    #[test]
    fn a_missing_doubled_or_unsalted_fact_is_named() {
        let facts = stored(&[b"a".to_vec(), b"b".to_vec(), b"c".to_vec()]);
        let all: Vec<Entry> = entries(&facts).collect();
        let fault = |position, what| Err(AuditFault { position, what });
        assert_eq!(
            audit([all[0], all[2]]),
            fault(2, Difference::Position { wanted: 1 })
        );
        assert_eq!(
            audit([all[0], all[0]]),
            fault(0, Difference::Position { wanted: 1 })
        );
        assert_eq!(
            audit([all[0], Entry { salt: None, ..all[1] }]),
            fault(1, Difference::NoSalt)
        );
    }

    proptest! {
        #[test]
        fn a_flipped_byte_is_found_where_it_is_and_an_erased_fact_is_not_missed(
            facts in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 1..20), 1..40),
            which: usize,
            at: usize,
            mask in 1_u8..,
        ) {
            let genuine = stored(&facts);
            let which = which % facts.len();
            let root = audit(entries(&genuine));
            prop_assert!(root.is_ok());

            let mut erased = genuine.clone();
            (erased[which].0, erased[which].1) = (None, None);
            prop_assert_eq!(audit(entries(&erased)), root);

            let found = Err(AuditFault { position: which as u64, what: Difference::Changed });
            let mut changed = genuine.clone();
            let mut payload = facts[which].clone();
            let place = at % payload.len();
            payload[place] ^= mask;
            changed[which].1 = Some(payload);
            prop_assert_eq!(audit(entries(&changed)), found);

            let mut changed = genuine.clone();
            changed[which].2.0[at % 32] ^= mask;
            prop_assert_eq!(audit(entries(&changed)), found);
        }
    }
}
