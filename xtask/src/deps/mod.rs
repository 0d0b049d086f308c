//! `cargo xtask deps`: who may know whom, between our crates and between the modules of each.

mod cycles;
mod edges;

use std::fs;

use crate::failure::{Failure, Outcome};
use crate::finding::report;
use crate::metadata::Metadata;
use crate::project::Project;
use crate::source::Sources;

/// Where the table of crates stands.
const MAP: &str = "docs/ARCHITECTURE.md";

/// Holds the workspace against the table, and each crate's modules against the rule that none go in a circle.
///
/// # Errors
/// When a crate uses one that the table does not grant it or does not use one that it does, a row is stale, or modules go in a circle.
pub fn run(project: &Project) -> Outcome {
    let map = fs::read_to_string(project.root.join(MAP)).map_err(|error| {
        Failure::new(
            format!("{MAP} cannot be read: {error}"),
            "write the map of crates",
        )
    })?;
    let crates = edges::crates(project, &Metadata::of_ours(project)?)?;
    let mut findings = edges::held_against(&map, &crates);
    findings.extend(cycles::find(&Sources::read(project)?));
    report(
        findings,
        "move what both sides need to where both may see it, or change the table and say why in docs/decisions/",
    )
}
