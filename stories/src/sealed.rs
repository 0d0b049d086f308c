//! The case of the demonstration when an authority has sealed its reasons: for stories that begin there.

use crate::asked::asking_foreign_affairs;
use crate::case::authority;
use crate::installation::Installation;
use crate::letter::SCAN;
use crate::trouble::Told;
use act::{ApplicationId, Reason, RequestId};
use clearance::acts::{AskAlso, CaseAct, Decide, RecordLetter, UnsealReasons};
use clearance::{Commitment, Decision};
use desk::clearance::FileIn;

/// On what ground they are sealed.
pub const SEALED_GROUND: &str = "Law on State Secrets, article 12";
/// What nobody reads but whom they concern.
pub const SEALED_WORDS: &str = "The bridge is watched by divers in the week of the regatta.";
/// What the scan of a letter is called that is sealed with its words.
pub const SEALED_SCAN: &str = "divers-at-the-bridge.pdf";

impl Installation {
    /// The application as on 28 August, when Interior has refused, and sealed why.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn sealed(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.circulated(cites).await?;
        self.clock_at("2023-08-28T02:30:00Z")?;
        let refuse = Decide {
            authority: authority("moi")?,
            decision: Decision::Refused,
            reasons: Some(Reason::new(SEALED_GROUND)?),
        };
        self.seals("interior-decider", id, refuse).await?;
        Ok(id)
    }

    /// The application as on 28 August, when a letter of National Defence was recorded whose words and scan are sealed.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn letter_sealed(&self) -> Told<ApplicationId> {
        let id = self.circulated(None).await?;
        self.clock_at("2023-08-28T02:30:00Z")?;
        let letter = RecordLetter {
            authority: authority("mond")?,
            decision: Decision::Granted,
            reasons: Some(Reason::new(SEALED_GROUND)?),
            dated: "2023-08-24".parse()?,
            reference: None,
            scan: None,
        };
        let scan = FileIn {
            name: SEALED_SCAN.to_owned(),
            bytes: SCAN.to_vec(),
        };
        let (words, actor) = (Reason::new(SEALED_WORDS)?, self.cast.actor("coordinator")?);
        let words = Some(&words);
        self.desk
            .record_letter(actor, id, letter, scan, None, words)
            .await?;
        Ok(id)
    }

    /// The application of which Foreign Affairs was asked for its advice alone, and sealed it.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn advice_sealed(&self) -> Told<ApplicationId> {
        let id = self.asked_few().await?;
        let ask = AskAlso {
            advises: true,
            ..asking_foreign_affairs()?
        };
        self.acts("coordinator", id, ask).await?;
        let advise = Decide {
            authority: authority("mfaic")?,
            decision: Decision::Objected,
            reasons: Some(Reason::new(SEALED_GROUND)?),
        };
        self.seals("foreign-affairs-decider", id, advise).await?;
        Ok(id)
    }

    /// Someone does something, and seals why.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn seals(&self, key: &str, id: ApplicationId, act: impl Into<CaseAct>) -> Told {
        let words = Reason::new(SEALED_WORDS)?;
        let actor = self.cast.actor(key)?;
        Ok(self
            .desk
            .change_sealing(actor, id, act, None, Some(&words))
            .await?)
    }

    /// Someone opens what was sealed first in a case.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn opens_seal(&self, key: &str, id: ApplicationId) -> Told {
        let open = UnsealReasons {
            commitment: self.commitment(id).await?,
            opening: None,
        };
        self.acts(key, id, open).await
    }

    /// The commitment of what was sealed first in a case.
    ///
    /// # Errors
    /// If nothing was.
    pub async fn commitment(&self, id: ApplicationId) -> Told<Commitment> {
        let view = self.desk.case(self.cast.actor("coordinator")?, id).await?;
        let sealed = view.application.sealed();
        Ok(sealed.first().ok_or("nothing is sealed")?.sealed.commitment)
    }
}
