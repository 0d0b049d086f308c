//! Why a rulebook was not loaded.

use std::fmt;

/// Everything that is wrong with a rulebook; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The faults, in the order of the files.
    pub faults: Vec<LoadFault>,
}

/// One fault of a rulebook: where it is, what is wrong and what to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadFault {
    /// What it is, where a linter tells it apart.
    pub kind: LoadFaultKind,
    /// The file.
    pub file: String,
    /// The line of the file, from 1, where it is known.
    pub line: Option<usize>,
    /// The decision whose table it is.
    pub table: Option<String>,
    /// The row of the table, from 1.
    pub row: Option<usize>,
    /// The column of the table: the input's id, `authority`, or the annotation's name; or the key in `rulebook.toml`.
    pub column: Option<String>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub todo: String,
}

/// The faults that a linter tells apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LoadFaultKind {
    /// Any other.
    #[default]
    Other,
    /// A rule without what it rests on.
    MissingCitation,
    /// A text that is missing in a language.
    Untranslated,
    /// A rule that names no authority of the rulebook.
    UnknownAuthority,
    /// Days of validity that are none, or contradict each other.
    Validity,
}

impl fmt::Display for LoadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(table) = &self.table {
            write!(f, ", table {table}")?;
        }
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        match (&self.column, &self.table) {
            (Some(column), Some(_)) => write!(f, ", column {column}")?,
            (Some(key), None) => write!(f, ", {key}")?,
            (None, _) => {}
        }
        write!(f, ": {}. {}.", self.what, self.todo)
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, fault) in self.faults.iter().enumerate() {
            if number > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for LoadError {}
impl std::error::Error for LoadFault {}

/// What was given, short enough to be said back.
pub(crate) fn quoted(given: &str) -> String {
    let short: String = given.chars().take(60).collect();
    let more = if short.len() < given.len() { "\u{2026}" } else { "" };
    format!("\u{201c}{short}{more}\u{201d}")
}
