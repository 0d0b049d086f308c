//! Unary tests, and `in` (DMN 1.5, 10.3.2.7 and 7.3.3; table 59).

use std::sync::Arc;

use super::Evaluator;
use crate::ast::{Expr, Node, Test};
use crate::value::{Frame, equal_within, lies_within};
use crate::{Span, Value, said};

/// The name of a unary test's input.
const INPUT: &str = "?";

impl Evaluator {
    pub(super) fn membership(&mut self, span: Span, value: &Expr, tests: &[Test]) -> Value {
        let value = self.evaluate(value);
        self.any_test(span, &value, tests)
    }

    /// A test where an expression stands: asked of the input that is being tested.
    pub(super) fn test_of_input(&mut self, span: Span, test: &Test) -> Value {
        let input = self.named(span, INPUT);
        self.any_test(span, &input, std::slice::from_ref(test))
    }

    /// Whether any of the tests holds: true if one does, else null if one is null, else false.
    pub(crate) fn any_test(&mut self, span: Span, input: &Value, tests: &[Test]) -> Value {
        let mut open = None;
        for test in tests {
            match self.test(input, test) {
                Value::Boolean(true) => return Value::Boolean(true),
                Value::Boolean(false) => {}
                other => open = open.or(Some(other)),
            }
        }
        match open {
            None => Value::Boolean(false),
            Some(null) => self.passed_on(span, &null),
        }
    }

    fn test(&mut self, input: &Value, test: &Test) -> Value {
        match test {
            Test::Compare(comparison, expr) => {
                let right = self.evaluate(expr);
                self.compared(expr.span, *comparison, input, &right)
            }
            Test::Value(expr, input_named) => {
                let frame = Frame::One(Arc::from(INPUT), input.clone());
                let value = self.with(frame, |evaluator| evaluator.evaluate(expr));
                // An expression that is true says so itself, unless it is there to be compared with a truth.
                let literal = matches!(expr.node, Node::Literal(_)) || matches!(input, Value::Boolean(_));
                match &value {
                    Value::Boolean(_) if *input_named || !literal => value,
                    Value::Null(null) if null.cause().is_some() => value,
                    _ => self.matched(expr.span, input, &value),
                }
            }
        }
    }

    /// Whether the input is the value, is in the list, or lies in the range.
    fn matched(&self, span: Span, input: &Value, value: &Value) -> Value {
        match value {
            Value::Range(range) => lies_within(input, range).map_or_else(
                || match input {
                    Value::Null(_) => self.passed_on(span, input),
                    _ => self.null(span, said!("a {} cannot lie in this range", input.kind())),
                },
                Value::Boolean,
            ),
            Value::List(list) => {
                let session = Some(&*self.session);
                let found = equal_within(input, value, session) == Some(true)
                    || list.items().iter().any(|item| match item {
                        Value::Range(range) if lies_within(input, range) == Some(true) => true,
                        item => equal_within(input, item, session) == Some(true),
                    });
                Value::Boolean(found)
            }
            _ => match equal_within(input, value, Some(&self.session)) {
                Some(truth) => Value::Boolean(truth),
                None => self.null(
                    span,
                    said!("cannot compare {} and {}", input.kind(), value.kind()),
                ),
            },
        }
    }
}
