//! Entering by hand: the form in which a desk officer records a thing, and its fields.

use crate::form::Typed;
use crate::parts::{Choice, ChoiceField, Faults, FieldKind, TextField};
use crate::select::SelectField;
use crate::shell::Shell;
use crate::ticked::Ticked;
use crate::{Language, Text, page};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::response::Response;
use desk::views::engagement::SourceLine;
use std::fmt;

/// A field of an entry.
pub(super) enum Field {
    /// Typed.
    Text(Box<TextField>),
    /// Chosen among a few, or several of them.
    Choice(Box<ChoiceField>),
    /// Chosen among many.
    Select(Box<SelectField>),
    /// Ticks, each with fields of its own.
    Ticked(Box<Ticked>),
    /// Fields that answer one thing, under what that is.
    Group(Box<Group>),
    /// Fields that ask one thing together, side by side where there is room.
    Row {
        /// What they ask.
        of: String,
        fields: Vec<Field>,
    },
    /// Fields that few need, folded away.
    Folded {
        /// What they are folded under.
        title: String,
        /// What they belong to.
        of: String,
        open: bool,
        fields: Vec<Field>,
    },
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

impl From<SelectField> for Field {
    fn from(field: SelectField) -> Field {
        Field::Select(Box::new(field))
    }
}

impl Field {
    /// Its names, and what each is called.
    pub fn labels(&self) -> Vec<(&str, &str)> {
        match self {
            Field::Text(field) => vec![field.label()],
            Field::Folded { fields, .. } => fields.iter().flat_map(Field::labels).collect(),
            Field::Choice(field) => vec![field.label()],
            Field::Select(field) => vec![field.label()],
            Field::Ticked(ticked) => ticked.labels(),
            Field::Group(group) => group.fields.iter().flat_map(Field::labels).collect(),
            Field::Row { of, fields } => {
                let names = fields.iter().flat_map(Field::labels);
                names.map(|(name, _)| (name, of.as_str())).collect()
            }
        }
    }
}

impl Field {
    /// What it is called and what a value of it means, in words; none if it has no such name or no such value.
    pub fn said(&self, name: &str, value: &str) -> Option<(String, String)> {
        let (_, label) = self.labels().into_iter().find(|(of, _)| *of == name)?;
        let words = match self {
            Field::Choice(field) => chosen(&field.choices, value)?,
            Field::Select(field) => chosen(&field.choices, value)?,
            Field::Ticked(ticked) if name == ticked.field => ticked.words(value)?.to_owned(),
            Field::Row { fields, .. } | Field::Folded { fields, .. } => said_of(fields, name, value)?,
            Field::Group(group) => said_of(&group.fields, name, value)?,
            Field::Text(_) | Field::Ticked(_) => value.to_owned(),
        };
        Some((label.to_owned(), words))
    }
}

/// What a value of a field among these means.
fn said_of(fields: &[Field], name: &str, value: &str) -> Option<String> {
    let mut said = fields.iter().filter_map(|field| field.said(name, value));
    Some(said.next()?.1)
}

/// What a choice is called.
fn chosen(choices: &[Choice], value: &str) -> Option<String> {
    let choice = choices.iter().find(|choice| choice.value == value)?;
    Some(choice.label.clone())
}

/// Fields that answer one thing.
#[derive(Template)]
#[template(path = "parts/group_of_fields.html")]
pub(super) struct Group {
    pub legend: String,
    /// What is said of it, a paragraph each.
    pub words: Vec<String>,
    /// Where something else is done about it, and what that is.
    pub link: Option<(String, String)>,
    pub fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "parts/row_of_fields.html")]
struct RowOfFields<'a> {
    of: &'a str,
    fields: &'a [Field],
}

#[derive(Template)]
#[template(path = "parts/folded_fields.html")]
struct FoldedFields<'a> {
    title: &'a str,
    of: &'a str,
    open: bool,
    fields: &'a [Field],
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Field::Text(field) => field.fmt(f),
            Field::Choice(field) => field.fmt(f),
            Field::Select(field) => field.fmt(f),
            Field::Ticked(ticked) => ticked.fmt(f),
            Field::Group(group) => group.fmt(f),
            Field::Row { of, fields } => RowOfFields { of, fields }.fmt(f),
            Field::Folded {
                title,
                of,
                open,
                fields,
            } => FoldedFields {
                title,
                of,
                open: *open,
                fields,
            }
            .fmt(f),
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

/// Forms of one page, of which one is shown, or none yet.
pub(super) struct Kinds {
    pub called: String,
    /// Each with its address, what it is called, and whether it is the one that is shown.
    pub forms: Vec<(String, String, bool)>,
}

