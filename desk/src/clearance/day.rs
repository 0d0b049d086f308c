//! The day of an event: conditions are ticked and incidents noted, each with a photo if there is one. What comes again under its key
//! counts once, and keeps nothing twice.

use super::file::{FILE, FileIn, entry};
use super::{Sight, sight};
use crate::desk::ROUNDS;
use crate::{Desk, Fault};
use act::{Act, Actor, ApplicationId, AttachmentId, AuthorityId, Reason};
use clearance::acts::{CaseAct, DischargeCondition, FromPhone, NoteIncident, ShowKept};
use clearance::{Application, Attachment, ClearanceRefusal, Incident, Sending};

/// A condition as it is ticked: shown to be kept by an organiser, discharged by its authority.
#[derive(Clone, Debug)]
pub struct Tick {
    /// The authority that set it.
    pub authority: AuthorityId,
    /// Which of its conditions.
    pub number: u32,
    /// The proof that whoever ticks has read, if one waits.
    pub proof: Option<u32>,
    /// How it is kept, or what was seen.
    pub words: Reason,
    /// How it came.
    pub sending: Sending,
}

impl Tick {
    fn act(&self, sight: Sight) -> CaseAct {
        let (authority, number, words) = (self.authority.clone(), self.number, self.words.clone());
        match sight {
            Sight::Organiser => ShowKept {
                authority,
                number,
                words,
                documents: vec![],
            }
            .into(),
            Sight::Lead | Sight::Authority | Sight::Auditor => DischargeCondition {
                authority,
                number,
                proof: self.proof,
                reasons: Some(words),
            }
            .into(),
        }
    }
}

impl Desk {
    /// Ticks a condition.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the case is not for this actor; [`Fault::Refused`] by its name; [`Fault::Invalid`] on the field `file`.
    pub async fn tick(
        &self,
        actor: &Actor,
        id: ApplicationId,
        tick: &Tick,
        photo: Option<FileIn>,
    ) -> Result<(), Fault> {
        let make = |sight, photo| FromPhone {
            act: tick.act(sight),
            photo,
            sending: tick.sending,
        };
        self.with_photo(actor, id, tick.sending, photo, make).await
    }

    /// Notes what happened.
    ///
    /// # Errors
    /// As [`Desk::tick`].
    pub async fn note(
        &self,
        actor: &Actor,
        id: ApplicationId,
        (incident, sending): (&Incident, Sending),
        photo: Option<FileIn>,
    ) -> Result<(), Fault> {
        let make = |_, photo| NoteIncident {
            incident: Incident {
                photo,
                ..incident.clone()
            },
            sending: Some(sending),
        };
        self.with_photo(actor, id, sending, photo, make).await
    }

    /// Does what is made of a sight and a photo. The bytes of that are kept before the fact that names it, and not for what came before.
    async fn with_photo<A: Act<State = Application, Refusal = ClearanceRefusal>>(
        &self,
        actor: &Actor,
        id: ApplicationId,
        sending: Sending,
        photo: Option<FileIn>,
        make: impl Fn(Sight, Option<Attachment>) -> A,
    ) -> Result<(), Fault> {
        let case = self.case(actor, id).await?;
        if case.application.day.has(sending.key) {
            return Ok(());
        }
        let taken = photo.as_ref().map(|photo| self.attachment(photo, 0, None));
        let taken = taken.transpose()?;
        if let Some((photo, taken)) = photo.zip(taken.as_ref()) {
            // What would be refused keeps nothing.
            self.decided_on_the_day(actor, id, &make, Some(taken)).await?;
            self.store
                .keep(entry(id, &taken.attachment.to_string(), photo.bytes))
                .await?;
        }
        let done = self.do_on_the_day(actor, id, &make, taken.as_ref()).await;
        let Some(taken) = taken else { return done };
        let left = match &done {
            Ok(()) => !self.names(id, taken.attachment).await?,
            failed => Fault::ended(failed),
        };
        if left {
            let key = taken.attachment.to_string();
            self.store.take(FILE, &key, self.seconds()).await?;
        }
        done
    }

    async fn decided_on_the_day<A: Act<State = Application, Refusal = ClearanceRefusal>>(
        &self,
        actor: &Actor,
        id: ApplicationId,
        make: &impl Fn(Sight, Option<Attachment>) -> A,
        photo: Option<&Attachment>,
    ) -> Result<crate::desk::Drafted, Fault> {
        let loaded = self.existing::<Application>(id).await?;
        let sight = sight(&loaded.state, actor).ok_or(Fault::NotFound)?;
        let context = self.context_in(actor, &loaded.state);
        let drafted = self.draft(id, &loaded, &context, make(sight, photo.cloned()));
        drafted.map_err(|fault| self.naming(fault, &loaded.state))
    }

    async fn do_on_the_day<A: Act<State = Application, Refusal = ClearanceRefusal>>(
        &self,
        actor: &Actor,
        id: ApplicationId,
        make: &impl Fn(Sight, Option<Attachment>) -> A,
        photo: Option<&Attachment>,
    ) -> Result<(), Fault> {
        for _ in 0..ROUNDS {
            let drafted = self.decided_on_the_day(actor, id, make, photo).await?;
            match self.append(vec![drafted]).await {
                Err(Fault::Stale) => {}
                done => return done.map(drop),
            }
        }
        Err(Fault::Stale)
    }

    /// Whether a fact names this file: the same photo may have been there.
    async fn names(&self, id: ApplicationId, attachment: AttachmentId) -> Result<bool, Fault> {
        let application = self.existing::<Application>(id).await?.state;
        Ok(super::of_case(&application).any(|one| one.attachment == attachment))
    }
}
