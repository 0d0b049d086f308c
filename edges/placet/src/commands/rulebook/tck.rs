//! `placet rulebook tck`: the public conformance suite of DMN, or any part of it, in its own format.

use super::json;
use crate::arguments::Looked;
use crate::failure::Failure;
use crate::world::SystemClock;
use desk::ports::Clock;
use dmn::tck::{self, File, Report, Verdict};
use feel::Budget;
use jiff::tz::TimeZone;
use serde::Serialize;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Folders within each other. The suite has four.
const DEEPEST: usize = 32;

#[derive(Serialize)]
struct Conformance {
    format: &'static str,
    passed: usize,
    failed: usize,
    unsupported: usize,
    cases: Vec<Case>,
}

#[derive(Serialize)]
struct Case {
    file: String,
    case: String,
    verdict: &'static str,
    why: Option<String>,
}

/// Runs the command. A case that does not pass is exit code 1; so is a folder without cases.
pub fn run(arguments: &Looked, out: &mut impl Write) -> Result<(), Failure> {
    let mut paths = vec![];
    find(&arguments.folder, DEEPEST, &mut paths)?;
    let read = |path: &PathBuf| {
        let bytes = std::fs::read(path).map_err(|fault| Failure::file("could not be read", path, &fault))?;
        let shown = path.strip_prefix(&arguments.folder).unwrap_or(path);
        let parts: Vec<_> = shown.iter().map(|part| part.to_string_lossy()).collect();
        Ok((parts.join("/"), bytes))
    };
    let files = paths.iter().map(read).collect::<Result<Vec<_>, Failure>>()?;
    let files: Vec<File<'_>> = files.iter().map(|(path, bytes)| File { path, bytes }).collect();
    let now = SystemClock.now().to_zoned_datetime(TimeZone::UTC);
    let report = tck::run(&files, &now, Budget::default());
    if arguments.json {
        json(&conformance(&report), out)?;
    } else {
        print(&report, out).map_err(Failure::machine)?;
    }
    let (passed, failed, unsupported) = report.totals();
    if report.cases.is_empty() {
        return Err(Failure::different(format!(
            "{}: there is no test case in this folder.\nName one that holds *-test-*.xml beside the models that they test.",
            arguments.folder.display()
        )));
    }
    if failed == 0 && unsupported > 0 {
        return Err(Failure::different(format!(
            "{unsupported} of {} test cases need what is not carried out here.\nEach is listed with what it needs.",
            passed + failed + unsupported
        )));
    }
    if failed > 0 {
        return Err(Failure::different(format!(
            "{failed} of {} test cases failed.\nEach is listed with what was expected.",
            passed + failed + unsupported
        )));
    }
    Ok(())
}

/// The models and the tests in a folder and all folders within it, in order.
fn find(folder: &Path, deep: usize, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let fault = |fault: std::io::Error| Failure::given(folder, &fault);
    let entries = std::fs::read_dir(folder).map_err(fault)?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(fault)?;
    paths.sort();
    for path in paths {
        let kind = path.extension();
        if path.is_dir() {
            if let Some(deep) = deep.checked_sub(1) {
                find(&path, deep, found)?;
            }
        } else if kind.is_some_and(|kind| kind == "dmn" || kind == "xml") {
            found.push(path);
        }
    }
    Ok(())
}

fn told(verdict: &Verdict) -> (&'static str, Option<&str>) {
    match verdict {
        Verdict::Passed => ("passed", None),
        Verdict::Failed(why) => ("failed", Some(why)),
        Verdict::Unsupported(why) => ("unsupported", Some(why)),
    }
}

fn print(report: &Report, out: &mut impl Write) -> std::io::Result<()> {
    for case in &report.cases {
        let (verdict, why) = told(&case.verdict);
        write!(out, "{verdict:<11}  {} {}", case.file, case.case)?;
        match why {
            Some(why) => writeln!(out, ": {why}")?,
            None => writeln!(out)?,
        }
    }
    let (passed, failed, unsupported) = report.totals();
    let all = report.cases.len();
    writeln!(
        out,
        "{passed} passed, {failed} failed, {unsupported} unsupported; {all} test cases in all."
    )
}

fn conformance(report: &Report) -> Conformance {
    let (passed, failed, unsupported) = report.totals();
    let case = |case: &tck::CaseReport| {
        let (verdict, why) = told(&case.verdict);
        Case {
            file: case.file.clone(),
            case: case.case.clone(),
            verdict,
            why: why.map(str::to_owned),
        }
    };
    Conformance {
        format: "placet-rulebook-tck/1",
        passed,
        failed,
        unsupported,
        cases: report.cases.iter().map(case).collect(),
    }
}