/// The form of an entry; without fields it only leads to one that has some.
#[derive(Template)]
#[template(path = "pages/entry.html")]
pub(super) struct Entry {
    pub shell: Shell,
    pub faults: Faults,
    /// Its address, without the language.
    pub here: String,
    /// What stands under the heading.
    pub lead: String,
    /// Who will see what is entered; empty where that needs no saying.
    pub who_sees: String,
    /// The forms of the same page that one may choose among, and what that choice is called.
    pub kinds: Option<Kinds>,
    pub hidden: Vec<(String, String)>,
    pub cards: Vec<Card>,
    pub button: String,
    /// Buttons that bring the form back with a row more, each with what it asks for.
    pub more: Vec<(&'static str, String)>,
    /// What those buttons are folded under, where few press them.
    pub more_folded: Option<String>,
    /// The address that says what is wrong with what is typed, while it is typed; it saves nothing.
    pub told_at: Option<String>,
    /// Where one goes back to without sending anything, and what that is called.
    pub back: Option<(String, String)>,
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
            who_sees: String::new(),
            kinds: None,
            hidden: vec![],
            cards: vec![],
            button,
            more: vec![],
            more_folded: None,
            told_at: None,
            back: None,
        }
    }

    /// The same with a sentence under its heading.
    pub fn lead(mut self, lead: impl Into<String>) -> Entry {
        self.lead = lead.into();
        self
    }

    /// The same with a way back to where one came from.
    pub fn back_to(mut self, path: String, words: &str) -> Entry {
        self.back = Some((path, self.shell.t.get(words).into_owned()));
        self
    }

    /// The same for a line of the record, which says who will see it.
    pub fn of_record(mut self) -> Entry {
        self.who_sees = self.shell.t.get("record-who-sees").into_owned();
        self
    }

    /// The same as one of several kinds.
    pub fn among(mut self, kinds: Kinds) -> Entry {
        self.kinds = Some(kinds);
        self
    }

    /// The same with more fields; an empty title means that they stand alone.
    pub fn card(mut self, title: impl Into<String>, fields: Vec<Field>) -> Entry {
        let title = title.into();
        self.cards.push(Card { title, fields });
        self
    }

    /// The page.
    pub fn page(mut self) -> Response {
        let labels = labels(&self.cards);
        let labels = labels.iter().map(|(name, label)| (name.as_str(), label.as_str()));
        self.faults = self.faults.named(labels);
        page(&self)
    }
}

/// What each field is called in the summary of faults: with the title of its card where several are called alike.
fn labels(cards: &[Card]) -> Vec<(String, String)> {
    let each = cards.iter().flat_map(|card| {
        let own = card.fields.iter().flat_map(Field::labels);
        own.map(move |(name, label)| (card.title.as_str(), name, label))
    });
    let fields: Vec<(&str, &str, &str)> = each.collect();
    let alike = |label: &str| fields.iter().filter(|(_, _, other)| *other == label).count();
    let of = |(title, name, label): &(&str, &str, &str)| {
        let label = if title.is_empty() || alike(label) == 1 {
            (*label).to_owned()
        } else {
            format!("{title}, {label}")
        };
        ((*name).to_owned(), label)
    };
    fields.iter().map(of).collect()
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

    /// A name in each language of the pages, and in one more.
    pub fn names(self, prefix: &str) -> Vec<Field> {
        let one = |language: Language| {
            let label = self.t.one("field-name-in", "language", language.own_name());
            self.line_labelled(&format!("{prefix}-{}", language.tag()), label)
                .into()
        };
        let other = self.line(&format!("{prefix}-{OTHER}"), "field-name-other");
        let mut fields: Vec<Field> = Language::ALL.into_iter().map(one).collect();
        fields.push(other.into());
        fields.push(self.tag(&format!("{prefix}-{OTHER}-tag")));
        fields
    }

    /// The language of a text: one of those of the pages, or any other by its tag.
    pub fn language(self, name: &str, label: &str) -> Vec<Field> {
        let of_pages = Language::ALL.map(|one| Choice::new(one.tag(), one.own_name()));
        let other = Choice::new(OTHER, self.t.get("language-other"));
        let choices = of_pages.into_iter().chain([other]).collect();
        vec![
            self.choice(name, label, choices).into(),
            self.tag(&format!("{name}-tag")),
        ]
    }

    fn tag(self, name: &str) -> Field {
        let field = self.line(name, "field-language-tag").most(35);
        field.hint(self.t.get("hint-language-tag")).into()
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

/// What stands for a language in which no pages are written.
pub(super) const OTHER: &str = "other";

/// How exactly it can be known when something was.
pub(super) const WHENS: [&str; 5] = ["on", "on-or-before", "between", "year", "unknown"];
