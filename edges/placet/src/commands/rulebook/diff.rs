//! `placet rulebook diff`: what changed between two versions, in terms of rules and texts.

use super::{Pin, json};
use crate::arguments::Versions;
use crate::failure::Failure;
use crate::rulebooks::version;
use desk::governance::test_changes;
use rulebook::diff::{self, Difference};
use rulebook::tests::CaseChange;
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Compared {
    format: &'static str,
    older: Pin,
    newer: Pin,
    differences: Vec<Told>,
    tests: Vec<CaseChange>,
}

#[derive(Serialize)]
struct Told {
    text: String,
    #[serde(flatten)]
    difference: Difference,
}

/// Runs the command. Versions that differ are exit code 1.
pub fn run(arguments: &Versions, out: &mut impl Write) -> Result<(), Failure> {
    let [older, newer] = [&arguments.older, &arguments.newer].map(|folder| version(folder));
    let (older, newer) = (older?, newer?);
    let tests = test_changes(&older, &newer);
    let (older, newer) = (&older.rulebook, &newer.rulebook);
    let differences = diff::between(older, newer);
    let same = differences.is_empty() && tests.is_empty();
    if arguments.json {
        let told = |difference: Difference| Told {
            text: difference.in_english(older, newer),
            difference,
        };
        let compared = Compared {
            format: "placet-rulebook-diff/1",
            older: Pin::of(older),
            newer: Pin::of(newer),
            differences: differences.into_iter().map(told).collect(),
            tests,
        };
        json(&compared, out)?;
    } else {
        for difference in &differences {
            writeln!(out, "{}", difference.in_english(older, newer)).map_err(Failure::machine)?;
        }
        for test in &tests {
            writeln!(out, "{test}").map_err(Failure::machine)?;
        }
    }
    if same {
        return Ok(());
    }
    Err(Failure::different(
        "The two versions differ.\nRead each line before the newer one is put in force.",
    ))
}
