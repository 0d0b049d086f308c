//! Taking back what was recorded by mistake, and what stands in the way of it.

use crate::cast::{
    ASSOCIATION, CELEBRATION, DESK, GOVERNOR, MUNICIPALITY, PRESIDENT, STRANGERS, by, desk, meeting, nothing,
    reason, request, source,
};
use crate::commitments::{assess, promise, promised};
use crate::meetings::statement;
use crate::requests::{answer, take_up};
use act::scenario::{Given, given};
use act::{PersonId, Role, StatementId, SubjectId};
use engagement::acts::{MadeThere, TakeBackAnswer, TakeBackCommitment, TakeBackLine, TakeBackRequest};
use engagement::{
    Answer, Assessment, Citing, Commitment, CommitmentFact, EngagementRefusal, FormerLine, Meeting,
    MeetingFact, MeetingLine, Request, RequestFact, RequestStanding, RestsOn, TakenBack,
};

fn why() -> act::Reason {
    reason("Entered by mistake")
}

fn line(line: MeetingLine) -> TakeBackLine<'static> {
    TakeBackLine {
        line,
        reason: why(),
        beside: MadeThere::default(),
    }
}

fn beside<'a>(requests: &'a [Request], commitments: &'a [Commitment]) -> MadeThere<'a> {
    MadeThere {
        requests,
        commitments,
    }
}

fn taken_back() -> TakenBack {
    TakenBack {
        reason: why(),
        by: desk(),
    }
}

fn spoken() -> Given<Meeting> {
    meeting().and(&desk(), statement().resting_on(&source(), ()))
}

fn back_request() -> TakeBackRequest {
    TakeBackRequest { reason: why() }
}

fn back_answer() -> TakeBackAnswer {
    TakeBackAnswer { reason: why() }
}

fn back_commitment() -> TakeBackCommitment {
    TakeBackCommitment { reason: why() }
}

fn rested(by: RestsOn) -> EngagementRefusal {
    EngagementRefusal::RestedOn { by }
}

#[test]
fn a_line_of_a_meeting_no_longer_counts_and_the_record_still_has_it() {
    for (before, which) in [
        (
            spoken as fn() -> Given<Meeting>,
            MeetingLine::Statement(statement().statement),
        ),
        (meeting, MeetingLine::Subject(CELEBRATION)),
        (meeting, MeetingLine::Participant(GOVERNOR)),
    ] {
        before()
            .when(&desk(), line(which))
            .then(&[MeetingFact::LineTakenBack {
                line: which,
                reason: why(),
            }]);
        let (then, now) = (before().state(), before().and(&desk(), line(which)).state());
        let [(former, how)] = &now.taken_back[..] else {
            panic!("{:?}", now.taken_back);
        };
        assert_eq!(how, &taken_back());
        match former {
            FormerLine::Statement(one) => {
                assert_eq!(then.statements, [(**one).clone()]);
                assert_eq!(now.statements, []);
            }
            FormerLine::Subject(one) => {
                assert_eq!(then.subjects[&CELEBRATION], *one);
                assert!(now.subjects.is_empty());
            }
            FormerLine::Participant(one) => {
                assert_eq!(then.participation(GOVERNOR), Some(one));
                assert_eq!(now.participation(GOVERNOR), None);
                assert!(now.participation(PRESIDENT).is_some());
            }
        }
    }
}

#[test]
fn a_line_that_is_not_there_is_not_taken_back_and_none_is_twice() {
    for (which, refusal) in [
        (
            MeetingLine::Statement(StatementId::of(404)),
            EngagementRefusal::NotRecorded,
        ),
        (
            MeetingLine::Subject(SubjectId::of(404)),
            EngagementRefusal::NoSuchSubject,
        ),
        (
            MeetingLine::Participant(PersonId::of(404)),
            EngagementRefusal::NotAParticipant,
        ),
    ] {
        meeting().when(&desk(), line(which)).refused(&refusal);
    }
    let subject = MeetingLine::Subject(CELEBRATION);
    meeting()
        .and(&desk(), line(subject))
        .when(&desk(), line(subject))
        .refused(&EngagementRefusal::NoSuchSubject);
}

#[test]
fn a_subject_on_which_something_rests_is_not_taken_back() {
    let subject = line(MeetingLine::Subject(CELEBRATION));
    spoken()
        .when(&desk(), subject.clone())
        .refused(&rested(RestsOn::Statement));
    let requests = [request().state()];
    let asked = TakeBackLine {
        beside: beside(&requests, &[]),
        ..subject.clone()
    };
    meeting().when(&desk(), asked).refused(&rested(RestsOn::Request));
    let commitments = [promised().state()];
    let promised_then = TakeBackLine {
        beside: beside(&[], &commitments),
        ..subject.clone()
    };
    meeting()
        .when(&desk(), promised_then)
        .refused(&rested(RestsOn::Commitment));
    // What was taken back itself is in nobody's way.
    let requests = [request().and(&desk(), back_request()).state()];
    let commitments = [promised().and(&desk(), back_commitment()).state()];
    let freed = TakeBackLine {
        beside: beside(&requests, &commitments),
        ..subject
    };
    meeting().when(&desk(), freed).then(&[MeetingFact::LineTakenBack {
        line: MeetingLine::Subject(CELEBRATION),
        reason: why(),
    }]);
}

