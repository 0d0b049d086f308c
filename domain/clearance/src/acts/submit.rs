//! An organiser hands the application in: once, for all authorities; and again, if it was given back.

use super::{Allowed, ORGANISER_ROLES, organiser, role, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, Lead, Needed, RulebookPin, Stage, Submission};
use act::{Act, Context, Date};

/// How many may hold one event: the permit names them all, and has to fit its receipt.
pub const MOST_ORGANISERS: usize = 10;

/// Hand in an application.
#[derive(Clone, Debug)]
pub struct Submit {
    /// The reference that it will be known by; one that was given back keeps its own.
    pub reference: String,
    /// What is handed in.
    pub submission: Submission,
    /// The rulebook version in force, to which it will be bound.
    pub rulebook: RulebookPin,
    /// The authority that leads, by that rulebook.
    pub lead: Lead,
    /// The first and the last day on which that version says of itself that it holds.
    pub valid: (Date, Option<Date>),
    /// Today, in the event's zone.
    pub today: Date,
    /// Which of that version's rules need what of the submission is confided, where it was bound to another before.
    pub needed: Vec<Needed>,
}

impl Submit {
    /// Whether the actor may hand this application in at all.
    ///
    /// # Errors
    /// The refusal that handing it in would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        role(context, ORGANISER_ROLES)?;
        stage(application, &[Stage::Draft, Stage::Returned])?;
        match application.stage() {
            Stage::Returned => organiser(application, context),
            _ => Ok(()),
        }
    }

    /// Nobody is bound to a version that says of itself that it does not hold on the day of filing.
    fn holds(&self) -> Allowed {
        let (from, last) = self.valid;
        let date = self.today;
        match last {
            Some(last) if date > last => Err(ClearanceRefusal::RulebookEnded(last)),
            _ if date < from => Err(ClearanceRefusal::RulebookNotBegun(from)),
            _ => Ok(()),
        }
    }
}

impl Act for Submit {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        self.holds()?;
        whole(&self.submission, context)?;
        let date = self.submission.event.date;
        if date <= self.today {
            return Err(ClearanceRefusal::EventNotAhead { date });
        }
        let reference = match application.stage() {
            Stage::Returned => application.reference.clone(),
            _ => self.reference,
        };
        Ok(vec![ApplicationFact::Submitted {
            reference,
            submission: Box::new(self.submission),
            rulebook: self.rulebook,
            lead: self.lead,
            needed: self.needed,
        }])
    }
}

/// Whether what is handed in names who holds the event, the actor's own organisation among them, and has a part.
pub(super) fn whole(submission: &Submission, context: &Context) -> Allowed {
    let organisers = &submission.organisers;
    if organisers.is_empty() {
        return Err(ClearanceRefusal::NoOrganiser);
    }
    if organisers.len() > MOST_ORGANISERS {
        return Err(ClearanceRefusal::TooManyOrganisers {
            most: MOST_ORGANISERS,
            given: organisers.len(),
        });
    }
    let own = context.actor.organisation;
    if organisers.iter().all(|one| one.organisation != own) {
        return Err(ClearanceRefusal::NotAnOrganiser);
    }
    if submission.event.components.is_empty() {
        return Err(ClearanceRefusal::NoComponent);
    }
    Ok(())
}
