//! Types as item definitions narrow them, what conforms to them, and the implicit conversions (DMN 1.5, 10.3.2.9.4).

use feel::time::DateTime;
use feel::{Context, Scope, Type, UnaryTests, Value, said, short};
use std::sync::Arc;

/// Parts of a type that FEEL is told of.
const MOST_PARTS: usize = 200;

/// A type and what its values must pass.
#[derive(Debug, Clone)]
pub(crate) struct ItemType {
    /// As it is called where it is named.
    pub name: Arc<str>,
    pub shape: Shape,
    /// All must hold of a value.
    pub tests: Vec<Arc<UnaryTests>>,
}

#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// A type without parts.
    Plain(Type),
    List(Arc<ItemType>),
    /// A context of at least these components. One that is missing is null.
    Context(Vec<(Arc<str>, Arc<ItemType>)>),
    Function(Vec<Type>, Type),
}

impl ItemType {
    pub fn plain(name: &str, kind: Type) -> Self {
        ItemType {
            name: name.into(),
            shape: Shape::Plain(kind),
            tests: vec![],
        }
    }

    /// The type as FEEL knows it. A type of very many parts is told in part: what is left out is any.
    pub fn kind(&self) -> Type {
        let mut left = MOST_PARTS;
        self.told(&mut left)
    }

    fn told(&self, left: &mut usize) -> Type {
        let Some(less) = left.checked_sub(1) else {
            return Type::Any;
        };
        *left = less;
        match &self.shape {
            Shape::Plain(kind) => kind.clone(),
            Shape::List(item) => Type::List(Box::new(item.told(left))),
            Shape::Context(parts) => {
                let few = parts.iter().take(MOST_PARTS);
                Type::Context(few.map(|(name, part)| (name.clone(), part.told(left))).collect())
            }
            Shape::Function(parameters, result) => {
                Type::Function(parameters.clone(), Box::new(result.clone()))
            }
        }
    }

    /// The value as one of the type: as it is where it conforms, or converted, or null with the reason, which says what it is
    /// the value of, if that has a name.
    pub fn conform(&self, value: Value, what: &str, scope: &Scope) -> Value {
        if value.is_null() {
            return value;
        }
        match self.converted(&value, scope) {
            Some(converted) => converted,
            None if what.is_empty() => scope.null(said!(
                "the value is a {}, which is no {}",
                shown(&value),
                &self.name
            )),
            None => scope.null(said!(
                "{} is a {}, which is no {}",
                what,
                shown(&value),
                &self.name
            )),
        }
    }

    fn converted(&self, value: &Value, scope: &Scope) -> Option<Value> {
        if let Some(same) = self.checked(value, scope) {
            return Some(same);
        }
        match (&self.shape, value) {
            (Shape::Plain(Type::DateTime), Value::Date(date)) => {
                let midnight = Value::DateTime(DateTime::midnight_utc(*date));
                self.checked(&midnight, scope)
            }
            (Shape::List(_), Value::List(_)) => None,
            (Shape::List(_), single) => self.checked(&Value::list([single.clone()]), scope),
            (_, Value::List(list)) => match list.items() {
                [single] => self.converted(single, scope),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value, if it conforms without conversion.
    fn checked(&self, value: &Value, scope: &Scope) -> Option<Value> {
        if value.is_null() {
            return Some(value.clone());
        }
        let shaped = match (&self.shape, value) {
            (Shape::Plain(kind), value) => kind.admits(value).then(|| value.clone())?,
            (Shape::List(item), Value::List(list)) => {
                let items = list.items().iter().map(|of| item.checked(of, scope));
                Value::list(items.collect::<Option<Vec<_>>>()?)
            }
            (Shape::Context(parts), Value::Context(context)) => {
                let mut checked = Context::clone(context);
                for (name, part) in parts {
                    if let Some(of) = context.get(name) {
                        checked.insert(name.clone(), part.checked(of, scope)?);
                    }
                }
                checked.into()
            }
            (Shape::Function(..), Value::Function(_)) => value.clone(),
            _ => return None,
        };
        let passes = |tests: &Arc<UnaryTests>| tests.test(&shaped, &scope.bare()).as_boolean() == Some(true);
        self.tests.iter().all(passes).then_some(shaped)
    }
}

/// A value short enough to be said in a reason.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("{} “{}”", value.kind(), short(text)),
        Value::Number(number) => format!("{} {number}", value.kind()),
        _ => value.kind().to_owned(),
    }
}
