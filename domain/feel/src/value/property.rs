//! What days, times, durations and ranges have of themselves: `.year`, `.time offset`, `.start included` (DMN 1.5,
//! table 62 and following).

use crate::time::{Date, DaysDuration, MonthsDuration, Time, Zone};
use crate::{Number, Value};

/// The property of that name; `None` when the value has none such.
pub(crate) fn of(value: &Value, name: &str) -> Option<Value> {
    match value {
        Value::Date(date) => of_date(*date, name),
        Value::Time(time) => {
            let offset = time.zone().map(Zone::offset_without_date);
            of_time(time, offset, name)
        }
        Value::DateTime(both) => {
            of_date(both.date, name).or_else(|| of_time(&both.time, both.offset(), name))
        }
        Value::Days(days) => of_days(*days, name),
        Value::Months(months) => of_months(*months, name),
        Value::Range(range) => Some(match name {
            "start" => range.start.clone(),
            "end" => range.end.clone(),
            "start included" => Value::Boolean(range.start_included),
            "end included" => Value::Boolean(range.end_included),
            _ => return None,
        }),
        _ => None,
    }
}

fn of_date(date: Date, name: &str) -> Option<Value> {
    Some(Value::from(match name {
        "year" => i64::from(date.year()),
        "month" => i64::from(date.month()),
        "day" => i64::from(date.day()),
        "weekday" => date.weekday(),
        _ => return None,
    }))
}

fn of_time(time: &Time, offset: Option<i32>, name: &str) -> Option<Value> {
    Some(match name {
        "hour" => Value::from(time.hour()),
        "minute" => Value::from(time.minute()),
        "second" => seconds(time.second() * 1_000_000_000 + time.nanosecond())?,
        "time offset" => offset.map_or(Value::NULL, |seconds| {
            Value::Days(DaysDuration::from_seconds(seconds))
        }),
        "timezone" => time.zone().and_then(Zone::name).map_or(Value::NULL, Value::text),
        _ => return None,
    })
}

fn of_days(days: DaysDuration, name: &str) -> Option<Value> {
    Some(match name {
        "days" => Value::from(days.days()),
        "hours" => Value::from(days.hours()),
        "minutes" => Value::from(days.minutes()),
        "seconds" => seconds(days.nanos_of_minute())?,
        _ => return None,
    })
}

fn of_months(months: MonthsDuration, name: &str) -> Option<Value> {
    Some(Value::from(match name {
        "years" => months.months() / 12,
        "months" => months.months() % 12,
        _ => return None,
    }))
}

fn seconds(nanos: i64) -> Option<Value> {
    Number::new(i128::from(nanos), -9).map(Value::Number)
}
