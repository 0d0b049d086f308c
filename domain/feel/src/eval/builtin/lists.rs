//! List functions (DMN 1.5, 10.3.4.4), apart from those that compute with the items.

use super::arguments::{Call, length, list_of};
use super::sorting::sort;
use super::{Definition, Outcome, define, form, many, optional};
use crate::cause::Reason;
use crate::eval::position_in;
use crate::{List, Value, said};

pub(super) const FUNCTIONS: &[Definition] = &[
    define("list contains", &[form(&["list", "element"], list_contains)]),
    define(
        "count",
        &[form(&["list"], |call| {
            Ok(Value::from(length(call.list(0)?.items().len())))
        })],
    ),
    define(
        "sublist",
        &[optional(&["list", "start position", "length"], 2, sublist)],
    ),
    define("append", &[many(&["list", "item"], append)]),
    define("concatenate", &[many(&["list"], concatenate)]),
    define(
        "insert before",
        &[form(&["list", "position", "newItem"], insert_before)],
    ),
    define("remove", &[form(&["list", "position"], remove)]),
    define(
        "list replace",
        &[
            form(&["list", "position", "newItem"], list_replace),
            form(&["list", "match", "newItem"], list_replace),
        ],
    ),
    define("reverse", &[form(&["list"], reverse)]),
    define("index of", &[form(&["list", "match"], index_of)]),
    define(
        "union",
        &[many(&["list"], |call| distinct(call, concatenated(call)?))],
    ),
    define(
        "distinct values",
        &[form(&["list"], |call| {
            distinct(call, call.list(0)?.items().to_vec())
        })],
    ),
    define("flatten", &[form(&["list"], flatten)]),
    define("sort", &[form(&["list", "precedes"], sort)]),
];

fn list_contains(call: &Call<'_>) -> Outcome {
    let list = call.list(0)?;
    Ok(Value::Boolean(
        list.items().iter().any(|item| call.equal(item, call.value(1))),
    ))
}

/// The index of a position that must be in the list.
fn index(call: &Call<'_>, list: &List, at: usize) -> Result<usize, Reason> {
    let count = list.items().len();
    let position = position_in(count, call.integer(at)?);
    position.ok_or_else(|| said!("the list of {} has no such position", count))
}

fn sublist(call: &Call<'_>) -> Outcome {
    let list = call.list(0)?;
    let start = index(call, &list, 1)?;
    let rest = list.items().get(start..).unwrap_or_default();
    let part = match call.arguments.get(2) {
        None | Some(Value::Null(_)) => Some(rest),
        Some(_) => {
            let wanted = usize::try_from(call.integer(2)?)
                .ok()
                .filter(|wanted| *wanted > 0);
            wanted.and_then(|wanted| rest.get(..wanted))
        }
    };
    part.map(|part| list_of(part.to_vec()))
        .ok_or_else(|| said!("the list has not that many items there"))
}

fn append(call: &Call<'_>) -> Outcome {
    let list = call.list(0)?;
    let added = call.arguments.iter().skip(1);
    Ok(list_of(list.items().iter().chain(added).cloned().collect()))
}

fn concatenate(call: &Call<'_>) -> Outcome {
    concatenated(call).map(list_of)
}

fn concatenated(call: &Call<'_>) -> Result<Vec<Value>, Reason> {
    let mut items = Vec::new();
    for at in 0..call.arguments.len() {
        let list = call.list(at)?;
        call.spend(list.items().len())?;
        items.extend_from_slice(list.items());
    }
    Ok(items)
}

fn insert_before(call: &Call<'_>) -> Outcome {
    let list = call.list(0)?;
    let at = index(call, &list, 1)?;
    let mut items = list.items().to_vec();
    items.insert(at, call.value(2).clone());
    Ok(list_of(items))
}

fn remove(call: &Call<'_>) -> Outcome {
    let list = call.list(0)?;
    let at = index(call, &list, 1)?;
    let mut items = list.items().to_vec();
    items.remove(at);
    Ok(list_of(items))
}

/// The item at a position, or each that a function matches, gives way to another.
fn list_replace(call: &Call<'_>) -> Outcome {
    let list = call.list(0)?;
    let new = call.value(2);
    let mut items = list.items().to_vec();
    if let Value::Function(matches) = call.single(1) {
        for item in &mut items {
            match call.ask(matches, vec![item.clone(), new.clone()])? {
                Value::Boolean(true) => *item = new.clone(),
                Value::Boolean(false) => {}
                other => {
                    return Err(said!("the match is a {}, neither true nor false", other.kind()));
                }
            }
        }
    } else {
        let at = index(call, &list, 1)?;
        if let Some(item) = items.get_mut(at) {
            *item = new.clone();
        }
    }
    Ok(list_of(items))
}

fn reverse(call: &Call<'_>) -> Outcome {
    Ok(list_of(call.list(0)?.items().iter().rev().cloned().collect()))
}

fn index_of(call: &Call<'_>) -> Outcome {
    let list = call.list(0)?;
    let found = list
        .items()
        .iter()
        .enumerate()
        .filter(|(_, item)| call.equal(item, call.value(1)));
    Ok(list_of(
        found.map(|(at, _)| Value::from(length(at + 1))).collect(),
    ))
}

/// The values without those that come again. A budget bounds the comparisons, of which there are many.
fn distinct(call: &Call<'_>, items: Vec<Value>) -> Outcome {
    let mut kept: Vec<Value> = Vec::new();
    for item in items {
        call.spend(1)?;
        if !kept.iter().any(|other| call.equal(other, &item)) {
            kept.push(item);
        }
    }
    Ok(list_of(kept))
}

fn flatten(call: &Call<'_>) -> Outcome {
    let mut flat = Vec::new();
    flatten_into(call, &call.list(0)?, &mut flat)?;
    Ok(list_of(flat))
}

fn flatten_into(call: &Call<'_>, list: &List, flat: &mut Vec<Value>) -> Result<(), Reason> {
    for item in list.items() {
        call.spend(1)?;
        match item {
            Value::List(inner) => flatten_into(call, inner, flat)?,
            other => flat.push(other.clone()),
        }
    }
    Ok(())
}
