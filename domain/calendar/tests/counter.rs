//! The clock against a counter that knows nothing of it: a hundred thousand periods, with calendars, stops and extensions
//! at random, told day by day from three lists of yes and no.

use calendar::{Calendar, Clock, Extension, Pause, Period, Receipt, Unit, gb_eng, jp, kh, us_ny};
use jiff::civil::{Date, Time, Weekday, date};
use jiff::{SignedDuration, ToSpan};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeMap;

const CASES: u32 = 100_000;

#[derive(Clone, Debug)]
struct Drawn {
    country: usize,
    closed: Vec<i64>,
    open: Vec<i64>,
    half: Vec<(i64, i8)>,
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

fn drawn() -> impl Strategy<Value = Drawn> {
    let unit = prop_oneof![Just(Unit::Working), Just(Unit::Calendar), Just(Unit::Month)];
    let period = (1_u32..40, unit).prop_map(|(days, unit)| Period {
        days: if unit == Unit::Month { days % 7 + 1 } else { days },
        unit,
    });
    let days = || prop::collection::vec(0_i64..120, 0..4);
    let length = prop_oneof![5 => (0_i64..20).prop_map(Some), 1 => Just(None)];
    let calendars = (
        0_usize..4,
        days(),
        days(),
        prop::collection::vec((0_i64..60, 9_i8..15), 0..3),
    );
    let arrivals = ((0_i64..700, 0_i8..24), any::<bool>(), prop::option::of(12_i8..20));
    let stops = (
        prop::collection::vec((-5_i64..70, length), 0..4),
        prop::collection::vec(1_u32..12, 0..3),
    );
    (calendars, arrivals, period, stops).prop_map(|(calendars, arrivals, period, stops)| Drawn {
        country: calendars.0,
        closed: calendars.1,
        open: calendars.2,
        half: calendars.3,
        arrived: arrivals.0,
        counted: arrivals.1,
        cut_off: arrivals.2,
        period,
        pauses: stops.0,
        extensions: stops.1,
    })
}

impl Drawn {
    fn country(&self) -> &'static Calendar {
        [kh(), jp(), gb_eng(), us_ny()][self.country]
    }

    /// The days that it names lie near the arrival, where they make a difference.
    fn near(&self, days: i64) -> Date {
        at(self.arrived.0 + days)
    }

    fn calendar(&self) -> Calendar {
        let closed = self
            .closed
            .iter()
            .map(|day| (self.near(*day), "closed".to_owned()));
        let open = self.open.iter().map(|day| self.near(*day));
        let open = open.filter(|day| !self.closed.iter().any(|closed| self.near(*closed) == *day));
        let half = self
            .half
            .iter()
            .map(|(day, hour)| (self.near(*day), hours(*hour)));
        let calendar = self.country().clone().with_exceptions(closed, open);
        calendar
            .and_then(|one| one.with_half_days(half))
            .expect("days that are covered")
    }

    fn clock(&self) -> Clock {
        let pause = |(from, length): &(i64, Option<i64>)| Pause {
            from: self.near(*from),
            to: length.map(|length| self.near(from + length)),
        };
        let agreed = at(self.arrived.0);
        Clock {
            arrived: at(self.arrived.0).at(self.arrived.1, 30, 0, 0),
            period: self.period,
            receipt: Receipt {
                counted: self.counted,
                cut_off: self.cut_off.map(hours),
            },
            pauses: self.pauses.iter().map(pause).collect(),
            extensions: self
                .extensions
                .iter()
                .map(|days| Extension { days: *days, agreed })
                .collect(),
        }
    }

    /// Whether the authority works on a day, by its own list of what was drawn.
    fn works(&self, day: Date) -> bool {
        let named = |days: &[i64]| days.iter().any(|one| self.near(*one) == day);
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let rest = weekend || self.country().holidays().contains_key(&day);
        !named(&self.closed) && (named(&self.open) || !rest)
    }

    fn stopped(&self, day: Date) -> bool {
        self.pauses.iter().any(|(from, length)| {
            let to = length.map(|length| self.near(from + length));
            day >= self.near(*from) && to.is_none_or(|to| day <= to)
        })
    }

    fn received(&self) -> Date {
        let mut day = at(self.arrived.0);
        let Some(hour) = self.cut_off else { return day };
        let half: BTreeMap<Date, i8> = self
            .half
            .iter()
            .map(|(day, hour)| (self.near(*day), *hour))
            .collect();
        let closes = half.get(&day).map_or(hour, |noon| hour.min(*noon));
        if self.works(day) && self.arrived.1 < closes {
            return day;
        }
        day = day.tomorrow().expect("days near 2021");
        while !self.works(day) {
            day = day.tomorrow().expect("days near 2021");
        }
        day
    }

    /// How many days the months have from the first that counts.
    fn length(&self, received: Date) -> u32 {
        if self.period.unit != Unit::Month {
            return self.period.days;
        }
        let end = received
            .checked_add(i64::from(self.period.days).months())
            .expect("near 2021");
        let mut days = 0;
        let mut day = received;
        while day < end {
            day = day.tomorrow().expect("days near 2021");
            days += 1;
        }
        // Counted from the day itself it ends a day earlier, but has that day more; a shorter month is gone through to its end.
        days + u32::from(self.counted && end.day() != received.day())
    }

    /// The deadline, or none while an answer is awaited.
    fn deadline(&self) -> Option<Date> {
        let received = self.received();
        let total = self.length(received) + self.extensions.iter().sum::<u32>();
        let mut day = received;
        let mut counted = 0;
        let mut begun = self.counted;
        loop {
            if !begun {
                day = day.tomorrow().expect("days near 2021");
            }
            begun = false;
            if self
                .pauses
                .iter()
                .any(|(from, length)| length.is_none() && day >= self.near(*from))
            {
                return None;
            }
            if self.stopped(day) {
                continue;
            }
            let counts = self.period.unit != Unit::Working || self.works(day);
            counted += u32::from(counts);
            if counted >= total && self.works(day) {
                return Some(day);
            }
        }
    }
}

fn hours(hour: i8) -> Time {
    Time::constant(hour, 0, 0, 0)
}

#[test]
fn the_clock_and_a_counter_of_days_agree_on_a_hundred_thousand_periods() {
    let mut runner = TestRunner::new(Config {
        cases: CASES,
        ..Config::default()
    });
    let agreed = runner.run(&drawn(), |drawn| {
        let reckoning = drawn.clock().reckon(&drawn.calendar());
        let reckoning = reckoning.map_err(|fault| TestCaseError::fail(fault.to_string()))?;
        prop_assert_eq!(reckoning.start, drawn.received());
        prop_assert_eq!(reckoning.deadline, drawn.deadline(), "{}", reckoning);
        Ok(())
    });
    agreed.unwrap_or_else(|fault| panic!("{fault}"));
}
