//! Authorities that do not change.

use crate::log::{Draw, Log, covers, day};
use jiff::civil::date;

const END: i32 = 2_000;

fn four_authorities(seed: u64, cases: i32) -> Log {
    let (mut draw, mut log) = (Draw::of(seed), Log::until(END));
    for case in 0..cases {
        let referred = draw.below(END);
        for (authority, median, deviation) in [
            ("fire", 20.0, 0.5),
            ("police", 9.0, 0.8),
            ("health", 45.0, 0.3),
            ("works", 60.0, 0.7),
        ] {
            let days = draw.days(median, deviation);
            log.add(case, authority, referred, referred + days);
        }
    }
    log
}

#[test]
fn intervals_hold_what_they_say_and_each_authority_is_told_from_the_others() {
    let tried = four_authorities(1, 700).tried();
    assert!(tried.n > 2_500, "{}", tried.n);
    covers(tried.coverage, 0.02);
    assert!(tried.crps_skill.unwrap() > 0.25, "{:?}", tried.crps_skill);
    let brier = tried.brier_skill;
    assert!(brier.thirty.unwrap() > 0.3 && brier.sixty.unwrap() > 0.25 && brier.ninety.unwrap() > 0.1);
}

#[test]
fn a_thick_record_gives_the_law_back() {
    let log = four_authorities(2, 700);
    let mut learner = log.record.learned_until(day(END));
    for (authority, quarters) in [("fire", [14, 20, 28]), ("health", [36, 45, 55])] {
        let expected = learner.expect(authority).unwrap();
        let curve = expected.of_referral(day(END));
        for (found, expect) in [0.25, 0.5, 0.75]
            .map(|part| curve.quantile(part))
            .into_iter()
            .zip(quarters)
        {
            assert!(
                found.abs_diff(expect) <= 1 + expect / 10,
                "{authority}: {found} for {expect}"
            );
        }
        assert!(expected.basis.own > 600 && expected.basis.all > 2_500);
        assert!(expected.basis.since < date(2018, 2, 1));
    }
}

#[test]
fn thin_authorities_lean_on_all_and_still_differ() {
    let (mut draw, mut log) = (Draw::of(3), Log::until(END));
    for authority in 0..150 {
        let median = 35.0 * (0.6 * draw.normal()).exp();
        for case in 0..1 + draw.below(9) {
            let (referred, days) = (draw.below(END), draw.days(median, 0.5));
            log.add(
                format!("{authority}-{case}"),
                &format!("a{authority}"),
                referred,
                referred + days,
            );
        }
    }
    let tried = log.tried();
    // With five decisions each, it errs on the cautious side.
    let eighty = tried.coverage.four_fifths.unwrap();
    assert!((0.78..0.87).contains(&eighty), "{eighty}");
    assert!(tried.crps_skill.unwrap() > 0.1, "{:?}", tried.crps_skill);
}

#[test]
fn what_nobody_ever_decides_does_not_spoil_the_rest() {
    let (mut draw, mut log) = (Draw::of(4), Log::until(END));
    for case in 0..1_500 {
        let referred = draw.below(END);
        let never = draw.even() < 0.06;
        let days = if never { 2 * END } else { draw.days(30.0, 0.5) };
        log.add(case, "works", referred, referred + days);
    }
    let tried = log.tried();
    covers(tried.coverage, 0.03);
    assert!(tried.open > 80 && tried.open < 140, "{}", tried.open);
    let curve = log
        .record
        .learned_until(day(END))
        .expect("works")
        .unwrap()
        .of_referral(day(END));
    assert!((0.03..0.1).contains(&curve.never()), "{}", curve.never());
}

/// Where half of all referrals of the last weeks are open, the decided ones alone are the fast ones.
#[test]
fn open_referrals_count_by_their_age() {
    let (mut draw, mut log) = (Draw::of(5), Log::until(400));
    for case in 0..3_000 {
        let (referred, days) = (draw.below(400), draw.days(80.0, 0.4));
        log.add(case, "works", referred, referred + days);
    }
    let curve = log
        .record
        .learned_until(day(400))
        .expect("works")
        .unwrap()
        .of_referral(day(400));
    assert!(curve.quantile(0.5).abs_diff(80) <= 6, "{}", curve.quantile(0.5));
}
