//! The rows that follow from people and organisations: who holds which role, which organisation is which authority.

use crate::document::json;
use crate::store::{RowKey, Store, StoreFault, ViewRow};
use act::{AuthorityId, OrganisationId, PersonId, Role, Timestamp};
use identity::{Names, Organisation, OrganisationKind, Person};
use serde::{Deserialize, Serialize};

/// The roles that a person holds, or acts in for another; the scope is the person.
pub const ROLES: &str = "roles";
/// All organisations, by name.
pub const ORGANISATIONS: &str = "organisations";
/// Which organisation is an authority; the key is the authority's id.
pub const AUTHORITIES: &str = "authorities";
/// All people, by name.
pub const PEOPLE: &str = "people";
/// The scope of what everyone who is signed in may look up.
pub const ALL: &str = "all";

/// A role held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleLine {
    /// Where.
    pub organisation: OrganisationId,
    /// Its name in English, or in the first language it has one in.
    pub name: String,
    /// Its names; none in rows of an earlier version.
    #[serde(default)]
    pub names: Option<Names>,
    /// Which role.
    pub role: Role,
    /// Since when.
    pub since: Timestamp,
    /// In whose place it is acted in; none where it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_place_of: Option<InPlaceOf>,
}

/// In whose place a role is acted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InPlaceOf {
    /// The delegation's number in the organisation.
    pub number: u32,
    /// Who holds the role.
    pub of: PersonId,
    /// Until when it is acted in.
    pub until: Timestamp,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationLine {
    /// Its id.
    pub organisation: OrganisationId,
    /// Its name in English, or in the first language it has one in.
    pub name: String,
    /// All its names.
    pub names: Names,
    /// What kind it is.
    pub kind: OrganisationKind,
    /// Which authority it is.
    pub authority: Option<AuthorityId>,
    /// Whether anyone acts for it here. One for which nobody does is known from somebody's own record only.
    pub acts: bool,
}

impl OrganisationLine {
    /// Whether a reader would see this name as one of the organisation's.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        self.names.include(name)
    }

    /// Whether it may be named as one of those who hold an event. Those who decide do not apply; and one that stands in somebody's
    /// record alone is not shown to others.
    #[must_use]
    pub fn may_hold_events(&self) -> bool {
        use OrganisationKind::{Association, Institute, Mission};
        self.acts && self.authority.is_none() && matches!(self.kind, Association | Mission | Institute)
    }
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLine {
    /// The person's id.
    pub person: PersonId,
    /// The person's name in English, or in the first language it has one in.
    pub name: String,
    /// All the person's names.
    pub names: Names,
}

fn row(view: &'static str, scope: String, key: String, sort: String, body: &impl Serialize) -> ViewRow {
    ViewRow {
        key: RowKey {
            view,
            scope,
            sort,
            key,
        },
        body: json(body),
    }
}

pub(crate) fn person_rows(id: &str, person: &Person) -> Vec<ViewRow> {
    let (Some(names), Ok(person)) = (&person.names, id.parse()) else {
        return vec![];
    };
    let name = names.in_language("en").to_owned();
    let sort = name.to_lowercase();
    let names = names.clone();
    vec![row(
        PEOPLE,
        ALL.to_owned(),
        id.to_owned(),
        sort,
        &PersonLine { person, name, names },
    )]
}

pub(crate) fn organisation_rows(id: &str, organisation: &Organisation) -> Vec<ViewRow> {
    let (Some(this), Some(kind), Some(names)) = (organisation.id, organisation.kind, &organisation.names)
    else {
        return vec![];
    };
    let name = organisation.name("en").to_owned();
    let authority = organisation.authority.clone();
    let line = OrganisationLine {
        organisation: this,
        name: name.clone(),
        names: names.clone(),
        kind,
        authority,
        acts: !organisation.roles.is_empty(),
    };
    let mut rows = vec![row(
        ORGANISATIONS,
        ALL.to_owned(),
        id.to_owned(),
        name.to_lowercase(),
        &line,
    )];
    if let Some(authority) = &line.authority {
        rows.push(row(
            AUTHORITIES,
            ALL.to_owned(),
            authority.to_string(),
            authority.to_string(),
            &line,
        ));
    }
    rows.extend(role_rows(id, organisation, this, names));
    rows
}

/// Who may act for an organisation: the roles that people hold, and those that they act in for others.
fn role_rows(id: &str, organisation: &Organisation, this: OrganisationId, names: &Names) -> Vec<ViewRow> {
    let name = organisation.name("en").to_owned();
    let mut rows = vec![];
    let line = |role, since, in_place_of| RoleLine {
        organisation: this,
        name: name.clone(),
        names: Some(names.clone()),
        role,
        since,
        in_place_of,
    };
    let mut add = |person: &PersonId, key: String, line: RoleLine| {
        let sort = format!("{} {}", name.to_lowercase(), line.role.name());
        rows.push(row(ROLES, person.to_string(), key, sort, &line));
    };
    for (person, roles) in &organisation.roles {
        for (role, since) in roles {
            let key = format!("{id}/{}", role.name());
            add(person, key, line(*role, *since, None));
        }
    }
    // When one begins and is over, whoever reads the row looks at the clock for.
    for one in organisation.delegations.iter().filter(|one| one.ended.is_none()) {
        let key = format!("{id}/{}/{}", one.role.name(), one.number);
        let in_place_of = InPlaceOf {
            number: one.number,
            of: one.of,
            until: one.until,
        };
        add(&one.to, key, line(one.role, one.from, Some(in_place_of)));
    }
    rows
}

/// The organisation that is an authority, if one is set up as it.
pub(crate) async fn organisation_of_authority(
    store: &dyn Store,
    authority: &AuthorityId,
) -> Result<Option<OrganisationId>, StoreFault> {
    let key = RowKey {
        view: AUTHORITIES,
        scope: ALL.to_owned(),
        sort: authority.to_string(),
        key: authority.to_string(),
    };
    let row = store.row(&key).await?;
    Ok(row
        .map(|row| super::line::<OrganisationLine>(&row))
        .transpose()?
        .map(|line| line.organisation))
}
