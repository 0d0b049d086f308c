//! Types, what conforms to them, and the implicit conversions (DMN 1.5, 10.3.2.9).

use std::sync::Arc;

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
