//! Evaluating what was read. Every part has a value; what cannot have one is a null with its cause.

mod arithmetic;
mod builtin;
mod call;
mod control;
mod logic;
mod steps;
mod tests;

use std::cmp::Ordering;
use std::rc::Rc;
use std::sync::Arc;

use crate::ast::{Expr, Interval, Node};
use crate::cause::Reason;
use crate::value::{Frame, Session, compare};
use crate::{Cause, Context, List, Range, Scope, Span, Value, said};

pub(crate) use builtin::names as built_in_names;
pub(crate) use steps::position_in;

/// How deep lists, contexts and functions may be nested in each other.
const DEPTH: usize = 200;

/// Evaluates the parts of one text.
pub(crate) struct Evaluator {
    pub frames: Vec<Frame>,
    pub session: Rc<Session>,
    pub source: Arc<str>,
}

impl Evaluator {
    pub(crate) fn new(scope: &Scope, source: &Arc<str>) -> Evaluator {
        Evaluator {
            frames: scope.frames.clone(),
            session: Rc::clone(&scope.session),
            source: Arc::clone(source),
        }
    }

    /// A null that came about at a part of the text.
    pub(crate) fn null(&self, span: Span, reason: Reason) -> Value {
        self.session
            .null(Cause::new(Arc::clone(&self.source), span, reason))
    }

    /// The null that an operand is, which goes on with its cause; a null that has none gets one here.
    fn passed_on(&self, span: Span, operand: &Value) -> Value {
        match operand {
            Value::Null(null) if null.cause().is_some() => operand.clone(),
            _ => self.null(span, said!("a value that it needs is missing")),
        }
    }

    /// A value that was made: null when it is larger or deeper nested than the budget allows.
    pub(crate) fn made(&self, span: Span, value: Value) -> Value {
        let size = match &value {
            Value::List(list) => list.items().len(),
            Value::Context(context) => context.len(),
            Value::Text(text) => text.len(),
            _ => 0,
        };
        // What was made has cost its steps, even if it is not kept.
        let affordable = self.session.spend_items(size);
        if !affordable || size > self.session.budget().size || value.depth() > DEPTH {
            return self.null(span, said!("the value is larger than the budget allows"));
        }
        value
    }

    /// Looks a name up: nearest first, built-in functions last.
    fn named(&self, span: Span, name: &str) -> Value {
        // Many names in scope are not looked through for nothing.
        self.session.spend_items(self.frames.len() / 8);
        if let Some(value) = self.frames.iter().rev().find_map(|frame| frame.get(name)) {
            return value.clone();
        }
        match builtin::named(name) {
            Some(function) => Value::Function(function),
            None => self.null(span, said!("nothing is named “{}” here", name)),
        }
    }

    /// Evaluates with one more name, and takes it away again.
    pub(crate) fn with<T>(&mut self, frame: Frame, evaluate: impl FnOnce(&mut Evaluator) -> T) -> T {
        self.frames.push(frame);
        let result = evaluate(self);
        self.frames.pop();
        result
    }

    pub(crate) fn evaluate(&mut self, expr: &Expr) -> Value {
        let session = Rc::clone(&self.session);
        let Some(_level) = session.descend() else {
            return self.null(
                expr.span,
                said!("expressions and invocations are too deep within each other"),
            );
        };
        if !session.spend(1) {
            return self.null(
                expr.span,
                said!("the evaluation takes more steps than the budget allows"),
            );
        }
        match &expr.node {
            Node::Literal(value) => value.clone(),
            Node::Name(name) => self.named(expr.span, name),
            Node::Invalid(reason) => self.null(expr.span, reason.clone()),
            Node::List(items) => self.list(expr.span, items),
            Node::Context(entries) => self.context(expr.span, entries),
            Node::Range(interval) => self.range(expr.span, interval),
            Node::If(parts) => self.choice(parts),
            Node::For {
                iterators,
                body,
                partial,
            } => self.repeat(expr.span, iterators, body, *partial),
            Node::Quantified(quantifier, iterators, condition) => {
                self.quantified(expr.span, *quantifier, iterators, condition)
            }
            Node::And(terms) => self.all_of(expr.span, terms),
            Node::Or(terms) => self.any_of(expr.span, terms),
            Node::Compare(comparison, operands) => self.comparison(expr.span, *comparison, operands),
            Node::Between(operands) => self.between(expr.span, operands),
            Node::In(value, tests) => self.membership(expr.span, value, tests),
            Node::Arithmetic(first, rest) => self.arithmetic(expr.span, first, rest),
            Node::Negate(operand) => self.negated(expr.span, operand),
            Node::Steps(base, steps) => self.steps(base, steps),
            Node::Function(definition) => self.closure(expr.span, definition, None),
            Node::Test(test) => self.test_of_input(expr.span, test),
        }
    }

    fn list(&mut self, span: Span, items: &[Expr]) -> Value {
        let items = items.iter().map(|item| self.evaluate(item)).collect();
        self.made(span, Value::List(List::new(items)))
    }

    /// An entry sees those before it.
    fn context(&mut self, span: Span, entries: &[(Arc<str>, Expr)]) -> Value {
        self.frames.push(Frame::Entries(Arc::default()));
        let mut twice = None;
        for (key, expr) in entries {
            let value = match &expr.node {
                Node::Function(definition) => self.closure(expr.span, definition, Some(key)),
                _ => self.evaluate(expr),
            };
            if let Some(Frame::Entries(context)) = self.frames.last_mut() {
                if context.contains(key) {
                    twice = Some(key);
                }
                // A function that has seen the entries so far keeps them: these are then others.
                if Arc::strong_count(context) > 1 {
                    self.session.spend_items(context.len());
                }
                Arc::make_mut(context).insert(Arc::clone(key), value);
            }
        }
        let context = match self.frames.pop() {
            Some(Frame::Entries(context)) => context,
            _ => Arc::new(Context::new()),
        };
        match twice {
            Some(key) => self.null(span, said!("the context has the key `{}` twice", key)),
            None => self.made(span, Value::Context(context)),
        }
    }

    /// An endpoint that is null makes the range null: it is not left open, which only `(< 5)` and the like are.
    fn range(&mut self, span: Span, interval: &Interval) -> Value {
        let mut endpoint = |expr: &Option<Expr>| expr.as_ref().map(|expr| self.evaluate(expr));
        let (start, end) = (endpoint(&interval.start), endpoint(&interval.end));
        let given = || start.iter().chain(&end);
        if let Some(null) = given().find(|endpoint| endpoint.is_null()) {
            return self.passed_on(span, null);
        }
        // An endpoint compared with itself shows whether it has an order at all.
        let lower = start.as_ref().or(end.as_ref()).unwrap_or(&Value::NULL);
        let upper = end.as_ref().unwrap_or(lower);
        if compare(lower, upper).is_none_or(Ordering::is_gt) {
            return self.null(span, said!("the endpoints are not two values in order"));
        }
        Value::Range(Arc::new(Range {
            start_included: interval.start_included,
            end_included: interval.end_included,
            start: start.unwrap_or(Value::NULL),
            end: end.unwrap_or(Value::NULL),
        }))
    }
}
