//! The brief that is made from a record: which way each thing goes, who holds what on the day, what was said last, what is left out.

use crate::cast::{
    ASSOCIATION, CELEBRATION, GOVERNOR, MEETING, MUNICIPALITY, PRESIDENT, STRANGERS, ask, day, desk, excerpt,
    meeting, names, nothing, participation, reason, record, request, side, source, subject, title,
};
use crate::commitments::promise;
use crate::meetings::statement;
use act::scenario::{Given, given};
use act::{CommitmentId, MeetingId, PostId, RelationshipId, RequestId, Role, StatementId, SubjectId};
use engagement::acts::{
    AssessCommitment, EstablishRelationship, LinkSubjects, MakeCommitment, MakeRequest, RecordMeeting,
    RecordStatement, TakeBackRequest,
};
use engagement::brief::{Brief, Known, LeftOut, MOST};
use engagement::{
    Assessment, Citing, Commitment, Meeting, MeetingKind, Party, Relationship, Request, SubjectRelation,
};
use identity::acts::{BeginMembership, CreatePost, EndMembership, RegisterOrganisation};
use identity::{Organisation, OrganisationKind, When};
use std::collections::BTreeMap;

const LATER: MeetingId = MeetingId::of(32);
const AFTERWARDS: SubjectId = SubjectId::of(43);

pub fn party(english: &str) -> Party {
    Party {
        names: names(english),
        organisation: None,
    }
}

pub fn between(parties: [Party; 2]) -> Relationship {
    let act = EstablishRelationship {
        relationship: RelationshipId::of(95),
        between: parties,
        on: day("1953-11-19"),
        names: names("Relations"),
        excerpt: excerpt("The association asked the municipality to cooperate."),
    };
    given([]).and(&desk(), act.resting_on(&source(), ())).state()
}

pub fn of_states() -> Relationship {
    between([party("Japan"), party("Cambodia")])
}

/// A record of the association: what is not given is not in it.
#[derive(Default)]
struct Record {
    meetings: Vec<Meeting>,
    requests: Vec<Request>,
    commitments: Vec<Commitment>,
    organisations: Vec<Organisation>,
}

impl Record {
    fn brief(&self, relationship: &Relationship, on: &str) -> Brief {
        let known = Known {
            own: ASSOCIATION,
            relationship,
            meetings: &self.meetings,
            requests: &self.requests,
            commitments: &self.commitments,
            organisations: &self.organisations,
        };
        known.brief(day(on))
    }
}

fn later() -> Given<Meeting> {
    let act = RecordMeeting {
        meeting: LATER,
        when: When::On(day("2023-04-26")),
        ..record()
    };
    let subject = engagement::acts::AddSubject {
        subject: AFTERWARDS,
        ..subject()
    };
    given([])
        .and(&desk(), act.resting_on(&source(), ()))
        .and(&desk(), subject.resting_on(&source(), ()))
}

fn turned(number: u128) -> Request {
    let act = MakeRequest {
        request: RequestId::of(number),
        from: MUNICIPALITY,
        to: ASSOCIATION,
        asked_by: GOVERNOR,
        ..ask()
    };
    let met = meeting().state();
    given([]).and(&desk(), act.resting_on(&source(), &met)).state()
}

#[test]
fn requests_go_the_way_they_were_made_and_what_was_taken_back_is_gone() {
    let taken_back = TakeBackRequest {
        reason: reason("A slip"),
    };
    let gone = request().and(&desk(), taken_back).state();
    let record = Record {
        meetings: vec![meeting().state()],
        requests: vec![request().state(), turned(52), gone],
        ..Record::default()
    };
    let brief = record.brief(&of_states(), "2023-05-05");
    let ids = |all: &[engagement::brief::Asked]| -> Vec<_> {
        all.iter().map(|one| (one.made.request, one.days)).collect()
    };
    assert_eq!(ids(&brief.theirs), [(RequestId::of(51), Some(10))]);
    assert_eq!(ids(&brief.ours), [(RequestId::of(52), Some(10))]);
    assert_eq!(brief.theirs[0].asked_by, Some(title("As said")));
    assert_eq!(brief.left_out, BTreeMap::new());
}

