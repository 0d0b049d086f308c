//! What the desk writes for a brief, taking it back, and signing the brief off.

use crate::brief::{between, of_states, party};
use crate::cast::{
    ASSOCIATION, CELEBRATION, DESK, MEETING, STRANGERS, by, day, desk, meeting, reason, title,
};
use act::scenario::{Given, given};
use act::sealed::Commitment;
use act::{Actor, OrganisationId, PersonId, Role, SubjectId};
use engagement::acts::{SignOff, TakeBackOurLine, WriteLine};
use engagement::{
    EngagementRefusal, Heading, Meeting, Party, Relationship, RelationshipFact, SignedOff, Written, sha256,
};
use std::collections::BTreeSet;

const COLLEAGUE: PersonId = PersonId::of(98);

pub fn established() -> Given<Relationship> {
    let of = of_states();
    let [first, second] = of.between.as_slice() else {
        panic!("two parties")
    };
    given([(
        desk(),
        RelationshipFact::Established {
            relationship: of.id.unwrap(),
            between: [first.clone(), second.clone()],
            on: of.on.unwrap(),
            names: of.names.clone().unwrap(),
            excerpt: of.excerpt.clone().unwrap(),
        },
    )])
}

pub fn line() -> WriteLine {
    WriteLine {
        about: Some(Heading {
            meeting: MEETING,
            subject: CELEBRATION,
            title: title("The celebrations"),
        }),
        meeting: meeting().state(),
        written: Written::OurLine(reason("We hold to the plan.")),
        colleagues: BTreeSet::from([COLLEAGUE]),
    }
}

pub fn sealed(readers: Vec<PersonId>) -> WriteLine {
    WriteLine {
        about: None,
        meeting: Meeting::default(),
        written: Written::NotToSay {
            commitment: Commitment::of([7; 32]),
            readers,
        },
        ..line()
    }
}

pub fn signed(seen: &str) -> SignOff {
    SignOff {
        brief: SignedOff {
            day: day("2023-09-14"),
            language: "en".parse().unwrap(),
            sha256: sha256("Brief"),
            known: 40,
        },
        seen: sha256(seen),
    }
}

#[test]
fn a_line_is_written_on_a_subject_of_the_relationship_and_once() {
    let WriteLine { about, written, .. } = line();
    established()
        .when(&desk(), line())
        .then(&[RelationshipFact::LineWritten { about, written }]);
    established()
        .and(&desk(), line())
        .when(&desk(), line())
        .refused(&EngagementRefusal::AlreadyRecorded);
    let mut elsewhere = line();
    if let Some(about) = &mut elsewhere.about {
        about.subject = SubjectId::of(404);
    }
    established()
        .when(&desk(), elsewhere)
        .refused(&EngagementRefusal::NoSuchSubject);
    given::<Relationship>([])
        .when(&desk(), line())
        .refused(&EngagementRefusal::NotRecorded);
}

#[test]
fn a_subject_of_a_meeting_that_is_not_of_the_relationship_is_none_to_write_on() {
    let of = |organisation: OrganisationId, english: &str| Party {
        organisation: Some(organisation),
        ..party(english)
    };
    let others = between([of(ASSOCIATION, "Association"), of(STRANGERS, "Strangers")]);
    assert!(!others.covers(&meeting().state()));
    let fact = RelationshipFact::Established {
        relationship: others.id.unwrap(),
        between: [others.between[0].clone(), others.between[1].clone()],
        on: others.on.unwrap(),
        names: others.names.clone().unwrap(),
        excerpt: others.excerpt.clone().unwrap(),
    };
    given([(desk(), fact)])
        .when(&desk(), line())
        .refused(&EngagementRefusal::NoSuchSubject);
}

#[test]
fn what_is_not_to_be_said_is_read_by_whoever_wrote_it_and_those_who_are_named() {
    let state = established().and(&desk(), sealed(vec![COLLEAGUE])).state();
    let line = state.line(1).unwrap();
    assert_eq!(line.commitment(), Some(Commitment::of([7; 32])));
    let check = |person, role, expect| {
        let actor = Actor {
            person,
            role,
            ..desk().actor
        };
        assert_eq!(line.is_read_by(&actor), expect, "{person} as {}", role.name());
    };
    check(desk().actor.person, Role::DeskOfficer, true);
    check(COLLEAGUE, Role::DeskOfficer, true);
    check(PersonId::of(5), Role::DeskOfficer, false);
    // Who audits is told that there is something, whoever that is.
    check(COLLEAGUE, Role::Auditor, false);
    established()
        .when(&desk(), sealed(vec![COLLEAGUE, PersonId::of(5)]))
        .refused(&EngagementRefusal::NotAReader);
}

#[test]
fn a_line_is_taken_back_once_and_then_can_be_written_again() {
    let back = |line| TakeBackOurLine {
        line,
        reason: reason("It is settled."),
    };
    let gone = established().and(&desk(), line()).and(&desk(), back(1));
    let state = gone.state();
    assert_eq!(state.standing_lines().count(), 0);
    assert!(
        state.line(1).unwrap().taken_back.is_some(),
        "that it was there stays"
    );
    gone.when(&desk(), back(1))
        .refused(&EngagementRefusal::LineTakenBack);
    gone.when(&desk(), back(2))
        .refused(&EngagementRefusal::NotRecorded);
    gone.when(&desk(), back(0))
        .refused(&EngagementRefusal::NotRecorded);
    assert_eq!(
        gone.and(&desk(), line())
            .state()
            .standing_lines()
            .next()
            .unwrap()
            .0,
        2
    );
}

#[test]
fn a_brief_is_signed_off_as_it_was_shown_and_once() {
    let act = signed("Brief");
    established()
        .when(&desk(), act.clone())
        .then(&[RelationshipFact::SignedOff(act.brief.clone())]);
    established()
        .when(&desk(), signed("An earlier one"))
        .refused(&EngagementRefusal::BriefChanged);
    established()
        .and(&desk(), act.clone())
        .when(&desk(), act)
        .refused(&EngagementRefusal::AlreadyRecorded);
}

#[test]
fn nobody_but_the_desk_that_keeps_the_record_writes_for_its_brief_or_signs_it_off() {
    let back = TakeBackOurLine {
        line: 1,
        reason: reason("As I like it."),
    };
    let written = established().and(&desk(), line());
    let check = |context: &act::Context, refusal: &EngagementRefusal| {
        written.when(context, sealed(vec![])).refused(refusal);
        written.when(context, back.clone()).refused(refusal);
        written.when(context, signed("Brief")).refused(refusal);
    };
    check(
        &by(Role::DeskOfficer, STRANGERS),
        &EngagementRefusal::NotYourRecord,
    );
    for role in Role::ALL.into_iter().filter(|role| *role != Role::DeskOfficer) {
        let refusal = EngagementRefusal::NotYourRole { role, allowed: DESK };
        check(&by(role, ASSOCIATION), &refusal);
    }
}
