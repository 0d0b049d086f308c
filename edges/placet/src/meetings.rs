//! Meetings files, from the command line and in the demonstration.

use crate::failure::Failure;
use act::Actor;
use desk::Desk;
use desk::engagement::Imported;
use engagement::MeetingsFile;

/// Brings a meetings file in.
pub async fn import(desk: &Desk, actor: &Actor, name: &str, text: &str) -> Result<Imported, Failure> {
    let file = MeetingsFile::parse(name, text, desk.now()).map_err(|faults| {
        Failure::usage(
            faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n"),
        )
    })?;
    Ok(desk.import_meetings(actor, &file).await?)
}
