//! Dates, times and numbers as a reader of a language writes them. A time never stands without its zone.

use crate::Text;
use crate::habits::{calendar_date, khmer_digit, whole};
use crate::language::Language;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

macro_rules! written {
    ($language:expr, $date:expr, $part:ident) => {
        match (calendar_date($date), &$language.habits().$part) {
            (Some(calendar_date), Some(formatter)) => formatter.format(&calendar_date).to_string(),
            _ => $date.to_string(),
        }
    };
}

impl Text {
    /// A date in full: `19 November 2023`.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        written!(self.language(), date, date)
    }

    /// A date with its weekday: `Sunday, 19 November 2023`.
    #[must_use]
    pub fn day(self, date: Date) -> String {
        written!(self.language(), date, day)
    }

    /// A date without its year, where the year is plain: `19 Nov`.
    #[must_use]
    pub fn short_date(self, date: Date) -> String {
        written!(self.language(), date, short)
    }

    /// A date without its year, where it is a name rather than a measure: `19 November`.
    #[must_use]
    pub fn named_date(self, date: Date) -> String {
        written!(self.language(), date, named)
    }

    /// The month of a date: `Nov`.
    #[must_use]
    pub fn month(self, date: Date) -> String {
        written!(self.language(), date, month)
    }

    /// The day of the week: `Sunday`.
    #[must_use]
    pub fn weekday(self, date: Date) -> String {
        written!(self.language(), date, weekday)
    }

    /// A whole number.
    #[must_use]
    pub fn number(self, number: i64) -> String {
        whole(self.language(), number)
    }

    /// A time of day in a zone: `18:00 (Phnom Penh time)`.
    #[must_use]
    pub fn time(self, time: Time, zone: &TimeZone, on: Date) -> String {
        let offset = zone
            .to_ambiguous_zoned_datetime(on.to_datetime(time))
            .compatible()
            .map(|zoned| zoned.offset());
        let label = self.zone(zone, offset.unwrap_or(jiff::tz::Offset::UTC));
        self.with(
            "label-time",
            [("time", self.clock(time).into()), ("zone", label.into())],
        )
    }

    /// An instant as the clocks of a zone show it: `19 November 2023, 18:00 (Phnom Penh time)`.
    #[must_use]
    pub fn instant(self, instant: Timestamp, zone: &TimeZone) -> String {
        let zoned = instant.to_zoned_datetime(zone.clone());
        let label = self.zone(zone, zoned.offset());
        let date = self.date(zoned.date());
        let time = self.clock(zoned.time());
        self.with(
            "label-instant",
            [
                ("date", date.into()),
                ("time", time.into()),
                ("zone", label.into()),
            ],
        )
    }

    /// Hours and minutes, in the language's digits.
    pub(crate) fn clock(self, time: Time) -> String {
        let clock = format!("{:02}:{:02}", time.hour(), time.minute());
        if self.language() == Language::Khmer {
            clock.chars().map(khmer_digit).collect()
        } else {
            clock
        }
    }

    /// A zone by the name its people use, if we have one, else by its offset: `UTC+07:00`.
    pub(crate) fn zone(self, zone: &TimeZone, offset: jiff::tz::Offset) -> String {
        let id = zone
            .iana_name()
            .map(|name| format!("zone-{}", name.to_ascii_lowercase().replace(['/', '_'], "-")));
        match id {
            Some(id) if self.has(&id) => self.get(&id).into_owned(),
            _ => {
                let minutes = offset.seconds() / 60;
                let sign = if minutes < 0 { '−' } else { '+' };
                format!("UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let check = |language, expect: [&str; 6]| {
            let (t, day) = (Text::of(language), date(2023, 11, 19));
            let written = [
                t.date(day),
                t.day(day),
                t.short_date(day),
                t.named_date(day),
                t.month(day),
                t.weekday(day),
            ];
            assert_eq!(written, expect);
        };
        check(
            Language::English,
            [
                "19 November 2023",
                "Sunday, 19 November 2023",
                "19 Nov",
                "19 November",
                "Nov",
                "Sunday",
            ],
        );
        check(
            Language::Khmer,
            [
                "១៩ វិច្ឆិកា ២០២៣",
                "អាទិត្យ ១៩ វិច្ឆិកា ២០២៣",
                "១៩ វិច្ឆិកា",
                "១៩ វិច្ឆិកា",
                "វិច្ឆិកា",
                "អាទិត្យ",
            ],
        );
        check(
            Language::Japanese,
            [
                "2023年11月19日",
                "2023年11月19日日曜日",
                "11月19日",
                "11月19日",
                "11月",
                "日曜日",
            ],
        );
    }

    #[test]
    fn a_time_never_stands_without_its_zone() {
        let phnom_penh = TimeZone::get("Asia/Phnom_Penh").unwrap();
        let instant: Timestamp = "2023-11-19T11:00:00Z".parse().unwrap();
        let written = Language::ALL.map(|language| Text::of(language).instant(instant, &phnom_penh));
        assert_eq!(written[0], "19 November 2023, 18:00 (Phnom Penh time)");
        assert!(
            written[1].contains("១៨:០០") && written[1].contains("ភ្នំពេញ"),
            "{}",
            written[1]
        );
        assert_eq!(written[2], "2023年11月19日 18:00（プノンペン時間）");
        let t = Text::of(Language::English);
        assert_eq!(
            t.time(
                Time::constant(9, 5, 0, 0),
                &TimeZone::fixed(jiff::tz::offset(-3)),
                date(2023, 1, 1)
            ),
            "09:05 (UTC−03:00)"
        );
    }

    #[test]
    fn numbers_are_written_in_the_digits_of_the_language() {
        let written = Language::ALL.map(|language| Text::of(language).number(12_345));
        assert_eq!(written, ["12,345", "១២.៣៤៥", "12,345"]);
    }
}
