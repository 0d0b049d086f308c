//! Dates that only the day of publication tells: days of the week, *yesterday*, *last month*, and what is still to come.

use super::reader::{Read, Reader};
use super::resolve::{self, Value, relative, weekday_of};
use crate::token::Kind;
use crate::words::{kind, number, weekday};

impl Reader<'_, '_> {
    pub(super) fn week_day(&self, at: usize) -> Option<Read> {
        let day = weekday(self.tokens.word(at)).filter(|_| self.tokens.capital(at))?;
        // "Tuesday, April 25": the day and the month say it.
        let comma = usize::from(self.tokens.is(at + 1, ','));
        let dated = self
            .month_first(at + 1 + comma)
            .or_else(|| self.day_first(at + 1 + comma));
        if let Some((to, value @ Value::Day { .. }, why)) = dated {
            return Some((to, value, why));
        }
        let before = if at > 0 { self.tokens.word(at - 1) } else { "" };
        let ahead = self.ahead(at);
        let to = at + 1;
        let Some(published) = self.published else {
            return Some((to, Value::Unknown, "a day of the week, of a text without a date"));
        };
        let (value, why) = weekday_of(published, day, before, ahead);
        Some((to, value, why))
    }

    /// Whether what is told beside a day is still to come: the nearest verb before it says so, or else the first after it.
    pub(super) fn ahead(&self, at: usize) -> bool {
        let stop = |at: &usize| {
            !matches!(
                self.tokens.kind(*at),
                Kind::Mark('.' | ';' | '?' | '!' | '”' | '“' | '"')
            ) || self.tokens.all[*at].begins_paragraph
        };
        let told = |at: usize| {
            let lexeme = self.tokens.lexeme(at);
            let word = self.tokens.word(at);
            if lexeme.is(kind::MODAL) {
                return Some(!matches!(word, "could" | "might"));
            }
            let infinitive = word == "to"
                && matches!(self.tokens.kind(at + 1), Kind::Word)
                && !self.tokens.capital(at + 1)
                && !self.tokens.lexeme(at + 1).is(crate::words::SMALL);
            if infinitive || self.tokens.word(at) == "ll" || word == "’ll" || word == "'ll" {
                return Some(true);
            }
            let past = lexeme.is_verb() && lexeme.form() == crate::words::Form::Past
                || matches!(word, "was" | "were" | "had" | "did");
            let present = matches!(word, "is" | "are")
                && matches!(
                    self.tokens.word(at + 1),
                    "due" | "expected" | "scheduled" | "set" | "planned"
                );
            (past || present).then_some(present)
        };
        let before = if at > 0 { self.tokens.word(at - 1) } else { "" };
        if matches!(before, "by" | "until" | "before" | "till") {
            let perfect = (at.saturating_sub(12)..at)
                .rev()
                .take_while(stop)
                .any(|at| matches!(self.tokens.word(at), "had" | "has" | "have"));
            return !perfect;
        }
        let back = (at.saturating_sub(40)..at).rev().take_while(stop).find_map(told);
        let on = || {
            (at + 1..(at + 25).min(self.tokens.all.len()))
                .take_while(stop)
                .find_map(told)
        };
        back.or_else(on).unwrap_or(false)
    }

    /// `three days ago`, `a week ago`, `in two days' time`.
    pub(super) fn ago(&self, at: usize) -> Option<Read> {
        let count = number(self.tokens.word(at))?;
        let unit = self.tokens.word(at + 1);
        (self.tokens.word(at + 2) == "ago").then_some(())?;
        let value = self.published.map_or(Some(Value::Unknown), |published| {
            relative(published, -count, unit)
        })?;
        Some((at + 3, value, "so long before the publication"))
    }

    /// `yesterday`, `last week`, `this year`.
    pub(super) fn relative(&self, at: usize) -> Option<Read> {
        let word = self.tokens.word(at);
        let day = |days: i64, to: usize, why| {
            let value = self.published.map_or(Some(Value::Unknown), |published| {
                relative(published, days, "days")
            })?;
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
                let value = self.published.map_or(Some(Value::Unknown), |published| {
                    resolve::period(published, count, unit)
                })?;
                Some((at + 2, value, "a period beside that of the publication"))
            }
            _ => None,
        }
    }

    /// A year by itself, where a preposition of time or another year stands before it.
    pub(super) fn lone_year(&self, at: usize) -> Option<Read> {
        let year = self.year(at).filter(|year| (1500..2150).contains(year))?;
        let before = if at > 0 { self.tokens.word(at - 1) } else { "" };
        let timed = matches!(
            before,
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "before"
                | "after"
                | "from"
                | "to"
                | "of"
                | "during"
                | "early"
                | "late"
                | "mid"
                | "year"
                | "between"
                | "for"
                | "around"
                | "circa"
                | "throughout"
                | "the"
                | "("
        ) || (matches!(before, "and" | "or") && at > 1 && self.year(at - 2).is_some());
        let next = self.tokens.lexeme(at + 1);
        let counted = self.tokens.kind(at + 1) == Kind::Word
            && !self.tokens.all[at + 1].begins_paragraph
            && !next.is(crate::words::SMALL | kind::ADVERB)
            && !next.is_verb()
            && !matches!(before, "in" | "since" | "the");
        (timed && !counted).then_some((at + 1, Value::Year(year), "a year"))
    }

    /// A day without a year that is still to come, if its next return is nearer than three quarters of a year.
    pub(super) fn to_come(&self, at: usize, value: Value) -> Option<Value> {
        let Value::Day {
            year: None,
            month,
            day,
        } = value
        else {
            return None;
        };
        let year = resolve::next(self.published?, month, day)?;
        self.ahead(at).then_some(Value::Day {
            year: Some(year),
            month,
            day,
        })
    }
}
