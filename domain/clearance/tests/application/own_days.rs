//! The days that an authority entered itself: open clocks follow, and what is decided or over stays as it was reckoned.

use crate::cast::*;
use act::scenario::Given;
use act::{Actor, Context, Date, OrganisationId, Role, Title};
use calendar::{DayKind, GivenDays, OwnCalendar, OwnDays, Receipt};
use clearance::acts::*;
use clearance::{Application, ApplicationFact, ClearanceRefusal, Decision, Moved, Silence};
use jiff::civil::{date, time};

fn entry(number: u32, days: (&str, &str), kind: DayKind) -> OwnDays {
    OwnDays {
        number,
        days: GivenDays {
            from: days.0.parse().unwrap(),
            to: days.1.parse().unwrap(),
            kind,
            reason: Title::new("Flood").unwrap(),
            source: Title::new("Circular 12").unwrap(),
        },
        entered: acting(INTERIOR, Role::Decider, "2023-08-23T03:00:00Z"),
    }
}

fn own(as_of: u64, days: Vec<OwnDays>) -> OwnCalendar {
    OwnCalendar { as_of, days }
}

/// Closed on a Thursday and a Friday of the time that Interior has.
fn flood() -> OwnCalendar {
    own(1, vec![entry(1, ("2023-08-24", "2023-08-25"), DayKind::Closed)])
}

fn follow(calendar: OwnCalendar, changed: &str) -> FollowCalendar {
    FollowCalendar {
        authority: authority("moi"),
        calendar,
        changed: at(changed),
    }
}

fn rule_on(instant: &str) -> Context {
    the_rule(INTERIOR, instant)
}

const CHANGED: &str = "2023-08-23T03:00:00Z";

fn due(past: &Given<Application>) -> Date {
    let state = past.state();
    let reckoned = clearance::reckon(&state.referrals[&authority("moi")]).unwrap();
    reckoned.deadline.unwrap()
}

#[test]
fn days_on_which_an_authority_is_closed_are_not_counted_and_its_day_moves() {
    let before = in_circulation();
    assert_eq!(due(&before), date(2023, 8, 31));
    let past = before.and(&rule_on(CHANGED), follow(flood(), CHANGED));
    assert_eq!(due(&past), date(2023, 9, 4));
    let state = past.state();
    let referral = &state.referrals[&authority("moi")];
    let moved = Moved {
        at: at(CHANGED),
        from: date(2023, 8, 31),
        to: date(2023, 9, 4),
    };
    assert_eq!(referral.moved, [moved]);
    // The others keep their own calendar.
    assert!(state.referrals[&authority("mond")].own.is_plain());
    // Taken back, it moves back.
    let past = past.and(&rule_on(CHANGED), follow(own(2, vec![]), CHANGED));
    assert_eq!(due(&past), date(2023, 8, 31));
    assert_eq!(past.state().referrals[&authority("moi")].moved.len(), 2);
}

/// A holiday that was moved to another day is worked; a day that is worked already makes none of it move.
#[test]
fn a_day_that_is_worked_though_others_do_not_is_counted() {
    let saturday = own(1, vec![entry(1, ("2023-08-26", "2023-08-26"), DayKind::Open)]);
    let past = in_circulation().and(&rule_on(CHANGED), follow(saturday, CHANGED));
    assert_eq!(due(&past), date(2023, 8, 30));
}

#[test]
fn a_calendar_is_followed_once_and_never_back() {
    let past = in_circulation().and(&rule_on(CHANGED), follow(flood(), CHANGED));
    past.when(&rule_on(CHANGED), follow(flood(), CHANGED)).then(&[]);
    past.when(&rule_on(CHANGED), follow(own(0, vec![]), CHANGED))
        .then(&[]);
}

#[test]
fn what_was_over_before_an_authority_was_asked_is_not_in_its_clock() {
    let june = entry(1, ("2023-06-05", "2023-06-09"), DayKind::Closed);
    let calendar = own(
        2,
        vec![june, entry(2, ("2023-08-24", "2023-08-25"), DayKind::Closed)],
    );
    let past = in_circulation().and(&rule_on(CHANGED), follow(calendar, CHANGED));
    let state = past.state();
    let own = &state.referrals[&authority("moi")].own;
    assert_eq!((own.as_of, own.days.len()), (2, 1));
}

