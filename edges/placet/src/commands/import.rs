//! `placet import`: records from a file.

use super::acting::acting;
use crate::arguments::Place;
use crate::failure::Failure;
use crate::installation::Installation;
use act::Role;
use std::io::Write;
use std::path::Path;

/// Runs `placet import meetings`.
pub async fn run(file: &Path, place: &Place, by: &str, out: &mut impl Write) -> Result<(), Failure> {
    let text = crate::given::text(file)?;
    let desk = Installation::at(place)?.desk().await?;
    let acting = acting(&desk, by, Role::DeskOfficer).await?;
    let brought = crate::meetings::import(&desk, &acting.actor, &file.display().to_string(), &text).await?;
    let said = match brought.acts {
        0 => "The sources of this file are here already: what rests on them was not read again, and nothing was changed.\nWhat was written into it since is recorded on the pages, on its source.".to_owned(),
        acts => format!(
            "{acts} acts were recorded in the name of {}, {}.",
            acting.name, acting.organisation
        ),
    };
    writeln!(out, "{said}").map_err(Failure::machine)
}
