//! Development tasks, run as `cargo xtask NAME`: what each is for stands in its own file.

mod bench;
mod check;
mod deps;
mod failure;
mod finding;
mod fuzz;
mod metadata;
mod mutants;
mod needs;
mod notice;
mod postgres;
mod project;
mod screens;
mod source;
mod test;
mod tidy;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use bench::Which;
use failure::Outcome;
use project::Project;

/// Placet's development tasks.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Everything that must hold before a change is taken: installs what it needs where it can
    Check,
    /// The tests, with a PostgreSQL server started for them; arguments go to `cargo test`
    Test {
        /// Passed on; all packages are tested when there are none
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Kills the server two hundred times on each store while it writes, and looks after each; some minutes
    Soak,
    /// A million hostile texts each for what reads FEEL and DMN; some ten minutes
    Fuzz {
        /// Texts for each
        #[arg(long, default_value_t = 1_000_000)]
        runs: u64,
        /// Where the texts come from; a new one if not given
        #[arg(long)]
        seed: Option<u64>,
    },
    /// Takes the figures of docs/PERFORMANCE.md, and writes them there
    Bench {
        /// Those of the server, the rulebook and the forecast if not given
        #[command(subcommand)]
        which: Option<Which>,
    },
    /// Which crate uses which, held against the table in docs/ARCHITECTURE.md; cycles between modules
    Deps,
    /// Lengths, words, SQL outside the stores, text outside Fluent, the case's names, machine paths
    Tidy,
    /// Changes domain/ line by line and asks whether a test notices
    Mutants {
        /// Passed on to `cargo mutants`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// A picture of every page, language, width and light
    Screens {
        /// The folder for the pictures, `screens` if not given
        #[arg(long)]
        out: Option<std::path::PathBuf>,
        /// Take the README's own anew too
        #[arg(long)]
        readme: bool,
        /// Only the pages whose name has this in it
        #[arg(long)]
        only: Option<String>,
    },
    /// Writes NOTICE from the dependencies of the `placet` program
    Notice,
}

fn perform(task: Task) -> Outcome {
    let project = Project::of_this_run()?;
    match task {
        Task::Check => check::run_task(&project),
        Task::Test { arguments } => test::run_task(&project, &arguments),
        Task::Soak => test::soak(&project),
        Task::Fuzz { runs, seed } => fuzz::run_task(&project, runs, seed),
        Task::Bench { which } => bench::run_task(&project, which.as_ref()),
        Task::Deps => deps::run(&project),
        Task::Tidy => tidy::run(&project),
        Task::Mutants { arguments } => mutants::run_task(&project, &arguments),
        Task::Screens { out, readme, only } => screens::run_task(&project, out, readme, only.as_deref()),
        Task::Notice => notice::run(&project),
    }
}

fn main() -> ExitCode {
    match perform(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
