//! The case of the demonstration when an authority has offered something else: for stories that begin there.

use crate::case::authority;
use crate::installation::Installation;
use crate::trouble::Told;
use act::{ApplicationId, Reason, RequestId, Title};
use clearance::Otherwise;
use clearance::acts::OfferInstead;

/// Where Interior would rather have the evening.
pub const STADIUM: &str = "Olympic Stadium";
/// What it would rather see than shells.
pub const DRONES: &str = "A drone show instead of shells.";
/// Why.
pub const OFFER_REASONS: &str = "The river police are at the boat races that week.";

impl Installation {
    /// The application as on 25 August, when Interior has offered 20 November at the stadium.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn offered(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let otherwise = Otherwise {
            date: Some("2023-11-20".parse()?),
            place: Some(Title::new(STADIUM)?),
            ..Otherwise::default()
        };
        self.offering(otherwise, cites).await
    }

    /// The same when it has offered another form.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn offered_form(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let otherwise = Otherwise {
            form: Some(Reason::new(DRONES)?),
            ..Otherwise::default()
        };
        self.offering(otherwise, cites).await
    }

    async fn offering(&self, otherwise: Otherwise, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.circulated(cites).await?;
        self.clock_at("2023-08-25T02:00:00Z")?;
        let offer = OfferInstead {
            authority: authority("moi")?,
            otherwise,
            reasons: Reason::new(OFFER_REASONS)?,
        };
        self.acts("interior-decider", id, offer).await?;
        Ok(id)
    }
}
