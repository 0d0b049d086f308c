//! Making, answering and taking up a request.

use crate::cast::{
    ASSOCIATION, CELEBRATION, COOPERATE, DESK, GOVERNOR, MEETING, MUNICIPALITY, PRESIDENT, STRANGERS, ask,
    by, day, desk, excerpt, meeting, reason, record, request, side, source,
};
use act::scenario::given;
use act::{ApplicationId, Context, PersonId, Role, SubjectId};
use engagement::acts::{AnswerRequest, MakeRequest, RecordMeeting, TakeUpRequest};
use engagement::{
    Answer, Answered, Citing, EngagementRefusal, Meeting, Request, RequestFact, RequestMade, RequestStanding,
    Source,
};
use identity::When;

const TAKERS: &[Role] = &[Role::Applicant, Role::Agent, Role::DeskOfficer];

pub fn answer(answer: Answer) -> AnswerRequest {
    AnswerRequest {
        answer,
        text: reason("Ready to cooperate"),
        excerpt: excerpt("The municipality is ready."),
        by: GOVERNOR,
        on: When::OnOrBefore(day("2023-04-25")),
    }
}

pub fn take_up() -> TakeUpRequest {
    TakeUpRequest {
        application: ApplicationId::of(81),
    }
}

#[test]
fn a_request_is_made_from_side_to_side() {
    let act = ask();
    given::<Request>([])
        .when(&desk(), act.clone().resting_on(&source(), &meeting().state()))
        .then(&[RequestFact::Made(Box::new(RequestMade {
            request: COOPERATE,
            meeting: MEETING,
            subject: Some(CELEBRATION),
            from: side(ASSOCIATION, "Association"),
            to: side(MUNICIPALITY, "Municipality"),
            asked_by: PRESIDENT,
            text: act.text,
            excerpt: act.excerpt.unwrap(),
        }))]);
    assert_eq!(request().state().standing(), RequestStanding::Open);
    assert_eq!(
        request().state().text(),
        "Cooperate in preparing the celebrations"
    );
}

#[test]
fn a_request_that_does_not_fit_its_meeting_is_refused() {
    let check = |act: MakeRequest, expect: EngagementRefusal| {
        given::<Request>([])
            .when(&desk(), act.resting_on(&source(), &meeting().state()))
            .refused(&expect);
    };
    check(
        MakeRequest {
            excerpt: None,
            ..ask()
        },
        EngagementRefusal::NoSource,
    );
    check(
        MakeRequest {
            excerpt: excerpt("nowhere"),
            ..ask()
        },
        EngagementRefusal::ExcerptNotFound,
    );
    check(
        MakeRequest {
            to: ASSOCIATION,
            ..ask()
        },
        EngagementRefusal::SameSide,
    );
    check(
        MakeRequest {
            to: STRANGERS,
            ..ask()
        },
        EngagementRefusal::NotASide,
    );
    check(
        MakeRequest {
            asked_by: PersonId::of(404),
            ..ask()
        },
        EngagementRefusal::NotAParticipant,
    );
    check(
        MakeRequest {
            subject: Some(SubjectId::of(404)),
            ..ask()
        },
        EngagementRefusal::NoSuchSubject,
    );
    request()
        .when(&desk(), ask().resting_on(&source(), &meeting().state()))
        .refused(&EngagementRefusal::AlreadyRecorded);
    given::<Request>([])
        .when(&desk(), ask().resting_on(&source(), &Meeting::default()))
        .refused(&EngagementRefusal::NotRecorded);
}

#[test]
fn a_request_is_answered_from_a_source() {
    let act = answer(Answer::Accepted);
    request()
        .when(&desk(), act.clone().resting_on(&source(), &meeting().state()))
        .then(&[RequestFact::Answered(Box::new(Answered {
            answer: Answer::Accepted,
            text: act.text,
            excerpt: act.excerpt,
            by: GOVERNOR,
            on: act.on,
        }))]);
    let answered = request().and(
        &desk(),
        answer(Answer::Accepted).resting_on(&source(), &meeting().state()),
    );
    assert_eq!(answered.state().standing(), RequestStanding::Answered);
    answered
        .when(
            &desk(),
            answer(Answer::Declined).resting_on(&source(), &meeting().state()),
        )
        .refused(&EngagementRefusal::AlreadyAnswered);
}

#[test]
fn an_answer_lies_between_its_meeting_and_now() {
    let on = |on| AnswerRequest {
        on,
        ..answer(Answer::Accepted)
    };
    let later = When::On(day("2023-04-29"));
    let day_after = day("2023-04-29");
    request()
        .when(&desk(), on(later).resting_on(&source(), &meeting().state()))
        .refused(&EngagementRefusal::NotYetCome {
            field: "on",
            day: day_after,
        });
    let record = RecordMeeting {
        when: When::Between(day("2023-04-24"), day("2023-04-26")),
        ..record()
    };
    let met = given::<Meeting>([]).and(&desk(), record.resting_on(&source(), ()));
    let answered = |when| request().when(&desk(), on(when).resting_on(&source(), &met.state()));
    let met_on = day("2023-04-24");
    for early in [
        When::On(day("2023-04-23")),
        When::OnOrBefore(day("2023-04-23")),
        When::Year(2022),
    ] {
        answered(early).refused(&EngagementRefusal::AnsweredBeforeMeeting { met: met_on });
    }
    for sound in [
        When::On(met_on),
        When::OnOrBefore(met_on),
        When::Year(2023),
        When::Unknown,
    ] {
        let text = reason("Ready to cooperate");
        answered(sound).then(&[RequestFact::Answered(Box::new(Answered {
            answer: Answer::Accepted,
            text,
            excerpt: excerpt("The municipality is ready."),
            by: GOVERNOR,
            on: sound,
        }))]);
    }
}

