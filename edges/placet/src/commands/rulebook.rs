//! `placet rulebook`: rulebooks looked at, tested and compared, and those that an installation decides by.

mod diff;
mod import;
mod lint;
mod tck;
mod test;
mod trace;
mod whatif;

pub use whatif::run as whatif;

use crate::arguments::RulebookCommand;
use crate::failure::Failure;
use crate::installation::Installation;
use crate::world::SystemClock;
use desk::ports::Clock;
use serde::Serialize;
use std::io::Write;

/// Runs the command.
pub fn run(arguments: &RulebookCommand, out: &mut impl Write) -> Result<(), Failure> {
    match arguments {
        RulebookCommand::Lint(lint) => lint::run(lint, out),
        RulebookCommand::Test(test) => test::run(test, out),
        RulebookCommand::Trace(trace) => trace::run(trace, out),
        RulebookCommand::Diff(versions) => diff::run(versions, out),
        RulebookCommand::Tck(suite) => tck::run(suite, out),
        RulebookCommand::Import(model) => import::run(model, out),
        // It asks an installation's store, and is carried out where one can be waited for.
        RulebookCommand::Whatif(_) => Ok(()),
        RulebookCommand::Add { folder, data } => {
            let added = Installation::find(data)?.add_rulebook(folder)?;
            writeln!(
                out,
                "{} {} is in force from the next start of the server on. Applications stay with the version they were handed in under; a draft is handed in under the version in force then.",
                added.id(),
                added.version()
            )
            .map_err(Failure::machine)
        }
        RulebookCommand::List { data } => list(&Installation::find(data)?, out),
    }
}

/// One line for each version: rulebook, version, whether it is in force, hash.
fn list(installation: &Installation, out: &mut impl Write) -> Result<(), Failure> {
    let rulebooks = installation.rulebooks()?.at(SystemClock.now());
    for version in crate::rulebooks::versions(&installation.rulebook_folder())? {
        let last = rulebooks.in_force(version.id());
        let standing = if last.is_some_and(|last| last.hash() == version.hash()) {
            "in force"
        } else {
            "earlier"
        };
        writeln!(
            out,
            "{} {}\t{standing}\t{}",
            version.id(),
            version.version(),
            version.hash()
        )
        .map_err(Failure::machine)?;
    }
    Ok(())
}

/// What a rulebook is, where a report says what it looked at.
#[derive(Serialize)]
struct Pin {
    id: String,
    version: String,
    hash: String,
}

impl Pin {
    fn of(rulebook: &rulebook::Rulebook) -> Self {
        Pin {
            id: rulebook.id().to_owned(),
            version: rulebook.version().to_owned(),
            hash: rulebook.hash().to_owned(),
        }
    }
}

/// Prints a report as JSON.
fn json(report: &impl Serialize, out: &mut impl Write) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, report)
        .map_err(std::io::Error::from)
        .and_then(|()| writeln!(out))
        .map_err(Failure::machine)
}

/// Several faults as one failure, a line each.
fn faults<T: std::fmt::Display>(faults: &[T]) -> Failure {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    Failure::usage(lines.join("\n"))
}
