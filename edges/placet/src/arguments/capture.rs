//! What can be typed after `placet capture`.

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// A text to be read.
#[derive(Debug, Args)]
pub struct Capture {
    /// The text: a text file, a page (.html), a mail (.eml) or a document (.docx)
    pub file: PathBuf,
    /// The language that it is written in
    #[arg(long)]
    pub lang: Written,
    /// The day on which it was published; without one, years that it does not name stay unknown
    #[arg(long, value_name = "DATE")]
    pub published: Option<Date>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A language of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Written {
    /// English
    En,
    /// Japanese
    Ja,
    /// Khmer
    Km,
}
