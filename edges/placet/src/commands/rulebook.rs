//! `placet rulebook`: which rulebooks an installation decides by.

use crate::arguments::RulebookCommand;
use crate::failure::Failure;
use crate::installation::Installation;
use std::io::Write;

/// Runs the command.
pub fn run(arguments: &RulebookCommand, out: &mut impl Write) -> Result<(), Failure> {
    match arguments {
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
    let rulebooks = installation.rulebooks()?;
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
