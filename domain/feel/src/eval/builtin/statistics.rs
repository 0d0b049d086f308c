//! List functions that compute with the items: sums, extremes, averages, quantifiers (DMN 1.5, 10.3.4.4).

use std::cmp::Ordering;

use super::arguments::{Call, length, list_of};
use super::{Definition, Outcome, define, many};
use crate::cause::Reason;
use crate::value::compare;
use crate::{Number, Value, said};

pub(super) const FUNCTIONS: &[Definition] = &[
    define("min", &[many(&["list"], |call| extreme(call, Ordering::Less))]),
    define("max", &[many(&["list"], |call| extreme(call, Ordering::Greater))]),
    define(
        "sum",
        &[many(&["list"], |call| some_number(sum(&numbers(call)?)))],
    ),
    define("product", &[many(&["list"], product)]),
    define(
        "mean",
        &[many(&["list"], |call| some_number(mean(&numbers(call)?)))],
    ),
    define("median", &[many(&["list"], median)]),
    define("stddev", &[many(&["list"], stddev)]),
    define("mode", &[many(&["list"], mode)]),
    define("all", &[many(&["list"], |call| decided_by(call, false))]),
    define("any", &[many(&["list"], |call| decided_by(call, true))]),
];

/// The items, which must be numbers.
fn numbers(call: &Call<'_>) -> Result<Vec<Number>, Reason> {
    let items = call.items()?;
    call.spend(items.items().len())?;
    let number = |item: &Value| {
        let number = item.as_number().cloned();
        number.ok_or_else(|| said!("a {} in the list is not a number", item.kind()))
    };
    items.items().iter().map(number).collect()
}

fn some_number(number: Option<Number>) -> Outcome {
    number
        .map(Value::Number)
        .ok_or_else(|| said!("the list has too few items, or the result is too large"))
}

fn extreme(call: &Call<'_>, wanted: Ordering) -> Outcome {
    let items = call.items()?;
    call.spend(items.items().len())?;
    let mut best: Option<&Value> = None;
    for item in items.items() {
        // Compared with itself, the first item shows whether it has an order at all.
        let order = compare(item, best.unwrap_or(item));
        match order {
            None => return Err(said!("a {} in the list cannot be compared", item.kind())),
            Some(order) if best.is_none() || order == wanted => best = Some(item),
            Some(_) => {}
        }
    }
    best.cloned().ok_or_else(|| said!("the list is empty"))
}

fn sum(numbers: &[Number]) -> Option<Number> {
    let (first, rest) = numbers.split_first()?;
    rest.iter()
        .try_fold(first.clone(), |sum, number| sum.plus(number))
}

fn product(call: &Call<'_>) -> Outcome {
    let numbers = numbers(call)?;
    let Some((first, rest)) = numbers.split_first() else {
        return some_number(None);
    };
    some_number(
        rest.iter()
            .try_fold(first.clone(), |product, number| product.times(number)),
    )
}

fn mean(numbers: &[Number]) -> Option<Number> {
    sum(numbers)?.divided_by(&Number::from(length(numbers.len())))
}

fn median(call: &Call<'_>) -> Outcome {
    let mut numbers = numbers(call)?;
    numbers.sort();
    let middle = numbers.len() / 2;
    let upper = numbers.get(middle);
    if numbers.len() % 2 == 1 {
        return some_number(upper.cloned());
    }
    let lower = middle.checked_sub(1).and_then(|at| numbers.get(at));
    some_number(lower.zip(upper).and_then(|(a, b)| mean(&[a.clone(), b.clone()])))
}

/// The standard deviation of a sample: squares are divided by one less than there are items.
fn stddev(call: &Call<'_>) -> Outcome {
    let numbers = numbers(call)?;
    if numbers.len() < 2 {
        return Err(said!("a deviation needs two items"));
    }
    let deviation = || {
        let mean = mean(&numbers)?;
        let square = |number: &Number| {
            let distance = number.minus(&mean)?;
            distance.times(&distance)
        };
        let squares = numbers.iter().map(square).collect::<Option<Vec<_>>>()?;
        sum(&squares)?
            .divided_by(&Number::from(length(numbers.len() - 1)))?
            .square_root()
    };
    some_number(deviation())
}

/// The most frequent numbers in ascending order.
fn mode(call: &Call<'_>) -> Outcome {
    let mut numbers = numbers(call)?;
    numbers.sort();
    let runs = || numbers.chunk_by(|a, b| a == b);
    let most = runs().map(<[Number]>::len).max();
    let modes = runs()
        .filter(|run| Some(run.len()) == most)
        .filter_map(<[Number]>::first);
    Ok(list_of(modes.cloned().map(Value::Number).collect()))
}

/// The decisive truth if any item is it; else the other if all are; else null.
fn decided_by(call: &Call<'_>, decisive: bool) -> Outcome {
    let items = call.items()?;
    call.spend(items.items().len())?;
    if items.items().iter().any(|item| *item == Value::Boolean(decisive)) {
        return Ok(Value::Boolean(decisive));
    }
    match items.items().iter().find(|item| item.as_boolean().is_none()) {
        None => Ok(Value::Boolean(!decisive)),
        Some(other) => Err(said!("a {} in the list is neither true nor false", other.kind())),
    }
}
