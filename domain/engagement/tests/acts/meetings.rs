//! Recording a meeting, its subjects and what was said.

use crate::cast::{
    ASSOCIATION, CELEBRATION, DESK, GOVERNOR, MEETING, MUNICIPALITY, PRESIDENT, SOURCE, STRANGERS, by, day,
    desk, excerpt, meeting, names, participation, reason, record, side, source, subject, title,
};
use act::scenario::given;
use act::{Date, MeetingId, PersonId, Role, StatementId, SubjectId};
use engagement::acts::{AddSubject, LinkSubjects, RecordMeeting, RecordStatement};
use engagement::{
    Citing, EngagementRefusal, LinkedSubject, Meeting, MeetingFact, MeetingKind, MeetingRecord, Mode, Report,
    SpeechAct, Statement, SubjectRelation,
};
use identity::When;

pub fn statement() -> RecordStatement {
    RecordStatement {
        statement: StatementId::of(71),
        speaker: GOVERNOR,
        act: SpeechAct::States,
        mode: Mode::Indirect,
        text: reason("The municipality is ready to cooperate"),
        excerpt: excerpt("The municipality is ready."),
        subject: Some(CELEBRATION),
    }
}

pub fn link() -> LinkSubjects {
    LinkSubjects {
        subject: CELEBRATION,
        relation: SubjectRelation::Later,
        meeting: MeetingId::of(32),
        other: SubjectId::of(43),
    }
}

#[test]
fn a_meeting_is_recorded_with_the_posts_held_that_day() {
    let act = record();
    given::<Meeting>([])
        .when(&desk(), act.clone().resting_on(&source(), ()))
        .then(&[MeetingFact::Recorded(Box::new(MeetingRecord {
            meeting: MEETING,
            kind: MeetingKind::Meeting,
            title: act.title,
            place: act.place,
            when: act.when,
            reported_by: Report::Source(SOURCE),
            sides: act.sides,
            participations: act.participations,
        }))]);
    let state = meeting().state();
    let post = state
        .participation(GOVERNOR)
        .and_then(|one| one.post.clone())
        .unwrap();
    assert_eq!(post.title, names("Governor"));
    assert_eq!(
        state.side(MUNICIPALITY).map(|side| side.name.clone()),
        Some(names("Municipality"))
    );
    assert!(state.is_kept_by(ASSOCIATION) && !state.is_kept_by(MUNICIPALITY));
}

#[test]
fn a_meeting_that_does_not_hold_together_is_refused() {
    let check = |act: RecordMeeting, expect: EngagementRefusal| {
        given::<Meeting>([])
            .when(&desk(), act.resting_on(&source(), ()))
            .refused(&expect);
    };
    let one_side = vec![side(ASSOCIATION, "Association")];
    let twice = vec![
        side(ASSOCIATION, "Association"),
        side(ASSOCIATION, "Association again"),
    ];
    let stranger = vec![participation(PRESIDENT, STRANGERS)];
    let same_person = vec![
        participation(PRESIDENT, ASSOCIATION),
        participation(PRESIDENT, MUNICIPALITY),
    ];
    check(
        RecordMeeting {
            reported_by: None,
            ..record()
        },
        EngagementRefusal::NoSource,
    );
    check(
        RecordMeeting {
            reported_by: excerpt("nowhere").map(Report::Excerpt),
            ..record()
        },
        EngagementRefusal::ExcerptNotFound,
    );
    check(
        RecordMeeting {
            sides: one_side,
            ..record()
        },
        EngagementRefusal::TooFewSides { given: 1 },
    );
    check(
        RecordMeeting {
            sides: twice,
            ..record()
        },
        EngagementRefusal::SideTwice,
    );
    check(
        RecordMeeting {
            kind: MeetingKind::Comment,
            ..record()
        },
        EngagementRefusal::CommentHasSides,
    );
    check(
        RecordMeeting {
            participations: stranger,
            ..record()
        },
        EngagementRefusal::NotASide,
    );
    check(
        RecordMeeting {
            participations: vec![],
            ..record()
        },
        EngagementRefusal::NoParticipant,
    );
    check(
        RecordMeeting {
            participations: same_person,
            ..record()
        },
        EngagementRefusal::ParticipantTwice,
    );
}

