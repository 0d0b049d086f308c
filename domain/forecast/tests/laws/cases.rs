//! Whole cases: several authorities, questions between, and what would help most.

use crate::log::{Draw, Log, covers, day};
use forecast::{End, Entry, Lever, Pause, outlook, reckoned, with_change};

const END: i32 = 1_600;

/// Three authorities that a difficult case keeps busy together; the second one asks every other applicant something,
/// and waits for some ten days.
fn difficult(seed: u64) -> Log {
    let (mut draw, mut log) = (Draw::of(seed), Log::until(END));
    for case in 0..700 {
        let referred = draw.below(END);
        let difficulty = (0.7 * draw.normal()).exp();
        for (authority, median) in [("one", 15.0), ("two", 20.0), ("three", 25.0)] {
            let mut days = draw.days(median * difficulty, 0.3);
            let waits = 1 + draw.days(9.0, 0.3);
            let asks = authority == "two" && days > 4 && draw.even() < 0.5;
            if asks {
                days += waits;
            }
            log.add(case, authority, referred, referred + days);
            if let Some(entry) = log.record.entries.last_mut().filter(|_| asks) {
                let to = Some(day(referred + 3 + waits)).filter(|to| *to <= day(END));
                entry.pauses.push(Pause {
                    from: day(referred + 3),
                    to,
                });
            }
        }
    }
    log
}

fn open(authority: &str, referred: i32, paused: Option<i32>) -> Entry {
    Entry {
        case: "new".to_owned(),
        authority: authority.to_owned(),
        referred: day(referred),
        end: End::Open,
        pauses: paused
            .map(|from| Pause {
                from: day(from),
                to: None,
            })
            .into_iter()
            .collect(),
    }
}

#[test]
fn the_last_of_several_authorities_is_foretold_although_they_are_late_together() {
    let (mut draw, mut log) = (Draw::of(1), Log::until(END));
    for case in 0..700 {
        let referred = draw.below(END);
        let difficulty = (0.7 * draw.normal()).exp();
        for (authority, median) in [("one", 15.0), ("two", 20.0), ("three", 25.0)] {
            let days = draw.days(median * difficulty, 0.3);
            log.add(case, authority, referred, referred + days);
        }
    }
    let tried = log.tried();
    assert!(tried.cases.n > 500);
    covers(tried.cases.coverage, 0.05);
    covers(tried.coverage, 0.03);
}

