//! Where each person wants notices as e-mail, and how often. It lies beside the ledger, as the account does; an address that is not the
//! account's own is written to once its owner has opened a link that was sent there.

mod sending;

pub use sending::{Letter, Letters, ToTell};

use crate::accounts::{Account, entry, hashed, is_address, opened};
use crate::desk::ROUNDS;
use crate::ports::{Message, place};
use crate::store::{Kept, StoreFault};
use crate::{Desk, Fault, FieldFault};
use act::{PersonId, Timestamp};
use serde::{Deserialize, Serialize};

const MAIL: &str = "mail";
/// Whose all these entries are: whoever sends goes through them.
const EVERYONE: &str = "everyone";
const CONFIRMING: &str = "mail-address";
/// How long the link stays open by which an address is confirmed: a day.
pub const CONFIRMING_SECONDS: i64 = 24 * 3600;

/// How often a person is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pace {
    /// With each notice.
    AtOnce,
    /// Once a day, with all of the day before.
    Daily,
    /// Not at all.
    Never,
}

impl Pace {
    /// All of them.
    pub const ALL: [Pace; 3] = [Pace::AtOnce, Pace::Daily, Pace::Never];

    /// The stable name, as forms send it and Fluent ids have it (`mail-pace-daily`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Pace::AtOnce => "at-once",
            Pace::Daily => "daily",
            Pace::Never => "never",
        }
    }

    /// The pace of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Pace> {
        Pace::ALL.into_iter().find(|pace| pace.name() == name)
    }
}

/// Why a person could not be written to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// What the mail server said.
    pub what: String,
    /// When.
    pub at: Timestamp,
    /// How often in a row.
    pub times: u32,
    /// When it is tried again; none where the address is refused, which the person mends.
    pub again: Option<Timestamp>,
}

/// What a person chose, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSettings {
    /// Where to.
    pub address: String,
    /// Another address, which its owner has not confirmed yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits: Option<String>,
    /// How often.
    pub pace: Pace,
    /// The language's tag.
    pub language: String,
    /// Why the last message was not delivered; none where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
}

/// A person's settings as they are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Mailbox {
    #[serde(flatten)]
    settings: MailSettings,
    /// What was told of facts before this position was sent, or is not to be.
    sent: u64,
    /// Until when (in seconds since 1970) a server is sending: another keeps off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    claimed: Option<i64>,
}

/// What a link confirms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Confirming {
    person: PersonId,
    address: String,
}

impl Desk {
    /// Whether notices are sent as e-mail here at all.
    #[must_use]
    pub fn delivers_mail(&self) -> bool {
        self.post.delivers()
    }

