//! What is wrong with a model: where, what and what to do.

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
    pub what: String,
    /// What to do.
    pub todo: &'static str,
}

impl Fault {
    /// A fault at a line of the file.
    #[must_use]
    pub fn at(line: usize, what: impl Into<String>, todo: &'static str) -> Self {
        Fault {
            line: Some(line),
            what: what.into(),
            todo,
            ..Fault::default()
        }
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
        write!(f, "{}. {}.", self.what, self.todo)
    }
}

impl std::error::Error for Fault {}

/// What was given, short enough to be said back.
pub(crate) fn quoted(given: &str) -> String {
    let short: String = given.chars().take(60).collect();
    let more = if short.len() < given.len() { "\u{2026}" } else { "" };
    format!("\u{201c}{short}{more}\u{201d}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_where_what_and_what_to_do() {
        let mut fault = Fault::at(7, "no number", "Write one").within("Fee");
        assert_eq!(fault.to_string(), "line 7, Fee: no number. Write one.");
        fault.file = Some("a.dmn".into());
        fault.row = Some(2);
        fault.column = Some("Age".into());
        assert_eq!(
            fault.within("Other").to_string(),
            "a.dmn, line 7, Fee, row 2, column Age: no number. Write one."
        );
        let bare = Fault {
            what: "w".to_owned(),
            todo: "t",
            ..Fault::default()
        };
        assert_eq!(bare.to_string(), "w. t.");
        assert_eq!(quoted(&"x".repeat(61)).chars().count(), 63);
    }
}
