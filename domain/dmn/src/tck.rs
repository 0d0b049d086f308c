//! The public conformance suite of DMN, in its own format: its cases read, run and compared.

mod compare;
mod read;

pub use read::{Case, Expected, Suite, Target};

use crate::{Fault, Model, Outcome};
use feel::{Budget, Context, Scope, Value};
use jiff::ZonedDateTime;
use std::collections::BTreeMap;

/// A file of the suite.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its path, with `/` between folders. Models of one folder may import each other.
    pub path: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What came of all cases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The cases, file after file.
    pub cases: Vec<CaseReport>,
}

/// What came of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseReport {
    /// The test file.
    pub file: String,
    /// The case's id.
    pub case: String,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every result is as expected.
    Passed,
    /// A result is another.
    Failed(String),
    /// The model needs what is not carried out here.
    Unsupported(String),
}

impl Report {
    /// How many passed, failed and were unsupported.
    #[must_use]
    pub fn totals(&self) -> (usize, usize, usize) {
        let count = |is: fn(&Verdict) -> bool| self.cases.iter().filter(|case| is(&case.verdict)).count();
        (
            count(|verdict| matches!(verdict, Verdict::Passed)),
            count(|verdict| matches!(verdict, Verdict::Failed(_))),
            count(|verdict| matches!(verdict, Verdict::Unsupported(_))),
        )
    }
}

/// Runs every `*-test-*.xml` among the files against the model that it names, at an instant, each result within a budget.
#[must_use]
pub fn run(files: &[File<'_>], now: &ZonedDateTime, budget: Budget) -> Report {
    let mut folders: BTreeMap<&str, Vec<File<'_>>> = BTreeMap::new();
    for file in files {
        let (folder, _) = file.path.rsplit_once('/').unwrap_or(("", file.path));
        folders.entry(folder).or_default().push(*file);
    }
    let mut report = Report::default();
    for files in folders.values() {
        let (tests, models): (Vec<File<'_>>, Vec<File<'_>>) =
            files.iter().partition(|file| is_test(file.path));
        let models: Vec<(&str, &[u8])> = models
            .iter()
            .filter(|file| file.path.ends_with(".dmn"))
            .map(|file| (name_of(file.path), file.bytes))
            .collect();
        let read = Model::read_all(&models);
        for test in tests {
            let known = read.as_deref().map_err(Vec::as_slice);
            report.cases.extend(file(test, &models, known, now, budget));
        }
    }
    report
}

fn is_test(path: &str) -> bool {
    name_of(path).contains("-test-") && path.ends_with(".xml")
}

fn name_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

fn file(
    test: File<'_>,
    names: &[(&str, &[u8])],
    models: Result<&[Model], &[Fault]>,
    now: &ZonedDateTime,
    budget: Budget,
) -> Vec<CaseReport> {
    let told = |case: &str, verdict| CaseReport {
        file: test.path.to_owned(),
        case: case.to_owned(),
        verdict,
    };
    let suite = match Suite::read(test.bytes) {
        Ok(suite) => suite,
        Err(fault) => return vec![told("", Verdict::Failed(fault.to_string()))],
    };
    let model = models.map(|models| {
        let mut named = names.iter().zip(models);
        named
            .find(|((name, _), _)| *name == suite.model)
            .map(|(_, model)| model)
    });
    let verdicts = suite.cases.iter().map(|case| {
        let verdict = match model {
            Ok(Some(model)) => judge(model, case, now, budget),
            Ok(None) => Verdict::Failed(format!("there is no model {} beside it", suite.model)),
            Err(faults) => Verdict::Unsupported(faults.first().map_or_else(String::new, ToString::to_string)),
        };
        told(&case.id, verdict)
    });
    verdicts.collect()
}

fn judge(model: &Model, case: &Case, now: &ZonedDateTime, budget: Budget) -> Verdict {
    if case.results.is_empty() {
        return Verdict::Failed("it expects no result, and so tests nothing".to_owned());
    }
    for expected in &case.results {
        let named = match &case.target {
            Target::Decision => &expected.name,
            Target::Invocable(named) => named,
        };
        let scope = Scope::within(now.clone(), budget);
        let outcome = match model.evaluate(named, &case.inputs, &scope) {
            Ok(outcome) => outcome,
            Err(fault) => return Verdict::Failed(fault.to_string()),
        };
        let value = part(case, expected, &outcome.value);
        if let Err(why) = compare::compare(&expected.value, value) {
            return blame(model, &outcome, format!("{}: {why}", expected.name));
        }
    }
    Verdict::Passed
}

/// Of a service with several output decisions, the one that is meant.
fn part<'a>(case: &Case, expected: &Expected, value: &'a Value) -> &'a Value {
    match &case.target {
        Target::Invocable(named) if *named != expected.name => value
            .as_context()
            .and_then(|context: &Context| context.get(&expected.name))
            .unwrap_or(value),
        _ => value,
    }
}

/// A result that is another because a part of the model was refused is not counted as wrong.
fn blame(model: &Model, outcome: &Outcome, why: String) -> Verdict {
    let reasons: Vec<String> = outcome
        .causes
        .iter()
        .map(|known| known.cause.reason().to_string())
        .collect();
    let refused = model.faults().iter().map(ToString::to_string).find(|fault| {
        // The file's name is told by the fault alone.
        reasons
            .iter()
            .any(|reason| fault.ends_with(reason.as_str()) && !reason.is_empty())
    });
    match refused {
        Some(fault) => Verdict::Unsupported(format!("{why}; {fault}")),
        None => {
            let told: Vec<String> = outcome
                .causes
                .iter()
                .map(|known| format!("{}: {}", known.element, known.cause))
                .collect();
            let told = if told.is_empty() {
                String::new()
            } else {
                format!("; {}", told.join("; "))
            };
            Verdict::Failed(format!("{why}{told}"))
        }
    }
}
