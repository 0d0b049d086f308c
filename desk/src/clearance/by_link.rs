//! Advice by a link that works once (decision 0034): who asks has the link made and sent, who holds it reads what was chosen for it and
//! answers. The link carries a secret; the store knows its hash, and the record neither.

use super::file::{FILE, FileIn, entry as file_entry};
use super::sealing::SEALED;
use crate::accounts::{entry, hashed, is_address, opened};
use crate::desk::ROUNDS;
use crate::ports::{Message, place};
use crate::{Desk, Fault, FieldFault, Refused, Versioned};
use act::{
    Act, Actor, AdviceId, ApplicationId, AttachmentId, AuthorityId, Context, Date, Reason, Refusal,
    Timestamp, Title,
};
use clearance::acts::{AskAdvice, GiveAdvice, Sealing, Seen, WithdrawAdvice};
use clearance::{
    Advice, AdviceAsked, AdviceRequest, Application, ApplicationFact, Attachment, ClearanceRefusal,
    Commitment, Event, Opening, Organiser, RulebookPin,
};
use jiff::civil::time;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

const LINK: &str = "advice-link";
/// The field of the form by which advice is asked for that says where the link is sent.
pub const ADDRESS_FIELD: &str = "advice-address";

/// What a link opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Opens {
    case: ApplicationId,
    advice: AdviceId,
}

/// What became of a link that was made.
#[derive(Clone, PartialEq, Eq)]
pub enum AdviceLink {
    /// It was sent, and nobody is shown it.
    Sent,
    /// Nothing is sent from here: whoever asked hands its secret over.
    ToHandOver(String),
    /// It could not be sent: likewise.
    NotSent(String),
}

/// What whoever holds a link sees of the case: this, and nothing else.
#[derive(Clone, Debug)]
pub struct Consulted {
    /// The event.
    pub event: Event,
    /// Who holds it.
    pub organisers: Vec<Organiser>,
    /// What was asked, of whom and until when.
    pub asked: AdviceAsked,
    /// The authority that asks, by its id in the rulebook and by its name when it was asked itself, or handed the case.
    pub by: (AuthorityId, Title),
    /// The rulebook version in which that has a name in each language.
    pub rulebook: Option<RulebookPin>,
    /// The documents that were chosen.
    pub documents: Vec<Attachment>,
    /// How many versions had been handed in before the one that this is.
    pub version: usize,
}

/// What somebody advises by a link.
#[derive(Clone, Debug)]
pub struct Advising {
    /// How many versions had been handed in before the one that was read.
    pub version: usize,
    /// What is advised.
    pub says: Advice,
    /// In words; where these are sealed, the legal ground of that.
    pub words: Option<Reason>,
    /// The words that are sealed.
    pub sealed: Option<Reason>,
    /// A document that comes with it.
    pub file: Option<FileIn>,
}

/// The act of whoever holds a link, who may seal what is said.
#[derive(Clone)]
struct Giving {
    act: GiveAdvice,
    sealed: Option<Commitment>,
}

impl Act for Giving {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let Giving { act, sealed } = self;
        match sealed {
            Some(commitment) => Sealing { act, commitment }.decide(application, context),
            None => act.decide(application, context),
        }
    }
}

/// The first instant after a day, where the event is.
fn end_of(day: Date, zone: &str) -> Option<Timestamp> {
    let zone = calendar::zone(zone).unwrap_or(TimeZone::UTC);
    let next = day.tomorrow().ok()?.to_datetime(time(0, 0, 0, 0));
    zone.to_ambiguous_timestamp(next).compatible().ok()
}

impl Desk {
    /// Asks somebody without an account for advice: makes the link and sends it, or gives it to whoever asked. `letter` writes the message
    /// around its secret, for the application as it then is: its subject and its text.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the case is not for this actor; [`Fault::Refused`] by its name; [`Fault::Invalid`] on the field
    /// [`ADDRESS_FIELD`]; [`Fault::TooMany`] after too many links to one address.
    pub async fn ask_advice(
        &self,
        actor: &Actor,
        id: ApplicationId,
        asked: AdviceAsked,
        address: &str,
        seen: Option<Seen>,
        letter: impl Fn(&str, &Application) -> (String, String),
    ) -> Result<AdviceLink, Fault> {
        let advice = AdviceId::new(self.id());
        let act = AskAdvice {
            asked: AdviceAsked { advice, ..asked },
        };
        // A refusal for want of right comes before any fault of an address, and what would be refused keeps nothing.
        let then = self.would_change(actor, id, act.clone(), seen).await?;
        let address = address.trim().to_lowercase();
        // Where nothing is sent from here, nobody is asked where to.
        if self.delivers_mail() {
            if !is_address(&address) || !self.post.can_reach(&address) {
                let fault = FieldFault::plain(ADDRESS_FIELD, "not-an-address");
                return Err(Fault::Invalid(vec![fault]));
            }
            self.count_advice_asked(&address).await?;
        }
        let zone = then.submission.as_ref().map_or("", |one| one.event.zone.as_str());
        let expires = end_of(act.asked.until, zone).map(Timestamp::as_second);
        let (secret, opens) = (self.secret(), Opens { case: id, advice });
        let key = hashed(&secret);
        self.store
            .keep(entry(LINK, &key, &advice.to_string(), 1, expires, &opens))
            .await?;
        let done = self.change_as_seen(actor, id, act, seen).await;
        if Fault::ended(&done) {
            self.store.take(LINK, &key, self.seconds()).await?;
        }
        done?;
        Ok(self.handed_over(secret, address, letter, &then).await)
    }

