//! After the event an organiser tells how it went, and what is to be thought of next time. It can be told anew, and the last holds.

use super::{Allowed, Offered, On, on_case, organiser};
use crate::{AfterReport, Application, ApplicationFact, ClearanceRefusal, DayFact, DayRefusal, Held};
use act::{Act, Context};

/// How often it can be told how an event went.
pub const MOST_REPORTS: usize = 20;

/// Tell how the event went.
#[derive(Clone, Debug)]
pub struct ReportAfter {
    /// How.
    pub report: AfterReport,
}

impl ReportAfter {
    /// Whether the actor may tell it now: once the event is over for which a permit had been issued.
    ///
    /// # Errors
    /// The refusal that telling would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        organiser(application, context)?;
        if application.permit.is_none() {
            return Err(DayRefusal::NoPermit.into());
        }
        match application.submission.as_ref().map(|one| &one.event) {
            Some(event) if !event.is_over(context.at) => Err(ClearanceRefusal::EventNotOver {
                date: event.last_day(),
            }),
            _ if application.day.reports.len() >= MOST_REPORTS => {
                Err(DayRefusal::ReportedTooOften { most: MOST_REPORTS }.into())
            }
            _ => Ok(()),
        }
    }
}

impl Offered for ReportAfter {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(ReportAfter::check(application, context))
    }
}

impl Act for ReportAfter {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let report = self.report;
        if report.held != Held::AsPermitted && report.otherwise.is_none() {
            return Err(DayRefusal::OtherwiseMissing.into());
        }
        if application
            .day
            .reports
            .last()
            .is_some_and(|(last, _)| *last == report)
        {
            return Err(DayRefusal::SaidAlready.into());
        }
        Ok(vec![ApplicationFact::Day(DayFact::Reported { report })])
    }
}
