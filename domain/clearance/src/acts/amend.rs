//! The organiser changes an application that is before the authorities. Whom the change concerns decides again; nobody else does.

use super::hand_in::MOST_DOCUMENTS;
use super::submit::whole;
use super::{Allowed, Offered, On, not_over, not_refused, not_silent, on_case, organiser, stage};
use crate::amendment::Change;
use crate::{
    Application, ApplicationFact, ClearanceRefusal, Event, InsuranceFact, Offer, OpenOffers, Organiser,
    PlannedReferral, Reads, Referral, Stage, Submission,
};
use act::{Act, AuthorityId, Context};
use std::collections::BTreeSet;

/// The stages in which an application is amended: before that it is given back or withdrawn, after it there is a permit.
const AMENDED_IN: &[Stage] = &[Stage::InCirculation, Stage::Decided];

/// How often an application is amended: each time all that was handed in is kept.
pub const MOST_AMENDMENTS: usize = 50;

/// Amend an application.
#[derive(Clone, Debug)]
pub struct Amend {
    /// What is applied for from now on.
    pub submission: Submission,
    /// Whom the version that the application is bound to asks about it ([`crate::plan`]); whoever amends gives nothing.
    pub plan: Vec<PlannedReferral>,
    /// What the rules read by which authorities are asked, before and after ([`crate::reads`]).
    pub reads: Reads,
    /// Which offers were open when whoever amends read what that does: to those that it meets, and to those that end by it. None
    /// where nothing was read, as where a program amends.
    pub offers: Option<OpenOffers>,
}

impl Amend {
    /// Whether the actor may amend this application. While a silence counts that is not written down yet, nobody may: it could be
    /// a refusal.
    ///
    /// # Errors
    /// The refusal that amending would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        organiser(application, context)?;
        stage(application, AMENDED_IN)?;
        not_over(application, context)?;
        not_refused(application)?;
        if application.amendments() >= MOST_AMENDMENTS {
            return Err(ClearanceRefusal::AmendedTooOften(MOST_AMENDMENTS));
        }
        let mut referrals = application.referrals.values();
        referrals.try_for_each(|referral| not_silent(referral, context))
    }
}

impl Offered for Amend {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(Amend::check(application, context))
    }
}

impl Act for Amend {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let Some(before) = &application.submission else {
            return Err(ClearanceRefusal::WrongStage {
                stage: application.stage(),
                needed: AMENDED_IN,
            });
        };
        let after = going_on_from(before, self.submission);
        whole(&after, context)?;
        ahead(&before.event, &after.event, context)?;
        if is_the_same(before, &after) {
            return Err(ClearanceRefusal::NothingChanged);
        }
        if after.attachments.len() > MOST_DOCUMENTS {
            return Err(ClearanceRefusal::TooManyDocuments(MOST_DOCUMENTS));
        }
        if self.plan.is_empty() {
            return Err(ClearanceRefusal::NoAuthority);
        }
        let change = Change::between(before, &after);
        let mut facts = accepting(application, &after.event, self.offers.as_ref())?;
        let short = fall_short(application, &before.event, &after.event);
        facts.push(ApplicationFact::Amended {
            submission: Box::new(after),
        });
        let still: BTreeSet<_> = self.plan.iter().map(|one| one.authority.clone()).collect();
        for planned in self.plan {
            match application.referrals.get(&planned.authority) {
                None => facts.push(ApplicationFact::Referred(planned)),
                Some(referral) => {
                    let because = change.concerning(referral, &planned, &self.reads);
                    if !because.is_empty() {
                        facts.push(ApplicationFact::Reopened {
                            referral: planned,
                            because,
                        });
                    }
                }
            }
        }
        let unplanned = application.in_order().into_iter();
        let unplanned = unplanned.filter(|one| !still.contains(&one.authority));
        let unplanned = unplanned.filter_map(|referral| unplanned_by_now(referral, &change, &self.reads));
        // Who decides anew comes before who is asked no longer: nobody is told in between that all have agreed.
        let anew = |fact: &ApplicationFact| matches!(fact, ApplicationFact::Reopened { .. });
        let (reopened, released): (Vec<_>, Vec<_>) = unplanned.partition(anew);
        facts.extend(reopened.into_iter().chain(released));
        let asked = |one: &InsuranceFact| !is_left(&facts, one.authority());
        let short: Vec<_> = short.into_iter().filter(asked).collect();
        facts.extend(short.into_iter().map(ApplicationFact::Insurance));
        Ok(facts)
    }
}

