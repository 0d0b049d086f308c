//! `sort`, whose order is a function of the rule maker's: it need not be an order at all.

use super::Outcome;
use super::arguments::{Call, list_of};
use crate::cause::Reason;
use crate::{Function, Value, said};

/// Merges runs of doubling length, which ends whatever `precedes` answers.
pub(super) fn sort(call: &Call<'_>) -> Outcome {
    let precedes = call.function(1)?;
    let mut items = call.list(0)?.items().to_vec();
    let mut run = 1;
    while run < items.len() {
        let mut merged = Vec::with_capacity(items.len());
        for pair in items.chunks(run * 2) {
            let (left, right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            merge(call, precedes, left, right, &mut merged)?;
        }
        items = merged;
        run *= 2;
    }
    Ok(list_of(items))
}

fn merge(
    call: &Call<'_>,
    precedes: &Function,
    left: &[Value],
    right: &[Value],
    merged: &mut Vec<Value>,
) -> Result<(), Reason> {
    let (mut left, mut right) = (left.iter(), right.iter());
    let (mut a, mut b) = (left.next(), right.next());
    while let (Some(first), Some(second)) = (a, b) {
        call.spend(1)?;
        // What is not said to precede stays behind: equal items keep their order.
        match call.ask(precedes, vec![second.clone(), first.clone()])? {
            Value::Boolean(true) => {
                merged.push(second.clone());
                b = right.next();
            }
            Value::Boolean(false) => {
                merged.push(first.clone());
                a = left.next();
            }
            other => {
                return Err(said!(
                    "`precedes` answers a {}, neither true nor false",
                    other.kind()
                ));
            }
        }
    }
    merged.extend(a.into_iter().chain(left).chain(b).chain(right).cloned());
    Ok(())
}
