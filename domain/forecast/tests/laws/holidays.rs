//! Authorities that keep weekends and holidays: with a calendar, and where nobody gives one.

use crate::log::{Draw, Log, covers, day, first};
use forecast::{WorkingDays, outlook};
use std::sync::Arc;

const END: i32 = 1_500;

/// Weekends, and two weeks from the hundredth day of each year on.
fn works(number: i32) -> bool {
    number.rem_euclid(7) < 5 && !(100..114).contains(&number.rem_euclid(365))
}

fn calendar() -> Arc<WorkingDays> {
    Arc::new(WorkingDays::from(first(), (0..END + 1_000).map(works)))
}

/// Decided at the end of a term of twenty working days, or a little before; and a quick one.
fn terms(seed: u64) -> Log {
    let (mut draw, mut log) = (Draw::of(seed), Log::until(END));
    for case in 0..900 {
        let mut referred = draw.below(END);
        while !works(referred) {
            referred += 1;
        }
        let early = (2.0 * draw.normal()).abs() as i32;
        for (authority, term) in [("term", 20 - early), ("quick", draw.days(3.0, 0.5))] {
            let (mut decided, mut left) = (referred, term);
            while left > 0 {
                decided += 1;
                left -= i32::from(works(decided));
            }
            log.add(case, authority, referred, decided);
        }
    }
    log
}

fn with_calendar(mut log: Log) -> Log {
    for authority in ["term", "quick"] {
        log.record.calendars.insert(authority.to_owned(), calendar());
    }
    log
}

#[test]
fn weekends_and_holidays_are_learned_where_no_calendar_is_given() {
    let tried = terms(1).tried();
    covers(tried.coverage, 0.05);
    assert!(tried.crps_skill.unwrap() > 0.4, "{:?}", tried.crps_skill);
    let mut learner = terms(1).record.learned_until(day(END));
    // 5 February 2022, a Saturday, is day 1,496.
    let curve = learner.expect("quick").unwrap().of_referral(day(1_492));
    let on = |offset: u32| curve.by(offset) - curve.before(offset);
    assert!(
        on(4) < on(3) / 8.0 && on(5) < on(3) / 8.0,
        "{} {} {}",
        on(3),
        on(4),
        on(5)
    );
}

/// What was counted in working days is held against days of the calendar.
#[test]
fn with_a_calendar_intervals_hold_as_well() {
    let tried = with_calendar(terms(4)).tried();
    covers(tried.coverage, 0.05);
    assert!(tried.crps_skill.unwrap() > 0.4, "{:?}", tried.crps_skill);
}

/// On 30 March of the fourth year there are ten days left before a fortnight without work.
#[test]
fn a_calendar_moves_the_end_of_a_term_behind_the_holidays() {
    let log = with_calendar(terms(2));
    let today = 3 * 365 + 90;
    let mut learner = log.record.learned_until(day(today));
    let mut asked = log.record.entries[0].clone();
    asked.authority = "term".to_owned();
    asked.referred = day(today);
    asked.end = forecast::End::Open;
    let found = outlook(&mut learner, day(today), &[asked], 1).unwrap();
    let mut before = 0.0;
    for (at, by) in (today..).zip(&found.by) {
        assert!(
            works(at) || (by - before).abs() < 1e-9,
            "day {at} is not worked, and {}",
            by - before
        );
        before = *by;
    }
    let mut end = today;
    let mut left = 20;
    while left > 0 {
        end += 1;
        left -= i32::from(works(end));
    }
    assert!(
        found.probability(day(end)) > 0.93,
        "{}",
        found.probability(day(end))
    );
    assert!(
        found.probability(day(end - 12)) < 0.1,
        "{}",
        found.probability(day(end - 12))
    );
}
