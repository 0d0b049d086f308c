//! `placet user`: people who may sign in.

use crate::address::Address;
use crate::arguments::{AddUser, User, WithdrawAuthority, WithdrawRole};
use crate::demonstration::bootstrap;
use crate::failure::Failure;
use crate::installation::Installation;
use act::{Actor, AuthorityId, OrganisationId, PersonId, Role};
use desk::accounts::{Account, INVITATION_SECONDS, LinkPurpose};
use desk::views::identity::OrganisationLine;
use desk::{Desk, Fault};
use identity::{Names, OrganisationKind};
use std::collections::BTreeSet;
use std::io::Write;

/// Whoever runs the program on the machine itself.
pub fn operator() -> Actor {
    bootstrap(OrganisationId::of(0), PersonId::of(0))
}

/// The link by which a person sets a first password.
pub async fn invitation(desk: &Desk, address: &str, at: &Address) -> Result<String, Failure> {
    let secret = desk.offer_link(address, LinkPurpose::Invitation).await?;
    Ok(format!("{at}/en/links/{secret}"))
}

/// Runs the command.
pub async fn run(arguments: &User, out: &mut impl Write) -> Result<(), Failure> {
    match arguments {
        User::Add(wanted) => {
            let installation = Installation::at(&wanted.place)?;
            let desk = installation.desk().await?;
            let account = add(&desk, wanted).await?;
            let at = wanted.at.as_ref().unwrap_or(&installation.settings.address);
            print_invitation(&desk, &account, at, out).await
        }
        User::Link { place, address, at } => {
            let installation = Installation::at(place)?;
            let desk = installation.desk().await?;
            let account = known(&desk, address).await?;
            let at = at.as_ref().unwrap_or(&installation.settings.address);
            print_invitation(&desk, &account, at, out).await
        }
        User::Withdraw(wanted) => withdraw(wanted, out).await,
        User::WithdrawAuthority(wanted) => withdraw_authority(wanted, out).await,
    }
}

async fn print_invitation(
    desk: &Desk,
    account: &Account,
    at: &Address,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let link = invitation(desk, &account.address, at).await?;
    let days = INVITATION_SECONDS / (24 * 3600);
    writeln!(
        out,
        "{link}\nHand it to {}. It can be used once, within {days} days; any link that was given to {} before is used up with it.",
        account.name, account.address
    )
    .map_err(Failure::machine)
}

/// The account of an address that someone should have.
async fn known(desk: &Desk, address: &str) -> Result<Account, Failure> {
    desk.account(address).await?.ok_or_else(|| {
        Failure::usage(format!(
            "{address}: nobody has this address.\nAdd the person with `placet user add`."
        ))
    })
}

/// The one that is called so as readers tell names apart; none where none is. Of two nobody says which is meant.
fn the_one<'n, T>(name: &str, all: impl IntoIterator<Item = (T, &'n Names)>) -> Result<Option<T>, Failure> {
    let mut called_so = all.into_iter().filter(|(_, names)| names.include(name));
    match (called_so.next(), called_so.next()) {
        (Some((_, one)), Some((_, other))) => Err(Failure::usage(format!(
            "{name}: two organisations are called so, {} and {}.\nGive a name that only one of them has with --organisation.",
            one.together(),
            other.together()
        ))),
        (one, _) => Ok(one.map(|(one, _)| one)),
    }
}

fn organisation_named<'l>(
    all: &'l [OrganisationLine],
    name: &str,
) -> Result<Option<&'l OrganisationLine>, Failure> {
    the_one(name, all.iter().map(|line| (line, &line.names)))
}

