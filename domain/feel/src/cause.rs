//! Why a value is null, and why a text is not FEEL.

use std::fmt;
use std::sync::Arc;

use crate::{Position, Said, Span};

/// Why something has no value, in a few words.
pub(crate) type Reason = Said;

/// Why a null came about at run time, and at which part of which text.
#[derive(Clone, PartialEq, Eq)]
pub struct Cause {
    source: Arc<str>,
    span: Span,
    reason: Said,
}

impl Cause {
    /// A cause that stands at a part of a text. A caller's own causes have an empty text and the default span.
    pub fn new(source: Arc<str>, span: Span, reason: Said) -> Cause {
        Cause { source, span, reason }
    }

    /// What was wrong, in a few words.
    #[must_use]
    pub fn reason(&self) -> &Said {
        &self.reason
    }

    /// The part of the expression whose value is null.
    #[must_use]
    pub fn text(&self) -> &str {
        self.span.of(&self.source).trim_end()
    }

    /// The whole text of the expression.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Where that part stands in the whole.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The same, as line and column.
    #[must_use]
    pub fn position(&self) -> Position {
        self.span.position(&self.source)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position();
        write!(f, "{line}:{column}: `{}`: {}", self.text(), self.reason)
    }
}

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not an expression of FEEL, or not one that is carried out here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    pub(crate) span: Span,
    pub(crate) position: Position,
    pub(crate) message: Said,
}

impl SyntaxError {
    pub(crate) fn new(text: &str, span: Span, message: Said) -> SyntaxError {
        SyntaxError {
            span,
            position: span.position(text),
            message,
        }
    }

    /// The part of the text at which reading stopped.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The same, as line and column.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// What is wrong and what was expected.
    #[must_use]
    pub fn message(&self) -> &Said {
        &self.message
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}",
            self.position.line, self.position.column, self.message
        )
    }
}

impl std::error::Error for SyntaxError {}
