//! The built-in functions (DMN 1.5, 10.3.4). Each has forms: which parameters it takes, by position or by name.

mod arguments;
mod contexts;
mod conversion;
mod lists;
mod numbers;
mod patterns;
mod ranges;
mod sorting;
mod statistics;
mod strings;
mod temporal;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use crate::cause::Reason;
use crate::value::{Given, Invoke, Session};
use crate::{Function, Names, Type, Value, said};
use arguments::Call;

/// What a built-in function answers: a value, or why there is none.
type Outcome = Result<Value, Reason>;

/// A built-in function.
struct Definition {
    name: &'static str,
    forms: &'static [Form],
}

/// One way of invoking it.
struct Form {
    parameters: &'static [&'static str],
    /// How many of the parameters must be given.
    required: usize,
    /// Whether the last parameter may be given many times.
    many: bool,
    run: fn(&Call<'_>) -> Outcome,
}

/// All parameters must be given.
const fn form(parameters: &'static [&'static str], run: fn(&Call<'_>) -> Outcome) -> Form {
    Form {
        parameters,
        required: parameters.len(),
        many: false,
        run,
    }
}

/// Only the first so many parameters must be given.
const fn optional(
    parameters: &'static [&'static str],
    required: usize,
    run: fn(&Call<'_>) -> Outcome,
) -> Form {
    Form {
        parameters,
        required,
        many: false,
        run,
    }
}

/// The last parameter may be given many times.
const fn many(parameters: &'static [&'static str], run: fn(&Call<'_>) -> Outcome) -> Form {
    Form {
        parameters,
        required: parameters.len(),
        many: true,
        run,
    }
}

const fn define(name: &'static str, forms: &'static [Form]) -> Definition {
    Definition { name, forms }
}

const CHAPTERS: [&[Definition]; 9] = [
    conversion::FUNCTIONS,
    strings::FUNCTIONS,
    patterns::FUNCTIONS,
    lists::FUNCTIONS,
    statistics::FUNCTIONS,
    numbers::FUNCTIONS,
    temporal::FUNCTIONS,
    ranges::FUNCTIONS,
    contexts::FUNCTIONS,
];

/// Each function once, so that it is the same wherever it is named.
static BY_NAME: LazyLock<BTreeMap<&'static str, Function>> = LazyLock::new(|| {
    let functions = CHAPTERS.iter().flat_map(|chapter| chapter.iter());
    functions
        .map(|definition| (definition.name, Function::from_invoke(BuiltIn(definition))))
        .collect()
});

static NAMES: LazyLock<Names> = LazyLock::new(|| BY_NAME.keys().collect());

/// The names of all of them.
pub(crate) fn names() -> &'static Names {
    &NAMES
}

/// The function of that name.
pub(super) fn named(name: &str) -> Option<Function> {
    BY_NAME.get(name).cloned()
}

struct BuiltIn(&'static Definition);

impl Invoke for BuiltIn {
    /// As far as FEEL can tell: so many parameters of any type.
    fn kind(&self) -> Type {
        let count = self.0.forms.first().map_or(0, |form| form.required);
        Type::Function(vec![Type::Any; count], Box::default())
    }

    fn invoke(&self, _: &Function, session: &Rc<Session>, given: Given) -> Outcome {
        let (form, arguments) = match given {
            Given::Positional(arguments) => {
                let fits = |form: &&Form| {
                    arguments.len() >= form.required
                        && (form.many || arguments.len() <= form.parameters.len())
                };
                (self.0.forms.iter().find(fits), arguments)
            }
            Given::Named(named) => {
                let form = self.0.forms.iter().find(|form| form.accepts(&named));
                (form, form.map(|form| form.in_order(&named)).unwrap_or_default())
            }
        };
        let Some(form) = form else {
            return Err(said!("`{}` is not invoked with such arguments", self.0.name));
        };
        (form.run)(&Call {
            session,
            parameters: form.parameters,
            arguments,
        })
    }
}

impl Form {
    fn accepts(&self, named: &[(Arc<str>, Value)]) -> bool {
        let (required, _) = self
            .parameters
            .split_at_checked(self.required)
            .unwrap_or((self.parameters, &[]));
        named.iter().all(|(name, _)| self.parameters.contains(&&**name))
            && required
                .iter()
                .all(|parameter| named.iter().any(|(name, _)| **name == **parameter))
    }

    /// Named arguments by position; those that are left out before others are null.
    fn in_order(&self, named: &[(Arc<str>, Value)]) -> Vec<Value> {
        let given = |parameter: &&str| named.iter().find(|(name, _)| **name == **parameter);
        let count = self
            .parameters
            .iter()
            .rposition(|parameter| given(parameter).is_some());
        let parameters = self.parameters.iter().take(count.map_or(0, |last| last + 1));
        parameters
            .map(|parameter| given(parameter).map_or(Value::NULL, |(_, value)| value.clone()))
            .collect()
    }
}
