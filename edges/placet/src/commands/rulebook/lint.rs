//! `placet rulebook lint`: what of a rulebook a person should look at before it binds anybody.

use super::{counted, json};
use crate::arguments::Lint;
use crate::failure::Failure;
use crate::rulebooks::Folder;
use rulebook::lint::{Level, Report};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Linted<'a> {
    format: &'static str,
    clean: bool,
    /// Whether gaps, overlaps and dead rules were sought at all.
    loaded: bool,
    exact: bool,
    #[serde(flatten)]
    report: &'a Report,
}

/// Runs the command. A fault or a warning is exit code 1; notes are none.
pub fn run(arguments: &Lint, out: &mut impl Write) -> Result<(), Failure> {
    let folder = Folder::read(&arguments.folder)?;
    let report = desk::governance::lint_files(&folder.files(), arguments.on);
    if arguments.json {
        let linted = Linted {
            format: "placet-rulebook-lint/1",
            clean: report.is_clean(),
            loaded: report.is_loaded(),
            exact: report.is_exact(),
            report: &report,
        };
        json(&linted, out)?;
    } else {
        print(&report, out).map_err(Failure::machine)?;
    }
    if report.is_clean() {
        return Ok(());
    }
    let places = counted(report.findings.len() - notes(&report), "place");
    Err(Failure::different(format!(
        "The rulebook has {places} to be put right.\nCorrect what is called a fault or a warning, and lint again."
    )))
}

fn notes(report: &Report) -> usize {
    let levels = report.findings.iter().map(|finding| finding.level);
    levels.filter(|level| *level == Level::Note).count()
}

fn print(report: &Report, out: &mut impl Write) -> std::io::Result<()> {
    for finding in &report.findings {
        writeln!(out, "{finding}")?;
    }
    let sought = if !report.is_loaded() {
        "gaps, overlaps and dead rules were not looked for, as the rulebook does not load"
    } else if report.is_exact() {
        "all gaps, overlaps and dead rules are listed"
    } else {
        "there may be more than is listed"
    };
    let notes = match notes(report) {
        0 => String::new(),
        1 => ", 1 of them a note".to_owned(),
        notes => format!(", {notes} of them notes"),
    };
    let findings = counted(report.findings.len(), "finding");
    writeln!(out, "{findings}{notes}; {sought}.")
}
