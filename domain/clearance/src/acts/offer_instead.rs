//! An authority offers something else instead of deciding: another day, other hours, another place, or another form. Only its own
//! clock stops, and nothing moves until the organiser answers.

use super::amend::{Amend, ahead};
use super::{Allowed, DECIDE_ROLES, Offered, On, not_refused, on_referrals, open_offer, own};
use crate::{Application, ApplicationFact, ClearanceRefusal, Event, Otherwise, Referral, filing_calendar};
use act::{Act, AuthorityId, Context, Reason};
use calendar::CalendarFault;

/// How often an authority offers something in one case, whatever it is answered: each time its clock stands still.
pub const MOST_OFFERS: usize = 20;

/// Offer something else.
#[derive(Clone, Debug)]
pub struct OfferInstead {
    /// The authority that offers it.
    pub authority: AuthorityId,
    /// What of the event would be otherwise. What is as it was applied for is left out.
    pub otherwise: Otherwise,
    /// Why.
    pub reasons: Reason,
}

impl OfferInstead {
    /// Whether the actor may offer something. A consultee advises, and says there what it would rather see; who waits for an
    /// answer already waits for that one first.
    ///
    /// # Errors
    /// The refusal that offering would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        offering(application, context, authority).map(drop)
    }
}

fn offering<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
) -> Result<&'a Referral, ClearanceRefusal> {
    let referral = own(application, context, authority, DECIDE_ROLES)?;
    if referral.advises() {
        return Err(ClearanceRefusal::NotItsDecision {
            authority: authority.clone(),
        });
    }
    // Nothing is applied for any more in place of what someone refused.
    not_refused(application)?;
    if let Some(question) = referral.open_question() {
        return Err(ClearanceRefusal::QuestionOpen {
            number: question.number,
        });
    }
    if let Some(number) = open_offer(referral) {
        return Err(ClearanceRefusal::OfferOpen { number });
    }
    if referral.offers_made() >= MOST_OFFERS {
        return Err(ClearanceRefusal::OfferedTooOften { most: MOST_OFFERS });
    }
    Ok(referral)
}

/// Whether what was offered could be applied for now: a day that was ahead once may not be any more.
///
/// # Errors
/// The refusal that an amendment to it would meet.
pub fn could_be_taken_up(application: &Application, context: &Context, otherwise: &Otherwise) -> Allowed {
    Amend::check(application, context)?;
    let now = application.submission.as_ref().map(|one| &one.event);
    now.map_or(Ok(()), |now| ahead(now, &otherwise.of(now), context))
}

/// Whether the event as it would be could be applied for: it is ahead, and on a day that the authority's calendar knows.
fn could_be_applied_for(referral: &Referral, now: &Event, then: &Event, context: &Context) -> Allowed {
    ahead(now, then, context)?;
    let calendar = filing_calendar(&referral.terms.calendar, Some(&referral.own));
    match calendar.map(|calendar| calendar.is_working_day(then.date)) {
        Some(Err(CalendarFault::OutOfRange { date, from, to, .. })) => Err(ClearanceRefusal::CalendarEnds {
            authority: referral.authority.clone(),
            date,
            from,
            to,
        }),
        _ => Ok(()),
    }
}

impl Offered for OfferInstead {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            OfferInstead::check(application, context, authority)
        })
    }
}

impl Act for OfferInstead {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let referral = offering(application, context, &self.authority)?;
        let Some(event) = application.submission.as_ref().map(|one| &one.event) else {
            return Err(ClearanceRefusal::OffersNothingElse);
        };
        let otherwise = self.otherwise.than(event);
        if otherwise.is_nothing() {
            return Err(ClearanceRefusal::OffersNothingElse);
        }
        if otherwise.moves_the_event() {
            could_be_applied_for(referral, event, &otherwise.of(event), context)?;
        }
        let mut facts = Vec::new();
        // Offering is reviewing, as asking is.
        if referral.review_begun.is_none() {
            facts.push(ApplicationFact::ReviewBegun {
                authority: self.authority.clone(),
            });
        }
        facts.push(ApplicationFact::CounterOffered {
            number: referral.next_offer(),
            authority: self.authority,
            otherwise,
            reasons: self.reasons,
        });
        Ok(facts)
    }
}