    /// Sends a link, where anything is sent from here.
    async fn handed_over(
        &self,
        secret: String,
        to: String,
        letter: impl Fn(&str, &Application) -> (String, String),
        application: &Application,
    ) -> AdviceLink {
        if !self.delivers_mail() {
            return AdviceLink::ToHandOver(secret);
        }
        let (subject, body) = letter(&secret, application);
        let message = Message {
            to,
            subject,
            body,
            html: None,
            // With an id of its own it is sent or not: nobody hands it over later to whom it was handed over otherwise.
            id: Some(format!("<advice.{}@{}>", hashed(&secret), place(self.origin()))),
        };
        match self.post.send_now(message).await {
            Ok(()) => AdviceLink::Sent,
            Err(fault) => {
                tracing::warn!(%fault, "a link by which advice is asked for was not sent");
                AdviceLink::NotSent(secret)
            }
        }
    }

    /// Whether a link was made by this actor's authority for this case and still opens it: whoever asked is shown it once.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if not.
    pub async fn made_advice_link(
        &self,
        actor: &Actor,
        id: ApplicationId,
        secret: &str,
    ) -> Result<AdviceAsked, Fault> {
        let (opens, found) = self.opened_by(secret).await?;
        let context = self.context_in(actor, &found.state);
        WithdrawAdvice::check(&found.state, &context, opens.advice).map_err(|_| Fault::NotFound)?;
        let request = found.state.advice_request(opens.advice).ok_or(Fault::NotFound)?;
        if opens.case == id {
            Ok(request.asked.clone())
        } else {
            Err(Fault::NotFound)
        }
    }

    /// Ends a link: whoever asked wants the advice no more.
    ///
    /// # Errors
    /// As [`Desk::change`].
    pub async fn withdraw_advice(
        &self,
        actor: &Actor,
        id: ApplicationId,
        advice: AdviceId,
    ) -> Result<(), Fault> {
        self.change(actor, id, WithdrawAdvice { advice }).await?;
        if let Err(fault) = self.store.drop_kept(LINK, &advice.to_string()).await {
            tracing::warn!(%fault, "a link that was withdrawn was left");
        }
        Ok(())
    }

    /// What a link opens, and the application.
    async fn opened_by(&self, secret: &str) -> Result<(Opens, Versioned<Application>), Fault> {
        let kept = self.store.kept(LINK, &hashed(secret), self.seconds()).await?;
        let opens: Opens = opened(&kept.ok_or(Fault::NotFound)?)?;
        let found = self.existing::<Application>(opens.case).await?;
        Ok((opens, found))
    }

    /// What a link opens, who holds it, and the application, if advice can be given by it now.
    async fn held(&self, secret: &str) -> Result<(Opens, Context, Versioned<Application>), Fault> {
        let (opens, found) = self.opened_by(secret).await?;
        let request = found.state.advice_request(opens.advice).ok_or(Fault::NotFound)?;
        let context = self.context_in(&Actor::by_link(request.by, opens.advice), &found.state);
        // Why it is not taken any more is nothing for whoever holds a link that ended.
        GiveAdvice::check(&found.state, &context, opens.advice).map_err(|_| Fault::NotFound)?;
        Ok((opens, context, found))
    }

    /// What whoever holds a link sees. Looking changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the link opens nothing, or nothing any more.
    pub async fn consulted(&self, secret: &str) -> Result<Consulted, Fault> {
        let (opens, _, found) = self.held(secret).await?;
        let application = found.state;
        if let Some(pin) = &application.rulebook {
            self.know_version(&pin.hash).await?;
        }
        let request = application.advice_request(opens.advice).ok_or(Fault::NotFound)?;
        let asked = request.asked.clone();
        let documents = chosen(&application, request);
        let by = match &asked.authority {
            Some(authority) => {
                let referral = application.referrals.get(authority).ok_or(Fault::NotFound)?;
                (authority.clone(), referral.name.clone())
            }
            None => {
                let lead = application.lead.as_ref().ok_or(Fault::NotFound)?;
                (lead.authority.clone(), lead.name.clone())
            }
        };
        let submission = application.submission.ok_or(Fault::NotFound)?;
        Ok(Consulted {
            event: submission.event,
            organisers: submission.organisers,
            asked,
            by,
            rulebook: application.rulebook,
            documents,
            version: application.earlier.len(),
        })
    }

