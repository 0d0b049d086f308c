//! A case in which Interior asked for the insurance of the barge, and the organiser hands a certificate in: for stories that begin there.

use crate::installation::Installation;
use crate::trouble::Told;
use act::{ApplicationId, AttachmentId, Reason, Title};
use clearance::InsuredFor;
use clearance::acts::HandInInsurance;

/// Who insures.
pub const INSURER: &str = "Mekong Mutual of 1962";
/// By which policy.
pub const POLICY: &str = "PL-2023/118-7";

impl Installation {
    /// The organiser hands in a certificate that ends on the day before the event, for the third item of a question of Interior's.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn insures(&self, id: ApplicationId, question: u32) -> Told {
        let wanted = InsuredFor::Item { question, item: 3 };
        let certificate = self.certificate(id, wanted, "2023-11-18").await?;
        self.acts("organiser", id, certificate).await
    }

    /// The application as when Interior asks item by item, and such a certificate is handed in.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn insured(&self) -> Told<ApplicationId> {
        let id = self.asked_by_item(None).await?;
        self.insures(id, 1).await?;
        Ok(id)
    }

    /// A certificate for something of Interior's, from the first of November until a day.
    ///
    /// # Errors
    /// If the case is not there, or has no document.
    pub async fn certificate(
        &self,
        id: ApplicationId,
        wanted: InsuredFor,
        until: &str,
    ) -> Told<HandInInsurance> {
        Ok(HandInInsurance {
            authority: crate::authority("moi")?,
            wanted,
            insurer: Title::new(INSURER)?,
            policy: Title::new(POLICY)?,
            cover: Title::new("50000")?,
            currency: Title::new("USD")?,
            from: "2023-11-01".parse()?,
            until: until.parse()?,
            document: self.document_of(id).await?,
            words: Reason::new(&format!("Certificate of insurance: {INSURER}, policy {POLICY}"))?,
        })
    }

    /// The first document of a case.
    ///
    /// # Errors
    /// If the case is not there, or has none.
    pub async fn document_of(&self, id: ApplicationId) -> Told<AttachmentId> {
        let view = self.desk.case(self.cast.actor("organiser")?, id).await?;
        let mut all = view.application.attachments();
        Ok(all.next().ok_or("no document")?.attachment)
    }
}
