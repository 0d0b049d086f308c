//! The names under which things are kept, and what a refusal carries.

use crate::cast::{day, meeting, source};
use act::{ApplicationId, Detail, Refusal, Role};
use engagement::{
    Answer, Assessment, EngagementRefusal, Meeting, MeetingKind, Mode, RequestStanding, RestsOn, Source,
    SourceKind, SpeechAct,
};
use serde::Serialize;

/// The name that code uses is the one that a fact keeps.
fn kept_as<T: Serialize>(one: T, name: &str) {
    assert_eq!(serde_json::to_string(&one).unwrap(), format!("\"{name}\""));
}

#[test]
fn what_is_kept_by_a_name_is_found_by_it() {
    for one in SpeechAct::ALL {
        kept_as(one, one.name());
        assert_eq!(SpeechAct::named(one.name()), Some(one));
    }
    for one in Answer::ALL {
        kept_as(one, one.name());
        assert_eq!(Answer::named(one.name()), Some(one));
    }
    for one in Assessment::ALL {
        kept_as(one, one.name());
        assert_eq!(Assessment::named(one.name()), Some(one));
    }
    for one in SourceKind::ALL {
        kept_as(one, one.name());
        assert_eq!(SourceKind::named(one.name()), Some(one));
    }
    for one in [MeetingKind::Meeting, MeetingKind::Comment] {
        kept_as(one, one.name());
    }
    for one in [Mode::Direct, Mode::Indirect] {
        kept_as(one, one.name());
    }
    for one in [
        RequestStanding::Open,
        RequestStanding::Answered,
        RequestStanding::TakenUp,
        RequestStanding::TakenBack,
    ] {
        kept_as(one, one.name());
    }
    assert_eq!(SpeechAct::named("sings"), None);
    assert_eq!(SourceKind::named("rumour"), None);
    assert_eq!(Answer::named("perhaps"), None);
    assert_eq!(Assessment::named("forgotten"), None);
}

#[test]
fn what_is_not_recorded_yet_has_no_title() {
    assert_eq!(Source::default().title(), "");
    assert!(!source().title().is_empty());
    assert_eq!(Meeting::default().title(), "");
    assert!(!meeting().state().title().is_empty());
}

#[test]
fn a_refusal_carries_what_was_wrong() {
    let number = |refusal: EngagementRefusal, name: &str, number: i64| {
        assert_eq!(refusal.details(), [(name, Detail::Number(number))]);
    };
    number(EngagementRefusal::ExcerptAmbiguous { places: 3 }, "places", 3);
    number(EngagementRefusal::TooFewSides { given: 1 }, "given", 1);
    number(EngagementRefusal::OrderTaken { order: 2 }, "order", 2);
    let (day, field) = (day("2023-04-25"), "when");
    let date = |refusal: EngagementRefusal, name: &str| {
        assert_eq!(refusal.details(), [(name, Detail::Date(day))]);
    };
    date(EngagementRefusal::NotYetCome { field, day }, "day");
    date(EngagementRefusal::AnsweredBeforeMeeting { met: day }, "met");
    date(EngagementRefusal::DueBeforeMeeting { met: day }, "met");
    let application = ApplicationId::of(7);
    assert_eq!(
        EngagementRefusal::AlreadyTakenUp { application }.details(),
        [("application", Detail::Text(application.to_string()))]
    );
    for by in RestsOn::ALL {
        assert_eq!(
            EngagementRefusal::RestedOn { by }.details(),
            [("what", Detail::Term(by.term().to_owned()))]
        );
    }
    let (role, allowed) = (Role::Auditor, &[Role::DeskOfficer] as &[Role]);
    assert_eq!(
        EngagementRefusal::NotYourRole { role, allowed }.details(),
        [
            ("role", Detail::role(role)),
            ("allowed", Detail::any_role(allowed))
        ]
    );
}

#[test]
fn a_refusal_stands_beside_the_field_it_concerns() {
    let check = |refusal: EngagementRefusal, field: Option<&str>| {
        assert_eq!(refusal.field(), field, "{refusal:?}");
    };
    check(EngagementRefusal::NoSource, Some("source"));
    check(EngagementRefusal::ExcerptNotFound, Some("excerpt"));
    check(EngagementRefusal::ExcerptAmbiguous { places: 2 }, Some("excerpt"));
    check(EngagementRefusal::TooFewSides { given: 1 }, Some("sides"));
    check(EngagementRefusal::CommentHasSides, Some("sides"));
    check(EngagementRefusal::SideTwice, Some("sides"));
    check(EngagementRefusal::NotASide, Some("sides"));
    check(EngagementRefusal::NoParticipant, Some("participations"));
    check(EngagementRefusal::ParticipantTwice, Some("participations"));
    check(EngagementRefusal::NotAParticipant, Some("person"));
    check(EngagementRefusal::NoSuchSubject, Some("subject"));
    check(EngagementRefusal::LinkWithinMeeting, Some("subject"));
    check(EngagementRefusal::OrderTaken { order: 1 }, Some("order"));
    check(EngagementRefusal::SameSide, Some("to"));
    let met = day("2023-04-25");
    for field in ["when", "on", "published"] {
        check(EngagementRefusal::NotYetCome { field, day: met }, Some(field));
    }
    check(EngagementRefusal::AnsweredBeforeMeeting { met }, Some("on"));
    check(EngagementRefusal::DueBeforeMeeting { met }, Some("due"));
    check(EngagementRefusal::RestedOn { by: RestsOn::Answer }, Some("line"));
    check(EngagementRefusal::NotRecorded, None);
}
