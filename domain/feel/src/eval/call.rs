//! Invocations (DMN 1.5, 10.3.2.13).

use std::rc::Rc;
use std::sync::Arc;

use super::Evaluator;
use crate::ast::{Arguments, Definition};
use crate::cause::Reason;
use crate::value::{Frame, Given, Invoke, Session, bind};
use crate::{Function, Span, Type, Value, said};

/// A function written in FEEL, with the names that its text could see.
struct Closure {
    definition: Arc<Definition>,
    frames: Vec<Frame>,
    source: Arc<str>,
    /// The name under which the function may invoke itself.
    name: Option<Arc<str>>,
    depth: usize,
}

impl Invoke for Closure {
    fn kind(&self) -> Type {
        let parameters = self
            .definition
            .parameters
            .iter()
            .map(|parameter| parameter.kind.clone());
        Type::Function(parameters.collect(), Box::default())
    }

    fn depth(&self) -> usize {
        self.depth
    }

    fn invoke(&self, own: &Function, session: &Rc<Session>, given: Given) -> Result<Value, Reason> {
        let parameters = &self.definition.parameters;
        let arguments = bind(parameters, session, given)?;
        session.spend_items(self.frames.len() / 8);
        let mut frames = self.frames.clone();
        if let Some(name) = &self.name {
            frames.push(Frame::One(Arc::clone(name), Value::Function(own.clone())));
        }
        let names = parameters.iter().map(|parameter| Arc::clone(&parameter.name));
        frames.extend(names.zip(arguments).map(|(name, value)| Frame::One(name, value)));
        let source = Arc::clone(&self.source);
        Ok(Evaluator {
            frames,
            session: Rc::clone(session),
            source,
        }
        .evaluate(&self.definition.body))
    }
}

impl Evaluator {
    pub(super) fn closure(&self, span: Span, definition: &Arc<Definition>, name: Option<&Arc<str>>) -> Value {
        self.session.spend_items(self.frames.len() / 8);
        let closure = Closure {
            definition: Arc::clone(definition),
            frames: self.frames.clone(),
            source: Arc::clone(&self.source),
            name: name.map(Arc::clone),
            depth: self.frames.iter().map(Frame::depth).max().unwrap_or(0) + 1,
        };
        self.made(span, Value::Function(Function::from_invoke(closure)))
    }

    pub(super) fn call(&mut self, span: Span, function: &Value, arguments: &Arguments) -> Value {
        let given = match arguments {
            Arguments::Positional(exprs) => {
                Given::Positional(exprs.iter().map(|expr| self.evaluate(expr)).collect())
            }
            Arguments::Named(exprs) => Given::Named(
                exprs
                    .iter()
                    .map(|(name, expr)| (Arc::clone(name), self.evaluate(expr)))
                    .collect(),
            ),
        };
        match function {
            Value::Function(function) => match function.invoke(&self.session, given) {
                Ok(value) => self.made(span, value),
                Err(reason) => self.null(span, reason),
            },
            Value::Null(_) => self.passed_on(span, function),
            other => self.null(span, said!("a {} is no function", other.kind())),
        }
    }
}
