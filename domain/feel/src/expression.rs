//! Expressions and unary tests, read and ready to be evaluated.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::ast::Expr;
use crate::characters::normal;
use crate::eval::Evaluator;
use crate::eval::built_in_names;
use crate::parse::{self, Read, Tests};
use crate::simple::SimpleTests;
use crate::{Names, Scope, Span, SyntaxError, Value};

/// An expression of FEEL.
#[derive(Debug, Clone)]
pub struct Expression {
    source: Arc<str>,
    read: Read<Expr>,
}

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    /// A [`SyntaxError`] where the text is not FEEL, is nested too deep, or asks for an external function.
    pub fn parse(text: &str, names: &Names) -> Result<Expression, SyntaxError> {
        Ok(Expression {
            source: text.into(),
            read: parse::expression(text, names, built_in_names())?,
        })
    }

    /// The text that was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The names in it that were not among the known ones, nor given in the text itself. They may still be entries of
    /// contexts that are filtered; else they are null when evaluated.
    #[must_use]
    pub fn unknown_names(&self) -> &BTreeSet<Arc<str>> {
        &self.read.unknown
    }

    /// Whether it uses that name, whoever gives it: a variable, the text itself, or a built-in function.
    #[must_use]
    pub fn uses(&self, name: &str) -> bool {
        self.read.names.contains(&normal(name))
    }

    /// Its value. What has none is a null with its cause.
    #[must_use]
    pub fn evaluate(&self, scope: &Scope) -> Value {
        Evaluator::new(scope, &self.source).evaluate(&self.read.tree)
    }

    /// The value that the text stands for, if it is a single literal.
    #[must_use]
    pub fn literal(&self) -> Option<Value> {
        crate::simple::literal(&self.read.tree)
    }
}

/// Unary tests: what the cell of a decision table asks of its input.
#[derive(Debug, Clone)]
pub struct UnaryTests {
    source: Arc<str>,
    read: Read<Tests>,
}

impl UnaryTests {
    /// Reads unary tests: `-`, `not(…)`, or tests of which one must hold.
    ///
    /// # Errors
    /// A [`SyntaxError`] where the text is not FEEL, is nested too deep, or asks for an external function.
    pub fn parse(text: &str, names: &Names) -> Result<UnaryTests, SyntaxError> {
        Ok(UnaryTests {
            source: text.into(),
            read: parse::unary_tests(text, names, built_in_names())?,
        })
    }

    /// The text that was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The names in it that were not among the known ones, nor given in the text itself.
    #[must_use]
    pub fn unknown_names(&self) -> &BTreeSet<Arc<str>> {
        &self.read.unknown
    }

    /// Whether it uses that name, whoever gives it: a variable, the text itself, or a built-in function.
    #[must_use]
    pub fn uses(&self, name: &str) -> bool {
        self.read.names.contains(&normal(name))
    }

    /// Every name that it uses, whoever gives it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.read.names.iter().map(|name| &**name)
    }

    /// Whether they hold of the input: true, false, or null with its cause. The input is `?` in them.
    #[must_use]
    pub fn test(&self, input: &Value, scope: &Scope) -> Value {
        let span = Span {
            start: 0,
            end: self.source.len(),
        };
        let mut evaluator = Evaluator::new(scope, &self.source);
        match &self.read.tree {
            Tests::Any => Value::Boolean(true),
            Tests::AnyOf(tests) => evaluator.any_test(span, input, tests),
            Tests::NoneOf(tests) => match evaluator.any_test(span, input, tests) {
                Value::Boolean(found) => Value::Boolean(!found),
                null => null,
            },
        }
    }

    /// The tests, if they compare the input with literals only.
    #[must_use]
    pub fn simple(&self) -> Option<SimpleTests> {
        crate::simple::tests(&self.read.tree)
    }
}
