//! What people can do to an application: one act, one file. Each has a `check` that its page asks first, so that
//! no page shows an act that would be refused.

mod answer_question;
mod ask_question;
mod begin_review;
mod circulate;
mod decide;
mod hand_in;
mod issue_permit;
mod revoke_permit;
mod submit;
mod withdraw;
mod withdraw_question;

pub use answer_question::AnswerQuestion;
pub use ask_question::AskQuestion;
pub use begin_review::BeginReview;
pub use circulate::Circulate;
pub use decide::{Decide, LONGEST_CONDITIONS, MOST_CONDITIONS};
pub use hand_in::HandIn;
pub use issue_permit::IssuePermit;
pub use revoke_permit::RevokePermit;
pub use submit::{MOST_ORGANISERS, Submit};
pub use withdraw::Withdraw;
pub use withdraw_question::WithdrawQuestion;

use crate::{Application, ClearanceRefusal, Referral, Stage};
use act::{AuthorityId, Context, Role};

type Allowed = Result<(), ClearanceRefusal>;

/// The roles that apply on behalf of an organiser.
const ORGANISER_ROLES: &[Role] = &[Role::Applicant, Role::Agent];
/// The roles that review for an authority.
const REVIEW_ROLES: &[Role] = &[Role::Officer, Role::Decider];
/// The roles that decide for an authority.
const DECIDE_ROLES: &[Role] = &[Role::Decider];
/// The roles that lead.
const LEAD_ROLES: &[Role] = &[Role::Coordinator];

fn role(context: &Context, allowed: &'static [Role]) -> Allowed {
    if allowed.contains(&context.actor.role) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotYourRole {
            role: context.actor.role,
            allowed,
        })
    }
}

fn stage(application: &Application, needed: &'static [Stage]) -> Allowed {
    let stage = application.stage();
    if needed.contains(&stage) {
        Ok(())
    } else {
        Err(ClearanceRefusal::WrongStage { stage, needed })
    }
}

fn organiser(application: &Application, context: &Context) -> Allowed {
    role(context, ORGANISER_ROLES)?;
    if application.is_organised_by(context.actor.organisation) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotAnOrganiser)
    }
}

fn lead(application: &Application, context: &Context) -> Allowed {
    role(context, LEAD_ROLES)?;
    if application.is_led_by(context.actor.organisation) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotTheLead)
    }
}

/// Reviewing ends with the event: whatever leads to a permit is refused once there is nothing left to permit.
fn not_over(application: &Application, context: &Context) -> Allowed {
    match &application.submission {
        Some(submission) if submission.event.is_over(context.at) => Err(ClearanceRefusal::EventOver {
            date: submission.event.date,
        }),
        _ => Ok(()),
    }
}

/// The undecided referral of an authority in an application that is in circulation, of an event that is not over.
fn undecided<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
) -> Result<&'a Referral, ClearanceRefusal> {
    let referral = application
        .referrals
        .get(authority)
        .ok_or_else(|| ClearanceRefusal::NotReferred {
            authority: authority.clone(),
        })?;
    if referral.decided.is_some() {
        return Err(ClearanceRefusal::AlreadyDecided {
            authority: authority.clone(),
        });
    }
    stage(application, &[Stage::InCirculation])?;
    not_over(application, context)?;
    Ok(referral)
}

/// The same, and it was put to the actor's own organisation.
fn own<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
    roles: &'static [Role],
) -> Result<&'a Referral, ClearanceRefusal> {
    role(context, roles)?;
    let referral = undecided(application, context, authority)?;
    if referral.organisation == context.actor.organisation {
        Ok(referral)
    } else {
        Err(ClearanceRefusal::NotYourAuthority {
            authority: authority.clone(),
        })
    }
}

fn open_question(referral: &Referral, number: u32) -> Allowed {
    match referral.open_question() {
        Some(question) if question.number == number => Ok(()),
        _ => Err(ClearanceRefusal::NoOpenQuestion { number }),
    }
}
