//! The key that signs a ledger's checkpoints and the key, published apart, that checks them (C2SP signed-note).

use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// The signature type of Ed25519 in a key's text and in its id.
const ED25519: u8 = 1;
/// Length of the longest name, in bytes.
const LONGEST_NAME: usize = 255;
/// What is put behind a ledger's name to head its status list; no name may end with it, or a checkpoint of the one
/// could be read as the status list of the other.
pub(crate) const STATUS_SUFFIX: &str = "/status";

/// Why a text is no key, or a name cannot be a key's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// The name is empty, too long, ends with `/status`, or holds white space, a control character or a plus.
    Name {
        /// The name, cut to what a key's name may have in length.
        name: String,
    },
    /// The text does not have the form `name+hash+key`.
    Form,
    /// The key is not an Ed25519 public key that anything may be trusted to.
    Key,
    /// The hash in the text is not that of the name and key: one of them was changed or mistyped.
    HashDiffers {
        /// Eight hexadecimal digits as they would be right.
        wanted: String,
    },
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KeyFault::Name { name } => write!(
                f,
                "“{name}” cannot name a ledger: 1 to {LONGEST_NAME} bytes without spaces, control characters or “+”, \
                 not ending with “{STATUS_SUFFIX}”, such as placet.example.org/permits"
            ),
            KeyFault::Form => write!(
                f,
                "this is no key: name+hash+key is wanted, on one line, as it was published"
            ),
            KeyFault::Key => write!(
                f,
                "this is no key: what follows the hash is not an Ed25519 public key"
            ),
            KeyFault::HashDiffers { wanted } => write!(
                f,
                "the key's text was changed or mistyped: its hash would have to be {wanted}; get the published key again"
            ),
        }
    }
}

impl std::error::Error for KeyFault {}

fn checked_name(name: &str) -> Result<String, KeyFault> {
    let unfit = |c: char| c.is_whitespace() || c.is_control() || c == '+';
    if name.is_empty() || name.len() > LONGEST_NAME || name.ends_with(STATUS_SUFFIX) || name.contains(unfit) {
        let fits = name
            .chars()
            .filter(|c| !c.is_control())
            .take(LONGEST_NAME)
            .collect();
        return Err(KeyFault::Name { name: fits });
    }
    Ok(name.to_owned())
}

/// The first four bytes of SHA-256 over name, line break, signature type and public key.
fn key_id(name: &str, key: &VerifyingKey) -> [u8; 4] {
    let hash = Sha256::new()
        .chain_update(name)
        .chain_update([b'\n', ED25519])
        .chain_update(key.as_bytes())
        .finalize();
    [hash[0], hash[1], hash[2], hash[3]]
}

/// The secret key of one ledger, with the ledger's name: its origin. It signs for no other ledger, and one seed must
/// not be used under two names.
#[derive(Clone)]
pub struct SigningKey {
    secret: ed25519_dalek::SigningKey,
    public: VerifierKey,
}

impl SigningKey {
    /// The key of the ledger `name` from thirty-two random bytes.
    ///
    /// # Errors
    /// [`KeyFault::Name`].
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, KeyFault> {
        let name = checked_name(name)?;
        let secret = ed25519_dalek::SigningKey::from_bytes(seed);
        let key = secret.verifying_key();
        let id = key_id(&name, &key);
        Ok(SigningKey {
            secret,
            public: VerifierKey { name, id, key },
        })
    }

    /// The name of the ledger.
    #[must_use]
    pub fn name(&self) -> &str {
        self.public.name()
    }

    /// The key to publish.
    #[must_use]
    pub fn verifier(&self) -> VerifierKey {
        self.public.clone()
    }

    pub(crate) fn signature(&self, text: &str) -> [u8; 64] {
        self.secret.sign(text.as_bytes()).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    /// Shows the public half alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.public)
    }
}

/// The public key of one ledger. Its text form is `name+hash+key`: the ledger's name; its id as eight hexadecimal
/// digits; the base64 of a one byte and the 32 bytes of the Ed25519 public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    id: [u8; 4],
    key: VerifyingKey,
}

impl VerifierKey {
    /// The name of the ledger whose checkpoints it checks.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its id: four bytes that tell it from other keys in a note. They are no protection.
    #[must_use]
    pub fn id(&self) -> [u8; 4] {
        self.id
    }

    /// Whether this key signed exactly that text. Strict (no small-order keys, no malleable signatures), so that a
    /// note has one form.
    pub(crate) fn signed(&self, text: &str, signature: &[u8; 64]) -> bool {
        self.key
            .verify_strict(text.as_bytes(), &Signature::from_bytes(signature))
            .is_ok()
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut typed = vec![ED25519];
        typed.extend_from_slice(self.key.as_bytes());
        write!(
            f,
            "{}+{:08x}+{}",
            self.name,
            u32::from_be_bytes(self.id),
            STANDARD.encode(typed)
        )
    }
}

