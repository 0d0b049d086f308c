//! Signed notes (C2SP signed-note): a text, an empty line, and lines of signatures. What is in the text is for
//! [`crate::Checkpoint`] and [`crate::Status`] to say.

use crate::key::{SigningKey, VerifierKey};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::fmt;

/// What every signature line begins with: an em dash and a space.
const DASH: &str = "\u{2014} ";
/// How many signatures a note may carry; witnesses add theirs. The specification asks for 16 at least.
const MOST_SIGNATURES: usize = 100;

/// Why a note is not taken for what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteFault {
    /// It does not have the form of a signed note.
    Form {
        /// What is wrong with it.
        what: &'static str,
    },
    /// Nobody with the key given has signed it.
    NotSigned {
        /// The name of the key.
        name: String,
    },
    /// The signature that names the key was not made with it, or the text was changed since.
    Signature {
        /// The name of the key.
        name: String,
    },
    /// It is signed, but it is a note of another ledger or of another kind.
    Origin {
        /// Its first line.
        found: String,
        /// The first line that was expected.
        wanted: String,
    },
    /// It is signed, but a line of its text is not what should stand there.
    Line {
        /// The number of the line, from 1.
        line: usize,
        /// What should stand there.
        wanted: &'static str,
    },
}

impl fmt::Display for NoteFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoteFault::Form { what } => write!(
                f,
                "this is no signed note: {what}; get it again from where it came"
            ),
            NoteFault::NotSigned { name } => {
                write!(
                    f,
                    "no signature was made with the key of {name}: check that this is the key to trust"
                )
            }
            NoteFault::Signature { name } => {
                write!(
                    f,
                    "the signature of {name} is wrong: the text was changed, or another key signed it"
                )
            }
            NoteFault::Origin { found, wanted } => {
                write!(f, "it speaks for “{found}”; expected is “{wanted}”")
            }
            NoteFault::Line { line, wanted } => write!(f, "line {line} is not {wanted}"),
        }
    }
}

impl std::error::Error for NoteFault {}

/// The note of a text with one signature. The text must end with a line break and hold no other control characters.
pub(crate) fn seal(text: &str, key: &SigningKey) -> String {
    with_signature(text, &key.verifier(), &key.signature(text))
}

/// The note of a text with a signature that was made before.
pub(crate) fn with_signature(text: &str, key: &VerifierKey, signature: &[u8; 64]) -> String {
    let mut bytes = key.id().to_vec();
    bytes.extend_from_slice(signature);
    format!("{text}\n{DASH}{} {}\n", key.name(), STANDARD.encode(bytes))
}

/// The text of a note, and the signature on it by the key given. Signatures by other keys are not looked into.
///
/// # Errors
/// [`NoteFault::Form`], [`NoteFault::NotSigned`] or [`NoteFault::Signature`].
pub(crate) fn open<'a>(note: &'a str, key: &VerifierKey) -> Result<(&'a str, [u8; 64]), NoteFault> {
    let form = |what| NoteFault::Form { what };
    if note.chars().any(|c| c < ' ' && c != '\n') {
        return Err(form("it holds a control character, such as a carriage return"));
    }
    let end = note
        .rfind("\n\n")
        .ok_or(form("no empty line parts text and signatures"))?;
    let (text, signatures) = (&note[..=end], &note[end + 2..]);
    let lines = signatures
        .strip_suffix('\n')
        .ok_or(form("its last line does not end"))?;
    let mut ours = None;
    for (number, line) in lines.split('\n').enumerate() {
        if number >= MOST_SIGNATURES {
            return Err(form("it carries more than 100 signatures"));
        }
        let (name, id, signature) = signature_line(line).ok_or(form("a signature line is malformed"))?;
        if name != key.name() || id != key.id() {
            continue;
        }
        let wrong = || NoteFault::Signature {
            name: name.to_owned(),
        };
        let signature = signature.try_into().map_err(|_| wrong())?;
        if !key.signed(text, &signature) {
            return Err(wrong());
        }
        ours = Some(signature);
    }
    ours.map(|signature| (text, signature))
        .ok_or_else(|| NoteFault::NotSigned {
            name: key.name().to_owned(),
        })
}

/// Name, key id and signature of a line.
fn signature_line(line: &str) -> Option<(&str, [u8; 4], Vec<u8>)> {
    let (name, encoded) = line.strip_prefix(DASH)?.split_once(' ')?;
    if name.is_empty() || name.contains(|c: char| c.is_whitespace() || c == '+') {
        return None;
    }
    let mut bytes = STANDARD.decode(encoded).ok()?;
    let id = *bytes.first_chunk::<4>()?;
    let signature = bytes.split_off(4);
    (!signature.is_empty()).then_some((name, id, signature))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const LINE: &str = "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    fn neumann() -> VerifierKey {
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            .parse()
            .unwrap()
    }

    #[test]
    fn a_note_that_another_implementation_signed_opens() {
        let note = format!("{TEXT}\n{LINE}");
        assert_eq!(open(&note, &neumann()).unwrap().0, TEXT);
    }

    #[test]
    fn cosignatures_by_unknown_keys_are_passed_over() {
        let other = "\u{2014} witness.example/w AAAAAQID\n";
        let same_name = "\u{2014} PeterNeumann AAAAAQID\n";
        for signatures in [
            format!("{LINE}{other}"),
            format!("{other}{same_name}{LINE}"),
            format!("{LINE}{LINE}"),
        ] {
            assert!(
                open(&format!("{TEXT}\n{signatures}"), &neumann()).is_ok(),
                "{signatures}"
            );
        }
    }

    #[test]
    fn notes_are_refused_with_the_reason() {
        let wrong = NoteFault::Signature {
            name: "PeterNeumann".to_owned(),
        };
        let form = |what| NoteFault::Form { what };
        check("", form("no empty line parts text and signatures"));
        check(TEXT, form("no empty line parts text and signatures"));
        check(&format!("{TEXT}\n"), form("its last line does not end"));
        check(
            &format!("{TEXT}\n{}", LINE.trim_end()),
            form("its last line does not end"),
        );
        check(
            &format!("{TEXT}\n{LINE}{LINE}-"),
            form("its last line does not end"),
        );
        check(
            &format!("{TEXT}\n{}", LINE.replace('\u{2014}', "-")),
            form("a signature line is malformed"),
        );
        check(
            &format!("{TEXT}\n{}", LINE.replace("=\n", "\n")),
            form("a signature line is malformed"),
        );
        check(
            &format!("{TEXT}\n{}", LINE.repeat(101)),
            form("it carries more than 100 signatures"),
        );
        check(
            &format!("{TEXT}\n{LINE}").replace('\n', "\r\n"),
            form("it holds a control character, such as a carriage return"),
        );
        check(
            &format!("{TEXT}\n\u{2014} somebody AAAAAQID\n"),
            NoteFault::NotSigned {
                name: "PeterNeumann".to_owned(),
            },
        );
        check(&format!("{TEXT}more\n\n{LINE}"), wrong.clone());
        check(&format!("{TEXT}\n{LINE}\u{2014} PeterNeumann x08gowAA\n"), wrong);
        fn check(note: &str, expect: NoteFault) {
            assert_eq!(open(note, &neumann()), Err(expect), "{note}");
        }
    }

    proptest! {
        #[test]
        fn opening_a_note_never_panics(note: String, text: String, lines in "(\u{2014} [a-zP]{1,12} [A-Za-z0-9+/]{0,12}=?\n){0,3}") {
            let _ = open(&note, &neumann());
            let _ = open(&format!("{text}\n\n{lines}"), &neumann());
        }
    }
}