#[test]
fn what_is_decided_stays_as_it_was_reckoned() {
    let decide = Decide {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
    };
    let past = in_circulation().and(&decider(INTERIOR), decide);
    let refusal = past.when(&rule_on(CHANGED), follow(flood(), CHANGED)).refusal();
    assert!(matches!(refusal, ClearanceRefusal::AlreadyDecided { .. }));
    assert_eq!(due(&past), date(2023, 8, 31));
}

/// The period ends on 31 August. What was changed before, moves it, even if the program comes to it only later; what is changed
/// afterwards, does not.
#[test]
fn silence_that_counts_stays_and_a_change_that_came_before_is_not_lost() {
    let past = where_silence_is(Silence::DeemedGranted);
    let (before, after) = ("2023-08-31T16:59:59Z", "2023-08-31T17:00:00Z");
    let refusal = past.when(&rule_on(after), follow(flood(), after)).refusal();
    assert!(
        matches!(refusal, ClearanceRefusal::SilenceCounts { .. }),
        "{refusal:?}"
    );
    let past = past.and(&rule_on(after), follow(flood(), before));
    assert_eq!(due(&past), date(2023, 9, 4));
}

#[test]
fn nobody_has_a_clock_follow_a_calendar_by_hand() {
    for person in [decider(INTERIOR), coordinator(), organiser()] {
        in_circulation()
            .when(&person, follow(flood(), CHANGED))
            .refused(&ClearanceRefusal::NotByHand);
    }
    // Nor does whoever set the installation up.
    let operator = Context {
        actor: Actor {
            role: Role::Operator,
            ..decider(OrganisationId::of(9)).actor
        },
        at: at(CHANGED),
    };
    in_circulation()
        .when(&operator, follow(flood(), CHANGED))
        .refused(&ClearanceRefusal::NotByHand);
}

#[test]
fn an_authority_that_is_asked_now_has_the_days_that_it_had_entered() {
    let mut circulate = circulate();
    for planned in &mut circulate.referrals {
        if planned.authority == authority("moi") {
            planned.own = flood();
        }
    }
    let past = act::scenario::given::<Application>([])
        .and(&organiser(), submit())
        .and(&coordinator(), circulate);
    assert_eq!(due(&past), date(2023, 9, 4));
    assert!(past.state().referrals[&authority("moi")].moved.is_empty());
}

/// A half-day is counted; what arrives after its hour is received on the next working day, where the rules know an hour at all.
#[test]
fn what_arrives_on_a_half_day_after_its_hour_is_received_on_the_next() {
    let noon = DayKind::HalfDay {
        until: time(9, 0, 0, 0),
    };
    let arrived = in_circulation().state().referrals[&authority("moi")].referred;
    let day = arrived
        .to_zoned_datetime(jiff::tz::TimeZone::UTC)
        .date()
        .to_string();
    let half = own(1, vec![entry(1, (&day, &day), noon)]);
    let due_by = |cut_off| {
        let mut circulate = circulate();
        for planned in &mut circulate.referrals {
            planned.own = half.clone();
            planned.terms.receipt = Receipt {
                counted: false,
                cut_off,
            };
        }
        let past = act::scenario::given::<Application>([])
            .and(&organiser(), submit())
            .and(&coordinator(), circulate);
        let state = past.state();
        clearance::reckon(&state.referrals[&authority("moi")])
            .unwrap()
            .start
    };
    assert_eq!(due_by(None), day.parse().unwrap());
    assert!(due_by(Some(time(17, 0, 0, 0))) > day.parse().unwrap());
}

#[test]
fn the_fact_says_whose_calendar_changed_and_what_is_in_it() {
    let expected = ApplicationFact::CalendarChanged {
        authority: authority("moi"),
        own: flood(),
    };
    in_circulation()
        .when(&rule_on(CHANGED), follow(flood(), CHANGED))
        .then(&[expected]);
}

/// A week of floods is taken back on the day that they had moved the end to: the end is over for days already by what then holds.
fn taken_back_on_the_last_day(silence: Silence) -> Given<Application> {
    let week = own(1, vec![entry(1, ("2023-08-23", "2023-08-28"), DayKind::Closed)]);
    let past = where_silence_is(silence).and(&rule_on(CHANGED), follow(week, CHANGED));
    assert_eq!(due(&past), date(2023, 9, 6));
    let last = "2023-09-06T03:00:00Z";
    past.and(&rule_on(last), follow(own(2, vec![]), last))
}

