//! The rules' lists and figures, from `xtask/tidy.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};

/// The file these are read from; the names and paths that it forbids stand in it.
pub const FILE: &str = "xtask/tidy.toml";

/// Everything in `tidy.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub lengths: Lengths,
    /// A word to avoid, in `snake_case`, and what to write instead.
    pub words: BTreeMap<String, String>,
    pub case: Case,
    pub machine: Machine,
    pub text: Text,
}

/// In lines.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lengths {
    pub function: usize,
    /// Without its tests.
    pub file: usize,
}

/// Names of the case that Placet is built from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub names: Vec<String>,
    /// Beginnings of paths.
    pub allowed_folders: Vec<String>,
    /// Beginnings of file names in the root.
    pub allowed_files: Vec<String>,
}

/// Paths that exist on one machine alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Machine {
    /// Beginnings of paths.
    pub paths: Vec<String>,
}

/// What is text for people.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Macros whose text is for operators and programmers.
    pub logging: Vec<String>,
}

impl Settings {
    /// As this build has them.
    ///
    /// # Errors
    /// When the file does not say what it should.
    pub fn of_the_house() -> Outcome<Self> {
        toml::from_str(include_str!("../../tidy.toml")).map_err(|error| {
            Failure::new(
                format!("{FILE} was not understood: {error}"),
                "mend the line it names",
            )
        })
    }
}
