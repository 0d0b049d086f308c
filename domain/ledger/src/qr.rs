//! A receipt as the text of a QR code: `PLACET1:` and base45, which a QR code stores densely (`docs/formats/qr.md`).

use crate::checkpoint::head;
use crate::hash::Hash;
use crate::key::VerifierKey;
use crate::note;
use crate::receipt::{LONGEST_PAYLOAD, LONGEST_PROOF, Receipt, ReceiptFault};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// What the text begins with: a name and the version of the form.
const MARK: &str = "PLACET1:";
/// The most characters of this kind that any QR code holds: version 40, error correction L.
const LONGEST_TEXT: usize = 4296;
/// How hard deflate tries, of 10.
const EFFORT: u8 = 9;

impl Receipt {
    /// The receipt as the text of a QR code. Of the checkpoint it keeps the signature by the key given alone; the
    /// ledger's name is left out, since it comes with the key.
    ///
    /// # Errors
    /// Every fault of [`Receipt::verify`]: a code that would not verify is not made. [`ReceiptFault::TooLong`] if no
    /// QR code holds it; then the file must serve.
    pub fn to_qr(&self, key: &VerifierKey) -> Result<String, ReceiptFault> {
        let verified = self.verify(key)?;
        let (_, signature) = note::open(&self.checkpoint, key).map_err(ReceiptFault::Checkpoint)?;
        let mut bytes = self.salt.to_vec();
        bytes.extend_from_slice(&self.index.to_be_bytes());
        bytes.extend_from_slice(&self.size.to_be_bytes());
        bytes.extend_from_slice(&verified.checkpoint.root.0);
        bytes.extend_from_slice(&key.id());
        bytes.extend_from_slice(&signature);
        let most = LONGEST_PROOF;
        let count = u8::try_from(self.proof.len()).map_err(|_| ReceiptFault::TooLong {
            part: "the proof",
            most,
        })?;
        bytes.push(count);
        bytes.extend(self.proof.iter().flat_map(|hash| hash.0));
        bytes.extend(compress_to_vec(&self.payload, EFFORT));
        let text = format!("{MARK}{}", base45::encode(bytes));
        within_a_code(&text)?;
        Ok(text)
    }

    /// The receipt that the text of a QR code holds, with its checkpoint made whole by the name of the key given. It
    /// is read, not verified.
    ///
    /// # Errors
    /// [`ReceiptFault::Version`], [`ReceiptFault::Form`], [`ReceiptFault::TooLong`] or [`ReceiptFault::OtherKey`].
    pub fn from_qr(text: &str, key: &VerifierKey) -> Result<Self, ReceiptFault> {
        within_a_code(text)?;
        let encoded = text.strip_prefix(MARK).ok_or_else(|| no_mark(text))?;
        let bytes = base45::decode(encoded).map_err(|_| form("its characters are not base45"))?;
        if base45::encode(&bytes) != encoded {
            return Err(form("its characters are not base45 as it is written"));
        }
        let mut rest = Rest(&bytes);
        let salt = rest.take()?;
        let index = u64::from_be_bytes(rest.take()?);
        let size = u64::from_be_bytes(rest.take()?);
        let root = Hash(rest.take()?);
        if rest.take()? != key.id() {
            return Err(ReceiptFault::OtherKey {
                name: key.name().to_owned(),
            });
        }
        let signature: [u8; 64] = rest.take()?;
        let [count] = rest.take()?;
        if usize::from(count) > LONGEST_PROOF {
            return Err(ReceiptFault::TooLong {
                part: "the proof",
                most: LONGEST_PROOF,
            });
        }
        let proof = (0..count)
            .map(|_| rest.take().map(Hash))
            .collect::<Result<_, _>>()?;
        let payload = inflated(rest.0)?;
        let checkpoint = note::with_signature(&head(key.name(), size, &root), key, &signature);
        Ok(Receipt {
            payload,
            salt,
            index,
            size,
            proof,
            checkpoint,
        })
    }
}

/// The bytes that were not read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], ReceiptFault> {
        let (taken, rest) = self
            .0
            .split_first_chunk()
            .ok_or_else(|| form("it ends too early"))?;
        self.0 = rest;
        Ok(*taken)
    }
}

