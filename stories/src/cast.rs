//! The named cast: those of the demonstration and the outsiders, registered through the same acts as any other.

use crate::trouble::{Told, trouble};
use act::{Actor, AuthorityId, AuthorityToAct, OrganisationId, PersonId, Role};
use desk::Desk;
use identity::{Names, OrganisationKind};
use jiff::Timestamp;
use serde::Deserialize;
use std::collections::BTreeMap;

const DEMONSTRATION: &str = include_str!("../../examples/demonstration.toml");
const OUTSIDERS: &str = include_str!("../outsiders.toml");

/// What a cast file holds.
#[derive(Debug, Deserialize)]
struct CastFile {
    #[serde(default)]
    now: Option<Timestamp>,
    #[serde(default)]
    origin: Option<String>,
    organisation: Vec<OrganisationEntry>,
    person: Vec<PersonEntry>,
    #[serde(default)]
    application: Option<ApplicationEntry>,
    #[serde(default)]
    papers: BTreeMap<String, Paper>,
}

#[derive(Debug, Deserialize)]
struct OrganisationEntry {
    key: String,
    kind: String,
    authority: Option<String>,
    name: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
struct PersonEntry {
    key: String,
    name: String,
    address: String,
    organisation: String,
    roles: Vec<String>,
}

/// What the organiser types, besides the case file.
#[derive(Clone, Debug, Deserialize)]
pub struct ApplicationEntry {
    /// The key of the request that it follows from.
    pub request: String,
    /// Keys of the organisations that hold it too.
    pub co_organisers: Vec<String>,
    /// What it is.
    pub description: String,
    /// Its parts.
    pub components: Vec<ComponentEntry>,
}

/// A part of the event.
#[derive(Clone, Debug, Deserialize)]
pub struct ComponentEntry {
    /// Its kind's stable name.
    pub kind: String,
    /// What it is called.
    pub title: String,
}

/// What someone writes.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Paper {
    One(String),
    Several(Vec<String>),
}

/// Someone of the cast.
#[derive(Clone, Debug)]
pub struct Member {
    /// The key in the cast file.
    pub key: String,
    /// The name.
    pub name: String,
    /// The address of the account.
    pub address: String,
    /// The person.
    pub person: PersonId,
    /// The organisation's key.
    pub organisation: String,
    /// What the person acts as; none for someone without a role.
    pub actor: Option<Actor>,
}

/// Everyone in a story, and what they say in it.
#[derive(Clone, Debug)]
pub struct Cast {
    members: Vec<Member>,
    organisations: BTreeMap<String, (OrganisationId, String)>,
    /// When the demonstration's clock starts.
    pub now: Timestamp,
    /// The application as the organiser types it.
    pub application: ApplicationEntry,
    papers: BTreeMap<String, Vec<String>>,
}

/// The name of the ledger of a story.
pub(crate) fn origin() -> Told<String> {
    file(DEMONSTRATION)?
        .origin
        .ok_or_else(|| trouble("examples/demonstration.toml names no origin"))
}

fn file(text: &str) -> Told<CastFile> {
    toml::from_str(text).map_err(|fault| trouble(format!("the cast cannot be read: {fault}")))
}

impl Cast {
    /// Registers everyone.
    pub(crate) async fn register(desk: &Desk) -> Told<Cast> {
        let demonstration = file(DEMONSTRATION)?;
        let outsiders = file(OUTSIDERS)?;
        let missing = |what: &str| trouble(format!("examples/demonstration.toml has no {what}"));
        let papers = demonstration.papers.into_iter().map(|(key, paper)| match paper {
            Paper::One(text) => (key, vec![text]),
            Paper::Several(texts) => (key, texts),
        });
        let mut cast = Cast {
            members: vec![],
            organisations: BTreeMap::new(),
            now: demonstration.now.ok_or_else(|| missing("now"))?,
            application: demonstration.application.ok_or_else(|| missing("application"))?,
            papers: papers.collect(),
        };
        // The program itself sets up an installation in which nobody has a role yet.
        let operator = Actor {
            person: PersonId::of(0),
            organisation: OrganisationId::of(0),
            role: Role::Operator,
            authority: AuthorityToAct::Rule,
        };
        for entry in demonstration
            .organisation
            .into_iter()
            .chain(outsiders.organisation)
        {
            cast.add_organisation(desk, &operator, entry).await?;
        }
        for entry in demonstration.person.into_iter().chain(outsiders.person) {
            cast.add_person(desk, &operator, entry).await?;
        }
        Ok(cast)
    }

