//! What of a case may be public under both rulebooks.

use super::change::{AttachedChange, AttachedKind};
use crate::public::Publicity;
use crate::{Answers, Rulebook};
use std::collections::{BTreeMap, BTreeSet};

/// Of each field that may be public from when it is, in a word; and under `register` from when the case stands there, and after which
/// ends it stays.
pub(super) type Terms = BTreeMap<String, String>;

/// The key under which it stands when a case comes into the register.
const REGISTER: &str = "register";

/// What of a case may be public under a rulebook; nothing where that has no answer.
pub(super) fn terms(rulebook: &Rulebook, answers: &Answers) -> Option<Terms> {
    let publicity = rulebook.publicity(answers).ok()?;
    let publicity = publicity.unwrap_or_else(Publicity::of_permits);
    let shown = publicity.shows.keys();
    let mut terms: Terms = shown
        .filter_map(|field| Some((field.to_string(), publicity.term(field)?)))
        .collect();
    let keeps = publicity.keeps.iter().map(|one| one.name());
    let register: Vec<&str> = std::iter::once(publicity.from.name()).chain(keeps).collect();
    terms.insert(REGISTER.to_owned(), register.join(", "));
    Some(terms)
}

/// What would become public otherwise than it did.
pub(super) fn between(before: Option<&Terms>, after: Option<&Terms>) -> Vec<AttachedChange> {
    let (Some(before), Some(after)) = (before, after) else {
        return vec![];
    };
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differ = names
        .into_iter()
        .filter(|name| before.get(*name) != after.get(*name));
    let change = |name: &String| AttachedChange {
        kind: AttachedKind::Public,
        id: name.clone(),
        before: before.get(name).cloned(),
        after: after.get(name).cloned(),
        ids: [before, after].map(|terms| terms.get(name).cloned()),
    };
    differ.map(change).collect()
}
