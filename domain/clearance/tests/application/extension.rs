//! More time, which an authority asks for and the organiser agrees to: the day moves by agreement alone.

use crate::cast::*;
use act::scenario::Given;
use act::{Act, Context, Date, Role};
use clearance::acts::*;
use clearance::{Application, ApplicationFact, ClearanceRefusal, Decision};

pub fn more_time(days: u32) -> ProposeExtension {
    ProposeExtension {
        authority: authority("moi"),
        days,
        reasons: reason("The fire brigade measures the quay first."),
    }
}

pub fn says(number: u32, agreed: bool) -> AnswerExtension {
    AnswerExtension {
        authority: authority("moi"),
        number,
        agreed,
        reasons: None,
    }
}

/// As many days asked for and agreed to, again and again, as the calendar of Interior has room for.
pub fn to_the_end_of_its_calendar() -> Given<Application> {
    let (asking, mut past) = (officer(INTERIOR), in_circulation());
    for number in 1.. {
        if more_time(MOST_DAYS).decide(&past.state(), &asking).is_err() {
            break;
        }
        past = past
            .and(&asking, more_time(MOST_DAYS))
            .and(&organiser_on("2023-08-15"), says(number, true));
    }
    past
}

fn organiser_on(day: &str) -> Context {
    acting(ASSOCIATION, Role::Applicant, &format!("{day}T03:00:00Z"))
}

fn due(past: &Given<Application>) -> Date {
    let state = past.state();
    clearance::reckon(&state.referrals[&authority("moi")])
        .unwrap()
        .deadline
        .unwrap()
}

fn open(past: &Given<Application>) -> Option<u32> {
    let state = past.state();
    state.referrals[&authority("moi")]
        .open_extension()
        .map(|open| open.number)
}

/// Twenty working days from 3 August end on the 31st; five more on 7 September.
#[test]
fn the_day_moves_when_the_organiser_agrees_and_not_before() {
    let asked = in_circulation().and(&officer(INTERIOR), more_time(5));
    assert_eq!(due(&asked), Date::constant(2023, 8, 31));
    assert_eq!(open(&asked), Some(1));
    let declined = asked.and(&organiser_on("2023-08-15"), says(1, false));
    assert_eq!(
        (due(&declined), open(&declined)),
        (Date::constant(2023, 8, 31), None)
    );
    let again = declined.and(&officer(INTERIOR), more_time(5));
    let agreed = again.and(&organiser_on("2023-08-16"), says(2, true));
    assert_eq!((due(&agreed), open(&agreed)), (Date::constant(2023, 9, 7), None));
    // What was agreed stays agreed; more can be agreed on top of it.
    let further = agreed.and(&officer(INTERIOR), more_time(1));
    assert_eq!(due(&further), Date::constant(2023, 9, 7));
    let further = further.and(&organiser_on("2023-08-17"), says(3, true));
    assert_eq!(due(&further), Date::constant(2023, 9, 8));
}

#[test]
fn the_others_keep_their_day() {
    let agreed = in_circulation()
        .and(&officer(INTERIOR), more_time(5))
        .and(&organiser_on("2023-08-15"), says(1, true))
        .state();
    let theirs = clearance::reckon(&agreed.referrals[&authority("phnom-penh")]).unwrap();
    assert_eq!(theirs.deadline, Some(Date::constant(2023, 8, 31)));
}

#[test]
fn what_is_asked_for_anew_takes_the_place_of_what_was_not_answered() {
    let anew = in_circulation()
        .and(&officer(INTERIOR), more_time(50))
        .and(&officer(INTERIOR), more_time(5));
    anew.when(&organiser_on("2023-08-15"), says(1, true))
        .refused(&ClearanceRefusal::NoOpenExtension { number: 1 });
    let agreed = anew.and(&organiser_on("2023-08-15"), says(2, true));
    assert_eq!(due(&agreed), Date::constant(2023, 9, 7));
    agreed
        .when(&organiser_on("2023-08-16"), says(2, false))
        .refused(&ClearanceRefusal::NoOpenExtension { number: 2 });
}

#[test]
fn an_authority_decides_without_waiting_for_an_answer_and_nothing_is_asked_any_more() {
    let decide = Decide {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
    };
    let decided = in_circulation()
        .and(&officer(INTERIOR), more_time(5))
        .and(&decider(INTERIOR), decide);
    assert!(!decided.state().referrals[&authority("moi")].awaits_organiser());
    decided
        .when(&organiser_on("2023-08-22"), says(1, true))
        .refused(&ClearanceRefusal::AlreadyDecided {
            authority: authority("moi"),
        });
}

#[test]
fn days_that_nobody_can_reckon_with_are_not_asked_for() {
    for given in [0, MOST_DAYS + 1, u32::MAX] {
        in_circulation()
            .when(&officer(INTERIOR), more_time(given))
            .refused(&ClearanceRefusal::NotSoManyDays {
                most: MOST_DAYS,
                given,
            });
    }
    let past = to_the_end_of_its_calendar();
    assert!(due(&past) > Date::constant(2024, 8, 31), "{}", due(&past));
    let moi = authority("moi");
    past.when(&officer(INTERIOR), more_time(MOST_DAYS))
        .refused(&ClearanceRefusal::DaysBeyondCalendar { authority: moi });
}

/// A question that is open hides no day that nobody could reckon once it is answered.
#[test]
fn an_open_question_does_not_let_days_pass_that_the_calendar_has_not() {
    let question = AskQuestion {
        authority: authority("moi"),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    };
    to_the_end_of_its_calendar()
        .and(&officer(INTERIOR), question)
        .when(&officer(INTERIOR), more_time(MOST_DAYS))
        .refused(&ClearanceRefusal::DaysBeyondCalendar {
            authority: authority("moi"),
        });
}

#[test]
fn the_same_is_not_asked_twice_and_no_authority_asks_without_end() {
    let asking = officer(INTERIOR);
    let asked = in_circulation().and(&asking, more_time(5));
    asked
        .when(&asking, more_time(5))
        .refused(&ClearanceRefusal::AskedAlready);
    let mut past = asked;
    for days in 2..=20 {
        past = past.and(&asking, more_time(days + 5));
    }
    past.when(&asking, more_time(1))
        .refused(&ClearanceRefusal::AskedTooOften(20));
}

#[test]
fn it_is_asked_and_answered_by_those_whose_it_is() {
    in_circulation()
        .when(&decider(DEFENCE), more_time(5))
        .refused(&ClearanceRefusal::NotYourAuthority {
            authority: authority("moi"),
        });
    let asked = in_circulation().and(&decider(INTERIOR), more_time(5));
    let stranger = acting(DEFENCE, Role::Applicant, "2023-08-15T03:00:00Z");
    asked
        .when(&stranger, says(1, true))
        .refused(&ClearanceRefusal::NotAnOrganiser);
    asked
        .when(&organiser_on("2023-08-15"), says(1, true))
        .then(&[ApplicationFact::ExtensionAnswered {
            authority: authority("moi"),
            number: 1,
            agreed: true,
            reasons: None,
        }]);
}
