//! What holds of every reckoning, on any day, period, pause and calendar.

use calendar::{
    Calendar, LeadTime, Pause, Period, Reckoning, Standing, Step, Unit, deadline, gb_eng, jp, kh,
    latest_filing, latest_filing_ahead, us_ny,
};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn after(day: Date, days: i64) -> Date {
    day.checked_add(SignedDuration::from_hours(24 * days))
        .expect("the days drawn lie far from the ends of time")
}

fn any_calendar() -> impl Strategy<Value = &'static Calendar> {
    prop_oneof![Just(kh()), Just(jp()), Just(gb_eng()), Just(us_ny())]
}

fn any_day() -> impl Strategy<Value = Date> {
    (0_i64..7000).prop_map(|days| after(date(2017, 1, 1), days))
}

fn any_period() -> impl Strategy<Value = Period> {
    (1_u32..60, prop_oneof![Just(Unit::Working), Just(Unit::Calendar)])
        .prop_map(|(days, unit)| Period { days, unit })
}

/// Pauses near `start`, as days after it: some before it, some overlapping, at times one without an end.
fn any_pauses() -> impl Strategy<Value = Vec<(i64, Option<i64>)>> {
    let pause = (
        -10_i64..80,
        prop_oneof![4 => (0_i64..25).prop_map(Some), 1 => Just(None)],
    );
    prop::collection::vec(pause, 0..5)
}

fn placed(start: Date, pauses: &[(i64, Option<i64>)]) -> Vec<Pause> {
    let place = |(from, length): &(i64, Option<i64>)| Pause {
        from: after(start, *from),
        to: length.map(|length| after(start, from + length)),
    };
    pauses.iter().map(place).collect()
}

/// The rule in its shortest words: the first working day outside all pauses by which enough days have counted.
fn plainly(start: Date, period: Period, pauses: &[Pause], calendar: &Calendar) -> Option<Date> {
    let mut counted = 0;
    let mut day = start;
    loop {
        day = after(day, 1);
        if pauses.iter().any(|pause| pause.to.is_none() && pause.from <= day) {
            return None;
        }
        let works = calendar
            .is_working_day(day)
            .expect("the days drawn lie within the calendar");
        if pauses.iter().any(|pause| pause.includes(day)) {
            continue;
        }
        counted += u32::from(works || period.unit == Unit::Calendar);
        if counted >= period.days && works {
            return Some(day);
        }
    }
}

/// Every day of the full steps once and in order: that is what makes them an account.
fn days_accounted_for(reckoning: &Reckoning) -> Vec<Date> {
    let mut days = Vec::new();
    for step in &reckoning.steps {
        match step {
            Step::Counted { date, .. } | Step::Skipped { date, .. } => days.push(*date),
            Step::Paused {
                from, to: Some(to), ..
            } => {
                let mut day = (*from).max(after(reckoning.start, 1));
                while day <= *to {
                    days.push(day);
                    day = after(day, 1);
                }
            }
            // The first is the day that was counted last; the day it rolls to has no line of its own.
            Step::RolledForward { to, passed, .. } => {
                days.extend(passed.iter().skip(1).map(|passed| passed.date));
                days.push(*to);
            }
            _ => {}
        }
    }
    days.sort();
    days
}

