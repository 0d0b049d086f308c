//! `placet user`: people who may sign in.

use crate::arguments::User;
use crate::demonstration::bootstrap;
use crate::failure::Failure;
use crate::installation::Installation;
use crate::world::SystemClock;
use act::{Actor, AuthorityId, OrganisationId, PersonId, Role};
use desk::Desk;
use desk::accounts::LinkPurpose;
use identity::{Names, OrganisationKind};
use std::io::Write;
use std::sync::Arc;

/// Whoever runs the program on the machine itself.
pub fn operator() -> Actor {
    bootstrap(OrganisationId::of(0), PersonId::of(0))
}

/// The link by which a person sets a first password.
pub async fn invitation(desk: &Desk, address: &str, at: &str) -> Result<String, Failure> {
    let secret = desk.offer_link(address, LinkPurpose::Invitation).await?;
    Ok(format!("{}/en/links/{secret}", at.trim_end_matches('/')))
}

/// Runs the command.
pub async fn run(arguments: &User, out: &mut impl Write) -> Result<(), Failure> {
    match arguments {
        User::Link { data, address, at } => {
            let desk = Installation::find(data)?
                .desk(None, Arc::new(SystemClock))
                .await?;
            let link = invitation(&desk, address, at).await.map_err(|_| {
                Failure::usage(format!(
                    "{address}: nobody has this address.\nAdd the person with `placet user add`."
                ))
            })?;
            writeln!(out, "{link}").map_err(Failure::machine)
        }
        User::Add {
            data,
            address,
            name,
            organisation,
            kind,
            authority,
            role,
            at,
        } => {
            let role = Role::named(role).ok_or_else(|| unknown("role", role, &Role::ALL.map(Role::name)))?;
            let kind = OrganisationKind::named(kind).ok_or_else(|| {
                unknown(
                    "kind of organisation",
                    kind,
                    &OrganisationKind::ALL.map(OrganisationKind::name),
                )
            })?;
            let authority = authority
                .as_deref()
                .map(str::parse::<AuthorityId>)
                .transpose()
                .map_err(Failure::usage)?;
            let desk = Installation::find(data)?
                .desk(None, Arc::new(SystemClock))
                .await?;
            let by = operator();
            let organisation = found_or_made(&desk, &by, organisation, kind, authority).await?;
            let account = match desk.account(address).await? {
                Some(account) => account,
                None => desk.add_person(&by, name, address, false).await?,
            };
            desk.grant_role(&by, organisation, account.person, role).await?;
            let link = invitation(&desk, &account.address, at).await?;
            writeln!(out, "{link}").map_err(Failure::machine)
        }
    }
}

fn unknown(what: &str, given: &str, known: &[&str]) -> Failure {
    Failure::usage(format!(
        "\u{201c}{given}\u{201d} is no {what}.\nWrite one of: {}.",
        known.join(", ")
    ))
}

async fn found_or_made(
    desk: &Desk,
    by: &Actor,
    name: &str,
    kind: OrganisationKind,
    authority: Option<AuthorityId>,
) -> Result<OrganisationId, Failure> {
    if let Some(line) = desk
        .organisations()
        .await?
        .into_iter()
        .find(|line| line.name == name)
    {
        return Ok(line.organisation);
    }
    let names = Names::new([("en", name)]).map_err(Failure::usage)?;
    Ok(desk.register_organisation(by, names, kind, authority).await?)
}
