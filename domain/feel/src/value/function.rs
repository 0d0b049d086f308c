//! What can be invoked: built-in functions, functions written in FEEL, and a caller's own.

use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use super::Session;
use crate::cause::Reason;
use crate::{Scope, Type, Value, said};

/// Something that can be invoked.
#[derive(Clone)]
pub struct Function(Arc<dyn Invoke>);

/// Arguments as they are handed over.
pub(crate) enum Given {
    Positional(Vec<Value>),
    Named(Vec<(Arc<str>, Value)>),
}

/// How a function is carried out, of whatever origin.
pub(crate) trait Invoke: Send + Sync {
    /// Its type, as far as it is known.
    fn kind(&self) -> Type;

    /// How deep values are nested in what it holds.
    fn depth(&self) -> usize {
        0
    }

    /// Its result, or why there is none. `own` is the function itself.
    fn invoke(&self, own: &Function, session: &Rc<Session>, given: Given) -> Result<Value, Reason>;
}

/// A parameter of a function.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// By this name an argument is handed over.
    pub name: Arc<str>,
    /// What an argument must conform to, after the implicit conversions.
    pub kind: Type,
}

/// A function of the caller's: a business knowledge model or a decision service.
pub trait Callable: Send + Sync {
    /// Its parameters in order. An invocation with another number of arguments, or with other names, is null and does
    /// not reach [`Callable::call`]; arguments have been brought to the parameters' types.
    fn parameters(&self) -> &[Parameter];

    /// What it answers, for `instance of`.
    fn result(&self) -> Type {
        Type::Any
    }

    /// Computes the result. The scope has no names in it: what the function may see is its own matter. It shares
    /// instant, budget and causes with the expression that invokes.
    fn call(&self, arguments: &[Value], scope: &Scope) -> Value;
}

/// A caller's function, which is invoked like any other.
struct Foreign<C>(C);

impl<C: Callable> Invoke for Foreign<C> {
    fn kind(&self) -> Type {
        let parameters = self.0.parameters().iter().map(|parameter| parameter.kind.clone());
        Type::Function(parameters.collect(), Box::new(self.0.result()))
    }

    fn invoke(&self, _: &Function, session: &Rc<Session>, given: Given) -> Result<Value, Reason> {
        let Some(_level) = session.descend() else {
            return Err(said!("invocations are too deep within each other"));
        };
        let arguments = bind(self.0.parameters(), session, given)?;
        Ok(self.0.call(&arguments, &Scope::bare_of(session)))
    }
}

impl Function {
    /// A function of the caller's.
    pub fn new(callable: impl Callable + 'static) -> Function {
        Function(Arc::new(Foreign(callable)))
    }

    pub(crate) fn from_invoke(invoke: impl Invoke + 'static) -> Function {
        Function(Arc::new(invoke))
    }

    /// Its type: that of its parameters and of its result as far as it is known.
    #[must_use]
    pub fn kind(&self) -> Type {
        self.0.kind()
    }

    pub(crate) fn depth(&self) -> usize {
        self.0.depth()
    }

    pub(crate) fn invoke(&self, session: &Rc<Session>, given: Given) -> Result<Value, Reason> {
        self.0.invoke(self, session, given)
    }

    /// Invokes it with arguments by position, as a caller outside an expression does.
    #[must_use]
    pub fn call(&self, arguments: Vec<Value>, scope: &Scope) -> Value {
        let result = self.invoke(&scope.session, Given::Positional(arguments));
        result.unwrap_or_else(|reason| scope.null(reason))
    }
}

/// Two functions are the same when they came about in the same place at the same time.
impl PartialEq for Function {
    fn eq(&self, other: &Function) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("function")
    }
}

/// Arguments in the order of the parameters, brought to their types.
pub(crate) fn bind(parameters: &[Parameter], session: &Session, given: Given) -> Result<Vec<Value>, Reason> {
    let arguments = match given {
        Given::Positional(arguments) => arguments,
        Given::Named(mut named) => {
            if let Some((name, _)) = named
                .iter()
                .find(|(name, _)| parameters.iter().all(|p| p.name != *name))
            {
                return Err(said!("the function has no parameter `{}`", name));
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
        return Err(said!(
            "the function has {} parameters and was given {} arguments",
            wanted,
            got
        ));
    }
    let coerced = parameters.iter().zip(&arguments).map(|(parameter, argument)| {
        parameter
            .kind
            .coerce_within(argument, Some(session))
            .ok_or_else(|| {
                said!(
                    "the argument `{}` is a {}, which its type is not",
                    &parameter.name,
                    argument.kind()
                )
            })
    });
    coerced.collect()
}
