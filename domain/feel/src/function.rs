//! What can be invoked: built-in functions, functions written in FEEL, and a caller's own.

use std::fmt;
use std::sync::Arc;

use crate::builtin::BuiltIn;
use crate::eval::Closure;
use crate::{Scope, Type, Value};

/// Something that can be invoked.
#[derive(Clone)]
pub struct Function(pub(crate) Kind);

#[derive(Clone)]
pub(crate) enum Kind {
    BuiltIn(BuiltIn),
    Written(Arc<Closure>),
    Given(Arc<dyn Callable>),
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

impl Function {
    /// A function of the caller's.
    pub fn new(callable: impl Callable + 'static) -> Function {
        Function(Kind::Given(Arc::new(callable)))
    }

    pub(crate) fn depth(&self) -> usize {
        match &self.0 {
            Kind::Written(closure) => closure.depth(),
            Kind::BuiltIn(_) | Kind::Given(_) => 0,
        }
    }
}

impl PartialEq for Function {
    fn eq(&self, other: &Function) -> bool {
        match (&self.0, &other.0) {
            (Kind::BuiltIn(a), Kind::BuiltIn(b)) => a == b,
            (Kind::Written(a), Kind::Written(b)) => Arc::ptr_eq(a, b),
            (Kind::Given(a), Kind::Given(b)) => Arc::ptr_eq(a, b),
            _ => false,
        }
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("function")
    }
}
