//! An authority asks the organiser for more time. Nothing moves until the organiser agrees.

use super::{Allowed, Offered, On, REVIEW_ROLES, on_referrals, own};
use crate::{Application, ApplicationFact, ClearanceRefusal, Extension, Referral, reckon};
use act::{Act, AuthorityId, Context, Reason};

/// The most days that are asked for at once.
pub const MOST_DAYS: u32 = 366;

/// How often an authority asks for more time in one case, whatever it is answered.
pub const MOST_TIMES: usize = 20;

/// Whether the day can still be reckoned with these days more: with more than its calendar knows, nobody could tell any more by
/// when an authority decides. An open question or offer is taken as answered now: later it would need still more days.
pub(super) fn reaches(referral: &Referral, asked: &Extension, context: &Context) -> Allowed {
    let running = referral.answered_at(context.at);
    if reckon(&running).is_ok() && reckon(&running.with_agreed(asked, context.at)).is_err() {
        return Err(ClearanceRefusal::DaysBeyondCalendar {
            authority: referral.authority.clone(),
        });
    }
    Ok(())
}

/// Ask for more time. What was asked for before and is not answered yet, this takes the place of.
#[derive(Clone, Debug)]
pub struct ProposeExtension {
    /// The authority that asks.
    pub authority: AuthorityId,
    /// How many days more: of the period's unit; calendar days where it is a period of months.
    pub days: u32,
    /// Why.
    pub reasons: Reason,
}

impl ProposeExtension {
    /// Whether the actor may ask for more time.
    ///
    /// # Errors
    /// The refusal that asking would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        own(application, context, authority, REVIEW_ROLES).map(drop)
    }
}

impl Offered for ProposeExtension {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            ProposeExtension::check(application, context, authority)
        })
    }
}

impl Act for ProposeExtension {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let referral = own(application, context, &self.authority, REVIEW_ROLES)?;
        if self.days == 0 || self.days > MOST_DAYS {
            return Err(ClearanceRefusal::NotSoManyDays {
                most: MOST_DAYS,
                given: self.days,
            });
        }
        if referral.times_asked() >= MOST_TIMES {
            return Err(ClearanceRefusal::AskedTooOften(MOST_TIMES));
        }
        let last = referral
            .rounds()
            .filter_map(|one| one.extensions.last())
            .next_back();
        let number = last.map_or(0, |last| last.number) + 1;
        let asked = Extension::proposed(number, self.days, &self.reasons, context.at);
        if referral
            .open_extension()
            .is_some_and(|open| open.asks_the_same(&asked))
        {
            return Err(ClearanceRefusal::AskedAlready);
        }
        reaches(referral, &asked, context)?;
        Ok(vec![ApplicationFact::ExtensionProposed {
            authority: self.authority,
            number,
            days: self.days,
            reasons: self.reasons,
        }])
    }
}
