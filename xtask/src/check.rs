//! `cargo xtask check`: everything that must hold, step by step, stopping at the first that does not.

use std::time::Instant;

use crate::failure::{Failure, Outcome};
use crate::metadata::Metadata;
use crate::project::{Project, run};
use crate::{deps, fuzz, needs, test, tidy};

type Step = (&'static str, fn(&Project) -> Outcome);

/// Quick steps first, so that a slip is told before the long ones are waited for.
const STEPS: [Step; 8] = [
    ("what is needed", have_what_is_needed),
    ("format", format),
    ("deps", deps::run),
    ("tidy", tidy::run),
    ("lints", lints),
    ("tests", |project| test::run_with(project, &[], &[])),
    ("hostile texts", fuzz::check),
    ("browser story", browser_story),
];

/// Runs every step.
///
/// # Errors
/// With the first step's failure.
pub fn run_task(project: &Project) -> Outcome {
    let begun = Instant::now();
    for (name, step) in STEPS {
        eprintln!("── {name}");
        let step_begun = Instant::now();
        let outcome = step(project);
        eprintln!(
            "   {name}: {} after {:.1} s",
            word(&outcome),
            step_begun.elapsed().as_secs_f64()
        );
        outcome?;
    }
    eprintln!(
        "All {} steps passed in {:.0} s.",
        STEPS.len(),
        begun.elapsed().as_secs_f64()
    );
    Ok(())
}

fn word(outcome: &Outcome) -> &'static str {
    if outcome.is_ok() { "passed" } else { "failed" }
}

fn have_what_is_needed(project: &Project) -> Outcome {
    needs::lint_programs(project)?;
    needs::postgres()?;
    needs::mail_server()?;
    needs::chromium()?;
    needs::browser_packages(project)
}

fn format(project: &Project) -> Outcome {
    run(
        &mut project.cargo(&["fmt", "--all", "--check"]),
        "run `cargo fmt --all`",
    )
}

fn lints(project: &Project) -> Outcome {
    let mut clippy = project.cargo(&["clippy", "--workspace", "--all-targets", "--locked"]);
    run(
        clippy.args(["--", "-D", "warnings"]),
        "mend what clippy names; a lint is never silenced",
    )
}

/// The targets are those of the tests' step, so that nothing is built again for the program.
fn browser_story(project: &Project) -> Outcome {
    let story = "stories/browser/run.mjs";
    let mut build = project.cargo(&["build", "--workspace", "--bins", "--tests"]);
    run(&mut build, "mend what the compiler names")?;
    let program = Metadata::of_ours(project)?.target_directory.join("debug/placet");
    if !program.is_file() {
        return Err(Failure::new(
            format!("{} was not built", program.display()),
            "unset cargo's settings that choose another profile or target",
        ));
    }
    let mut node = project.command("node");
    node.arg(story)
        .env("PLACET_BINARY", program)
        .env("CHROMIUM", needs::chromium()?);
    run(
        &mut node,
        "run `node stories/browser/run.mjs` with PLACET_BINARY and CHROMIUM set, and read what it says",
    )
}