async fn withdraw(wanted: &WithdrawRole, out: &mut impl Write) -> Result<(), Failure> {
    let desk = Installation::at(&wanted.place)?.desk().await?;
    let account = known(&desk, &wanted.address).await?;
    let hats = desk.hats(account.person).await?;
    // In whose place somebody stands is not taken away as a role: it is ended where it was set.
    let hats: Vec<_> = hats.into_iter().filter(|hat| hat.stands_in.is_none()).collect();
    let held = hats.iter().filter(|hat| hat.role == wanted.role);
    let called_so = held.filter_map(|hat| Some((hat, hat.organisation_names.as_ref()?)));
    let (name, role, organisation) = (&account.name, wanted.role.name(), &wanted.organisation);
    let Some(hat) = the_one(organisation, called_so)? else {
        let held: Vec<_> = hats
            .iter()
            .map(|hat| format!("\n  {} at {}", hat.role.name(), hat.organisation_name))
            .collect();
        return Err(Failure::usage(format!(
            "{}: {name} is not {role} at {organisation}.\nGive a role that is held with --organisation and --role:{}",
            account.address,
            held.concat()
        )));
    };
    desk.withdraw_role(&operator(), hat.organisation, account.person, hat.role)
        .await?;
    writeln!(
        out,
        "{name} is no longer {role} at {}, and is signed out everywhere.",
        hat.organisation_name
    )
    .map_err(Failure::machine)
}

async fn withdraw_authority(wanted: &WithdrawAuthority, out: &mut impl Write) -> Result<(), Failure> {
    let desk = Installation::at(&wanted.place)?.desk().await?;
    let (name, authority) = (&wanted.organisation, &wanted.authority);
    let all = desk.organisations().await?;
    let Some(found) = organisation_named(&all, name)? else {
        let are = all
            .iter()
            .filter_map(|line| Some((line.authority.as_ref()?, &line.name)));
        let are: Vec<_> = are
            .map(|(authority, name)| format!("\n  {authority}: {name}"))
            .collect();
        return Err(Failure::usage(format!(
            "{name}: no organisation has this name.\nGive one that is an authority with --organisation:{}",
            are.concat()
        )));
    };
    desk.withdraw_authority(&operator(), found.organisation, authority.clone())
        .await?;
    writeln!(
        out,
        "{name} is no longer the authority {authority}. What it decided as such stays on record.\nAdd someone of the right organisation with `placet user add --authority {authority}`, and take the roles at this one away with `placet user withdraw`."
    )
    .map_err(Failure::machine)
}

/// That a person of this name and address can be added. What is registered stays, so this is asked before anything is.
pub async fn can_be_added(desk: &Desk, name: &str, address: &str) -> Result<(), Failure> {
    Names::new([("en", name)])
        .map_err(|fault| Failure::usage(format!("\u{201c}{name}\u{201d}: {fault}\nGive another --name.")))?;
    match desk.free_address(address).await {
        Err(Fault::Invalid(faults)) if faults.iter().any(|fault| fault.code == "address-taken") => {
            Err(Failure::usage(format!(
                "{address}: somebody has this address.\nGive another one."
            )))
        }
        Err(Fault::Invalid(_)) => Err(Failure::usage(format!(
            "{address}: this is no e-mail address.\nWrite it as name@place.example."
        ))),
        other => Ok(other.map(drop)?),
    }
}

/// What is known already is not changed, and what would change it is refused: nothing typed is silently ignored.
pub async fn add(desk: &Desk, wanted: &AddUser) -> Result<Account, Failure> {
    let by = operator();
    let known = desk.account(&wanted.address).await?;
    let name = match (&known, &wanted.name) {
        (Some(account), Some(name)) if *name != account.name => {
            return Err(Failure::usage(format!(
                "{}: this is {}\u{2019}s address, not {name}\u{2019}s.\nLeave --name out, or give another address.",
                account.address, account.name
            )));
        }
        (None, None) => {
            return Err(Failure::usage(format!(
                "{}: nobody has this address yet.\nSay with --name whose it is.",
                wanted.address
            )));
        }
        (_, name) => name.as_deref().unwrap_or_default(),
    };
    if known.is_none() {
        can_be_added(desk, name, &wanted.address).await?;
    }
    is_authority(desk, wanted.authority.as_ref())?;
    acts_for_one(desk, wanted).await?;
    let organisation = found_or_made(desk, &by, wanted).await?;
    let account = match known {
        Some(account) => account,
        None => desk.add_person(&by, name, &wanted.address, false).await?,
    };
    desk.grant_role(&by, organisation, account.person, wanted.role)
        .await?;
    Ok(account)
}

/// That some rulebook here knows an authority. A slip of the keyboard would never be put to anyone.
fn is_authority(desk: &Desk, wanted: Option<&AuthorityId>) -> Result<(), Failure> {
    let Some(wanted) = wanted else { return Ok(()) };
    let known = authorities(desk);
    if known.contains(wanted.as_str()) {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "{wanted}: no rulebook of this installation knows this authority.\nGive one of these with --authority: {}.",
        listed(known)
    )))
}

