//! The case of the demonstration when its permit is suspended, or says something else than the case: for stories that begin there.

use crate::installation::Installation;
use crate::trouble::Told;
use act::{ApplicationId, Date, Reason, RequestId, Text, Title};
use clearance::acts::{NoteAppeal, ReviseConditions, SuspendPermit};
use clearance::{Appealed, Condition};

/// Why the permit is suspended.
pub const HIGH_WATER: &str = "The river is a metre above the quay.";

impl Installation {
    /// The application with its permit, which is suspended on 1 September.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn suspended(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.permitted(cites).await?;
        self.suspends(id, None).await?;
        Ok(id)
    }

    /// The same when the organiser has noted that it appealed against that.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn appealed(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.suspended(cites).await?;
        let appeal = NoteAppeal {
            against: Appealed::Suspension,
            body: Title::new("The administrative court")?,
            lodged: "2023-09-01".parse()?,
            reference: None,
        };
        self.acts("organiser", id, appeal).await?;
        Ok(id)
    }

    /// The application with its permit, when Interior has changed its conditions since.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn differing(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.shown_kept(cites).await?;
        let revise = ReviseConditions {
            authority: crate::authority("moi")?,
            conditions: vec![Condition::plain(Text::new("Fifty stewards stand on the bank.")?)],
            reasons: Reason::new("The wind turns in November.")?,
        };
        self.acts("interior-decider", id, revise).await?;
        Ok(id)
    }

    /// The coordinator suspends a permit, until and with a day or until she lifts that.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn suspends(&self, id: ApplicationId, until: Option<Date>) -> Told {
        let reasons = Reason::new(HIGH_WATER)?;
        let suspend = SuspendPermit { reasons, until };
        self.acts("coordinator", id, suspend).await
    }
}
