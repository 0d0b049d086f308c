//! Which rule of the newer version is which of the older: by its id in the file, else by what it says.

use crate::decision::{Cell, Decision, Rule};
use std::collections::BTreeMap;

/// The pairs of rules, from 0, older and newer, in the newer order.
pub(super) fn pairs(older: &Decision, newer: &Decision) -> Vec<(usize, usize)> {
    let mut pairs = by_key(older, newer, |rule| rule.id.clone());
    let same = |rule: &Rule| {
        let tests: Vec<(String, String)> = tests(rule)
            .map(|cell| (cell.input.clone(), cell.text.clone()))
            .collect();
        let said = (rule.authority.clone(), rule.reason.clone(), rule.period.clone());
        Some((tests, said, rule.citation.clone(), rule.kind))
    };
    pairs.extend(left(older, newer, &pairs, by_key(older, newer, same)));
    let alike = alike(older, newer, &pairs);
    pairs.extend(alike);
    pairs.sort_by_key(|(_, newer)| *newer);
    pairs
}

/// The tests of a rule that not any answer meets.
pub(super) fn tests(rule: &Rule) -> impl Iterator<Item = &Cell> {
    rule.cells.iter().filter(|cell| !cell.test.is_any())
}

/// Rules that alone in their version have a key, the same in both.
fn by_key<K: Ord>(
    older: &Decision,
    newer: &Decision,
    key: impl Fn(&Rule) -> Option<K>,
) -> Vec<(usize, usize)> {
    let single = |decision: &Decision| {
        let mut rules: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for (at, rule) in decision.rules.iter().enumerate() {
            key(rule)
                .into_iter()
                .for_each(|key| rules.entry(key).or_default().push(at));
        }
        rules
    };
    let (older, newer) = (single(older), single(newer));
    let pair = |(key, was): (K, Vec<usize>)| match (was.as_slice(), newer.get(&key)?.as_slice()) {
        ([was], [is]) => Some((*was, *is)),
        _ => None,
    };
    older.into_iter().filter_map(pair).collect()
}

/// Those pairs of which neither rule is taken yet.
fn left(
    older: &Decision,
    newer: &Decision,
    taken: &[(usize, usize)],
    pairs: Vec<(usize, usize)>,
) -> Vec<(usize, usize)> {
    let (mut was, mut is) = (vec![false; older.rules.len()], vec![false; newer.rules.len()]);
    let mut take = |pair: &(usize, usize)| match (was.get_mut(pair.0), is.get_mut(pair.1)) {
        (Some(was), Some(is)) if !*was && !*is => {
            (*was, *is) = (true, true);
            true
        }
        _ => false,
    };
    for pair in taken {
        take(pair);
    }
    pairs.into_iter().filter(take).collect()
}

/// Of what is left, the pairs that say at least half the same, the most alike first.
fn alike(older: &Decision, newer: &Decision, taken: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let all = |decision: &Decision| -> Vec<usize> { (0..decision.rules.len()).collect() };
    let (mut was, mut is) = (all(older), all(newer));
    was.retain(|at| taken.iter().all(|pair| pair.0 != *at));
    is.retain(|at| taken.iter().all(|pair| pair.1 != *at));
    let mut scored: Vec<(usize, (usize, usize))> = vec![];
    for (before, old) in was.iter().filter_map(|at| Some((*at, older.rules.get(*at)?))) {
        for (after, new) in is.iter().filter_map(|at| Some((*at, newer.rules.get(*at)?))) {
            let (same, all) = shared(old, new);
            if 2 * same >= all {
                // In thousandths, so that it can be ordered; those nearest to their old row first.
                let score = 1_000 - 1_000 * same / all.max(1);
                scored.push((score * 1_001 + before.abs_diff(after), (before, after)));
            }
        }
    }
    scored.sort_unstable();
    left(
        older,
        newer,
        taken,
        scored.into_iter().map(|(_, pair)| pair).collect(),
    )
}

/// How many of the things that two rules say are the same, and how many they say.
fn shared(old: &Rule, new: &Rule) -> (usize, usize) {
    let own = [
        old.authority == new.authority,
        old.reason == new.reason,
        old.citation == new.citation,
    ];
    let both = |cell: &&Cell| tests(new).any(|other| other.input == cell.input);
    let (mut same, mut all) = (own.iter().filter(|same| **same).count(), own.len());
    same += tests(old)
        .filter(|cell| tests(new).any(|other| other.input == cell.input && other.test == cell.test))
        .count();
    all += tests(old).count() + tests(new).count() - tests(old).filter(both).count();
    (same, all)
}