#[test]
fn a_change_ends_no_period_before_the_day_on_which_it_is_made() {
    for silence in [Silence::DeemedGranted, Silence::DeemedRefused, Silence::Nothing] {
        let past = taken_back_on_the_last_day(silence);
        assert_eq!(due(&past), date(2023, 9, 6));
        let record = clearance::clock(&past.state().referrals[&authority("moi")]).unwrap();
        assert_eq!(record.clock.not_before, Some(date(2023, 9, 6)));
        let decide = Decide {
            authority: authority("moi"),
            decision: Decision::Granted,
            reasons: None,
        };
        let evening = acting(INTERIOR, Role::Decider, "2023-09-06T16:00:00Z");
        let decided = past.and(&evening, decide).state();
        assert!(decided.referrals[&authority("moi")].decided.is_some());
    }
    let silent = CountSilence {
        authority: authority("moi"),
    };
    let past = taken_back_on_the_last_day(Silence::DeemedRefused);
    past.when(&rule_on("2023-09-06T16:59:59Z"), silent.clone())
        .refused(&ClearanceRefusal::PeriodRuns {
            authority: authority("moi"),
        });
    past.when(&rule_on("2023-09-06T17:00:00Z"), silent)
        .then(&[ApplicationFact::SilenceCounted {
            authority: authority("moi"),
            silence: Silence::DeemedRefused,
            ended: date(2023, 9, 6),
        }]);
}

/// The last day that it is left with is a day like any other last one: what it asks on it stops the clock.
#[test]
fn a_question_on_the_day_that_is_left_stops_the_clock() {
    let ask = AskQuestion {
        authority: authority("moi"),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    };
    let evening = acting(INTERIOR, Role::Officer, "2023-09-06T10:00:00Z");
    let past = taken_back_on_the_last_day(Silence::DeemedGranted).and(&evening, ask);
    let state = past.state();
    let stands = clearance::reckon(&state.referrals[&authority("moi")]).unwrap();
    assert_eq!(stands.deadline, None);
    let answer = AnswerQuestion {
        authority: authority("moi"),
        number: 1,
        answer: reason("By both bridges."),
    };
    let answered = acting(ASSOCIATION, Role::Applicant, "2023-09-07T03:00:00Z");
    assert_eq!(due(&past.and(&answered, answer)), date(2023, 9, 8));
}

/// The calendar ends with 2040: who is closed for all of its years would have no day, and keeps the one that it has.
#[test]
fn no_day_is_lost_beyond_what_the_calendar_knows() {
    let ever = own(1, vec![entry(1, ("2023-08-24", "2040-12-31"), DayKind::Closed)]);
    in_circulation()
        .when(&rule_on(CHANGED), follow(ever, CHANGED))
        .refused(&ClearanceRefusal::DaysBeyondCalendar {
            authority: authority("moi"),
        });
}

/// West of Greenwich it is still the day before when the world's clocks show the day on which something is received.
#[test]
fn far_to_the_west_a_day_of_its_own_counts_on_the_day_that_its_own_clocks_show() {
    let evening = DayKind::HalfDay {
        until: time(9, 0, 0, 0),
    };
    // It is put to Interior at two in the morning of Greenwich, which is ten in the evening of the first in New York.
    let put = acting(MUNICIPALITY, Role::Coordinator, "2023-08-02T02:00:00Z");
    let mut circulate = circulate();
    for planned in &mut circulate.referrals {
        planned.terms.zone = "America/New_York".into();
        planned.terms.receipt = Receipt {
            counted: false,
            cut_off: Some(time(23, 0, 0, 0)),
        };
    }
    let past = act::scenario::given::<Application>([])
        .and(&organiser(), submit())
        .and(&put, circulate);
    let start = |past: &Given<Application>| {
        let state = past.state();
        clearance::reckon(&state.referrals[&authority("moi")])
            .unwrap()
            .start
    };
    assert_eq!(start(&past), date(2023, 8, 1));
    let half = own(1, vec![entry(1, ("2023-08-01", "2023-08-01"), evening)]);
    let changed = "2023-08-02T02:30:00Z";
    let followed = past.and(&rule_on(changed), follow(half, changed));
    assert_eq!(start(&followed), date(2023, 8, 2));
}
