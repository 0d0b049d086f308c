//! What happens by itself, and when.

use crate::cast::*;
use act::{Act, Actor, Context, Date};
use calendar::{Period, Unit};
use clearance::acts::*;
use clearance::{
    ApplicationFact, ClearanceRefusal, Decision, Outcome, Referral, Silence, Stage, Standing, due, next_due,
};

/// Twenty working days from 3 August end with the 31st, in Phnom Penh.
const LAST: &str = "2023-08-31T16:59:59Z";
const PAST: &str = "2023-08-31T17:00:00Z";
/// The event ends at 21:00 there.
const EVENT_OVER: &str = "2023-11-19T14:00:00Z";

fn count() -> CountSilence {
    CountSilence {
        authority: authority("moi"),
    }
}

fn grant() -> Decide {
    Decide {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
    }
}

#[test]
fn silence_counts_from_the_end_of_the_period_as_the_rulebook_says() {
    for (silence, standing) in [
        (Silence::DeemedGranted, Standing::DeemedGranted),
        (Silence::DeemedRefused, Standing::DeemedRefused),
    ] {
        let past = where_silence_is(silence);
        assert_eq!(next_due(&past.state()), Some(at(PAST)));
        assert!(due(&past.state(), at(LAST)).is_none());
        let fact = ApplicationFact::SilenceCounted {
            authority: authority("moi"),
            silence,
            ended: Date::constant(2023, 8, 31),
        };
        past.when(&the_rule(INTERIOR, PAST), count()).then(&[fact]);
        let (counted, done) = by_itself(past, PAST);
        // The others are silent as well, and nothing follows from it but that all are told.
        assert_eq!(
            done,
            [
                (ActName::NoteOverrun, MUNICIPALITY),
                (ActName::CountSilence, INTERIOR),
                (ActName::NoteOverrun, DEFENCE),
            ]
        );
        let counted = counted.state();
        assert_eq!(counted.referrals[&authority("moi")].standing(), standing);
        assert_eq!(standing.agreed(), silence == Silence::DeemedGranted);
        assert_eq!(standing.refused(), silence == Silence::DeemedRefused);
        // Nothing happens twice: what is next is the event's end.
        assert_eq!(next_due(&counted), Some(at(EVENT_OVER)));
    }
}

/// What may be told early of a clock, is told without reckoning it: never of one whose period is over.
#[test]
fn silence_counts_from_the_very_end_of_the_shortest_and_the_longest_period() {
    let circulated = where_silence_is(Silence::DeemedGranted).state();
    // The last instant of a day, and the day on which clocks go forward.
    let received = [
        "2023-03-10T12:00:00Z",
        "2023-03-11T07:59:59Z",
        "2023-08-02T16:59:59Z",
    ];
    for zone in ["Asia/Phnom_Penh", "America/Los_Angeles", "Pacific/Kiritimati"] {
        for (unit, counted) in [Unit::Calendar, Unit::Working, Unit::Month]
            .into_iter()
            .flat_map(|unit| [(unit, true), (unit, false)])
        {
            for (days, received) in [1, 2, 3].into_iter().flat_map(|d| received.map(|r| (d, r))) {
                let mut application = circulated.clone();
                let referral = application.referrals.get_mut(&authority("moi")).unwrap();
                referral.referred = at(received);
                referral.terms.zone = zone.to_owned();
                referral.terms.period = Period { days, unit };
                referral.terms.receipt.counted = counted;
                let over = over_at(referral);
                let context = |at| Context {
                    actor: Actor::rule(INTERIOR),
                    at,
                };
                let moi = authority("moi");
                let told = (zone, unit, counted, days, received);
                let early = CountSilence::check(
                    &application,
                    &context(over - jiff::SignedDuration::from_secs(1)),
                    &moi,
                );
                assert!(early.is_err(), "{told:?}");
                let counts = CountSilence::check(&application, &context(over), &moi);
                assert_eq!(counts, Ok(()), "{told:?}");
                let late = grant().decide(
                    &application,
                    &Context {
                        at: over,
                        ..decider(INTERIOR)
                    },
                );
                assert!(
                    matches!(late, Err(ClearanceRefusal::SilenceCounts { .. })),
                    "{told:?} {late:?}"
                );
            }
        }
    }
}

