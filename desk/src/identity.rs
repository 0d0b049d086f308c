//! People, organisations and roles: registering them, and looking them up.

use crate::views::application::{CASES, CaseLine};
use crate::views::identity::{
    ALL, ORGANISATIONS, OrganisationLine, PEOPLE, PersonLine, organisation_of_authority,
};
use crate::{Account, Desk, Fault};
use act::{Actor, AuthorityId, Date, OrganisationId, PersonId, Role, Timestamp};
use clearance::Application;
use identity::acts::{GrantRole, RegisterOrganisation, RegisterPerson, WithdrawAuthority, WithdrawRole};
use identity::{Names, Organisation, OrganisationKind, Person, When};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Who did something, as far as it is known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doer {
    /// The person's names.
    pub person: Option<Names>,
    /// The post's title; none where no post is known.
    pub post: Option<Names>,
    /// The organisation's names.
    pub organisation: Option<Names>,
    /// The names of the person in whose place it was done; none where it was done in nobody's.
    pub in_place_of: Option<Names>,
}

/// The id of the organisation that is an authority; of one that is it after others were by mistake, another.
fn stream_of_authority(authority: &AuthorityId, before: u32) -> OrganisationId {
    let mut id = [0; 16];
    let named = match before {
        0 => format!("authority {authority}"),
        before => format!("authority {authority} {before}"),
    };
    id.copy_from_slice(&Sha256::digest(named)[..16]);
    OrganisationId::new(uuid::Builder::from_custom_bytes(id).into_uuid())
}

