//! Edges between our crates, held against the table in the map.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::MAP;
use crate::failure::{Failure, Outcome};
use crate::finding::Finding;
use crate::metadata::Metadata;
use crate::project::Project;

const BEGIN: &str = "<!-- deps -->";
const END: &str = "<!-- /deps -->";

/// One of our crates and those of ours that it uses.
pub struct Crate {
    /// As in its manifest.
    pub name: String,
    /// Its manifest, relative to the root.
    pub manifest: String,
    /// Each used crate with the manifest's line that asks for it.
    pub uses: BTreeMap<String, usize>,
}

/// Our crates as cargo knows them; what only their tests or build scripts use does not count.
///
/// # Errors
/// When a manifest cannot be read.
pub fn crates(project: &Project, metadata: &Metadata) -> Outcome<Vec<Crate>> {
    let mut crates = Vec::new();
    for package in metadata.members() {
        let text = fs::read_to_string(&package.manifest_path)
            .map_err(|error| Failure::new(format!("a manifest cannot be read: {error}"), "mend it"))?;
        let ours = package
            .dependencies
            .iter()
            .filter(|used| used.path.is_some() && used.kind.is_none());
        let manifest = package
            .manifest_path
            .strip_prefix(&project.root)
            .unwrap_or(&package.manifest_path);
        crates.push(Crate {
            name: package.name.clone(),
            manifest: manifest.display().to_string(),
            uses: ours
                .map(|used| (used.name.clone(), line_asking_for(&text, &used.name)))
                .collect(),
        });
    }
    Ok(crates)
}

fn line_asking_for(manifest: &str, name: &str) -> usize {
    let asks = |line: &str| {
        line.strip_prefix(name)
            .is_some_and(|rest| rest.starts_with(['.', ' ', '=']))
    };
    manifest.lines().position(asks).map_or(1, |index| index + 1)
}

/// What a crate may use.
enum Grant {
    All,
    These(BTreeSet<String>),
}

struct Row {
    line: usize,
    grant: Grant,
}

/// Every edge that the table does not grant, every grant that is not used, every crate without a row, every name in it that
/// is no crate.
pub fn held_against(map: &str, crates: &[Crate]) -> Vec<Finding> {
    let Some(rows) = table(map) else {
        let message = format!("has no table of crates between `{BEGIN}` and `{END}`");
        return vec![Finding::new(MAP, 1, message)];
    };
    let names: BTreeSet<&str> = crates.iter().map(|known| known.name.as_str()).collect();
    let mut findings = stale(&rows, &names);
    for known in crates {
        match rows.get(&known.name) {
            Some(row) => {
                findings.extend(not_granted(known, row));
                findings.extend(not_used(known, row, &names));
            }
            None => {
                let message = format!("`{}` has no row in {MAP}'s table of crates; add one", known.name);
                findings.push(Finding::new(&known.manifest, 1, message));
            }
        }
    }
    findings
}

fn table(map: &str) -> Option<BTreeMap<String, Row>> {
    let begin = map.lines().position(|line| line.trim() == BEGIN)?;
    let end = map.lines().position(|line| line.trim() == END)?;
    let numbered = map
        .lines()
        .enumerate()
        .filter(|(index, _)| (begin..end).contains(index));
    Some(
        numbered
            .filter_map(|(index, line)| row(index + 1, line))
            .collect(),
    )
}

fn row(line: usize, text: &str) -> Option<(String, Row)> {
    let mut cells = text
        .trim()
        .strip_prefix('|')?
        .split('|')
        .map(|cell| cell.replace('`', ""));
    let (name, granted) = (cells.next()?.trim().to_owned(), cells.next()?);
    if name == "crate" || name.starts_with(['-', ':']) {
        return None;
    }
    let these = granted.split(|letter: char| letter == ',' || letter.is_whitespace());
    let these: BTreeSet<String> = these.filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let grant = match these.first().map(String::as_str) {
        Some("all") => Grant::All,
        Some("nothing") => Grant::These(BTreeSet::new()),
        _ => Grant::These(these),
    };
    Some((name, Row { line, grant }))
}

