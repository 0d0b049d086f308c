//! A forecast knows what was known on its day, and nothing else.

use crate::log::{Draw, Log, day};
use forecast::{End, Entry, Record, backtest};
use jiff::Span;
use jiff::civil::Date;
use proptest::prelude::*;

const END: i32 = 700;

fn some(seed: u64, cases: i32) -> Log {
    let (mut draw, mut log) = (Draw::of(seed), Log::until(END));
    for case in 0..cases {
        let referred = draw.below(END);
        for authority in ["one", "two"] {
            let days = draw.days(20.0, 0.7);
            log.add(case, authority, referred, referred + days);
        }
    }
    log
}

/// The record as it was known on a day.
fn known_on(record: &Record, today: i32) -> Record {
    let known = |entry: &Entry| {
        let mut entry = entry.clone();
        if entry.end.day().is_some_and(|end| end >= day(today)) {
            entry.end = End::Open;
        }
        (entry.referred < day(today)).then_some(entry)
    };
    Record {
        entries: record.entries.iter().filter_map(known).collect(),
        calendars: record.calendars.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_came_later_changes_nothing(seed in any::<u64>(), today in 200..END) {
        let log = some(seed, 120);
        let whole = log.record.learned_until(day(today)).expect("one");
        let cut = known_on(&log.record, today).learned_until(day(today)).expect("one");
        let curves = [whole, cut].map(|one| one.map(|one| one.of_referral(day(today))));
        prop_assert_eq!(&curves[0], &curves[1]);
    }

    #[test]
    fn the_order_of_rows_changes_nothing(seed in any::<u64>(), by in 1..239_usize) {
        let log = some(seed, 120);
        let mut turned = log.record.clone();
        turned.entries.rotate_left(by);
        let (one, other) = (log.tried(), backtest(&turned, 1));
        prop_assert_eq!(one.n, other.n);
        prop_assert!((one.crps.unwrap() - other.crps.unwrap()).abs() < 1e-6);
        prop_assert!((one.coverage.four_fifths.unwrap() - other.coverage.four_fifths.unwrap()).abs() < 1e-6);
    }

    #[test]
    fn every_curve_is_a_distribution(seed in any::<u64>(), cases in 20..80) {
        let log = some(seed, cases);
        let Ok(expected) = log.record.learned_until(day(END)).expect("two") else {
            return Ok(());
        };
        let curve = expected.of_referral(day(END));
        let all: Vec<f64> = (0..curve.reach()).map(|at| curve.by(at)).collect();
        prop_assert!(all.is_sorted());
        prop_assert!(all.iter().all(|by| (0.0..=1.0 + 1e-9).contains(by)));
        prop_assert!((curve.by(curve.reach()) - 1.0).abs() < 1e-9);
    }
}

#[test]
fn a_case_is_foretold_from_its_first_day_even_where_an_authority_is_asked_later() {
    let mut log = some(9, 300);
    for at in 0..200 {
        // From day 500 on everything takes two days; a case that began before cannot know.
        log.add(format!("later {at}"), "one", 500, 502);
    }
    log.add("long", "two", 480, 500);
    let before = log.tried();
    log.add("long", "one", 690, 692);
    let after = log.tried();
    assert_eq!(after.n, before.n + 1);
    let of_one = after.crps.unwrap() * after.n as f64 - before.crps.unwrap() * before.n as f64;
    // Foretold from what was known on day 480: a median of twenty days, and not of two.
    assert!(of_one > 5.0, "{of_one}");
}

#[test]
fn the_same_seed_tells_the_same_and_a_log_without_cases_tells_nothing() {
    let log = some(3, 200);
    assert_eq!(log.tried(), log.tried());
    let empty = backtest(&Record::default(), 1);
    assert_eq!(
        (empty.n, empty.crps, empty.crps_skill, empty.coverage.half),
        (0, None, None, None)
    );
}

#[test]
fn a_record_of_long_ago_and_one_with_centuries_between_are_told_as_any_other() {
    let log = some(4, 300);
    let plain = log.tried();
    let moved = |years: &dyn Fn(usize) -> i16| {
        let mut moved = log.record.clone();
        for (at, entry) in moved.entries.iter_mut().enumerate() {
            let move_by = |day: Date| day.saturating_sub(Span::new().weeks(i64::from(years(at)) * 52));
            entry.referred = move_by(entry.referred);
            if let End::Decided(day) = entry.end {
                entry.end = End::Decided(move_by(day));
            }
        }
        backtest(&moved, 1)
    };
    let long_ago = moved(&|_| 1_500);
    assert_eq!(
        (plain.n, plain.coverage, plain.crps),
        (long_ago.n, long_ago.coverage, long_ago.crps)
    );
    let apart = moved(&|at| if at < 300 { 1_500 } else { 0 });
    assert!(
        apart.n > 400 && apart.crps.unwrap() < 1.3 * plain.crps.unwrap(),
        "{apart:?}"
    );
}
