//! One-time links: an invitation, or a reset of a password. The link carries a secret; the store knows its hash.

use super::brake::{Counted, RESETS};
use super::{entry, hashed, opened};
use crate::ports::Message;
use crate::{Desk, Fault, SignedIn};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

const LINK: &str = "link";
/// An invitation stays open for a week.
pub const INVITATION_SECONDS: i64 = 7 * 24 * 3600;
/// A reset stays open for an hour.
pub const RESET_SECONDS: i64 = 3600;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkPurpose {
    /// A first password.
    Invitation,
    /// A new password.
    Reset,
}

/// What an open link offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// The address whose password it sets.
    pub address: String,
}

impl Desk {
    /// Makes a one-time link's secret for an account.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if nobody has that address.
    pub async fn offer_link(&self, address: &str, purpose: LinkPurpose) -> Result<String, Fault> {
        let account = self.account(address).await?.ok_or(Fault::NotFound)?;
        self.open_link(account.address, purpose).await
    }

    async fn open_link(&self, address: String, purpose: LinkPurpose) -> Result<String, Fault> {
        let secret = self.secret();
        let seconds = match purpose {
            LinkPurpose::Invitation => INVITATION_SECONDS,
            LinkPurpose::Reset => RESET_SECONDS,
        };
        let offered = Offered { purpose, address };
        let expires = Some(self.seconds() + seconds);
        self.store
            .keep(entry(
                LINK,
                &hashed(&secret),
                &offered.address,
                1,
                expires,
                &offered,
            ))
            .await?;
        Ok(secret)
    }

    /// Sends a reset link to an address if someone has it. Whether someone has, or has been sent enough for now, is
    /// not told; and not by the time it takes either, since the same is written for an address that nobody has, and nobody
    /// waits for a mail server. The letter goes by no outbox: that would keep the secret, of which the store knows the hash alone, and
    /// whoever read the store could open every account. One that the server's end overtakes is asked for again. `letter` writes the message around the link's secret: its subject and its text.
    ///
    /// # Errors
    /// [`Fault::Store`]; a message that could not be handed over is not told either.
    pub async fn ask_reset(
        &self,
        address: &str,
        letter: impl Fn(&str) -> (String, String),
    ) -> Result<(), Fault> {
        let account = self.account(address).await?;
        match self.reset_link(address).await {
            Ok(secret) if account.is_some() => {
                let (subject, body) = letter(&secret);
                let message = Message {
                    to: address.trim().to_owned(),
                    subject,
                    body,
                    html: None,
                    id: None,
                };
                let post = Arc::clone(&self.post);
                let delivers = post.delivers();
                // The post keeps its own account of what it could not deliver; the asker learns nothing from it.
                let sending = async move {
                    let _undelivered = post.send(message).await;
                };
                if delivers {
                    tokio::spawn(sending);
                } else {
                    sending.await;
                }
                Ok(())
            }
            Ok(_) | Err(Fault::NotFound | Fault::TooMany { .. }) => Ok(()),
            Err(fault) => Err(fault),
        }
    }

    /// A reset link's secret, if there were not too many; the one before it is used up. One for an address that nobody
    /// has opens nothing, and nobody gets to know it.
    async fn reset_link(&self, address: &str) -> Result<String, Fault> {
        let address = address.trim().to_lowercase();
        self.count(&RESETS, &Counted::by(&address)?).await?;
        let now = self.seconds();
        for kept in self.store.kept_by(LINK, &address, now).await? {
            if opened::<Offered>(&kept)?.purpose == LinkPurpose::Reset {
                self.store.take(LINK, &kept.key, now).await?;
            }
        }
        self.open_link(address, LinkPurpose::Reset).await
    }

    /// What a link offers, if it is still open.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn offered(&self, secret: &str) -> Result<Option<Offered>, Fault> {
        let kept = self.store.kept(LINK, &hashed(secret), self.seconds()).await?;
        Ok(kept.map(|kept| opened(&kept)).transpose()?)
    }

    /// Follows a link: sets the password and signs in. The link, and every other of the account, is used up.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if it is used up or too old; [`Fault::Invalid`] if the password is not taken, in which
    /// case the link stays open.
    pub async fn follow_link(&self, secret: &str, password: &str) -> Result<SignedIn, Fault> {
        let offered = self.offered(secret).await?.ok_or(Fault::NotFound)?;
        super::password::check(password)?;
        if self
            .store
            .take(LINK, &hashed(secret), self.seconds())
            .await?
            .is_none()
        {
            return Err(Fault::NotFound);
        }
        let account = self.set_password(&offered.address, password).await?;
        self.store.drop_kept(LINK, &offered.address).await?;
        self.forget_devices(&offered.address).await?;
        let signed = self.begin_session(account.person, &account.name, None).await?;
        let device = Some(self.remember_device(&offered.address).await?);
        Ok(SignedIn { device, ..signed })
    }
}
