//! `placet rulebook`: rulebooks looked at, tested and compared, and those that an installation decides by.

mod diff;
mod import;
mod lint;
mod publish;
mod tck;
mod test;
mod trace;
mod whatif;

use super::{counted, faults, json};
use crate::arguments::RulebookCommand;
use crate::failure::Failure;
use crate::installation::Installation;
use desk::Binding;
use serde::Serialize;
use std::io::Write;

/// Runs the command.
pub async fn run(arguments: &RulebookCommand, out: &mut impl Write) -> Result<(), Failure> {
    match arguments {
        RulebookCommand::Lint(lint) => lint::run(lint, out),
        RulebookCommand::Test(test) => test::run(test, out),
        RulebookCommand::Trace(trace) => trace::run(trace, out),
        RulebookCommand::Diff(versions) => diff::run(versions, out),
        RulebookCommand::Tck(suite) => tck::run(suite, out),
        RulebookCommand::Import(model) => import::run(model, out),
        RulebookCommand::Whatif(changed) => whatif::run(changed, out).await,
        RulebookCommand::Publish(version) => publish::run(version, out).await,
        RulebookCommand::Add { folder, data } => {
            let installation = Installation::find(data)?;
            let desk = installation.desk().await?;
            let known = desk.rulebooks();
            let added = installation.add_rulebook(folder, &known)?;
            writeln!(
                out,
                "{} {} is in force from the next start of the server on. Applications stay with the version they were handed in under; a draft is handed in under the version in force then.",
                added.id(),
                added.version()
            )
            .map_err(Failure::machine)?;
            // What is a fault among them was refused.
            let mut renamed = desk::governance::ids_of_others(&added, &known).into_iter();
            renamed.try_for_each(|one| writeln!(out, "{one}").map_err(Failure::machine))
        }
        RulebookCommand::List { data } => list(&Installation::find(data)?, out).await,
    }
}

/// One line for each version, installed or published: rulebook, version, whether it is in force, hash.
async fn list(installation: &Installation, out: &mut impl Write) -> Result<(), Failure> {
    let desk = installation.desk().await?;
    let known = desk.rulebooks();
    for id in known.ids() {
        let now = known.binding_now(id);
        for binding in known.bindings(id) {
            let version = &binding.version.rulebook;
            let standing = match now {
                Some(now) if is(now, binding) && known.has_ended(now) => "ended",
                Some(now) if is(now, binding) => "in force",
                Some(now) if now.from < binding.from => "later",
                _ => "earlier",
            };
            writeln!(out, "{id} {}\t{standing}\t{}", version.version(), version.hash())
                .map_err(Failure::machine)?;
        }
    }
    Ok(())
}

fn is(one: &Binding, other: &Binding) -> bool {
    let key = |of: &Binding| (of.from, of.proposal);
    key(one) == key(other) && one.version.rulebook.hash() == other.version.rulebook.hash()
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