#[test]
fn a_meeting_that_has_not_been_is_not_recorded() {
    let on = |when: When| RecordMeeting { when, ..record() };
    let refused = |when: When, day: Date| {
        given::<Meeting>([])
            .when(&desk(), on(when).resting_on(&source(), ()))
            .refused(&EngagementRefusal::NotYetCome { field: "when", day });
    };
    // The desk acts on 27 April at 02:00 UTC, when it is the 27th as far as the days begin.
    let (today, tomorrow, later) = (day("2023-04-27"), day("2023-04-28"), day("2023-05-02"));
    refused(When::On(tomorrow), tomorrow);
    refused(When::Between(today, later), later);
    refused(When::OnOrBefore(later), later);
    refused(When::Year(2024), day("2024-01-01"));
    for sound in [
        When::On(today),
        When::Between(day("2023-04-20"), today),
        When::OnOrBefore(today),
        When::Unknown,
    ] {
        let met = given::<Meeting>([]).and(&desk(), on(sound).resting_on(&source(), ()));
        assert_eq!(met.state().record.map(|record| record.when), Some(sound));
    }
}

#[test]
fn a_meeting_is_recorded_once() {
    meeting()
        .when(&desk(), record().resting_on(&source(), ()))
        .refused(&EngagementRefusal::AlreadyRecorded);
}

#[test]
fn a_comment_has_speakers_but_no_sides() {
    let mut speaker = participation(PRESIDENT, ASSOCIATION);
    speaker.side = None;
    let comment = RecordMeeting {
        kind: MeetingKind::Comment,
        place: None,
        sides: vec![],
        participations: vec![speaker],
        ..record()
    };
    let state = given::<Meeting>([])
        .and(&desk(), comment.resting_on(&source(), ()))
        .state();
    assert!(state.sides().is_empty());
}

#[test]
fn a_subject_takes_its_own_place_in_the_agenda() {
    let second = AddSubject {
        subject: SubjectId::of(42),
        order: 2,
        title: title("Exports"),
        ..subject()
    };
    meeting()
        .when(&desk(), second.clone().resting_on(&source(), ()))
        .then(&[MeetingFact::SubjectAdded {
            subject: SubjectId::of(42),
            order: 2,
            title: title("Exports"),
            excerpt: excerpt("The association asked the municipality to cooperate.").unwrap(),
        }]);
    meeting()
        .when(&desk(), subject().resting_on(&source(), ()))
        .refused(&EngagementRefusal::AlreadyRecorded);
    let again = AddSubject {
        title: subject().title,
        ..second.clone()
    };
    meeting()
        .when(&desk(), again.resting_on(&source(), ()))
        .refused(&EngagementRefusal::SubjectTwice { order: 1 });
    meeting()
        .when(
            &desk(),
            AddSubject { order: 1, ..second }.resting_on(&source(), ()),
        )
        .refused(&EngagementRefusal::OrderTaken { order: 1 });
}

#[test]
fn the_agenda_is_in_its_own_order_not_in_that_of_recording() {
    let earlier = AddSubject {
        subject: SubjectId::of(45),
        order: 0,
        title: title("Opening words"),
        ..subject()
    };
    let state = meeting().and(&desk(), earlier.resting_on(&source(), ())).state();
    let order: Vec<_> = state.agenda().into_iter().map(|(id, _)| id).collect();
    assert_eq!(order, [SubjectId::of(45), CELEBRATION]);
}

#[test]
fn a_statement_is_recorded_of_someone_who_was_there() {
    let act = statement();
    meeting()
        .when(&desk(), act.clone().resting_on(&source(), ()))
        .then(&[MeetingFact::StatementRecorded(Box::new(Statement {
            statement: act.statement,
            speaker: GOVERNOR,
            act: SpeechAct::States,
            mode: Mode::Indirect,
            text: act.text,
            excerpt: act.excerpt.unwrap(),
            subject: Some(CELEBRATION),
        }))]);
    let check = |act: RecordStatement, expect: EngagementRefusal| {
        let said = meeting().and(&desk(), statement().resting_on(&source(), ()));
        said.when(&desk(), act.resting_on(&source(), ())).refused(&expect);
    };
    let another = StatementId::of(72);
    check(statement(), EngagementRefusal::AlreadyRecorded);
    check(
        RecordStatement {
            excerpt: None,
            ..statement()
        },
        EngagementRefusal::NoSource,
    );
    check(
        RecordStatement {
            statement: another,
            speaker: PersonId::of(404),
            ..statement()
        },
        EngagementRefusal::NotAParticipant,
    );
    check(
        RecordStatement {
            statement: another,
            subject: Some(SubjectId::of(404)),
            ..statement()
        },
        EngagementRefusal::NoSuchSubject,
    );
}

