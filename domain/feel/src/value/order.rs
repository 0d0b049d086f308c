//! Equality and order of values (DMN 1.5, tables 53 and 54).

use std::cmp::Ordering;

use super::Session;
use crate::{Context, Range, Value};

/// FEEL's `=`: `None`, which stands for null, when the two are of different kinds. Null equals null only.
#[must_use]
pub fn equal(a: &Value, b: &Value) -> Option<bool> {
    equal_within(a, b, None)
}

/// The same, counted against a budget. `None` when that is used up.
pub(crate) fn equal_within(a: &Value, b: &Value, session: Option<&Session>) -> Option<bool> {
    if session.is_some_and(|session| !session.spend(1)) {
        return None;
    }
    match (a, b) {
        (Value::Null(_), Value::Null(_)) => Some(true),
        (Value::Null(_), _) | (_, Value::Null(_)) => Some(false),
        (Value::Boolean(a), Value::Boolean(b)) => Some(a == b),
        (Value::Text(a), Value::Text(b)) => session
            .is_none_or(|session| session.spend_text(a.len().min(b.len())))
            .then_some(a == b),
        (Value::List(a), Value::List(b)) => {
            if a.is_same(b) {
                return Some(true);
            }
            let (a, b) = (a.items(), b.items());
            Some(
                a.len() == b.len()
                    && a.iter()
                        .zip(b)
                        .all(|(a, b)| equal_within(a, b, session) == Some(true)),
            )
        }
        (Value::Context(a), Value::Context(b)) => Some(same_entries(a, b, session)),
        (Value::Range(a), Value::Range(b)) => Some(
            a.start_included == b.start_included
                && a.end_included == b.end_included
                && equal_within(&a.start, &b.start, session) == Some(true)
                && equal_within(&a.end, &b.end, session) == Some(true),
        ),
        (Value::Function(a), Value::Function(b)) => Some(a == b),
        _ => compare(a, b).map(Ordering::is_eq),
    }
}

fn same_entries(a: &Context, b: &Context, session: Option<&Session>) -> bool {
    let same = |(name, a)| {
        b.get(name)
            .is_some_and(|b| equal_within(a, b, session) == Some(true))
    };
    a.len() == b.len() && a.iter().all(|(name, value)| same((name.as_ref(), value)))
}

/// Which of two values of a kind that has an order comes first. Of times, one that is local is told by the offset of
/// the other.
pub(crate) fn compare(a: &Value, b: &Value) -> Option<Ordering> {
    Some(match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.cmp(b),
        (Value::Text(a), Value::Text(b)) => a.cmp(b),
        (Value::Date(a), Value::Date(b)) => a.cmp(b),
        (Value::Time(a), Value::Time(b)) => a.instant(b.zone()).cmp(&b.instant(a.zone())),
        (Value::DateTime(a), Value::DateTime(b)) => a.instant(b.time.zone()).cmp(&b.instant(a.time.zone())),
        (Value::Days(a), Value::Days(b)) => a.cmp(b),
        (Value::Months(a), Value::Months(b)) => a.cmp(b),
        _ => return None,
    })
}

/// Whether a value lies in a range; `None` when it cannot be compared with an endpoint.
pub(crate) fn lies_within(value: &Value, range: &Range) -> Option<bool> {
    let after = match &range.start {
        Value::Null(_) => true,
        start => {
            let order = compare(value, start)?;
            order.is_gt() || range.start_included && order.is_eq()
        }
    };
    let before = match &range.end {
        Value::Null(_) => true,
        end => {
            let order = compare(value, end)?;
            order.is_lt() || range.end_included && order.is_eq()
        }
    };
    Some(after && before)
}
