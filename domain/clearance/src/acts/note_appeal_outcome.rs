//! An organiser, or the authority that leads, notes how an appeal ended. What is to be done then is for whoever decided.

use super::note_appeal::within;
use super::{Allowed, Offered, On, lead, on_case, organiser};
use crate::{Appeal, AppealEnd, Application, ApplicationFact, ClearanceRefusal, NotedEnd};
use act::{Act, Context, Date, Reason, Role};

/// Note how an appeal ended.
#[derive(Clone, Debug)]
pub struct NoteAppealOutcome {
    /// Which, counted from 1.
    pub number: u32,
    /// How it ended.
    pub how: AppealEnd,
    /// On which day.
    pub day: Date,
    /// What was decided, in words.
    pub words: Reason,
}

impl NoteAppealOutcome {
    /// Whether the actor may note how an appeal ended: as long as one is open.
    ///
    /// # Errors
    /// The refusal that noting it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        match context.actor.role {
            Role::Coordinator => lead(application, context)?,
            _ => organiser(application, context)?,
        }
        let open = application.open_appeals().next();
        open.map(drop).ok_or(ClearanceRefusal::NoOpenAppeal)
    }
}

/// The open appeal of that number.
fn open(application: &Application, number: u32) -> Result<&Appeal, ClearanceRefusal> {
    let mut open = application.open_appeals();
    open.find(|one| one.number == number)
        .ok_or(ClearanceRefusal::NoOpenAppeal)
}

impl Offered for NoteAppealOutcome {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(NoteAppealOutcome::check(application, context))
    }
}

impl Act for NoteAppealOutcome {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let appeal = open(application, self.number)?;
        within(application, context, appeal.lodged, self.day, true)?;
        Ok(vec![ApplicationFact::AppealEnded(NotedEnd {
            number: self.number,
            how: self.how,
            day: self.day,
            words: self.words,
        })])
    }
}
