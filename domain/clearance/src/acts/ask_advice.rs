//! The lead, or an authority for its own decision, asks somebody without an account for advice, by a link that works once. That moves
//! no clock.

use super::advising::{awaited_advice, may_ask};
use super::{Allowed, Offered, On, on_case, on_referrals};
use crate::{AdviceAsked, AdviceRequest, Application, ApplicationFact, ClearanceRefusal, Days};
use act::{Act, AdviceId, Context};
use std::collections::BTreeSet;

/// How often advice can be asked for by links in one case.
pub const MOST_ADVICE: usize = 50;

/// Ask somebody for advice. Who was asked before in the same name and office, and has not answered, is asked anew by it: the earlier
/// link ends.
#[derive(Clone, Debug)]
pub struct AskAdvice {
    /// Whom, what, and until when. The edge makes its id.
    pub asked: AdviceAsked,
}

impl AskAdvice {
    /// Whether the actor may ask for advice now: for an authority's own decision, or, with none, as the lead for the case.
    ///
    /// # Errors
    /// The refusal that asking would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: Option<&act::AuthorityId>,
    ) -> Allowed {
        may_ask(application, context, authority)?;
        if application.advice.len() >= MOST_ADVICE {
            return Err(ClearanceRefusal::AdviceAskedTooOften(MOST_ADVICE));
        }
        Ok(())
    }

    /// Until a day on which there is still something to advise on.
    fn ends_in_time(&self, application: &Application, context: &Context) -> Allowed {
        let event = application.submission.as_ref().map(|one| one.event.date);
        let from = application.day(context.at);
        let (date, to) = (self.asked.until, event.unwrap_or(from));
        if date < from || date > to {
            return Err(ClearanceRefusal::AdviceDay(Days { date, from, to }));
        }
        Ok(())
    }

    /// The request in whose place this one comes, if there is one.
    fn replaces(&self, application: &Application) -> Result<Option<AdviceId>, ClearanceRefusal> {
        let asked = &self.asked;
        let is_of_asker = |one: &&AdviceRequest| one.asked.authority == asked.authority;
        if let Some(before) = asked.replaces {
            let before = awaited_advice(application, before)?;
            return match is_of_asker(&before) {
                true => Ok(Some(before.asked.advice)),
                false => Err(ClearanceRefusal::AdviceNotAwaited),
            };
        }
        let mut same = application.awaited_advice(asked.authority.as_ref());
        let same = same.find(|one| one.asked.name == asked.name && one.asked.office == asked.office);
        Ok(same.map(|one| one.asked.advice))
    }
}

impl Offered for AskAdvice {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        let as_lead = on_case(AskAdvice::check(application, context, None));
        let own = on_referrals(application, |one| {
            AskAdvice::check(application, context, Some(one))
        });
        as_lead.into_iter().chain(own).collect()
    }
}

impl Act for AskAdvice {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, self.asked.authority.as_ref())?;
        self.ends_in_time(application, context)?;
        // Whoever does not read a document hands it on to nobody.
        let read = application.attachments_read_by(context.actor.organisation);
        let there: BTreeSet<_> = read.map(|one| one.attachment).collect();
        if self.asked.documents.iter().any(|one| !there.contains(one)) {
            return Err(ClearanceRefusal::NoSuchDocument);
        }
        let replaces = self.replaces(application)?;
        let mut asked = AdviceAsked {
            replaces,
            ..self.asked
        };
        // A document that is named twice is read no better.
        let mut named = BTreeSet::new();
        asked.documents.retain(|one| named.insert(*one));
        Ok(vec![ApplicationFact::AdviceAsked(asked)])
    }
}
