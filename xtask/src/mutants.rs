//! `cargo xtask mutants`: cargo-mutants on the crates of domain/, whose tests must notice every changed line.

use crate::failure::Outcome;
use crate::metadata::Metadata;
use crate::project::{Project, find_program, run};

/// Installs cargo-mutants when it is missing and runs it.
///
/// # Errors
/// When it cannot be installed, or a changed line went unnoticed.
pub fn run_task(project: &Project, arguments: &[String]) -> Outcome {
    if find_program("cargo-mutants").is_none() {
        let mut install = project.cargo(&["install", "--locked", "cargo-mutants"]);
        run(&mut install, "install cargo-mutants by hand and run this again")?;
    }
    let metadata = Metadata::of_ours(project)?;
    let domain = project.root.join("domain");
    let mut mutants = project.cargo(&["mutants"]);
    for package in metadata
        .members()
        .filter(|package| package.manifest_path.starts_with(&domain))
    {
        mutants.args(["--package", &package.name]);
    }
    mutants.args(arguments);
    run(
        &mut mutants,
        "write a test that fails for each line listed in mutants.out/missed.txt",
    )
}
