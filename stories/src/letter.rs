//! The case of the demonstration when an authority has answered on paper: for stories that begin there.

use crate::case::authority;
use crate::installation::Installation;
use crate::trouble::Told;
use act::{ApplicationId, Reason, RequestId, Title};
use clearance::Decision;
use clearance::acts::RecordLetter;
use desk::clearance::FileIn;

/// The scan of a letter.
pub const SCAN: &[u8] = b"%PDF-1.7\nSigned for the minister.";
/// Why a letter decides as it does.
pub const LETTER_REASONS: &str = "The barge stays clear of the naval pier.";

impl Installation {
    /// The application as on 28 August, when a letter of Interior was recorded that agrees.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn by_letter(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.circulated(cites).await?;
        self.clock_at("2023-08-28T02:30:00Z")?;
        self.records_letter("moi", id, Decision::Granted).await?;
        Ok(id)
    }

    /// The coordinator records a letter of 24 August.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn records_letter(&self, from: &str, id: ApplicationId, decision: Decision) -> Told {
        let letter = RecordLetter {
            authority: authority(from)?,
            decision,
            reasons: Some(Reason::new(LETTER_REASONS)?),
            dated: "2023-08-24".parse()?,
            reference: Some(Title::new("No. 114/23")?),
            scan: None,
        };
        let scan = FileIn {
            name: "letter.pdf".to_owned(),
            bytes: SCAN.to_vec(),
        };
        let actor = self.cast.actor("coordinator")?;
        Ok(self
            .desk
            .record_letter(actor, id, letter, scan, None, None)
            .await?)
    }
}
