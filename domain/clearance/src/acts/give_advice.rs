//! Whoever holds a link gives the advice that was asked for by it, once. It is nobody's decision, and no clock waits for it.

use super::advising::awaited_advice;
use super::decide::can_be_advised;
use super::{Allowed, Offered, On, not_over, stage};
use crate::{
    Advice, AdviceGiven, AdviceRequest, Application, ApplicationFact, Attachment, ClearanceRefusal, Stage,
};
use act::{Act, AdviceId, AuthorityToAct, Context, Reason};

/// Give advice by a link.
#[derive(Clone, Debug)]
pub struct GiveAdvice {
    /// Which.
    pub advice: AdviceId,
    /// How many versions had been handed in before the one that was read.
    pub version: usize,
    /// What is advised.
    pub says: Advice,
    /// In words.
    pub words: Option<Reason>,
    /// A document that comes with it.
    pub document: Option<Attachment>,
}

impl GiveAdvice {
    /// Whether whoever holds that link may give the advice now: nobody else does, in whatever role.
    ///
    /// # Errors
    /// The refusal that giving it would meet.
    pub fn check(application: &Application, context: &Context, advice: AdviceId) -> Allowed {
        open(application, context, advice).map(drop)
    }
}

/// What was asked for by the link that is held, and can still be answered.
fn open<'a>(
    application: &'a Application,
    context: &Context,
    advice: AdviceId,
) -> Result<&'a AdviceRequest, ClearanceRefusal> {
    if context.actor.authority != (AuthorityToAct::Link { advice }) {
        return Err(ClearanceRefusal::AdviceNotAwaited);
    }
    let request = awaited_advice(application, advice)?;
    stage(application, &[Stage::InCirculation, Stage::Decided])?;
    not_over(application, context)?;
    if application.day(context.at) > request.asked.until {
        return Err(ClearanceRefusal::AdviceNotAwaited);
    }
    Ok(request)
}

impl Offered for GiveAdvice {
    /// No page of anybody's offers it: a link leads there.
    fn offered(_: &Application, _: &Context) -> Vec<On> {
        vec![]
    }
}

impl Act for GiveAdvice {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let request = open(application, context, self.advice)?;
        if self.version != application.earlier.len() {
            return Err(ClearanceRefusal::ChangedSince);
        }
        can_be_advised(&self.says.as_decision(), self.words.as_ref())?;
        Ok(vec![ApplicationFact::AdviceGiven(AdviceGiven {
            advice: self.advice,
            name: request.asked.name.clone(),
            office: request.asked.office.clone(),
            says: self.says,
            words: self.words,
            document: self.document,
            sealed: None,
        })])
    }
}
