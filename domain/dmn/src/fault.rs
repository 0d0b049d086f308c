//! What is wrong with a model: where, what and what to do.

use feel::{Said, said};
use std::fmt;

/// One fault of a model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// The file, where the caller has named it.
    pub file: Option<Box<str>>,
    /// The line of the file, from 1, where it is known.
    pub line: Option<usize>,
    /// The element it lies in: the name of the decision, function, service, input or type, or else the tag.
    pub element: Option<Box<str>>,
    /// The row of its table, from 1.
    pub row: Option<usize>,
    /// The column of its table: the input's, output's or annotation's label, name or text.
    pub column: Option<Box<str>>,
    /// What is wrong.
    pub what: Said,
    /// What to do.
    pub todo: Said,
}

impl Fault {
    /// A fault at a line of the file.
    #[must_use]
    pub fn at(line: usize, what: Said, todo: Said) -> Self {
        Fault {
            line: Some(line),
            what,
            todo,
            ..Fault::default()
        }
    }

    /// What is wrong and what to do, without its place.
    #[must_use]
    pub fn said(&self) -> Said {
        said!("{}. {}.", self.what.clone(), self.todo.clone())
    }

    /// The same fault, said to lie in an element.
    #[must_use]
    pub fn within(mut self, element: &str) -> Self {
        self.element.get_or_insert_with(|| element.into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut places = vec![];
        places.extend(self.file.as_ref().map(ToString::to_string));
        places.extend(self.line.map(|line| format!("line {line}")));
        places.extend(self.element.as_ref().map(ToString::to_string));
        places.extend(self.row.map(|row| format!("row {row}")));
        places.extend(self.column.as_ref().map(|column| format!("column {column}")));
        if !places.is_empty() {
            write!(f, "{}: ", places.join(", "))?;
        }
        self.said().fmt(f)
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_where_what_and_what_to_do() {
        let mut fault = Fault::at(7, said!("no number"), said!("Write one")).within("Fee");
        assert_eq!(fault.to_string(), "line 7, Fee: no number. Write one.");
        fault.file = Some("a.dmn".into());
        fault.row = Some(2);
        fault.column = Some("Age".into());
        assert_eq!(
            fault.within("Other").to_string(),
            "a.dmn, line 7, Fee, row 2, column Age: no number. Write one."
        );
        let bare = Fault {
            what: said!("w"),
            todo: said!("t"),
            ..Fault::default()
        };
        assert_eq!(bare.to_string(), "w. t.");
    }
}
