//! What cargo knows of the workspace, read from `cargo metadata`.

use std::path::PathBuf;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};
use crate::project::{Project, output};

/// The part of `cargo metadata --format-version 1` that is used here.
#[derive(Deserialize)]
pub struct Metadata {
    /// Ours and, unless only ours were asked for, all that they rest on.
    pub packages: Vec<Package>,
    /// Ids of our packages.
    pub workspace_members: Vec<String>,
    /// Who uses whom, ids resolved; absent when only our own packages were asked for.
    pub resolve: Option<Resolve>,
    /// Where cargo builds.
    pub target_directory: PathBuf,
}

/// A package.
#[derive(Deserialize)]
pub struct Package {
    /// Unique among all packages.
    pub id: String,
    /// As in its manifest.
    pub name: String,
    /// As in its manifest.
    pub version: String,
    /// An SPDX expression, when its manifest has one.
    pub license: Option<String>,
    /// Absolute.
    pub manifest_path: PathBuf,
    /// As its manifest declares them.
    pub dependencies: Vec<Dependency>,
}

/// A line of a manifest's dependencies.
#[derive(Deserialize)]
pub struct Dependency {
    /// The package's name.
    pub name: String,
    /// `None` for a normal dependency, else `dev` or `build`.
    pub kind: Option<String>,
    /// Given when it lies in this project.
    pub path: Option<PathBuf>,
}

/// The graph of resolved packages.
#[derive(Deserialize)]
pub struct Resolve {
    /// One for each package.
    pub nodes: Vec<Node>,
}

/// A resolved package and what it uses.
#[derive(Deserialize)]
pub struct Node {
    /// The package's id.
    pub id: String,
    /// What it uses.
    pub deps: Vec<Use>,
}

/// One use of a package by another.
#[derive(Deserialize)]
pub struct Use {
    /// The used package's id.
    pub pkg: String,
    /// In which ways it is used.
    pub dep_kinds: Vec<UseKind>,
}

/// One way in which a package is used.
#[derive(Deserialize)]
pub struct UseKind {
    /// `None` for a normal dependency, else `dev` or `build`.
    pub kind: Option<String>,
}

impl Metadata {
    /// Our own packages alone; needs no network.
    ///
    /// # Errors
    /// When a manifest is broken.
    pub fn of_ours(project: &Project) -> Outcome<Self> {
        Self::read(project, &["metadata", "--format-version", "1", "--no-deps"])
    }

    /// Our packages and all that they rest on.
    ///
    /// # Errors
    /// When a manifest is broken or a package cannot be had.
    pub fn of_all(project: &Project) -> Outcome<Self> {
        Self::read(project, &["metadata", "--format-version", "1"])
    }

    fn read(project: &Project, arguments: &[&str]) -> Outcome<Self> {
        let text = output(
            &mut project.cargo(arguments),
            "mend the manifest that cargo names",
        )?;
        serde_json::from_str(&text).map_err(|error| {
            Failure::new(
                format!("`cargo metadata` was not understood: {error}"),
                "use the cargo of rust-version",
            )
        })
    }

    /// The packages of this workspace.
    pub fn members(&self) -> impl Iterator<Item = &Package> {
        self.packages
            .iter()
            .filter(|package| self.workspace_members.contains(&package.id))
    }
}
