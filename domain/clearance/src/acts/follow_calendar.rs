//! An authority's calendar changed, and the clock of what was put to it is reckoned with the new one. The program does it wherever
//! it concerns; nobody does it by hand, so that no case is left out.

use super::{by_itself, undecided};
use crate::{Application, ApplicationFact, ClearanceRefusal, Referral, reckon};
use act::{Act, AuthorityId, Context, Timestamp};
use calendar::OwnCalendar;

/// Reckon an authority's clock with the days that it entered.
#[derive(Clone, Debug)]
pub struct FollowCalendar {
    /// The authority.
    pub authority: AuthorityId,
    /// Its days.
    pub calendar: OwnCalendar,
    /// When it was changed: what is over by then stays, and nothing that is over only since.
    pub changed: Timestamp,
}

impl FollowCalendar {
    /// The referral whose clock can still be reckoned otherwise. What is decided, and a period that was over before the change
    /// where silence counts, stays as it was reckoned.
    fn open<'a>(
        &self,
        application: &'a Application,
        context: &Context,
    ) -> Result<&'a Referral, ClearanceRefusal> {
        by_itself(context)?;
        let then = Context {
            at: context.at.min(self.changed),
            ..context.clone()
        };
        undecided(application, &then, &self.authority)
    }

    /// The referral as its clock is reckoned by this calendar; none where it is reckoned by it, or by a later one, already.
    #[must_use]
    pub fn followed(&self, referral: &Referral, at: Timestamp) -> Option<Referral> {
        let is_news = referral.own.as_of < self.calendar.as_of;
        is_news.then(|| referral.with_calendar(&self.calendar, at))
    }
}

impl Act for FollowCalendar {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let referral = self.open(application, context)?;
        let followed = self.followed(referral, context.at);
        // No case loses its day because nobody knows which days are worked so far ahead.
        if followed
            .as_ref()
            .is_some_and(|followed| reckon(followed).is_err() && reckon(referral).is_ok())
        {
            return Err(ClearanceRefusal::DaysBeyondCalendar {
                authority: self.authority,
            });
        }
        let changed = |followed: Referral| ApplicationFact::CalendarChanged {
            authority: followed.authority,
            own: followed.own,
        };
        Ok(followed.map(changed).into_iter().collect())
    }
}
