//! Words that are kept beside the ledger: in the fact is their commitment alone, a hash over a random salt and the words.

use crate::Reason;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// That a text is no 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHex;

impl fmt::Display for NotHex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("these are not 64 lower-case hexadecimal digits")
    }
}

impl std::error::Error for NotHex {}

fn written(bytes: &[u8; 32]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn read(text: &str) -> Result<[u8; 32], NotHex> {
    let is_digit = |one: &u8| one.is_ascii_digit() || (b'a'..=b'f').contains(one);
    if text.len() != 64 || !text.as_bytes().iter().all(is_digit) {
        return Err(NotHex);
    }
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        let digits = text.get(2 * place..2 * place + 2).ok_or(NotHex)?;
        *byte = u8::from_str_radix(digits, 16).map_err(|_| NotHex)?;
    }
    Ok(bytes)
}

/// Thirty-two bytes that are written as 64 hexadecimal digits.
macro_rules! hex {
    ($(#[$doc:meta])* $type:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $type([u8; 32]);

        impl $type {
            /// These bytes.
            #[must_use]
            pub fn of(bytes: [u8; 32]) -> Self {
                $type(bytes)
            }
        }

        impl FromStr for $type {
            type Err = NotHex;

            fn from_str(text: &str) -> Result<Self, NotHex> {
                read(text).map($type)
            }
        }

        impl TryFrom<String> for $type {
            type Error = NotHex;

            fn try_from(text: String) -> Result<Self, NotHex> {
                text.parse()
            }
        }

        impl From<$type> for String {
            fn from(of: $type) -> String {
                written(&of.0)
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&written(&self.0))
            }
        }
    };
}

hex! {
    /// What binds whoever sealed words that nobody reads in it: SHA-256 over the salt and then the words, as UTF-8.
    Commitment
}

hex! {
    /// The random bytes without which the words could be guessed from their commitment.
    Salt
}

impl fmt::Debug for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Commitment({self})")
    }
}

/// A salt is told to nobody who is not to have it: what is written for whoever mends the program does not say it.
impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(…)")
    }
}

impl Commitment {
    /// The commitment to these words under this salt.
    #[must_use]
    pub fn to(words: &Reason, salt: &Salt) -> Commitment {
        let mut digest = Sha256::new();
        digest.update(salt.0);
        digest.update(words.as_str().as_bytes());
        Commitment(digest.finalize().into())
    }
}

/// The words that were sealed, and the salt: what opens a seal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The words.
    pub words: Reason,
    /// The salt that they were sealed with.
    pub salt: Salt,
}

impl Opening {
    /// What whoever sealed them is bound to by it.
    #[must_use]
    pub fn commitment(&self) -> Commitment {
        Commitment::to(&self.words, &self.salt)
    }
}

/// As of the salt: no word of it is written for whoever mends the program.
impl fmt::Debug for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opening(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anyone_can_recompute_a_commitment() {
        // printf '%064d' 0 | xxd -r -p > salt; (cat salt; printf 'Too near.') | sha256sum
        let words = Reason::new("Too near.").unwrap();
        let salt = Salt::of([0; 32]);
        let by_hand = Sha256::digest([&[0; 32][..], b"Too near."].concat());
        let expected: String = by_hand.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(Commitment::to(&words, &salt).to_string(), expected);
        assert_ne!(Commitment::to(&words, &Salt::of([1; 32])).to_string(), expected);
    }

    #[test]
    fn what_is_no_hash_is_not_read_as_one() {
        let check =
            |text: &str, is_one: bool| assert_eq!(text.parse::<Commitment>().is_ok(), is_one, "{text}");
        check(&"0f".repeat(32), true);
        check(&"0F".repeat(32), false);
        check(&"0f".repeat(31), false);
        check(&"+f".repeat(32), false);
        check(&"ក".repeat(32), false);
        check("", false);
    }

    #[test]
    fn what_is_sealed_is_not_written_for_whoever_mends_the_program() {
        let words = Reason::new("Too near.").unwrap();
        let salt = Salt::of([7; 32]);
        assert_eq!(format!("{:?}", Opening { words, salt }), "Opening(…)");
        assert_eq!(format!("{salt:?}"), "Salt(…)");
    }
}