/// That whoever reviews or decides does so for an authority, and whoever coordinates or makes rules for one that leads: nobody
/// else would ever have anything to do.
async fn acts_for_one(desk: &Desk, wanted: &AddUser) -> Result<(), Failure> {
    let leads = match wanted.role {
        Role::Officer | Role::Decider => false,
        Role::Coordinator | Role::RuleMaker => true,
        _ => return Ok(()),
    };
    let all = desk.organisations().await?;
    let found = organisation_named(&all, &wanted.organisation)?;
    let own = found.and_then(|line| line.authority.as_ref());
    let fitting = if leads { leading(desk) } else { authorities(desk) };
    let fits = |own: &AuthorityId| !leads || fitting.contains(own.as_str());
    if own.or(wanted.authority.as_ref()).is_some_and(fits) {
        return Ok(());
    }
    let is_none = if leads {
        "leads by no rulebook of this installation"
    } else {
        "is no authority"
    };
    let to_do = match found {
        Some(_) => "Give another organisation, which is one of these",
        None => "Say with --authority which one of these it is",
    };
    Err(Failure::usage(format!(
        "{}: this organisation {is_none}, and to its {} nothing would ever be put.\n{to_do}: {}.",
        wanted.organisation,
        wanted.role.name(),
        listed(fitting)
    )))
}

/// Every authority that leads by some version of a rulebook here.
fn leading(desk: &Desk) -> BTreeSet<String> {
    let versions = desk.rulebooks().every();
    versions.iter().map(|one| one.lead().to_owned()).collect()
}

/// Every authority that some rulebook here knows.
fn authorities(desk: &Desk) -> BTreeSet<String> {
    let rulebooks = desk.rulebooks().all();
    let known = rulebooks.iter().flat_map(|rulebook| rulebook.authorities());
    known.map(|authority| authority.id.clone()).collect()
}

fn listed(known: BTreeSet<String>) -> String {
    known.into_iter().collect::<Vec<_>>().join(", ")
}

async fn found_or_made(desk: &Desk, by: &Actor, wanted: &AddUser) -> Result<OrganisationId, Failure> {
    let all = desk.organisations().await?;
    let Some(found) = organisation_named(&all, &wanted.organisation)? else {
        let names = Names::new([("en", wanted.organisation.as_str())]).map_err(Failure::usage)?;
        let kind = wanted.kind.unwrap_or(OrganisationKind::Association);
        return Ok(desk
            .register_organisation(by, names, kind, wanted.authority.clone())
            .await?);
    };
    let is = |given: &str, own: &str, option: &str| {
        Failure::usage(format!(
            "{}: this organisation is {own}, not {given}.\nLeave {option} out, or give the organisation another name.",
            found.name
        ))
    };
    if let Some(kind) = wanted.kind.filter(|kind| *kind != found.kind) {
        return Err(is(kind.name(), found.kind.name(), "--kind"));
    }
    if let Some(authority) = &wanted.authority
        && Some(authority) != found.authority.as_ref()
    {
        let own = found.authority.as_ref().map(ToString::to_string);
        return Err(is(
            &format!("the authority {authority}"),
            &own.map_or_else(|| "no authority".to_owned(), |own| format!("the authority {own}")),
            "--authority",
        ));
    }
    Ok(found.organisation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_is_called_as_readers_do_and_of_two_neither_is_taken() {
        let names = |pairs: &[(&str, &str)]| Names::new(pairs.iter().copied()).unwrap();
        let both = [
            names(&[("en", "The city"), ("ja", "市")]),
            names(&[("en", "The City"), ("ja", "都")]),
        ];
        let found = |name: &str| the_one(name, both.iter().enumerate());
        assert_eq!(found(" 都").unwrap(), Some(1));
        assert_eq!(found("the town").unwrap(), None);
        let told = found("THE CITY").unwrap_err();
        assert_eq!(told.code, Failure::USAGE);
        for word in ["The city / 市", "The City / 都", "--organisation"] {
            assert!(told.message.contains(word), "{told}");
        }
    }
}
