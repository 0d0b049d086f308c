//! An organiser shows that a condition of the permit is kept. It waits then for the authority that set it.

use super::condition::{on_conditions, undischarged};
use super::{Allowed, Offered, On, organiser};
use crate::{Application, ApplicationFact, ClearanceRefusal, OnPermit};
use act::{Act, AttachmentId, AuthorityId, Context, Reason};
use std::collections::BTreeSet;

/// How often something can be shown for one condition.
pub const MOST_PROOFS: usize = 20;

/// Show that a condition is kept.
#[derive(Clone, Debug)]
pub struct ShowKept {
    /// The authority that set it.
    pub authority: AuthorityId,
    /// Which of its conditions, counted from 1 as the permit has them.
    pub number: u32,
    /// How it is kept.
    pub words: Reason,
    /// The documents of the case that show it.
    pub documents: Vec<AttachmentId>,
}

impl ShowKept {
    /// Whether the actor may show this condition to be kept now.
    ///
    /// # Errors
    /// The refusal that showing it would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        wanting(application, context, authority, number).map(drop)
    }
}

/// The condition, for which something is still to be shown.
fn wanting<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
    number: u32,
) -> Result<OnPermit<'a>, ClearanceRefusal> {
    organiser(application, context)?;
    let condition = undischarged(application, authority, number)?;
    if condition.open_proof().is_some() {
        return Err(ClearanceRefusal::ProofWaits {
            authority: authority.clone(),
        });
    }
    if condition.proofs().len() >= MOST_PROOFS {
        return Err(ClearanceRefusal::ShownTooOften(MOST_PROOFS));
    }
    Ok(condition)
}

impl Offered for ShowKept {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_conditions(application, |authority, number| {
            ShowKept::check(application, context, authority, number)
        })
    }
}

impl Act for ShowKept {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let condition = wanting(application, context, &self.authority, self.number)?;
        let there: BTreeSet<_> = application.attachments().map(|one| one.attachment).collect();
        if self.documents.iter().any(|one| !there.contains(one)) {
            return Err(ClearanceRefusal::NoSuchDocument);
        }
        // A document that is named twice shows no more.
        let mut named = BTreeSet::new();
        let mut documents = self.documents;
        documents.retain(|one| named.insert(*one));
        let last = condition.proofs().last().map_or(0, |last| last.number);
        Ok(vec![ApplicationFact::ConditionShown {
            authority: self.authority,
            number: self.number,
            proof: last + 1,
            words: self.words,
            documents,
        }])
    }
}
