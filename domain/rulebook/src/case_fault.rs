//! Why a case file was not taken.

use feel::{Said, said};
use std::fmt;

/// One fault of a case file: where it is, what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFault {
    /// The file.
    pub file: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// The case, where the file has several.
    pub case: Option<String>,
    /// The key, such as `answers.attendance`.
    pub key: Option<String>,
    /// What is wrong, and what to do.
    pub what: Said,
}

impl CaseFault {
    /// Where it is, what is wrong and what to do.
    #[must_use]
    pub fn said(&self) -> Said {
        let parts = [
            self.line.map(|line| said!("line {}", line)),
            self.case.as_ref().map(|case| said!("case “{}”", case)),
            self.key.as_ref().map(|key| said!("{}", key)),
        ];
        let parts = parts.into_iter().flatten();
        let place = parts.fold(said!("{}", &self.file), |one, more| said!("{}, {}", one, more));
        said!("{}: {}.", place, self.what.clone())
    }
}

impl fmt::Display for CaseFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for CaseFault {}
