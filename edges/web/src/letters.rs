//! A decision that came on paper, in words: every page and every paper says by which letter.

use crate::Text;
use crate::position::Seen;
use crate::wording::near;
use act::Date;
use clearance::{Decided, Letter};

/// Which letter: its day, and its reference if it has one.
pub(crate) fn which(t: Text, letter: &Letter) -> String {
    let dated = t.date(letter.dated);
    match &letter.reference {
        None => t.one("letter-of", "dated", dated),
        Some(reference) => {
            let words = [("dated", dated.into()), ("reference", reference.as_str().into())];
            t.with("letter-of-reference", words)
        }
    }
}

/// By a letter of which day, recorded when, as said in a list.
pub(crate) fn in_short(t: Text, dated: Date, recorded: String) -> String {
    let words = [("dated", t.date(dated).into()), ("date", recorded.into())];
    t.with("next-by-letter", words)
}

/// A file as a line: its name, and how large it is.
pub(crate) fn scan_line(t: Text, scan: &clearance::Attachment) -> String {
    let size = i64::try_from(scan.size.div_ceil(1_000)).unwrap_or(i64::MAX);
    let words = [("name", scan.name.as_str().into()), ("size", size.into())];
    t.with("letter-scan-as", words)
}

impl Seen<'_> {
    /// When an authority decided by letter, where it did.
    pub(crate) fn by_letter(&self, decided: &Decided, recorded: Date) -> Option<String> {
        let letter = decided.letter.as_ref()?;
        Some(in_short(self.t, letter.dated, near(self.t, recorded, self.today)))
    }
}
