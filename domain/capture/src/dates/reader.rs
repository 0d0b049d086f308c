//! Dates as they are written: in figures, with the day or the month first, from one to another.

use super::Found;
use super::resolve::{Value, at_month};
use crate::token::{Kind, Tokens};
use crate::words::{kind, month};
use jiff::civil::Date;

/// Reads the dates of a text, each where it begins.
pub(super) struct Reader<'a, 't> {
    pub(super) tokens: &'a Tokens<'t>,
    pub(super) published: Option<Date>,
}

/// A value with the token after it.
pub(super) type Read = (usize, Value, &'static str);

impl Reader<'_, '_> {
    /// The date that begins at a token.
    pub(super) fn at(&self, at: usize) -> Option<Found> {
        let (to, first, why) = self.one(at)?;
        let (first, why) = self.to_come(at, first).map_or((first, why), |value| {
            (
                value,
                "a day of the year, the next one because it is still to come",
            )
        });
        if let Some((end, last)) = self.range_end(at, to, first) {
            let value = first.range(last, self.published);
            return Some(Found {
                from: at,
                to: end,
                value,
                why: "from one day to another".to_owned(),
            });
        }
        Some(Found {
            from: at,
            to,
            value: first.told(self.published),
            why: why.to_owned(),
        })
    }

    /// The second date after `to`, `–`, `until` where the first stands after `from` or `between`, or a dash joins them.
    pub(super) fn range_end(&self, at: usize, to: usize, first: Value) -> Option<(usize, Value)> {
        let before = if at > 0 { self.tokens.word(at - 1) } else { "" };
        let dash = matches!(self.tokens.kind(to), Kind::Mark('-' | '–' | '—'));
        let joined = dash
            || (before == "from" && matches!(self.tokens.word(to), "to" | "until" | "till" | "through"))
            || (before == "between" && self.tokens.word(to) == "and")
            || matches!(self.tokens.word(to), "through");
        if !joined {
            return None;
        }
        if let Some((end, last, _)) = self.one(to + 1) {
            return Some((end, last));
        }
        let day = self.day(to + 1).filter(|_| matches!(first, Value::Day { .. }))?;
        let ended = match (first, self.year(to + 3)) {
            (Value::Day { month, year, .. }, _) if year.is_some() => {
                (to + 2, Value::Day { year, month, day })
            }
            (Value::Day { month, .. }, Some(year)) if self.tokens.is(to + 2, ',') => (
                to + 4,
                Value::Day {
                    year: Some(year),
                    month,
                    day,
                },
            ),
            (Value::Day { month, year, .. }, _) => (to + 2, Value::Day { year, month, day }),
            _ => return None,
        };
        Some(ended)
    }

    pub(super) fn one(&self, at: usize) -> Option<Read> {
        let token = self.tokens.all.get(at)?;
        match token.kind {
            Kind::Number => self
                .figures(at)
                .or_else(|| self.day_first(at))
                .or_else(|| self.ago(at))
                .or_else(|| self.lone_year(at)),
            Kind::Word if token.lexeme.is(kind::MONTH) => self.month_first(at),
            Kind::Word if token.lexeme.is(kind::WEEKDAY) => self.week_day(at),
            Kind::Word => self.ago(at).or_else(|| self.relative(at)),
            _ => None,
        }
    }

    pub(super) fn digits(&self, at: usize) -> Option<i64> {
        let word = self.tokens.word(at);
        word.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| word.parse().ok())
            .flatten()
    }

    /// A day of a month: `12`, `1st`, `22nd`.
    pub(super) fn day(&self, at: usize) -> Option<i8> {
        if self.tokens.kind(at) != Kind::Number {
            return None;
        }
        let word = self.tokens.word(at);
        let digits = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| word.strip_suffix(end))
            .unwrap_or(word);
        digits
            .parse()
            .ok()
            .filter(|day| (1..=31).contains(day) && digits.len() <= 2)
    }

    pub(super) fn year(&self, at: usize) -> Option<i16> {
        let word = self.tokens.word(at);
        if word.len() != 4 {
            return None;
        }
        self.digits(at)
            .filter(|year| (1000..2200).contains(year))
            .and_then(|year| i16::try_from(year).ok())
    }

    /// `2023-04-26`, `26/04/2023`, `26.4.2023`: the day first unless it cannot be one.
    pub(super) fn figures(&self, at: usize) -> Option<Read> {
        let word = self.tokens.word(at);
        let mark = word
            .chars()
            .find(|one| !one.is_ascii_digit())
            .filter(|mark| matches!(mark, '-' | '/' | '.'))?;
        let mut parts = word.split(mark).map(|part| part.parse::<i16>().ok());
        let (first, second, third) = (parts.next()??, parts.next()??, parts.next());
        let Some(third) = third else {
            let range = mark == '-'
                && word.len() == 9
                && (1000..2200).contains(&first)
                && (first..2200).contains(&second);
            return range.then_some((
                at + 1,
                Value::Years {
                    from: first,
                    to: second,
                },
                "from one year to another",
            ));
        };
        let third = third.filter(|_| parts.next().is_none())?;
        let (year, month, day, why) = match () {
            () if first >= 1000 => (first, second, third, "a day in figures, the year first"),
            () if third < 1000 => return None,
            () if second > 12 => (
                third,
                first,
                second,
                "a day in figures, the month first because the second figure is no month",
            ),
            () if first > 12 => (
                third,
                second,
                first,
                "a day in figures, the day first because it can be no month",
            ),
            () => (third, second, first, "a day in figures, read with the day first"),
        };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day).ok()?;
        Some((
            at + 1,
            Value::Day {
                year: Some(year),
                month,
                day,
            },
            why,
        ))
    }

    pub(super) fn month_at(&self, at: usize) -> Option<i8> {
        if !self.tokens.lexeme(at).is(kind::MONTH) || !self.tokens.capital(at) {
            return None;
        }
        month(self.tokens.word(at))
    }

    /// `26 April`, `26th of April 2023`, `3–5 April`.
    pub(super) fn day_first(&self, at: usize) -> Option<Read> {
        let day = self.day(at)?;
        let name = match self.tokens.word(at + 1) {
            "of" => at + 2,
            _ => at + 1,
        };
        if matches!(self.tokens.kind(at + 1), Kind::Mark('-' | '–')) || self.tokens.word(at + 1) == "to" {
            let last = self.day(at + 2)?;
            let month = self.month_at(at + 3)?;
            let year = self.year(at + 4);
            let to = if year.is_some() { at + 5 } else { at + 4 };
            return Some((
                to,
                Value::Days {
                    year,
                    month,
                    day,
                    last,
                },
                "from one day of a month to another",
            ));
        }
        let month = self.month_at(name)?;
        let (to, year) = self.year_after(name + 1);
        Some((to, Value::Day { year, month, day }, "a day and a month"))
    }

    /// The year that follows, after a full stop or a comma if there is one.
    pub(super) fn year_after(&self, at: usize) -> (usize, Option<i16>) {
        for from in [at, at + 1] {
            let passed = from == at || matches!(self.tokens.kind(at), Kind::Mark(',' | '.'));
            if let Some(year) = self.year(from).filter(|_| passed) {
                return (from + 1, Some(year));
            }
        }
        (at, None)
    }

    /// `April 26`, `April 26, 2023`, `April 2023`, `in April`.
    pub(super) fn month_first(&self, at: usize) -> Option<Read> {
        let month = self.month_at(at)?;
        let dot = usize::from(
            self.tokens.is(at + 1, '.')
                && self.tokens.word(at).len() <= 4
                && self.tokens.kind(at + 2) == Kind::Number,
        );
        let next = at + 1 + dot;
        if let Some(day) = self.day(next) {
            if matches!(self.tokens.kind(next + 1), Kind::Mark('-' | '–'))
                && let Some(last) = self.day(next + 2)
            {
                let (to, year) = self.year_after(next + 3);
                return Some((
                    to,
                    Value::Days {
                        year,
                        month,
                        day,
                        last,
                    },
                    "from one day of a month to another",
                ));
            }
            let (to, year) = self.year_after(next + 1);
            return Some((to, Value::Day { year, month, day }, "a month and a day"));
        }
        let (to, year) = self.year_after(next);
        if let Some(year) = year.filter(|_| to == next + 1) {
            return Some((
                to,
                Value::Month {
                    year: Some(year),
                    month,
                },
                "a month and a year",
            ));
        }
        self.month_alone(at, month, next)
    }

    /// A month without a day and a year, where nothing says that the word is something else.
    fn month_alone(&self, at: usize, month: i8, next: usize) -> Option<Read> {
        const BEFORE: &[&str] = &[
            "in", "since", "until", "by", "last", "next", "of", "from", "before", "after", "early", "late",
            "mid", "during", "this", "to",
        ];
        let before = if at > 0 { self.tokens.word(at - 1) } else { "" };
        let value = match before {
            "last" | "next" => at_month(self.published?, month, before == "next"),
            _ => Value::Month { year: None, month },
        };
        let word = self.tokens.word(at);
        let sure = !matches!(word, "may" | "march" | "mar" | "jan" | "jun") || BEFORE.contains(&before);
        // April and June are names of people too.
        let name = self.tokens.capital(at + 1)
            || (at > 0 && self.tokens.capital(at - 1) && !self.tokens.lexeme(at - 1).is(kind::PREPOSITION));
        (sure && !name).then_some((next, value, "a month, in the year nearest to the publication"))
    }
}