/// The fact, into a buffer of the longest length, so that a small code cannot ask for much memory.
fn inflated(bytes: &[u8]) -> Result<Vec<u8>, ReceiptFault> {
    let mut payload = vec![0; LONGEST_PAYLOAD];
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, written) = decompress(&mut DecompressorOxide::new(), bytes, &mut payload, 0, flags);
    match status {
        TINFLStatus::Done if read == bytes.len() => {
            payload.truncate(written);
            Ok(payload)
        }
        TINFLStatus::Done => Err(form("something follows after its end")),
        TINFLStatus::HasMoreOutput => Err(ReceiptFault::TooLong {
            part: "the fact",
            most: LONGEST_PAYLOAD,
        }),
        _ => Err(form("the fact in it is damaged")),
    }
}

fn within_a_code(text: &str) -> Result<(), ReceiptFault> {
    if text.len() <= LONGEST_TEXT {
        Ok(())
    } else {
        Err(ReceiptFault::TooLong {
            part: "the text of the code",
            most: LONGEST_TEXT,
        })
    }
}

fn no_mark(text: &str) -> ReceiptFault {
    match text.split_once(':') {
        Some((found, _)) if found.starts_with("PLACET") && found.len() <= 10 => ReceiptFault::Version {
            found: found.to_owned(),
            known: "PLACET1",
        },
        _ => form("it does not begin with PLACET1:"),
    }
}

