//! The values of FEEL.

mod collection;
mod function;
mod order;
pub(crate) mod property;
mod range;
mod scope;
pub(crate) mod text;
mod types;

use std::sync::Arc;

use crate::time::{Date, DateTime, DaysDuration, MonthsDuration, Time};
use crate::{Cause, Number};

pub use collection::{Context, List};
pub use function::{Callable, Function, Parameter};
pub(crate) use function::{Given, Invoke, bind};
pub use order::equal;
pub(crate) use order::{compare, equal_within, lies_within};
pub use range::Range;
pub use scope::{Budget, Scope};
pub(crate) use scope::{Frame, Session};
pub use types::Type;

/// A value of FEEL. Copying one is cheap: what may be large is shared.
///
/// `==` asks whether two values are the same value of the same kind (causes of nulls do not count, times are the same
/// when they read the same); FEEL's own `=`, which may answer null, is [`equal`].
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing, and why.
    Null(Null),
    /// True or false.
    Boolean(bool),
    /// A decimal number of up to 34 significant digits.
    Number(Number),
    /// A text.
    Text(Arc<str>),
    /// A day of the calendar.
    Date(Date),
    /// A time of day: local, with an offset or with a zone.
    Time(Time),
    /// A day and a time of day.
    DateTime(DateTime),
    /// A duration in days, hours, minutes and seconds.
    Days(DaysDuration),
    /// A duration in years and months.
    Months(MonthsDuration),
    /// An interval.
    Range(Arc<Range>),
    /// Values in order.
    List(List),
    /// Named values in order.
    Context(Arc<Context>),
    /// Something that can be invoked.
    Function(Function),
}

/// A null with the cause that it has if it came about at run time. All nulls are equal.
#[derive(Debug, Clone, Default)]
pub struct Null {
    cause: Option<Arc<Cause>>,
}

impl Null {
    /// A null that came about for this reason.
    #[must_use]
    pub fn because(cause: Cause) -> Null {
        Null {
            cause: Some(Arc::new(cause)),
        }
    }

    /// Why it is null. `None` for a null that was written or handed in as such.
    #[must_use]
    pub fn cause(&self) -> Option<&Cause> {
        self.cause.as_deref()
    }

    pub(crate) fn shared(cause: Arc<Cause>) -> Null {
        Null { cause: Some(cause) }
    }
}

impl PartialEq for Null {
    fn eq(&self, _: &Null) -> bool {
        true
    }
}

impl Value {
    /// The null that was written or handed in as such.
    pub const NULL: Value = Value::Null(Null { cause: None });

    /// A text.
    pub fn text(text: impl Into<Arc<str>>) -> Value {
        Value::Text(text.into())
    }

    /// A list.
    pub fn list(items: impl Into<Vec<Value>>) -> Value {
        Value::List(List::new(items.into()))
    }

    /// Whether it is a null, of whatever cause.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null(_))
    }

    /// Why it is null, if it is one and that is known.
    #[must_use]
    pub fn cause(&self) -> Option<&Cause> {
        match self {
            Value::Null(null) => null.cause(),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    #[must_use]
    pub fn as_boolean(&self) -> Option<bool> {
        match self {
            Value::Boolean(truth) => Some(*truth),
            _ => None,
        }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The list's items, if it is a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Value]> {
        match self {
            Value::List(list) => Some(list.items()),
            _ => None,
        }
    }

    /// The context, if it is one.
    #[must_use]
    pub fn as_context(&self) -> Option<&Context> {
        match self {
            Value::Context(context) => Some(context),
            _ => None,
        }
    }

    /// What kind of value it is, by its FEEL name.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null(_) => "null",
            Value::Boolean(_) => "boolean",
            Value::Number(_) => "number",
            Value::Text(_) => "string",
            Value::Date(_) => "date",
            Value::Time(_) => "time",
            Value::DateTime(_) => "date and time",
            Value::Days(_) => "days and time duration",
            Value::Months(_) => "years and months duration",
            Value::Range(_) => "range",
            Value::List(_) => "list",
            Value::Context(_) => "context",
            Value::Function(_) => "function",
        }
    }

    /// How deep lists, contexts and functions are nested in it; 0 for a value without parts.
    pub(crate) fn depth(&self) -> usize {
        match self {
            Value::List(list) => list.depth(),
            Value::Context(context) => context.depth(),
            Value::Function(function) => function.depth(),
            _ => 0,
        }
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Value {
        Value::Boolean(truth)
    }
}

impl From<Option<bool>> for Value {
    fn from(truth: Option<bool>) -> Value {
        truth.map_or(Value::NULL, Value::Boolean)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Number(Number::from(number))
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Value {
        Value::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::text(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::text(text)
    }
}

impl From<Vec<Value>> for Value {
    fn from(items: Vec<Value>) -> Value {
        Value::list(items)
    }
}

impl From<Context> for Value {
    fn from(context: Context) -> Value {
        Value::Context(Arc::new(context))
    }
}
