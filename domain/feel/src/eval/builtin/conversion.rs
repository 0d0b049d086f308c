//! Conversion and boolean functions (DMN 1.5, 10.3.4.1, 10.3.4.2 and 10.3.4.7).

use super::arguments::{Call, text_of};
use super::{Definition, Outcome, define, form};
use crate::value::compare;
use crate::{Names, Number, Range, Value, said};

pub(super) const FUNCTIONS: &[Definition] = &[
    define(
        "number",
        &[form(&["from", "grouping separator", "decimal separator"], number)],
    ),
    define("string", &[form(&["from"], string)]),
    define("not", &[form(&["negand"], not)]),
    define("is", &[form(&["value1", "value2"], is)]),
    define("range", &[form(&["from"], range)]),
];

fn number(call: &Call<'_>) -> Outcome {
    let from = call.text(0)?;
    let (grouping, decimal) = (call.optional_text(1)?, call.optional_text(2)?);
    if !matches!(grouping, None | Some(" " | "," | ".")) {
        return Err(said!("the grouping separator is one of blank, `,`, `.` and null"));
    }
    if !matches!(decimal, None | Some("," | ".")) || decimal.is_some() && decimal == grouping {
        return Err(said!(
            "the decimal separator is `,`, `.` or null, and not the grouping separator"
        ));
    }
    let ungrouped = grouping.map_or_else(|| from.to_owned(), |grouping| from.replace(grouping, ""));
    let plain = match decimal {
        Some(",") if ungrouped.contains('.') => None,
        Some(",") => Some(ungrouped.replace(',', ".")),
        _ => Some(ungrouped),
    };
    let number = plain.and_then(|plain| Number::parse(&plain));
    number
        .map(Value::Number)
        .ok_or_else(|| said!("`{}` is not a number written so", from))
}

fn string(call: &Call<'_>) -> Outcome {
    if call.value(0).is_null() {
        return Err(call.unfit(0, "value"));
    }
    let text = crate::value::text::plain(call.value(0), call.size());
    text.map(text_of)
        .ok_or_else(|| said!("the text is longer than the budget allows"))
}

fn not(call: &Call<'_>) -> Outcome {
    let truth = call
        .single(0)
        .as_boolean()
        .ok_or_else(|| call.unfit(0, "boolean"))?;
    Ok(Value::Boolean(!truth))
}

/// Whether two values are the same in all their parts: times with another offset are not, whatever instant they name.
fn is(call: &Call<'_>) -> Outcome {
    let (a, b) = (call.value(0), call.value(1));
    let parts = |value: &Value| matches!(value, Value::List(_) | Value::Context(_) | Value::Range(_));
    Ok(Value::Boolean(if parts(a) && parts(b) {
        call.equal(a, b)
    } else {
        a == b
    }))
}

/// A range read from its text, whose endpoints are literals.
fn range(call: &Call<'_>) -> Outcome {
    let text = call.text(0)?;
    let reason = || said!("`{}` is not a range between literals", text);
    let inner = text.trim();
    let (start_included, end_included) = match (inner.chars().next(), inner.chars().next_back()) {
        (Some(open @ ('[' | '(' | ']')), Some(close @ (']' | ')' | '['))) => (open == '[', close == ']'),
        _ => return Err(reason()),
    };
    let (start, end) = inner
        .get(1..inner.len() - 1)
        .and_then(|inner| inner.split_once(".."))
        .ok_or_else(reason)?;
    let (start, end) = (
        endpoint(start).ok_or_else(reason)?,
        endpoint(end).ok_or_else(reason)?,
    );
    let ordered = match (&start, &end) {
        (Value::Null(_), Value::Null(_)) => false,
        (Value::Null(_), end) => !start_included && compare(end, end).is_some(),
        (start, Value::Null(_)) => !end_included && compare(start, start).is_some(),
        (start, end) => compare(start, end).is_some_and(std::cmp::Ordering::is_le),
    };
    if !ordered {
        return Err(reason());
    }
    Ok(Value::Range(
        Range {
            start,
            start_included,
            end,
            end_included,
        }
        .into(),
    ))
}

/// An endpoint: nothing for a range without end on that side, or a literal.
fn endpoint(text: &str) -> Option<Value> {
    if text.trim().is_empty() {
        return Some(Value::NULL);
    }
    let read = crate::parse::expression(text, &Names::new(), super::names()).ok()?;
    crate::simple::literal(&read.tree).filter(|value| !value.is_null())
}
