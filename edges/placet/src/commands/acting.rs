//! Whom a command acts for: a person with a role, by the address that the operator names.

use crate::failure::Failure;
use act::{Actor, Role};
use desk::Desk;

/// A person in a role.
pub struct Acting {
    /// Who acts, and as what.
    pub actor: Actor,
    /// The person's name.
    pub name: String,
    /// The organisation's name.
    pub organisation: String,
}

/// The person of that address, in the first organisation in which the role is held.
pub async fn acting(desk: &Desk, by: &str, role: Role) -> Result<Acting, Failure> {
    let account = desk.account(by).await?;
    let account = account.ok_or_else(|| {
        Failure::usage(format!(
            "{by}: nobody has this address.\nAdd the person with `placet user add`."
        ))
    })?;
    let hats = desk.hats(account.person).await?;
    let hat = hats.into_iter().find(|hat| hat.role == role).ok_or_else(|| {
        Failure::usage(format!(
            "{by} is no {}.\nGrant the role with `placet user add --role {}`.",
            role.name().replace('-', " "),
            role.name()
        ))
    })?;
    Ok(Acting {
        actor: hat.worn_by(account.person),
        name: account.name,
        organisation: hat.organisation_name,
    })
}
