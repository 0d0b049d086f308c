//! The clock against a counter that knows nothing of it: a hundred thousand periods, with calendars, stops and extensions
//! at random, told day by day from three lists of yes and no.

use calendar::{
    Calendar, Clock, Extension, LeadTime, Pause, Period, Receipt, Unit, gb_eng, jp, kh, latest_filing,
    latest_filing_ahead, us_ny,
};
use jiff::civil::{Date, Time, Weekday, date};
use jiff::{SignedDuration, ToSpan};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// Calendars, and clocks in each: a hundred thousand clocks in all. A calendar is copied whole, which takes longer than a clock.
const CALENDARS: u32 = 1_000;
const CLOCKS: usize = 100;

/// The days of an authority around a first day.
#[derive(Clone, Debug)]
struct Days {
    country: usize,
    first: i64,
    closed: Vec<i64>,
    open: Vec<i64>,
    half: Vec<(i64, i8)>,
}

/// A clock of that authority.
#[derive(Clone, Debug)]
struct Drawn {
    arrived: (i64, i8),
    counted: bool,
    cut_off: Option<i8>,
    period: Period,
    pauses: Vec<(i64, Option<i64>)>,
    extensions: Vec<u32>,
}

fn first() -> Date {
    date(2021, 3, 1)
}

fn at(days: i64) -> Date {
    first()
        .checked_add(SignedDuration::from_hours(24 * days))
        .expect("days near 2021")
}

fn days() -> impl Strategy<Value = Days> {
    let some = || prop::collection::vec(0_i64..120, 0..4);
    let half = prop::collection::vec((0_i64..60, 9_i8..15), 0..3);
    (0_usize..4, 0_i64..700, some(), some(), half).prop_map(|(country, first, closed, open, half)| Days {
        country,
        first,
        closed,
        open,
        half,
    })
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let unit = prop_oneof![Just(Unit::Working), Just(Unit::Calendar), Just(Unit::Month)];
    let period = (1_u32..40, unit).prop_map(|(days, unit)| Period {
        days: if unit == Unit::Month { days % 7 + 1 } else { days },
        unit,
    });
    let length = prop_oneof![5 => (0_i64..20).prop_map(Some), 1 => Just(None)];
    let pauses = prop::collection::vec((-5_i64..70, length), 0..4);
    let extensions = prop::collection::vec(1_u32..12, 0..3);
    let arrived = (0_i64..40, 0_i8..24);
    let receipt = (any::<bool>(), prop::option::of(12_i8..20));
    (arrived, receipt, period, pauses, extensions).prop_map(
        |(arrived, (counted, cut_off), period, pauses, extensions)| Drawn {
            arrived,
            counted,
            cut_off,
            period,
            pauses,
            extensions,
        },
    )
}

impl Days {
    fn country(&self) -> &'static Calendar {
        [kh(), jp(), gb_eng(), us_ny()][self.country]
    }

    fn near(&self, days: i64) -> Date {
        at(self.first + days)
    }

    fn calendar(&self) -> Calendar {
        let closed = self
            .closed
            .iter()
            .map(|day| (self.near(*day), "closed".to_owned()));
        let open = self.open.iter().filter(|day| !self.closed.contains(day));
        let half = self
            .half
            .iter()
            .map(|(day, hour)| (self.near(*day), hours(*hour)));
        let calendar = self
            .country()
            .clone()
            .with_exceptions(closed, open.map(|day| self.near(*day)));
        calendar
            .and_then(|one| one.with_half_days(half))
            .expect("days that are covered")
    }

    /// Whether the authority works on a day, by its own list of what was drawn.
    fn works(&self, day: Date) -> bool {
        let named = |days: &[i64]| days.iter().any(|one| self.near(*one) == day);
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let rest = weekend || self.country().holidays().contains_key(&day);
        !named(&self.closed) && (named(&self.open) || !rest)
    }

    /// The hour at which the authority closes early.
    fn noon(&self, day: Date) -> Option<i8> {
        // What is entered last holds.
        let mut half = self.half.iter().rev();
        half.find(|(one, _)| self.near(*one) == day)
            .map(|(_, hour)| *hour)
    }
}

impl Drawn {
    /// The days that it names lie near the arrival, where they make a difference.
    fn near(&self, around: &Days, days: i64) -> Date {
        around.near(self.arrived.0 + days)
    }

    fn clock(&self, around: &Days) -> Clock {
        let pause = |(from, length): &(i64, Option<i64>)| Pause {
            from: self.near(around, *from),
            to: length.map(|length| self.near(around, from + length)),
        };
        let agreed = self.near(around, 0);
        let extensions = self.extensions.iter();
        Clock {
            not_before: None,
            arrived: agreed.at(self.arrived.1, 30, 0, 0),
            period: self.period,
            receipt: Receipt {
                counted: self.counted,
                cut_off: self.cut_off.map(hours),
            },
            pauses: self.pauses.iter().map(pause).collect(),
            extensions: extensions.map(|days| Extension { days: *days, agreed }).collect(),
        }
    }

    fn stopped(&self, around: &Days, day: Date) -> bool {
        self.pauses.iter().any(|(from, length)| {
            let to = length.map(|length| self.near(around, from + length));
            day >= self.near(around, *from) && to.is_none_or(|to| day <= to)
        })
    }

    fn stopped_for_good(&self, around: &Days, day: Date) -> bool {
        let mut pauses = self.pauses.iter();
        pauses.any(|(from, length)| length.is_none() && day >= self.near(around, *from))
    }

