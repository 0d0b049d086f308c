//! The signed list of permits that were taken back, stopped or replaced, as of one checkpoint (`docs/formats/permit.md`).

use crate::checkpoint::{Checkpoint, head, read_head};
use crate::key::{STATUS_SUFFIX, SigningKey, VerifierKey};
use crate::note::{NoteFault, open, seal};
use std::collections::{BTreeMap, BTreeSet};

const REVOKED: &str = "revoked ";
const SUSPENDED: &str = "suspended ";
const REPLACED: &str = "replaced ";
/// A blank of a reference, in a line that names two.
const BLANK: &str = "%20";

/// Which permits do not hold, as of one checkpoint. A permit that is not named held then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The head of the ledger up to which the list is complete.
    pub checkpoint: Checkpoint,
    /// References of permits that were revoked, in order, each once.
    pub revoked: Vec<String>,
    /// References of permits that are suspended, in order, each once.
    pub suspended: Vec<String>,
    /// References of permits whose place another took, each with that of the one to ask for.
    pub replaced: BTreeMap<String, String>,
}

/// What a list tells about one permit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing: the list is from before the permit.
    Unknown,
    /// The permit held as of the list's checkpoint; what came later is unknown.
    InForce,
    /// The permit is suspended.
    Suspended,
    /// Another permit took its place ([`Status::replacement`]).
    Replaced,
    /// The permit was revoked.
    Revoked,
}

impl Status {
    /// The list of revoked permits, by reference, as of a checkpoint; none is suspended.
    #[must_use]
    pub fn new(checkpoint: Checkpoint, revoked: impl IntoIterator<Item = String>) -> Self {
        Status {
            checkpoint,
            revoked: in_order(revoked),
            suspended: vec![],
            replaced: BTreeMap::new(),
        }
    }

    /// The same list with suspended permits.
    #[must_use]
    pub fn with_suspended(self, suspended: impl IntoIterator<Item = String>) -> Self {
        Status {
            suspended: in_order(suspended),
            ..self
        }
    }

    /// The same list with permits that were replaced, each with the one to ask for.
    #[must_use]
    pub fn with_replaced(self, replaced: impl IntoIterator<Item = (String, String)>) -> Self {
        Status {
            replaced: replaced.into_iter().collect(),
            ..self
        }
    }

    /// The permit to ask for in place of one that was replaced.
    #[must_use]
    pub fn replacement(&self, reference: &str) -> Option<&str> {
        self.replaced.get(reference).map(String::as_str)
    }

    /// What the list tells about a permit whose proof is as of a ledger of `size` leaves.
    #[must_use]
    pub fn standing(&self, reference: &str, size: u64) -> Standing {
        let names = |list: &[String]| list.iter().any(|one| one == reference);
        if names(&self.revoked) {
            Standing::Revoked
        } else if self.replaced.contains_key(reference) {
            Standing::Replaced
        } else if names(&self.suspended) {
            Standing::Suspended
        } else if self.checkpoint.size < size {
            Standing::Unknown
        } else {
            Standing::InForce
        }
    }

    /// The note that anyone can check, for the ledger that the key is named for.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> String {
        let first_line = format!("{}{STATUS_SUFFIX}", key.name());
        let mut text = head(&first_line, self.checkpoint.size, &self.checkpoint.root);
        for (word, references) in [(REVOKED, &self.revoked), (SUSPENDED, &self.suspended)] {
            for reference in references {
                text.push_str(word);
                text.push_str(&escaped(reference));
                text.push('\n');
            }
        }
        for (reference, by) in &self.replaced {
            let [reference, by] = [reference, by].map(|one| escaped(one).replace(' ', BLANK));
            text.push_str(&format!("{REPLACED}{reference} {by}\n"));
        }
        seal(&text, key)
    }

    /// The list that a note holds, if the key given signed it. Further signatures may stand beside it.
    ///
    /// # Errors
    /// [`NoteFault`]. A line with an unknown word is refused: it could be what matters.
    pub fn open(note: &str, key: &VerifierKey) -> Result<Self, NoteFault> {
        let (text, _) = open(note, key)?;
        let first_line = format!("{}{STATUS_SUFFIX}", key.name());
        let (checkpoint, rest) = read_head(text, &first_line, key.name())?;
        let (mut revoked, mut suspended, mut replaced) = (vec![], vec![], BTreeMap::new());
        for (line, found) in (4..).zip(rest) {
            let wrong = NoteFault::Line {
                line,
                wanted: "“revoked” or “suspended” and the reference of a permit, or “replaced” and two",
            };
            if let Some(both) = found.strip_prefix(REPLACED) {
                let (reference, by) = pair(both).ok_or(wrong)?;
                replaced.insert(reference, by);
                continue;
            }
            let (list, reference) = if let Some(reference) = found.strip_prefix(REVOKED) {
                (&mut revoked, reference)
            } else if let Some(reference) = found.strip_prefix(SUSPENDED) {
                (&mut suspended, reference)
            } else {
                return Err(wrong);
            };
            list.push(unescaped(reference).ok_or(wrong)?);
        }
        Ok(Status {
            checkpoint,
            revoked: in_order(revoked),
            suspended: in_order(suspended),
            replaced,
        })
    }
}

