//! What people can do to the record of meetings and of what came of them: one act, one file. What records a line
//! implements [`crate::Citing`] and becomes an act beside its source; the others are acts by themselves.

mod add_milestone;
mod add_subject;
mod answer_request;
mod assess_commitment;
mod assign_task;
mod end_task;
mod establish_relationship;
mod freeze_source;
mod link_subjects;
mod make_commitment;
mod make_request;
mod reassign_task;
mod record_meeting;
mod record_statement;
mod remind;
mod sign_off;
mod take_back_commitment;
mod take_back_line;
mod take_back_our_line;
mod take_back_request;
mod take_up_request;
mod write_line;

pub use add_milestone::AddMilestone;
pub use add_subject::AddSubject;
pub use answer_request::AnswerRequest;
pub use assess_commitment::AssessCommitment;
pub use assign_task::AssignTask;
pub use end_task::EndTask;
pub use establish_relationship::EstablishRelationship;
pub use freeze_source::FreezeSource;
pub use link_subjects::LinkSubjects;
pub use make_commitment::MakeCommitment;
pub use make_request::MakeRequest;
pub use reassign_task::ReassignTask;
pub use record_meeting::RecordMeeting;
pub use record_statement::RecordStatement;
pub use remind::{RemindOfCommitment, RemindOfTask};
pub use sign_off::SignOff;
pub use take_back_commitment::TakeBackCommitment;
pub use take_back_line::{MadeThere, TakeBackLine};
pub use take_back_our_line::TakeBackOurLine;
pub use take_back_request::{TakeBackAnswer, TakeBackRequest};
pub use take_up_request::TakeUpRequest;
pub use write_line::WriteLine;

use crate::guard::{DESK, role};
use crate::{Commitment, EngagementRefusal, Excerpt, Meeting, Request, Side};
use act::{Context, Date, OrganisationId, PersonId, Role, SubjectId};
use identity::When;

type Allowed = Result<(), EngagementRefusal>;

/// The roles that take a request up.
const TAKERS: &[Role] = &[Role::Applicant, Role::Agent, Role::DeskOfficer];

/// A meeting that was recorded, and by the actor's own desk.
fn keeper(meeting: &Meeting, context: &Context) -> Allowed {
    role(context, DESK)?;
    if meeting.record.is_none() {
        return Err(EngagementRefusal::NotRecorded);
    }
    kept(meeting.is_kept_by(context.actor.organisation))
}

/// A request that was recorded and not taken back.
fn standing_request(request: &Request) -> Allowed {
    if request.made.is_none() {
        Err(EngagementRefusal::NotRecorded)
    } else if request.stands() {
        Ok(())
    } else {
        Err(EngagementRefusal::LineTakenBack)
    }
}

/// A commitment that was recorded and not taken back.
fn standing_commitment(commitment: &Commitment) -> Allowed {
    if commitment.made.is_none() {
        Err(EngagementRefusal::NotRecorded)
    } else if commitment.stands() {
        Ok(())
    } else {
        Err(EngagementRefusal::LineTakenBack)
    }
}

fn kept(yes: bool) -> Allowed {
    if yes {
        Ok(())
    } else {
        Err(EngagementRefusal::NotYourRecord)
    }
}

fn cited(excerpt: Option<Excerpt>) -> Result<Excerpt, EngagementRefusal> {
    excerpt.ok_or(EngagementRefusal::NoSource)
}

fn subject_of(meeting: &Meeting, subject: Option<SubjectId>) -> Allowed {
    match subject {
        Some(subject) if !meeting.subjects.contains_key(&subject) => Err(EngagementRefusal::NoSuchSubject),
        _ => Ok(()),
    }
}

fn participant(meeting: &Meeting, person: PersonId) -> Allowed {
    meeting
        .participation(person)
        .map(|_| ())
        .ok_or(EngagementRefusal::NotAParticipant)
}

/// What is said to have been can have been by now; `field` says when.
fn has_come(when: &When, field: &'static str, context: &Context) -> Allowed {
    match when.yet_to_come(context.at) {
        Some(day) => Err(EngagementRefusal::NotYetCome { field, day }),
        None => Ok(()),
    }
}

/// The first day on which a meeting can have been, if what follows from it is said to have been before.
fn before_meeting(when: &When, meeting: &Meeting) -> Option<Date> {
    let met = &meeting.record.as_ref()?.when;
    met.earliest().filter(|_| when.is_before(met))
}

/// Two sides of a meeting, by the names that they had that day.
fn two_sides(
    meeting: &Meeting,
    one: OrganisationId,
    other: OrganisationId,
) -> Result<(Side, Side), EngagementRefusal> {
    if one == other {
        return Err(EngagementRefusal::SameSide);
    }
    let side = |organisation| {
        meeting
            .side(organisation)
            .cloned()
            .ok_or(EngagementRefusal::NotASide)
    };
    Ok((side(one)?, side(other)?))
}
