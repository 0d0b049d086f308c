//! Reading back what was entered by hand, field by field, with every fault at once.

use super::entry::{OTHER, WHENS};
use crate::Language;
use crate::form::Typed;
use act::{Date, SourceId};
use desk::{Fault, FieldFault};
use identity::{Names, When};

/// Reads form fields one by one and keeps every fault.
pub(super) struct Reading<'t> {
    typed: &'t Typed,
    faults: Vec<FieldFault>,
}

impl<'t> Reading<'t> {
    pub fn of(typed: &'t Typed) -> Self {
        Reading {
            typed,
            faults: vec![],
        }
    }

    pub fn text<const MOST: usize>(&mut self, field: &str) -> Option<act::Text<MOST>> {
        if self.typed.broken().contains(field) {
            self.fault(field, "not-utf8");
            return None;
        }
        act::Text::new(self.typed.get(field))
            .map_err(|fault| self.faults.push(FieldFault::of_text(field, &fault)))
            .ok()
    }

    pub fn optional<const MOST: usize>(&mut self, field: &str) -> Option<act::Text<MOST>> {
        if self.typed.given(field) {
            self.text(field)
        } else {
            None
        }
    }

    /// What was read elsewhere; what is wrong with it is told with the rest.
    pub fn kept<T>(&mut self, read: Result<T, Fault>) -> Result<Option<T>, Fault> {
        match read {
            Ok(read) => Ok(Some(read)),
            Err(Fault::Invalid(faults)) => {
                self.faults.extend(faults);
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    /// One of the choices, or a fault.
    pub fn choice<T>(&mut self, field: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let chosen = read(self.typed.get(field));
        if chosen.is_none() {
            self.fault(field, "unknown");
        }
        chosen
    }

    /// One of the choices, none where nothing was chosen, or a fault.
    pub fn optional_choice<T>(&mut self, field: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        if self.typed.given(field) {
            self.choice(field, read)
        } else {
            None
        }
    }

    /// A source, and words of it; the record itself says whether they stand there.
    pub fn cited(&mut self) -> Option<(SourceId, String)> {
        let words = self.optional::<10_000>("excerpt");
        let source = self.choice("source", |text| text.parse().ok())?;
        Some((source, words.map_or_else(String::new, |words| words.to_string())))
    }

    /// A name in at least one language; none where none is given.
    pub fn optional_names(&mut self, prefix: &str) -> Option<Names> {
        let before = self.faults.len();
        let read = |language: Language| {
            let name = self.optional::<200>(&format!("{prefix}-{}", language.tag()))?;
            Some((language.tag().to_owned(), name))
        };
        let mut given: Vec<_> = Language::ALL.into_iter().filter_map(read).collect();
        let other = format!("{prefix}-{OTHER}");
        let tag = self.tag(&format!("{other}-tag"), self.typed.given(&other));
        let name = self.optional::<200>(&other);
        given.extend(tag.map(|tag| tag.to_string()).zip(name));
        if self.faults.len() > before {
            return None;
        }
        Names::new(given.iter().map(|(tag, name)| (tag.as_str(), name.as_str()))).ok()
    }

    /// The language of a text.
    pub fn language(&mut self, name: &str) -> Option<identity::Language> {
        let before = self.faults.len();
        let chosen = self.typed.get(name);
        let tag = self.tag(&format!("{name}-tag"), chosen == OTHER);
        match chosen {
            _ if self.faults.len() > before => None,
            OTHER => tag,
            _ => self.choice(name, |tag| tag.parse().ok()),
        }
    }

    /// The tag of a language; none where none is given or a given one is none, and a fault if it is needed.
    fn tag(&mut self, field: &str, needed: bool) -> Option<identity::Language> {
        let before = self.faults.len();
        let given = self.optional::<35>(field);
        let tag = given.as_ref().and_then(|tag| tag.as_str().parse().ok());
        let lacking = if given.is_some() { tag.is_none() } else { needed };
        if lacking && self.faults.len() == before {
            self.fault(field, "not-a-language");
        }
        tag
    }

    /// The same, where one is needed.
    pub fn names(&mut self, prefix: &str) -> Option<Names> {
        let before = self.faults.len();
        let names = self.optional_names(prefix);
        if names.is_none() && self.faults.len() == before {
            self.fault(&format!("{prefix}-{}", Language::English.tag()), "empty");
        }
        names
    }

    /// A day; none where none is given.
    pub fn optional_day(&mut self, field: &str) -> Option<Date> {
        if !self.typed.given(field) {
            return None;
        }
        let day = self.typed.get(field).trim().parse().ok();
        if day.is_none() {
            self.fault(field, "not-a-date");
        }
        day
    }

    /// A day.
    pub fn day(&mut self, field: &str) -> Option<Date> {
        if !self.typed.given(field) {
            self.fault(field, "empty");
        }
        self.optional_day(field)
    }

    /// A year; none where none is given.
    fn optional_year(&mut self, field: &str) -> Option<i16> {
        if !self.typed.given(field) {
            return None;
        }
        let year = self.typed.get(field).trim().parse().ok();
        if year.is_none() {
            self.fault(field, "not-a-number");
        }
        year
    }

    /// When something was; not known where nothing was chosen.
    pub fn when(&mut self, name: &str) -> Option<When> {
        let part = |part: &str| format!("{name}-{part}");
        let before = self.faults.len();
        let known = |one: &str| WHENS.into_iter().find(|when| *when == one);
        let chosen = self.optional_choice(name, known);
        let (day, last) = (self.optional_day(&part("day")), self.optional_day(&part("last")));
        let year = self.optional_year(&part("year"));
        if self.faults.len() > before {
            return None;
        }
        let (when, lacking) = match chosen {
            Some("on") => (day.map(When::On), "day"),
            Some("on-or-before") => (day.map(When::OnOrBefore), "day"),
            Some("between") => (
                day.zip(last)
                    .and_then(|(day, last)| When::between(day, last).ok()),
                "last",
            ),
            Some("year") => (year.and_then(|year| When::year(year).ok()), "year"),
            _ => (Some(When::Unknown), "day"),
        };
        if when.is_none() {
            self.fault(&part(lacking), "when-lacking");
        }
        when
    }

    pub fn fault(&mut self, field: &str, code: &'static str) {
        self.faults.push(FieldFault::plain(field, code));
    }

    /// Whether everything so far was read.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// Every fault at once; a form without faults has read all it needs.
    pub fn end(self) -> Fault {
        Fault::Invalid(self.faults)
    }
}
