//! Three-valued logic and comparisons (DMN 1.5, tables 49 to 52).

use super::Evaluator;
use crate::ast::{Comparison, Expr};
use crate::value::{compare, equal_within, lies_within};
use crate::{Range, Span, Value, said};

impl Evaluator {
    /// False if any is false; else true if all are true; else null.
    pub(super) fn all_of(&mut self, span: Span, terms: &[Expr]) -> Value {
        self.decided_by(span, terms, false)
    }

    /// True if any is true; else false if all are false; else null.
    pub(super) fn any_of(&mut self, span: Span, terms: &[Expr]) -> Value {
        self.decided_by(span, terms, true)
    }

    fn decided_by(&mut self, span: Span, terms: &[Expr], decisive: bool) -> Value {
        let mut open = None;
        for term in terms {
            match self.evaluate(term) {
                Value::Boolean(truth) if truth == decisive => return Value::Boolean(decisive),
                Value::Boolean(_) => {}
                other => open = open.or(Some((term.span, other))),
            }
        }
        match open {
            None => Value::Boolean(!decisive),
            Some((at, null @ Value::Null(_))) => self.passed_on(at, &null),
            Some((_, other)) => self.null(span, said!("a {} is neither true nor false", other.kind())),
        }
    }

    pub(super) fn comparison(&mut self, span: Span, comparison: Comparison, operands: &[Expr; 2]) -> Value {
        let [left, right] = operands;
        let (left, right) = (self.evaluate(left), self.evaluate(right));
        self.compared(span, comparison, &left, &right)
    }

    pub(super) fn compared(&self, span: Span, comparison: Comparison, left: &Value, right: &Value) -> Value {
        if let (Value::Text(left), Value::Text(right)) = (left, right) {
            self.session.spend_text(left.len().min(right.len()));
        }
        let truth = match comparison {
            Comparison::Equal => equal_within(left, right, Some(&self.session)),
            Comparison::Unequal => equal_within(left, right, Some(&self.session)).map(|equal| !equal),
            _ => compare(left, right).map(|order| match comparison {
                Comparison::Less => order.is_lt(),
                Comparison::LessOrEqual => order.is_le(),
                Comparison::Greater => order.is_gt(),
                _ => order.is_ge(),
            }),
        };
        match (truth, [left, right].into_iter().find(|operand| operand.is_null())) {
            (Some(truth), _) => Value::Boolean(truth),
            (None, Some(null)) => self.passed_on(span, null),
            (None, None) => self.null(span, said!("cannot compare {} and {}", left.kind(), right.kind())),
        }
    }

    pub(super) fn between(&mut self, span: Span, operands: &[Expr; 3]) -> Value {
        let [value, start, end] = operands.each_ref().map(|operand| self.evaluate(operand));
        if let Some(null) = [&value, &start, &end]
            .into_iter()
            .find(|operand| operand.is_null())
        {
            return self.passed_on(span, null);
        }
        let range = Range {
            start,
            start_included: true,
            end,
            end_included: true,
        };
        lies_within(&value, &range).map_or_else(
            || self.null(span, said!("cannot compare {} with these bounds", value.kind())),
            Value::Boolean,
        )
    }
}