#[test]
fn who_is_last_most_often_is_critical_and_shares_are_whole() {
    let mut learner = difficult(2).record.learned_until(day(END));
    let asked = ["one", "two", "three"].map(|authority| open(authority, END, None));
    let found = outlook(&mut learner, day(END), &asked, 1).unwrap();
    let critical: Vec<f64> = found.referrals.iter().map(|one| one.critical).collect();
    assert!((critical.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{critical:?}");
    assert!(
        critical[0] < critical[1] && critical[0] < critical[2],
        "{critical:?}"
    );
    assert!(found.by.is_sorted());
    let median = found.quantile(0.5).unwrap();
    assert!((day(END + 20)..day(END + 50)).contains(&median), "{median}");
    let (before, after) = (
        found.probability(day(END - 1)),
        found.probability(day(END + 4_000)),
    );
    assert_eq!((before, after), (0.0, 1.0));
    for one in &found.referrals {
        assert!(one.by.iter().zip(&found.by).all(|(own, all)| own >= all));
    }
}

/// Who decides at all decides soon, and one of sixteen never does: what is foretold of a case counts those.
#[test]
fn the_chance_of_a_case_counts_those_who_never_decide() {
    let (mut draw, mut log) = (Draw::of(9), Log::until(END));
    for case in 0..1_500 {
        let referred = draw.below(END);
        let never = draw.even() < 0.06;
        let days = if never { 2 * END } else { draw.days(30.0, 0.5) };
        log.add(case, "works", referred, referred + days);
    }
    let mut learner = log.record.learned_until(day(END));
    let asked = open("works", END, None);
    let mut chance = |of: usize| {
        let found = outlook(&mut learner, day(END), &vec![asked.clone(); of], 1).unwrap();
        found.decided_by(day(END + 1_000))
    };
    let (one, four) = (chance(1), chance(4));
    assert!((0.9..0.97).contains(&one), "{one}");
    assert!((four - one.powi(4)).abs() < 0.01, "{one} {four}");
}

#[test]
fn a_referral_that_has_waited_is_foretold_by_its_age() {
    let mut learner = difficult(3).record.learned_until(day(END));
    let mut within_five = |referred: i32| {
        let asked = [open("one", referred, None)];
        outlook(&mut learner, day(END), &asked, 1)
            .unwrap()
            .probability(day(END + 5))
    };
    assert!(
        within_five(END - 15) > 2.0 * within_five(END),
        "nobody decides at once"
    );
}

#[test]
fn answering_the_question_helps_and_a_withdrawn_referral_holds_nobody_up() {
    let mut learner = difficult(4).record.learned_until(day(END));
    let asked = [open("one", END - 10, None), open("two", END - 10, Some(END - 7))];
    let mut answered = asked[1].clone();
    answered.pauses[0].to = Some(day(END));
    let mut withdrawn = asked[1].clone();
    withdrawn.end = End::Left(day(END));
    let by = day(END + 15);
    let mut as_it_stands = |seed| {
        outlook(&mut learner, day(END), &asked, seed)
            .unwrap()
            .decided_by(by)
    };
    let (now, again, other) = (as_it_stands(1), as_it_stands(1), as_it_stands(2));
    assert_eq!(now, again);
    assert!((now - other).abs() < 0.03, "{now} {other}");
    let mut with = |referral, instead| {
        let lever = Lever { referral, instead };
        with_change(&mut learner, day(END), &asked, lever, by, 1).unwrap()
    };
    assert_eq!(with(1, asked[1].clone()), now, "a change that changes nothing");
    let (answered, gone) = (with(1, answered), with(1, withdrawn));
    assert!(
        now + 0.03 < answered && answered < gone,
        "{now} {answered} {gone}"
    );
    let alone = &asked[..1];
    let mut decided = asked[0].clone();
    decided.end = End::Decided(day(END));
    let lever = Lever {
        referral: 0,
        instead: decided,
    };
    let none_left = with_change(&mut learner, day(END), alone, lever, by, 1).unwrap();
    assert_eq!(none_left, 1.0, "nobody is left to wait for");
}

#[test]
fn days_on_which_a_clock_stood_still_are_no_age() {
    let mut learner = difficult(5).record.learned_until(day(END));
    let mut waited = open("one", END - 30, Some(END - 25));
    waited.pauses[0].to = Some(day(END));
    let fresh = open("one", END - 5, None);
    let mut found = |entry: &Entry| outlook(&mut learner, day(END), std::slice::from_ref(entry), 1).unwrap();
    assert_eq!(found(&waited).by, found(&fresh).by);
}

#[test]
fn a_case_that_is_all_decided_is_over() {
    let mut learner = difficult(6).record.learned_until(day(END));
    let mut decided = open("one", END - 30, None);
    decided.end = End::Decided(day(END - 2));
    let found = outlook(&mut learner, day(END), &[decided], 1).unwrap();
    assert_eq!((found.probability(day(END)), found.referrals.len()), (1.0, 0));
}

/// A referral is foretold with the questions that may still be asked about it: what was waited for them is part of what came.
#[test]
fn intervals_hold_where_questions_are_asked_between() {
    covers(difficult(9).tried().coverage, 0.05);
}

/// Pages ask in any order, and what one reader was told must not depend on what another had asked before.
#[test]
fn what_is_said_of_a_case_does_not_depend_on_who_asked_before() {
    let record = difficult(7).record;
    let one = [open("one", END - 10, None)];
    let others = [open("three", END - 20, None), open("two", END - 5, Some(END - 2))];
    let mut first = record.learned_until(day(END));
    first.settle();
    let expect = outlook(&mut first, day(END), &one, 1).unwrap();
    let mut later = record.learned_until(day(END));
    later.settle();
    outlook(&mut later, day(END), &others, 2).unwrap();
    reckoned(&mut later, day(END), &others[1]).unwrap();
    assert_eq!(outlook(&mut later, day(END), &one, 1).unwrap(), expect);
}

#[test]
fn a_reckoning_tells_what_the_forecast_of_a_referral_rests_on() {
    let mut learner = difficult(8).record.learned_until(day(END));
    learner.settle();
    let fast = reckoned(&mut learner, day(END), &open("one", END - 10, None)).unwrap();
    assert_eq!((fast.age, fast.waited, fast.working_days), (10, None, false));
    assert!(fast.basis.own > 500 && fast.basis.all > 3 * 500, "{fast:?}");
    assert!(fast.own.middle < fast.all.middle, "{fast:?}");
    assert!(
        fast.own.early < fast.own.middle && fast.own.middle < fast.own.late,
        "{fast:?}"
    );
    // Some seven hundred decisions of its own say that it is not as all are.
    assert!(fast.as_all_are < 0.01, "{fast:?}");
    let asks = reckoned(&mut learner, day(END), &open("two", END - 10, Some(END - 4))).unwrap();
    assert_eq!((asks.age, asks.waited), (6, Some(4)));
    assert!(asks.asks > fast.asks && asks.answers > 100, "{asks:?}");
    assert!((2..9).contains(&asks.answered_in.middle), "{asks:?}");
    let unknown = reckoned(&mut learner, day(END), &open("four", END, None)).unwrap();
    assert_eq!((unknown.own, unknown.basis.own), (unknown.all, 0));
    assert_eq!((unknown.as_all_are, unknown.open), (1.0, 0));
}
