//! `placet import`: records from a file.

use crate::arguments::Place;
use crate::failure::Failure;
use crate::installation::Installation;
use act::{Actor, AuthorityToAct, Role};
use std::io::Write;
use std::path::Path;

/// Runs `placet import meetings`.
pub async fn run(file: &Path, place: &Place, by: &str, out: &mut impl Write) -> Result<(), Failure> {
    let text = crate::given::text(file)?;
    let desk = Installation::at(place)?.desk().await?;
    let account = desk.account(by).await?;
    let account = account.ok_or_else(|| {
        Failure::usage(format!(
            "{by}: nobody has this address.\nAdd the person with `placet user add`."
        ))
    })?;
    let hats = desk.hats(account.person).await?;
    let hat = hats
        .iter()
        .find(|hat| hat.role == Role::DeskOfficer)
        .ok_or_else(|| {
            Failure::usage(format!(
                "{by} is no desk officer.\nGrant the role with `placet user add --role desk-officer`."
            ))
        })?;
    let actor = Actor {
        person: account.person,
        organisation: hat.organisation,
        role: Role::DeskOfficer,
        authority: AuthorityToAct::Role,
    };
    let brought = crate::meetings::import(&desk, &actor, &file.display().to_string(), &text).await?;
    let said = match brought.acts {
        0 => "Everything in this file is here already; nothing was changed.".to_owned(),
        acts => format!(
            "{acts} acts were recorded in the name of {}, {}.",
            account.name, hat.organisation_name
        ),
    };
    writeln!(out, "{said}").map_err(Failure::machine)
}
