//! The rules of two versions, matched and compared.

use super::matching::{pairs, tests};
use super::{Difference, Row, RuleText, Threshold};
use crate::Rulebook;
use crate::attached::COLUMNS;
use crate::decision::{Cell, Rule};
use crate::unary::Unary;

/// Every difference of the rules, by the newer row; rules that are gone come last.
pub(super) fn between(older: &Rulebook, newer: &Rulebook) -> Vec<Difference> {
    let pairs = pairs(&older.decision, &newer.decision);
    let moved = moved(&pairs);
    let mut differences = vec![];
    for (after, rule) in newer.decision.rules.iter().enumerate() {
        let pair = pairs.iter().find(|pair| pair.1 == after);
        let before = pair.and_then(|(before, _)| Some((*before, older.decision.rules.get(*before)?)));
        let Some((before, old)) = before else {
            differences.push(Difference::RuleAdded(text(after, rule)));
            continue;
        };
        let row = Row {
            before: before + 1,
            after: after + 1,
        };
        if moved.contains(&after) {
            differences.push(Difference::RuleMoved { row });
        }
        differences.extend(tested(row, old, rule, newer));
        differences.extend(said(row, old, rule));
    }
    let gone = older.decision.rules.iter().enumerate();
    let gone = gone.filter(|(at, _)| pairs.iter().all(|pair| pair.0 != *at));
    differences.extend(gone.map(|(at, rule)| Difference::RuleRemoved(text(at, rule))));
    differences
}

fn text(at: usize, rule: &Rule) -> RuleText {
    RuleText {
        row: at + 1,
        tests: tests(rule)
            .map(|cell| (cell.input.clone(), cell.text.clone()))
            .collect(),
        authority: rule.authority.clone(),
        reason: rule.reason.clone(),
    }
}

/// The newer places of as few rules as could have been moved to come from the older order to the newer.
fn moved(pairs: &[(usize, usize)]) -> Vec<usize> {
    // The longest run of rules that kept their order stays; for each rule, how long a run ends there and what comes before.
    let mut runs: Vec<(usize, Option<usize>)> = vec![];
    for (before, _) in pairs {
        let earlier = pairs.iter().zip(&runs).enumerate();
        let best = earlier
            .filter(|(_, (pair, _))| pair.0 < *before)
            .max_by_key(|(_, (_, run))| run.0);
        runs.push(best.map_or((1, None), |(at, (_, run))| (run.0 + 1, Some(at))));
    }
    let mut stays = vec![];
    let mut at = (0..runs.len()).max_by_key(|at| runs.get(*at).map(|run| run.0));
    while let Some(here) = at {
        stays.push(here);
        at = runs.get(here).and_then(|run| run.1);
    }
    let moves = pairs.iter().enumerate().filter(|(at, _)| !stays.contains(at));
    moves.map(|(_, pair)| pair.1).collect()
}

/// The columns of the same input are told apart by their order.
fn columns(rule: &Rule) -> Vec<((&str, usize), &Cell)> {
    let mut columns: Vec<((&str, usize), &Cell)> = vec![];
    for cell in &rule.cells {
        let count = columns
            .iter()
            .filter(|((input, _), _)| *input == cell.input)
            .count();
        columns.push(((&cell.input, count), cell));
    }
    columns
}

fn tested(row: Row, old: &Rule, new: &Rule, newer: &Rulebook) -> Vec<Difference> {
    let (old, new) = (columns(old), columns(new));
    let find = |of: &[((&str, usize), &Cell)], key| {
        of.iter()
            .find(|column| column.0 == key)
            .map(|(_, cell)| (*cell).clone())
    };
    let gone = old
        .iter()
        .filter(|column| new.iter().all(|other| other.0 != column.0));
    let mut differences = vec![];
    for (key, _) in new.iter().chain(gone) {
        let (before, after) = (find(&old, *key), find(&new, *key));
        let test = |cell: &Option<Cell>| cell.as_ref().map_or(Unary::Any, |cell| cell.test.clone());
        if test(&before) != test(&after) {
            let written = |cell: Option<Cell>| match cell {
                Some(cell) if !cell.test.is_any() => cell.text,
                _ => "-".to_owned(),
            };
            let unit = newer.input(key.0).and_then(|input| input.unit.clone());
            let values = test(&before).threshold_to(&test(&after));
            differences.push(Difference::Test {
                row,
                input: key.0.to_owned(),
                before: written(before),
                after: written(after),
                threshold: values.map(|(before, after)| Threshold { before, after, unit }),
            });
        }
    }
    differences
}

fn said(row: Row, old: &Rule, new: &Rule) -> impl Iterator<Item = Difference> {
    let some = |text: &String| Some(text.clone());
    let kind = |rule: &Rule| Some(rule.kind.name().to_owned());
    let columns = [
        ("authority", some(&old.authority), some(&new.authority)),
        ("reason", some(&old.reason), some(&new.reason)),
        ("citation", some(&old.citation), some(&new.citation)),
        ("kind", kind(old), kind(new)),
        ("period", old.period.clone(), new.period.clone()),
        ("link", old.link.clone(), new.link.clone()),
        ("note", old.note.clone(), new.note.clone()),
    ];
    let ids = |list: &Vec<String>| Some(list.join(", ")).filter(|ids| !ids.is_empty());
    let lists = old.attached.lists().into_iter().zip(new.attached.lists());
    let attached = COLUMNS.into_iter().zip(lists);
    let attached = attached.map(|(column, (before, after))| (column, ids(before), ids(after)));
    let columns = columns.into_iter().chain(attached.collect::<Vec<_>>());
    let differ = columns.filter(|(_, before, after)| before != after);
    differ.map(move |(column, before, after)| Difference::Rule {
        row,
        column,
        before,
        after,
    })
}
