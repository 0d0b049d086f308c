//! `placet rulebook lint`: what of a rulebook a person should look at before it binds anybody.

use super::json;
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
    let grave = report
        .findings
        .iter()
        .filter(|finding| finding.level != Level::Note);
    Err(Failure::different(format!(
        "The rulebook has {} to be put right.\nCorrect what is called a fault or a warning, and lint again.",
        counted(grave.count(), "place")
    )))
}

fn print(report: &Report, out: &mut impl Write) -> std::io::Result<()> {
    for finding in &report.findings {
        writeln!(out, "{finding}")?;
    }
    let notes = report
        .findings
        .iter()
        .filter(|finding| finding.level == Level::Note);
    let exact = if report.is_exact() {
        "all gaps, overlaps and dead rules are listed"
    } else {
        "there may be more than is listed"
    };
    writeln!(
        out,
        "{}, of which {} a note; {exact}.",
        counted(report.findings.len(), "finding"),
        notes.count()
    )
}

fn counted(count: usize, of: &str) -> String {
    if count == 1 {
        format!("1 {of}")
    } else {
        format!("{count} {of}s")
    }
}
