//! The text of a file that somebody was sent: plain text, a page (HTML), a mail (EML), a document (DOCX). Nothing is fetched, no entity of
//! the file's own is followed, and neither what is read nor what comes of it may be larger than what people write.

mod document;
mod mail;
mod page;

use std::fmt;

/// The most bytes of a file. A mail with pictures fits; a mail bomb does not.
pub const MOST: usize = 16_000_000;

/// The most bytes of text: some three thousand pages.
pub const MOST_TEXT: usize = 8_000_000;

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It has more bytes than [`MOST`], or its text more than [`MOST_TEXT`].
    TooLarge,
    /// It is text in no encoding that is known here; the byte where that shows.
    NotUtf8(usize),
    /// It is a PDF. Words of scripts such as Khmer stand in them in the order in which they are drawn, and not as they are written.
    Pdf,
    /// It says that it is a document, and is none, or a broken one.
    Broken(&'static str),
    /// It defines entities of its own, which documents of writing programs do not.
    Entities,
    /// There is no text in it.
    Empty,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::TooLarge => write!(
                f,
                "it is larger than what is read: {} MB, and {} MB of text.\nCopy the part that matters into a text file.",
                MOST / 1_000_000,
                MOST_TEXT / 1_000_000
            ),
            Unreadable::NotUtf8(byte) => {
                write!(f, "it is not text in UTF-8: byte {byte} is none.\nSave it as UTF-8.")
            }
            Unreadable::Pdf => f.write_str(
                "it is a PDF, whose letters stand in the order in which they are drawn: Khmer words come out of it broken.\nCopy the text from its source, or type it, into a text file.",
            ),
            Unreadable::Broken(what) => write!(f, "it is no whole {what}.\nOpen it in the program that made it, and save it again."),
            Unreadable::Entities => {
                f.write_str("it defines entities of its own, which may name other files.\nSave it again with a writing program, or copy its text.")
            }
            Unreadable::Empty => f.write_str("there is no text in it.\nCheck that this is the file you mean."),
        }
    }
}

/// The text of a file, by what its bytes begin with, and where those say nothing by the end of its name.
///
/// # Errors
/// When it is too large, is no such file, or has no text.
pub fn read(name: &str, bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > MOST {
        return Err(Unreadable::TooLarge);
    }
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let text = match ending.as_str() {
        _ if bytes.starts_with(b"%PDF-") => return Err(Unreadable::Pdf),
        _ if bytes.starts_with(b"PK\x03\x04") => document::text(bytes)?,
        "docx" => return Err(Unreadable::Broken("document")),
        "eml" => mail::text(bytes)?,
        "html" | "htm" | "xhtml" => page::text(utf8(bytes)?)?,
        _ => utf8(bytes)?.to_owned(),
    };
    if text.len() > MOST_TEXT {
        return Err(Unreadable::TooLarge);
    }
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(text)
}

fn utf8(bytes: &[u8]) -> Result<&str, Unreadable> {
    std::str::from_utf8(bytes).map_err(|fault| Unreadable::NotUtf8(fault.valid_up_to()))
}
