//! Files that a command is given, and no more of one than can be meant.

use crate::failure::Failure;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The most bytes that such a file has. Every one of them is written by a person or fits a receipt.
const MOST: u64 = 16_000_000;

/// Reads a file that is text.
pub fn text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes(path)?).map_err(|fault| {
        let at = fault.utf8_error().valid_up_to();
        Failure::usage(format!(
            "{}: it is not text in UTF-8: byte {at} is none.\nCheck that this is the file you mean, and save it as UTF-8.",
            path.display()
        ))
    })
}

/// Reads a file, whatever it is.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = vec![];
    File::open(path)
        .and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes))
        .map_err(|fault| Failure::given(path, &fault))?;
    if bytes.len() as u64 > MOST {
        return Err(Failure::usage(format!(
            "{}: it has more than 16 MB, which no file for this command has.\nCheck that this is the file you mean.",
            path.display()
        )));
    }
    Ok(bytes)
}
