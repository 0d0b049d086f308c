//! Context functions (DMN 1.5, 10.3.4.10).

use std::sync::Arc;

use super::arguments::{Call, list_of, text_of};
use super::{Definition, Outcome, define, form};
use crate::cause::Reason;
use crate::{Context, Value, said};

pub(super) const FUNCTIONS: &[Definition] = &[
    define(
        "get value",
        &[
            form(&["m", "key"], get_value),
            form(&["context", "key"], get_value),
            form(&["context", "keys"], get_value),
        ],
    ),
    define(
        "get entries",
        &[form(&["m"], get_entries), form(&["context"], get_entries)],
    ),
    define("context", &[form(&["entries"], context)]),
    define(
        "context put",
        &[
            form(&["context", "key", "value"], put),
            form(&["context", "keys", "value"], put),
        ],
    ),
    define("context merge", &[form(&["contexts"], merge)]),
];

/// The keys on the way to a value: one, or those of a list.
fn keys(call: &Call<'_>) -> Result<Vec<Arc<str>>, Reason> {
    let list = call.list(1)?;
    let key = |item: &Value| match item {
        Value::Text(key) => Ok(Arc::clone(key)),
        other => Err(said!("a key is a {} and should be a string", other.kind())),
    };
    if list.items().is_empty() {
        return Err(said!("no key is given"));
    }
    list.items().iter().map(key).collect()
}

fn get_value(call: &Call<'_>) -> Outcome {
    let mut value = Value::Context(Arc::new(call.context(0)?.clone()));
    for key in keys(call)? {
        let next = value.as_context().and_then(|context| context.get(&key)).cloned();
        value = next.ok_or_else(|| said!("the context has no entry `{}`", &key))?;
    }
    Ok(value)
}

fn get_entries(call: &Call<'_>) -> Outcome {
    let entry = |(key, value): (&Arc<str>, &Value)| {
        Value::from(Context::from_iter([
            ("key", text_of(Arc::clone(key))),
            ("value", value.clone()),
        ]))
    };
    Ok(list_of(call.context(0)?.iter().map(entry).collect()))
}

/// A context of entries that have a `key` and a `value`.
fn context(call: &Call<'_>) -> Outcome {
    let mut context = Context::new();
    for entry in call.list(0)?.items() {
        let entry = entry
            .as_context()
            .ok_or_else(|| said!("an entry is a context with `key` and `value`"))?;
        let key = entry
            .get("key")
            .and_then(Value::as_text)
            .ok_or_else(|| said!("an entry has no string `key`"))?;
        let value = entry
            .get("value")
            .ok_or_else(|| said!("an entry has no `value`"))?;
        if context.contains(key) {
            return Err(said!("the key `{}` is there twice", key));
        }
        context.insert(key, value.clone());
    }
    Ok(Value::from(context))
}

fn put(call: &Call<'_>) -> Outcome {
    put_at(call, call.context(0)?, &keys(call)?, call.value(2)).map(Value::from)
}

fn put_at(call: &Call<'_>, context: &Context, keys: &[Arc<str>], value: &Value) -> Result<Context, Reason> {
    call.spend(context.len())?;
    let mut changed = context.clone();
    match keys {
        [] => {}
        [key] => changed.insert(Arc::clone(key), value.clone()),
        [key, rest @ ..] => {
            let inner = context.get(key).and_then(Value::as_context);
            let inner = inner.ok_or_else(|| said!("there is no context at `{}`", key))?;
            changed.insert(Arc::clone(key), put_at(call, inner, rest, value)?);
        }
    }
    Ok(changed)
}

/// One context of all entries; of entries of the same key, the last.
fn merge(call: &Call<'_>) -> Outcome {
    let mut merged = Context::new();
    for context in call.list(0)?.items() {
        let context = context
            .as_context()
            .ok_or_else(|| said!("an item of the list is not a context"))?;
        call.spend(context.len())?;
        for (key, value) in context.iter() {
            merged.insert(Arc::clone(key), value.clone());
        }
    }
    Ok(Value::from(merged))
}
