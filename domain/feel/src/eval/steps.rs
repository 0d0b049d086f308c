//! Paths, filters, invocations and `instance of` (DMN 1.5, tables 58 to 61).

use std::sync::Arc;

use super::Evaluator;
use crate::ast::{Expr, Step, StepKind};
use crate::value::Frame;
use crate::{List, Span, Value, said};

impl Evaluator {
    pub(super) fn steps(&mut self, base: &Expr, steps: &[Step]) -> Value {
        let mut value = self.evaluate(base);
        for step in steps {
            let span = Span {
                start: base.span.start,
                end: step.end,
            };
            value = match &step.kind {
                StepKind::Path(name) => self.path(span, &value, name),
                StepKind::Filter(filter) => self.filtered(span, value, filter),
                StepKind::Call(arguments) => self.call(span, &value, arguments),
                StepKind::InstanceOf(Some(kind)) => {
                    Value::Boolean(kind.has_instance_within(&value, &self.session))
                }
                StepKind::InstanceOf(None) => self.null(span, said!("the type is not known")),
            };
        }
        value
    }

    fn path(&self, span: Span, value: &Value, name: &str) -> Value {
        match value {
            Value::Context(context) => context
                .get(name)
                .cloned()
                .unwrap_or_else(|| self.null(span, said!("the context has no entry `{}`", name))),
            Value::List(list) => {
                if !self.session.spend_items(list.items().len()) {
                    return self.null(
                        span,
                        said!("the evaluation takes more steps than the budget allows"),
                    );
                }
                let items = list
                    .items()
                    .iter()
                    .map(|item| self.path(span, item, name))
                    .collect();
                self.made(span, Value::List(List::new(items)))
            }
            Value::Null(_) => self.passed_on(span, value),
            other => crate::value::property::of(other, name)
                .unwrap_or_else(|| self.null(span, said!("a {} has no `{}`", other.kind(), name))),
        }
    }

    /// `list[filter]`: by position when the filter is a number, else the items for which it is true.
    fn filtered(&mut self, span: Span, value: Value, filter: &Expr) -> Value {
        let list = match value {
            Value::List(list) => list,
            Value::Null(_) => List::new(Vec::new()),
            single => List::new(vec![single]),
        };
        let first = match list.items().first() {
            Some(item) => self.for_item(item, filter),
            None => self.evaluate(filter),
        };
        if let Value::Number(position) = &first {
            return self.at_position(span, &list, position.to_i64());
        }
        let mut kept = Vec::new();
        let mut decision = Some(first);
        for item in list.items() {
            let decision = decision.take().unwrap_or_else(|| self.for_item(item, filter));
            if decision == Value::Boolean(true) {
                kept.push(item.clone());
            }
        }
        self.made(span, Value::List(List::new(kept)))
    }

    fn for_item(&mut self, item: &Value, filter: &Expr) -> Value {
        self.with(
            Frame::One(Arc::from("item"), item.clone()),
            |evaluator| match item {
                Value::Context(context) => {
                    let entries = Frame::Entries(Arc::clone(context));
                    evaluator.with(entries, |evaluator| evaluator.evaluate(filter))
                }
                _ => evaluator.evaluate(filter),
            },
        )
    }

    /// From 1 on; from the end when negative.
    fn at_position(&self, span: Span, list: &List, position: Option<i64>) -> Value {
        let item = position.and_then(|position| position_in(list.items().len(), position));
        match item.and_then(|at| list.items().get(at)) {
            Some(item) => item.clone(),
            None => self.null(span, said!("the list of {} has no such item", list.items().len())),
        }
    }
}

/// The index that FEEL's position stands for: from 1 on, from the end when negative.
pub(crate) fn position_in(length: usize, position: i64) -> Option<usize> {
    let distance = usize::try_from(position.unsigned_abs()).ok()?;
    let index = if position > 0 {
        distance.checked_sub(1)?
    } else {
        length.checked_sub(distance)?
    };
    (position != 0 && index < length).then_some(index)
}
