//! How a task fails: what went wrong and what to do about it.

use std::fmt;

/// The end of a task that could not do its work.
#[derive(Debug)]
pub struct Failure {
    what: String,
    remedy: String,
}

/// What every task ends with.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// `what` went wrong, as one sentence without its full stop; `remedy` is what the reader should do now.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "error: {}.\n  What to do: {}.", self.what, self.remedy)
    }
}
