//! The signed head of a ledger: its name, its size and its root (C2SP tlog-checkpoint; `docs/formats/checkpoint.md`).

use crate::hash::Hash;
use crate::key::{SigningKey, VerifierKey};
use crate::note::{NoteFault, open, seal};
use std::str::Split;

/// The head of a ledger at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the ledger.
    pub origin: String,
    /// The number of its leaves.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The note that anyone can check. It speaks for the ledger that the key is named for, whatever `origin` says: a
    /// key signs for no other.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> String {
        seal(&head(key.name(), self.size, &self.root), key)
    }

    /// The checkpoint that a note holds, if the key given signed it. Further signatures may stand beside it.
    ///
    /// # Errors
    /// [`NoteFault`]. Lines after the third are refused: no ledger of Placet's writes any.
    pub fn open(note: &str, key: &VerifierKey) -> Result<Self, NoteFault> {
        let (text, _) = open(note, key)?;
        let (checkpoint, mut rest) = read_head(text, key.name(), key.name())?;
        match rest.next() {
            None => Ok(checkpoint),
            Some(_) => Err(NoteFault::Line {
                line: 4,
                wanted: "the end of the text",
            }),
        }
    }
}

/// The three lines that every note of a ledger begins with.
pub(crate) fn head(first_line: &str, size: u64, root: &Hash) -> String {
    format!("{first_line}\n{size}\n{}\n", root.to_base64())
}

/// Reads those three lines from an opened text, and gives what follows line by line.
pub(crate) fn read_head<'a>(
    text: &'a str,
    first_line: &str,
    origin: &str,
) -> Result<(Checkpoint, Split<'a, char>), NoteFault> {
    let mut lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
    let found = lines.next().unwrap_or_default();
    if found != first_line {
        return Err(NoteFault::Origin {
            found: found.to_owned(),
            wanted: first_line.to_owned(),
        });
    }
    let size = lines.next().unwrap_or_default();
    // The form must be the one that is written: no sign, no leading zeroes.
    let size = size
        .parse::<u64>()
        .ok()
        .filter(|number| number.to_string() == size);
    let size = size.ok_or(NoteFault::Line {
        line: 2,
        wanted: "the size of the tree",
    })?;
    let root = Hash::from_base64(lines.next().unwrap_or_default());
    let root = root.map_err(|_| NoteFault::Line {
        line: 3,
        wanted: "the root of the tree in base64",
    })?;
    Ok((
        Checkpoint {
            origin: origin.to_owned(),
            size,
            root,
        },
        lines,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key() -> SigningKey {
        SigningKey::from_seed("placet.example/permits", &[1; 32]).unwrap()
    }

    #[test]
    fn a_checkpoint_has_the_bytes_that_it_has_for_ever() {
        let checkpoint = Checkpoint {
            origin: "placet.example/permits".to_owned(),
            size: 42,
            root: Hash([5; 32]),
        };
        let note = checkpoint.sign(&key());
        assert_eq!(
            note,
            "placet.example/permits\n42\nBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU=\n\n— placet.example/permits +3L0dsALQkQ5MuBttT43NBCOe363NoViZYhnmAjVYRzijZPt3ddeQc3QZgwI/ZIdQ0R3BUDaFGzS6xdXr5tTnWM40QQ=\n"
        );
        assert_eq!(
            key().verifier().to_string(),
            "placet.example/permits+fb72f476+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
        );
        assert_eq!(Checkpoint::open(&note, &key().verifier()), Ok(checkpoint));
    }

    #[test]
    fn signed_texts_that_are_no_checkpoint_of_this_ledger_are_refused() {
        let root = Hash([5; 32]).to_base64();
        let line = |line, wanted| NoteFault::Line { line, wanted };
        let size = line(2, "the size of the tree");
        check(
            "other\n1\nx\n",
            NoteFault::Origin {
                found: "other".to_owned(),
                wanted: "placet.example/permits".to_owned(),
            },
        );
        check("placet.example/permits\n", size.clone());
        check(&format!("placet.example/permits\n01\n{root}\n"), size.clone());
        check(&format!("placet.example/permits\n+1\n{root}\n"), size.clone());
        check(
            &format!("placet.example/permits\n18446744073709551616\n{root}\n"),
            size,
        );
        check(
            "placet.example/permits\n1\nAAAA\n",
            line(3, "the root of the tree in base64"),
        );
        check(
            &format!("placet.example/permits\n1\n{root}\nmore\n"),
            line(4, "the end of the text"),
        );
        check(
            &format!("placet.example/permits\n1\n{root}\n\n"),
            line(4, "the end of the text"),
        );
        fn check(text: &str, expect: NoteFault) {
            assert_eq!(
                Checkpoint::open(&seal(text, &key()), &key().verifier()),
                Err(expect),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_checkpoint_comes_back_from_its_note_and_from_no_other(size: u64, root: [u8; 32], at: usize, mask in 1_u8..) {
            let checkpoint = Checkpoint { origin: key().name().to_owned(), size, root: Hash(root) };
            let note = checkpoint.sign(&key());
            prop_assert_eq!(Checkpoint::open(&note, &key().verifier()), Ok(checkpoint));
            let mut bytes = note.into_bytes();
            let at = at % bytes.len();
            bytes[at] ^= mask;
            if let Ok(changed) = String::from_utf8(bytes) {
                prop_assert!(Checkpoint::open(&changed, &key().verifier()).is_err());
            }
        }

        #[test]
        fn another_key_of_the_same_name_opens_nothing(seed: [u8; 32], size: u64) {
            prop_assume!(seed != [1; 32]);
            let other = SigningKey::from_seed(key().name(), &seed).unwrap();
            let note = Checkpoint { origin: String::new(), size, root: Hash([0; 32]) }.sign(&key());
            prop_assert!(Checkpoint::open(&note, &other.verifier()).is_err());
        }
    }
}
