//! What a date means beside the day of publication.

use jiff::ToSpan;
use jiff::civil::Date;

/// A date as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A day, perhaps without its year.
    Day { year: Option<i16>, month: i8, day: i8 },
    /// Days of one month.
    Days {
        year: Option<i16>,
        month: i8,
        day: i8,
        last: i8,
    },
    /// A month.
    Month { year: Option<i16>, month: i8 },
    /// A year.
    Year(i16),
    /// Years.
    Years { from: i16, to: i16 },
    /// The week that begins on this Monday.
    Week(Date),
    /// What rests on a day of publication that is not known.
    Unknown,
}

impl Value {
    /// ISO 8601, without a year where none is known.
    pub fn told(self, published: Option<Date>) -> Option<String> {
        let year_of = |year: Option<i16>, month: i8, day: i8| {
            year.or_else(|| published.map(|published| nearest(published, month, day)))
        };
        let text = match self {
            Value::Day { year, month, day } => day_text(year_of(year, month, day), month, day)?,
            Value::Days {
                year,
                month,
                day,
                last,
            } => {
                let year = year_of(year, month, day);
                format!("{}/{}", day_text(year, month, day)?, day_text(year, month, last)?)
            }
            Value::Month { year, month } => match year_of(year, month, 15) {
                Some(year) => format!("{year:04}-{month:02}"),
                None => format!("XXXX-{month:02}"),
            },
            Value::Year(year) => format!("{year:04}"),
            Value::Years { from, to } => format!("{from:04}/{to:04}"),
            Value::Week(monday) => {
                let week = monday.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Value::Unknown => return None,
        };
        Some(text)
    }

    /// From this one to another; the first takes the year and the month that only the second has.
    pub fn range(self, last: Value, published: Option<Date>) -> Option<String> {
        let first = match (self, last) {
            (
                Value::Day {
                    year: None,
                    month,
                    day,
                },
                Value::Day { year, .. },
            ) => Value::Day { year, month, day },
            (Value::Month { year: None, month }, Value::Month { year, .. }) => Value::Month { year, month },
            (first, _) => first,
        };
        Some(format!("{}/{}", first.told(published)?, last.told(published)?))
    }
}

fn day_text(year: Option<i16>, month: i8, day: i8) -> Option<String> {
    match year {
        Some(year) => Date::new(year, month, day).ok().map(|date| date.to_string()),
        None => Date::new(2000, month, day)
            .ok()
            .map(|_| format!("XXXX-{month:02}-{day:02}")),
    }
}

/// The year in which a day of the year is nearest to a day.
pub fn nearest(published: Date, month: i8, day: i8) -> i16 {
    let far = |year: i16| {
        let date = Date::new(year, month, day)
            .or_else(|_| Date::new(year, month, 28))
            .ok()?;
        date.since(published).ok().map(|span| span.get_days().abs())
    };
    let year = published.year();
    let years = [year, year.saturating_add(1), year.saturating_sub(1)];
    years
        .into_iter()
        .filter_map(|year| Some((far(year)?, year)))
        .min_by_key(|(far, _)| *far)
        .map_or(year, |(_, year)| year)
}

/// The last or the next month of that name.
pub fn at_month(published: Date, month: i8, next: bool) -> Value {
    let year = match (next, month.cmp(&published.month())) {
        (true, std::cmp::Ordering::Greater) | (false, std::cmp::Ordering::Less) => published.year(),
        (true, _) => published.year().saturating_add(1),
        (false, _) => published.year().saturating_sub(1),
    };
    Value::Month {
        year: Some(year),
        month,
    }
}

fn day(date: Date) -> Value {
    Value::Day {
        year: Some(date.year()),
        month: date.month(),
        day: date.day(),
    }
}

/// A day of the week: the last one up to the publication, or the next after it where what is told is still to come.
pub fn weekday_of(published: Date, weekday: i8, before: &str, ahead: bool) -> (Value, &'static str) {
    let today = published.weekday().to_monday_zero_offset();
    let back = i64::from((today - weekday).rem_euclid(7));
    let on = i64::from((weekday - today - 1).rem_euclid(7)) + 1;
    let shifted = |days: i64| published.checked_add(days.days()).map_or(Value::Unknown, day);
    match (before, ahead) {
        ("next", _) => (shifted(on), "the next such day of the week"),
        ("last", _) if back == 0 => (shifted(-7), "the last such day of the week"),
        ("last", _) => (shifted(-back), "the last such day of the week"),
        (_, true) => (
            shifted(on),
            "the next such day of the week, because it is still to come",
        ),
        (_, false) => (
            shifted(-back),
            "the last such day of the week up to the publication",
        ),
    }
}

/// So many units from a day.
pub fn relative(published: Date, count: i64, unit: &str) -> Option<Value> {
    let date = |date: Result<Date, jiff::Error>| date.ok().map(day);
    match unit.trim_end_matches('s') {
        "day" => date(published.checked_add(count.days())),
        "week" => date(published.checked_add(count.checked_mul(7)?.days())),
        "month" => {
            let then = published.checked_add(count.months()).ok()?;
            Some(Value::Month {
                year: Some(then.year()),
                month: then.month(),
            })
        }
        "year" => published
            .checked_add(count.years())
            .ok()
            .map(|then| Value::Year(then.year())),
        _ => None,
    }
}

/// The week, month or year beside that of a day.
pub fn period(published: Date, count: i64, unit: &str) -> Option<Value> {
    if unit != "week" {
        return relative(published, count, unit);
    }
    let back = i64::from(published.weekday().to_monday_zero_offset());
    let monday = published.checked_add((count * 7 - back).days()).ok()?;
    Some(Value::Week(monday))
}

/// The year of the next return of a day of the year, if that is nearer than three quarters of a year.
pub fn next(published: Date, month: i8, day: i8) -> Option<i16> {
    let year = published.year();
    let returns = [year, year.checked_add(1)?]
        .into_iter()
        .filter_map(|year| Date::new(year, month, day).ok());
    let next = returns.into_iter().find(|date| *date > published)?;
    let days = next.since(published).ok()?.get_days();
    (days <= 270).then_some(next.year())
}
