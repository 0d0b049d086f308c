//! Backward from the event: how much room each authority leaves, and until when what is still to come helps.

use crate::cast::*;
use act::scenario::Given;
use act::{Date, Role};
use clearance::acts::{AnswerQuestion, AskQuestion, Decide};
use clearance::{Application, Decision, LatestDays, critical, under_way};
use jiff::civil::date;

const TODAY: Date = date(2023, 8, 15);

fn event(past: &Given<Application>) -> Date {
    past.state().submission.unwrap().event.date
}

fn days(past: &Given<Application>, who: &str, today: Date) -> Option<LatestDays> {
    under_way(&past.state().referrals[&authority(who)], event(past), today)
}

fn ask() -> AskQuestion {
    AskQuestion {
        authority: authority("moi"),
        text: reason("Where does the crowd leave?"),
    }
}

/// Twenty working days from 4 August end on 31 August; the event is on 19 November.
#[test]
fn what_is_between_the_last_day_expected_and_the_event_is_room() {
    let past = in_circulation();
    assert_eq!(event(&past), date(2023, 11, 19));
    let moi = days(&past, "moi", TODAY).unwrap();
    assert_eq!(
        (moi.expected, moi.decided_by),
        (Some(date(2023, 8, 31)), date(2023, 11, 18))
    );
    assert_eq!(moi.float(), Some(79));
    assert_eq!(moi.document, Some(date(2023, 8, 30)));
    // Asked anew, it needs its twenty days again before Saturday the 18th of November.
    assert_eq!(moi.asked_by, days(&past, "mond", TODAY).unwrap().asked_by);
}

/// On each day that is named it is still in time, and on the next working day it is not.
#[test]
fn the_last_day_for_an_answer_is_the_last_with_which_the_period_ends_before_the_event() {
    let past = in_circulation().and(&officer(INTERIOR), ask());
    let open = days(&past, "moi", TODAY).unwrap();
    let answer = open.answer.unwrap();
    let decided = |day: Date| {
        let answered = AnswerQuestion {
            authority: authority("moi"),
            number: 1,
            answer: reason("By both bridges."),
        };
        let then = acting(ASSOCIATION, Role::Applicant, &format!("{day}T03:00:00Z"));
        let past = in_circulation()
            .and(&officer(INTERIOR), ask())
            .and(&then, answered);
        let state = past.state();
        clearance::reckon(&state.referrals[&authority("moi")])
            .unwrap()
            .deadline
            .unwrap()
    };
    assert!(decided(answer) <= open.decided_by, "{answer}");
    let known = calendar::Calendar::named("kh").unwrap();
    let next = known.next_working_day(answer).unwrap();
    assert!(decided(next) > open.decided_by, "{next}");
    // As long as it is open, it is expected as if it were answered today.
    assert_eq!(open.expected, Some(decided(TODAY)));
}

#[test]
fn the_critical_authority_is_the_one_that_leaves_least_room_and_is_not_done() {
    let past = in_circulation().and(&officer(INTERIOR), ask());
    let later = date(2023, 10, 2);
    let all = |past: &Given<Application>| -> Vec<LatestDays> {
        let known = ["phnom-penh", "moi", "mond"].into_iter();
        known.filter_map(|who| days(past, who, later)).collect()
    };
    let days = all(&past);
    assert_eq!(critical(&days).unwrap().authority, authority("moi"));
    let decide = Decide {
        authority: authority("phnom-penh"),
        decision: Decision::Granted,
        reasons: None,
    };
    assert_eq!(all(&past.and(&decider(MUNICIPALITY), decide)).len(), 2);
}

/// Whoever needs more days than are left is told how many are missing.
#[test]
fn a_decision_that_is_expected_after_the_event_has_no_room() {
    let past = in_circulation().and(&officer(INTERIOR), ask());
    let late = days(&past, "moi", date(2023, 11, 16)).unwrap();
    assert!(late.float().unwrap() < 0, "{late:?}");
    assert!(late.answer.unwrap() < date(2023, 11, 16));
}

/// A question that is asked at once changes nothing of the day by which its answer helps: the day on which it is asked does not count.
#[test]
fn the_day_for_an_answer_is_the_same_before_a_question_is_asked_and_after_it() {
    let asked = officer(INTERIOR).at;
    let zone = calendar::zone("Asia/Phnom_Penh").unwrap();
    let today = asked.to_zoned_datetime(zone).date();
    let before = days(&in_circulation(), "moi", today).unwrap();
    let after = days(&in_circulation().and(&officer(INTERIOR), ask()), "moi", today).unwrap();
    assert!(before.answer.is_some());
    assert_eq!(before.answer, after.answer);
}
