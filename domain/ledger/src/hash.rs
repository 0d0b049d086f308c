//! SHA-256 hashes: of a salted fact, of a leaf, of a node, of the empty tree.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// Thirty-two random bytes that stand before a fact's bytes when it is hashed. Once both are erased, the commitment
/// tells nothing about them.
pub type Salt = [u8; 32];

/// A SHA-256 hash. As text 64 lower-case hexadecimal digits; in JSON the standard base64 of its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

/// A text that is no hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadHash;

impl fmt::Display for BadHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "this is no hash: 32 bytes are wanted, as 64 lower-case hexadecimal digits or as base64 in JSON"
        )
    }
}

impl std::error::Error for BadHash {}

impl Hash {
    /// The standard base64 of its bytes, as checkpoints and JSON have it.
    #[must_use]
    pub fn to_base64(&self) -> String {
        STANDARD.encode(self.0)
    }

    /// A hash from its base64.
    ///
    /// # Errors
    /// [`BadHash`] if the text is not the standard base64, padded, of 32 bytes.
    pub fn from_base64(text: &str) -> Result<Self, BadHash> {
        bytes_from_base64(text).map(Hash)
    }
}

/// Thirty-two bytes from their base64. The length is looked at first, so that a long text costs nothing.
pub(crate) fn bytes_from_base64(text: &str) -> Result<[u8; 32], BadHash> {
    if text.len() != 44 {
        return Err(BadHash);
    }
    STANDARD
        .decode(text)
        .ok()
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or(BadHash)
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Hash {
    type Err = BadHash;

    fn from_str(text: &str) -> Result<Self, BadHash> {
        let digits = text.as_bytes();
        let mut bytes = [0; 32];
        if digits.len() != 64 {
            return Err(BadHash);
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Hash(bytes))
    }
}

fn digit(character: u8) -> Result<u8, BadHash> {
    match character {
        b'0'..=b'9' => Ok(character - b'0'),
        b'a'..=b'f' => Ok(character - b'a' + 10),
        _ => Err(BadHash),
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_base64())
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Hash::from_base64(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// The salted commitment to a fact: SHA-256 over the salt, then its canonical bytes. The salt has a fixed length, so
/// no two pairs give the same bytes.
#[must_use]
pub fn commitment(salt: &Salt, payload: &[u8]) -> Hash {
    Hash(
        Sha256::new()
            .chain_update(salt)
            .chain_update(payload)
            .finalize()
            .into(),
    )
}

/// The hash of the leaf that holds a commitment. The leaf is the entry `{"commitment":"<hex>","v":1}`, already in the
/// order and spacing of RFC 8785; it is hashed as RFC 9162, section 2.1.1, says: SHA-256 over a zero byte and the entry.
#[must_use]
pub fn leaf_hash(commitment: &Hash) -> Hash {
    entry_hash(format!("{{\"commitment\":\"{commitment}\",\"v\":1}}").as_bytes())
}

pub(crate) fn entry_hash(entry: &[u8]) -> Hash {
    Hash(
        Sha256::new()
            .chain_update([0])
            .chain_update(entry)
            .finalize()
            .into(),
    )
}

/// The hash of an inner node (RFC 9162, section 2.1.1): SHA-256 over a one byte and the hashes of both children.
pub(crate) fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Hash(
        Sha256::new()
            .chain_update([1])
            .chain_update(left.0)
            .chain_update(right.0)
            .finalize()
            .into(),
    )
}

/// The root of the tree without leaves (RFC 9162, section 2.1.1): SHA-256 over nothing.
pub(crate) fn empty_root() -> Hash {
    Hash(Sha256::digest([]).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_empty_tree_and_the_empty_leaf_hash_as_the_rfc_says() {
        check(
            empty_root(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        );
        check(
            entry_hash(b""),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        );
        fn check(hash: Hash, expect: &str) {
            assert_eq!(hash.to_string(), expect);
        }
    }

    #[test]
    fn a_leaf_commits_to_salt_and_fact_in_fixed_bytes() {
        // Worked out apart from this code, with a shell: these bytes hold for ever.
        let commitment = commitment(&[7; 32], br#"{"v":1}"#);
        assert_eq!(
            commitment.to_string(),
            "3b001408dbf774d70ebfe9a5ec2858802f369a555ba38ca1b7cb2d247ac864b5"
        );
        assert_eq!(
            leaf_hash(&commitment).to_string(),
            "8912ec24c3fe0f7ee2cedf7d0d8f24f305008edc51e91c355a5710c8c1aae666"
        );
    }

    #[test]
    fn texts_that_are_no_hash_are_refused() {
        for text in [
            "",
            "00",
            &"g".repeat(64),
            &"A".repeat(64),
            &"0".repeat(63),
            &"0".repeat(65),
            &"é".repeat(32),
        ] {
            assert_eq!(text.parse::<Hash>(), Err(BadHash), "{text}");
        }
        for text in [
            "",
            "AA==",
            &"=".repeat(44),
            &"A".repeat(44),
            &format!("{}B=", "A".repeat(42)),
        ] {
            assert_eq!(Hash::from_base64(text), Err(BadHash), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_hash_comes_back_from_each_of_its_texts(bytes: [u8; 32]) {
            let hash = Hash(bytes);
            prop_assert_eq!(hash.to_string().parse(), Ok(hash));
            prop_assert_eq!(Hash::from_base64(&hash.to_base64()), Ok(hash));
            let json = serde_json::to_string(&hash).unwrap();
            prop_assert_eq!(serde_json::from_str::<Hash>(&json).unwrap(), hash);
        }

        #[test]
        fn reading_a_hash_never_panics(text: String) {
            let _ = text.parse::<Hash>();
            let _ = Hash::from_base64(&text);
        }
    }
}
