//! Deadlines and latest filings worked out by hand on the wall calendars of Cambodia, Japan, England and New York.

use calendar::{
    Calendar, CalendarFault, Clock, Elapsed, Extension, LeadTime, Pause, Period, Receipt, Standing, Step,
    Unit, deadline, gb_eng, jp, kh, latest_filing, latest_filing_ahead, us_ny,
};
use jiff::civil::{Date, DateTime, Time, date};

fn working(days: u32) -> Period {
    Period {
        days,
        unit: Unit::Working,
    }
}

fn all_days(days: u32) -> Period {
    Period {
        days,
        unit: Unit::Calendar,
    }
}

fn months(months: u32) -> Period {
    Period {
        days: months,
        unit: Unit::Month,
    }
}

/// A clock that was extended by so many days each time.
fn extended(clock: Clock, days: &[u32]) -> Clock {
    let agreed = clock.arrived.date();
    let extensions = days
        .iter()
        .map(|days| Extension { days: *days, agreed })
        .collect();
    Clock { extensions, ..clock }
}

fn pause(from: Date, to: Date) -> Pause {
    Pause { from, to: Some(to) }
}

fn open(from: Date) -> Pause {
    Pause { from, to: None }
}

#[test]
fn a_deadline_goes_around_weekends_and_holidays() {
    let check = |calendar: &Calendar, start: Date, period: Period, expect: Date| {
        let reckoning = deadline(start, period, &[], calendar).unwrap();
        assert_eq!(
            reckoning.deadline,
            Some(expect),
            "{period:?} from {start} in {}:\n{reckoning}",
            calendar.id()
        );
        assert_eq!((reckoning.used, reckoning.remaining), (period.days, 0));
    };
    // Khmer New Year 2023: Friday 14 to Sunday 16 April.
    check(kh(), date(2023, 4, 12), working(1), date(2023, 4, 13));
    check(kh(), date(2023, 4, 12), working(3), date(2023, 4, 18));
    check(kh(), date(2023, 4, 12), all_days(2), date(2023, 4, 17));
    check(kh(), date(2023, 4, 12), all_days(5), date(2023, 4, 17));
    // In 2020 the New Year was moved to 17 to 21 August.
    check(kh(), date(2020, 4, 13), working(1), date(2020, 4, 14));
    check(kh(), date(2020, 8, 14), working(1), date(2020, 8, 24));
    // Pchum Ben 2023: Friday 13 to Sunday 15 October.
    check(kh(), date(2023, 10, 9), working(5), date(2023, 10, 17));
    check(kh(), date(2023, 10, 12), working(1), date(2023, 10, 16));
    // Water Festival 2023: Sunday 26 to Tuesday 28 November.
    check(kh(), date(2023, 11, 24), working(3), date(2023, 12, 1));
    check(kh(), date(2023, 11, 24), all_days(3), date(2023, 11, 29));
    // Golden Week 2023: Saturday 29 April, then Wednesday 3 to Friday 5 May.
    check(jp(), date(2023, 4, 28), working(2), date(2023, 5, 2));
    check(jp(), date(2023, 4, 28), working(3), date(2023, 5, 8));
    check(jp(), date(2023, 4, 28), all_days(7), date(2023, 5, 8));
    // Golden Week 2019: ten days on end, 27 April to 6 May.
    check(jp(), date(2019, 4, 26), working(1), date(2019, 5, 7));
    // The late summer bank holiday 2024: Monday 26 August, England's own.
    check(gb_eng(), date(2024, 8, 23), working(1), date(2024, 8, 27));
    // Easter 2024: Good Friday 29 March, Easter Monday 1 April.
    check(gb_eng(), date(2024, 3, 28), working(3), date(2024, 4, 4));
    // Christmas 2021 fell on a weekend: Monday 27 and Tuesday 28 December stood in for it.
    check(gb_eng(), date(2021, 12, 24), working(1), date(2021, 12, 29));
    // Election Day 2024: Tuesday 5 November; Veterans Day: Monday 11 November.
    check(us_ny(), date(2024, 11, 4), working(1), date(2024, 11, 6));
    check(us_ny(), date(2024, 11, 8), all_days(3), date(2024, 11, 12));
    // Received on a Saturday: Monday is the first day.
    check(jp(), date(2023, 6, 3), working(1), date(2023, 6, 5));
}