    fn received(&self, around: &Days) -> Date {
        let mut day = self.near(around, 0);
        let Some(hour) = self.cut_off else { return day };
        let closes = around.noon(day).map_or(hour, |noon| hour.min(noon));
        if around.works(day) && self.arrived.1 < closes {
            return day;
        }
        day = next(day);
        while !around.works(day) {
            day = next(day);
        }
        day
    }

    /// How many days the months have from the first that counts.
    fn length(&self, received: Date) -> u32 {
        if self.period.unit != Unit::Month {
            return self.period.days;
        }
        let end = received.checked_add(i64::from(self.period.days).months());
        let end = end.expect("days near 2021");
        let mut days = 0;
        let mut day = received;
        while day < end {
            day = next(day);
            days += 1;
        }
        // Counted from the day itself it ends a day earlier, but has that day more; a shorter month is gone through to its end.
        days + u32::from(self.counted && end.day() != received.day())
    }

    /// The deadline, or none while an answer is awaited.
    fn deadline(&self, around: &Days) -> Option<Date> {
        let received = self.received(around);
        let total = self.length(received) + self.extensions.iter().sum::<u32>();
        let mut day = if self.counted { received } else { next(received) };
        let mut counted = 0;
        loop {
            if self.stopped_for_good(around, day) {
                return None;
            }
            if !self.stopped(around, day) {
                counted += u32::from(self.period.unit != Unit::Working || around.works(day));
                if counted >= total && around.works(day) {
                    return Some(day);
                }
            }
            day = next(day);
        }
    }
}

impl Days {
    /// By trying: the last day of work on which it could be filed, so that the period ends on a day of work before an event.
    fn latest_filing(&self, event: Date, period: Period) -> Date {
        let in_time = |day: Date| {
            let mut end = day;
            let mut counted = 0;
            if period.unit == Unit::Month {
                end = months_on(day, period.days);
            }
            while counted < period.days && period.unit != Unit::Month {
                end = next(end);
                counted += u32::from(period.unit == Unit::Calendar || self.works(end));
            }
            while !self.works(end) {
                end = next(end);
            }
            end < event
        };
        self.last(event, in_time)
    }

    /// By trying: the last day of work from which so much lies before an event.
    fn latest_ahead(&self, event: Date, lead: LeadTime) -> Date {
        let far_enough = |day: Date| {
            let first = if lead.clear { next(day) } else { day };
            if lead.unit == Unit::Month {
                return months_on(first, lead.days) <= event;
            }
            let counts = |day: &Date| lead.unit == Unit::Calendar || self.works(*day);
            let between = std::iter::successors(Some(first), |day| Some(next(*day)));
            let days = between.take_while(|day| *day < event).filter(counts).count();
            days >= lead.days as usize
        };
        self.last(event, far_enough)
    }

    fn last(&self, event: Date, good: impl Fn(Date) -> bool) -> Date {
        let mut day = event;
        while !(self.works(day) && good(day)) {
            day = day.yesterday().expect("days near 2021");
        }
        day
    }
}

fn months_on(day: Date, months: u32) -> Date {
    day.checked_add(i64::from(months).months())
        .expect("days near 2021")
}

fn next(day: Date) -> Date {
    day.tomorrow().expect("days near 2021")
}

fn hours(hour: i8) -> Time {
    Time::constant(hour, 0, 0, 0)
}

#[test]
fn the_clock_and_a_counter_of_days_agree_on_a_hundred_thousand_periods() {
    let mut runner = TestRunner::new(Config {
        cases: CALENDARS,
        ..Config::default()
    });
    let all = (days(), prop::collection::vec(drawn(), CLOCKS));
    let agreed = runner.run(&all, |(around, clocks)| {
        let calendar = around.calendar();
        for drawn in clocks {
            let reckoning = drawn.clock(&around).reckon(&calendar);
            let reckoning = reckoning.map_err(|fault| TestCaseError::fail(fault.to_string()))?;
            prop_assert_eq!(reckoning.start, drawn.received(&around), "{:?}", drawn);
            prop_assert_eq!(
                reckoning.deadline,
                drawn.deadline(&around),
                "{:?}\n{}",
                drawn,
                reckoning
            );
        }
        Ok(())
    });
    agreed.unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn the_latest_filing_is_the_last_day_of_all_that_were_tried() {
    let event = (0_i64..90, 1_u32..40, 0_usize..3, any::<bool>());
    let mut runner = TestRunner::new(Config {
        cases: 400,
        ..Config::default()
    });
    let all = (days(), prop::collection::vec(event, 25));
    let agreed = runner.run(&all, |(around, events)| {
        let calendar = around.calendar();
        for (event, days, unit, clear) in events {
            let unit = [Unit::Working, Unit::Calendar, Unit::Month][unit];
            let days = if unit == Unit::Month { days % 7 + 1 } else { days };
            let (event, period) = (around.near(event), Period { days, unit });
            let failed = |fault: calendar::CalendarFault| TestCaseError::fail(fault.to_string());
            let found = latest_filing(event, period, 1, &calendar).map_err(failed)?;
            let by_trying = around.latest_filing(event, period);
            prop_assert_eq!(
                found.latest_filing,
                by_trying,
                "{} {:?}\n{}",
                event,
                period,
                found
            );
            let (lead, short) = (
                LeadTime { days, unit, clear },
                Period {
                    days: 1,
                    unit: Unit::Calendar,
                },
            );
            let found = latest_filing_ahead(event, short, 1, Some(lead), &calendar).map_err(failed)?;
            let by_trying = around
                .latest_filing(event, short)
                .min(around.latest_ahead(event, lead));
            prop_assert_eq!(found.latest_filing, by_trying, "{} {:?}\n{}", event, lead, found);
        }
        Ok(())
    });
    agreed.unwrap_or_else(|fault| panic!("{fault}"));
}
