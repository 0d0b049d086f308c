//! Invocations (DMN 1.5, 10.3.2.13).

use std::rc::Rc;
use std::sync::Arc;

use super::{Evaluator, Reason};
use crate::ast::{Arguments, Definition};
use crate::function::{Function, Kind};
use crate::scope::{Frame, Scope};
use crate::{Parameter, Span, Type, Value};

/// A function written in FEEL, with the names that its text could see.
pub(crate) struct Closure {
    definition: Arc<Definition>,
    frames: Vec<Frame>,
    source: Arc<str>,
    /// The name under which the function may invoke itself.
    name: Option<Arc<str>>,
    depth: usize,
}

impl Closure {
    pub(crate) fn depth(&self) -> usize {
        self.depth
    }

    pub(crate) fn parameters(&self) -> &[Parameter] {
        &self.definition.parameters
    }
}

/// Arguments as they are handed over.
pub(crate) enum Given {
    Positional(Vec<Value>),
    Named(Vec<(Arc<str>, Value)>),
}

impl Evaluator {
    pub(super) fn closure(&self, span: Span, definition: &Arc<Definition>, name: Option<&Arc<str>>) -> Value {
        let closure = Closure {
            definition: Arc::clone(definition),
            frames: self.frames.clone(),
            source: Arc::clone(&self.source),
            name: name.map(Arc::clone),
            depth: self.frames.iter().map(Frame::depth).max().unwrap_or(0) + 1,
        };
        self.made(span, Value::Function(Function(Kind::Written(Arc::new(closure)))))
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
            Value::Function(function) => match invoke(self, span, function, given) {
                Ok(value) => self.made(span, value),
                Err(reason) => self.null(span, reason),
            },
            Value::Null(_) => self.passed_on(span, function),
            other => self.null(span, format!("a {} is no function", other.kind())),
        }
    }
}

/// Invokes a function with arguments; the span is the invocation's.
pub(crate) fn invoke(
    evaluator: &Evaluator,
    span: Span,
    function: &Function,
    given: Given,
) -> Result<Value, Reason> {
    match &function.0 {
        Kind::BuiltIn(built_in) => built_in.invoke(evaluator, span, given),
        Kind::Written(closure) => {
            let arguments = bind(closure.parameters(), given)?;
            let mut frames = closure.frames.clone();
            if let Some(name) = &closure.name {
                frames.push(Frame::One(Arc::clone(name), Value::Function(function.clone())));
            }
            let names = closure
                .parameters()
                .iter()
                .map(|parameter| Arc::clone(&parameter.name));
            frames.extend(names.zip(arguments).map(|(name, value)| Frame::One(name, value)));
            let session = Rc::clone(&evaluator.session);
            let mut callee = Evaluator {
                frames,
                session,
                source: Arc::clone(&closure.source),
            };
            Ok(callee.evaluate(&closure.definition.body))
        }
        Kind::Given(callable) => {
            let Some(_level) = evaluator.session.descend() else {
                return Err("invocations are too deep within each other".into());
            };
            let arguments = bind(callable.parameters(), given)?;
            let scope = Scope {
                frames: Vec::new(),
                session: Rc::clone(&evaluator.session),
            };
            Ok(callable.call(&arguments, &scope))
        }
    }
}

/// Arguments in the order of the parameters, brought to their types.
fn bind(parameters: &[Parameter], given: Given) -> Result<Vec<Value>, Reason> {
    let arguments = match given {
        Given::Positional(arguments) => arguments,
        Given::Named(mut named) => {
            if let Some((name, _)) = named
                .iter()
                .find(|(name, _)| parameters.iter().all(|p| p.name != *name))
            {
                return Err(format!("the function has no parameter `{name}`").into());
            }
            let mut value = |parameter: &Parameter| {
                let at = named.iter().position(|(name, _)| *name == parameter.name)?;
                Some(named.swap_remove(at).1)
            };
            parameters.iter().filter_map(&mut value).collect()
        }
    };
    if arguments.len() != parameters.len() {
        let (wanted, got) = (parameters.len(), arguments.len());
        return Err(format!("the function has {wanted} parameters and was given {got} arguments").into());
    }
    let coerced = parameters.iter().zip(&arguments).map(|(parameter, argument)| {
        parameter.kind.coerce(argument).ok_or_else(|| {
            format!(
                "the argument `{}` is a {}, which its type is not",
                parameter.name,
                argument.kind()
            )
            .into()
        })
    });
    coerced.collect()
}

impl Function {
    /// Its type: that of its parameters and of its result as far as it is known.
    #[must_use]
    pub fn kind(&self) -> Type {
        let (parameters, result) = match &self.0 {
            Kind::BuiltIn(built_in) => return built_in.kind(),
            Kind::Written(closure) => (closure.parameters(), Type::Any),
            Kind::Given(callable) => (callable.parameters(), callable.result()),
        };
        let parameters = parameters
            .iter()
            .map(|parameter| parameter.kind.clone())
            .collect();
        Type::Function(parameters, Box::new(result))
    }

    /// Invokes it with arguments by position, as a caller outside an expression does.
    #[must_use]
    pub fn call(&self, arguments: Vec<Value>, scope: &Scope) -> Value {
        let evaluator = Evaluator::new(scope, &Arc::from(""));
        invoke(&evaluator, Span::default(), self, Given::Positional(arguments))
            .unwrap_or_else(|reason| scope.null(reason))
    }
}