#[test]
fn days_on_which_an_answer_is_awaited_do_not_count() {
    let check = |pauses: &[Pause], expect: Date| {
        let reckoning = deadline(date(2023, 10, 9), working(5), pauses, kh()).unwrap();
        assert_eq!(reckoning.deadline, Some(expect), "{pauses:?}\n{reckoning}");
    };
    let day = |day| date(2023, 10, day);
    check(&[pause(day(11), day(16))], day(20));
    check(&[pause(day(11), day(11))], day(18));
    // Only days on which nobody works anyway.
    check(&[pause(day(13), day(15))], day(17));
    // Asked on the day of receipt, and long before it.
    check(&[pause(day(9), day(10))], day(18));
    check(&[pause(day(2), day(9))], day(17));
    // Asked on the last day.
    check(&[pause(day(17), day(19))], day(20));
    // Asked after the last day: too late to stop anything.
    check(&[pause(day(18), day(19))], day(17));
    check(&[open(day(18))], day(17));
    // Two questions that overlap, touch, or lie apart, in any order.
    check(&[pause(day(11), day(16)), pause(day(10), day(12))], day(23));
    check(&[pause(day(12), day(16)), pause(day(11), day(11))], day(20));
    check(&[pause(day(18), day(18)), pause(day(11), day(11))], day(19));
}

#[test]
fn an_open_question_leaves_no_deadline_but_a_remainder() {
    let check = |start: Date, period: Period, pauses: &[Pause], used: u32, remaining: u32| {
        let reckoning = deadline(start, period, pauses, kh()).unwrap();
        assert_eq!(
            (reckoning.deadline, reckoning.used, reckoning.remaining),
            (None, used, remaining),
            "{reckoning}"
        );
    };
    let day = |day| date(2023, 10, day);
    check(day(9), working(5), &[open(day(12))], 2, 3);
    check(day(9), working(5), &[open(day(9))], 0, 5);
    check(day(9), working(5), &[open(day(17))], 4, 1);
    check(
        day(9),
        working(5),
        &[pause(day(10), day(12)), open(day(11))],
        0,
        5,
    );
    check(
        day(9),
        working(5),
        &[open(day(16)), pause(day(10), day(10)), pause(day(18), day(19))],
        2,
        3,
    );
}

#[test]
fn a_question_asked_while_a_period_rolls_over_a_holiday_still_stops_it() {
    let start = date(2023, 4, 12);
    let reckoning = deadline(start, all_days(2), &[open(date(2023, 4, 16))], kh()).unwrap();
    assert_eq!(
        (reckoning.deadline, reckoning.used, reckoning.remaining),
        (None, 2, 0)
    );
    let answered = [pause(date(2023, 4, 16), date(2023, 4, 19))];
    assert_eq!(
        deadline(start, all_days(2), &answered, kh()).unwrap().deadline,
        Some(date(2023, 4, 20))
    );
}

#[test]
fn an_extension_adds_days_of_the_same_unit() {
    let clock = extended(Clock::since(date(2023, 10, 9), working(3), &[]), &[2]);
    let extended = clock.reckon(kh()).unwrap();
    assert_eq!(extended.deadline, Some(date(2023, 10, 17)));
    assert!(extended.steps.contains(&Step::Extended { days: 2, total: 5 }));
}

