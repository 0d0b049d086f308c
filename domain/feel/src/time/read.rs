//! Reading days, times and durations from the texts that XML Schema and FEEL define.

use super::{DAY, Date, DateTime, DaysDuration, MonthsDuration, SECOND, Time, Zone};

/// Reads a text piece by piece.
struct Reader<'a>(&'a str);

impl<'a> Reader<'a> {
    fn take(&mut self, text: &str) -> bool {
        match self.0.strip_prefix(text) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, text: &str) -> Option<()> {
        self.take(text).then_some(())
    }

    fn digits(&mut self) -> &'a str {
        let end = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        digits
    }

    fn two_digits(&mut self) -> Option<i64> {
        let digits = self
            .0
            .get(..2)
            .filter(|two| two.bytes().all(|byte| byte.is_ascii_digit()))?;
        self.0 = self.0.get(2..)?;
        digits.parse().ok()
    }

    /// The digits after a point as nanoseconds; what is finer is cut off.
    fn fraction(&mut self) -> Option<i64> {
        if !self.take(".") {
            return Some(0);
        }
        let digits = self.digits();
        if digits.is_empty() {
            return None;
        }
        let nine: String = digits.chars().chain("00000000".chars()).take(9).collect();
        nine.parse().ok()
    }

    fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    fn date(&mut self) -> Option<Date> {
        let negative = self.take("-");
        let digits = self.digits();
        if digits.len() < 4 || digits.len() > 9 || digits.len() > 4 && digits.starts_with('0') {
            return None;
        }
        let year: i64 = digits.parse().ok()?;
        self.expect("-")?;
        let month = self.two_digits()?;
        self.expect("-")?;
        let day = self.two_digits()?;
        Date::new(if negative { -year } else { year }, month, day)
    }

    fn time(&mut self) -> Option<Time> {
        let hour = self.two_digits()?;
        self.expect(":")?;
        let minute = self.two_digits()?;
        self.expect(":")?;
        let second = self.two_digits()?;
        let nanos = self.fraction()?;
        let zone = self.zone()?;
        Time::new(hour, minute, second, nanos, zone)
    }

    fn zone(&mut self) -> Option<Option<Zone>> {
        if self.0.is_empty() {
            return Some(None);
        }
        if self.take("Z") || self.take("z") {
            return Some(Some(Zone::UTC));
        }
        if self.take("@") {
            let zone = Zone::named(self.0)?;
            self.0 = "";
            return Some(Some(zone));
        }
        let sign = if self.take("-") {
            -1
        } else {
            self.expect("+").map(|()| 1)?
        };
        let hours = self.two_digits()?;
        self.expect(":")?;
        let minutes = self.two_digits()?;
        let seconds = if self.take(":") { self.two_digits()? } else { 0 };
        if minutes > 59 || seconds > 59 {
            return None;
        }
        Zone::offset(sign * (hours * 3600 + minutes * 60 + seconds)).map(Some)
    }

    /// A number and its unit, such as `12H`; `None` when another unit stands there.
    fn part(&mut self, unit: &str) -> Option<i64> {
        let before = self.0;
        let digits = self.digits();
        if !digits.is_empty() && self.take(unit) {
            return digits.parse().ok();
        }
        self.0 = before;
        None
    }
}

pub(super) fn date(text: &str) -> Option<Date> {
    let mut reader = Reader(text);
    let date = reader.date()?;
    reader.end().map(|()| date)
}

pub(super) fn time(text: &str) -> Option<Time> {
    let mut reader = Reader(text);
    let time = reader.time()?;
    reader.end().map(|()| time)
}

pub(super) fn date_time(text: &str) -> Option<DateTime> {
    let mut reader = Reader(text);
    let date = reader.date()?;
    if reader.0.is_empty() {
        return Some(DateTime {
            date,
            time: Time::midnight(None),
        });
    }
    reader.expect("T")?;
    let time = reader.time()?;
    reader.end().map(|()| DateTime { date, time })
}

pub(super) fn months_duration(text: &str) -> Option<MonthsDuration> {
    let mut reader = Reader(text);
    let negative = reader.take("-");
    reader.expect("P")?;
    let (years, months) = (reader.part("Y"), reader.part("M"));
    if years.is_none() && months.is_none() {
        return None;
    }
    reader.end()?;
    let months = years
        .unwrap_or(0)
        .checked_mul(12)?
        .checked_add(months.unwrap_or(0))?;
    Some(MonthsDuration::from_months(if negative {
        -months
    } else {
        months
    }))
}

pub(super) fn days_duration(text: &str) -> Option<DaysDuration> {
    let mut reader = Reader(text);
    let negative = reader.take("-");
    reader.expect("P")?;
    let days = reader.part("D");
    let mut nanos = i128::from(days.unwrap_or(0)).checked_mul(DAY)?;
    if reader.take("T") {
        let (hours, minutes) = (reader.part("H"), reader.part("M"));
        let seconds = if reader.0.is_empty() {
            None
        } else {
            Some(seconds(&mut reader)?)
        };
        if hours.is_none() && minutes.is_none() && seconds.is_none() {
            return None;
        }
        let whole = i128::from(hours.unwrap_or(0)) * 3600 + i128::from(minutes.unwrap_or(0)) * 60;
        nanos = nanos
            .checked_add(whole.checked_mul(SECOND)?)?
            .checked_add(seconds.unwrap_or(0))?;
    } else {
        days?;
    }
    reader.end()?;
    DaysDuration::from_nanos(if negative { -nanos } else { nanos })
}

fn seconds(reader: &mut Reader<'_>) -> Option<i128> {
    let whole: i64 = reader.digits().parse().ok()?;
    let nanos = reader.fraction()?;
    reader.expect("S")?;
    i128::from(whole)
        .checked_mul(SECOND)?
        .checked_add(i128::from(nanos))
}
