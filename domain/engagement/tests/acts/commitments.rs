//! Making and judging a commitment.

use crate::cast::{
    ASSOCIATION, CELEBRATION, DESK, MEETING, MUNICIPALITY, STRANGERS, by, day, desk, excerpt, meeting,
    nothing, reason, record, side, source, subject,
};
use act::scenario::{Given, given};
use act::{CommitmentId, Role, SubjectId};
use engagement::acts::{AssessCommitment, MakeCommitment, RecordMeeting};
use engagement::{
    Assessment, Citing, Commitment, CommitmentFact, CommitmentMade, CommitmentStanding, EngagementRefusal,
    Meeting,
};
use identity::When;

pub fn promise() -> MakeCommitment {
    MakeCommitment {
        commitment: CommitmentId::of(91),
        subject: Some(CELEBRATION),
        by: MUNICIPALITY,
        to: ASSOCIATION,
        text: reason("Cooperate"),
        excerpt: excerpt("The municipality is ready."),
        due: When::OnOrBefore(day("2023-11-19")),
    }
}

pub fn assess(assessment: Assessment) -> AssessCommitment {
    AssessCommitment {
        assessment,
        note: reason("The fireworks were held"),
        excerpt: None,
    }
}

pub fn promised() -> Given<Commitment> {
    given([]).and(&desk(), promise().resting_on(&source(), &meeting().state()))
}

#[test]
fn a_commitment_is_to_one_side_and_kept_by_one_desk() {
    let state = promised().state();
    assert!(state.is_to(ASSOCIATION) && !state.is_to(MUNICIPALITY));
    assert!(state.is_kept_by(ASSOCIATION) && !state.is_kept_by(MUNICIPALITY));
}

#[test]
fn a_commitment_is_made_by_one_side_to_another() {
    let act = promise();
    given::<Commitment>([])
        .when(&desk(), act.clone().resting_on(&source(), &meeting().state()))
        .then(&[CommitmentFact::Made(Box::new(CommitmentMade {
            commitment: act.commitment,
            meeting: MEETING,
            subject: Some(CELEBRATION),
            by: side(MUNICIPALITY, "Municipality"),
            to: side(ASSOCIATION, "Association"),
            text: act.text,
            excerpt: act.excerpt.unwrap(),
            due: act.due,
        }))]);
    assert_eq!(promised().state().standing(), CommitmentStanding::Open);
    assert_eq!(promised().state().text(), "Cooperate");
}

#[test]
fn a_commitment_is_not_due_before_its_meeting() {
    let met = day("2023-04-24");
    let record = RecordMeeting {
        when: When::On(met),
        ..record()
    };
    let meeting = given::<Meeting>([])
        .and(&desk(), record.resting_on(&source(), ()))
        .and(&desk(), subject().resting_on(&source(), ()))
        .state();
    let due = |due| MakeCommitment { due, ..promise() };
    given::<Commitment>([])
        .when(&desk(), due(When::Year(2022)).resting_on(&source(), &meeting))
        .refused(&EngagementRefusal::DueBeforeMeeting { met });
    let sound = given::<Commitment>([]).and(&desk(), due(When::On(met)).resting_on(&source(), &meeting));
    assert_eq!(sound.state().standing(), CommitmentStanding::Open);
}

#[test]
fn a_commitment_that_does_not_fit_its_meeting_is_refused() {
    let check = |act: MakeCommitment, expect: EngagementRefusal| {
        given::<Commitment>([])
            .when(&desk(), act.resting_on(&source(), &meeting().state()))
            .refused(&expect);
    };
    check(
        MakeCommitment {
            excerpt: None,
            ..promise()
        },
        EngagementRefusal::NoSource,
    );
    check(
        MakeCommitment {
            to: MUNICIPALITY,
            ..promise()
        },
        EngagementRefusal::SameSide,
    );
    check(
        MakeCommitment {
            to: STRANGERS,
            ..promise()
        },
        EngagementRefusal::NotASide,
    );
    check(
        MakeCommitment {
            subject: Some(SubjectId::of(404)),
            ..promise()
        },
        EngagementRefusal::NoSuchSubject,
    );
    promised()
        .when(&desk(), promise().resting_on(&source(), &meeting().state()))
        .refused(&EngagementRefusal::AlreadyRecorded);
    given::<Commitment>([])
        .when(&desk(), promise().resting_on(&source(), &Meeting::default()))
        .refused(&EngagementRefusal::NotRecorded);
    given::<Commitment>([])
        .when(
            &by(Role::DeskOfficer, STRANGERS),
            promise().resting_on(&source(), &meeting().state()),
        )
        .refused(&EngagementRefusal::NotYourRecord);
}

#[test]
fn a_commitment_is_judged_and_a_later_judgement_stands() {
    promised()
        .when(&desk(), assess(Assessment::InPart).resting_on(&nothing(), ()))
        .then(&[CommitmentFact::Assessed {
            assessment: Assessment::InPart,
            note: reason("The fireworks were held"),
            excerpt: None,
        }]);
    let kept = promised()
        .and(&desk(), assess(Assessment::InPart).resting_on(&nothing(), ()))
        .and(&desk(), assess(Assessment::Kept).resting_on(&nothing(), ()));
    assert_eq!(
        kept.state().standing(),
        CommitmentStanding::Assessed(Assessment::Kept)
    );
}

#[test]
fn the_promising_side_does_not_judge_its_own_commitment() {
    promised()
        .when(
            &by(Role::DeskOfficer, MUNICIPALITY),
            assess(Assessment::Kept).resting_on(&nothing(), ()),
        )
        .refused(&EngagementRefusal::NotYourRecord);
    given::<Commitment>([])
        .when(&desk(), assess(Assessment::Kept).resting_on(&nothing(), ()))
        .refused(&EngagementRefusal::NotRecorded);
}

#[test]
fn nobody_but_a_desk_records_or_judges() {
    for role in Role::ALL.into_iter().filter(|role| *role != Role::DeskOfficer) {
        let refusal = EngagementRefusal::NotYourRole { role, allowed: DESK };
        let context = by(role, ASSOCIATION);
        given::<Commitment>([])
            .when(&context, promise().resting_on(&source(), &meeting().state()))
            .refused(&refusal);
        promised()
            .when(&context, assess(Assessment::Kept).resting_on(&nothing(), ()))
            .refused(&refusal);
    }
}
