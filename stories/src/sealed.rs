//! The case of the demonstration when an authority has sealed its reasons: for stories that begin there.

use crate::case::authority;
use crate::installation::Installation;
use crate::trouble::Told;
use act::{ApplicationId, Reason, RequestId};
use clearance::acts::{CaseAct, Decide, UnsealReasons};
use clearance::{Commitment, Decision};

/// On what ground they are sealed.
pub const SEALED_GROUND: &str = "Law on State Secrets, article 12";
/// What nobody reads but whom they concern.
pub const SEALED_WORDS: &str = "The bridge is watched by divers in the week of the regatta.";

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

    /// Someone does something, and seals why.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn seals(&self, key: &str, id: ApplicationId, act: impl Into<CaseAct>) -> Told {
        let words = Reason::new(SEALED_WORDS)?;
        let actor = self.cast.actor(key)?;
        Ok(self.desk.change_sealing(actor, id, act, None, &words).await?)
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