#[test]
fn an_answer_that_only_notes_a_request_leaves_it_open() {
    let noted = || {
        request().and(
            &desk(),
            answer(Answer::Noted).resting_on(&source(), &meeting().state()),
        )
    };
    assert_eq!(noted().state().standing(), RequestStanding::Open);
    // Sent twice, it is recorded once; noted again in other words, it is another answer.
    noted()
        .when(
            &desk(),
            answer(Answer::Noted).resting_on(&source(), &meeting().state()),
        )
        .refused(&EngagementRefusal::AlreadyRecorded);
    let again = AnswerRequest {
        text: reason("Still being looked at"),
        ..answer(Answer::Noted)
    };
    let again = noted().and(&desk(), again.resting_on(&source(), &meeting().state()));
    assert_eq!(again.state().answers.len(), 2);
    let accepted = noted().and(
        &desk(),
        answer(Answer::AcceptedInPart).resting_on(&source(), &meeting().state()),
    );
    assert_eq!(accepted.state().standing(), RequestStanding::Answered);
    assert_eq!(accepted.state().answers.len(), 2);
}

#[test]
fn only_the_side_that_was_asked_answers_without_a_source() {
    let bare = || AnswerRequest {
        excerpt: None,
        ..answer(Answer::Accepted)
    };
    let nothing = Source::default();
    request()
        .when(&desk(), bare().resting_on(&nothing, &meeting().state()))
        .refused(&EngagementRefusal::NoSource);
    let asked = by(Role::DeskOfficer, MUNICIPALITY);
    assert_eq!(
        request()
            .and(&asked, bare().resting_on(&nothing, &meeting().state()))
            .state()
            .answers
            .len(),
        1
    );
}

#[test]
fn a_desk_that_has_no_part_in_a_request_does_not_answer_it() {
    request()
        .when(
            &by(Role::DeskOfficer, STRANGERS),
            answer(Answer::Accepted).resting_on(&source(), &meeting().state()),
        )
        .refused(&EngagementRefusal::NotYourRecord);
    given::<Request>([])
        .when(
            &desk(),
            answer(Answer::Accepted).resting_on(&source(), &meeting().state()),
        )
        .refused(&EngagementRefusal::NotRecorded);
}

#[test]
fn one_request_leads_to_one_application() {
    let applicant = by(Role::Applicant, ASSOCIATION);
    let application = ApplicationId::of(81);
    request()
        .when(&applicant, take_up())
        .then(&[RequestFact::TakenUp { application }]);
    let taken = request().and(&applicant, take_up());
    assert_eq!(taken.state().standing(), RequestStanding::TakenUp);
    taken
        .when(
            &applicant,
            TakeUpRequest {
                application: ApplicationId::of(82),
            },
        )
        .refused(&EngagementRefusal::AlreadyTakenUp { application });
}

#[test]
fn a_request_that_was_taken_up_can_still_be_answered() {
    let taken = request().and(&desk(), take_up());
    let answered = taken
        .and(
            &desk(),
            answer(Answer::Accepted).resting_on(&source(), &meeting().state()),
        )
        .state();
    assert_eq!(answered.standing(), RequestStanding::TakenUp);
    assert!(answered.answer().is_some());
}

#[test]
fn only_the_side_that_asked_takes_its_request_up() {
    let refusal = EngagementRefusal::NotTheAskingSide;
    request()
        .when(&by(Role::Applicant, MUNICIPALITY), take_up())
        .refused(&refusal);
    request()
        .when(&by(Role::DeskOfficer, STRANGERS), take_up())
        .refused(&refusal);
    given::<Request>([])
        .when(&desk(), take_up())
        .refused(&EngagementRefusal::NotRecorded);
}

#[test]
fn roles_that_do_not_record_or_apply_do_neither() {
    let check = |context: &Context, role| {
        let desk = EngagementRefusal::NotYourRole { role, allowed: DESK };
        given::<Request>([])
            .when(context, ask().resting_on(&source(), &meeting().state()))
            .refused(&desk);
        request()
            .when(
                context,
                answer(Answer::Accepted).resting_on(&source(), &meeting().state()),
            )
            .refused(&desk);
        if !TAKERS.contains(&role) {
            let takers = EngagementRefusal::NotYourRole {
                role,
                allowed: TAKERS,
            };
            request().when(context, take_up()).refused(&takers);
        }
    };
    for role in Role::ALL.into_iter().filter(|role| *role != Role::DeskOfficer) {
        check(&by(role, ASSOCIATION), role);
    }
    given::<Request>([])
        .when(
            &by(Role::DeskOfficer, STRANGERS),
            ask().resting_on(&source(), &meeting().state()),
        )
        .refused(&EngagementRefusal::NotYourRecord);
}
