//! Days and periods of a text, resolved against the day on which it was published.

mod resolve;

use crate::found::Dated;
use crate::token::{Kind, Tokens};
use crate::words::{kind, month, number, weekday};
use jiff::civil::Date;
use resolve::{Value, at_month, relative, weekday_of};

/// The dates of a text.
#[derive(Default)]
pub struct Dates {
    /// In order.
    pub all: Vec<Found>,
    at: Vec<u32>,
}

/// A date with its tokens.
pub struct Found {
    /// The first token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// What it is, if that is known.
    pub value: Option<String>,
    /// The rule.
    pub why: String,
}

impl Dates {
    /// Reads the dates of a text.
    pub fn of(tokens: &Tokens<'_>, published: Option<Date>) -> Self {
        let mut dates = Dates { all: Vec::new(), at: vec![0; tokens.all.len() + 1] };
        let reader = Reader { tokens, published };
        let mut at = 0;
        while at < tokens.all.len() {
            match reader.at(at) {
                Some(found) => {
                    at = found.to;
                    dates.all.push(found);
                    let number = u32::try_from(dates.all.len()).unwrap_or(0);
                    if let Some(last) = dates.all.last() {
                        dates.at[last.from..last.to].fill(number);
                    }
                }
                None => at += 1,
            }
        }
        dates
    }

    /// The number of the date that a token is part of.
    pub fn at(&self, token: usize) -> Option<usize> {
        usize::try_from(*self.at.get(token)?).ok()?.checked_sub(1)
    }

    /// As they are told.
    pub fn told(&self, tokens: &Tokens<'_>) -> Vec<Dated> {
        let told = |found: &Found| Dated {
            text: tokens.slice(found.from, found.to).to_owned(),
            date: found.value.clone(),
            start: tokens.all[found.from].from,
            end: tokens.all[found.to - 1].to,
            why: found.why.clone(),
        };
        self.all.iter().map(told).collect()
    }
}

struct Reader<'a, 't> {
    tokens: &'a Tokens<'t>,
    published: Option<Date>,
}

