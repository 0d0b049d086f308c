//! What is not foretold, and why.

use crate::log::{Draw, Log, day};
use forecast::{End, Entry, Pause, Withheld, outlook};

fn short(referrals: i32, days: i32) -> Log {
    let (mut draw, mut log) = (Draw::of(1), Log::until(100_000));
    for case in 0..referrals {
        let taken = 1 + draw.below(days);
        log.add(case, "one", case, case + taken);
    }
    log
}

fn open(referred: i32) -> Entry {
    Entry {
        case: "new".to_owned(),
        authority: "one".to_owned(),
        referred: day(referred),
        end: End::Open,
        pauses: vec![],
    }
}

fn why(log: &Log, today: i32, asked: &Entry) -> Option<Withheld> {
    let mut learner = log.record.learned_until(day(today));
    outlook(&mut learner, day(today), std::slice::from_ref(asked), 1)
        .err()
        .map(|unforeseen| unforeseen.why)
}

#[test]
fn nineteen_decisions_are_needed() {
    let log = short(60, 5);
    let few = why(&log, 15, &open(15));
    assert!(
        matches!(few, Some(Withheld::FewDecisions { known: 5..19 })),
        "{few:?}"
    );
    assert_eq!(why(&log, 60, &open(60)), None);
    assert_eq!(
        Withheld::FewDecisions { known: 7 }.to_string(),
        "7 decisions are known, and 19 are needed"
    );
}

#[test]
fn a_record_shorter_than_what_it_tells_of_is_not_believed() {
    let (mut draw, mut log) = (Draw::of(2), Log::until(100_000));
    for case in 0..2_000 {
        let (referred, days) = (case / 50, draw.days(40.0, 0.6));
        log.add(case, "one", referred, referred + days);
    }
    let early = why(&log, 25, &open(25));
    assert!(
        matches!(early, Some(Withheld::ShortRecord { days: 25 })),
        "{early:?}"
    );
    assert_eq!(why(&log, 200, &open(200)), None);
}

#[test]
fn a_referral_far_older_than_any_is_not_foretold() {
    let log = short(600, 10);
    let old = why(&log, 600, &open(20));
    assert!(
        matches!(old, Some(Withheld::BeyondRecord { age: 580 })),
        "{old:?}"
    );
}

#[test]
fn how_long_an_answer_takes_must_be_known() {
    let mut log = short(600, 10);
    let mut asked = open(590);
    asked.pauses.push(Pause {
        from: day(595),
        to: None,
    });
    assert_eq!(why(&log, 600, &asked), Some(Withheld::FewAnswers { known: 0 }));
    for (at, entry) in (0..).zip(&mut log.record.entries).take(40) {
        entry.pauses.push(Pause {
            from: day(at),
            to: Some(day(at + 1)),
        });
    }
    assert_eq!(why(&log, 600, &asked), None);
}
