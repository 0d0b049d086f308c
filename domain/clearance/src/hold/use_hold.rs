//! An application is handed in for a day that is held.

use super::{Allowed, DateHold, HoldAsked, HoldFact, HoldRefusal, HoldStanding, own, standing};
use act::{Act, ApplicationId, Context, Date, OrganisationId};

/// Use a hold for an application.
#[derive(Clone, Copy, Debug)]
pub struct UseHold {
    /// The application.
    pub application: ApplicationId,
    /// Its event's day.
    pub date: Date,
    /// Who leads it.
    pub lead: OrganisationId,
}

impl UseHold {
    /// Whether the actor may begin an application from it now: also while it is only asked for.
    ///
    /// # Errors
    /// The refusal that beginning would meet.
    pub fn check(hold: &DateHold, context: &Context) -> Allowed {
        own(hold, context)?;
        standing(hold, context, &[HoldStanding::Asked, HoldStanding::Held]).map(|_| ())
    }
}

impl UseHold {
    /// Whether it is what was asked for: of that day, and of whoever leads there.
    fn fits(&self, asked: &HoldAsked) -> bool {
        asked.event.date == self.date && asked.lead.organisation == self.lead
    }
}

impl Act for UseHold {
    type State = DateHold;
    type Refusal = HoldRefusal;

    fn decide(self, hold: &DateHold, context: &Context) -> Result<Vec<HoldFact>, HoldRefusal> {
        Self::check(hold, context)?;
        let asked = standing(hold, context, &[HoldStanding::Asked, HoldStanding::Held])?;
        if !self.fits(asked) {
            return Err(HoldRefusal::ForAnother {
                date: asked.event.date,
            });
        }
        let application = self.application;
        Ok(vec![HoldFact::Used { application }])
    }
}
