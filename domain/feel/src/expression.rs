//! Expressions and unary tests, read and ready to be evaluated.

use crate::{Names, Scope, Span, SyntaxError, Value};

/// An expression of FEEL.
#[derive(Debug, Clone)]
pub struct Expression {
    source: std::sync::Arc<str>,
}

impl Expression {
    /// Reads an expression. Names that are not among the known ones are words without blanks and signs.
    ///
    /// # Errors
    /// A [`SyntaxError`] where the text is not FEEL, is nested too deep, or asks for an external function.
    pub fn parse(text: &str, names: &Names) -> Result<Expression, SyntaxError> {
        let _ = names;
        Ok(Expression { source: text.into() })
    }

    /// The text that was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its value. What has none is a null with its cause.
    #[must_use]
    pub fn evaluate(&self, scope: &Scope) -> Value {
        scope.null("not written yet")
    }
}

/// Unary tests: what the cell of a decision table asks of its input.
#[derive(Debug, Clone)]
pub struct UnaryTests {
    source: std::sync::Arc<str>,
}

impl UnaryTests {
    /// Reads unary tests: `-`, `not(…)`, or tests of which one must hold.
    ///
    /// # Errors
    /// A [`SyntaxError`] where the text is not FEEL, is nested too deep, or asks for an external function.
    pub fn parse(text: &str, names: &Names) -> Result<UnaryTests, SyntaxError> {
        let _ = names;
        Ok(UnaryTests { source: text.into() })
    }

    /// The text that was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether they hold of the input: true, false, or null. The input is `?` in them.
    #[must_use]
    pub fn test(&self, input: &Value, scope: &Scope) -> Value {
        let _ = input;
        scope.null("not written yet")
    }

    /// The tests, if they compare the input with literals only.
    #[must_use]
    pub fn simple(&self) -> Option<SimpleTests> {
        None
    }
}

/// Unary tests that compare the input with literals only.
#[derive(Debug, Clone, PartialEq)]
pub enum SimpleTests {
    /// `-`: whatever the input.
    Any,
    /// One of these holds.
    AnyOf(Vec<SimpleTest>),
    /// `not(…)`: none of these holds.
    NoneOf(Vec<SimpleTest>),
}

/// One test against literals.
#[derive(Debug, Clone, PartialEq)]
pub struct SimpleTest {
    /// What is asked.
    pub kind: SimpleKind,
    /// Where it stands in the cell's text.
    pub span: Span,
}

/// What one test asks of the input.
#[derive(Debug, Clone, PartialEq)]
pub enum SimpleKind {
    /// It equals the literal.
    Equal(Value),
    /// `!= literal`.
    Unequal(Value),
    /// It lies in the range: `[1..5)`, `< 5` (a range without start), `>= 5`.
    Within(crate::Range),
    /// It equals an item of the list, or lies in an item that is a range.
    In(Vec<Value>),
}
