//! Types, what conforms to them, and the implicit conversions (DMN 1.5, 10.3.2.9).

use std::sync::Arc;

use super::Session;
use crate::time::DateTime;
use crate::{List, Value};

/// A type of FEEL.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Type {
    /// Every value.
    #[default]
    Any,
    /// Only null.
    Null,
    /// True and false.
    Boolean,
    /// Numbers.
    Number,
    /// Texts.
    String,
    /// Days.
    Date,
    /// Times of day.
    Time,
    /// Days with a time of day.
    DateTime,
    /// Days and time durations.
    Days,
    /// Years and months durations.
    Months,
    /// Intervals with endpoints of a type.
    Range(Box<Type>),
    /// Lists of items of a type.
    List(Box<Type>),
    /// Contexts that have at least these entries.
    Context(Vec<(Arc<str>, Type)>),
    /// Functions from these parameters to a result.
    Function(Vec<Type>, Box<Type>),
}

impl Type {
    /// The standard's type of that name. Types with parts are given with parts of any type.
    #[must_use]
    pub fn named(name: &str) -> Option<Type> {
        Some(match name {
            "Any" => Type::Any,
            "Null" => Type::Null,
            "boolean" => Type::Boolean,
            "number" => Type::Number,
            "string" => Type::String,
            "date" => Type::Date,
            "time" => Type::Time,
            "date and time" | "dateTime" => Type::DateTime,
            "days and time duration" | "dayTimeDuration" => Type::Days,
            "years and months duration" | "yearMonthDuration" => Type::Months,
            "list" => Type::List(Box::default()),
            "range" => Type::Range(Box::default()),
            "context" => Type::Context(Vec::new()),
            _ => return None,
        })
    }

    /// Whether every value of this type is one of the other.
    #[must_use]
    pub fn conforms_to(&self, other: &Type) -> bool {
        match (self, other) {
            (_, Type::Any) | (Type::Null, _) => true,
            (Type::List(mine), Type::List(theirs)) | (Type::Range(mine), Type::Range(theirs)) => {
                mine.conforms_to(theirs)
            }
            (Type::Context(mine), Type::Context(theirs)) => theirs.iter().all(|(name, theirs)| {
                mine.iter()
                    .any(|(other, mine)| other == name && mine.conforms_to(theirs))
            }),
            (Type::Function(mine, result), Type::Function(theirs, wanted)) => {
                mine.len() == theirs.len()
                    && theirs
                        .iter()
                        .zip(mine)
                        .all(|(theirs, mine)| theirs.conforms_to(mine))
                    && result.conforms_to(wanted)
            }
            (mine, theirs) => mine == theirs,
        }
    }

    /// Whether a value is of this type. Null is of every type.
    #[must_use]
    pub fn admits(&self, value: &Value) -> bool {
        self.admits_within(value, None)
    }

    /// The same, counted against a budget. False when that is used up.
    fn admits_within(&self, value: &Value, session: Option<&Session>) -> bool {
        match (self, value) {
            (Type::Any, _)
            | (_, Value::Null(_))
            | (Type::Boolean, Value::Boolean(_))
            | (Type::Number, Value::Number(_))
            | (Type::String, Value::Text(_))
            | (Type::Date, Value::Date(_))
            | (Type::Time, Value::Time(_))
            | (Type::DateTime, Value::DateTime(_))
            | (Type::Days, Value::Days(_))
            | (Type::Months, Value::Months(_)) => true,
            (Type::Range(endpoint), Value::Range(range)) => {
                endpoint.admits(&range.start) && endpoint.admits(&range.end)
            }
            (Type::List(item), Value::List(list)) => {
                session.is_none_or(|session| session.spend_items(list.items().len()))
                    && list
                        .items()
                        .iter()
                        .all(|value| item.admits_within(value, session))
            }
            (Type::Context(entries), Value::Context(context)) => entries.iter().all(|(name, kind)| {
                context
                    .get(name)
                    .is_some_and(|value| kind.admits_within(value, session))
            }),
            (Type::Function(..), Value::Function(function)) => function.kind().conforms_to(self),
            _ => false,
        }
    }

    /// Whether `value instance of` this type. Null is an instance of `Null` only.
    #[must_use]
    pub fn has_instance(&self, value: &Value) -> bool {
        self.is_of(value, None)
    }

    pub(crate) fn has_instance_within(&self, value: &Value, session: &Session) -> bool {
        self.is_of(value, Some(session))
    }

    fn is_of(&self, value: &Value, session: Option<&Session>) -> bool {
        match value {
            Value::Null(_) => *self == Type::Null,
            _ => self.admits_within(value, session),
        }
    }

    /// The value brought to this type by the standard's implicit conversions: a list of one item to its item, a value
    /// to a list of it, a date to its midnight at UTC. `None` when it does not conform even so.
    #[must_use]
    pub fn coerce(&self, value: &Value) -> Option<Value> {
        self.coerce_within(value, None)
    }

    /// The same, counted against a budget. `None` when that is used up.
    pub(crate) fn coerce_within(&self, value: &Value, session: Option<&Session>) -> Option<Value> {
        if self.admits_within(value, session) {
            return Some(value.clone());
        }
        if let Value::List(list) = value
            && let [only] = list.items()
            && !matches!(self, Type::List(_))
        {
            return self.coerce_within(only, session);
        }
        match (self, value) {
            (Type::List(item), value) if !matches!(value, Value::List(_)) => {
                Some(Value::List(List::new(vec![item.coerce_within(value, session)?])))
            }
            (Type::DateTime, Value::Date(date)) => Some(Value::DateTime(DateTime::midnight_utc(*date))),
            _ => None,
        }
    }
}