    /// Begins to write to someone who signed in and never chose anything: at the account's address, with each notice from now on, in
    /// the language in which that person signed in.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn begin_mail(&self, person: PersonId, language: &str) -> Result<(), Fault> {
        if !self.delivers_mail() || self.mailbox(person).await?.is_some() {
            return Ok(());
        }
        let Some(mailbox) = self.mailbox_of_account(person, language).await? else {
            return Ok(());
        };
        match self.store.keep(kept(person, 1, &mailbox)).await {
            Err(StoreFault::Conflict { .. }) => Ok(()),
            done => Ok(done?),
        }
    }

    /// What a person chose; what holds for whoever chose nothing, read in this language.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the person has no account.
    pub async fn mail_settings(&self, person: PersonId, language: &str) -> Result<MailSettings, Fault> {
        if let Some((mailbox, _)) = self.mailbox(person).await? {
            return Ok(mailbox.settings);
        }
        let mailbox = self.mailbox_of_account(person, language).await?;
        Ok(mailbox.ok_or(Fault::NotFound)?.settings)
    }

    /// Changes what a person chose. An address other than the account's own waits until it is confirmed: `letter` writes, around a link's
    /// secret, the subject and the text that are sent there. Saved anew, an address that was refused is tried again. Gives what holds now.
    ///
    /// # Errors
    /// [`Fault::Invalid`] on the field `address`; [`Fault::TooMany`] after too many links to one address.
    pub async fn set_mail(
        &self,
        person: PersonId,
        (address, pace, language): (&str, Pace, &str),
        letter: impl Fn(&str) -> (String, String),
    ) -> Result<MailSettings, Fault> {
        let invalid = |code| Fault::Invalid(vec![FieldFault::plain("address", code)]);
        let address = address.trim().to_lowercase();
        if !is_address(&address) || !self.post.can_reach(&address) {
            return Err(invalid("not-an-address"));
        }
        let own = self.mailbox_of_account(person, language).await?;
        let own = own.ok_or(Fault::NotFound)?;
        let before = self.mailbox(person).await?.map(|(mailbox, _)| mailbox);
        let known = before.as_ref().map(|one| one.settings.address.clone());
        let is_known = own.settings.address == address || known.as_ref() == Some(&address);
        if !is_known && !self.delivers_mail() {
            return Err(invalid("mail-not-sent"));
        }
        if is_known {
            // A link to an address that is not wanted any more confirms nothing.
            self.store.drop_kept(CONFIRMING, &person.to_string()).await?;
        } else {
            self.ask_to_confirm(person, (&own.settings.address, &address), letter)
                .await
                .map_err(|fault| match fault {
                    Fault::NotFound => invalid("mail-not-sent"),
                    fault => fault,
                })?;
        }
        let size = self.store.size().await?;
        let change = |mailbox: &mut Mailbox| {
            if mailbox.settings.pace == Pace::Never {
                // Nobody is written to about what came while nothing was wanted.
                mailbox.sent = size;
            }
            mailbox.settings.pace = pace;
            language.clone_into(&mut mailbox.settings.language);
            mailbox.settings.trouble = None;
            if is_known {
                mailbox.settings.address.clone_from(&address);
                mailbox.settings.waits = None;
            } else {
                mailbox.settings.waits = Some(address.clone());
            }
        };
        self.change_mailbox(person, &own, change)
            .await
            .map(|one| one.settings)
    }

    /// Sends a link to an address that is not known to be this person's, who has an account at its own.
    async fn ask_to_confirm(
        &self,
        person: PersonId,
        (own, address): (&str, &str),
        letter: impl Fn(&str) -> (String, String),
    ) -> Result<(), Fault> {
        // Neither has one address many links, nor sends one person many.
        self.count_confirming(own).await?;
        self.count_confirming(address).await?;
        let secret = self.secret();
        let owner = person.to_string();
        let confirming = Confirming {
            person,
            address: address.to_owned(),
        };
        // Of several links to one person the last one is open.
        self.store.drop_kept(CONFIRMING, &owner).await?;
        let expires = Some(self.seconds() + CONFIRMING_SECONDS);
        let link = entry(CONFIRMING, &hashed(&secret), &owner, 1, expires, &confirming);
        self.store.keep(link).await?;
        let (subject, body) = letter(&secret);
        let message = Message {
            to: address.to_owned(),
            subject,
            body,
            html: None,
            // With an id of its own it is sent or not: nobody hands it over later to someone who was told to try again.
            id: Some(format!("<confirm.{}@{}>", hashed(&secret), place(self.origin()))),
        };
        self.post.send_now(message).await.map_err(|fault| {
            tracing::warn!(%fault, "the link by which an address is confirmed was not sent");
            Fault::NotFound
        })
    }

    /// The address that a link confirms, if the link is open and was sent for this person.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn confirming(&self, person: PersonId, secret: &str) -> Result<Option<String>, Fault> {
        let kept = self
            .store
            .kept(CONFIRMING, &hashed(secret), self.seconds())
            .await?;
        let confirming = kept.map(|kept| opened::<Confirming>(&kept)).transpose()?;
        Ok(confirming
            .filter(|one| one.person == person)
            .map(|one| one.address))
    }

    /// Confirms an address by the link that was sent there: from now on the person is written to there.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the link is used up, too old, or another person's.
    pub async fn confirm_mail(&self, person: PersonId, secret: &str) -> Result<(), Fault> {
        let address = self.confirming(person, secret).await?.ok_or(Fault::NotFound)?;
        let taken = self
            .store
            .take(CONFIRMING, &hashed(secret), self.seconds())
            .await?;
        taken.ok_or(Fault::NotFound)?;
        let own = self
            .mailbox_of_account(person, "en")
            .await?
            .ok_or(Fault::NotFound)?;
        let change = |mailbox: &mut Mailbox| {
            mailbox.settings.address.clone_from(&address);
            mailbox.settings.waits = None;
            mailbox.settings.trouble = None;
        };
        self.change_mailbox(person, &own, change).await.map(drop)
    }

    /// What holds for a person who chose nothing; none for who has no account.
    async fn mailbox_of_account(&self, person: PersonId, language: &str) -> Result<Option<Mailbox>, Fault> {
        let Some(account) = self.account_of(person).await? else {
            return Ok(None);
        };
        let Account { address, .. } = account;
        Ok(Some(Mailbox {
            settings: MailSettings {
                address,
                waits: None,
                pace: Pace::AtOnce,
                language: language.to_owned(),
                trouble: None,
            },
            sent: self.store.size().await?,
            claimed: None,
        }))
    }

    async fn mailbox(&self, person: PersonId) -> Result<Option<(Mailbox, u64)>, StoreFault> {
        let kept = self.store.kept(MAIL, &person.to_string(), 0).await?;
        kept.map(|kept| Ok((opened(&kept)?, kept.version))).transpose()
    }

    /// Changes a person's entry, and gives what it is then; begins with `new` where there is none.
    async fn change_mailbox(
        &self,
        person: PersonId,
        new: &Mailbox,
        change: impl Fn(&mut Mailbox),
    ) -> Result<Mailbox, Fault> {
        for _ in 0..ROUNDS {
            let (mut mailbox, version) = match self.mailbox(person).await? {
                Some(found) => found,
                None => (new.clone(), 0),
            };
            change(&mut mailbox);
            match self.store.keep(kept(person, version + 1, &mailbox)).await {
                Err(StoreFault::Conflict { .. }) => {}
                done => return Ok(done.map(|()| mailbox)?),
            }
        }
        Err(Fault::Stale)
    }
}

fn kept(person: PersonId, version: u64, mailbox: &Mailbox) -> Kept {
    entry(MAIL, &person.to_string(), EVERYONE, version, None, mailbox)
}