#[test]
fn how_a_clock_stands_can_be_asked_for_any_day() {
    let day = |day| date(2023, 10, day);
    let answered = deadline(day(9), working(5), &[pause(day(11), day(16))], kh()).unwrap();
    let waiting = deadline(day(9), working(5), &[open(day(12))], kh()).unwrap();
    let check = |reckoning: &calendar::Reckoning, date: Date, used: u32, standing: Standing| {
        assert_eq!(
            reckoning.state_on(date),
            Elapsed {
                used,
                remaining: 5 - used,
                standing
            },
            "{date}"
        );
    };
    check(&answered, day(8), 0, Standing::NotReceived);
    check(&answered, day(9), 0, Standing::Running);
    check(&answered, day(10), 1, Standing::Running);
    check(&answered, day(11), 1, Standing::Paused);
    check(&answered, day(16), 1, Standing::Paused);
    check(&answered, day(17), 2, Standing::Running);
    check(&answered, day(20), 5, Standing::Running);
    check(&answered, day(21), 5, Standing::Passed);
    check(&waiting, day(11), 2, Standing::Running);
    check(&waiting, day(30), 2, Standing::Paused);
}

#[test]
fn the_latest_filing_before_the_anniversary() {
    let check = |calendar: &Calendar, period: Period, margin: u32, filing: Date, decided: Date| {
        let schedule = latest_filing(date(2023, 11, 19), period, margin, calendar).unwrap();
        let found = (schedule.latest_filing, schedule.decided_by);
        assert_eq!(
            found,
            (filing, decided),
            "{period:?} in {}:\n{schedule}",
            calendar.id()
        );
    };
    check(kh(), working(20), 1, date(2023, 10, 19), date(2023, 11, 18));
    check(kh(), working(10), 1, date(2023, 11, 2), date(2023, 11, 18));
    check(kh(), working(5), 1, date(2023, 11, 10), date(2023, 11, 18));
    check(kh(), all_days(14), 1, date(2023, 11, 3), date(2023, 11, 18));
    check(kh(), all_days(8), 1, date(2023, 11, 8), date(2023, 11, 18));
    check(kh(), working(5), 0, date(2023, 11, 10), date(2023, 11, 19));
    check(kh(), working(5), 10, date(2023, 11, 1), date(2023, 11, 9));
    check(jp(), working(10), 1, date(2023, 11, 2), date(2023, 11, 18));
    check(jp(), all_days(28), 1, date(2023, 10, 20), date(2023, 11, 18));
}

#[test]
fn a_lead_time_is_kept_too_and_the_earlier_day_counts() {
    let check = |lead: (u32, Unit, bool), filing: Date| {
        let (days, unit, clear) = lead;
        let lead = Some(LeadTime { days, unit, clear });
        let schedule = latest_filing_ahead(date(2023, 11, 19), working(5), 1, lead, kh()).unwrap();
        assert_eq!(schedule.latest_filing, filing, "{lead:?}:\n{schedule}");
        assert_eq!(schedule.decided_by, date(2023, 11, 18));
    };
    // Five working days of the authority alone lead to 10 November; the 9th is a holiday.
    check((5, Unit::Working, false), date(2023, 11, 10));
    check((5, Unit::Working, true), date(2023, 11, 10));
    check((6, Unit::Working, true), date(2023, 11, 8));
    check((11, Unit::Calendar, false), date(2023, 11, 8));
    check((10, Unit::Calendar, true), date(2023, 11, 8));
    check((10, Unit::Calendar, false), date(2023, 11, 8));
    check((9, Unit::Calendar, false), date(2023, 11, 10));
    check((28, Unit::Calendar, false), date(2023, 10, 20));
    let none = latest_filing_ahead(date(2023, 11, 19), working(5), 1, None, kh()).unwrap();
    assert_eq!(
        none,
        latest_filing(date(2023, 11, 19), working(5), 1, kh()).unwrap()
    );
    let lead = LeadTime {
        days: 6,
        unit: Unit::Working,
        clear: true,
    };
    let schedule = latest_filing_ahead(date(2023, 11, 19), working(5), 1, Some(lead), kh()).unwrap();
    assert_eq!(
        schedule.to_string(),
        "the event is on Sun 19 Nov 2023\n\
         Sat 18 Nov 2023 is not counted (weekend)\n\
         Fri 17 Nov 2023 back to Fri 10 Nov 2023: days 1 to 6, without 2 weekend days\n\
         Thu 9 Nov 2023 is not a working day (National Independence Day); the last before is Wed 8 Nov 2023\n\
         so Wed 8 Nov 2023\n"
    );
    let empty = Some(LeadTime { days: 0, ..lead });
    assert_eq!(
        latest_filing_ahead(date(2023, 11, 19), working(5), 1, empty, kh()),
        Err(CalendarFault::EmptyPeriod)
    );
}

