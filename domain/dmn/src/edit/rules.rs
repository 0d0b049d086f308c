//! Rules and their cells.

use super::{Cells, check, texts};
use crate::Fault;
use crate::xml::{Element, Node};
use feel::said;
use std::collections::BTreeSet;

/// The places among a table's nodes of its children of that name.
fn places(of: &Element, name: &str) -> Vec<usize> {
    let own = |node: &Node| matches!(node, Node::Element(child) if child.namespace == of.namespace && child.name() == name);
    let places = of.nodes.iter().enumerate().filter(|(_, node)| own(node));
    places.map(|(at, _)| at).collect()
}

fn place(of: &Element, name: &str, number: usize) -> Result<usize, Fault> {
    let places = places(of, name);
    let found = number.checked_sub(1).and_then(|at| places.get(at));
    found.copied().ok_or_else(|| Fault {
        what: said!("there is no {} {}, there are {}", name, number, places.len()),
        todo: said!("Count from 1"),
        ..Fault::default()
    })
}

/// A cell of a rule.
pub(super) fn cell<'a>(
    table: &'a mut Element,
    kind: &str,
    row: usize,
    column: usize,
) -> Result<&'a mut Element, Fault> {
    let rule = place(table, "rule", row)?;
    let cell = place(table.at(&[rule]).unwrap_or(table), kind, column)?;
    table.at_mut(&[rule, cell]).ok_or_else(Fault::default)
}

/// Sets a cell of an annotation column; cells that are missing before it are made empty.
pub(super) fn annotate(table: &mut Element, row: usize, column: usize, text: &str) -> Result<(), Fault> {
    place(table, "annotation", column)?;
    let rule = place(table, "rule", row)?;
    let indent = Indent::of(table);
    if let Some(rule) = table.at_mut(&[rule]) {
        for _ in places(rule, "annotationEntry").len()..column {
            let entry = entry(rule, "annotationEntry", "", &indent)?;
            let last = rule.nodes.len().saturating_sub(usize::from(ends_blank(rule)));
            rule.nodes.insert(last, Node::Element(entry));
            if let Some(blank) = &indent.cell {
                rule.nodes.insert(last, Node::Text(blank.clone()));
            }
        }
        join_texts(rule);
    }
    texts::set(cell(table, "annotationEntry", row, column)?, text)
}

/// Puts a new rule into a table, indented as its other rules are.
pub(super) fn add(
    table: &mut Element,
    row: usize,
    cells: &Cells,
    taken: &BTreeSet<String>,
) -> Result<(), Fault> {
    let columns = [
        ("input", &cells.inputs),
        ("output", &cells.outputs),
        ("annotation", &cells.annotations),
    ];
    for (kind, given) in columns {
        let wanted = places(table, kind).len();
        if given.len() > wanted || (given.len() < wanted && kind != "annotation") {
            let what = said!(
                "the rule has {} {} cells under {} columns",
                given.len(),
                kind,
                wanted
            );
            let todo = said!("Give it a cell for every column");
            return Err(Fault {
                what,
                todo,
                ..Fault::default()
            });
        }
    }
    let indent = Indent::of(table);
    let mut rule = table.alike("rule");
    let free = (1..)
        .map(|number| format!("rule_{number}"))
        .find(|id| !taken.contains(id));
    rule.set_attribute("id", &free.unwrap_or_default());
    for (kind, given) in columns {
        for text in given {
            let text = if kind == "input" && text.trim().is_empty() {
                "-"
            } else {
                text
            };
            let entry = entry(&rule, &format!("{kind}Entry"), text, &indent)?;
            rule.nodes.extend(indent.cell.clone().map(Node::Text));
            rule.nodes.push(Node::Element(entry));
        }
    }
    rule.nodes.extend(indent.cell_end.clone().map(Node::Text));
    insert(table, row, rule, &indent)
}