/// The certificates of insurance that do not cover the event once it moved: that is told anew, each time that it moves.
fn fall_short(application: &Application, was: &Event, is: &Event) -> Vec<InsuranceFact> {
    let moved = (was.date, was.from, was.until) != (is.date, is.from, is.until);
    let all = application.insurances_that_count().into_iter();
    let all = all.filter(|_| moved);
    let short = all.filter_map(|one| {
        Some(InsuranceFact::FoundShort {
            authority: one.authority.clone(),
            insurance: one.number,
            uncovered: one.certificate.uncovered(is)?,
            event: is.date,
        })
    });
    short.collect()
}

/// Whether an amendment has an authority asked no longer.
fn is_left(facts: &[ApplicationFact], whom: &AuthorityId) -> bool {
    facts.iter().any(|fact| match fact {
        ApplicationFact::NoLongerAsked { authority, .. } => authority == whom,
        _ => false,
    })
}

/// What becomes of an authority that no rule asks after the change: asked by hand it stays asked, and decides again what every
/// decision is given for.
fn unplanned_by_now(referral: &Referral, change: &Change, reads: &Reads) -> Option<ApplicationFact> {
    if referral.by_hand.is_none() {
        return Some(ApplicationFact::NoLongerAsked {
            authority: referral.authority.clone(),
            because: change.answers_read(referral.grounds.iter(), reads),
        });
    }
    let planned = PlannedReferral::from(referral);
    let because = change.concerning(referral, &planned, reads);
    (!because.is_empty()).then_some(ApplicationFact::Reopened {
        referral: planned,
        because,
    })
}

/// That the offers are accepted that are applied for now; unless those that are open are not those that were read: one was made or taken
/// back since.
fn accepting(
    application: &Application,
    event: &Event,
    read: Option<&OpenOffers>,
) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
    if read.is_some_and(|read| *read != application.open_offers()) {
        return Err(ClearanceRefusal::OffersChangedSince);
    }
    let accepted = |(referral, offer): (&Referral, &Offer)| ApplicationFact::OfferAnswered {
        authority: referral.authority.clone(),
        number: offer.number,
        accepted: true,
        reasons: None,
    };
    Ok(application.offers_met(event).map(accepted).collect())
}

/// What is handed in, in what an amendment does not change: those who held the event and still do stand first, in their order and
/// by the names that they had then, and what it follows from stays.
fn going_on_from(before: &Submission, mut after: Submission) -> Submission {
    let is = |one: &Organiser, other: &Organiser| one.organisation == other.organisation;
    let stays = |one: &&Organiser| after.organisers.iter().any(|other| is(one, other));
    let stay: Vec<_> = before.organisers.iter().filter(stays).cloned().collect();
    after
        .organisers
        .retain(|one| !stay.iter().any(|other| is(one, other)));
    after.organisers = stay.into_iter().chain(after.organisers).collect();
    after.cites = before.cites;
    after
}

/// Whether the event is still to come as amended; another day has to be ahead as when it is applied for.
pub(super) fn ahead(was: &Event, is: &Event, context: &Context) -> Allowed {
    let today = is.local(context.at).date();
    if is.is_over(context.at) || is.date != was.date && is.date <= today {
        return Err(ClearanceRefusal::EventNotAhead { date: is.date });
    }
    Ok(())
}

/// Whether nothing is changed: the same files in another order are the same.
fn is_the_same(before: &Submission, after: &Submission) -> bool {
    let files = |one: &Submission| -> BTreeSet<_> {
        let files = one.attachments.iter();
        files
            .map(|file| (file.attachment, file.document.clone()))
            .collect()
    };
    (&before.event, &before.answers, &before.organisers) == (&after.event, &after.answers, &after.organisers)
        && files(before) == files(after)
}