#[test]
fn a_subject_is_linked_to_one_of_another_meeting_once() {
    meeting()
        .when(&desk(), link())
        .then(&[MeetingFact::SubjectLinked {
            subject: CELEBRATION,
            relation: SubjectRelation::Later,
            meeting: MeetingId::of(32),
            other: SubjectId::of(43),
        }]);
    let linked = meeting().and(&desk(), link());
    let expected = LinkedSubject {
        relation: SubjectRelation::Later,
        meeting: MeetingId::of(32),
        subject: SubjectId::of(43),
    };
    assert_eq!(linked.state().subjects[&CELEBRATION].links, [expected]);
    linked
        .when(&desk(), link())
        .refused(&EngagementRefusal::AlreadyRecorded);
    linked
        .when(
            &desk(),
            LinkSubjects {
                meeting: MEETING,
                ..link()
            },
        )
        .refused(&EngagementRefusal::LinkWithinMeeting);
    linked
        .when(
            &desk(),
            LinkSubjects {
                subject: SubjectId::of(404),
                ..link()
            },
        )
        .refused(&EngagementRefusal::NoSuchSubject);
}

#[test]
fn nothing_is_added_to_a_meeting_that_was_not_recorded() {
    let nothing = given::<Meeting>([]);
    nothing
        .when(&desk(), subject().resting_on(&source(), ()))
        .refused(&EngagementRefusal::NotRecorded);
    nothing
        .when(&desk(), statement().resting_on(&source(), ()))
        .refused(&EngagementRefusal::NotRecorded);
    nothing
        .when(&desk(), link())
        .refused(&EngagementRefusal::NotRecorded);
}

#[test]
fn another_desk_does_not_add_to_the_record() {
    let other = by(Role::DeskOfficer, MUNICIPALITY);
    let refusal = EngagementRefusal::NotYourRecord;
    meeting()
        .when(&other, subject().resting_on(&source(), ()))
        .refused(&refusal);
    meeting()
        .when(&other, statement().resting_on(&source(), ()))
        .refused(&refusal);
    meeting().when(&other, link()).refused(&refusal);
}

#[test]
fn nobody_but_a_desk_records() {
    for role in Role::ALL.into_iter().filter(|role| *role != Role::DeskOfficer) {
        let context = by(role, ASSOCIATION);
        let refusal = EngagementRefusal::NotYourRole { role, allowed: DESK };
        given::<Meeting>([])
            .when(&context, record().resting_on(&source(), ()))
            .refused(&refusal);
        meeting()
            .when(&context, subject().resting_on(&source(), ()))
            .refused(&refusal);
        meeting()
            .when(&context, statement().resting_on(&source(), ()))
            .refused(&refusal);
        meeting().when(&context, link()).refused(&refusal);
    }
}

#[test]
fn facts_are_stored_in_the_form_that_is_kept_for_ever() {
    let fact = MeetingFact::SubjectLinked {
        subject: CELEBRATION,
        relation: SubjectRelation::Later,
        meeting: MeetingId::of(32),
        other: SubjectId::of(43),
    };
    let written = serde_json::to_string(&fact).unwrap();
    assert_eq!(
        written,
        concat!(
            r#"{"kind":"subject-linked","data":{"subject":"00000000-0000-0000-0000-000000000029","#,
            r#""relation":"later","meeting":"00000000-0000-0000-0000-000000000020","#,
            r#""other":"00000000-0000-0000-0000-00000000002b"}}"#
        )
    );
    let state = meeting().state();
    let kept = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<Meeting>(&kept).unwrap(), state);
}
