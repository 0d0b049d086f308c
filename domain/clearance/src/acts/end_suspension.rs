//! The day is over until which a permit was suspended: it holds again. The clock does it; nobody does it by hand.

use super::{Allowed, Offered, On, by_itself, on_case, stage};
use crate::permit::Standing;
use crate::{Application, ApplicationFact, ClearanceRefusal, Permit, Stage, clock};
use act::{Act, Context, Date, Timestamp};

/// The stage in which there is one that ends.
const STANDS_IN: &[Stage] = &[Stage::Suspended];

/// End a suspension whose last day is over.
#[derive(Clone, Debug)]
pub struct EndSuspension;

/// The permit that is suspended until a day, with that day and the instant from which on it holds again.
pub(crate) fn ends(application: &Application) -> Option<(&Permit, Date, Timestamp)> {
    let permit = application.permit.as_ref()?;
    let Standing::Suspended { until, .. } = &permit.standing else {
        return None;
    };
    let (until, zone) = ((*until)?, &permit.content.zone);
    let from = clock::instant(
        until.tomorrow().ok()?.to_datetime(jiff::civil::Time::midnight()),
        zone,
    )?;
    let suspended = application.stage() == Stage::Suspended;
    suspended.then_some((permit, until, from))
}

impl EndSuspension {
    /// Whether the suspension ends now.
    ///
    /// # Errors
    /// The refusal that it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        ending(application, context).map(drop)
    }
}

fn ending<'a>(
    application: &'a Application,
    context: &Context,
) -> Result<(&'a Permit, Date), ClearanceRefusal> {
    by_itself(context)?;
    stage(application, STANDS_IN)?;
    match ends(application) {
        Some((permit, until, from)) if from <= context.at => Ok((permit, until)),
        _ => Err(ClearanceRefusal::SuspensionRuns),
    }
}

impl Offered for EndSuspension {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(EndSuspension::check(application, context))
    }
}

impl Act for EndSuspension {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let (permit, until) = ending(application, context)?;
        Ok(vec![ApplicationFact::SuspensionEnded {
            permit: permit.content.permit.clone(),
            until,
        }])
    }
}