#[test]
fn a_participant_who_spoke_asked_or_answered_is_not_taken_back() {
    let governor = line(MeetingLine::Participant(GOVERNOR));
    let president = line(MeetingLine::Participant(PRESIDENT));
    spoken()
        .when(&desk(), line(MeetingLine::Participant(statement().speaker)))
        .refused(&rested(RestsOn::Statement));
    let requests = [answered(request(), Answer::Accepted).state()];
    let asked = TakeBackLine {
        beside: beside(&requests, &[]),
        ..president.clone()
    };
    meeting().when(&desk(), asked).refused(&rested(RestsOn::Request));
    let replied = TakeBackLine {
        beside: beside(&requests, &[]),
        ..governor.clone()
    };
    meeting().when(&desk(), replied).refused(&rested(RestsOn::Answer));
    // Somebody was there.
    meeting()
        .and(&desk(), governor)
        .when(&desk(), president)
        .refused(&EngagementRefusal::NoParticipant);
}

fn answered(request: Given<Request>, how: Answer) -> Given<Request> {
    request.and(&desk(), answer(how).resting_on(&source(), &meeting().state()))
}

#[test]
fn a_request_that_was_taken_back_waits_for_nothing() {
    request()
        .when(&desk(), back_request())
        .then(&[RequestFact::TakenBack { reason: why() }]);
    let back = || request().and(&desk(), back_request());
    assert_eq!(back().state().standing(), RequestStanding::TakenBack);
    assert_eq!(back().state().taken_back, Some(taken_back()));
    assert!(
        !back().state().text().is_empty(),
        "the record still says what it was"
    );
    let gone = EngagementRefusal::LineTakenBack;
    back().when(&desk(), back_request()).refused(&gone);
    back().when(&desk(), back_answer()).refused(&gone);
    back()
        .when(
            &desk(),
            answer(Answer::Accepted).resting_on(&source(), &meeting().state()),
        )
        .refused(&gone);
    back()
        .when(&by(Role::Applicant, ASSOCIATION), take_up())
        .refused(&gone);
}

#[test]
fn a_request_that_was_answered_or_taken_up_is_not_taken_back() {
    answered(request(), Answer::Accepted)
        .when(&desk(), back_request())
        .refused(&rested(RestsOn::Answer));
    request()
        .and(&by(Role::Applicant, ASSOCIATION), take_up())
        .when(&desk(), back_request())
        .refused(&rested(RestsOn::Application));
}

#[test]
fn an_answer_that_was_taken_back_leaves_the_one_before_it() {
    let answered = || answered(answered(request(), Answer::Noted), Answer::Accepted);
    answered()
        .when(&desk(), back_answer())
        .then(&[RequestFact::AnswerTakenBack { reason: why() }]);
    let once = answered().and(&by(Role::DeskOfficer, MUNICIPALITY), back_answer());
    assert_eq!(once.state().standing(), RequestStanding::Open);
    assert_eq!(once.state().answer().map(|one| one.answer), Some(Answer::Noted));
    let twice = once.and(&desk(), back_answer());
    let state = twice.state();
    assert_eq!(state.answer(), None);
    let kept = state.answers_taken_back;
    let kept: Vec<_> = kept.iter().map(|(one, how)| (one.answer, &how.reason)).collect();
    assert_eq!(kept, [(Answer::Accepted, &why()), (Answer::Noted, &why())]);
    assert_eq!(
        TakeBackAnswer::check(&twice.state(), &desk()),
        Err(EngagementRefusal::NotRecorded)
    );
    twice
        .when(&desk(), back_request())
        .then(&[RequestFact::TakenBack { reason: why() }]);
}

#[test]
fn a_commitment_is_taken_back_as_long_as_nobody_judged_it() {
    promised()
        .when(&desk(), back_commitment())
        .then(&[CommitmentFact::TakenBack { reason: why() }]);
    let back = || promised().and(&desk(), back_commitment());
    assert_eq!(back().state().taken_back, Some(taken_back()));
    let gone = EngagementRefusal::LineTakenBack;
    back().when(&desk(), back_commitment()).refused(&gone);
    back()
        .when(&desk(), assess(Assessment::Kept).resting_on(&nothing(), ()))
        .refused(&gone);
    promised()
        .and(&desk(), assess(Assessment::Kept).resting_on(&nothing(), ()))
        .when(&desk(), back_commitment())
        .refused(&rested(RestsOn::Judgement));
    assert!(promise().subject.is_some(), "the promise above is of a subject");
}

#[test]
fn only_the_desk_that_keeps_a_record_takes_a_line_of_it_back() {
    let statement = || line(MeetingLine::Statement(statement().statement));
    let strangers = by(Role::DeskOfficer, STRANGERS);
    let not_theirs = EngagementRefusal::NotYourRecord;
    spoken().when(&strangers, statement()).refused(&not_theirs);
    request().when(&strangers, back_request()).refused(&not_theirs);
    promised()
        .when(&strangers, back_commitment())
        .refused(&not_theirs);
    answered(request(), Answer::Accepted)
        .when(&strangers, back_answer())
        .refused(&not_theirs);
    for role in Role::ALL.into_iter().filter(|role| *role != Role::DeskOfficer) {
        let context = by(role, ASSOCIATION);
        let refusal = EngagementRefusal::NotYourRole { role, allowed: DESK };
        spoken().when(&context, statement()).refused(&refusal);
        request().when(&context, back_request()).refused(&refusal);
        request().when(&context, back_answer()).refused(&refusal);
        promised().when(&context, back_commitment()).refused(&refusal);
    }
    given::<Request>([])
        .when(&desk(), back_request())
        .refused(&EngagementRefusal::NotRecorded);
    given::<Commitment>([])
        .when(&desk(), back_commitment())
        .refused(&EngagementRefusal::NotRecorded);
    given::<Meeting>([])
        .when(&desk(), statement())
        .refused(&EngagementRefusal::NotRecorded);
}
