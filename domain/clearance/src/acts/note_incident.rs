//! Whoever holds the event, or was asked about it, notes what happened. A note stands: it is neither changed nor taken back, and another
//! can follow. What comes again under the same key counts once.

use super::say_go::near;
use super::{Allowed, Offered, On, REVIEW_ROLES, lead, on_case, organiser, role};
use crate::{
    Application, ApplicationFact, ClearanceRefusal, DayFact, DayRefusal, Incident, MOST_NOTES, Sending,
};
use act::{Act, AuthorityId, Context};

/// Note what happened.
#[derive(Clone, Debug)]
pub struct NoteIncident {
    /// What.
    pub incident: Incident,
    /// How it came.
    pub sending: Option<Sending>,
}

impl NoteIncident {
    /// Whether the actor may note something now: from some days before the event until some weeks after it, whatever became of the
    /// permit meanwhile.
    ///
    /// # Errors
    /// The refusal that noting would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        let whose = whose(application, context)?;
        // Each has notes of its own: nobody uses up those of the others.
        let notes = application.day.notes.iter().filter(|one| one.authority == whose);
        if application.permit.is_none() {
            return Err(DayRefusal::NoPermit.into());
        }
        near(application, context)?;
        let event = application.submission.as_ref().map(|one| &one.event);
        match event.zip(application.days_of_notes()) {
            Some((event, (_, to))) if event.local(context.at).date() > to => {
                Err(DayRefusal::TooLate { to }.into())
            }
            _ if notes.count() >= MOST_NOTES => Err(DayRefusal::TooManyNotes { most: MOST_NOTES }.into()),
            _ => Ok(()),
        }
    }
}

/// The authority for which the actor notes something; none where it is an organiser.
fn whose(application: &Application, context: &Context) -> Result<Option<AuthorityId>, ClearanceRefusal> {
    let Err(not_organiser) = organiser(application, context) else {
        return Ok(None);
    };
    if lead(application, context).is_ok() {
        return Ok(application.lead.as_ref().map(|lead| lead.authority.clone()));
    }
    if role(context, REVIEW_ROLES).is_err() {
        return Err(not_organiser);
    }
    let own = application.in_order().into_iter();
    let mut own = own.filter(|one| one.organisation == context.actor.organisation);
    let own = own.next().map(|one| one.authority.clone());
    own.map(Some).ok_or(ClearanceRefusal::NotAnOrganiser)
}

impl Offered for NoteIncident {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(NoteIncident::check(application, context))
    }
}

impl Act for NoteIncident {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let authority = whose(application, context)?;
        if self.sending.is_some_and(|one| application.day.has(one.key)) {
            return Ok(vec![]);
        }
        Self::check(application, context)?;
        if self.incident.seen > context.at {
            return Err(DayRefusal::SeenAhead.into());
        }
        let last = application.day.notes.last().map_or(0, |one| one.number);
        Ok(vec![ApplicationFact::Day(DayFact::IncidentNoted {
            number: last + 1,
            authority,
            incident: self.incident,
            sending: self.sending.map(|one| one.arriving(context.at)),
        })])
    }
}