#[test]
fn ten_clear_working_days_in_england_go_around_the_holiday_in_august() {
    let check = |event: Date, days: u32, filing: Date| {
        let (unit, clear) = (Unit::Working, true);
        let lead = Some(LeadTime { days, unit, clear });
        let schedule = latest_filing_ahead(event, working(3), 1, lead, gb_eng()).unwrap();
        assert_eq!(schedule.latest_filing, filing, "{schedule}");
    };
    let august = |day| date(2024, 8, day);
    // A Saturday. Between lie 16, 19 to 23, 27 to 30 August; Monday the 26th is the holiday.
    check(august(31), 10, august(15));
    check(august(31), 5, august(22));
    // A Friday, which is not counted itself.
    check(august(30), 10, august(14));
}

#[test]
fn a_reckoning_reads_so_that_it_can_be_redone_on_paper() {
    let day = |day| date(2023, 10, day);
    let clock = Clock::since(day(9), working(8), &[pause(day(18), day(19))]);
    let reckoning = extended(clock, &[2]).reckon(kh()).unwrap();
    assert_eq!(
        reckoning.to_string(),
        "received on Mon 9 Oct 2023, which is not counted\n\
         extended by 2 days, to 10 in all\n\
         Tue 10 Oct 2023 to Thu 12 Oct 2023: days 1 to 3\n\
         Fri 13 Oct 2023 to Sat 14 Oct 2023: 2 days not counted (Pchum Ben Day)\n\
         Sun 15 Oct 2023 is not counted (HM King Norodom Sihanouk Mourning Day; Pchum Ben Day)\n\
         Mon 16 Oct 2023 to Tue 17 Oct 2023: days 4 to 5\n\
         the clock stood still from Wed 18 Oct 2023 through Thu 19 Oct 2023: 2 days not counted\n\
         Fri 20 Oct 2023 to Thu 26 Oct 2023: days 6 to 10, without 2 weekend days\n\
         so Thu 26 Oct 2023\n"
    );
    let rolled = deadline(date(2023, 11, 24), all_days(3), &[], kh()).unwrap();
    assert_eq!(
        rolled.to_string(),
        "received on Fri 24 Nov 2023, which is not counted\n\
         Sat 25 Nov 2023 to Mon 27 Nov 2023: days 1 to 3\n\
         Mon 27 Nov 2023 is not a working day (Water Festival); the next is Wed 29 Nov 2023\n\
         so Wed 29 Nov 2023\n"
    );
    let waiting = deadline(day(9), working(5), &[open(day(12))], kh()).unwrap();
    assert!(
        waiting
            .to_string()
            .ends_with("an answer is awaited since Thu 12 Oct 2023: no day counts until it arrives\n")
    );
}

