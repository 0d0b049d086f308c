//! A condition is ticked on the day: an organiser shows it to be kept, with a photo, or its authority discharges it. It comes under a
//! key of its own, perhaps long after it was made, and counts once however often it comes.

use super::{CaseAct, HandIn, MOST_DOCUMENTS, ShowKept};
use crate::{Application, ApplicationFact, Attachment, ClearanceRefusal, DayFact, Sending};
use act::{Act, Context};

/// Tick a condition.
#[derive(Clone, Debug)]
pub struct FromPhone {
    /// What is shown or discharged.
    pub act: CaseAct,
    /// The photo that shows it; of an organiser alone.
    pub photo: Option<Attachment>,
    /// How it came.
    pub sending: Sending,
}

impl Act for FromPhone {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let FromPhone { act, photo, sending } = self;
        if application.day.has(sending.key) {
            return Ok(vec![]);
        }
        let mut facts = match (act, photo) {
            (CaseAct::ShowKept(act), Some(photo)) => with_photo(act, photo, application, context)?,
            (act, _) => act.decide(application, context)?,
        };
        let arrived = facts.iter().find_map(|fact| match fact {
            ApplicationFact::ConditionShown {
                authority,
                number,
                proof,
                ..
            } => Some((authority.clone(), *number, Some(*proof))),
            ApplicationFact::ConditionDischarged {
                authority, number, ..
            } => Some((authority.clone(), *number, None)),
            _ => None,
        });
        if let Some((authority, number, proof)) = arrived {
            facts.push(ApplicationFact::Day(DayFact::Arrived {
                sending: sending.arriving(context.at),
                authority,
                number,
                proof,
            }));
        }
        Ok(facts)
    }
}

/// The photo is handed in as a document of the case, unless that very file was, and is named as what shows it.
fn with_photo(
    mut act: ShowKept,
    photo: Attachment,
    application: &Application,
    context: &Context,
) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
    let mut there = application.attachments();
    if let Some(same) = there.find(|one| one.sha256 == photo.sha256) {
        act.documents.push(same.attachment);
        return act.decide(application, context);
    }
    // Whether it can be shown at all comes before whether there is room for a document.
    let bare = ShowKept {
        documents: vec![],
        ..act.clone()
    };
    let shown = bare.decide(application, context)?;
    HandIn::check(application, context)?;
    let handed_in = application.submission.iter().flat_map(|one| &one.attachments);
    if handed_in.count() >= MOST_DOCUMENTS {
        return Err(ClearanceRefusal::TooManyDocuments(MOST_DOCUMENTS));
    }
    let id = photo.attachment;
    let name_it = |fact| match fact {
        ApplicationFact::ConditionShown {
            authority,
            number,
            proof,
            words,
            ..
        } => ApplicationFact::ConditionShown {
            authority,
            number,
            proof,
            words,
            documents: vec![id],
        },
        other => other,
    };
    let handed_in = ApplicationFact::DocumentHandedIn(photo);
    Ok([handed_in]
        .into_iter()
        .chain(shown.into_iter().map(name_it))
        .collect())
}