fn form(what: &str) -> ReceiptFault {
    ReceiptFault::Form {
        what: what.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SigningKey;
    use crate::receipt::sample::{key, receipt};
    use proptest::prelude::*;

    #[test]
    fn a_code_has_the_text_that_is_read_for_ever() {
        // Whatever deflate writes in a later version, this text must still be read.
        let read = Receipt::from_qr(CODE, &key().verifier()).unwrap();
        assert_eq!(read, receipt("{\"title\":\"ភ្នំពេញ\"}".as_bytes(), 2, 3));
        assert!(read.verify(&key().verifier()).is_ok());
    }

    const CODE: &str = "PLACET1:JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0000000000200000000000300B8W+F83KBER7:82M.EMUGQCT% JF*HWIK-XH:*MV5EG0T 02KZVW+UCV5/.98MJ13L:HD4YU3WVFKL5/M-2KQC6MO1$:9/GG70LZL9E:N368BUU$MUWJI6ZQM2G-TS7U5NTLTGS5AKR:EUWUA5LFX9:60XSS0:OYXEV6Q%BH7BJ$KR RD3N2DVSX3CZ7HYG0RBQ/JCLS0X74R8SMPFBWEEWEFZCWF7NNS19JZ7KNNSCVIN7KNNSF3JI7KNNS6FHZ2";

    #[test]
    fn texts_that_are_no_code_are_refused_with_the_reason() {
        let genuine = receipt(b"{}", 5, 11).to_qr(&key().verifier()).unwrap();
        let bytes = base45::decode(&genuine[MARK.len()..]).unwrap();
        let with = |at: usize, byte: u8| {
            let mut bytes = bytes.clone();
            bytes[at] = byte;
            format!("{MARK}{}", base45::encode(bytes))
        };
        check("", form("it does not begin with PLACET1:"));
        check("placet1:", form("it does not begin with PLACET1:"));
        check(MARK, form("it ends too early"));
        check(
            "PLACET2:ABC",
            ReceiptFault::Version {
                found: "PLACET2".to_owned(),
                known: "PLACET1",
            },
        );
        check("PLACET1:é", form("its characters are not base45"));
        check(
            "PLACET1:::",
            form("its characters are not base45 as it is written"),
        );
        check(
            &genuine.to_lowercase().replace("placet", "PLACET"),
            form("its characters are not base45"),
        );
        check(
            &with(148, 65),
            ReceiptFault::TooLong {
                part: "the proof",
                most: 64,
            },
        );
        check(&with(148, 64), form("it ends too early"));
        check(
            &with(80, bytes[80] ^ 1),
            ReceiptFault::OtherKey {
                name: key().name().to_owned(),
            },
        );
        check(&with(bytes.len() - 1, 0xff), form("the fact in it is damaged"));
        check(
            &format!("{MARK}{}", base45::encode([bytes, vec![0]].concat())),
            form("something follows after its end"),
        );
        check(
            &"A".repeat(4297),
            ReceiptFault::TooLong {
                part: "the text of the code",
                most: 4296,
            },
        );
        fn check(text: &str, expect: ReceiptFault) {
            assert_eq!(Receipt::from_qr(text, &key().verifier()), Err(expect), "{text}");
        }
    }

    #[test]
    fn a_small_code_that_swells_is_stopped() {
        let bomb = compress_to_vec(&vec![b' '; LONGEST_PAYLOAD + 1], 10);
        assert!(bomb.len() < 200);
        assert_eq!(
            inflated(&bomb),
            Err(ReceiptFault::TooLong {
                part: "the fact",
                most: LONGEST_PAYLOAD
            })
        );
        let fits = compress_to_vec(&vec![b' '; LONGEST_PAYLOAD], 10);
        assert_eq!(inflated(&fits).map(|payload| payload.len()), Ok(LONGEST_PAYLOAD));
    }

    #[test]
    fn a_code_that_would_not_verify_or_not_fit_is_not_made() {
        let public = key().verifier();
        let mut changed = receipt(b"{}", 5, 11);
        changed.payload = b"[]".to_vec();
        assert!(matches!(
            changed.to_qr(&public),
            Err(ReceiptFault::NotInLedger(_))
        ));
        let other = SigningKey::from_seed("other.example", &[2; 32])
            .unwrap()
            .verifier();
        assert!(matches!(
            receipt(b"{}", 5, 11).to_qr(&other),
            Err(ReceiptFault::Checkpoint(_))
        ));
        // Bytes that deflate cannot make shorter.
        let noise: Vec<u8> = (0..100_u8)
            .flat_map(|n| crate::hash::entry_hash(&[n]).0)
            .collect();
        assert!(matches!(
            receipt(&noise, 0, 1).to_qr(&public),
            Err(ReceiptFault::TooLong { .. })
        ));
    }

    proptest! {
        #[test]
        fn a_receipt_comes_back_from_its_code(
            (index, size) in (1_u64..70).prop_flat_map(|size| (0..size, Just(size))),
            payload in proptest::collection::vec(any::<u8>(), 0..1200),
        ) {
            let written = receipt(&payload, index, size);
            let text = written.to_qr(&key().verifier()).unwrap();
            prop_assert!(text.bytes().all(|c| b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".contains(&c)));
            prop_assert_eq!(Receipt::from_qr(&text, &key().verifier()), Ok(written));
        }

        #[test]
        fn a_changed_code_proves_nothing_else(at: usize, put in "[0-9A-Z $%*+./:-]", index in 0_u64..20) {
            let genuine = receipt(b"{\"permit\":\"PP-2023-0001\",\"title\":\"Fireworks\"}", index, 20);
            let mut text = genuine.to_qr(&key().verifier()).unwrap();
            let at = at % text.len();
            text.replace_range(at..=at, &put);
            let verified = Receipt::from_qr(&text, &key().verifier()).and_then(|read| read.verify(&key().verifier()));
            if let Ok(verified) = verified {
                prop_assert_eq!(verified.payload, genuine.payload);
            }
        }

        #[test]
        fn reading_a_code_never_panics(text: String, encoded in "[0-9A-Z $%*+./:-]{0,600}", bytes: Vec<u8>) {
            let key = key().verifier();
            let _ = Receipt::from_qr(&text, &key);
            let _ = Receipt::from_qr(&format!("{MARK}{encoded}"), &key);
            let genuine = receipt(b"", 0, 1).to_qr(&key).unwrap();
            let mut whole = base45::decode(&genuine[MARK.len()..]).unwrap();
            whole.truncate(149);
            whole.extend(bytes);
            let _ = Receipt::from_qr(&format!("{MARK}{}", base45::encode(whole)), &key);
        }
    }
}
