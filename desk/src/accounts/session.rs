//! Sessions: who is signed in, in which organisation and role.

use super::brake::{ATTEMPTS, Counted};
use super::{Hat, HatName, entry, hashed, opened};
use crate::{Desk, Fault};
use act::{Actor, PersonId, Role};
use identity::Organisation;
use serde::{Deserialize, Serialize};

const SESSION: &str = "session";
/// A session ends after a working day.
const SESSION_SECONDS: i64 = 12 * 3600;

/// A session as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The person.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
    /// The hat worn; none for a person who holds no role.
    pub hat: Option<Hat>,
    /// The hat that was worn in somebody's place until that was over: it is not worn any more, and another has to be put on.
    #[serde(skip)]
    pub lapsed: Option<Hat>,
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
        Some(self.hat.as_ref()?.worn_by(self.person))
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
            lapsed: None,
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

    /// The session of a secret, if it has not ended; without its hat, if that was worn in somebody's place and this is over.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn session(&self, secret: &str) -> Result<Option<Session>, Fault> {
        let kept = self.store.kept(SESSION, &hashed(secret), self.seconds()).await?;
        let mut session: Option<Session> = kept.map(|kept| opened(&kept)).transpose()?;
        if let Some(session) = &mut session {
            self.take_off(session).await?;
        }
        Ok(session)
    }

    /// Puts another hat on. The session gets a new secret, so that a form opened under the old hat is not taken.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the person may not wear it.
    pub async fn change_hat(&self, secret: &str, wanted: &HatName) -> Result<SignedIn, Fault> {
        let session = self.session(secret).await?.ok_or(Fault::NotFound)?;
        let hats = self.hats(session.person).await?;
        let hat = hats.iter().find(|hat| hat.named() == *wanted);
        let hat = Some(hat.cloned().ok_or(Fault::NotFound)?);
        self.sign_out(secret).await?;
        let session = Session {
            hat,
            lapsed: None,
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

    /// Takes off the hat that is worn in another's place, if that is over. What the session says of it was true when it was put on;
    /// whether the delegation still runs the organisation says, whoever ended it and however.
    async fn take_off(&self, session: &mut Session) -> Result<(), Fault> {
        let Some(hat) = &mut session.hat else {
            return Ok(());
        };
        if let Some(stands) = &mut hat.stands_in {
            let organisation = self.load::<Organisation>(hat.organisation).await?.state;
            let one = organisation.delegation(stands.number);
            let ended = match one {
                Some(one) => one.ended.as_ref().map(|by| by.at),
                None => Some(self.now()),
            };
            // Not a moment longer where the clock was set back since.
            let ended = ended.map(|at| at.min(self.now()));
            stands.until = ended.map_or(stands.until, |at| at.min(stands.until));
        }
        session.lapsed = session.hat.take_if(|hat| hat.is_over(self.now()));
        Ok(())
    }

    /// Ends all sessions of a person: a new password, a role withdrawn.
    pub(crate) async fn end_sessions(&self, person: PersonId) -> Result<(), Fault> {
        self.store.drop_kept(SESSION, &person.to_string()).await?;
        Ok(())
    }
}
