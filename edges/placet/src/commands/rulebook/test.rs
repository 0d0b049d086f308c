//! `placet rulebook test`: the cases that a rulebook brings along, and the rules that none of them holds.

use super::{Pin, faults, json};
use crate::arguments::Looked;
use crate::failure::Failure;
use crate::rulebooks::{Folder, load, tests};
use desk::governance::lint_files;
use rulebook::lint::{Finding, Level};
use rulebook::tests::{self, Report};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Tested<'a> {
    format: &'static str,
    rulebook: Pin,
    clean: bool,
    #[serde(flatten)]
    report: &'a Report,
    /// What the linter calls a fault.
    faults: &'a [Finding],
}

/// Runs the command. A case that fails, a rule that no case holds, or what the linter calls a fault, is exit code 1: what passes here can
/// be published.
pub fn run(arguments: &Looked, out: &mut impl Write) -> Result<(), Failure> {
    let rulebook = load(&arguments.folder)?;
    let files = tests(&arguments.folder)?;
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let cases = tests::read(&rulebook, &files).map_err(|found| faults(&found))?;
    let report = tests::run(&rulebook, &cases);
    let linted = lint_files(&Folder::read(&arguments.folder)?.files(), None).findings;
    let faults: Vec<Finding> = linted
        .into_iter()
        .filter(|one| one.level == Level::Fault)
        .collect();
    let is_clean = report.is_clean() && faults.is_empty();
    if arguments.json {
        let tested = Tested {
            format: "placet-rulebook-test/1",
            rulebook: Pin::of(&rulebook),
            clean: is_clean,
            report: &report,
            faults: &faults,
        };
        json(&tested, out)?;
    } else {
        print(&report, out).map_err(Failure::machine)?;
        for fault in &faults {
            writeln!(out, "{fault}").map_err(Failure::machine)?;
        }
    }
    if is_clean {
        return Ok(());
    }
    if report.is_clean() {
        return Err(Failure::different(
            "Every case passes, and what is called a fault above stands in the way.\nCorrect it, and lint again.",
        ));
    }
    Err(Failure::different(
        "A case fails, or a rule is held by none.\nCorrect the rule or the case, and add a case for each rule that is named.",
    ))
}

fn print(report: &Report, out: &mut impl Write) -> std::io::Result<()> {
    for case in &report.cases {
        let verdict = if case.passed() { "passed" } else { "failed" };
        writeln!(out, "{verdict}  {}: {}", case.file, case.name)?;
        for difference in &case.differences {
            writeln!(out, "        {difference}")?;
        }
    }
    let uncovered: Vec<&str> = report.uncovered().collect();
    let (cases, failed) = (report.cases.len(), report.failed());
    writeln!(out, "{} passed, {failed} failed.", cases - failed)?;
    write!(
        out,
        "{} of {} rules are held by a case",
        report.rules.len() - uncovered.len(),
        report.rules.len()
    )?;
    if uncovered.is_empty() {
        writeln!(out, ".")
    } else {
        writeln!(out, "; not held: {}.", uncovered.join(", "))
    }
}
