//! Who puts the load on: an association, its partner, the lead authority and three ministries, one person for each
//! part. All are found again in a store that has them, even if registering them was broken off.

use crate::client::Pass;
use crate::{Done, trouble};
use act::{Actor, AuthorityId, AuthorityToAct, OrganisationId, PersonId, Role};
use desk::Desk;
use desk::accounts::LinkPurpose;
use identity::{Names, OrganisationKind};
use web::form::{FormSecret, form_token};

/// The organisations: name, kind, and which authority of the rulebook it is.
const ORGANISATIONS: [(&str, OrganisationKind, Option<&str>); 5] = [
    ("Association of the Load", OrganisationKind::Association, None),
    (
        "Municipality of the Load",
        OrganisationKind::Municipality,
        Some("phnom-penh"),
    ),
    (
        "Foreign Affairs of the Load",
        OrganisationKind::Ministry,
        Some("mfaic"),
    ),
    ("Defence of the Load", OrganisationKind::Ministry, Some("mond")),
    ("Interior of the Load", OrganisationKind::Ministry, Some("moi")),
];

/// Everyone who acts.
#[derive(Clone)]
pub struct Cast {
    /// Applies.
    pub organiser: Actor,
    /// Records meetings and requests, in the organiser's organisation.
    pub desk_officer: Actor,
    /// Puts applications to the authorities.
    pub coordinator: Actor,
    /// One per authority, with the authority that each decides for.
    pub deciders: Vec<(AuthorityId, Actor)>,
    /// The organiser's organisation and the lead's, by name: the sides of the meeting.
    pub sides: [(OrganisationId, &'static str); 2],
}

/// The address of the account of one part, such as `organiser`.
#[must_use]
pub fn address(part: &str) -> String {
    format!("{part}@load.placet.example")
}

impl Cast {
    /// Registers whoever is not registered yet, and gives everyone.
    ///
    /// # Errors
    /// When the desk refuses or the store fails.
    pub async fn assemble(desk: &Desk) -> Done<Self> {
        let mut organisations = Vec::with_capacity(ORGANISATIONS.len());
        for organisation in ORGANISATIONS {
            organisations.push(registered(desk, organisation).await?);
        }
        let (association, lead) = (organisations[0], organisations[1]);
        let organiser = person(desk, association, "organiser", Role::Applicant).await?;
        let desk_officer = person(desk, association, "desk-officer", Role::DeskOfficer).await?;
        let coordinator = person(desk, lead, "coordinator", Role::Coordinator).await?;
        let mut deciders = vec![];
        for ((_, _, authority), id) in ORGANISATIONS.iter().zip(&organisations) {
            let Some(authority) = authority else { continue };
            let decider = person(desk, *id, authority, Role::Decider).await?;
            deciders.push((authority.parse().map_err(trouble)?, decider));
        }
        let sides = [(association, ORGANISATIONS[0].0), (lead, ORGANISATIONS[1].0)];
        Ok(Cast {
            organiser,
            desk_officer,
            coordinator,
            deciders,
            sides,
        })
    }
}

/// What everyone shows at the server: sessions of their own, begun beside it.
#[derive(Clone, Debug)]
pub struct Passes {
    /// The organiser's.
    pub organiser: Pass,
    /// The desk officer's.
    pub desk_officer: Pass,
    /// The coordinator's.
    pub coordinator: Pass,
    /// Each decider's, with the authority decided for.
    pub deciders: Vec<(AuthorityId, Pass)>,
}

impl Passes {
    /// Signs everyone of the cast in.
    ///
    /// # Errors
    /// As the desk's.
    pub async fn of(desk: &Desk, cast: &Cast) -> Done<Self> {
        let mut deciders = vec![];
        for (authority, _) in &cast.deciders {
            deciders.push((authority.clone(), pass(desk, authority.as_str()).await?));
        }
        Ok(Passes {
            organiser: pass(desk, "organiser").await?,
            desk_officer: pass(desk, "desk-officer").await?,
            coordinator: pass(desk, "coordinator").await?,
            deciders,
        })
    }
}

/// The password of whoever has one.
pub const PASSWORD: &str = "carries cases all day";

/// Gives the organiser a password, as an invitation does.
///
/// # Errors
/// As the desk's.
pub async fn give_password(desk: &Desk) -> Done {
    let link = desk
        .offer_link(&address("organiser"), LinkPurpose::Invitation)
        .await
        .map_err(trouble)?;
    desk.follow_link(&link, PASSWORD).await.map(drop).map_err(trouble)
}

async fn pass(desk: &Desk, part: &str) -> Done<Pass> {
    let signed = desk.sign_in_demonstrator(&address(part)).await.map_err(trouble)?;
    Ok(Pass {
        cookie: format!("placet={}", signed.secret),
        token: form_token(&FormSecret(signed.session.form_secret)),
    })
}

/// The program itself, which registers the first of all.
fn bootstrap() -> Actor {
    Actor {
        person: PersonId::of(0),
        organisation: OrganisationId::of(0),
        role: Role::Operator,
        authority: AuthorityToAct::Rule,
    }
}

async fn registered(
    desk: &Desk,
    (name, kind, authority): (&str, OrganisationKind, Option<&str>),
) -> Done<OrganisationId> {
    let known = desk.organisations().await.map_err(trouble)?;
    if let Some(line) = known.iter().find(|line| line.name == name) {
        return Ok(line.organisation);
    }
    let names = Names::new([("en", name)]).map_err(trouble)?;
    let authority = authority.map(str::parse).transpose().map_err(trouble)?;
    desk.register_organisation(&bootstrap(), names, kind, authority)
        .await
        .map_err(trouble)
}

async fn person(desk: &Desk, organisation: OrganisationId, part: &str, role: Role) -> Done<Actor> {
    let address = address(part);
    let account = match desk.account(&address).await.map_err(trouble)? {
        Some(account) => account,
        None => desk
            .add_person(&bootstrap(), part, &address, true)
            .await
            .map_err(trouble)?,
    };
    let hats = desk.hats(account.person).await.map_err(trouble)?;
    if !hats
        .iter()
        .any(|hat| hat.organisation == organisation && hat.role == role)
    {
        desk.grant_role(&bootstrap(), organisation, account.person, role)
            .await
            .map_err(trouble)?;
    }
    Ok(Actor {
        person: account.person,
        organisation,
        role,
        authority: AuthorityToAct::Role,
    })
}
