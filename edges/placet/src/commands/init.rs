//! `placet init`: a new installation.

use super::user::{invitation, operator};
use crate::arguments::Init;
use crate::failure::Failure;
use crate::installation::{Installation, Settings};
use crate::world::SystemClock;
use act::{OrganisationId, Role};
use identity::{Names, OrganisationKind};
use std::io::Write;
use std::sync::Arc;

/// Runs the command.
pub async fn run(arguments: &Init, out: &mut impl Write) -> Result<(), Failure> {
    // Read first, so that a wrong rulebook leaves no half-made folder.
    crate::rulebooks::load(&arguments.rulebook)?;
    let settings = Settings {
        origin: arguments.origin.clone(),
        database: arguments
            .database
            .clone()
            .unwrap_or_else(|| "sqlite:placet.sqlite".to_owned()),
        address: "http://127.0.0.1:8070".to_owned(),
    };
    let installation = Installation::make(&arguments.data, settings)?;
    installation.add_rulebook(&arguments.rulebook)?;
    let desk = installation.desk(None, Arc::new(SystemClock)).await?;
    let names = Names::new([("en", arguments.origin.as_str())]).map_err(Failure::usage)?;
    let by = operator();
    let organisation: OrganisationId = desk
        .register_organisation(&by, names, OrganisationKind::Other, None)
        .await?;
    let account = desk
        .add_person(&by, &arguments.name, &arguments.operator, false)
        .await?;
    desk.grant_role(&by, organisation, account.person, Role::Operator)
        .await?;
    let link = invitation(&desk, &account.address, &installation.settings.address).await?;
    let print = |out: &mut dyn Write| -> std::io::Result<()> {
        writeln!(out, "The installation lies in {}.", installation.folder.display())?;
        writeln!(
            out,
            "Its key is in placet.key: keep a copy apart. The published key is in placet.pub."
        )?;
        writeln!(
            out,
            "Start it with `placet serve --data {}`, then open the operator's invitation:",
            installation.folder.display()
        )?;
        writeln!(out, "{link}")
    };
    print(out).map_err(Failure::machine)
}
