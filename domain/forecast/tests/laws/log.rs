//! Records that are made up: by a law, from a seed.

use forecast::{Backtest, Chance, Coverage, End, Entry, Record, backtest};
use jiff::civil::{Date, date};

/// The first day of every record here, a Monday.
pub fn first() -> Date {
    date(2018, 1, 1)
}

/// A day of a record.
pub fn day(number: i32) -> Date {
    first().saturating_add(jiff::Span::new().days(number))
}

/// Draws from laws.
pub struct Draw(Chance);

impl Draw {
    pub fn of(seed: u64) -> Self {
        Draw(Chance::of(seed))
    }

    /// From 0 to 1.
    pub fn even(&mut self) -> f64 {
        (self.0.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number below this one.
    pub fn below(&mut self, number: i32) -> i32 {
        (self.even() * f64::from(number)) as i32
    }

    /// The normal law, by Box and Muller.
    pub fn normal(&mut self) -> f64 {
        let (one, other) = (1.0 - self.even(), self.even());
        (-2.0 * one.ln()).sqrt() * (std::f64::consts::TAU * other).cos()
    }

    /// The log-normal law, by its median and the deviation of its logarithm; in whole days.
    pub fn days(&mut self, median: f64, deviation: f64) -> i32 {
        (median * (deviation * self.normal()).exp()) as i32
    }
}

/// A record in the making, which ends after so many days.
pub struct Log {
    pub record: Record,
    end: i32,
}

impl Log {
    pub fn until(end: i32) -> Self {
        Log {
            record: Record::default(),
            end,
        }
    }

    /// Adds a referral. What would be decided after the record's end is open.
    pub fn add(&mut self, case: impl ToString, authority: &str, referred: i32, decided: i32) {
        let end = if decided <= self.end {
            End::Decided(day(decided))
        } else {
            End::Open
        };
        self.record.entries.push(Entry {
            case: case.to_string(),
            authority: authority.to_owned(),
            referred: day(referred),
            end,
            pauses: vec![],
        });
    }

    /// What forecasts on it are worth.
    pub fn tried(&self) -> Backtest {
        backtest(&self.record, 1)
    }
}

/// Shares lie within so much of 50, 80 and 90 per cent.
pub fn covers(found: Coverage, within: f64) {
    let found = [found.half, found.four_fifths, found.nine_tenths].map(Option::unwrap);
    for (found, level) in found.into_iter().zip([0.5, 0.8, 0.9]) {
        assert!((found - level).abs() <= within, "{found:.3} instead of {level}");
    }
}
