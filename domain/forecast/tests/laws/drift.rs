//! Authorities that change.

use crate::log::{Draw, Log, covers, day};

const END: i32 = 1_800;

/// One becomes slower all the time, one at once, one is steady.
fn changing(seed: u64) -> Log {
    let (mut draw, mut log) = (Draw::of(seed), Log::until(END));
    for case in 0..900 {
        let referred = draw.below(END);
        let past = f64::from(referred) / f64::from(END);
        let medians = [
            ("slower", 15.0 * 3_f64.powf(past)),
            ("reformed", if past < 0.6 { 50.0 } else { 20.0 }),
            ("steady", 25.0),
        ];
        for (authority, median) in medians {
            let days = draw.days(median, 0.4);
            log.add(case, authority, referred, referred + days);
        }
    }
    log
}

#[test]
fn intervals_hold_what_they_say_while_authorities_change() {
    let tried = changing(1).tried();
    covers(tried.coverage, 0.03);
    assert!(tried.crps_skill.unwrap() > 0.15, "{:?}", tried.crps_skill);
}

#[test]
fn the_present_is_believed_and_not_the_mean_of_all_that_was() {
    let mut learner = changing(2).record.learned_until(day(END));
    for (authority, expect) in [("slower", 45), ("reformed", 20), ("steady", 25)] {
        let curve = learner.expect(authority).unwrap().of_referral(day(END));
        let found = curve.quantile(0.5);
        assert!(
            found.abs_diff(expect) <= 1 + expect / 7,
            "{authority}: {found} for {expect}"
        );
    }
}
