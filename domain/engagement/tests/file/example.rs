//! The example that ships: both meetings, five subjects, five requests, one answer; every line on its source.

use crate::bring_in::{Desk, ids, now, plan};
use engagement::{
    Anchor, Answer, Excerpt, Known, LinkedSubject, MeetingKind, MeetingsFile, PlannedAct, Report,
    RequestStanding, SpeechAct, SubjectRelation,
};
use identity::When;

const EXAMPLE: &str = include_str!("../../../../examples/meetings.toml");

fn example() -> MeetingsFile {
    MeetingsFile::parse("meetings.toml", EXAMPLE, now()).unwrap_or_else(|faults| {
        let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", told.join("\n"))
    })
}

#[test]
fn the_example_holds_two_meetings_five_subjects_and_five_requests() {
    let plan = plan(&example());
    let keys = plan.keys.clone();
    let desk = Desk::carries_out(plan);
    let of_kind = |kind| {
        let meetings = desk.meetings.values();
        meetings
            .filter(|one| one.record.as_ref().is_some_and(|record| record.kind == kind))
            .count()
    };
    assert_eq!(
        (of_kind(MeetingKind::Meeting), of_kind(MeetingKind::Comment)),
        (2, 1)
    );
    assert_eq!(
        desk.meetings
            .values()
            .map(|one| one.subjects.len())
            .sum::<usize>(),
        5
    );
    assert_eq!(desk.requests.len(), 5);
    let association = keys.organisations["association"];
    assert_eq!(
        desk.requests
            .values()
            .filter(|one| one.is_from(association))
            .count(),
        2
    );
    let from_government = desk
        .requests
        .values()
        .filter(|one| one.is_from(keys.organisations["government"]));
    assert_eq!(from_government.count(), 3);
}

#[test]
fn the_municipality_answered_and_the_governor_s_advice_is_a_statement() {
    let plan = plan(&example());
    let keys = plan.keys.clone();
    let desk = Desk::carries_out(plan);
    let request = &desk.requests[&keys.requests["cooperate-municipality"]];
    assert_eq!(request.standing(), RequestStanding::Answered);
    assert_eq!(request.answer().map(|one| one.answer), Some(Answer::Accepted));
    let open = desk
        .requests
        .values()
        .filter(|one| one.standing() == RequestStanding::Open);
    assert_eq!(open.count(), 4);
    let visit = &desk.meetings[&keys.meetings["municipality-visit"]];
    let advice = visit
        .statements
        .iter()
        .filter(|one| one.act == SpeechAct::Suggests);
    assert_eq!(
        advice.map(|one| one.speaker).collect::<Vec<_>>(),
        [keys.persons["khuong-sreng"]]
    );
}

#[test]
fn each_meeting_says_when_it_was_and_which_posts_were_held() {
    let plan = plan(&example());
    let keys = plan.keys.clone();
    let desk = Desk::carries_out(plan);
    let check = |meeting: &str, when: When, person: &str, post: &str| {
        let meeting = &desk.meetings[&keys.meetings[meeting]];
        assert_eq!(meeting.record.as_ref().map(|record| record.when), Some(when));
        let held = meeting
            .participation(keys.persons[person])
            .and_then(|one| one.post.clone())
            .unwrap();
        assert_eq!(held.title.in_language("en"), post);
        let organisation = &desk.organisations[&held.organisation];
        assert!(
            organisation
                .posts_held(keys.persons[person], &when)
                .contains(&held.post)
        );
    };
    let before = When::OnOrBefore("2023-04-25".parse().unwrap());
    let day = When::On("2023-04-26".parse().unwrap());
    check("municipality-visit", before, "khuong-sreng", "Governor");
    check("municipality-visit", before, "takahashi", "President");
    check("peace-palace", day, "hun-sen", "Prime Minister");
    check(
        "comments",
        When::Unknown,
        "kin-phea",
        "Director of the International Relations Institute",
    );
    let embassy = &desk.organisations[&keys.organisations["embassy"]];
    assert!(embassy.posts_held(keys.persons["takahashi"], &day).is_empty());
    assert_eq!(
        embassy
            .posts_held(keys.persons["takahashi"], &When::Year(2005))
            .len(),
        1
    );
}