/// When the last day of a period is over, where its authority is.
fn over_at(referral: &Referral) -> act::Timestamp {
    let last = clearance::reckon(referral).unwrap().deadline.unwrap();
    let zone = calendar::zone(&referral.terms.zone).unwrap();
    let over: jiff::civil::DateTime = last.tomorrow().unwrap().into();
    zone.to_ambiguous_timestamp(over).compatible().unwrap()
}

#[test]
fn what_counts_as_a_refusal_refuses_the_whole() {
    let past = where_silence_is(Silence::DeemedRefused).and(&the_rule(INTERIOR, PAST), count());
    let Outcome::Refused { by, .. } = Outcome::of(&past.state()) else {
        panic!("{:?}", Outcome::of(&past.state()))
    };
    assert_eq!(by, [authority("moi")]);
}

#[test]
fn a_permit_says_by_whose_silence_it_stands() {
    let mut granting = grant();
    granting.authority = authority("phnom-penh");
    let later = acting(MUNICIPALITY, act::Role::Coordinator, "2023-09-01T03:00:00Z");
    let permitted = where_silence_is(Silence::DeemedGranted)
        .and(&decider(MUNICIPALITY), granting)
        .and(&the_rule(INTERIOR, PAST), count())
        .and(&later, IssuePermit)
        .state();
    let decisions = permitted.permit.unwrap().content.decisions;
    let silent: Vec<_> = decisions
        .iter()
        .map(|one| (one.authority.as_str(), one.by_silence))
        .collect();
    let ended = Some(Date::constant(2023, 8, 31));
    assert_eq!(silent, [("moi", ended), ("phnom-penh", None)]);
}

#[test]
fn whoever_comes_after_the_period_comes_too_late_even_before_it_is_written_down() {
    let past = where_silence_is(Silence::DeemedGranted);
    let late = acting(INTERIOR, act::Role::Decider, PAST);
    past.when(&late, grant())
        .refused(&ClearanceRefusal::SilenceCounts {
            authority: authority("moi"),
            date: Date::constant(2023, 8, 31),
        });
    let in_time = acting(INTERIOR, act::Role::Decider, LAST);
    past.when(&in_time, grant()).then(&[ApplicationFact::Decided {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
        sealed: None,
    }]);
    // Nor is it called decided once it is.
    past.and(&the_rule(INTERIOR, "2023-09-20T03:00:00Z"), count())
        .when(&late, grant())
        .refused(&ClearanceRefusal::SilenceCounts {
            authority: authority("moi"),
            date: Date::constant(2023, 8, 31),
        });
    // Where silence means nothing, a late decision is still owed.
    in_circulation()
        .when(&late, grant())
        .then(&[ApplicationFact::Decided {
            authority: authority("moi"),
            decision: Decision::Granted,
            reasons: None,
            sealed: None,
        }]);
}

#[test]
fn an_open_question_and_more_time_put_it_off() {
    let moi = || authority("moi");
    let question = AskQuestion {
        authority: moi(),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    };
    let asked = where_silence_is(Silence::DeemedGranted).and(&officer(INTERIOR), question);
    let (_, done) = by_itself(asked, PAST);
    let others = [
        (ActName::NoteOverrun, MUNICIPALITY),
        (ActName::NoteOverrun, DEFENCE),
    ];
    assert_eq!(done, others);
    let more = ProposeExtension {
        authority: moi(),
        days: 1,
        reasons: reason("A day more."),
    };
    let agree = AnswerExtension {
        authority: moi(),
        number: 1,
        agreed: true,
        reasons: None,
    };
    let agreed = where_silence_is(Silence::DeemedGranted)
        .and(&officer(INTERIOR), more)
        .and(
            &acting(ASSOCIATION, act::Role::Applicant, "2023-08-15T03:00:00Z"),
            agree,
        );
    let (agreed, done) = by_itself(agreed, PAST);
    assert_eq!(done, others);
    assert_eq!(next_due(&agreed.state()), Some(at("2023-09-01T17:00:00Z")));
}