proptest! {
    #[test]
    fn the_deadline_is_the_one_that_the_plain_rule_gives(
        calendar in any_calendar(), start in any_day(), period in any_period(), pauses in any_pauses(),
    ) {
        let pauses = placed(start, &pauses);
        let reckoning = deadline(start, period, &pauses, calendar).unwrap();
        prop_assert_eq!(reckoning.deadline, plainly(start, period, &pauses, calendar), "{}", reckoning);
        prop_assert_eq!(reckoning.used + reckoning.remaining, period.days);
        let days = days_accounted_for(&reckoning);
        let unbroken = days.windows(2).all(|pair| after(pair[0], 1) == pair[1]);
        prop_assert!(unbroken && days.first().is_none_or(|day| *day == after(start, 1)), "{:?}", days);
        prop_assert!(reckoning.deadline.is_none() || days.last().copied() == reckoning.deadline);
    }

    #[test]
    fn the_compact_form_counts_the_same_days(
        calendar in any_calendar(), start in any_day(), period in any_period(), pauses in any_pauses(),
    ) {
        let reckoning = deadline(start, period, &placed(start, &pauses), calendar).unwrap();
        let mut expected = 1;
        for line in reckoning.compact() {
            if let Step::Run { days, first, last, from, to, weekend_days } = line {
                prop_assert_eq!(first, expected);
                prop_assert_eq!(last + 1 - first, days);
                prop_assert_eq!(after(from, i64::from(days + weekend_days) - 1), to);
                expected = last + 1;
            }
        }
        prop_assert_eq!(expected - 1, reckoning.used);
    }

    #[test]
    fn a_later_receipt_or_a_longer_period_is_never_due_earlier(
        calendar in any_calendar(), start in any_day(), later in 0_i64..30, period in any_period(), longer in 0_u32..10,
    ) {
        let due = |start: Date, period: Period| deadline(start, period, &[], calendar).unwrap().deadline;
        prop_assert!(due(start, period) <= due(after(start, later), period));
        let extended = Period { days: period.days + longer, ..period };
        prop_assert!(due(start, period) <= due(start, extended));
    }

    #[test]
    fn one_more_closed_day_never_brings_a_deadline_forward(
        calendar in any_calendar(), start in any_day(), period in any_period(), pauses in any_pauses(), closed in 0_i64..90,
    ) {
        let pauses = placed(start, &pauses);
        let exception = (after(start, closed), "closed".to_owned());
        let stricter = calendar.clone().with_exceptions([exception], []).unwrap();
        let due = |calendar: &Calendar| deadline(start, period, &pauses, calendar).unwrap().deadline;
        match (due(calendar), due(&stricter)) {
            (Some(before), Some(after)) => prop_assert!(before <= after),
            (None, found) => prop_assert_eq!(found, None),
            // The deadline moved past the day of a question that is still open.
            (Some(_), None) => prop_assert!(pauses.iter().any(|pause| pause.to.is_none())),
        }
    }

    #[test]
    fn a_pause_of_n_working_days_moves_the_deadline_by_n_working_days(
        calendar in any_calendar(), start in any_day(), days in 1_u32..60, from in 0_i64..80, length in 0_i64..30,
    ) {
        let period = Period { days, unit: Unit::Working };
        let without = deadline(start, period, &[], calendar).unwrap().deadline.unwrap();
        let pause = Pause { from: after(start, from), to: Some(after(start, from + length)) };
        let with = deadline(start, period, &[pause], calendar).unwrap().deadline.unwrap();
        let eve = after(start, (from - 1).max(0));
        let paused = calendar.working_days_between(eve, after(start, from + length)).unwrap();
        let expected = if pause.from <= without { paused } else { 0 };
        prop_assert_eq!(calendar.working_days_between(without, with).unwrap(), expected);
    }

    #[test]
    fn the_order_of_pauses_does_not_matter(
        calendar in any_calendar(), start in any_day(), period in any_period(), pauses in any_pauses(),
    ) {
        let pauses = placed(start, &pauses);
        let turned: Vec<Pause> = pauses.iter().rev().copied().collect();
        prop_assert_eq!(
            deadline(start, period, &pauses, calendar).unwrap(),
            deadline(start, period, &turned, calendar).unwrap()
        );
    }

    #[test]
    fn filing_on_the_latest_day_is_in_time_and_on_the_next_working_day_is_not(
        calendar in any_calendar(), event in any_day(), period in any_period(), margin in 0_u32..20,
    ) {
        let schedule = latest_filing(event, period, margin, calendar).unwrap();
        prop_assert_eq!(after(schedule.decided_by, i64::from(margin)), event);
        prop_assert!(calendar.is_working_day(schedule.latest_filing).unwrap());
        let due = |filing: Date| deadline(filing, period, &[], calendar).unwrap().deadline.unwrap();
        prop_assert!(due(schedule.latest_filing) <= schedule.decided_by, "{}", schedule);
        prop_assert!(due(calendar.next_working_day(schedule.latest_filing).unwrap()) > schedule.decided_by, "{}", schedule);
    }

    #[test]
    fn a_lead_time_is_kept_by_the_latest_filing_and_by_no_later_one(
        calendar in any_calendar(), event in any_day(), period in any_period(), days in 1_u32..60, working in any::<bool>(), clear in any::<bool>(),
    ) {
        let unit = if working { Unit::Working } else { Unit::Calendar };
        let own = latest_filing(event, period, 1, calendar).unwrap();
        let schedule = latest_filing_ahead(event, period, 1, Some(LeadTime { days, unit, clear }), calendar).unwrap();
        let filing = schedule.latest_filing;
        // Days that lie between receipt and event, and the day of receipt itself where it may be counted.
        let before = |filing: Date| {
            let mut day = if clear { filing.tomorrow().unwrap() } else { filing };
            let mut count = 0;
            while day < event {
                count += u32::from(!working || calendar.is_working_day(day).unwrap());
                day = day.tomorrow().unwrap();
            }
            count
        };
        prop_assert!(calendar.is_working_day(filing).unwrap());
        prop_assert!(before(filing) >= days && filing <= own.latest_filing, "{}", schedule);
        let next = calendar.next_working_day(filing).unwrap();
        prop_assert!(before(next) < days || next > own.latest_filing, "{}", schedule);
    }

    #[test]
    fn a_clock_never_runs_backwards(
        calendar in any_calendar(), start in any_day(), period in any_period(), pauses in any_pauses(), day in -5_i64..120,
    ) {
        let reckoning = deadline(start, period, &placed(start, &pauses), calendar).unwrap();
        let (today, tomorrow) = (reckoning.state_on(after(start, day)), reckoning.state_on(after(start, day + 1)));
        prop_assert!(today.used <= tomorrow.used && tomorrow.used <= today.used + 1);
        prop_assert_eq!(today.used + today.remaining, period.days);
        prop_assert!(tomorrow.standing != Standing::Paused || tomorrow.used == today.used);
    }
}
