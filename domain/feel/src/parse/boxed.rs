//! Lists, ranges, contexts and functions (rules 8, 44, 55 to 60, 66).

use std::sync::Arc;

use super::{Parser, VARIABLES};
use crate::ast::{Comparison, Definition, Expr, Interval, Node, Test};
use crate::{Parameter, SyntaxError, Type, said};

impl Parser<'_> {
    /// `(expression)`, `(from..to]`, or an unbounded range such as `(< 5)`.
    pub(super) fn parenthesis(&mut self, start: usize) -> Result<Expr, SyntaxError> {
        self.lexer.expect("(")?;
        if let Some(comparison) = self.comparison_sign() {
            let endpoint = self.expression()?;
            self.lexer.expect(")")?;
            return Ok(self.expr(start, unbounded(comparison, endpoint)));
        }
        let inner = self.expression()?;
        if self.lexer.take("..") {
            return self.range(start, false, inner);
        }
        self.lexer.expect(")")?;
        Ok(inner)
    }

    /// `[a, b]`, `[from..to)` or `]from..to[`.
    pub(super) fn bracket(&mut self, start: usize) -> Result<Expr, SyntaxError> {
        let closed = self.lexer.take("[");
        if !closed {
            self.lexer.expect("]")?;
        } else if self.lexer.take("]") {
            return Ok(self.expr(start, Node::List(Vec::new())));
        }
        let first = match self.comparison_sign() {
            Some(comparison) => {
                let at = self.lexer.at;
                let endpoint = self.deeper(Parser::sum)?;
                self.expr(at, unbounded(comparison, endpoint))
            }
            None => self.expression()?,
        };
        if self.lexer.take("..") {
            return self.range(start, closed, first);
        }
        if !closed {
            return self
                .lexer
                .error(said!("`..` is expected here: `]` begins a range"));
        }
        let mut items = vec![first];
        while self.lexer.take(",") {
            items.push(self.expression()?);
        }
        self.lexer.expect("]")?;
        Ok(self.expr(start, Node::List(items)))
    }

    /// From after the points on.
    pub(super) fn range(
        &mut self,
        start: usize,
        start_included: bool,
        from: Expr,
    ) -> Result<Expr, SyntaxError> {
        let closing = std::mem::replace(&mut self.closing, true);
        let to = self.deeper(Parser::sum);
        self.closing = closing;
        let end = Some(to?);
        let end_included = self.lexer.take("]");
        if !end_included && !self.lexer.take(")") && !self.lexer.take("[") {
            return self
                .lexer
                .error(said!("the range is not closed: `]`, `)` or `[` is expected here"));
        }
        let interval = Interval {
            start: Some(from),
            start_included,
            end,
            end_included,
        };
        Ok(self.expr(start, Node::Range(Box::new(interval))))
    }

    pub(super) fn context(&mut self, start: usize) -> Result<Expr, SyntaxError> {
        self.lexer.expect("{")?;
        let mut entries: Vec<(Arc<str>, Expr)> = Vec::new();
        if self.lexer.take("}") {
            return Ok(self.expr(start, Node::Context(entries)));
        }
        loop {
            let key: Arc<str> = if self.lexer.sees("\"") {
                self.lexer.string()?.into()
            } else if let Some(name) = self.lexer.new_name(|text| text.starts_with(':')) {
                name
            } else {
                return self
                    .lexer
                    .error(said!("a context's key and `:` are expected here"));
            };
            self.lexer.expect(":")?;
            self.lexer.local.add(&key);
            let value = self.expression()?;
            entries.push((key, value));
            if self.lexer.take("}") {
                break;
            }
            self.lexer.expect(",")?;
        }
        Ok(self.expr(start, Node::Context(entries)))
    }

    /// From after `function` on. A function that is not written in FEEL would be code to execute: it is refused.
    pub(super) fn function(&mut self, start: usize) -> Result<Expr, SyntaxError> {
        self.lexer.expect("(")?;
        let mut parameters = Vec::new();
        while !self.lexer.take(")") {
            if !parameters.is_empty() {
                self.lexer.expect(",")?;
            }
            if parameters.len() == VARIABLES {
                return self.lexer.error(said!("a function has at most 50 parameters"));
            }
            let Some(name) = self.lexer.new_name(|text| text.starts_with([':', ',', ')'])) else {
                return self.lexer.error(said!("a parameter's name is expected here"));
            };
            let kind = if self.lexer.take(":") {
                self.kind()?
            } else {
                Some(Type::Any)
            };
            let Some(kind) = kind else {
                return self
                    .lexer
                    .error(said!("the type of the parameter `{}` is not known", &name));
            };
            self.lexer.local.add(&name);
            parameters.push(Parameter { name, kind });
        }
        if self.lexer.sees_word("external") {
            return self.lexer.error(said!(
                "external functions are not carried out: write the function in FEEL"
            ));
        }
        let body = self.expression()?;
        Ok(self.expr(start, Node::Function(Arc::new(Definition { parameters, body }))))
    }
}

/// The range, or the test, that `(< 5)` stands for.
fn unbounded(comparison: Comparison, endpoint: Expr) -> Node {
    let (below, included) = match comparison {
        Comparison::Less => (true, false),
        Comparison::LessOrEqual => (true, true),
        Comparison::Greater => (false, false),
        Comparison::GreaterOrEqual => (false, true),
        Comparison::Equal | Comparison::Unequal => {
            return Node::Test(Box::new(Test::Compare(comparison, endpoint)));
        }
    };
    let interval = if below {
        Interval {
            start: None,
            start_included: false,
            end: Some(endpoint),
            end_included: included,
        }
    } else {
        Interval {
            start: Some(endpoint),
            start_included: included,
            end: None,
            end_included: false,
        }
    };
    Node::Range(Box::new(interval))
}
