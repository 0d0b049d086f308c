//! String functions without patterns (DMN 1.5, 10.3.4.3). Positions count characters, not bytes.

use super::arguments::{Call, length, text_of};
use super::{Definition, Outcome, define, form, optional};
use crate::Value;
use crate::eval::position_in;
use crate::said;

pub(super) const FUNCTIONS: &[Definition] = &[
    define(
        "substring",
        &[optional(&["string", "start position", "length"], 2, substring)],
    ),
    define("string length", &[form(&["string"], string_length)]),
    define(
        "upper case",
        &[form(&["string"], |call| {
            Ok(text_of(call.text(0)?.to_uppercase()))
        })],
    ),
    define(
        "lower case",
        &[form(&["string"], |call| {
            Ok(text_of(call.text(0)?.to_lowercase()))
        })],
    ),
    define(
        "substring before",
        &[form(&["string", "match"], substring_before)],
    ),
    define("substring after", &[form(&["string", "match"], substring_after)]),
    define("contains", &[form(&["string", "match"], contains)]),
    define("starts with", &[form(&["string", "match"], starts_with)]),
    define("ends with", &[form(&["string", "match"], ends_with)]),
    define("string join", &[optional(&["list", "delimiter"], 1, string_join)]),
];

fn substring(call: &Call<'_>) -> Outcome {
    let text = call.text(0)?;
    let count = text.chars().count();
    let Some(start) = position_in(count, call.integer(1)?) else {
        return Err(said!("the string of {} characters has no such position", count));
    };
    let wanted = match call.arguments.get(2) {
        None | Some(Value::Null(_)) => count,
        Some(_) => usize::try_from(call.integer(2)?)
            .ok()
            .filter(|length| *length > 0)
            .ok_or_else(|| said!("the length is not above zero"))?,
    };
    Ok(text_of(text.chars().skip(start).take(wanted).collect::<String>()))
}

fn string_length(call: &Call<'_>) -> Outcome {
    Ok(Value::from(length(call.text(0)?.chars().count())))
}

fn substring_before(call: &Call<'_>) -> Outcome {
    let (text, wanted) = (call.text(0)?, call.text(1)?);
    Ok(text_of(text.split_once(wanted).map_or("", |(before, _)| before)))
}

fn substring_after(call: &Call<'_>) -> Outcome {
    let (text, wanted) = (call.text(0)?, call.text(1)?);
    Ok(text_of(text.split_once(wanted).map_or("", |(_, after)| after)))
}

fn contains(call: &Call<'_>) -> Outcome {
    Ok(Value::Boolean(call.text(0)?.contains(call.text(1)?)))
}

fn starts_with(call: &Call<'_>) -> Outcome {
    Ok(Value::Boolean(call.text(0)?.starts_with(call.text(1)?)))
}

fn ends_with(call: &Call<'_>) -> Outcome {
    Ok(Value::Boolean(call.text(0)?.ends_with(call.text(1)?)))
}

/// The list's strings one after the other; what is null is left out.
fn string_join(call: &Call<'_>) -> Outcome {
    let list = call.list(0)?;
    let delimiter = call.optional_text(1)?.unwrap_or_default();
    call.spend(list.items().len())?;
    let mut parts = Vec::new();
    let mut size = 0;
    for item in list.items() {
        match item {
            Value::Null(_) => continue,
            Value::Text(text) => parts.push(&**text),
            other => return Err(said!("a {} in the list is not a string", other.kind())),
        }
        size += parts.last().map_or(0, |part| part.len()) + delimiter.len();
        if size > call.size() {
            return Err(said!("the text is longer than the budget allows"));
        }
    }
    Ok(text_of(parts.join(delimiter)))
}
