//! Signing a brief off: the fact has the hash of its text, and the text is kept beside it, so that the one that was carried along can be
//! read and compared whatever the program writes later.

use super::brief::{Until, end_of};
use crate::desk::decide;
use crate::store::{Kept, StoreFault};
use crate::{Desk, Fault};
use act::{Actor, Context, Date, RelationshipId};
use engagement::acts::SignOff;
use engagement::{Relationship, SignedOff, sha256};
use identity::{Language, Names};
use jiff::tz::TimeZone;

/// Where the texts of briefs that were signed off are kept, by their hashes.
const TEXTS: &str = "brief";

/// A brief that was signed off.
#[derive(Clone, Debug)]
pub struct SignedBrief {
    /// What was signed off.
    pub signed: SignedOff,
    /// Who did, as far as it is known here.
    pub who: Option<Names>,
    /// By whom and when.
    pub by: Context,
    /// Whether the record says otherwise of that day now. Asked of the latest of the day that is read alone.
    pub is_changed: bool,
}

/// What is signed off: the text that is now, and the hash of the one that was read.
#[derive(Clone, Debug)]
pub struct SignOffIn {
    /// The day of the brief.
    pub day: Date,
    /// The language of the text.
    pub language: Language,
    /// The text as it is now.
    pub text: String,
    /// How many facts of the ledger it was made from.
    pub known: u64,
    /// SHA-256 of the text that the actor was shown, in hexadecimal digits.
    pub seen: String,
}

impl Desk {
    /// Signs a brief off.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the relationship is not for this actor; [`Fault::Refused`] by its name.
    pub async fn sign_off(&self, actor: &Actor, id: RelationshipId, entered: SignOffIn) -> Result<(), Fault> {
        self.relationship(actor, id).await?;
        let hash = sha256(&entered.text);
        let act = SignOff {
            brief: SignedOff {
                day: entered.day,
                language: entered.language,
                sha256: hash.clone(),
                known: entered.known,
            },
            seen: entered.seen,
        };
        let context = self.context(actor);
        let loaded = self.existing::<Relationship>(id).await?;
        // What would be refused keeps nothing.
        decide(&loaded.state, &context, act.clone())?;
        let kept = self.store.keep(Kept {
            kind: TEXTS,
            key: format!("{id} {hash}"),
            owner: id.to_string(),
            version: 1,
            expires: None,
            body: entered.text.into_bytes(),
        });
        match kept.await {
            // The same text was signed off before.
            Ok(()) | Err(StoreFault::Conflict { .. }) => {}
            Err(fault) => return Err(fault.into()),
        }
        self.perform(id, &context, act).await.map(drop)
    }

    /// The text of a brief that was signed off, by its number from 1; of the latest where there is no number.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn signed_text(
        &self,
        actor: &Actor,
        id: RelationshipId,
        number: Option<usize>,
    ) -> Result<(SignedOff, Vec<u8>), Fault> {
        let relationship = self.relationship(actor, id).await?.relationship;
        let number = number.unwrap_or(relationship.signed.len());
        let place = number.checked_sub(1).ok_or(Fault::NotFound)?;
        let (signed, _) = relationship.signed.get(place).cloned().ok_or(Fault::NotFound)?;
        let key = format!("{id} {}", signed.sha256);
        let kept = self.store.kept(TEXTS, &key, 0).await?.ok_or(Fault::NotFound)?;
        let is_it = std::str::from_utf8(&kept.body).is_ok_and(|text| sha256(text) == signed.sha256);
        if !is_it {
            let what = format!(
                "the kept text of brief {number} of relationship {id} is not the one that was signed off"
            );
            return Err(StoreFault::Corrupt { what }.into());
        }
        Ok((signed, kept.body))
    }

    /// The briefs that were signed off, the latest first, and whether the record says otherwise since of the day that is read.
    pub(super) async fn signed(
        &self,
        actor: &Actor,
        id: RelationshipId,
        relationship: &Relationship,
        (day, zone): (Date, &TimeZone),
    ) -> Result<Vec<SignedBrief>, Fault> {
        let mut all: Vec<SignedBrief> = vec![];
        for (signed, by) in relationship.signed.iter().rev() {
            let is_last = signed.day == day && all.iter().all(|one| one.signed.day != day);
            let mut who = self.names_of([by.actor.person]).await?;
            all.push(SignedBrief {
                is_changed: is_last && self.is_changed(actor, id, signed, by, zone).await?,
                who: who.remove(&by.actor.person),
                signed: signed.clone(),
                by: by.clone(),
            });
        }
        Ok(all)
    }

    /// Whether a brief of that day says otherwise by what is known now than by what was when it was signed off. One of a day that was over
    /// by then has nothing of later days in it, now neither.
    async fn is_changed(
        &self,
        actor: &Actor,
        id: RelationshipId,
        signed: &SignedOff,
        by: &Context,
        zone: &TimeZone,
    ) -> Result<bool, Fault> {
        let now = Until {
            instant: end_of(signed.day, zone).filter(|end| *end <= by.at),
            position: None,
        };
        let then = Until {
            position: Some(signed.known),
            ..now
        };
        let then = self.brief_by(actor, id, signed.day, then).await?;
        let now = self.brief_by(actor, id, signed.day, now).await?;
        Ok((then.brief, then.fates) != (now.brief, now.fates))
    }
}
