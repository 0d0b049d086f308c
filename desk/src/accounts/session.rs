//! Sessions: who is signed in, in which organisation and role.

use super::brake::{ATTEMPTS, Counted};
use super::{entry, hashed, opened};
use crate::views::identity::{ROLES, RoleLine};
use crate::{Desk, Fault};
use act::{Actor, AuthorityToAct, OrganisationId, PersonId, Role, Timestamp};
use identity::Names;
use serde::{Deserialize, Serialize};

const SESSION: &str = "session";
/// A session ends after a working day.
const SESSION_SECONDS: i64 = 12 * 3600;

/// One role in one organisation: a person wears one at a time.
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
}

impl Hat {
    /// The organisation's name for a reader of this language.
    #[must_use]
    pub fn organisation_in(&self, language: &str) -> &str {
        let names = self.organisation_names.as_ref();
        names.map_or(&self.organisation_name, |names| names.in_language(language))
    }
}

/// A session as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The person.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
    /// The hat worn; none for a person who holds no role.
    pub hat: Option<Hat>,
    /// The secret that form tokens are made of.
    pub form_secret: String,
}

/// A new session and the secret that its holder shows.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// What goes into the cookie.
    pub secret: String,
    /// The session.
    pub session: Session,
    /// The hats that the person may wear.
    pub hats: Vec<Hat>,
    /// What the browser is to show from now on, where it is not known yet as one of this account's.
    pub device: Option<String>,
}

impl Session {
    /// The actor of this session, if it wears a hat.
    #[must_use]
    pub fn actor(&self) -> Option<Actor> {
        let hat = self.hat.as_ref()?;
        Some(Actor {
            person: self.person,
            organisation: hat.organisation,
            role: hat.role,
            authority: AuthorityToAct::Role,
        })
    }
}

impl Desk {
    /// Signs a person in, from a browser that shows what it was given when someone signed in there before.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if address and password do not belong together; [`Fault::TooMany`] after ten wrong ones from
    /// this browser, or, if it is not known, from all that are not, whenever they come.
    pub async fn sign_in(
        &self,
        address: &str,
        password: &str,
        device: Option<&str>,
    ) -> Result<SignedIn, Fault> {
        let counted = Counted::by(address)?;
        let known = self.known_device(address, device).await?;
        let is_known = known.is_some();
        let counted = counted.from(known);
        self.count(&ATTEMPTS, &counted).await?;
        let account = self.proven(address, password).await?.ok_or(Fault::NotFound)?;
        self.release(&ATTEMPTS, &counted).await?;
        let signed = self.begin_session(account.person, &account.name, None).await?;
        let device = if is_known {
            None
        } else {
            Some(self.remember_device(address).await?)
        };
        Ok(SignedIn { device, ..signed })
    }

    /// Signs in as an invented person of the demonstration, without a password.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for any account that is not one of them.
    pub async fn sign_in_demonstrator(&self, address: &str) -> Result<SignedIn, Fault> {
        let account = self
            .account(address)
            .await?
            .filter(|account| account.demonstration)
            .ok_or(Fault::NotFound)?;
        self.begin_session(account.person, &account.name, None).await
    }

    /// Begins a session without a password: for one-time links and the demonstration's picker.
    pub(crate) async fn begin_session(
        &self,
        person: PersonId,
        name: &str,
        wanted: Option<Role>,
    ) -> Result<SignedIn, Fault> {
        let hats = self.hats(person).await?;
        let hat = hats
            .iter()
            .find(|hat| wanted.is_none_or(|role| hat.role == role))
            .or(hats.first())
            .cloned();
        let session = Session {
            person,
            name: name.to_owned(),
            hat,
            form_secret: self.secret(),
        };
        let secret = self.secret();
        let expires = Some(self.seconds() + SESSION_SECONDS);
        self.store
            .keep(entry(
                SESSION,
                &hashed(&secret),
                &person.to_string(),
                1,
                expires,
                &session,
            ))
            .await?;
        Ok(SignedIn {
            secret,
            session,
            hats,
            device: None,
        })
    }

    /// The session of a secret, if it has not ended.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn session(&self, secret: &str) -> Result<Option<Session>, Fault> {
        let kept = self.store.kept(SESSION, &hashed(secret), self.seconds()).await?;
        Ok(kept.map(|kept| opened(&kept)).transpose()?)
    }

    /// The hats that a person may wear, in the order of organisation and role.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn hats(&self, person: PersonId) -> Result<Vec<Hat>, Fault> {
        let lines = self.lines(ROLES, person.to_string()).await?;
        let hat = |line: RoleLine| Hat {
            organisation: line.organisation,
            organisation_name: line.name,
            organisation_names: line.names,
            role: line.role,
            since: line.since,
        };
        Ok(lines.into_iter().map(hat).collect())
    }

    /// Puts another hat on. The session gets a new secret, so that a form opened under the old hat is not taken.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the person may not wear it.
    pub async fn change_hat(
        &self,
        secret: &str,
        organisation: OrganisationId,
        role: Role,
    ) -> Result<SignedIn, Fault> {
        let session = self.session(secret).await?.ok_or(Fault::NotFound)?;
        let hats = self.hats(session.person).await?;
        let hat = hats
            .iter()
            .find(|hat| hat.organisation == organisation && hat.role == role);
        let hat = Some(hat.cloned().ok_or(Fault::NotFound)?);
        self.sign_out(secret).await?;
        let session = Session {
            hat,
            form_secret: self.secret(),
            ..session
        };
        let secret = self.secret();
        let expires = Some(self.seconds() + SESSION_SECONDS);
        let owner = session.person.to_string();
        self.store
            .keep(entry(SESSION, &hashed(&secret), &owner, 1, expires, &session))
            .await?;
        Ok(SignedIn {
            secret,
            session,
            hats,
            device: None,
        })
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn sign_out(&self, secret: &str) -> Result<(), Fault> {
        self.store.take(SESSION, &hashed(secret), self.seconds()).await?;
        Ok(())
    }

    /// Takes away sessions, links and attempts that have expired.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn sweep(&self) -> Result<u64, Fault> {
        Ok(self.store.sweep(self.seconds()).await?)
    }

    /// Ends all sessions of a person: a new password, a role withdrawn.
    pub(crate) async fn end_sessions(&self, person: PersonId) -> Result<(), Fault> {
        self.store.drop_kept(SESSION, &person.to_string()).await?;
        Ok(())
    }
}