#[test]
fn a_schedule_reads_backwards_from_the_event() {
    let schedule = latest_filing(date(2023, 11, 19), working(10), 1, jp()).unwrap();
    assert_eq!(
        schedule.to_string(),
        "the event is on Sun 19 Nov 2023\n\
         the decision must exist by Sat 18 Nov 2023, 1 day before\n\
         Sat 18 Nov 2023 is not a working day (weekend); the last before is Fri 17 Nov 2023\n\
         Fri 17 Nov 2023 back to Mon 6 Nov 2023: days 10 to 1, without 2 weekend days\n\
         Sun 5 Nov 2023 is not a working day (weekend); the last before is Thu 2 Nov 2023\n\
         so Thu 2 Nov 2023\n"
    );
}

#[test]
fn what_cannot_be_reckoned_is_refused_by_name() {
    let out = |result: Result<Date, CalendarFault>| {
        assert!(matches!(result, Err(CalendarFault::OutOfRange { .. })))
    };
    let due = |start: Date, period: Period, pauses: &[Pause]| {
        deadline(start, period, pauses, kh()).map(|reckoning| reckoning.start)
    };
    let filing = |event: Date, period: Period, margin: u32| {
        latest_filing(event, period, margin, kh()).map(|schedule| schedule.latest_filing)
    };
    let day = date(2023, 10, 9);
    out(due(date(2014, 12, 31), working(1), &[]));
    out(due(date(2040, 12, 31), all_days(1), &[]));
    out(due(day, working(u32::MAX), &[]));
    out(due(day, all_days(5), &[pause(day, date(2050, 1, 1))]));
    out(due(day, working(5), &[pause(day, Date::MAX)]));
    out(filing(date(2015, 1, 5), working(5), 1));
    out(filing(date(2041, 1, 2), working(5), 1));
    out(filing(date(2023, 11, 19), working(u32::MAX), 1));
    out(filing(date(2023, 11, 19), working(5), u32::MAX));
    assert!(filing(date(2041, 1, 1), working(5), 1).is_ok());
    assert_eq!(due(day, working(0), &[]), Err(CalendarFault::EmptyPeriod));
    assert_eq!(filing(day, all_days(0), 1), Err(CalendarFault::EmptyPeriod));
    let backward = pause(date(2023, 10, 12), date(2023, 10, 11));
    assert!(matches!(
        due(day, working(5), &[backward]),
        Err(CalendarFault::BackwardPause { .. })
    ));
    let endless = extended(Clock::since(day, working(u32::MAX), &[]), &[u32::MAX]);
    assert!(endless.reckon(kh()).is_err());
    let ages = Period {
        days: u32::MAX,
        unit: Unit::Month,
    };
    assert!(matches!(
        due(day, ages, &[]),
        Err(CalendarFault::OutOfRange { .. })
    ));
    assert!(matches!(
        filing(day, ages, 1),
        Err(CalendarFault::OutOfRange { .. })
    ));
}

