//! How each language writes dates and numbers, from the data that is compiled in.

use crate::Language;
use fluent_bundle::FluentValue;
use icu_calendar::{Date as CalendarDate, Gregorian};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_locale_core::{Locale, locale};
use jiff::civil::Date;
use std::sync::LazyLock;

pub(crate) type DateFormatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// How one language writes dates and numbers. A part is none only if the compiled-in data lacked it.
pub(crate) struct Habits {
    pub date: Option<DateFormatter<fieldsets::YMD>>,
    pub day: Option<DateFormatter<fieldsets::YMDE>>,
    pub short: Option<DateFormatter<fieldsets::MD>>,
    pub named: Option<DateFormatter<fieldsets::MD>>,
    pub month: Option<DateFormatter<fieldsets::M>>,
    pub weekday: Option<DateFormatter<fieldsets::E>>,
    pub number: Option<DecimalFormatter>,
}

static HABITS: [LazyLock<Habits>; 3] = [
    LazyLock::new(|| habits(&locale!("en-GB"))),
    // Without the extension ICU writes Khmer numbers in Latin digits.
    LazyLock::new(|| habits(&locale!("km-u-nu-khmr"))),
    LazyLock::new(|| habits(&locale!("ja"))),
];

fn habits(locale: &Locale) -> Habits {
    Habits {
        date: DateFormatter::try_new(locale.into(), fieldsets::YMD::long()).ok(),
        day: DateFormatter::try_new(locale.into(), fieldsets::YMDE::long()).ok(),
        short: DateFormatter::try_new(locale.into(), fieldsets::MD::medium()).ok(),
        named: DateFormatter::try_new(locale.into(), fieldsets::MD::long()).ok(),
        month: DateFormatter::try_new(locale.into(), fieldsets::M::medium()).ok(),
        weekday: DateFormatter::try_new(locale.into(), fieldsets::E::long()).ok(),
        number: DecimalFormatter::try_new(locale.into(), Default::default()).ok(),
    }
}

impl Language {
    pub(crate) fn habits(self) -> &'static Habits {
        &HABITS[self.place()]
    }
}

/// A date for ICU. jiff's years (±9999), months and days all fit it.
pub(crate) fn calendar_date(date: Date) -> Option<CalendarDate<Gregorian>> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    CalendarDate::try_new_gregorian(i32::from(date.year()), month, day).ok()
}

pub(crate) fn khmer_digit(character: char) -> char {
    match character.to_digit(10) {
        Some(digit) => char::from_u32(0x17e0 + digit).unwrap_or(character),
        None => character,
    }
}

pub(crate) fn whole(language: Language, number: i64) -> String {
    match &language.habits().number {
        Some(formatter) => formatter.format(&Decimal::from(number)).to_string(),
        None => number.to_string(),
    }
}

/// An amount with its point, as each language writes it: never through a float, so that no digit is lost.
pub(crate) fn amount(language: Language, amount: &str) -> String {
    match (&language.habits().number, amount.parse::<Decimal>()) {
        (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string(),
        _ => amount.to_owned(),
    }
}

/// Writes a number inside a message. What is not a whole number is left to Fluent.
pub(crate) fn fluent_number(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        // Whole numbers up to 2^53 are exact in a float; counts and days stay far below.
        FluentValue::Number(number) if number.value.fract() == 0.0 && number.value.abs() < 9e15 => {
            Some(whole(language, number.value as i64))
        }
        _ => None,
    }
}
