//! Intervals.

use crate::Value;

/// An interval between two endpoints. An endpoint that is null leaves its side open without end, as `(< 5)` does.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The lower endpoint, or null.
    pub start: Value,
    /// Whether the lower endpoint belongs to it.
    pub start_included: bool,
    /// The upper endpoint, or null.
    pub end: Value,
    /// Whether the upper endpoint belongs to it.
    pub end_included: bool,
}

impl Range {
    /// Whether a value lies in it; `None` when it cannot be compared with an endpoint.
    #[must_use]
    pub fn contains(&self, value: &Value) -> Option<bool> {
        super::lies_within(value, self)
    }
}