    async fn add_organisation(&mut self, desk: &Desk, operator: &Actor, entry: OrganisationEntry) -> Told {
        let names = Names::new(entry.name.iter().map(|(tag, name)| (tag.as_str(), name.as_str())))?;
        let kind = OrganisationKind::named(&entry.kind)
            .ok_or_else(|| trouble(format!("{} is of no known kind: {}", entry.key, entry.kind)))?;
        let authority = entry
            .authority
            .as_deref()
            .map(str::parse::<AuthorityId>)
            .transpose()?;
        let name = names.in_language("en").to_owned();
        let id = desk
            .register_organisation(operator, names, kind, authority)
            .await?;
        self.organisations.insert(entry.key, (id, name));
        Ok(())
    }

    async fn add_person(&mut self, desk: &Desk, operator: &Actor, entry: PersonEntry) -> Told {
        let account = desk
            .add_person(operator, &entry.name, &entry.address, true)
            .await?;
        let organisation = self.organisation(&entry.organisation)?;
        let mut actor = None;
        for name in &entry.roles {
            let role = Role::named(name).ok_or_else(|| trouble(format!("there is no role {name}")))?;
            desk.grant_role(operator, organisation, account.person, role)
                .await?;
            let authority = AuthorityToAct::Role;
            actor = actor.or(Some(Actor {
                person: account.person,
                organisation,
                role,
                authority,
            }));
        }
        self.members.push(Member {
            key: entry.key,
            name: entry.name,
            address: entry.address,
            person: account.person,
            organisation: entry.organisation,
            actor,
        });
        Ok(())
    }

    /// Everyone, in the order of the files.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.members.iter()
    }

    /// Someone by key.
    ///
    /// # Errors
    /// If there is no such person.
    pub fn member(&self, key: &str) -> Told<&Member> {
        self.members
            .iter()
            .find(|member| member.key == key)
            .ok_or_else(|| trouble(format!("there is no {key} in the cast")))
    }

    /// What someone acts as.
    ///
    /// # Errors
    /// If there is no such person, or it has no role.
    pub fn actor(&self, key: &str) -> Told<&Actor> {
        let member = self.member(key)?;
        member
            .actor
            .as_ref()
            .ok_or_else(|| trouble(format!("{key} has no role")))
    }

    /// An organisation by key.
    ///
    /// # Errors
    /// If there is none.
    pub fn organisation(&self, key: &str) -> Told<OrganisationId> {
        let found = self.organisations.get(key).map(|(id, _)| *id);
        found.ok_or_else(|| trouble(format!("there is no organisation {key} in the cast")))
    }

    /// An organisation's English name.
    ///
    /// # Errors
    /// If there is none.
    pub fn organisation_name(&self, key: &str) -> Told<&str> {
        let found = self.organisations.get(key).map(|(_, name)| name.as_str());
        found.ok_or_else(|| trouble(format!("there is no organisation {key} in the cast")))
    }

    /// What someone writes in the story, one text after the other.
    ///
    /// # Errors
    /// If there is no such paper.
    pub fn paper(&self, key: &str) -> Told<&[String]> {
        let found = self.papers.get(key).map(Vec::as_slice);
        found.ok_or_else(|| trouble(format!("examples/demonstration.toml has no paper {key}")))
    }
}
