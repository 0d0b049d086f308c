//! Reading one table of a file, field by field, so that every fault is told with its place and none hides another.

use super::entries::Placed;
use super::fault::{At, Faults};
use act::{TextFault, Title};
use identity::When;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue, ValueDeserializer};

/// A table of the file that is being read. Fields that were not asked for are unknown and reported at its [`end`].
///
/// [`end`]: Section::end
pub(super) struct Section<'a> {
    table: &'a DeTable<'a>,
    at: At,
    asked: Vec<&'static str>,
}

/// A key that stands for something elsewhere in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The key.
    pub key: String,
    /// Where it was used.
    pub at: At,
}

impl<'a> Section<'a> {
    pub fn root(table: &'a DeTable<'a>) -> Self {
        Section {
            table,
            at: At {
                path: String::new(),
                start: 0,
            },
            asked: vec![],
        }
    }

    pub fn at(&self) -> &At {
        &self.at
    }

    fn find(&mut self, field: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(field);
        self.table
            .iter()
            .find(|(key, _)| key.get_ref().as_ref() == field)
            .map(|(_, value)| value)
    }

    fn path(&self, field: &str) -> String {
        if self.at.path.is_empty() {
            field.to_owned()
        } else {
            format!("{}.{field}", self.at.path)
        }
    }

    fn at_field(&self, field: &str, value: &Spanned<DeValue<'_>>) -> At {
        At {
            path: self.path(field),
            start: value.span().start,
        }
    }

    /// A field that may be absent.
    pub fn optional<T: DeserializeOwned>(
        &mut self,
        faults: &mut Faults<'_>,
        field: &'static str,
    ) -> Option<T> {
        self.placed(faults, field).map(|one| one.value)
    }

    /// When something was; not known where it is left out.
    pub fn when(&mut self, faults: &mut Faults<'_>, field: &'static str) -> Placed<When> {
        self.placed(faults, field).unwrap_or_else(|| Placed {
            value: When::Unknown,
            at: self.at.clone(),
        })
    }

    /// A field that must be there, with its place.
    pub fn required_placed<T: DeserializeOwned>(
        &mut self,
        faults: &mut Faults<'_>,
        field: &'static str,
        todo: &str,
    ) -> Option<Placed<T>> {
        if self.must_have(faults, field, todo) {
            self.placed(faults, field)
        } else {
            None
        }
    }

    /// A field that must be there; `None` is returned with a fault.
    pub fn required<T: DeserializeOwned>(
        &mut self,
        faults: &mut Faults<'_>,
        field: &'static str,
        todo: &str,
    ) -> Option<T> {
        self.required_placed(faults, field, todo).map(|one| one.value)
    }

    /// A key that must be there and stands for something elsewhere.
    pub fn reference(
        &mut self,
        faults: &mut Faults<'_>,
        field: &'static str,
        todo: &str,
    ) -> Option<Reference> {
        if self.must_have(faults, field, todo) {
            self.optional_reference(faults, field)
        } else {
            None
        }
    }

    /// A key that may be absent.
    pub fn optional_reference(&mut self, faults: &mut Faults<'_>, field: &'static str) -> Option<Reference> {
        let placed = self.placed(faults, field);
        placed.map(|Placed { value: key, at }| Reference { key, at })
    }

    /// A list of keys; empty where absent.
    pub fn references(&mut self, faults: &mut Faults<'_>, field: &'static str) -> Vec<Reference> {
        let Some(Placed { value: keys, at }) = self.placed::<Vec<String>>(faults, field) else {
            return vec![];
        };
        keys.into_iter()
            .map(|key| Reference { key, at: at.clone() })
            .collect()
    }

