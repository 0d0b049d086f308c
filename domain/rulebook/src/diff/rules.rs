//! The rules of two versions, matched and compared.

use super::matching::{Line, moved, pairs};
use super::{Difference, Row, RuleText, Threshold};
use crate::Rulebook;
use crate::attached::COLUMNS;
use crate::decision::{Cell, Rule};
use crate::unary::Unary;
use std::collections::{BTreeMap, BTreeSet};

/// The rules of both versions, from 0: where each stood, and where it stands.
pub(super) fn rows(older: &Rulebook, newer: &Rulebook) -> Vec<(usize, usize)> {
    let lines = |rulebook: &Rulebook| rulebook.decision.rules.iter().map(line).collect::<Vec<_>>();
    pairs(&lines(older), &lines(newer))
}

/// Every difference of the rules, by the newer row; rules that are gone come last.
pub(super) fn between(older: &Rulebook, newer: &Rulebook) -> Vec<Difference> {
    let (old, new) = (&older.decision.rules, &newer.decision.rules);
    let pairs = rows(older, newer);
    let moved: BTreeSet<usize> = moved(&pairs).into_iter().collect();
    let was: BTreeMap<usize, usize> = pairs.iter().map(|(before, after)| (*after, *before)).collect();
    let mut differences = vec![];
    for (after, rule) in new.iter().enumerate() {
        let before = was
            .get(&after)
            .and_then(|before| Some((*before, old.get(*before)?)));
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
    let stayed: BTreeSet<usize> = was.into_values().collect();
    let gone = old.iter().enumerate().filter(|(at, _)| !stayed.contains(at));
    differences.extend(gone.map(|(at, rule)| Difference::RuleRemoved(text(at, rule))));
    differences
}

/// The tests of a rule that not any answer meets.
fn tests(rule: &Rule) -> impl Iterator<Item = &Cell> {
    rule.cells.iter().filter(|cell| !cell.test.is_any())
}

fn line(rule: &Rule) -> Line {
    let mut said: Vec<(String, String)> = tests(rule)
        .map(|cell| (cell.input.clone(), cell.text.clone()))
        .collect();
    let own = [
        ("authority", &rule.answer),
        ("reason", &rule.reason),
        ("citation", &rule.citation),
    ];
    said.extend(own.map(|(column, text)| (format!("[{column}]"), text.clone())));
    let period = rule.period.as_deref().unwrap_or_default();
    Line {
        id: rule.id.clone(),
        said,
        rest: format!("{} {period}", rule.kind.name()),
    }
}

fn text(at: usize, rule: &Rule) -> RuleText {
    RuleText {
        row: at + 1,
        tests: tests(rule)
            .map(|cell| (cell.input.clone(), cell.text.clone()))
            .collect(),
        authority: rule.answer.clone(),
        reason: rule.reason.clone(),
    }
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
        ("authority", some(&old.answer), some(&new.answer)),
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