#[test]
fn a_period_that_passes_where_silence_means_nothing_is_written_down_once_for_each_last_day() {
    let moi = || authority("moi");
    let noted = || NoteOverrun { authority: moi() };
    let fact = |ended| ApplicationFact::PeriodOverrun {
        authority: moi(),
        ended,
    };
    let past = in_circulation();
    let runs = ClearanceRefusal::PeriodRuns { authority: moi() };
    past.when(&the_rule(INTERIOR, LAST), noted()).refused(&runs);
    past.when(&the_rule(INTERIOR, PAST), noted())
        .then(&[fact(Date::constant(2023, 8, 31))]);
    past.when(&decider(INTERIOR), noted())
        .refused(&ClearanceRefusal::NotByHand);
    let told = past.and(&the_rule(INTERIOR, PAST), noted());
    told.when(&the_rule(INTERIOR, PAST), noted()).refused(&runs);
    // It still decides.
    let late = acting(INTERIOR, act::Role::Decider, "2023-09-04T03:00:00Z");
    told.when(&late, grant()).then(&[ApplicationFact::Decided {
        authority: moi(),
        decision: Decision::Granted,
        reasons: None,
        sealed: None,
    }]);
    // More time, and that passes as well: all are told again.
    let more = ProposeExtension {
        authority: moi(),
        days: 5,
        reasons: reason("The fire brigade has not answered."),
    };
    let agree = AnswerExtension {
        authority: moi(),
        number: 1,
        agreed: true,
        reasons: None,
    };
    let officer = acting(INTERIOR, act::Role::Officer, "2023-09-04T03:00:00Z");
    let organiser = acting(ASSOCIATION, act::Role::Applicant, "2023-09-04T04:00:00Z");
    let longer = told.and(&officer, more).and(&organiser, agree);
    let again = the_rule(INTERIOR, "2023-09-07T17:00:00Z");
    longer
        .when(&again, noted())
        .then(&[fact(Date::constant(2023, 9, 7))]);
    // Whose silence counts is not told: it counts.
    where_silence_is(Silence::DeemedGranted)
        .when(&the_rule(INTERIOR, PAST), noted())
        .refused(&runs);
}

#[test]
fn a_case_without_a_permit_lapses_with_its_event_and_one_with_a_permit_does_not() {
    let (past, _) = by_itself(in_circulation(), PAST);
    assert_eq!(next_due(&past.state()), Some(at(EVENT_OVER)));
    let (act, whose) = due(&past.state(), at(EVENT_OVER)).unwrap();
    assert_eq!((act.name(), whose), (ActName::Lapse, MUNICIPALITY));
    past.when(&the_rule(MUNICIPALITY, "2023-11-19T13:59:59Z"), act.clone())
        .refused(&ClearanceRefusal::EventNotOver {
            date: Date::constant(2023, 11, 19),
        });
    let lapsed = past.and(&the_rule(MUNICIPALITY, EVENT_OVER), act).state();
    assert_eq!((lapsed.stage(), next_due(&lapsed)), (Stage::Lapsed, None));
    let mut granting = grant();
    granting.authority = authority("phnom-penh");
    let permitted = in_circulation()
        .and(&decider(MUNICIPALITY), granting)
        .and(&decider(INTERIOR), grant())
        .and(&coordinator_later(), IssuePermit)
        .state();
    assert_eq!(next_due(&permitted), None);
    assert!(due(&permitted, at(EVENT_OVER)).is_none());
}

