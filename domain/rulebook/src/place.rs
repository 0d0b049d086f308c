//! Where in a rulebook something lies.

use feel::{Said, said};
use serde::Serialize;

/// Where something lies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file, where the rulebook was not loaded.
    pub file: Option<String>,
    /// The line of the file, from 1, where it is known.
    pub line: Option<usize>,
    /// The decision whose table it is.
    pub table: Option<String>,
    /// The row of the table, from 1.
    pub row: Option<usize>,
    /// The column of the table: the input's id or the annotation's name; or the key in `rulebook.toml`.
    pub column: Option<String>,
}

impl Place {
    /// What is known of the place, if anything is.
    #[must_use]
    pub fn said(&self) -> Option<Said> {
        let column = |name: &String| match self.table {
            Some(_) => said!("column {}", name),
            None => said!("{}", name),
        };
        let parts = [
            self.file.as_ref().map(|file| said!("{}", file)),
            self.line.map(|line| said!("line {}", line)),
            self.table.as_ref().map(|table| said!("table {}", table)),
            self.row.map(|row| said!("row {}", row)),
            self.column.as_ref().map(column),
        ];
        let parts = parts.into_iter().flatten();
        parts.reduce(|one, more| said!("{}, {}", one, more))
    }
}