    fn placed<T: DeserializeOwned>(
        &mut self,
        faults: &mut Faults<'_>,
        field: &'static str,
    ) -> Option<Placed<T>> {
        let value = self.find(field)?;
        let at = self.at_field(field, value);
        if ONE_LINE.contains(&field)
            && let Err(fault) = one_line(value.get_ref())
        {
            faults.add(&at, fault.to_string(), "write it on one line, as it is read");
            return None;
        }
        match T::deserialize(ValueDeserializer::from(dates_as_text(value.clone()))) {
            Ok(value) => Some(Placed { value, at }),
            Err(error) => {
                faults.add(
                    &at,
                    error.message().trim_end(),
                    "write it as docs/formats/meetings.md shows",
                );
                None
            }
        }
    }

    /// Reports a field that is missing.
    pub fn must_have(&mut self, faults: &mut Faults<'_>, field: &'static str, todo: &str) -> bool {
        let there = self.find(field).is_some();
        if !there {
            let at = At {
                path: self.path(field),
                start: self.at.start,
            };
            faults.add(&at, format!("`{field}` is missing"), todo);
        }
        there
    }

    /// A table within this one that may be absent.
    pub fn section(&mut self, faults: &mut Faults<'_>, field: &'static str) -> Option<Section<'a>> {
        let value = self.find(field)?;
        let at = self.at_field(field, value);
        as_section(faults, value, at)
    }

    /// The tables of a list; empty where it is absent.
    pub fn sections(&mut self, faults: &mut Faults<'_>, field: &'static str) -> Vec<Section<'a>> {
        let Some(value) = self.find(field) else {
            return vec![];
        };
        let at = self.at_field(field, value);
        let Some(items) = value.get_ref().as_array() else {
            faults.add(
                &at,
                "this is no list",
                format!("write each one under [[{field}]]"),
            );
            return vec![];
        };
        let mut sections = vec![];
        for (index, item) in items.iter().enumerate() {
            let at = At {
                path: format!("{}[{}]", at.path, index + 1),
                start: item.span().start,
            };
            sections.extend(as_section(faults, item, at));
        }
        sections
    }

    /// Reports every field that nobody asked for.
    pub fn end(self, faults: &mut Faults<'_>) {
        let unknown = |key: &&Spanned<DeString<'_>>| !self.asked.contains(&key.get_ref().as_ref());
        for key in self.table.iter().map(|(key, _)| key).filter(unknown) {
            let at = At {
                path: self.path(key.get_ref()),
                start: key.span().start,
            };
            let mut known = self.asked.clone();
            known.sort_unstable();
            known.dedup();
            faults.add(
                &at,
                "this field is not known here",
                format!("known are {}", known.join(", ")),
            );
        }
    }
}

fn as_section<'a>(faults: &mut Faults<'_>, value: &'a Spanned<DeValue<'a>>, at: At) -> Option<Section<'a>> {
    let table = value.get_ref().as_table();
    if table.is_none() {
        faults.add(&at, "this is no table", "write it as { field = value, … }");
    }
    Some(Section {
        table: table?,
        at,
        asked: vec![],
    })
}

/// The fields that hold names and headings. Facts that were recorded earlier are read back more leniently than a file.
const ONE_LINE: [&str; 3] = ["name", "place", "title"];

/// Whether every text of a value is a name: it is one, or one for each language.
fn one_line(value: &DeValue<'_>) -> Result<(), TextFault> {
    match value {
        DeValue::String(text) => Title::new(text).map(drop),
        DeValue::Table(table) => table.values().try_for_each(|value| one_line(value.get_ref())),
        _ => Ok(()),
    }
}

/// TOML's own dates are taken as text, which is how every date of ours is written.
fn dates_as_text(value: Spanned<DeValue<'_>>) -> Spanned<DeValue<'_>> {
    let span = value.span();
    let inner = match value.into_inner() {
        DeValue::Datetime(date) => DeValue::String(DeString::Owned(date.to_string())),
        DeValue::Array(items) => DeValue::Array(items.into_iter().map(dates_as_text).collect()),
        DeValue::Table(table) => DeValue::Table(
            table
                .into_iter()
                .map(|(key, value)| (key, dates_as_text(value)))
                .collect(),
        ),
        other => other,
    };
    Spanned::new(span, inner)
}
