//! An organiser notes that it appealed against a decision. Nothing of the decision changes by that.

use super::{Allowed, Offered, On, on_case, organiser};
use crate::{Appealable, Appealed, Application, ApplicationFact, ClearanceRefusal, Days, NotedAppeal};
use act::{Act, Context, Date, Title};

/// The most appeals that are noted in a case.
pub const MOST_APPEALS: usize = 20;

/// Note an appeal.
#[derive(Clone, Debug)]
pub struct NoteAppeal {
    /// Against what.
    pub against: Appealed,
    /// To which body.
    pub body: Title,
    /// On which day.
    pub lodged: Date,
    /// Its reference, if it has one.
    pub reference: Option<Title>,
}

impl NoteAppeal {
    /// Whether the actor may note an appeal now: as long as something stands that none is open against.
    ///
    /// # Errors
    /// The refusal that noting it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        organiser(application, context)?;
        let all = application.appealable();
        if all.is_empty() {
            return Err(ClearanceRefusal::NothingToAppeal);
        }
        if application.appeals.len() >= MOST_APPEALS {
            return Err(ClearanceRefusal::AppealedTooOften(MOST_APPEALS));
        }
        if all.iter().all(|one| is_open(application, one)) {
            return Err(ClearanceRefusal::AppealOpen);
        }
        Ok(())
    }
}

/// Whether an appeal against just this is open: one against what stood before it is not.
fn is_open(application: &Application, appealable: &Appealable) -> bool {
    let mut open = application.open_appeals();
    open.any(|one| one.against == appealable.what && appealable.at <= one.by.at)
}

/// A day of an appeal lies between what it follows and today.
pub(super) fn within(
    application: &Application,
    context: &Context,
    from: Date,
    day: Date,
    ended: bool,
) -> Allowed {
    let to = application.day(context.at);
    if day < from || day > to {
        return Err(ClearanceRefusal::AppealDay {
            days: Days { date: day, from, to },
            ended,
        });
    }
    Ok(())
}

impl Offered for NoteAppeal {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(NoteAppeal::check(application, context))
    }
}

impl Act for NoteAppeal {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let all = application.appealable();
        let Some(appealable) = all.iter().find(|one| one.what == self.against) else {
            return Err(ClearanceRefusal::NothingToAppeal);
        };
        if is_open(application, appealable) {
            return Err(ClearanceRefusal::AppealOpen);
        }
        within(application, context, appealable.since, self.lodged, false)?;
        let last = application.appeals.last().map_or(0, |last| last.number);
        Ok(vec![ApplicationFact::AppealNoted(NotedAppeal {
            number: last + 1,
            against: self.against,
            body: self.body,
            lodged: self.lodged,
            reference: self.reference,
        })])
    }
}
