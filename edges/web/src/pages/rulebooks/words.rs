//! What the linter found, in the reader's language.

use crate::Text;
use crate::wording::begun;
use rulebook::Said;
use rulebook::lint::{Finding, Level};

/// A finding: how grave it is with its tone, where it lies, what it is, and a case that shows it.
pub(super) struct FindingShown {
    pub tone: &'static str,
    pub level: String,
    pub place: String,
    pub what: String,
    pub example: String,
}

/// A finding in words.
pub(super) fn finding(t: Text, finding: &Finding) -> FindingShown {
    let said = |said: Option<Said>| said.map_or_else(String::new, |said| t.said(&said));
    FindingShown {
        tone: match finding.level {
            Level::Fault => "bad",
            Level::Warning => "wait",
            Level::Note => "plain",
        },
        level: t.said(&finding.level.said()),
        place: said(finding.place.said()),
        what: begun(t.said(&finding.kind.said())),
        example: said(finding.shown_by()),
    }
}
