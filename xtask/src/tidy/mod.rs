//! `cargo xtask tidy`: rules of the house that no compiler knows. Each has its own file and a test that it can fail.

mod case;
mod documentation;
mod lengths;
mod literals;
mod machine;
mod settings;
mod sql;
mod templates;
mod text;
mod words;

use crate::failure::Outcome;
use crate::finding::{Finding, report};
use crate::project::Project;
use crate::source::Sources;
use settings::Settings;

type Rule = fn(&Sources, &Settings) -> Vec<Finding>;

const RULES: [Rule; 9] = [
    lengths::functions,
    lengths::files,
    documentation::find,
    words::find,
    sql::find,
    text::find,
    templates::find,
    case::find,
    machine::find,
];

/// Holds every file to every rule.
///
/// # Errors
/// When one is broken anywhere.
pub fn run(project: &Project) -> Outcome {
    let sources = Sources::read(project)?;
    let settings = Settings::of_the_house()?;
    let mut findings = sources.broken.clone();
    findings.extend(RULES.iter().flat_map(|rule| rule(&sources, &settings)));
    report(findings, "change each place; there is no list of exceptions")
}

/// What `rule` finds in one file, as a person reads it.
#[cfg(test)]
fn found(rule: Rule, path: &str, text: &str) -> Vec<String> {
    let settings = Settings::of_the_house().unwrap();
    rule(&crate::source::one_file(path, text), &settings)
        .iter()
        .map(Finding::to_string)
        .collect()
}
