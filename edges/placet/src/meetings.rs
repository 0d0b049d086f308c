//! Meetings files, from the command line and in the demonstration.

use crate::failure::Failure;
use act::Actor;
use desk::Desk;
use desk::engagement::{ImportFault, Imported};
use engagement::MeetingsFile;

/// Brings a meetings file in.
pub async fn import(desk: &Desk, actor: &Actor, name: &str, text: &str) -> Result<Imported, Failure> {
    let wrong = |faults| Failure::usage(ImportFault::File(faults));
    let file = MeetingsFile::parse(name, text, desk.now()).map_err(wrong)?;
    match desk.import_meetings(actor, &file).await {
        Ok(brought) => Ok(brought),
        Err(ImportFault::File(faults)) => Err(wrong(faults)),
        Err(ImportFault::Desk(fault)) => Err(fault.into()),
    }
}