/// A value with the token after it.
type Read = (usize, Value, &'static str);

impl Reader<'_, '_> {
    fn at(&self, at: usize) -> Option<Found> {
        let (to, first, why) = self.one(at)?;
        let (first, why) = self.to_come(at, first).map_or((first, why), |value| (value, "a day of the year, the next one because it is still to come"));
        if let Some((end, last)) = self.range_end(at, to, first) {
            let value = first.range(last, self.published);
            return Some(Found { from: at, to: end, value, why: "from one day to another".to_owned() });
        }
        Some(Found { from: at, to, value: first.told(self.published), why: why.to_owned() })
    }

    /// A day without a year that is still to come, if its next return is nearer than three quarters of a year.
    fn to_come(&self, at: usize, value: Value) -> Option<Value> {
        let Value::Day { year: None, month, day } = value else { return None };
        let year = resolve::next(self.published?, month, day)?;
        self.ahead(at).then_some(Value::Day { year: Some(year), month, day })
    }

    /// The second date after `to`, `–`, `until` where the first stands after `from` or `between`, or a dash joins them.
    fn range_end(&self, at: usize, to: usize, first: Value) -> Option<(usize, Value)> {
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
            (Value::Day { month, year, .. }, _) if year.is_some() => (to + 2, Value::Day { year, month, day }),
            (Value::Day { month, .. }, Some(year)) if self.tokens.is(to + 2, ',') => (to + 4, Value::Day { year: Some(year), month, day }),
            (Value::Day { month, year, .. }, _) => (to + 2, Value::Day { year, month, day }),
            _ => return None,
        };
        Some(ended)
    }

    fn one(&self, at: usize) -> Option<Read> {
        let token = self.tokens.all.get(at)?;
        match token.kind {
            Kind::Number => self.figures(at).or_else(|| self.day_first(at)).or_else(|| self.ago(at)).or_else(|| self.lone_year(at)),
            Kind::Word if token.lexeme.is(kind::MONTH) => self.month_first(at),
            Kind::Word if token.lexeme.is(kind::WEEKDAY) => self.week_day(at),
            Kind::Word => self.ago(at).or_else(|| self.relative(at)),
            _ => None,
        }
    }

    fn digits(&self, at: usize) -> Option<i64> {
        let word = self.tokens.word(at);
        word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok()).flatten()
    }

    /// A day of a month: `12`, `1st`, `22nd`.
    fn day(&self, at: usize) -> Option<i8> {
        if self.tokens.kind(at) != Kind::Number {
            return None;
        }
        let word = self.tokens.word(at);
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        digits.parse().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)
    }

    fn year(&self, at: usize) -> Option<i16> {
        let word = self.tokens.word(at);
        if word.len() != 4 {
            return None;
        }
        self.digits(at).filter(|year| (1000..2200).contains(year)).and_then(|year| i16::try_from(year).ok())
    }

    /// `2023-04-26`, `26/04/2023`, `26.4.2023`: the day first unless it cannot be one.
    fn figures(&self, at: usize) -> Option<Read> {
        let word = self.tokens.word(at);
        let mark = word.chars().find(|one| !one.is_ascii_digit()).filter(|mark| matches!(mark, '-' | '/' | '.'))?;
        let mut parts = word.split(mark).map(|part| part.parse::<i16>().ok());
        let (first, second, third) = (parts.next()??, parts.next()??, parts.next());
        let Some(third) = third else {
            let range = mark == '-' && word.len() == 9 && (1000..2200).contains(&first) && (first..2200).contains(&second);
            return range.then_some((at + 1, Value::Years { from: first, to: second }, "from one year to another"));
        };
        let third = third.filter(|_| parts.next().is_none())?;
        let (year, month, day, why) = match () {
            () if first >= 1000 => (first, second, third, "a day in figures, the year first"),
            () if third < 1000 => return None,
            () if second > 12 => (third, first, second, "a day in figures, the month first because the second figure is no month"),
            () if first > 12 => (third, second, first, "a day in figures, the day first because it can be no month"),
            () => (third, second, first, "a day in figures, read with the day first"),
        };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day).ok()?;
        Some((at + 1, Value::Day { year: Some(year), month, day }, why))
    }

    fn month_at(&self, at: usize) -> Option<i8> {
        if !self.tokens.lexeme(at).is(kind::MONTH) || !self.tokens.capital(at) {
            return None;
        }
        month(self.tokens.word(at))
    }

    /// `26 April`, `26th of April 2023`, `3–5 April`.
    fn day_first(&self, at: usize) -> Option<Read> {
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
            return Some((to, Value::Days { year, month, day, last }, "from one day of a month to another"));
        }
        let month = self.month_at(name)?;
        let (to, year) = self.year_after(name + 1);
        Some((to, Value::Day { year, month, day }, "a day and a month"))
    }

    /// The year that follows, after a full stop or a comma if there is one.
    fn year_after(&self, at: usize) -> (usize, Option<i16>) {
        for from in [at, at + 1] {
            let passed = from == at || matches!(self.tokens.kind(at), Kind::Mark(',' | '.'));
            if let Some(year) = self.year(from).filter(|_| passed) {
                return (from + 1, Some(year));
            }
        }
        (at, None)
    }

    /// `April 26`, `April 26, 2023`, `April 2023`, `in April`.
    fn month_first(&self, at: usize) -> Option<Read> {
        let month = self.month_at(at)?;
        let dot = usize::from(self.tokens.is(at + 1, '.') && self.tokens.word(at).len() <= 4 && self.tokens.kind(at + 2) == Kind::Number);
        let next = at + 1 + dot;
        if let Some(day) = self.day(next) {
            if matches!(self.tokens.kind(next + 1), Kind::Mark('-' | '–'))
                && let Some(last) = self.day(next + 2)
            {
                let (to, year) = self.year_after(next + 3);
                return Some((to, Value::Days { year, month, day, last }, "from one day of a month to another"));
            }
            let (to, year) = self.year_after(next + 1);
            return Some((to, Value::Day { year, month, day }, "a month and a day"));
        }
        let (to, year) = self.year_after(next);
        if let Some(year) = year.filter(|_| to == next + 1) {
            return Some((to, Value::Month { year: Some(year), month }, "a month and a year"));
        }
        let before = if at > 0 { self.tokens.word(at - 1) } else { "" };
        let value = match before {
            "last" | "next" => {
                let published = self.published?;
                at_month(published, month, before == "next")
            }
            _ => Value::Month { year: None, month },
        };
        let sure = !matches!(self.tokens.word(at), "may" | "march" | "mar" | "jan" | "jun" | "sun")
            || matches!(before, "in" | "since" | "until" | "by" | "last" | "next" | "of" | "from" | "before" | "after" | "early" | "late" | "mid" | "during" | "this" | "to");
        // April and June are names of people too.
        let name = self.tokens.capital(at + 1) || (at > 0 && self.tokens.capital(at - 1) && !self.tokens.lexeme(at - 1).is(kind::PREPOSITION));
        (sure && !name).then_some((next, value, "a month, in the year nearest to the publication"))
    }

    fn week_day(&self, at: usize) -> Option<Read> {
        let day = weekday(self.tokens.word(at)).filter(|_| self.tokens.capital(at))?;
        // "Tuesday, April 25": the day and the month say it.
        let comma = usize::from(self.tokens.is(at + 1, ','));
        let dated = self.month_first(at + 1 + comma).or_else(|| self.day_first(at + 1 + comma));
        if let Some((to, value @ Value::Day { .. }, why)) = dated {
            return Some((to, value, why));
        }
        let before = if at > 0 { self.tokens.word(at - 1) } else { "" };
        let ahead = self.ahead(at);
        let to = at + 1;
        let Some(published) = self.published else { return Some((to, Value::Unknown, "a day of the week, of a text without a date")) };
        let (value, why) = weekday_of(published, day, before, ahead);
        Some((to, value, why))
    }

    /// Whether what is told beside a day is still to come: the nearest verb before it says so, or else the first after it.
    fn ahead(&self, at: usize) -> bool {
        let stop = |at: &usize| !matches!(self.tokens.kind(*at), Kind::Mark('.' | ';' | '?' | '!' | '”' | '“' | '"')) || self.tokens.all[*at].begins_paragraph;
        let told = |at: usize| {
            let lexeme = self.tokens.lexeme(at);
            let word = self.tokens.word(at);
            if lexeme.is(kind::MODAL) {
                return Some(!matches!(word, "could" | "might"));
            }
            let infinitive = word == "to" && matches!(self.tokens.kind(at + 1), Kind::Word) && !self.tokens.capital(at + 1) && !self.tokens.lexeme(at + 1).is(crate::view::SMALL);
            if infinitive || self.tokens.word(at) == "ll" || word == "’ll" || word == "'ll" {
                return Some(true);
            }
            let past = lexeme.is_verb() && lexeme.form() == crate::words::Form::Past || matches!(word, "was" | "were" | "had" | "did");
            let present = matches!(word, "is" | "are") && matches!(self.tokens.word(at + 1), "due" | "expected" | "scheduled" | "set" | "planned");
            (past || present).then_some(present)
        };
        let before = if at > 0 { self.tokens.word(at - 1) } else { "" };
        if matches!(before, "by" | "until" | "before" | "till") {
            let perfect = (at.saturating_sub(12)..at).rev().take_while(stop).any(|at| matches!(self.tokens.word(at), "had" | "has" | "have"));
            return !perfect;
        }
        let back = (at.saturating_sub(40)..at).rev().take_while(stop).find_map(told);
        let on = || (at + 1..(at + 25).min(self.tokens.all.len())).take_while(stop).find_map(told);
        back.or_else(on).unwrap_or(false)
    }

    /// `three days ago`, `a week ago`, `in two days' time`.
    fn ago(&self, at: usize) -> Option<Read> {
        let count = number(self.tokens.word(at))?;
        let unit = self.tokens.word(at + 1);
        (self.tokens.word(at + 2) == "ago").then_some(())?;
        let value = self.published.map_or(Some(Value::Unknown), |published| relative(published, -count, unit))?;
        Some((at + 3, value, "so long before the publication"))
    }

    /// `yesterday`, `last week`, `this year`.
    fn relative(&self, at: usize) -> Option<Read> {
        let word = self.tokens.word(at);
        let day = |days: i64, to: usize, why| {
            let value = self.published.map_or(Some(Value::Unknown), |published| relative(published, days, "days"))?;
            Some((to, value, why))
        };
        match word {
            "today" | "tonight" => day(0, at + 1, "the day of publication"),
            "yesterday" => day(-1, at + 1, "the day before the publication"),
            "tomorrow" => day(1, at + 1, "the day after the publication"),
            "last" | "next" | "this" => {
                let next = self.tokens.word(at + 1);
                if word == "last" && next == "night" {
                    return day(-1, at + 2, "the day before the publication");
                }
                if word == "this" && matches!(next, "morning" | "afternoon" | "evening") {
                    return day(0, at + 2, "the day of publication");
                }
                if self.tokens.lexeme(at + 1).is(kind::WEEKDAY) {
                    return self.week_day(at + 1);
                }
                if self.tokens.lexeme(at + 1).is(kind::MONTH) && self.tokens.capital(at + 1) {
                    return self.month_first(at + 1);
                }
                let count = match word {
                    "last" => -1,
                    "next" => 1,
                    _ => 0,
                };
                let unit = matches!(next, "week" | "month" | "year").then_some(next)?;
                let value = self.published.map_or(Some(Value::Unknown), |published| resolve::period(published, count, unit))?;
                Some((at + 2, value, "a period beside that of the publication"))
            }
            _ => None,
        }
    }

    /// A year by itself, where a preposition of time or another year stands before it.
    fn lone_year(&self, at: usize) -> Option<Read> {
        let year = self.year(at).filter(|year| (1500..2150).contains(year))?;
        let before = if at > 0 { self.tokens.word(at - 1) } else { "" };
        let timed = matches!(before, "in" | "since" | "until" | "till" | "by" | "before" | "after" | "from" | "to" | "of" | "during" | "early" | "late" | "mid" | "year" | "between" | "for" | "around" | "circa" | "throughout" | "the" | "(")
            || (matches!(before, "and" | "or") && at > 1 && self.year(at - 2).is_some());
        let next = self.tokens.lexeme(at + 1);
        let counted = self.tokens.kind(at + 1) == Kind::Word && !self.tokens.all[at + 1].begins_paragraph && !next.is(crate::view::SMALL | kind::ADVERB) && !next.is_verb() && !matches!(before, "in" | "since" | "the");
        (timed && !counted).then_some((at + 1, Value::Year(year), "a year"))
    }
}

