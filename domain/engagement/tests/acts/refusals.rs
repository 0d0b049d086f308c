//! Every refusal is met by somebody: none stands in the list alone.

use crate::cast::{
    ASSOCIATION, CELEBRATION, MEETING, MUNICIPALITY, PRESIDENT, STRANGERS, ask, by, day, desk, excerpt,
    freeze, meeting, participation, reason, record, request, side, source, subject, title,
};
use crate::commitments::promise;
use crate::meetings::{link, statement};
use crate::our_lines::{established, sealed, signed};
use crate::requests::{answer, take_up};
use act::scenario::given;
use act::{ApplicationId, PersonId, Refusal, Role, SubjectId};
use engagement::acts::{
    AddSubject, AnswerRequest, FreezeSource, LinkSubjects, MadeThere, MakeCommitment, MakeRequest,
    RecordMeeting, RecordStatement, TakeBackLine, TakeBackRequest, TakeUpRequest,
};
use engagement::{
    Answer, Citing, Commitment, EngagementRefusal, Meeting, MeetingKind, MeetingLine, Request, Source,
};
use identity::When;
use std::collections::BTreeSet;

/// What a meeting is refused for that holds together but for this.
fn of_meeting(change: impl Fn(&mut RecordMeeting)) -> EngagementRefusal {
    let mut act = record();
    change(&mut act);
    given::<Meeting>([])
        .when(&desk(), act.resting_on(&source(), ()))
        .refusal()
}

fn of_subject(change: impl Fn(&mut AddSubject)) -> EngagementRefusal {
    let mut act = AddSubject {
        subject: SubjectId::of(42),
        order: 2,
        ..subject()
    };
    change(&mut act);
    meeting().when(&desk(), act.resting_on(&source(), ())).refusal()
}

fn of_statement(change: impl Fn(&mut RecordStatement)) -> EngagementRefusal {
    let mut act = statement();
    change(&mut act);
    meeting().when(&desk(), act.resting_on(&source(), ())).refusal()
}

fn of_request(change: impl Fn(&mut MakeRequest)) -> EngagementRefusal {
    let mut act = ask();
    change(&mut act);
    let own = meeting().state();
    given::<Request>([])
        .when(&desk(), act.resting_on(&source(), &own))
        .refusal()
}

fn met_on_the_24th() -> Meeting {
    let act = RecordMeeting {
        when: When::On(day("2023-04-24")),
        ..record()
    };
    let met = given([]).and(&desk(), act.resting_on(&source(), ()));
    met.and(&desk(), subject().resting_on(&source(), ())).state()
}

fn of_meetings() -> Vec<EngagementRefusal> {
    let twice = RecordMeeting {
        sides: vec![side(ASSOCIATION, "One"), side(ASSOCIATION, "Other")],
        ..record()
    };
    vec![
        of_meeting(|act| act.reported_by = None),
        of_meeting(|act| act.sides.truncate(1)),
        of_meeting(|act| act.sides.clone_from(&twice.sides)),
        of_meeting(|act| act.kind = MeetingKind::Comment),
        of_meeting(|act| act.participations = vec![participation(PRESIDENT, STRANGERS)]),
        of_meeting(|act| act.participations.clear()),
        of_meeting(|act| act.participations = vec![participation(PRESIDENT, ASSOCIATION); 2]),
        of_subject(|act| act.excerpt = excerpt("nowhere")),
        of_subject(|act| act.excerpt = excerpt("ready")),
        of_subject(|act| {
            act.order = 1;
            act.title = title("Exports");
        }),
        of_subject(|_| ()),
        of_statement(|act| act.speaker = PersonId::of(404)),
        of_statement(|act| act.subject = Some(SubjectId::of(404))),
        meeting()
            .when(
                &desk(),
                LinkSubjects {
                    meeting: MEETING,
                    ..link()
                },
            )
            .refusal(),
        given::<Meeting>([]).when(&desk(), link()).refusal(),
        meeting()
            .when(&by(Role::DeskOfficer, STRANGERS), link())
            .refusal(),
    ]
}

fn of_what_came_of_them() -> Vec<EngagementRefusal> {
    let (source, made, met) = (source(), meeting().state(), met_on_the_24th());
    let answered = || answer(Answer::Accepted).resting_on(&source, &made);
    let early = AnswerRequest {
        on: When::Year(2022),
        ..answer(Answer::Accepted)
    };
    let due = MakeCommitment {
        due: When::Year(2022),
        ..promise()
    };
    let mistaken = reason("Entered by mistake");
    let taken_back = TakeBackRequest {
        reason: mistaken.clone(),
    };
    let other = TakeUpRequest {
        application: ApplicationId::of(82),
    };
    let requests = [request().state()];
    let rested = TakeBackLine {
        line: MeetingLine::Subject(CELEBRATION),
        reason: mistaken,
        beside: MadeThere {
            requests: &requests,
            commitments: &[],
        },
    };
    vec![
        of_request(|act| act.to = ASSOCIATION),
        request()
            .and(&desk(), answered())
            .when(&desk(), answered())
            .refusal(),
        request().when(&desk(), early.resting_on(&source, &met)).refusal(),
        request()
            .and(&desk(), taken_back)
            .when(&desk(), answered())
            .refusal(),
        request().and(&desk(), take_up()).when(&desk(), other).refusal(),
        request()
            .when(&by(Role::Applicant, MUNICIPALITY), take_up())
            .refusal(),
        given::<Commitment>([])
            .when(&desk(), due.resting_on(&source, &met))
            .refusal(),
        meeting().when(&desk(), rested).refusal(),
    ]
}

fn of_sources() -> Vec<EngagementRefusal> {
    let ahead = FreezeSource {
        published: When::On(day("2023-05-02")),
        ..freeze()
    };
    let nothing = given::<Source>([]);
    vec![
        nothing.when(&by(Role::Auditor, ASSOCIATION), freeze()).refusal(),
        nothing.when(&desk(), ahead).refusal(),
        given([]).and(&desk(), freeze()).when(&desk(), freeze()).refusal(),
    ]
}

fn of_briefs() -> Vec<EngagementRefusal> {
    vec![
        established()
            .when(&desk(), sealed(vec![PersonId::of(404)]))
            .refusal(),
        established().when(&desk(), signed("Another")).refusal(),
    ]
}

#[test]
fn every_refusal_can_be_reached_and_has_a_name_of_its_own() {
    let all = [
        of_sources(),
        of_meetings(),
        of_what_came_of_them(),
        of_briefs(),
        crate::owed::of_tasks(),
    ]
    .concat();
    let reached: BTreeSet<&str> = all.iter().map(Refusal::code).collect();
    assert_eq!(reached.len(), all.len(), "{all:?}");
    assert_eq!(reached, EngagementRefusal::CODES.iter().copied().collect());
}
