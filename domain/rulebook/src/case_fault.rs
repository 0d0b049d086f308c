//! Why a case file was not taken.

use std::fmt;

/// One fault of a case file: where it is, what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFault {
    /// The file.
    pub file: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// The key, such as `answers.attendance`.
    pub key: Option<String>,
    /// What is wrong, and what to do.
    pub what: String,
}

impl fmt::Display for CaseFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(key) = &self.key {
            write!(f, ", {key}")?;
        }
        write!(f, ": {}.", self.what)
    }
}

impl std::error::Error for CaseFault {}
