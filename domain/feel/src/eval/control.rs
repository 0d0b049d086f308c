//! `if`, `for`, `some` and `every` (DMN 1.5, table 48).

use std::rc::Rc;
use std::sync::Arc;

use super::Evaluator;
use crate::ast::{Domain, Expr, Iterator, Quantifier};
use crate::time::Date;
use crate::value::Frame;
use crate::{List, Number, Range, Span, Value, said};

/// Whether a loop goes on. What ends it at once is its result.
type Flow = Result<(), Value>;

impl Evaluator {
    pub(super) fn choice(&mut self, parts: &[Expr; 3]) -> Value {
        let [condition, then, otherwise] = parts;
        match self.evaluate(condition) {
            Value::Boolean(true) => self.evaluate(then),
            _ => self.evaluate(otherwise),
        }
    }

    pub(super) fn repeat(&mut self, span: Span, iterators: &[Iterator], body: &Expr, partial: bool) -> Value {
        let mut results: Vec<Value> = Vec::new();
        let flow = self.each(span, iterators, &mut |evaluator| {
            if results.len() >= evaluator.session.budget().size {
                return Err(evaluator.null(span, said!("the list is longer than the budget allows")));
            }
            let result = if partial {
                let so_far = evaluator.made(span, Value::List(List::new(results.clone())));
                let frame = Frame::One(Arc::from("partial"), so_far);
                evaluator.with(frame, |evaluator| evaluator.evaluate(body))
            } else {
                evaluator.evaluate(body)
            };
            results.push(result);
            Ok(())
        });
        match flow {
            Ok(()) => self.made(span, Value::List(List::new(results))),
            Err(null) => null,
        }
    }

    pub(super) fn quantified(
        &mut self,
        span: Span,
        quantifier: Quantifier,
        iterators: &[Iterator],
        condition: &Expr,
    ) -> Value {
        let decisive = quantifier == Quantifier::Some;
        let mut open = None;
        let flow = self.each(
            span,
            iterators,
            &mut |evaluator| match evaluator.evaluate(condition) {
                Value::Boolean(truth) if truth == decisive => Err(Value::Boolean(truth)),
                Value::Boolean(_) => Ok(()),
                null @ Value::Null(_) => {
                    open.get_or_insert(null);
                    Ok(())
                }
                other => {
                    let reason = said!("a {} is neither true nor false", other.kind());
                    open.get_or_insert_with(|| evaluator.null(condition.span, reason));
                    Ok(())
                }
            },
        );
        match (flow, open) {
            (Err(result), _) => result,
            (Ok(()), Some(null)) => self.passed_on(condition.span, &null),
            (Ok(()), None) => Value::Boolean(!decisive),
        }
    }

    /// Runs through all combinations: for each item of the first domain through those of the others.
    fn each(
        &mut self,
        span: Span,
        iterators: &[Iterator],
        body: &mut dyn FnMut(&mut Evaluator) -> Flow,
    ) -> Flow {
        let Some((first, others)) = iterators.split_first() else {
            if !self.session.spend(1) {
                return Err(self.null(span, said!("the loop takes more steps than the budget allows")));
            }
            return body(self);
        };
        let session = Rc::clone(&self.session);
        let Some(_level) = session.descend() else {
            return Err(self.null(span, said!("loops are too deep within each other")));
        };
        let mut with = |evaluator: &mut Evaluator, item: Value| {
            let frame = Frame::One(Arc::clone(&first.name), item);
            evaluator.with(frame, |evaluator| evaluator.each(span, others, body))
        };
        let (at, values) = match &first.domain {
            Domain::Values(expr) => (expr.span, self.evaluate(expr)),
            Domain::Between(from, to) => {
                let (start, end) = (self.evaluate(from), self.evaluate(to));
                return self.count(from.span.to(to.span), &start, &end, [true; 2], &mut with);
            }
        };
        match values {
            Value::List(list) => list.items().iter().try_for_each(|item| with(self, item.clone())),
            Value::Range(range) => {
                let Range {
                    start,
                    end,
                    start_included,
                    end_included,
                } = &*range;
                self.count(at, start, end, [*start_included, *end_included], &mut with)
            }
            Value::Null(_) => Err(self.passed_on(at, &values)),
            single => with(self, single),
        }
    }

    /// Counts from one whole number or day to another, upwards or downwards.
    fn count(
        &mut self,
        span: Span,
        start: &Value,
        end: &Value,
        included: [bool; 2],
        each: &mut dyn FnMut(&mut Evaluator, Value) -> Flow,
    ) -> Flow {
        let dates = matches!((start, end), (Value::Date(_), Value::Date(_)));
        let ordinal = |value: &Value| match value {
            Value::Number(number) if !dates => number.to_i64(),
            Value::Date(date) if dates => Some(date.days()),
            _ => None,
        };
        let (Some(from), Some(to)) = (ordinal(start), ordinal(end)) else {
            let null = [start, end].into_iter().find(|value| value.is_null());
            return Err(match null {
                Some(null) => self.passed_on(span, null),
                None => self.null(
                    span,
                    said!("a loop counts from one whole number, or one date, to another"),
                ),
            });
        };
        let step = if from <= to { 1 } else { -1 };
        let mut at = if included[0] {
            from
        } else {
            from.saturating_add(step)
        };
        loop {
            let after = if step > 0 { at > to } else { at < to };
            if after || at == to && !included[1] {
                return Ok(());
            }
            let item = match Date::from_days(at) {
                Some(date) if dates => Value::Date(date),
                _ => Value::Number(Number::from(at)),
            };
            each(self, item)?;
            if at == to {
                return Ok(());
            }
            at += step;
        }
    }
}