#[test]
fn a_relationship_of_two_organisations_has_the_meetings_of_both_and_no_other() {
    let of = |organisation, english: &str| Party {
        organisation: Some(organisation),
        ..party(english)
    };
    let check = |other, expect: usize| {
        let relationship = between([of(ASSOCIATION, "Association"), of(other, "Other")]);
        let record = Record {
            meetings: vec![meeting().state(), later().state()],
            requests: vec![request().state()],
            ..Record::default()
        };
        let brief = record.brief(&relationship, "2023-05-05");
        assert_eq!(brief.meetings, expect, "{other}");
        assert_eq!(brief.theirs.len(), expect.min(1));
    };
    check(MUNICIPALITY, 2);
    check(STRANGERS, 0);
}

#[test]
fn whom_we_meet_holds_the_posts_of_the_day_and_keeps_those_of_each_meeting() {
    let by = crate::cast::by(Role::Operator, MUNICIPALITY);
    let register = RegisterOrganisation {
        organisation: MUNICIPALITY,
        names: names("Municipality"),
        kind: OrganisationKind::Municipality,
        authority: None,
    };
    let post = |number: u128, english: &str| CreatePost {
        post: PostId::of(number),
        names: names(english),
    };
    let held = |number: u128, from: &str| BeginMembership {
        person: GOVERNOR,
        post: PostId::of(number),
        from: When::On(day(from)),
        until: When::Unknown,
    };
    let ended = EndMembership {
        person: GOVERNOR,
        post: PostId::of(61),
        until: When::On(day("2023-06-30")),
    };
    let municipality = given::<Organisation>([])
        .and(&by, register)
        .and(&by, post(61, "Governor"))
        .and(&by, post(62, "Senator"))
        .and(&desk(), held(61, "2017-07-06"))
        .and(&desk(), held(62, "2023-07-01"))
        .and(&desk(), ended)
        .state();
    let record = Record {
        meetings: vec![meeting().state(), later().state()],
        organisations: vec![municipality],
        ..Record::default()
    };
    let check = |on: &str, expect: &str| {
        let brief = record.brief(&of_states(), on);
        let [governor] = brief.people.as_slice() else {
            panic!("{:?}", brief.people)
        };
        assert_eq!(governor.person, GOVERNOR, "we do not meet ourselves");
        let today: Vec<_> = governor
            .today
            .iter()
            .map(|one| one.title.in_language("en"))
            .collect();
        assert_eq!(today, [expect], "{on}");
        let met: Vec<_> = governor.met.iter().map(|one| one.meeting).collect();
        assert_eq!(met, [LATER, MEETING], "the latest first");
        let then = governor.met[1].post.as_ref().unwrap();
        assert_eq!(then.title.in_language("en"), "Governor");
    };
    check("2023-05-05", "Governor");
    check("2023-08-01", "Senator");
}

#[test]
fn promises_are_told_until_they_are_kept() {
    let made = |number: u128, due: &str, act: MakeCommitment| {
        let act = MakeCommitment {
            commitment: CommitmentId::of(number),
            due: When::On(day(due)),
            ..act
        };
        let met = meeting().state();
        given::<Commitment>([]).and(&desk(), act.resting_on(&source(), &met))
    };
    let ours = MakeCommitment {
        by: ASSOCIATION,
        to: MUNICIPALITY,
        ..promise()
    };
    let judged = |assessment| AssessCommitment {
        assessment,
        note: reason("As seen"),
        excerpt: None,
    };
    let record = Record {
        meetings: vec![meeting().state()],
        commitments: vec![
            made(1, "2023-06-01", promise()).state(),
            made(2, "2023-05-01", promise()).state(),
            made(3, "2023-05-01", promise())
                .and(&desk(), judged(Assessment::Kept).resting_on(&nothing(), ()))
                .state(),
            made(4, "2023-05-01", ours)
                .and(&desk(), judged(Assessment::Broken).resting_on(&nothing(), ()))
                .state(),
        ],
        ..Record::default()
    };
    let brief = record.brief(&of_states(), "2023-05-05");
    let theirs: Vec<_> = brief
        .their_word
        .iter()
        .map(|one| (one.made.commitment, one.overdue))
        .collect();
    assert_eq!(
        theirs,
        [(CommitmentId::of(2), true), (CommitmentId::of(1), false)]
    );
    assert_eq!(brief.our_word.len(), 1);
    assert!(!brief.our_word[0].overdue, "it was judged");
    assert_eq!(brief.left_out, BTreeMap::from([(LeftOut::Kept, 1)]));
}