impl FromStr for VerifierKey {
    type Err = KeyFault;

    fn from_str(text: &str) -> Result<Self, KeyFault> {
        // Only the key, which stands last, may hold a plus of its own.
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(hash), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(KeyFault::Form);
        };
        let name = checked_name(name)?;
        if hash.len() != 8 || key.len() != 44 {
            return Err(KeyFault::Form);
        }
        let typed = STANDARD.decode(key).map_err(|_| KeyFault::Form)?;
        let Some((&ED25519, bytes)) = typed.split_first() else {
            return Err(KeyFault::Key);
        };
        let bytes = bytes.try_into().map_err(|_| KeyFault::Key)?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| KeyFault::Key)?;
        if key.is_weak() {
            return Err(KeyFault::Key);
        }
        let id = key_id(&name, &key);
        let wanted = format!("{:08x}", u32::from_be_bytes(id));
        if hash != wanted {
            return Err(KeyFault::HashDiffers { wanted });
        }
        Ok(VerifierKey { name, id, key })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_published_by_other_logs_are_read_and_written_back_alike() {
        for text in [
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
        ] {
            assert_eq!(text.parse::<VerifierKey>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_name_has_as_many_bytes_as_it_may_and_nothing_that_breaks_a_line() {
        let named = |name: &str| SigningKey::from_seed(name, &[1; 32]).map(drop);
        for good in ["a", &"a".repeat(LONGEST_NAME), "placet.example/permits"] {
            assert_eq!(named(good), Ok(()), "{good}");
        }
        for bad in [
            "",
            &"a".repeat(LONGEST_NAME + 1),
            "a b",
            "a\tb",
            "a\u{7}b",
            "a+b",
            "a/status",
        ] {
            assert!(matches!(named(bad), Err(KeyFault::Name { .. })), "{bad:?}");
        }
    }

    #[test]
    fn a_fault_of_a_key_says_what_is_wanted() {
        let told = |fault: KeyFault, what: &str| {
            let text = fault.to_string();
            assert!(text.contains(what), "{text}");
        };
        let name = "a b".to_owned();
        told(
            KeyFault::Name { name },
            "\u{201c}a b\u{201d} cannot name a ledger",
        );
        told(KeyFault::Form, "name+hash+key is wanted");
        told(KeyFault::Key, "not an Ed25519 public key");
        let wanted = "c74f20a3".to_owned();
        told(KeyFault::HashDiffers { wanted }, "would have to be c74f20a3");
    }

    #[test]
    fn texts_that_are_no_key_are_refused_with_the_reason() {
        let long = "a".repeat(256);
        check("", KeyFault::Form);
        check("name+c74f20a3", KeyFault::Form);
        check(
            "a b+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            KeyFault::Name {
                name: "a b".to_owned(),
            },
        );
        check(
            "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            KeyFault::Name { name: String::new() },
        );
        check(
            "a/status+c74f20a3+ARpc",
            KeyFault::Name {
                name: "a/status".to_owned(),
            },
        );
        check(
            &format!("{long}+c74f20a3+ARpc"),
            KeyFault::Name {
                name: long[..255].to_owned(),
            },
        );
        check("PeterNeumann+c74f20a3+ARpc", KeyFault::Form);
        check(
            "PeterNeumann+c74f20a3+AxPc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            KeyFault::Key,
        );
        check(&format!("zero+c74f20a3+AQ{}=", "A".repeat(41)), KeyFault::Key);
        check(&format!("zero+c74f20a3+AQ{}", "A".repeat(42)), KeyFault::Key);
        check(
            "PeterNeumanm+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            KeyFault::HashDiffers {
                wanted: "549681aa".to_owned(),
            },
        );
        fn check(text: &str, expect: KeyFault) {
            assert_eq!(text.parse::<VerifierKey>(), Err(expect), "{text}");
        }
    }

    #[test]
    fn a_secret_key_never_shows_its_secret() {
        let key = SigningKey::from_seed("placet.example", &[9; 32]).unwrap();
        assert_eq!(format!("{key:?}"), format!("SigningKey({})", key.verifier()));
    }

    proptest! {
        #[test]
        fn a_key_comes_back_from_its_text(seed: [u8; 32], name in "[a-z./0-9-]{1,40}x") {
            let key = SigningKey::from_seed(&name, &seed).unwrap().verifier();
            prop_assert_eq!(key.to_string().parse(), Ok(key));
        }

        #[test]
        fn reading_a_key_never_panics(text: String, hash in "[0-9a-f]{8}", key in "[A-Za-z0-9+/]{44}") {
            let _ = text.parse::<VerifierKey>();
            let _ = format!("{text}+{hash}+{key}").parse::<VerifierKey>();
        }
    }
}
