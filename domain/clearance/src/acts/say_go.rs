//! An authority whose consent a permit rests on says, in the days before the event and until its end, whether it can go ahead for its
//! part. It can be said anew, and the last holds. It never touches the permit: whether that stands is for whoever leads.

use super::{Allowed, Offered, On, REVIEW_ROLES, not_over, on_referrals, put_to_own, referred, role, stage};
use crate::{Application, ApplicationFact, ClearanceRefusal, DayFact, DayRefusal, Go, Permit, Stage};
use act::{Act, AuthorityId, Context, Reason};

/// Say go, or no-go.
#[derive(Clone, Debug)]
pub struct SayGo {
    /// The authority.
    pub authority: AuthorityId,
    /// Which.
    pub go: Go,
    /// Why; needed for no-go.
    pub reasons: Option<Reason>,
    /// Whether everyone may read why.
    pub for_all: bool,
}

impl SayGo {
    /// Whether the actor may say it for this authority now.
    ///
    /// # Errors
    /// The refusal that saying it would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        role(context, REVIEW_ROLES)?;
        put_to_own(referred(application, authority)?, context)?;
        stage(application, &[Stage::Permitted, Stage::Suspended])?;
        let permit = application.permit.as_ref();
        let rests_on = |permit: &Permit| {
            let mut all = permit.content.decisions.iter();
            all.any(|one| one.authority == *authority)
        };
        if !permit.is_some_and(rests_on) {
            return Err(DayRefusal::NotOnPermit {
                authority: authority.clone(),
            }
            .into());
        }
        near(application, context)?;
        not_over(application, context)
    }
}

/// The event is near.
pub(super) fn near(application: &Application, context: &Context) -> Allowed {
    let event = application.submission.as_ref().map(|one| &one.event);
    let from = application.days_of_notes().map(|(from, _)| from);
    match event.zip(from) {
        Some((event, from)) if event.local(context.at).date() < from => {
            Err(DayRefusal::TooEarly { from }.into())
        }
        _ => Ok(()),
    }
}

impl Offered for SayGo {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            SayGo::check(application, context, authority)
        })
    }
}

impl Act for SayGo {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        let SayGo {
            authority,
            go,
            reasons,
            for_all,
        } = self;
        if go == Go::NoGo && reasons.is_none() {
            return Err(DayRefusal::NoGoUnexplained.into());
        }
        // Without reasons there is nothing for anyone to read.
        let for_all = for_all && reasons.is_some();
        let last = application.day.said_by(&authority);
        if last.is_some_and(|one| (one.go, &one.reasons, one.for_all) == (go, &reasons, for_all)) {
            return Err(DayRefusal::SaidAlready.into());
        }
        Ok(vec![ApplicationFact::Day(DayFact::GoSaid {
            authority,
            go,
            reasons,
            for_all,
        })])
    }
}
