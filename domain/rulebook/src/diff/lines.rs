//! The rules of the tables behind the one that names authorities, matched and compared.

use super::matching::{Line, moved, pairs};
use super::parts::Said;
use super::{Difference, Row};
use std::collections::{BTreeMap, BTreeSet};

/// Every difference of the tables that a part has in both versions, and the rules of those that one alone has.
pub(super) fn between(before: &Said, after: &Said, differences: &mut Vec<Difference>) {
    let was: BTreeMap<&String, &Vec<Line>> = before.tables.iter().map(|(way, lines)| (way, lines)).collect();
    let is: BTreeSet<&String> = after.tables.iter().map(|(way, _)| way).collect();
    for (way, lines) in &after.tables {
        let old = was.get(way).map_or(&[][..], |lines| lines);
        table(after, old, lines, differences);
    }
    for (_, lines) in before.tables.iter().filter(|(way, _)| !is.contains(way)) {
        table(after, lines, &[], differences);
    }
}

fn table(part: &Said, older: &[Line], newer: &[Line], differences: &mut Vec<Difference>) {
    let pairs = pairs(older, newer);
    let moved: BTreeSet<usize> = moved(&pairs).into_iter().collect();
    let was: BTreeMap<usize, usize> = pairs.iter().map(|(before, after)| (*after, *before)).collect();
    let mut tell =
        |row: (Option<usize>, Option<usize>), column: &str, before: Option<String>, after: Option<String>| {
            let row = Row {
                before: row.0.map_or(0, |at| at + 1),
                after: row.1.map_or(0, |at| at + 1),
            };
            differences.push(Difference::Behind {
                part: part.part,
                id: part.id.clone(),
                row,
                column: column.to_owned(),
                before,
                after,
            });
        };
    for (after, new) in newer.iter().enumerate() {
        let Some((before, old)) = was.get(&after).and_then(|at| Some((*at, older.get(*at)?))) else {
            tell((None, Some(after)), "", None, Some(new.to_string()));
            continue;
        };
        let row = (Some(before), Some(after));
        if moved.contains(&after) {
            tell(row, "", None, None);
        }
        for (column, before, after) in cells(old, new) {
            tell(row, column, before.cloned(), after.cloned());
        }
    }
    let stayed: BTreeSet<usize> = was.into_values().collect();
    for (before, old) in older.iter().enumerate().filter(|(at, _)| !stayed.contains(at)) {
        tell((Some(before), None), "", Some(old.to_string()), None);
    }
}

/// The columns in which two lines say something else, in the newer one's order.
fn cells<'a>(old: &'a Line, new: &'a Line) -> Vec<(&'a str, Option<&'a String>, Option<&'a String>)> {
    let of = |line: &'a Line| -> BTreeMap<&'a String, &'a String> {
        line.said.iter().map(|(column, text)| (column, text)).collect()
    };
    let (was, is) = (of(old), of(new));
    let gone = old.said.iter().filter(|(column, _)| !is.contains_key(column));
    let columns = new.said.iter().chain(gone).map(|(column, _)| column);
    let both = columns.map(|column| (column.as_str(), was.get(column).copied(), is.get(column).copied()));
    both.filter(|(_, before, after)| before != after).collect()
}
