//! Why a rulebook was not loaded.

use crate::place::Place;
use feel::{Said, said};
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
    pub what: Said,
    /// What to do.
    pub todo: Said,
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

impl LoadFault {
    /// Where it is.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            file: Some(self.file.clone()),
            line: self.line,
            table: self.table.clone(),
            row: self.row,
            column: self.column.clone(),
        }
    }

    /// Where it is, what is wrong, and what to do.
    #[must_use]
    pub fn said(&self) -> Said {
        let place = self.place().said().unwrap_or_default();
        said!("{}: {}. {}.", place, self.what.clone(), self.todo.clone())
    }
}

impl fmt::Display for LoadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
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
