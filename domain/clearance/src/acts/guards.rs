//! What checks of acts have in common: who may, while the application stands where, and on which referral.

use crate::{Application, ClearanceRefusal, Outcome, Referral, Stage, clock};
use act::{AuthorityId, Context, Role};

/// The number of the question that an authority waits for an answer to.
pub(super) fn question_asked(referral: &Referral) -> Option<u32> {
    referral.open_question().map(|question| question.number)
}

/// The number of the offer that an authority waits for an answer to.
pub(super) fn open_offer(referral: &Referral) -> Option<u32> {
    referral.open_offer().map(|offer| offer.number)
}

pub(super) type Allowed = Result<(), ClearanceRefusal>;

/// The roles that apply on behalf of an organiser.
pub(super) const ORGANISER_ROLES: &[Role] = &[Role::Applicant, Role::Agent];
/// The roles that review for an authority.
pub(super) const REVIEW_ROLES: &[Role] = &[Role::Officer, Role::Decider];
/// The roles that decide for an authority.
pub(super) const DECIDE_ROLES: &[Role] = &[Role::Decider];
/// The roles that lead.
pub(super) const LEAD_ROLES: &[Role] = &[Role::Coordinator];

pub(super) fn role(context: &Context, allowed: &'static [Role]) -> Allowed {
    if allowed.contains(&context.actor.role) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotYourRole {
            role: context.actor.role,
            allowed,
        })
    }
}

/// What a rule causes, no person does.
pub(super) fn by_itself(context: &Context) -> Allowed {
    if context.actor.is_rule() {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotByHand)
    }
}

pub(super) fn stage(application: &Application, needed: &'static [Stage]) -> Allowed {
    let stage = application.stage();
    if needed.contains(&stage) {
        Ok(())
    } else {
        Err(ClearanceRefusal::WrongStage { stage, needed })
    }
}

pub(super) fn organiser(application: &Application, context: &Context) -> Allowed {
    role(context, ORGANISER_ROLES)?;
    if application.is_organised_by(context.actor.organisation) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotAnOrganiser)
    }
}

pub(super) fn lead(application: &Application, context: &Context) -> Allowed {
    role(context, LEAD_ROLES)?;
    if application.is_led_by(context.actor.organisation) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotTheLead)
    }
}

/// Reviewing ends with the event: whatever leads to a permit is refused once there is nothing left to permit.
pub(super) fn not_over(application: &Application, context: &Context) -> Allowed {
    match &application.submission {
        Some(submission) if submission.event.is_over(context.at) => Err(ClearanceRefusal::EventOver {
            date: submission.event.date,
        }),
        _ => Ok(()),
    }
}

/// Nothing that is handed in or changed helps an application that someone refused.
pub(super) fn not_refused(application: &Application) -> Allowed {
    match Outcome::of(application) {
        Outcome::Refused { .. } => Err(ClearanceRefusal::NoPermitPossible),
        _ => Ok(()),
    }
}

/// The referral of an authority, decided or not.
pub(super) fn referred<'a>(
    application: &'a Application,
    authority: &AuthorityId,
) -> Result<&'a Referral, ClearanceRefusal> {
    let referral = application.referrals.get(authority);
    referral.ok_or_else(|| ClearanceRefusal::NotReferred {
        authority: authority.clone(),
    })
}

/// Whether a referral was put to the actor's own organisation.
pub(super) fn put_to_own(referral: &Referral, context: &Context) -> Allowed {
    if referral.organisation == context.actor.organisation {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotYourAuthority {
            authority: referral.authority.clone(),
        })
    }
}

/// The undecided referral of an authority in an application that is in circulation, of an event that is not over.
pub(super) fn awaited<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
) -> Result<&'a Referral, ClearanceRefusal> {
    let referral = referred(application, authority)?;
    if let Some(decided) = &referral.decided {
        let authority = authority.clone();
        return Err(match decided.ended {
            Some(date) => ClearanceRefusal::SilenceCounts { authority, date },
            None => ClearanceRefusal::AlreadyDecided { authority },
        });
    }
    stage(application, &[Stage::InCirculation])?;
    not_over(application, context)?;
    Ok(referral)
}

/// The same, and its silence does not count: what the rulebook makes of it holds from the end of the period on, whenever it is
/// written down.
pub(super) fn undecided<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
) -> Result<&'a Referral, ClearanceRefusal> {
    let referral = awaited(application, context, authority)?;
    not_silent(referral, context)?;
    Ok(referral)
}

/// A referral whose silence does not count as of now.
pub(super) fn not_silent(referral: &Referral, context: &Context) -> Allowed {
    match clock::silent_at(referral, context.at) {
        Some(ended) => Err(ClearanceRefusal::SilenceCounts {
            authority: referral.authority.clone(),
            date: ended,
        }),
        None => Ok(()),
    }
}

/// The same, and it was put to the actor's own organisation.
pub(super) fn own<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
    roles: &'static [Role],
) -> Result<&'a Referral, ClearanceRefusal> {
    role(context, roles)?;
    let referral = undecided(application, context, authority)?;
    put_to_own(referral, context)?;
    Ok(referral)
}

pub(super) fn open_question(referral: &Referral, number: u32) -> Allowed {
    if question_asked(referral) == Some(number) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NoOpenQuestion { number })
    }
}

/// Whether an authority waits for no answer of the organiser: while one is awaited its clock stands still.
pub(super) fn waits_for_nobody(referral: &Referral) -> Allowed {
    match (question_asked(referral), open_offer(referral)) {
        (Some(number), _) => Err(ClearanceRefusal::QuestionOpen { number }),
        (None, Some(number)) => Err(ClearanceRefusal::OfferOpen { number }),
        (None, None) => Ok(()),
    }
}
