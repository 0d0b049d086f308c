//! A day that is held: who may do what with it when, and how it ends by itself.

use crate::cast::{ASSOCIATION, EMBASSY, INTERIOR, MUNICIPALITY, acting, at, authority, reason, title};
use act::scenario::{Given, given};
use act::{ApplicationId, Context, Role};
use clearance::hold::{
    AcceptHold, AskHold, DateHold, DeclineHold, HeldEvent, HoldAsked, HoldFact, HoldRefusal, HoldStanding,
    MOST_HOLDS, UseHold, WithdrawHold,
};
use clearance::{Lead, Organiser};
use jiff::civil::{Date, date, time};

const DAY: Date = date(2023, 11, 19);
const JULY: &str = "2023-07-01T02:00:00Z";

fn asked() -> HoldAsked {
    HoldAsked {
        organiser: Organiser {
            organisation: ASSOCIATION,
            name: title("The association"),
        },
        lead: Lead {
            authority: authority("phnom-penh"),
            organisation: MUNICIPALITY,
            name: title("The municipality"),
        },
        rulebook: "kh-phnom-penh".into(),
        event: HeldEvent {
            kind: title("A fair"),
            place: title("The quay"),
            date: DAY,
            from: time(18, 0, 0, 0),
            until: time(21, 0, 0, 0),
            zone: "Asia/Phnom_Penh".into(),
        },
        words: None,
    }
}

fn ask() -> AskHold {
    AskHold {
        asked: asked(),
        others: 0,
    }
}

fn accept(until: Date) -> AcceptHold {
    AcceptHold { until, words: None }
}

fn decline() -> DeclineHold {
    DeclineHold {
        reasons: reason("It is repaired."),
    }
}

fn used() -> UseHold {
    UseHold {
        application: ApplicationId::of(9),
        date: DAY,
        lead: MUNICIPALITY,
    }
}

fn organiser() -> Context {
    acting(ASSOCIATION, Role::Applicant, JULY)
}

fn lead() -> Context {
    acting(MUNICIPALITY, Role::Coordinator, JULY)
}

fn stands(past: &Given<DateHold>, when: &str) -> Option<HoldStanding> {
    past.state().stands(at(when)).map(|(_, stands)| stands)
}

#[test]
fn a_day_to_come_is_asked_for_once_and_by_organisers() {
    let nothing = given::<DateHold>([]);
    nothing
        .when(&organiser(), ask())
        .then(&[HoldFact::Asked(Box::new(asked()))]);
    let officer = acting(ASSOCIATION, Role::Officer, JULY);
    let refused = nothing.when(&officer, ask()).refusal();
    assert!(matches!(refused, HoldRefusal::NotYourRole { .. }), "{refused:?}");
    let on_the_day = acting(ASSOCIATION, Role::Applicant, "2023-11-19T02:00:00Z");
    nothing
        .when(&on_the_day, ask())
        .refused(&HoldRefusal::NotAhead { date: DAY });
    let years_before = acting(ASSOCIATION, Role::Applicant, "2021-07-01T02:00:00Z");
    nothing.when(&years_before, ask()).refused(&HoldRefusal::TooFar {
        latest: date(2023, 7, 1),
    });
    let many = AskHold {
        others: MOST_HOLDS,
        ..ask()
    };
    nothing
        .when(&organiser(), many)
        .refused(&HoldRefusal::TooMany { most: MOST_HOLDS });
    let past = nothing.and(&organiser(), ask());
    let stands = Some(HoldStanding::Asked);
    past.when(&organiser(), ask())
        .refused(&HoldRefusal::WrongStanding { stands });
}

#[test]
fn the_lead_alone_answers_and_for_a_time_before_the_event() {
    let past = given::<DateHold>([]).and(&organiser(), ask());
    let until = date(2023, 9, 1);
    past.when(&lead(), accept(until))
        .then(&[HoldFact::Accepted { until, words: None }]);
    let interior = acting(INTERIOR, Role::Coordinator, JULY);
    past.when(&interior, accept(until))
        .refused(&HoldRefusal::NotTheLead);
    past.when(&interior, decline()).refused(&HoldRefusal::NotTheLead);
    for until in [date(2023, 6, 30), DAY] {
        past.when(&lead(), accept(until))
            .refused(&HoldRefusal::UntilOutOfReach {
                earliest: date(2023, 7, 1),
                latest: date(2023, 11, 18),
            });
    }
    // Held, it can be held longer, or no more; the same again is nothing new.
    let held = past.and(&lead(), accept(until));
    let stands = Some(HoldStanding::Held);
    held.when(&lead(), accept(until))
        .refused(&HoldRefusal::WrongStanding { stands });
    let longer = date(2023, 10, 1);
    held.when(&lead(), accept(longer)).then(&[HoldFact::Accepted {
        until: longer,
        words: None,
    }]);
    let declined = held.and(&lead(), decline());
    let stands = Some(HoldStanding::Declined);
    declined
        .when(&organiser(), used())
        .refused(&HoldRefusal::WrongStanding { stands });
}

#[test]
fn whoever_asked_uses_or_withdraws_it_and_nobody_else() {
    let past = given::<DateHold>([]).and(&organiser(), ask());
    let embassy = acting(EMBASSY, Role::Applicant, JULY);
    let withdraw = WithdrawHold { reasons: None };
    past.when(&embassy, withdraw.clone())
        .refused(&HoldRefusal::NotTheHolder);
    past.when(&embassy, used()).refused(&HoldRefusal::NotTheHolder);
    past.when(&organiser(), withdraw)
        .then(&[HoldFact::Withdrawn { reasons: None }]);
    // One that is not answered yet is used, too: nothing is gained by waiting.
    past.when(&organiser(), used()).then(&[HoldFact::Used {
        application: ApplicationId::of(9),
    }]);
    let another = UseHold {
        date: date(2023, 11, 20),
        ..used()
    };
    past.when(&organiser(), another)
        .refused(&HoldRefusal::ForAnother { date: DAY });
    let elsewhere = UseHold {
        lead: INTERIOR,
        ..used()
    };
    past.when(&organiser(), elsewhere)
        .refused(&HoldRefusal::ForAnother { date: DAY });
}

#[test]
fn it_runs_out_by_itself_when_its_last_day_is_over_where_it_is() {
    let past = given::<DateHold>([]).and(&organiser(), ask());
    assert_eq!(stands(&given::<DateHold>([]), JULY), None);
    assert_eq!(stands(&past, JULY), Some(HoldStanding::Asked));
    // Never answered, it is over with the event's day.
    assert_eq!(stands(&past, "2023-11-18T16:59:59Z"), Some(HoldStanding::Asked));
    assert_eq!(stands(&past, "2023-11-18T17:00:00Z"), Some(HoldStanding::RunOut));
    let held = past.and(&lead(), accept(date(2023, 9, 1)));
    assert_eq!(stands(&held, "2023-09-01T16:59:59Z"), Some(HoldStanding::Held));
    assert_eq!(stands(&held, "2023-09-01T17:00:00Z"), Some(HoldStanding::RunOut));
    let late = acting(ASSOCIATION, Role::Applicant, "2023-09-02T02:00:00Z");
    let stands = Some(HoldStanding::RunOut);
    held.when(&late, used())
        .refused(&HoldRefusal::WrongStanding { stands });
}
