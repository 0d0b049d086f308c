//! Functions of days, times and durations (DMN 1.5, 10.3.4.1, 10.3.4.8 and 10.3.4.9).

use super::arguments::{Call, text_of};
use super::{Definition, Outcome, define, form, optional};
use crate::cause::Reason;
use crate::time::{Date, DateTime, DaysDuration, MonthsDuration, SECOND, Time, Zone};
use crate::{Number, Rounding, Value, said};

pub(super) const FUNCTIONS: &[Definition] = &[
    define(
        "date",
        &[
            form(&["from"], date),
            form(&["year", "month", "day"], date_of_parts),
        ],
    ),
    define(
        "time",
        &[
            form(&["from"], time),
            optional(&["hour", "minute", "second", "offset"], 3, time_of_parts),
        ],
    ),
    define(
        "date and time",
        &[
            form(&["from"], date_time),
            form(&["date", "time"], date_time_of_parts),
        ],
    ),
    define("duration", &[form(&["from"], duration)]),
    define(
        "years and months duration",
        &[form(&["from", "to"], months_between)],
    ),
    define("now", &[form(&[], now)]),
    define("today", &[form(&[], today)]),
    define(
        "day of year",
        &[form(&["date"], |call| {
            Ok(Value::from(day(call, 0)?.day_of_year()))
        })],
    ),
    define(
        "day of week",
        &[form(&["date"], |call| name(&WEEKDAYS, day(call, 0)?.weekday()))],
    ),
    define(
        "month of year",
        &[form(&["date"], |call| {
            name(&MONTHS, i64::from(day(call, 0)?.month()))
        })],
    ),
    define(
        "week of year",
        &[form(&["date"], |call| {
            Ok(Value::from(day(call, 0)?.week_of_year()))
        })],
    ),
];

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn name(names: &[&'static str], number: i64) -> Outcome {
    let index = usize::try_from(number - 1).ok();
    index
        .and_then(|index| names.get(index))
        .map(|name| text_of(*name))
        .ok_or_else(|| said!("it has no name"))
}

/// The day of a date or of a date and time.
fn day(call: &Call<'_>, at: usize) -> Result<Date, Reason> {
    match call.single(at) {
        Value::Date(date) => Ok(*date),
        Value::DateTime(both) => Ok(both.date),
        _ => Err(call.unfit(at, "date")),
    }
}

fn read<T>(call: &Call<'_>, read: fn(&str) -> Option<T>, kind: &str) -> Result<T, Reason> {
    let text = call.text(0)?;
    read(text).ok_or_else(|| said!("`{}` is not a {}", text, kind))
}

fn date(call: &Call<'_>) -> Outcome {
    Ok(Value::Date(match call.single(0) {
        Value::Text(_) => read(call, Date::parse, "date")?,
        _ => day(call, 0)?,
    }))
}

fn date_of_parts(call: &Call<'_>) -> Outcome {
    let part = |at| {
        call.number(at)?
            .to_i64()
            .ok_or_else(|| call.unfit(at, said!("whole number")))
    };
    Date::new(part(0)?, part(1)?, part(2)?)
        .map(Value::Date)
        .ok_or_else(|| said!("there is no such day"))
}

fn time(call: &Call<'_>) -> Outcome {
    Ok(Value::Time(match call.single(0) {
        Value::Text(_) => read(call, Time::parse, "time")?,
        Value::Time(time) => time.clone(),
        Value::DateTime(both) => both.time.clone(),
        Value::Date(_) => Time::midnight(Some(Zone::UTC)),
        _ => return Err(call.unfit(0, said!("string, time, date or date and time"))),
    }))
}

fn time_of_parts(call: &Call<'_>) -> Outcome {
    let part = |at| {
        call.number(at)?
            .to_i64()
            .ok_or_else(|| call.unfit(at, said!("whole number")))
    };
    let second = call.number(2)?;
    let whole = second
        .rounded(0, Rounding::Floor)
        .ok_or_else(|| said!("the second is too large"))?;
    let nanos = Number::from(1_000_000_000);
    let nanos = second
        .minus(&whole)
        .and_then(|rest| rest.times(&nanos)?.truncated())
        .unwrap_or(0);
    let zone = match call.single(3) {
        Value::Null(_) => None,
        Value::Days(days) => {
            let seconds = i64::try_from(days.nanos() / SECOND).ok();
            let zone = seconds
                .and_then(Zone::offset)
                .ok_or_else(|| said!("the offset is beyond fourteen hours"))?;
            Some(zone)
        }
        _ => return Err(call.unfit(3, "days and time duration")),
    };
    let second = whole.to_i64().unwrap_or(-1);
    let time = Time::new(part(0)?, part(1)?, second, nanos, zone);
    time.map(Value::Time)
        .ok_or_else(|| said!("there is no such time"))
}

fn date_time(call: &Call<'_>) -> Outcome {
    Ok(Value::DateTime(match call.single(0) {
        Value::Text(_) => read(call, DateTime::parse, "date and time")?,
        Value::DateTime(both) => both.clone(),
        Value::Date(date) => DateTime::midnight_utc(*date),
        _ => return Err(call.unfit(0, said!("string, date or date and time"))),
    }))
}

fn date_time_of_parts(call: &Call<'_>) -> Outcome {
    let date = day(call, 0)?;
    match call.single(1) {
        Value::Time(time) => Ok(Value::DateTime(DateTime {
            date,
            time: time.clone(),
        })),
        _ => Err(call.unfit(1, "time")),
    }
}

fn duration(call: &Call<'_>) -> Outcome {
    let text = match call.single(0) {
        same @ (Value::Days(_) | Value::Months(_)) => return Ok(same.clone()),
        _ => call.text(0)?,
    };
    let days = DaysDuration::parse(text).map(Value::Days);
    let duration = days.or_else(|| MonthsDuration::parse(text).map(Value::Months));
    duration.ok_or_else(|| said!("`{}` is not a duration", text))
}

fn months_between(call: &Call<'_>) -> Outcome {
    let months = day(call, 0)?.months_until(day(call, 1)?);
    Ok(Value::Months(MonthsDuration::from_months(months)))
}

fn instant(call: &Call<'_>) -> Result<DateTime, Reason> {
    let now = call.session.now();
    let zone = Zone::of(now.time_zone(), now.offset());
    DateTime::at(now.timestamp(), zone).ok_or_else(|| said!("the instant is out of bounds"))
}

fn now(call: &Call<'_>) -> Outcome {
    instant(call).map(Value::DateTime)
}

fn today(call: &Call<'_>) -> Outcome {
    instant(call).map(|now| Value::Date(now.date))
}
