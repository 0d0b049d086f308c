//! A receipt as a file: JSON, with the fact kept byte for byte as a string (`docs/formats/permit.md`).

use crate::hash::Hash;
use crate::receipt::{LONGEST_CHECKPOINT, LONGEST_PAYLOAD, LONGEST_PROOF, Receipt, ReceiptFault};
use serde::{Deserialize, Serialize};

/// How the file names its form.
const FORMAT: &str = "placet-permit/1";
/// Length of the longest file, in bytes: each character of the fact and the checkpoint may be escaped with six.
const LONGEST_FILE: usize = 6 * (LONGEST_PAYLOAD + LONGEST_CHECKPOINT) + 100 * LONGEST_PROOF;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    payload: String,
    salt: Hash,
    index: u64,
    size: u64,
    proof: Vec<Hash>,
    checkpoint: String,
}

/// The first field alone, to tell a newer form from a broken one.
#[derive(Deserialize)]
struct Named {
    format: String,
}

impl Receipt {
    /// The receipt as the text of a file, ending with a line break.
    ///
    /// # Errors
    /// [`ReceiptFault::Form`] if the fact is not UTF-8; [`ReceiptFault::TooLong`].
    pub fn to_json(&self) -> Result<String, ReceiptFault> {
        self.within_limits()?;
        let payload = String::from_utf8(self.payload.clone()).map_err(|fault| ReceiptFault::Form {
            what: format!("the fact is not UTF-8 text: {fault}"),
        })?;
        let file = File {
            format: FORMAT.to_owned(),
            payload,
            salt: Hash(self.salt),
            index: self.index,
            size: self.size,
            proof: self.proof.clone(),
            checkpoint: self.checkpoint.clone(),
        };
        let text = serde_json::to_string_pretty(&file).map_err(form)?;
        Ok(text + "\n")
    }

    /// The receipt that a file holds. It is read, not verified; a field that is not known, such as a key, is refused.
    ///
    /// # Errors
    /// [`ReceiptFault::Version`], [`ReceiptFault::Form`] or [`ReceiptFault::TooLong`].
    pub fn from_json(text: &str) -> Result<Self, ReceiptFault> {
        if text.len() > LONGEST_FILE {
            return Err(ReceiptFault::TooLong {
                part: "the file",
                most: LONGEST_FILE,
            });
        }
        let named: Named = serde_json::from_str(text).map_err(form)?;
        if named.format != FORMAT {
            let found = named.format.chars().take(40).collect();
            return Err(ReceiptFault::Version { found, known: FORMAT });
        }
        let file: File = serde_json::from_str(text).map_err(form)?;
        let receipt = Receipt {
            payload: file.payload.into_bytes(),
            salt: file.salt.0,
            index: file.index,
            size: file.size,
            proof: file.proof,
            checkpoint: file.checkpoint,
        };
        receipt.within_limits()?;
        Ok(receipt)
    }
}

fn form(fault: serde_json::Error) -> ReceiptFault {
    ReceiptFault::Form {
        what: fault.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::receipt::sample::{key, receipt};
    use proptest::prelude::*;

    #[test]
    fn a_file_has_the_bytes_that_it_has_for_ever() {
        let written = receipt("{\"title\":\"ភ្នំពេញ\"}".as_bytes(), 2, 3);
        let text = written.to_json().unwrap();
        assert_eq!(text, FILE);
        let read = Receipt::from_json(&text).unwrap();
        assert!(read.verify(&key().verifier()).is_ok());
        assert_eq!(read, written);
    }

    const FILE: &str = r#"{
  "format": "placet-permit/1",
  "payload": "{\"title\":\"ភ្នំពេញ\"}",
  "salt": "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=",
  "index": 2,
  "size": 3,
  "proof": [
    "OuKJxZR0rc7XiI6YQdk8a7gT4OL8X5SH1wLyz7RibgU="
  ],
  "checkpoint": "placet.example/permits\n3\n/pNCE1qKPCwRZnY2g+znm5zFjWOhfoxvtQ1vvuV1D/Y=\n\n— placet.example/permits +3L0di0MTr6aMaalaf7zTPraqbC1mp63MawMN08SgYumJEsFvblAWfKf8VGR2dPXfwDivizaq03gaZ/7dpXzDKcITQ0=\n"
}
"#;

    #[test]
    fn files_that_are_no_receipt_are_refused_with_the_reason() {
        let genuine = receipt(b"{}", 0, 2).to_json().unwrap();
        let newer = genuine.replace("placet-permit/1", "placet-permit/2");
        let found = "placet-permit/2".to_owned();
        assert_eq!(
            Receipt::from_json(&newer),
            Err(ReceiptFault::Version { found, known: FORMAT })
        );
        let with_key = genuine.replacen('{', "{\"key\": \"placet.example+00000000+AAAA\",", 1);
        check(&with_key, "unknown field `key`");
        check(&genuine.replace("\"index\": 0", "\"index\": -1"), "invalid value");
        check(&genuine.replace("\"index\": 0,", ""), "missing field `index`");
        check(
            &genuine.replace("\"index\": 0", "\"index\": 0, \"index\": 0"),
            "duplicate field `index`",
        );
        check(
            &genuine.replace("\"salt\": \"", "\"salt\": \"A"),
            "this is no hash",
        );
        check("", "EOF");
        check(&"[".repeat(10_000), "invalid type: sequence");
        check("{\"format\":\"placet-permit/1\"}", "missing field");
        fn check(text: &str, expect: &str) {
            let Err(ReceiptFault::Form { what }) = Receipt::from_json(text) else {
                panic!("{text} was read")
            };
            assert!(what.contains(expect), "{what}");
        }
    }

    #[test]
    fn what_is_too_long_is_neither_written_nor_read() {
        let mut long = receipt(b"{}", 0, 2);
        long.payload = vec![b' '; LONGEST_PAYLOAD + 1];
        let fault = Err(ReceiptFault::TooLong {
            part: "the fact",
            most: LONGEST_PAYLOAD,
        });
        assert_eq!(long.to_json(), fault);
        assert!(matches!(
            Receipt::from_json(&" ".repeat(LONGEST_FILE + 1)),
            Err(ReceiptFault::TooLong { .. })
        ));
    }

    proptest! {
        #[test]
        fn a_receipt_comes_back_from_its_file(payload: String, salt: [u8; 32], index: u64, size: u64, proof in proptest::collection::vec(any::<[u8; 32]>(), 0..=64), checkpoint: String) {
            let proof = proof.into_iter().map(Hash).collect();
            let written = Receipt { payload: payload.into_bytes(), salt, index, size, proof, checkpoint };
            prop_assert_eq!(Receipt::from_json(&written.to_json().unwrap()), Ok(written));
        }

        #[test]
        fn reading_a_file_never_panics(text: String, at: usize, put: char) {
            let _ = Receipt::from_json(&text);
            let mut genuine: Vec<char> = receipt(b"{}", 0, 2).to_json().unwrap().chars().collect();
            let at = at % genuine.len();
            genuine[at] = put;
            let _ = Receipt::from_json(&genuine.into_iter().collect::<String>());
        }
    }
}
