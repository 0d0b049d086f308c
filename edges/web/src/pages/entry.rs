//! Entering by hand: the form in which a desk officer records a thing, its fields, and reading them back.

use crate::form::Typed;
use crate::parts::{Choice, ChoiceField, Faults, FieldKind, TextField};
use crate::shell::Shell;
use crate::{Language, Text, page};
use act::{Date, SourceId};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::response::Response;
use desk::views::engagement::SourceLine;
use desk::{Fault, FieldFault};
use identity::{Names, When};
use std::fmt;

/// A field of an entry.
pub(super) enum Field {
    /// Typed.
    Text(Box<TextField>),
    /// Chosen.
    Choice(Box<ChoiceField>),
}

impl From<TextField> for Field {
    fn from(field: TextField) -> Field {
        Field::Text(Box::new(field))
    }
}

impl From<ChoiceField> for Field {
    fn from(field: ChoiceField) -> Field {
        Field::Choice(Box::new(field))
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Field::Text(field) => field.fmt(f),
            Field::Choice(field) => field.fmt(f),
        }
    }
}

// The templates of its fields escape what they show.
impl HtmlSafe for Field {}

/// Fields that belong together; without a title they stand alone.
pub(super) struct Card {
    pub title: String,
    pub fields: Vec<Field>,
}

/// The form of an entry.
#[derive(Template)]
#[template(path = "pages/entry.html")]
pub(super) struct Entry {
    pub shell: Shell,
    pub faults: Faults,
    /// Its address, without the language.
    pub here: String,
    /// What stands under the heading.
    pub lead: String,
    pub hidden: Vec<(String, String)>,
    pub cards: Vec<Card>,
    pub button: String,
    /// Buttons that bring the form back with a row more, each with what it asks for.
    pub more: Vec<(&'static str, String)>,
}

impl Entry {
    /// A form of fields that stand alone. Its title is its button.
    pub fn of(shell: Shell, entering: Entering<'_>, here: String, title: &str) -> Entry {
        let button = shell.t.get(title).into_owned();
        let mut shell = shell.titled(button.as_str());
        shell.faulty = !entering.faults.is_empty();
        Entry {
            shell,
            faults: entering.faults.clone(),
            here,
            lead: String::new(),
            hidden: vec![],
            cards: vec![],
            button,
            more: vec![],
        }
    }

    /// The same with a sentence under its heading.
    pub fn lead(mut self, lead: impl Into<String>) -> Entry {
        self.lead = lead.into();
        self
    }

    /// The same with more fields; an empty title means that they stand alone.
    pub fn card(mut self, title: impl Into<String>, fields: Vec<Field>) -> Entry {
        let title = title.into();
        self.cards.push(Card { title, fields });
        self
    }

    /// The page.
    pub fn page(self) -> Response {
        page(&self)
    }
}

/// What the fields of an entry are made of.
#[derive(Clone, Copy)]
pub(super) struct Entering<'a> {
    pub t: Text,
    pub typed: &'a Typed,
    pub faults: &'a Faults,
}

impl Entering<'_> {
    /// A field of one line.
    pub fn line(self, name: &str, label: &str) -> TextField {
        self.line_labelled(name, self.t.get(label).into_owned())
    }

    fn line_labelled(self, name: &str, label: String) -> TextField {
        TextField::new(self.t, name, label, self.typed, self.faults).most(200)
    }

    /// A field of several lines.
    pub fn lines(self, name: &str, label: &str, most: usize) -> TextField {
        self.line(name, label).kind(FieldKind::Lines).most(most)
    }

    /// A choice of one.
    pub fn choice(self, name: &str, label: &str, choices: Vec<Choice>) -> ChoiceField {
        ChoiceField::one(self.t, name, self.t.get(label), choices, self.typed, self.faults)
    }

    /// A choice of one among names that have a text each.
    pub fn named(self, name: &str, label: &str, text: &str, names: &[&str]) -> ChoiceField {
        let one = |name: &&str| Choice::new(*name, self.t.get(&format!("{text}-{name}")));
        self.choice(name, label, names.iter().map(one).collect())
    }

    /// A source, and words of it.
    pub fn cited(self, sources: &[SourceLine]) -> Vec<Field> {
        let one = |line: &SourceLine| Choice::new(line.source.as_str(), line.title.as_str());
        let source = self.choice("source", "field-source", sources.iter().map(one).collect());
        let words = self.line("excerpt", "field-excerpt").kind(FieldKind::Lines);
        let words = words.hint(self.t.get("hint-excerpt"));
        vec![source.into(), words.most(10_000).into()]
    }

    /// A name in each language.
    pub fn names(self, prefix: &str) -> Vec<Field> {
        let one = |language: Language| {
            let label = self.t.one("field-name-in", "language", language.own_name());
            self.line_labelled(&format!("{prefix}-{}", language.tag()), label)
                .into()
        };
        Language::ALL.into_iter().map(one).collect()
    }

    /// When something was, as exactly as it is known.
    pub fn when(self, name: &str, label: &str) -> Vec<Field> {
        let part = |part: &str| format!("{name}-{part}");
        vec![
            self.named(name, label, "when-choice", &WHENS).into(),
            self.line(&part("day"), "field-day").kind(FieldKind::Day).into(),
            self.line(&part("last"), "field-last-day")
                .kind(FieldKind::Day)
                .into(),
            self.line(&part("year"), "field-year")
                .kind(FieldKind::Number)
                .into(),
        ]
    }
}

const WHENS: [&str; 5] = ["on", "on-or-before", "between", "year", "unknown"];

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
            Some((language.tag(), name))
        };
        let given: Vec<_> = Language::ALL.into_iter().filter_map(read).collect();
        if self.faults.len() > before {
            return None;
        }
        Names::new(given.iter().map(|(tag, name)| (*tag, name.as_str()))).ok()
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