#[test]
fn every_line_rests_on_words_that_stand_once_in_a_frozen_source() {
    let desk = Desk::carries_out(plan(&example()));
    let mut lines = 0;
    let mut check = |excerpt: &Excerpt| {
        assert!(
            matches!(
                excerpt.find_in(desk.sources[&excerpt.source].text()),
                Anchor::Found { .. }
            ),
            "{excerpt:?}"
        );
        lines += 1;
    };
    for meeting in desk.meetings.values() {
        match &meeting.record.as_ref().unwrap().reported_by {
            Report::Excerpt(excerpt) => check(excerpt),
            Report::Source(source) => assert!(desk.sources.contains_key(source)),
        }
        meeting.subjects.values().for_each(|one| check(&one.excerpt));
        meeting.statements.iter().for_each(|one| check(&one.excerpt));
    }
    for request in desk.requests.values() {
        check(&request.made.as_ref().unwrap().excerpt);
        request
            .answers
            .iter()
            .for_each(|one| check(one.excerpt.as_ref().unwrap()));
    }
    desk.commitments
        .values()
        .for_each(|one| check(&one.made.as_ref().unwrap().excerpt));
    for relationship in desk.relationships.values() {
        check(relationship.excerpt.as_ref().unwrap());
        relationship.milestones.iter().for_each(|one| check(&one.excerpt));
    }
    // One meeting's report, 5 subjects, 7 statements, 5 requests, 1 answer, 1 commitment, 1 relationship, 1 milestone.
    assert_eq!(lines, 22);
}

#[test]
fn the_seventieth_anniversary_falls_on_the_nineteenth_of_november() {
    let desk = Desk::carries_out(plan(&example()));
    let relationship = desk.relationships.values().next().unwrap();
    let upcoming = relationship.upcoming("2023-04-26".parse().unwrap());
    assert_eq!(upcoming[0].on, "2023-11-19".parse().unwrap());
    assert_eq!(upcoming[0].anniversary, Some(70));
}

#[test]
fn bringing_the_same_file_in_twice_changes_nothing() {
    let first = plan(&example());
    let mut ids = ids();
    assert_eq!(example().plan(&first.keys, &mut ids).acts, []);
}

#[test]
fn what_is_known_by_its_key_is_not_registered_again() {
    let first = plan(&example());
    let known = Known {
        organisations: first.keys.organisations,
        ..Known::default()
    };
    let second = example().plan(&known, &mut ids());
    let registers = |act: &PlannedAct| matches!(act, PlannedAct::RegisterOrganisation(_));
    assert!(!second.acts.iter().any(registers));
    assert_eq!(second.keys.requests.len(), 5);
}

#[test]
fn a_subject_is_linked_to_one_that_stands_further_down_or_further_up_in_the_file() {
    let reported = "sides = [\"association\", \"municipality\"]\n";
    let subject = concat!(
        "[[meeting.subject]]\nkey = \"preparation\"\ntitle = \"Preparing\"\nlater = [\"peace-palace/anniversary\"]\n",
        "excerpt = { source = \"note-municipality\", exact = \"making ready for the anniversary\" }\n",
    );
    let earlier = "key = \"anniversary\"\nearlier = [\"municipality-visit/preparation\"]\n";
    let linked = EXAMPLE
        .replacen(reported, &format!("{reported}{subject}"), 1)
        .replacen("key = \"anniversary\"\n", earlier, 1);
    let plan = plan(&MeetingsFile::parse("linked.toml", &linked, now()).unwrap());
    let keys = plan.keys.clone();
    let desk = Desk::carries_out(plan);
    let check = |subject: &str, relation: SubjectRelation, other: &str| {
        let of = |key: &str| (keys.meetings[key.split('/').next().unwrap()], keys.subjects[key]);
        let ((meeting, subject), (other_meeting, other)) = (of(subject), of(other));
        let expected = LinkedSubject {
            relation,
            meeting: other_meeting,
            subject: other,
        };
        assert_eq!(desk.meetings[&meeting].subjects[&subject].links, [expected]);
    };
    check(
        "municipality-visit/preparation",
        SubjectRelation::Later,
        "peace-palace/anniversary",
    );
    check(
        "peace-palace/anniversary",
        SubjectRelation::Earlier,
        "municipality-visit/preparation",
    );
}

#[test]
fn the_example_names_what_it_brings_by_its_keys() {
    let file = example();
    let named = |keys: Vec<&str>, one: &str| keys.contains(&one);
    let sources: Vec<(&str, String)> = file.sources().collect();
    assert!(
        sources
            .iter()
            .all(|(key, hash)| !key.is_empty() && hash.len() == 64)
    );
    assert_eq!(sources.len(), EXAMPLE.matches("[[source]]").count());
    assert_eq!(
        file.organisations().count(),
        EXAMPLE.matches("[[organisation]]").count()
    );
    assert_eq!(file.persons().count(), EXAMPLE.matches("[[person]]").count());
    assert_eq!(file.posts().count(), EXAMPLE.matches("[[post]]").count());
    let organisations: Vec<&str> = file.organisations().map(|(key, _)| key).collect();
    assert!(file.posts().all(|(_, of, _)| named(organisations.clone(), of)));
}