/// Whoever only advises is not taken for having decided, whatever a rulebook says of its silence.
#[test]
fn the_silence_of_a_consultee_counts_as_nothing() {
    let mut circulate = circulate();
    for planned in &mut circulate.referrals {
        planned.terms.silence = match planned.competence {
            clearance::Competence::Consultee => Silence::DeemedGranted,
            _ => Silence::Nothing,
        };
    }
    let past = act::scenario::given::<clearance::Application>([])
        .and(&organiser(), submit())
        .and(&coordinator(), circulate);
    let (past, done) = by_itself(past, PAST);
    assert_eq!(next_due(&past.state()), Some(at(EVENT_OVER)));
    assert!(done.iter().all(|(act, _)| *act == ActName::NoteOverrun));
    let consultee = CountSilence {
        authority: authority("mond"),
    };
    past.when(&the_rule(DEFENCE, PAST), consultee)
        .refused(&ClearanceRefusal::SilenceMeansNothing {
            authority: authority("mond"),
        });
}

/// The municipality stands before Interior in the rulebook, and has a day more.
#[test]
fn of_two_silences_the_one_that_was_due_first_counts_first() {
    let mut circulate = circulate();
    for planned in &mut circulate.referrals {
        planned.terms.silence = Silence::DeemedGranted;
        if planned.authority == authority("phnom-penh") {
            planned.terms.period.days += 1;
        }
    }
    let past = act::scenario::given::<clearance::Application>([])
        .and(&organiser(), submit())
        .and(&coordinator(), circulate);
    let (_, done) = by_itself(past, "2023-09-20T03:00:00Z");
    let of = [
        (ActName::CountSilence, INTERIOR),
        (ActName::NoteOverrun, DEFENCE),
        (ActName::CountSilence, MUNICIPALITY),
    ];
    assert_eq!(done, of);
}

#[test]
fn what_has_ended_does_not_lapse_as_well() {
    let over = the_rule(MUNICIPALITY, EVENT_OVER);
    let lapsed = in_circulation().and(&over, Lapse);
    let withdrawn = in_circulation().and(&organiser(), Withdraw { reasons: None });
    for (past, stage) in [(lapsed, Stage::Lapsed), (withdrawn, Stage::Withdrawn)] {
        assert!(due(&past.state(), at(EVENT_OVER)).is_none());
        let ClearanceRefusal::WrongStage { stage: found, .. } = past.when(&over, Lapse).refusal() else {
            panic!("{stage:?} lapses")
        };
        assert_eq!(found, stage);
    }
}

/// After an outage: what was due before the event is over has nothing left to count for.
#[test]
fn silence_of_before_the_event_does_not_count_once_the_event_is_over() {
    let past = where_silence_is(Silence::DeemedGranted);
    let (act, _) = due(&past.state(), at(EVENT_OVER)).unwrap();
    assert_eq!(act.name(), ActName::Lapse);
    count()
        .decide(&past.state(), &the_rule(INTERIOR, EVENT_OVER))
        .unwrap_err();
}

/// Nobody decides in the name of silence, whatever a form says.
#[test]
fn nobody_does_by_hand_what_happens_by_itself() {
    let past = where_silence_is(Silence::DeemedGranted);
    for by in [decider(INTERIOR), coordinator_later(), organiser()] {
        past.when(&by, count()).refused(&ClearanceRefusal::NotByHand);
        past.when(&by, Lapse).refused(&ClearanceRefusal::NotByHand);
    }
    for decision in [Decision::DeemedGranted, Decision::DeemedRefused] {
        let mut claimed = grant();
        claimed.decision = decision;
        past.when(&decider(INTERIOR), claimed)
            .refused(&ClearanceRefusal::NotItsDecision {
                authority: authority("moi"),
            });
    }
}
