//! `cargo xtask test`: the tests, with a throw-away PostgreSQL server for those that need one, and what the stories' mail server
//! is made of.

use crate::failure::Outcome;
use crate::metadata::Metadata;
use crate::needs;
use crate::postgres::Server;
use crate::project::{Project, run};

/// Where the store tests find their server.
pub const SERVER_ADDRESS: &str = "PLACET_TEST_POSTGRES";

/// Runs `cargo test`, on the whole workspace when no `arguments` say otherwise, with `settings` in its environment.
///
/// # Errors
/// When PostgreSQL or a mail server cannot be had, or a test fails.
pub fn run_with(project: &Project, arguments: &[&str], settings: &[(&str, &str)]) -> Outcome {
    let programs = needs::postgres()?;
    needs::mail_server()?;
    let target = Metadata::of_ours(project)?.target_directory;
    let server = Server::start(&programs, &target)?;
    let mut cargo = project.cargo(&["test"]);
    if arguments.is_empty() {
        // One run names every failing test, not the first crate's alone.
        cargo.args(["--workspace", "--no-fail-fast"]);
    }
    cargo
        .args(arguments)
        .envs(settings.iter().copied())
        .env(SERVER_ADDRESS, server.address());
    run(
        &mut cargo,
        "read the failing test above; run it alone with `cargo xtask test -p CRATE NAME`",
    )
}

/// The `test` task.
///
/// # Errors
/// As [`run_with`].
pub fn run_task(project: &Project, arguments: &[String]) -> Outcome {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    run_with(project, &arguments, &[])
}

/// The `soak` task: the long form of the test that kills the server.
///
/// # Errors
/// As [`run_with`].
pub fn soak(project: &Project) -> Outcome {
    let arguments = ["--package", "placet", "--test", "kill", "--", "--nocapture"];
    run_with(project, &arguments, &[("PLACET_KILLS", "200")])
}
