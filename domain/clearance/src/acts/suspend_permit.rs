//! The lead authority stops a permit: it does not hold for now, until a day or until it is lifted.

use super::{Allowed, Offered, On, lead, not_over, on_case, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Days, Stage};
use act::{Act, Context, Date, Reason};

/// The stage in which there is one to stop.
const STANDS_IN: &[Stage] = &[Stage::Permitted];

/// Suspend a permit.
#[derive(Clone, Debug)]
pub struct SuspendPermit {
    /// Why.
    pub reasons: Reason,
    /// The last day on which it is not to hold; none, if it is lifted by hand.
    pub until: Option<Date>,
}

impl SuspendPermit {
    /// Whether the actor may suspend this application's permit now. After the event there is nothing left to stop.
    ///
    /// # Errors
    /// The refusal that suspending would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        lead(application, context)?;
        stage(application, STANDS_IN)?;
        not_over(application, context)
    }
}

/// A suspension that ends by itself ends before the event's day: one that is to last longer is given no day.
fn ends_before(application: &Application, context: &Context, until: Date) -> Allowed {
    let Some(submission) = &application.submission else {
        return Ok(());
    };
    let event = &submission.event;
    // Events are not taken with a zone that is unknown; one that a later program forgets is read as UTC.
    let zone = calendar::zone(&event.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let today = context.at.to_zoned_datetime(zone).date();
    if until < today || until >= event.date {
        return Err(ClearanceRefusal::SuspendedUntil(Days {
            date: until,
            from: today,
            to: event.date,
        }));
    }
    Ok(())
}

impl Offered for SuspendPermit {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(SuspendPermit::check(application, context))
    }
}

impl Act for SuspendPermit {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        if let Some(until) = self.until {
            ends_before(application, context, until)?;
        }
        let Some(permit) = &application.permit else {
            return Err(ClearanceRefusal::WrongStage {
                stage: application.stage(),
                needed: STANDS_IN,
            });
        };
        Ok(vec![ApplicationFact::PermitSuspended {
            permit: permit.content.permit.clone(),
            reasons: self.reasons,
            until: self.until,
            sealed: None,
        }])
    }
}
