//! What a text says of who met whom, who said what, and who asked or promised what: found by stated rules of the language, without a
//! model, a dictionary of names, or anything that leaves the machine.
//!
//! [`capture`] reads a text once and gives a [`Capture`]. Everything in it stands in the text: its offsets count Unicode scalar values of
//! the text as it was given, and each has a line that says which rule found it and by which word. Nothing is certain; all of it is there
//! for a person to accept, change or refuse.

mod dates;
mod english;
mod found;
mod line;
mod names;
mod quotes;
mod token;
mod view;
mod words;

pub use found::{Capture, Dated, Directed, Met, Mode, Named, Participant, Statement, Subject};

use jiff::civil::Date;

/// Reads an English text. Without its day of publication, years that it does not name stay unknown.
#[must_use]
pub fn capture(text: &str, published: Option<Date>) -> Capture {
    english::read(text, published)
}