#[test]
fn the_last_word_on_a_subject_counts_also_where_the_subject_goes_on_in_another_meeting() {
    let said = |number: u128, subject| RecordStatement {
        statement: StatementId::of(number),
        subject: Some(subject),
        ..statement()
    };
    let source = source();
    let first = meeting()
        .and(&desk(), said(1, CELEBRATION).resting_on(&source, ()))
        .and(&desk(), said(2, CELEBRATION).resting_on(&source, ()));
    let link = LinkSubjects {
        subject: CELEBRATION,
        relation: SubjectRelation::Later,
        meeting: LATER,
        other: AFTERWARDS,
    };
    let last = |meetings: Vec<Meeting>| -> Vec<StatementId> {
        let record = Record {
            meetings,
            ..Record::default()
        };
        let brief = record.brief(&of_states(), "2023-05-05");
        let told = brief.said.len() + brief.left_out.get(&LeftOut::SaidBefore).unwrap_or(&0);
        assert_eq!(
            told,
            record
                .meetings
                .iter()
                .map(|one| one.statements.len())
                .sum::<usize>()
        );
        brief.said.iter().map(|one| one.statement.statement).collect()
    };
    assert_eq!(last(vec![first.state()]), [StatementId::of(2)]);
    let second = later()
        .and(&desk(), said(3, AFTERWARDS).resting_on(&source, ()))
        .state();
    assert_eq!(
        last(vec![first.state(), second.clone()]),
        [StatementId::of(3), StatementId::of(2)]
    );
    assert_eq!(
        last(vec![first.and(&desk(), link).state(), second]),
        [StatementId::of(3)]
    );
}

#[test]
fn what_is_between_others_what_observers_said_and_what_is_too_much_is_counted() {
    let between_others = MakeRequest {
        from: MUNICIPALITY,
        to: STRANGERS,
        asked_by: GOVERNOR,
        ..ask()
    };
    let three = RecordMeeting {
        sides: vec![
            side(ASSOCIATION, "Association"),
            side(MUNICIPALITY, "Municipality"),
            side(STRANGERS, "Others"),
        ],
        ..record()
    };
    let comment = RecordMeeting {
        meeting: LATER,
        kind: MeetingKind::Comment,
        sides: vec![],
        participations: vec![engagement::Participation {
            side: None,
            ..participation(PRESIDENT, ASSOCIATION)
        }],
        ..record()
    };
    let remark = RecordStatement {
        speaker: PRESIDENT,
        subject: None,
        ..statement()
    };
    let source = source();
    let met = given::<Meeting>([])
        .and(&desk(), three.resting_on(&source, ()))
        .and(&desk(), subject().resting_on(&source, ()));
    let comment = given::<Meeting>([])
        .and(&desk(), comment.resting_on(&source, ()))
        .and(&desk(), remark.resting_on(&source, ()));
    let asked = given::<Request>([]).and(&desk(), between_others.resting_on(&source, &met.state()));
    let many = u128::try_from(MOST).unwrap() + 2;
    let record = Record {
        meetings: vec![met.state(), comment.state()],
        requests: (100..100 + many).map(turned).chain([asked.state()]).collect(),
        ..Record::default()
    };
    let brief = record.brief(&of_states(), "2023-05-05");
    assert_eq!(brief.ours.len(), MOST);
    let expected = [
        (LeftOut::BetweenOthers, 1),
        (LeftOut::Comments, 1),
        (LeftOut::Beyond, 2),
    ];
    assert_eq!(brief.left_out, BTreeMap::from(expected));
}

#[test]
fn before_a_relationship_is_on_record_nothing_is_told_of_it() {
    let record = Record {
        meetings: vec![meeting().state()],
        requests: vec![request().state()],
        ..Record::default()
    };
    assert_eq!(
        record.brief(&Relationship::default(), "2023-05-05"),
        Brief::default()
    );
}
