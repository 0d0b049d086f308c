//! What the acts on items of a question have in common.

use super::Allowed;
use crate::{ClearanceRefusal, Question, Referral};
use std::collections::BTreeSet;

/// The open question of that number, which asks item by item.
pub(super) fn with_items(referral: &Referral, number: u32) -> Result<&Question, ClearanceRefusal> {
    let question = referral.open_question().filter(|one| one.number == number);
    let question = question.ok_or(ClearanceRefusal::NoOpenQuestion { number })?;
    if question.items.is_empty() {
        return Err(ClearanceRefusal::AnsweredOtherwise(number));
    }
    Ok(question)
}

/// Whether some items are named, each once, and all of them are still awaited.
pub(super) fn awaited(question: &Question, items: impl Iterator<Item = u32>) -> Allowed {
    let mut named = BTreeSet::new();
    for item in items {
        if !named.insert(item) || !question.awaits(item) {
            return Err(ClearanceRefusal::ItemNotAwaited(question.number, item));
        }
    }
    if named.is_empty() {
        return Err(ClearanceRefusal::NothingAnswered);
    }
    Ok(())
}