fn stale(rows: &BTreeMap<String, Row>, names: &BTreeSet<&str>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, row) in rows {
        let mut named = vec![name];
        if let Grant::These(these) = &row.grant {
            named.extend(these);
        }
        for name in named.into_iter().filter(|name| !names.contains(name.as_str())) {
            let message = format!("`{name}` is no crate of the workspace; take it out of the table");
            findings.push(Finding::new(MAP, row.line, message));
        }
    }
    findings
}

fn not_granted(known: &Crate, row: &Row) -> Vec<Finding> {
    let Grant::These(these) = &row.grant else {
        return Vec::new();
    };
    let beyond = known.uses.iter().filter(|(used, _)| !these.contains(*used));
    let finding = |(used, line): (&String, &usize)| {
        let message = format!("`{}` may not use `{used}` ({MAP}:{})", known.name, row.line);
        Finding::new(&known.manifest, *line, message)
    };
    beyond.map(finding).collect()
}

/// Grants that a crate does not use; one of a vanished crate is told as that.
fn not_used(known: &Crate, row: &Row, names: &BTreeSet<&str>) -> Vec<Finding> {
    let Grant::These(these) = &row.grant else {
        return Vec::new();
    };
    let idle = these.iter().filter(|name| names.contains(name.as_str()));
    let idle = idle.filter(|name| !known.uses.contains_key(*name));
    let finding = |name| {
        let message = format!("`{}` does not use `{name}`; take it out of its row", known.name);
        Finding::new(MAP, row.line, message)
    };
    idle.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# Map\n<!-- deps -->\n| crate | may use |\n|---|---|\n| `act` | nothing |\n\
                         | desk | act |\n| placet | all |\n<!-- /deps -->\n";

    fn known(name: &str, uses: &[(&str, usize)]) -> Crate {
        Crate {
            name: name.to_owned(),
            manifest: format!("{name}/Cargo.toml"),
            uses: uses
                .iter()
                .map(|(used, line)| ((*used).to_owned(), *line))
                .collect(),
        }
    }

    fn check(map: &str, crates: &[Crate], expect: &[&str]) {
        let found: Vec<_> = held_against(map, crates).iter().map(Finding::to_string).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn granted_edges_pass() {
        let crates = [
            known("act", &[]),
            known("desk", &[("act", 3)]),
            known("placet", &[("desk", 4)]),
        ];
        check(TABLE, &crates, &[]);
    }

    #[test]
    fn an_edge_that_the_table_does_not_grant_is_found_at_its_manifests_line() {
        let crates = [
            known("act", &[("desk", 12)]),
            known("desk", &[("act", 3)]),
            known("placet", &[]),
        ];
        check(
            TABLE,
            &crates,
            &["act/Cargo.toml:12: `act` may not use `desk` (docs/ARCHITECTURE.md:5)"],
        );
    }

    #[test]
    fn a_grant_that_is_not_used_is_found_at_its_row() {
        let crates = [known("act", &[]), known("desk", &[]), known("placet", &[])];
        let message = "docs/ARCHITECTURE.md:6: `desk` does not use `act`; take it out of its row";
        check(TABLE, &crates, &[message]);
    }

    #[test]
    fn a_row_of_a_vanished_crate_is_found_at_its_line() {
        let crates = [known("act", &[]), known("placet", &[])];
        let message = "docs/ARCHITECTURE.md:6: `desk` is no crate of the workspace; take it out of the table";
        check(TABLE, &crates, &[message]);
    }

    #[test]
    fn a_crate_without_a_row_is_found() {
        let crates = [
            known("act", &[]),
            known("desk", &[("act", 3)]),
            known("placet", &[]),
            known("web", &[]),
        ];
        let message = "web/Cargo.toml:1: `web` has no row in docs/ARCHITECTURE.md's table of crates; add one";
        check(TABLE, &crates, &[message]);
    }

    #[test]
    fn a_map_without_a_table_is_found() {
        let message =
            "docs/ARCHITECTURE.md:1: has no table of crates between `<!-- deps -->` and `<!-- /deps -->`";
        check("# Map\n", &[], &[message]);
    }

    #[test]
    fn the_line_of_a_dependency_is_that_of_its_whole_name() {
        assert_eq!(
            line_asking_for("[dependencies]\nactor = \"1\"\nact.workspace = true\n", "act"),
            3
        );
    }
}
