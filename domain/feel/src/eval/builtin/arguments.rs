//! A built-in function's arguments, brought to the kinds that it takes.

use std::rc::Rc;
use std::sync::Arc;

use crate::cause::Reason;
use crate::value::{Given, Session, equal_within};
use crate::{Context, Function, List, Name, Number, Value, said};

static NULL: Value = Value::NULL;

/// One invocation of a built-in function.
pub(super) struct Call<'c> {
    pub session: &'c Rc<Session>,
    pub parameters: &'static [&'static str],
    pub arguments: Vec<Value>,
}

impl Call<'_> {
    /// An argument as it was given; null when it was not.
    pub(super) fn value(&self, at: usize) -> &Value {
        self.arguments.get(at).unwrap_or(&NULL)
    }

    /// An argument that is not a list: of a list of one, its item.
    pub(super) fn single(&self, at: usize) -> &Value {
        match self.value(at) {
            Value::List(list) => match list.items() {
                [only] => only,
                _ => self.value(at),
            },
            value => value,
        }
    }

    /// Why an argument will not do.
    pub(super) fn unfit(&self, at: usize, wanted: impl Into<Name>) -> Reason {
        let name = self
            .parameters
            .get(at)
            .or(self.parameters.last())
            .copied()
            .unwrap_or("value");
        match self.value(at) {
            Value::Null(_) => said!("the argument `{}` is null and should be a {}", name, wanted),
            other => said!(
                "the argument `{}` is a {} and should be a {}",
                name,
                other.kind(),
                wanted
            ),
        }
    }

    pub(super) fn number(&self, at: usize) -> Result<&Number, Reason> {
        self.single(at)
            .as_number()
            .ok_or_else(|| self.unfit(at, "number"))
    }

    /// A whole number; what is after the point is cut off.
    pub(super) fn integer(&self, at: usize) -> Result<i64, Reason> {
        self.number(at)?
            .truncated()
            .ok_or_else(|| self.unfit(at, said!("whole number within bounds")))
    }

    pub(super) fn text(&self, at: usize) -> Result<&str, Reason> {
        let text = self
            .single(at)
            .as_text()
            .ok_or_else(|| self.unfit(at, "string"))?;
        self.spend(text.len() / 32)?;
        Ok(text)
    }

    /// A text that may be left out or null.
    pub(super) fn optional_text(&self, at: usize) -> Result<Option<&str>, Reason> {
        if self.value(at).is_null() {
            Ok(None)
        } else {
            self.text(at).map(Some)
        }
    }

    /// A list; a single value that is not null is a list of it.
    pub(super) fn list(&self, at: usize) -> Result<List, Reason> {
        match self.value(at) {
            Value::List(list) => Ok(list.clone()),
            Value::Null(_) => Err(self.unfit(at, "list")),
            single => Ok(List::new(vec![single.clone()])),
        }
    }

    /// The items of the one list that was given, or all arguments.
    pub(super) fn items(&self) -> Result<List, Reason> {
        if self.arguments.len() == 1 {
            self.list(0)
        } else {
            Ok(List::new(self.arguments.clone()))
        }
    }

    pub(super) fn context(&self, at: usize) -> Result<&Context, Reason> {
        self.single(at)
            .as_context()
            .ok_or_else(|| self.unfit(at, "context"))
    }

    pub(super) fn function(&self, at: usize) -> Result<&Function, Reason> {
        match self.single(at) {
            Value::Function(function) => Ok(function),
            _ => Err(self.unfit(at, "function")),
        }
    }

    /// Takes steps from the budget.
    pub(super) fn spend(&self, steps: usize) -> Result<(), Reason> {
        if self.session.spend_items(steps) {
            Ok(())
        } else {
            Err(said!("the evaluation takes more steps than the budget allows"))
        }
    }

    /// The longest text or list that may be made.
    pub(super) fn size(&self) -> usize {
        self.session.budget().size
    }

    pub(super) fn equal(&self, a: &Value, b: &Value) -> bool {
        equal_within(a, b, Some(self.session)) == Some(true)
    }

    /// Asks a function that was given as an argument.
    pub(super) fn ask(&self, function: &Function, arguments: Vec<Value>) -> Result<Value, Reason> {
        function.invoke(self.session, Given::Positional(arguments))
    }
}

/// The number as one that positions and lengths are told with.
pub(super) fn length(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A list of these items.
pub(super) fn list_of(items: Vec<Value>) -> Value {
    Value::List(List::new(items))
}

/// A text.
pub(super) fn text_of(text: impl Into<Arc<str>>) -> Value {
    Value::Text(text.into())
}
