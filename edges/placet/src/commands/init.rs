//! `placet init`: a new installation.

use super::user::{can_be_added, invitation, operator};
use crate::arguments::Init;
use crate::database::{Database, SQLITE};
use crate::failure::Failure;
use crate::installation::{Installation, Settings};
use crate::staged::Staged;
use crate::world::SystemClock;
use act::{OrganisationId, Role};
use desk::ports::Clock;
use desk::{Desk, Rulebooks};
use identity::{Names, OrganisationKind};
use std::io::Write;
use std::sync::Arc;

/// Runs the command. The folder gets its name when everything in it is there; the invitation comes last.
pub async fn run(arguments: &Init, out: &mut impl Write) -> Result<(), Failure> {
    let folder = &arguments.place.data;
    if folder.join("placet.toml").exists() {
        return Err(Failure::usage(format!(
            "{}: there is an installation in this folder already.\nServe it with `placet serve`, or name another folder with --data.",
            folder.display()
        )));
    }
    let staged = Staged::new(folder)?;
    let database = &arguments.place.database.name;
    let settings = Settings {
        origin: arguments.origin.clone(),
        database: database.clone().unwrap_or_else(|| SQLITE.to_owned()),
        address: arguments.address.clone(),
        mail: None,
    };
    let installation = Installation::make(staged.path(), settings)?;
    let none = Rulebooks::new().at(SystemClock.now());
    installation.add_rulebook(&arguments.rulebook, &none)?;
    let database = installation.database()?;
    let opened = database.make(installation.hand()?).await?;
    let desk = installation
        .desk_on(opened.store(), Arc::new(SystemClock))
        .await?;
    let link = match begin(&desk, arguments).await {
        Ok(link) => link,
        Err(fault) => return Err(left_in(&database, fault)),
    };
    opened.close().await?;
    staged.settle()?;
    let print = |out: &mut dyn Write| -> std::io::Result<()> {
        writeln!(out, "The installation lies in {}.", folder.display())?;
        writeln!(
            out,
            "Its key is in placet.key: keep a copy apart. The published key is in placet.pub."
        )?;
        writeln!(
            out,
            "Start it with `placet serve --data {}`, then open the operator's invitation:",
            folder.display()
        )?;
        writeln!(out, "{link}")
    };
    print(out).map_err(Failure::machine)
}

/// The first facts: the organisation that runs the installation, and its operator, whose invitation it gives.
async fn begin(desk: &Desk, arguments: &Init) -> Result<String, Failure> {
    let names = Names::new([("en", arguments.origin.as_str())]).map_err(Failure::usage)?;
    can_be_added(desk, &arguments.name, &arguments.operator).await?;
    let by = operator();
    let organisation: OrganisationId = desk
        .register_organisation(&by, names, OrganisationKind::Other, None)
        .await?;
    let account = desk
        .add_person(&by, &arguments.name, &arguments.operator, false)
        .await?;
    desk.grant_role(&by, organisation, account.person, Role::Operator)
        .await?;
    invitation(desk, &account.address, &arguments.address).await
}

/// A file goes with its folder; a server keeps what was begun.
fn left_in(database: &Database, mut failure: Failure) -> Failure {
    if let Database::Postgres(_) = database {
        failure.message += &format!("\n{database} holds a beginning now: empty it before you try again.");
    }
    failure
}
