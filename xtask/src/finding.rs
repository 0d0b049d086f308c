//! A place in the project that breaks one of its rules.

use std::fmt;

use crate::failure::{Failure, Outcome};

/// One broken rule at one place. Ordered by place, so that a list reads file by file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Relative to the project's root, with `/` between its parts.
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Finding {
    /// A finding at `path:line`.
    pub fn new(path: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// Prints every finding and fails when there is one.
///
/// # Errors
/// With the number of findings, when there are any.
pub fn report(mut findings: Vec<Finding>, remedy: &str) -> Outcome {
    findings.sort();
    findings.dedup();
    for finding in &findings {
        eprintln!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        1 => Err(Failure::new("one place breaks a rule of the house", remedy)),
        many => Err(Failure::new(
            format!("{many} places break a rule of the house"),
            remedy,
        )),
    }
}