impl Desk {
    /// All organisations, by name.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn organisations(&self) -> Result<Vec<OrganisationLine>, Fault> {
        Ok(self.lines(ORGANISATIONS, ALL.to_owned()).await?)
    }

    /// All people, by name.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn people(&self) -> Result<Vec<PersonLine>, Fault> {
        Ok(self.lines(PEOPLE, ALL.to_owned()).await?)
    }

    /// The names of organisations, as far as they are known here.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn organisation_names(
        &self,
        wanted: &[OrganisationId],
    ) -> Result<BTreeMap<OrganisationId, Names>, Fault> {
        let mut found = BTreeMap::new();
        for &id in wanted {
            if let Some(names) = self.load::<Organisation>(id).await?.state.names {
                found.insert(id, names);
            }
        }
        Ok(found)
    }

    /// The names of people, as far as they are known here.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub(crate) async fn names_of(
        &self,
        wanted: impl IntoIterator<Item = PersonId>,
    ) -> Result<BTreeMap<PersonId, Names>, Fault> {
        let mut found = BTreeMap::new();
        for id in wanted {
            if let Some(names) = self.load::<Person>(id).await?.state.names {
                found.insert(id, names);
            }
        }
        Ok(found)
    }

    /// Who did something on a day: the person, the post held then, the organisation.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn doer(&self, by: &Actor, on: Date) -> Result<Doer, Fault> {
        let organisation = self.load::<Organisation>(by.organisation).await?.state;
        let held = organisation.posts_held(by.person, &When::On(on));
        let post = held
            .first()
            .and_then(|post| organisation.posts.get(post))
            .cloned();
        Ok(Doer {
            person: self.load::<Person>(by.person).await?.state.names,
            post,
            organisation: organisation.names,
            in_place_of: match by.stands_in_for() {
                Some(of) => self.load::<Person>(of).await?.state.names,
                None => None,
            },
        })
    }

    /// Registers an organisation. Of an authority's, the stream follows from the authority: of two who register at once,
    /// the store lets one begin it.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name.
    pub async fn register_organisation(
        &self,
        by: &Actor,
        names: Names,
        kind: OrganisationKind,
        authority: Option<AuthorityId>,
    ) -> Result<OrganisationId, Fault> {
        let organisation = match &authority {
            // One that was registered before the stream followed from the authority lies elsewhere.
            Some(authority) => match organisation_of_authority(self.store.as_ref(), authority).await? {
                Some(organisation) => organisation,
                None => self.next_stream(authority).await?,
            },
            None => OrganisationId::new(self.id()),
        };
        let act = RegisterOrganisation {
            organisation,
            names,
            kind,
            authority,
        };
        self.perform(organisation, &self.context(by), act).await?;
        Ok(organisation)
    }

    /// The stream in which an authority begins that no organisation is: the first that was not begun.
    async fn next_stream(&self, authority: &AuthorityId) -> Result<OrganisationId, Fault> {
        let mut before = 0;
        loop {
            let id = stream_of_authority(authority, before);
            let found = self.load::<Organisation>(id).await?;
            // One that is it by now was registered at this moment: the act refuses a second.
            if found.version == 0 || found.state.authority.as_ref() == Some(authority) {
                return Ok(id);
            }
            before += 1;
        }
    }

    /// Takes back that an organisation is an authority: it was given to the wrong one.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name: where applications that are not concluded lie with it.
    pub async fn withdraw_authority(
        &self,
        by: &Actor,
        organisation: OrganisationId,
        authority: AuthorityId,
    ) -> Result<(), Fault> {
        use clearance::Stage::{Decided, InCirculation, Submitted};
        let cases: Vec<CaseLine> = self.lines(CASES, organisation.to_string()).await?;
        let context = self.context(by);
        let mut pending = 0;
        for line in &cases {
            let open = matches!(line.stage, Submitted | InCirculation | Decided);
            // Nothing is decided or withdrawn any more once the event is over.
            if open && !self.is_over(line, context.at).await? {
                pending += 1;
            }
        }
        let act = WithdrawAuthority { authority, pending };
        self.perform(organisation, &context, act).await.map(drop)
    }

    /// Whether the event of a case is over by the clocks of its own place. No place is a day or more from UTC: for most cases the
    /// day alone tells.
    async fn is_over(&self, line: &CaseLine, at: Timestamp) -> Result<bool, Fault> {
        let today = at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
        let (before, after) = (today.yesterday(), today.tomorrow());
        if before.is_ok_and(|before| line.last < before) || after.is_ok_and(|after| line.last > after) {
            return Ok(line.last < today);
        }
        let application = self.load::<Application>(&line.application).await?.state;
        let submission = application.submission.as_ref();
        Ok(submission.is_some_and(|one| one.event.is_over(at)))
    }

    /// Registers a person.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name.
    pub async fn register_person(&self, by: &Actor, names: Names) -> Result<PersonId, Fault> {
        let person = PersonId::new(self.id());
        self.perform(person, &self.context(by), RegisterPerson { person, names })
            .await?;
        Ok(person)
    }

    /// Registers a person who may sign in, with an account that waits for its first password.
    ///
    /// # Errors
    /// [`Fault::Invalid`] if the address is none or is taken; [`Fault::Refused`] by its name.
    pub async fn add_person(
        &self,
        by: &Actor,
        name: &str,
        address: &str,
        demonstration: bool,
    ) -> Result<Account, Fault> {
        let names = Names::new([("en", name)])
            .map_err(|_| Fault::Invalid(vec![crate::FieldFault::plain("name", "not-a-name")]))?;
        // What is registered stays: whether the account can follow is known first.
        let address = self.free_address(address).await?;
        let person = self.register_person(by, names).await?;
        self.add_account(&address, person, name, demonstration).await
    }

    /// Grants a role in an organisation.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name.
    pub async fn grant_role(
        &self,
        by: &Actor,
        organisation: OrganisationId,
        person: PersonId,
        role: Role,
    ) -> Result<(), Fault> {
        self.perform(organisation, &self.context(by), GrantRole { person, role })
            .await?;
        Ok(())
    }

    /// Withdraws a role; every session of the person ends, and nobody acts in that place.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name.
    pub async fn withdraw_role(
        &self,
        by: &Actor,
        organisation: OrganisationId,
        person: PersonId,
        role: Role,
    ) -> Result<(), Fault> {
        self.perform(organisation, &self.context(by), WithdrawRole { person, role })
            .await?;
        self.end_sessions(person).await
    }
}
