//! What can be typed after `placet user`.

use super::place::Place;
use crate::address::Address;
use act::{AuthorityId, Role};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use identity::OrganisationKind;

/// People who may sign in.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Add a person with a role in an organisation, and print the invitation's link
    Add(AddUser),
    /// Take a role in an organisation from a person, who is signed out everywhere
    Withdraw(WithdrawRole),
    /// Take back that an organisation is an authority, so that another can be
    WithdrawAuthority(WithdrawAuthority),
    /// Print a new one-time link for a person who lost the password
    Link {
        /// The installation
        #[command(flatten)]
        place: Place,
        /// The person's address
        #[arg(long)]
        address: String,
        /// The address at which people reach this installation, for the link; the one in its settings if not given
        #[arg(long, value_name = "URL")]
        at: Option<Address>,
    },
}

/// A person and a role.
#[derive(Debug, Args)]
pub struct AddUser {
    /// The installation
    #[command(flatten)]
    pub place: Place,
    /// The person's address
    #[arg(long)]
    pub address: String,
    /// The person's name; may be left out if the address is known
    #[arg(long)]
    pub name: Option<String>,
    /// The organisation's name; it is made if there is none
    #[arg(long)]
    pub organisation: String,
    /// What kind of organisation, if it is made; association if not given
    #[arg(long, value_parser = kind())]
    pub kind: Option<OrganisationKind>,
    /// Which authority of the rulebook it is, if it is made and is one
    #[arg(long)]
    pub authority: Option<AuthorityId>,
    /// The role
    #[arg(long, value_parser = role())]
    pub role: Role,
    /// The address at which people reach this installation, for the link; the one in its settings if not given
    #[arg(long, value_name = "URL")]
    pub at: Option<Address>,
}

/// A role that a person no longer has.
#[derive(Debug, Args)]
pub struct WithdrawRole {
    /// The installation
    #[command(flatten)]
    pub place: Place,
    /// The person's address
    #[arg(long)]
    pub address: String,
    /// The organisation's name
    #[arg(long)]
    pub organisation: String,
    /// The role
    #[arg(long, value_parser = role())]
    pub role: Role,
}

/// An authority that was given to the wrong organisation.
#[derive(Debug, Args)]
pub struct WithdrawAuthority {
    /// The installation
    #[command(flatten)]
    pub place: Place,
    /// The organisation's name
    #[arg(long)]
    pub organisation: String,
    /// The authority that it is not
    #[arg(long)]
    pub authority: AuthorityId,
}

fn role() -> impl TypedValueParser<Value = Role> {
    // Only names that are known get as far as this.
    PossibleValuesParser::new(Role::ALL.map(Role::name))
        .try_map(|name| Role::named(&name).ok_or("there is no such role"))
}

fn kind() -> impl TypedValueParser<Value = OrganisationKind> {
    PossibleValuesParser::new(OrganisationKind::ALL.map(OrganisationKind::name))
        .try_map(|name| OrganisationKind::named(&name).ok_or("there is no such kind"))
}
