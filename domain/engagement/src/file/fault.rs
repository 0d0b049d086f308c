//! What is wrong with a meetings file: where, what, and what to do.

use std::fmt;

/// One fault of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// The file, as it was named by whoever gave it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// The field by its path, such as `meeting[2].request[1].from`; entries are counted from 1. Empty for the whole.
    pub field: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub todo: String,
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?;
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        write!(f, "{}; {}", self.what, self.todo)
    }
}

impl std::error::Error for FileFault {}

/// Where something stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct At {
    /// The field's path.
    pub path: String,
    /// The offset of its first byte.
    pub start: usize,
}

/// Collects the faults of one file, so that all of them are told at once.
#[derive(Debug)]
pub(super) struct Faults<'t> {
    file: &'t str,
    text: &'t str,
    found: Vec<FileFault>,
}

impl<'t> Faults<'t> {
    pub fn of(file: &'t str, text: &'t str) -> Self {
        Faults {
            file,
            text,
            found: vec![],
        }
    }

    pub fn add(&mut self, at: &At, what: impl Into<String>, todo: impl Into<String>) {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        self.found.push(FileFault {
            file: self.file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            field: at.path.clone(),
            what: what.into(),
            todo: todo.into(),
        });
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The faults in the order of the file.
    pub fn into_sorted(mut self) -> Vec<FileFault> {
        self.found.sort_by_key(|one| (one.line, one.column));
        self.found
    }
}
