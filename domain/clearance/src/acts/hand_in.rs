//! The organiser hands a document in that was missing when it applied: to all who read the application, or to few of them.

use super::{Allowed, Confide, Offered, On, not_over, not_refused, on_case, organiser, stage};
use crate::{Application, ApplicationFact, Attachment, ClearanceRefusal, Confided, Permit, Piece, Stage};
use act::{Act, AuthorityId, Context, Reason, Recorded, State};

/// How many documents a case takes, those of the application with them. That is twice what an application takes: whoever applied
/// with all of them can still hand in what was missing.
pub const MOST_DOCUMENTS: usize = 40;

/// Hand in a document.
#[derive(Clone, Debug)]
pub struct HandIn {
    /// The document.
    pub attachment: Attachment,
    /// To whom it is confided with that; none where all who read the case read it.
    pub few: Option<ToFew>,
}

/// Who alone reads a document from the moment in which it is handed in, and why: as [`Confide`] says it.
#[derive(Clone, Debug)]
pub struct ToFew {
    /// The authorities that are to read it beside those who read it always.
    pub among: Vec<AuthorityId>,
    /// Why.
    pub reasons: Reason,
    /// The rules that want the document; whoever hands it in gives nothing.
    pub rules: Vec<String>,
}

impl HandIn {
    /// Whether the actor may hand a document in: as long as a permit can come of it, and with a permit as long as a condition of it
    /// is not discharged, which it may show to be kept.
    ///
    /// # Errors
    /// The refusal that handing it in would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        organiser(application, context)?;
        if application.live_permit().is_some_and(has_open_conditions) {
            return Ok(());
        }
        stage(
            application,
            &[Stage::Submitted, Stage::InCirculation, Stage::Decided],
        )?;
        not_over(application, context)?;
        not_refused(application)
    }
}

impl Application {
    /// Whether the actor could hand a document in for few: nobody confides without end.
    #[must_use]
    pub fn can_hand_in_to_few(&self, context: &Context) -> bool {
        Confide::has_room(self, context)
    }
}

/// Whether a condition of the permit is not discharged.
fn has_open_conditions(permit: &Permit) -> bool {
    let mut conditions = permit.conditions().into_iter();
    conditions.any(|one| one.discharged().is_none())
}

impl Offered for HandIn {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(HandIn::check(application, context))
    }
}

impl Act for HandIn {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let there = application.submission.iter().flat_map(|one| &one.attachments);
        let is_same = |one: &Attachment| {
            one.sha256 == self.attachment.sha256 && one.document == self.attachment.document
        };
        if there.clone().any(is_same) {
            return Err(ClearanceRefusal::AlreadyHandedIn);
        }
        if there.count() >= MOST_DOCUMENTS {
            return Err(ClearanceRefusal::TooManyDocuments(MOST_DOCUMENTS));
        }
        let piece = Piece::Document(self.attachment.attachment);
        let mut facts = vec![ApplicationFact::DocumentHandedIn(self.attachment)];
        if let Some(few) = self.few {
            let mut then = application.clone();
            for fact in facts.clone() {
                let by = context.clone();
                then.evolve(&Recorded { fact, by });
            }
            let confide = Confide {
                piece,
                among: Some(few.among),
                reasons: few.reasons,
                rules: few.rules,
            };
            facts.push(ApplicationFact::Confided(Confided {
                at_once: true,
                ..confide.confided(&then, context)?
            }));
        }
        Ok(facts)
    }
}
