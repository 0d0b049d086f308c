//! `cargo xtask fuzz`: hostile texts for what reads rulebooks, as the `fuzz` program makes them; each of its numbers is one
//! text, so that what breaks something can be made again.

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// What is read: expressions, and models.
const TARGETS: [&str; 2] = ["feel", "dmn"];
/// Seconds for each, when everything is checked.
const CHECKED: u64 = 30;

/// The `fuzz` task: so many texts for each reader, from a seed or from a new one.
///
/// # Errors
/// With the text that broke something.
pub fn run_task(project: &Project, runs: u64, seed: Option<u64>) -> Outcome {
    each(
        project,
        seed.unwrap_or_else(new_seed),
        ["--runs", &runs.to_string()],
    )
}

/// Half a minute for each reader, with texts that nobody has seen.
///
/// # Errors
/// As [`run_task`].
pub fn check(project: &Project) -> Outcome {
    each(project, new_seed(), ["--seconds", &CHECKED.to_string()])
}

fn new_seed() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

fn each(project: &Project, seed: u64, until: [&str; 2]) -> Outcome {
    TARGETS
        .iter()
        .try_for_each(|target| one(project, target, seed, until))
}

fn one(project: &Project, target: &str, seed: u64, until: [&str; 2]) -> Outcome {
    let seed = seed.to_string();
    let mut cargo = project.cargo(&["run", "--quiet", "--locked", "--package", "fuzz", "--"]);
    cargo
        .args([target, seed.as_str()])
        .args(until)
        .stdout(Stdio::piped());
    let broken = |error: &std::io::Error| Failure::new(format!("cargo: {error}"), "install cargo");
    let mut running = cargo.spawn().map_err(|error| broken(&error))?;
    let said = running.stdout.take().map(BufReader::new);
    let last = said
        .into_iter()
        .flat_map(BufRead::lines)
        .map_while(Result::ok)
        .last();
    let ended = running.wait().map_err(|error| broken(&error))?;
    if ended.success() {
        return Ok(());
    }
    let at = last.unwrap_or_default();
    Err(Failure::new(
        format!("reading {target} ended with {ended} at text {at} of seed {seed}"),
        format!("`cargo run -p fuzz -- {target} {seed} {at}` reads it again and shows it; make a test of it"),
    ))
}
