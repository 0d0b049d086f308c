//! An authority that answers in turn: the more lies there, the longer it takes.

use crate::log::{Draw, Log, day};
use forecast::Backtest;

const END: i32 = 2_200;

/// One that does one a day and sees more in summer than in winter; one that does not care.
fn queue(seed: u64) -> Log {
    let (mut draw, mut log) = (Draw::of(seed), Log::until(END));
    let (mut waiting, mut able, mut case) = (std::collections::VecDeque::new(), 0.0, 0);
    for today in 0..END {
        let season = 1.0 + 0.5 * (std::f64::consts::TAU * f64::from(today) / 365.0).sin();
        for _ in 0..3 {
            if draw.even() < 0.3 * season {
                case += 1;
                waiting.push_back((case, today));
                let days = draw.days(20.0, 0.5);
                log.add(case, "other", today, today + days);
            }
        }
        able = f64::min(able, 1.0) + 0.5 + draw.even();
        while able >= 1.0 {
            able -= 1.0;
            if let Some((case, referred)) = waiting.pop_front() {
                let days = draw.days(6.0, 0.4);
                log.add(case, "in turn", referred, today + days);
            }
        }
    }
    for (case, referred) in waiting {
        log.add(case, "in turn", referred, END + 1);
    }
    log
}

fn tried(seed: u64) -> Backtest {
    queue(seed).tried()
}

#[test]
fn a_backlog_is_foretold_within_intervals_that_hold() {
    let tried = tried(1);
    let eighty = tried.coverage.four_fifths.unwrap();
    assert!((0.76..0.84).contains(&eighty), "{eighty}");
    let fifty = tried.coverage.half.unwrap();
    assert!((0.45..0.55).contains(&fifty), "{fifty}");
    assert!(tried.crps_skill.unwrap() > 0.2, "{:?}", tried.crps_skill);
}

#[test]
fn a_backlog_makes_it_later_where_answers_come_in_turn_and_nowhere_else() {
    let mut log = queue(2);
    let plain = medians(&log);
    for extra in 0..60 {
        for authority in ["in turn", "other"] {
            log.add(format!("extra {extra}"), authority, END - 1, END + 1);
        }
    }
    let loaded = medians(&log);
    assert!(loaded[0] > plain[0] + 15, "{plain:?} {loaded:?}");
    assert!(loaded[1] <= plain[1] + 4, "{plain:?} {loaded:?}");
}

fn medians(log: &Log) -> [u32; 2] {
    let mut learner = log.record.learned_until(day(END));
    ["in turn", "other"].map(|authority| {
        let expected = learner.expect(authority).unwrap();
        expected.of_referral(day(END)).quantile(0.5)
    })
}
