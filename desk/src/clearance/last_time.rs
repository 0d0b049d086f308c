//! What the last time taught: an application of an earlier event, as far as its reader may read it, beside the one that began with its
//! answers.

use super::{CaseView, Draft};
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, Date};
use clearance::{AskedOtherwise, asked_otherwise, same_weekday};
use rulebook::Rulebook;
use std::sync::Arc;

/// The application of an earlier event, seen from a draft that began with its answers.
#[derive(Clone, Debug)]
pub struct LastTime {
    /// That application, without what is not its reader's to see.
    pub view: CaseView,
    /// The version of the rules that it was decided by, where it is known here.
    pub rulebook: Option<Arc<Rulebook>>,
    /// What the rules ask otherwise now.
    pub otherwise: Vec<AskedOtherwise>,
    /// The same weekday a year later, ahead of today: a hint and no more.
    pub same_weekday: Option<Date>,
    /// Today, where the rules hold.
    pub today: Date,
}

impl Desk {
    /// What the last time taught whoever reads this draft; nothing where it copies no application, or one that is not this reader's to
    /// see: another who holds the new event may not have held the earlier one.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn last_time(&self, actor: &Actor, draft: &Draft) -> Result<Option<LastTime>, Fault> {
        let Some(view) = self.copied(actor, draft.copies).await? else {
            return Ok(None);
        };
        let Some(now) = self.rulebook_of(draft) else {
            return Ok(None);
        };
        let today = crate::rulebooks::today(&now, self.now());
        let (Some(submission), Some(today)) = (&view.application.submission, today) else {
            return Ok(None);
        };
        let pin = view.application.rulebook.as_ref();
        let then = pin.and_then(|pin| self.rulebooks().version(&pin.hash));
        Ok(Some(LastTime {
            otherwise: asked_otherwise(&now, then.as_deref(), &submission.answers),
            same_weekday: same_weekday(submission.event.date, today),
            rulebook: then,
            today,
            view,
        }))
    }

    /// The application that another began with the answers of, for whoever may read it.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn copied(
        &self,
        actor: &Actor,
        copy_of: Option<ApplicationId>,
    ) -> Result<Option<CaseView>, Fault> {
        let Some(copied) = copy_of else {
            return Ok(None);
        };
        match self.case(actor, copied).await {
            Ok(view) => Ok(Some(view)),
            Err(Fault::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }
}