fn in_order(references: impl IntoIterator<Item = String>) -> Vec<String> {
    references
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// A reference as it stands in a line: control characters, which would end the line or the note, and the percent sign
/// as `%` and two hexadecimal digits.
fn escaped(reference: &str) -> String {
    let mut text = String::with_capacity(reference.len());
    for character in reference.chars() {
        match character {
            '\0'..='\x1f' | '%' => text.push_str(&format!("%{:02x}", u32::from(character))),
            _ => text.push(character),
        }
    }
    text
}

/// Two references with a blank between them, in which blanks are escaped.
fn pair(text: &str) -> Option<(String, String)> {
    let (reference, by) = text.split_once(' ')?;
    let read = |one: &str| unescaped(&one.replace(BLANK, " "));
    (!by.contains(' ')).then_some(())?;
    Some((read(reference)?, read(by)?))
}

/// `None` unless the text is what [`escaped`] writes.
fn unescaped(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut reference = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        reference.push(u8::from_str_radix(digits, 16).ok()?.into());
        reference.push_str(rest);
    }
    (escaped(&reference) == text).then_some(reference)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::Hash;
    use proptest::prelude::*;

    fn key() -> SigningKey {
        SigningKey::from_seed("placet.example/permits", &[1; 32]).unwrap()
    }

    fn checkpoint(size: u64) -> Checkpoint {
        Checkpoint {
            origin: key().name().to_owned(),
            size,
            root: Hash([5; 32]),
        }
    }

    fn owned<const N: usize>(references: [&str; N]) -> Vec<String> {
        references.map(str::to_owned).to_vec()
    }

    #[test]
    fn a_status_list_has_the_bytes_that_it_has_for_ever() {
        let status = Status::new(
            checkpoint(42),
            owned(["PP-2023-0007", "PP-2023-0002", "PP-2023-0007"]),
        )
        .with_suspended(owned(["PP-2023-0005"]))
        .with_replaced([("PP-2023-0001 %".to_owned(), "PP-2023-0009".to_owned())]);
        let note = status.sign(&key());
        let text = "placet.example/permits/status\n42\nBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU=\nrevoked PP-2023-0002\n\
                    revoked PP-2023-0007\nsuspended PP-2023-0005\n\
                    replaced PP-2023-0001%20%25 PP-2023-0009\n";
        assert_eq!(note, seal(text, &key()));
        assert_eq!(Status::open(&note, &key().verifier()), Ok(status));
    }

    #[test]
    fn a_list_tells_of_a_permit_only_what_it_can_know() {
        let status = Status::new(checkpoint(42), owned(["R"])).with_suspended(owned(["S"]));
        for (reference, size, expect) in [
            ("R", 42, Standing::Revoked),
            ("R", 50, Standing::Revoked),
            ("S", 42, Standing::Suspended),
            ("P", 42, Standing::InForce),
            ("P", 43, Standing::Unknown),
        ] {
            assert_eq!(status.standing(reference, size), expect, "{reference} {size}");
        }
    }

    #[test]
    fn a_checkpoint_is_no_status_list_and_a_status_list_no_checkpoint() {
        let public = key().verifier();
        let (ours, list) = (
            "placet.example/permits".to_owned(),
            "placet.example/permits/status".to_owned(),
        );
        let opened = Status::open(&checkpoint(1).sign(&key()), &public);
        assert_eq!(
            opened,
            Err(NoteFault::Origin {
                found: ours.clone(),
                wanted: list.clone()
            })
        );
        let opened = Checkpoint::open(&Status::new(checkpoint(1), []).sign(&key()), &public);
        assert_eq!(
            opened,
            Err(NoteFault::Origin {
                found: list,
                wanted: ours
            })
        );
    }

    #[test]
    fn a_line_that_is_not_understood_is_refused() {
        for line in [
            "pardoned R",
            "revoked",
            "revokedR",
            "",
            "revoked %",
            "revoked %2",
            "revoked %41",
            "revoked %0A",
            "revoked %é",
        ] {
            let text = format!(
                "{}{line}\n",
                head("placet.example/permits/status", 1, &Hash([5; 32]))
            );
            let opened = Status::open(&seal(&text, &key()), &key().verifier());
            assert!(
                matches!(opened, Err(NoteFault::Line { line: 4, .. })),
                "{line}: {opened:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_reference_comes_back_and_adds_nothing(revoked: Vec<String>, suspended: Vec<String>) {
            let status = Status::new(checkpoint(3), revoked).with_suspended(suspended);
            prop_assert_eq!(Status::open(&status.sign(&key()), &key().verifier()), Ok(status));
        }

        #[test]
        fn a_changed_list_is_refused(at: usize, mask in 1_u8..) {
            let mut bytes = Status::new(checkpoint(3), owned(["PP-1", "PP-2"])).sign(&key()).into_bytes();
            let at = at % bytes.len();
            bytes[at] ^= mask;
            if let Ok(changed) = String::from_utf8(bytes) {
                prop_assert!(Status::open(&changed, &key().verifier()).is_err());
            }
        }
    }
}
