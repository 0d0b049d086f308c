//! `cargo xtask notice`: writes NOTICE from the packages that the `placet` program is built from.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use crate::failure::{Failure, Outcome};
use crate::metadata::{Metadata, Package, Resolve};
use crate::project::Project;

const PROGRAM: &str = "placet";

/// What is not a package: fonts and data, each with its licence and source.
const BESIDES: &str = include_str!("../notice.txt");

/// Writes NOTICE.
///
/// # Errors
/// When a package names no licence, or cargo cannot tell the packages.
pub fn run(project: &Project) -> Outcome {
    let metadata = Metadata::of_all(project)?;
    let text = compose(&used_by_the_program(&metadata)?)?;
    fs::write(project.root.join("NOTICE"), text).map_err(|error| {
        Failure::new(
            format!("NOTICE could not be written: {error}"),
            "make it writable",
        )
    })
}

/// Others' packages that the program is built from or with; what only tests use is not in it.
fn used_by_the_program(metadata: &Metadata) -> Outcome<Vec<&Package>> {
    let (Some(program), Some(resolve)) = (
        metadata.members().find(|package| package.name == PROGRAM),
        metadata.resolve.as_ref(),
    ) else {
        return Err(Failure::new(
            format!("cargo knows no package `{PROGRAM}`"),
            "run this in the whole workspace",
        ));
    };
    let reached = reached(&program.id, resolve);
    let is_theirs = |package: &&Package| !metadata.workspace_members.contains(&package.id);
    Ok(metadata
        .packages
        .iter()
        .filter(|package| reached.contains(package.id.as_str()))
        .filter(is_theirs)
        .collect())
}

fn reached<'a>(from: &'a str, resolve: &'a Resolve) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        for used in resolve
            .nodes
            .iter()
            .filter(|node| node.id == id)
            .flat_map(|node| &node.deps)
        {
            let is_for_tests = used
                .dep_kinds
                .iter()
                .all(|kind| kind.kind.as_deref() == Some("dev"));
            if !is_for_tests && reached.insert(&used.pkg) {
                open.push(&used.pkg);
            }
        }
    }
    reached
}

fn compose(packages: &[&Package]) -> Outcome<String> {
    let mut licences: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages {
        let Some(licence) = &package.license else {
            let remedy = "read its licence, and leave the package if it may not be used";
            return Err(Failure::new(
                format!("the package {} names no licence", package.name),
                remedy,
            ));
        };
        let named = format!("{} {}", package.name, package.version);
        licences
            .entry(licence.replace('/', " OR ").replace("  ", " "))
            .or_default()
            .insert(named);
    }
    let mut text = BESIDES.to_owned();
    for (licence, packages) in licences {
        let packages: Vec<String> = packages.into_iter().collect();
        // Writing to a String cannot fail.
        let _ = write!(text, "\n{licence}\n{}", wrapped(&packages));
    }
    Ok(text)
}

/// Lines of at most 110 characters, indented by two.
fn wrapped(packages: &[String]) -> String {
    let mut lines = String::new();
    let mut line = String::from(" ");
    for (index, package) in packages.iter().enumerate() {
        let mark = if index + 1 == packages.len() { "" } else { "," };
        if line.len() + package.len() + 2 > 110 {
            lines.push_str(&line);
            lines.push('\n');
            line = String::from(" ");
        }
        line.push_str(&format!(" {package}{mark}"));
    }
    lines + &line + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(licence: &str) -> Metadata {
        let package = |name: &str, licence: &str| {
            format!(
                r#"{{"id": "{name}", "name": "{name}", "version": "1.0.0", "license": {licence},
                    "manifest_path": "/{name}/Cargo.toml", "dependencies": []}}"#
            )
        };
        let uses =
            |name: &str, kind: &str| format!(r#"{{"pkg": "{name}", "dep_kinds": [{{"kind": {kind}}}]}}"#);
        let packages = [
            package("placet", "null"),
            package("a", licence),
            package("b", "null"),
        ]
        .join(",");
        let nodes = format!(
            r#"{{"id": "placet", "deps": [{}, {}]}}"#,
            uses("a", "null"),
            uses("b", "\"dev\"")
        );
        let text = format!(
            r#"{{"packages": [{packages}], "workspace_members": ["placet"], "target_directory": "/target",
                "resolve": {{"nodes": [{nodes}]}}}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn what_the_program_is_built_from_is_named_under_its_licence_and_what_tests_use_is_not() {
        let metadata = metadata(r#""MIT/Apache-2.0""#);
        let text = compose(&used_by_the_program(&metadata).unwrap()).unwrap();
        assert!(text.ends_with("\nMIT OR Apache-2.0\n  a 1.0.0\n"), "{text}");
    }

    #[test]
    fn a_package_without_a_licence_is_refused() {
        let metadata = metadata("null");
        let failure = compose(&used_by_the_program(&metadata).unwrap())
            .unwrap_err()
            .to_string();
        assert!(
            failure.starts_with("error: the package a names no licence."),
            "{failure}"
        );
    }
}