    /// A document that was chosen for whoever holds a link.
    ///
    /// # Errors
    /// As [`Desk::consulted`]; [`Fault::NotFound`] also if it was not chosen.
    pub async fn file_by_link(
        &self,
        secret: &str,
        attachment: AttachmentId,
    ) -> Result<(Attachment, Vec<u8>), Fault> {
        let (opens, _, found) = self.held(secret).await?;
        let request = found.state.advice_request(opens.advice).ok_or(Fault::NotFound)?;
        let mut documents = chosen(&found.state, request).into_iter();
        let wanted = documents.find(|one| one.attachment == attachment);
        self.bytes_of(wanted.ok_or(Fault::NotFound)?).await
    }

    /// Gives the advice that was asked for by a link, which ends with it. The bytes of a document are kept before the fact that names it.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the link opens nothing, or nothing any more; [`Fault::TooMany`] if so much was tried with it;
    /// [`Fault::Invalid`] on the field `file`; [`Fault::Refused`] where words are missing, or what was read was changed.
    pub async fn give_advice(&self, secret: &str, advising: Advising) -> Result<(), Fault> {
        self.held(secret).await?;
        self.count_advice_given(&hashed(secret)).await?;
        let file = advising.file.as_ref();
        let document = file.map(|file| self.attachment(file, 0, None)).transpose()?;
        let (opens, context, found) = self.held(secret).await?;
        let act = GiveAdvice {
            advice: opens.advice,
            version: advising.version,
            says: advising.says,
            words: advising.words,
            document,
        };
        let opening = advising.sealed.map(|words| self.with_salt(&words));
        let sealed = opening.as_ref().map(Opening::commitment);
        let act = Giving { act, sealed };
        // What would be refused keeps nothing.
        act.clone()
            .decide(&found.state, &context)
            .map_err(|one| told(&one))?;
        let key = act.act.document.as_ref().map(|one| one.attachment.to_string());
        if let (Some(key), Some(file)) = (&key, advising.file) {
            self.store.keep(file_entry(opens.case, key, file.bytes)).await?;
        }
        if let Some(opening) = &opening {
            SEALED.keep(self.store.as_ref(), opens.case, opening).await?;
        }
        let done = self.gives(secret, &act).await;
        if let Some(commitment) = &sealed {
            SEALED
                .erase_unless(self.store.as_ref(), commitment, &done)
                .await?;
        }
        match (&done, key) {
            (Ok(()), _) => {
                // The record has it that the link ended; what is left of it here only takes room.
                if let Err(fault) = self.store.take(LINK, &hashed(secret), self.seconds()).await {
                    tracing::warn!(%fault, "a link that was used was left");
                }
            }
            // Where the store failed, the fact may be there all the same, and needs its file.
            (ended, Some(key)) if Fault::ended(ended) => {
                self.store.take(FILE, &key, self.seconds()).await?;
            }
            (Err(_), _) => {}
        }
        done
    }

    /// Appends it, decided anew where others were faster.
    async fn gives(&self, secret: &str, act: &Giving) -> Result<(), Fault> {
        for _ in 0..ROUNDS {
            let (opens, context, found) = self.held(secret).await?;
            act.clone()
                .decide(&found.state, &context)
                .map_err(|one| told(&one))?;
            let drafted = self.draft(opens.case, &found, &context, act.clone())?;
            match self.append(vec![drafted]).await {
                Err(Fault::Stale) => {}
                done => return done.map(drop),
            }
        }
        Err(Fault::Stale)
    }
}

/// The documents of an application that were chosen for whoever is asked, as far as whoever asks reads them.
fn chosen(application: &Application, request: &AdviceRequest) -> Vec<Attachment> {
    let asked = &request.asked;
    let mut all: Vec<_> = application.attachments_read_by(request.by).cloned().collect();
    all.retain(|one| asked.documents.contains(&one.attachment));
    // What was handed in again stands in each version that had it.
    let mut met = std::collections::BTreeSet::new();
    all.retain(|one| met.insert(one.attachment));
    all
}

/// What whoever holds a link is told of a refusal: what can be mended in the form; of all else, that there is nothing.
fn told(refusal: &ClearanceRefusal) -> Fault {
    match refusal {
        ClearanceRefusal::AdviceMissing
        | ClearanceRefusal::GroundMissing
        | ClearanceRefusal::ChangedSince => Fault::Refused(Refused::of(refusal)),
        other => {
            tracing::debug!(code = other.code(), "a link takes nothing any more");
            Fault::NotFound
        }
    }
}
