//! An authority asks the organiser for more time. Nothing moves until the organiser agrees.

use super::{Allowed, Offered, On, REVIEW_ROLES, on_referrals, own};
use crate::{Application, ApplicationFact, ClearanceRefusal, Extension, reckon};
use act::{Act, AuthorityId, Context, Reason};

/// The most days that are asked for at once.
pub const MOST_DAYS: u32 = 366;

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
        let number = referral.extensions.last().map_or(0, |last| last.number) + 1;
        let asked = Extension::proposed(number, self.days, &self.reasons, context.at);
        // With more days than its calendar knows, nobody could tell any more by when it decides.
        if reckon(referral).is_ok() && reckon(&referral.with_agreed(&asked, context.at)).is_err() {
            return Err(ClearanceRefusal::DaysBeyondCalendar {
                authority: self.authority,
            });
        }
        Ok(vec![ApplicationFact::ExtensionProposed {
            authority: self.authority,
            number,
            days: self.days,
            reasons: self.reasons,
        }])
    }
}