/// Takes a rule out, with the white space before it.
pub(super) fn remove(table: &mut Element, row: usize) -> Result<Element, Fault> {
    let at = place(table, "rule", row)?;
    let Node::Element(rule) = table.nodes.remove(at) else {
        return Err(Fault::default());
    };
    if let Some(before) = at.checked_sub(1)
        && matches!(table.nodes.get(before), Some(node) if is_blank(node))
    {
        table.nodes.remove(before);
    }
    join_texts(table);
    Ok(rule)
}

/// Puts a rule elsewhere.
pub(super) fn relocate(table: &mut Element, from: usize, to: usize) -> Result<(), Fault> {
    place(table, "rule", to)?;
    if from == to {
        return place(table, "rule", from).map(drop);
    }
    let indent = Indent::of(table);
    let rule = remove(table, from)?;
    insert(table, to, rule, &indent)
}

/// Puts a rule so that it has that row: before the rule that has it, or after the last.
fn insert(table: &mut Element, row: usize, rule: Element, indent: &Indent) -> Result<(), Fault> {
    let rules = places(table, "rule");
    let at = match rules.get(row.wrapping_sub(1)) {
        Some(next) => next.saturating_sub(usize::from(
            matches!(next.checked_sub(1).and_then(|at| table.nodes.get(at)), Some(node) if is_blank(node)),
        )),
        None if row == rules.len() + 1 => rules.last().map_or_else(
            || table.nodes.len().saturating_sub(usize::from(ends_blank(table))),
            |last| last + 1,
        ),
        None => return place(table, "rule", row).map(drop),
    };
    table.nodes.insert(at, Node::Element(rule));
    if let Some(blank) = &indent.rule {
        table.nodes.insert(at, Node::Text(blank.clone()));
    }
    join_texts(table);
    Ok(())
}

fn entry(beside: &Element, name: &str, text: &str, indent: &Indent) -> Result<Element, Fault> {
    check(text)?;
    let mut entry = beside.alike(name);
    texts::set(&mut entry, text)?;
    if let Some(blank) = &indent.text {
        entry.nodes.insert(0, Node::Text(blank.clone()));
    }
    entry.nodes.extend(indent.text_end.clone().map(Node::Text));
    Ok(entry)
}

fn is_blank(node: &Node) -> bool {
    matches!(node, Node::Text(text) if text.trim().is_empty())
}

fn ends_blank(element: &Element) -> bool {
    element.nodes.last().is_some_and(is_blank)
}

/// Texts that have come to follow each other are one text.
fn join_texts(of: &mut Element) {
    let mut joined: Vec<Node> = Vec::with_capacity(of.nodes.len());
    for node in of.nodes.drain(..) {
        match (joined.last_mut(), node) {
            (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
            (_, node) => joined.push(node),
        }
    }
    of.nodes = joined;
}

/// The white space around rules, cells and texts of a table, as its last rule has it.
#[derive(Default)]
struct Indent {
    rule: Option<String>,
    cell: Option<String>,
    cell_end: Option<String>,
    text: Option<String>,
    text_end: Option<String>,
}

impl Indent {
    fn of(table: &Element) -> Self {
        let children = ["rule", "output", "input"];
        let last = children
            .iter()
            .find_map(|kind| places(table, kind).last().copied());
        let blank = |node: Option<&Node>| match node {
            Some(Node::Text(text)) if text.trim().is_empty() => Some(text.clone()),
            _ => None,
        };
        let ends = |of: Option<&Element>| {
            let nodes = of.map_or(&[][..], |of| &of.nodes);
            (blank(nodes.first()), blank(nodes.last()))
        };
        let before =
            |of: &Element, at: Option<usize>| blank(at?.checked_sub(1).and_then(|at| of.nodes.get(at)));
        let rule = last.and_then(|at| table.at(&[at]));
        let (cell, cell_end) = ends(rule);
        let (text, text_end) = ends(rule.and_then(|rule| rule.elements().next()));
        Indent {
            rule: before(table, last),
            cell,
            cell_end,
            text,
            text_end,
        }
    }
}
