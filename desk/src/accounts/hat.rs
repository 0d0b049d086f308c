//! Hats: the roles in which a person may act, each in an organisation, each held or stood in for. A person wears one at a time.

use crate::views::identity::{ROLES, RoleLine};
use crate::{Desk, Fault};
use act::{Actor, AuthorityToAct, OrganisationId, PersonId, Role, Timestamp};
use identity::{Names, Person};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// One role in one organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hat {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name in English, or in the first language it has one in.
    pub organisation_name: String,
    /// Its names; none in a session of an earlier version.
    #[serde(default)]
    pub organisation_names: Option<Names>,
    /// The role held there.
    pub role: Role,
    /// Since when; long ago in a session of an earlier version.
    #[serde(default)]
    pub since: Timestamp,
    /// In whose place it is worn; none for a role of one's own.
    #[serde(default)]
    pub stands_in: Option<StandsIn>,
}

/// In whose place a hat is worn, and how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandsIn {
    /// The delegation's number in the organisation; that of none in a session of an earlier version.
    #[serde(default)]
    pub number: u32,
    /// Who holds the role.
    pub of: PersonId,
    /// What that person is called, as far as it is known.
    pub names: Option<Names>,
    /// Until when; at this instant it is over.
    pub until: Timestamp,
}

impl StandsIn {
    /// That person's name for a reader of this language.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        self.names
            .as_ref()
            .map_or("", |names| names.in_language(language))
    }
}

/// By what a form names a hat: `ORGANISATION/ROLE`, and `/PERSON` where it is worn in somebody's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HatName {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The role there.
    pub role: Role,
    /// In whose place.
    pub of: Option<PersonId>,
}

impl fmt::Display for HatName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.organisation, self.role.name())?;
        self.of.map_or(Ok(()), |of| write!(f, "/{of}"))
    }
}

impl FromStr for HatName {
    type Err = Fault;

    /// # Errors
    /// [`Fault::NotFound`] if it is the name of none.
    fn from_str(text: &str) -> Result<HatName, Fault> {
        let mut parts = text.split('/');
        let organisation = parts.next().and_then(|id| id.parse().ok());
        let role = parts.next().and_then(Role::named);
        let of = parts.next().map(str::parse).transpose();
        match (organisation, role, of, parts.next()) {
            (Some(organisation), Some(role), Ok(of), None) => Ok(HatName {
                organisation,
                role,
                of,
            }),
            _ => Err(Fault::NotFound),
        }
    }
}

impl Hat {
    /// The organisation's name for a reader of this language.
    #[must_use]
    pub fn organisation_in(&self, language: &str) -> &str {
        let names = self.organisation_names.as_ref();
        names.map_or(&self.organisation_name, |names| names.in_language(language))
    }

    /// By what a form names it.
    #[must_use]
    pub fn named(&self) -> HatName {
        HatName {
            organisation: self.organisation,
            role: self.role,
            of: self.stands_in.as_ref().map(|stands| stands.of),
        }
    }

    /// A person who wears it.
    #[must_use]
    pub fn worn_by(&self, person: PersonId) -> Actor {
        let authority = match &self.stands_in {
            None => AuthorityToAct::Role,
            Some(stands) => AuthorityToAct::Delegation {
                number: stands.number,
                of: stands.of,
                from: self.since,
                until: stands.until,
            },
        };
        Actor {
            person,
            organisation: self.organisation,
            role: self.role,
            authority,
        }
    }

    /// Whether it may not be worn any more at an instant: the time in which its wearer stood in for another is over.
    #[must_use]
    pub fn is_over(&self, at: Timestamp) -> bool {
        self.stands_in.as_ref().is_some_and(|stands| at >= stands.until)
    }
}

impl Desk {
    /// The hats that a person may wear now: roles of one's own in the order of organisation and role, then those in which the person
    /// stands in for another.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn hats(&self, person: PersonId) -> Result<Vec<Hat>, Fault> {
        let now = self.now();
        let (mut own, mut others) = (vec![], vec![]);
        for line in self.lines::<RoleLine>(ROLES, person.to_string()).await? {
            let stands_in = match line.in_place_of {
                None => None,
                Some(place) if line.since <= now && now < place.until => Some(StandsIn {
                    number: place.number,
                    of: place.of,
                    names: self.load::<Person>(place.of).await?.state.names,
                    until: place.until,
                }),
                Some(_) => continue,
            };
            let list = if stands_in.is_some() {
                &mut others
            } else {
                &mut own
            };
            list.push(Hat {
                organisation: line.organisation,
                organisation_name: line.name,
                organisation_names: line.names,
                role: line.role,
                since: line.since,
                stands_in,
            });
        }
        own.append(&mut others);
        Ok(own)
    }
}