#[test]
fn a_reckoning_and_a_schedule_survive_being_written_down() {
    let day = |day| date(2023, 10, day);
    let reckoning = deadline(
        day(9),
        all_days(5),
        &[pause(day(18), day(19)), open(day(20))],
        kh(),
    )
    .unwrap();
    let text = serde_json::to_string(&reckoning).unwrap();
    assert_eq!(
        serde_json::from_str::<calendar::Reckoning>(&text).unwrap(),
        reckoning
    );
    let schedule = latest_filing(date(2023, 11, 19), working(10), 1, jp()).unwrap();
    let text = serde_json::to_string(&schedule).unwrap();
    assert!(
        text.contains(r#"{"step":"margin","days":1,"date":"2023-11-18"}"#),
        "{text}"
    );
    assert_eq!(
        serde_json::from_str::<calendar::Schedule>(&text).unwrap(),
        schedule
    );
}

/// What arrives at the counter of an authority that closes at five, and at noon on the eve of its holidays.
#[test]
fn what_arrives_after_hours_is_received_on_the_next_working_day() {
    let noon = Time::constant(12, 0, 0, 0);
    let hours = Receipt {
        counted: false,
        cut_off: Some(Time::constant(17, 0, 0, 0)),
    };
    let calendar = kh().clone().with_half_days([(date(2023, 10, 12), noon)]).unwrap();
    let check = |arrived: DateTime, received: Date, due: Date| {
        let clock = Clock {
            not_before: None,
            arrived,
            receipt: hours,
            ..Clock::since(arrived.date(), working(1), &[])
        };
        let reckoning = clock.reckon(&calendar).unwrap();
        assert_eq!(
            (reckoning.start, reckoning.deadline),
            (received, Some(due)),
            "{reckoning}"
        );
    };
    let day = |day| date(2023, 10, day);
    check(day(10).at(16, 59, 59, 0), day(10), day(11));
    check(day(10).at(17, 0, 0, 0), day(11), day(12));
    // A half-day is a day like any other, but ends at noon; Pchum Ben is from the 13th to the 15th.
    check(day(11).at(9, 0, 0, 0), day(11), day(12));
    check(day(12).at(11, 59, 0, 0), day(12), day(16));
    check(day(12).at(12, 0, 0, 0), day(16), day(17));
    // Nobody is there on a Saturday.
    check(day(21).at(9, 0, 0, 0), day(23), day(24));
    let clock = Clock {
        not_before: None,
        arrived: day(12).at(15, 30, 0, 0),
        receipt: hours,
        ..Clock::since(day(12), working(1), &[])
    };
    let told = clock.reckon(&calendar).unwrap().to_string();
    assert!(
        told.starts_with(
            "arrived on Thu 12 Oct 2023 at 15:30, not before 12:00 on a half-day: received on Mon 16 Oct 2023\n\
             received on Mon 16 Oct 2023, which is not counted\n"
        ),
        "{told}"
    );
}

#[test]
fn a_period_may_begin_on_the_day_of_receipt() {
    let check = |start: Date, period: Period, pauses: &[Pause], expect: Date| {
        let mut clock = Clock::since(start, period, pauses);
        clock.receipt.counted = true;
        let reckoning = clock.reckon(jp()).unwrap();
        assert_eq!(
            (reckoning.start, reckoning.deadline),
            (start, Some(expect)),
            "{reckoning}"
        );
    };
    check(date(2023, 6, 1), working(1), &[], date(2023, 6, 1));
    check(date(2023, 6, 1), working(3), &[], date(2023, 6, 5));
    // Received on a Saturday: Monday is the first day that counts all the same.
    check(date(2023, 6, 3), working(1), &[], date(2023, 6, 5));
    check(date(2023, 6, 1), all_days(30), &[], date(2023, 6, 30));
    // Asked on the day itself.
    let asked = pause(date(2023, 6, 1), date(2023, 6, 6));
    check(date(2023, 6, 1), working(2), &[asked], date(2023, 6, 8));
}

/// A month goes to the day of its number, or to the last one that there is; counted from the day of receipt itself, to the day
/// before.
#[test]
fn months_are_as_long_as_they_are() {
    let check = |counted: bool, start: Date, period: Period, expect: Date| {
        let mut clock = Clock::since(start, period, &[]);
        clock.receipt.counted = counted;
        let reckoning = clock.reckon(jp()).unwrap();
        assert_eq!(reckoning.deadline, Some(expect), "{reckoning}");
    };
    check(false, date(2024, 6, 12), months(1), date(2024, 7, 12));
    check(true, date(2024, 6, 13), months(1), date(2024, 7, 12));
    check(false, date(2024, 1, 31), months(1), date(2024, 2, 29));
    check(true, date(2024, 1, 31), months(1), date(2024, 2, 29));
    check(false, date(2023, 1, 30), months(1), date(2023, 2, 28));
    check(false, date(2024, 8, 30), months(6), date(2025, 2, 28));
    // 10 August 2024 is a Saturday; the 11th Mountain Day; the 12th stands in for it.
    check(false, date(2024, 7, 10), months(1), date(2024, 8, 13));
    // A question of ten days makes it ten days later: to Monday 22 July.
    let asked = pause(date(2024, 6, 20), date(2024, 6, 29));
    let reckoning = deadline(date(2024, 6, 12), months(1), &[asked], jp()).unwrap();
    assert_eq!(
        (reckoning.deadline, reckoning.used),
        (Some(date(2024, 7, 22)), 30)
    );
    let reckoning = extended(Clock::since(date(2024, 6, 12), months(1), &[]), &[4, 6]).reckon(jp());
    assert_eq!(reckoning.unwrap().deadline, Some(date(2024, 7, 22)));
}

/// The three worked examples of the issue: an English notice, a Tokyo month, the Cambodian five working days.
#[test]
fn notices_of_three_countries_are_reckoned_as_their_rules_say() {
    let lead = |days, unit, clear| Some(LeadTime { days, unit, clear });
    let filed = |event: Date, lead, calendar: &Calendar| {
        let schedule = latest_filing_ahead(event, working(1), 1, lead, calendar).unwrap();
        (schedule.latest_filing, schedule.to_string())
    };
    // England: ten clear working days, neither the day of receipt nor that of the event counted. Of an event on Saturday
    // 7 September 2024 the ten are 6 September back to 23 August, over the bank holiday of 26 August.
    let (latest, told) = filed(date(2024, 9, 7), lead(10, Unit::Working, true), gb_eng());
    assert_eq!(latest, date(2024, 8, 22), "{told}");
    // Tokyo: the offices ask for it a month before; 19 October 2024 is a Saturday.
    let (latest, told) = filed(date(2024, 11, 19), lead(1, Unit::Month, false), jp());
    assert_eq!(latest, date(2024, 10, 18), "{told}");
    assert!(told.contains("1 month before that: Sat 19 Oct 2024"), "{told}");
    // Cambodia: the municipality has five working days; received on Friday 10 November 2023, over no holiday (the ninth was
    // Independence Day).
    let reckoning = deadline(date(2023, 11, 10), working(5), &[], kh()).unwrap();
    assert_eq!(reckoning.deadline, Some(date(2023, 11, 17)), "{reckoning}");
    // And five before an event on the nineteenth, a Sunday.
    let (latest, told) = filed(date(2023, 11, 19), lead(5, Unit::Working, false), kh());
    assert_eq!(latest, date(2023, 11, 13), "{told}");
}

/// A period of two days from a Thursday is over on Monday the 23rd; it does not end before Wednesday the 25th.
#[test]
fn a_period_ends_on_no_day_before_the_one_that_is_kept_for_it() {
    let thursday = date(2023, 10, 19);
    let asked = Pause {
        from: date(2023, 10, 25),
        to: None,
    };
    let mut clock = Clock::since(thursday, working(2), &[]);
    clock.not_before = Some(date(2023, 10, 25));
    let reckoned = clock.reckon(kh()).unwrap();
    assert_eq!(reckoned.deadline, clock.not_before);
    let held = Step::Held {
        from: date(2023, 10, 23),
        to: date(2023, 10, 25),
    };
    assert!(reckoned.steps.contains(&held), "{reckoned}");
    // What is asked on its last day stops it, as on every last day.
    clock.pauses = vec![asked];
    assert_eq!(clock.reckon(kh()).unwrap().deadline, None);
    // On a Saturday nobody works.
    clock.not_before = Some(date(2023, 10, 28));
    clock.pauses = vec![];
    assert_eq!(clock.reckon(kh()).unwrap().deadline, Some(date(2023, 10, 30)));
    // Of a period that ends later by itself nothing is held.
    clock.not_before = Some(thursday);
    let reckoned = clock.reckon(kh()).unwrap();
    assert_eq!(reckoned.deadline, Some(date(2023, 10, 23)));
    assert!(
        !reckoned
            .steps
            .iter()
            .any(|step| matches!(step, Step::Held { .. }))
    );
}
