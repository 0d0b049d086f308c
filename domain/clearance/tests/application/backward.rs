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
    {
        let state = past.state();
        let referral = &state.referrals[&authority(who)];
        under_way(referral, &clearance::reckon(referral).ok()?, event(past), today)
    }
}

fn ask() -> AskQuestion {
    AskQuestion {
        authority: authority("moi"),
        text: reason("Where does the crowd leave?"),
        items: vec![],
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

/// Whoever waits for an answer to an offer has its days counted back as whoever waits for one to a question.
#[test]
fn an_open_offer_leaves_the_same_days_as_an_open_question() {
    let by = acting(INTERIOR, Role::Decider, "2023-08-14T03:00:00Z");
    let offered = in_circulation().and(&by, crate::offer::offers(crate::offer::elsewhere()));
    let asked = in_circulation().and(&by, ask());
    let open = days(&offered, "moi", TODAY).unwrap();
    assert_eq!(open, days(&asked, "moi", TODAY).unwrap());
    assert!(open.expected > Some(date(2023, 8, 31)));
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

/// In October the two others are overdue and Interior waits for an answer: those who are late come first, whoever is so for longest
/// before the other, and who is done is none of them.
#[test]
fn the_critical_authority_is_the_one_that_leaves_least_room_and_is_not_done() {
    let mut past = in_circulation().and(&officer(INTERIOR), ask());
    let later = date(2023, 10, 2);
    let both = [
        ("phnom-penh", MUNICIPALITY, Decision::Granted),
        ("mond", DEFENCE, Decision::NoObjection),
    ];
    for (who, of, decision) in both {
        let known = ["phnom-penh", "moi", "mond"].into_iter();
        let all: Vec<LatestDays> = known.filter_map(|who| days(&past, who, later)).collect();
        assert_eq!(critical(&all).unwrap().authority, authority(who));
        let decide = Decide {
            authority: authority(who),
            decision,
            reasons: None,
        };
        past = past.and(&decider(of), decide);
        assert_eq!(days(&past, who, later), None);
    }
    let moi = days(&past, "moi", later).unwrap();
    assert_eq!((critical([&moi]), moi.overdue), (Some(&moi), None));
    // Where nobody is late, it is the one with least room.
    let past = in_circulation();
    let known = ["phnom-penh", "moi", "mond"].into_iter();
    let all: Vec<LatestDays> = known.filter_map(|who| days(&past, who, TODAY)).collect();
    let least = all.iter().filter_map(LatestDays::float).min();
    assert_eq!(critical(&all).unwrap().float(), least);
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

/// Its day was the 31st of August: on the 20th of September no day before that is told as if it were still to come.
#[test]
fn whoever_is_overdue_has_no_more_room_than_is_left_from_today() {
    let past = in_circulation();
    let later = date(2023, 9, 20);
    let moi = days(&past, "moi", later).unwrap();
    assert_eq!(
        (moi.overdue, moi.expected),
        (Some(date(2023, 8, 31)), Some(later))
    );
    assert_eq!((moi.float(), moi.document, moi.answer), (Some(59), None, None));
    // However much room another leaves, who is overdue is pressed first.
    let mond = LatestDays {
        authority: authority("mond"),
        overdue: None,
        expected: Some(date(2023, 11, 1)),
        ..moi.clone()
    };
    assert_eq!(critical([&mond, &moi]), Some(&moi));
    // On its last day it is not overdue.
    let last = days(&past, "moi", date(2023, 8, 31)).unwrap();
    assert_eq!((last.overdue, last.document), (None, None));
}
