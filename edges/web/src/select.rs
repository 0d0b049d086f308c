//! A choice of one among many, in a list that opens.

use crate::Text;
use crate::parts::{Choice, Faults};
use crate::typed::Typed;
use askama::Template;
use askama::filters::HtmlSafe;

/// A field to choose one of many.
#[derive(Template)]
#[template(path = "parts/select_field.html")]
pub(crate) struct SelectField {
    t: Text,
    name: String,
    label: String,
    fault: Option<String>,
    pub(crate) choices: Vec<Choice>,
    chosen: String,
}

impl SelectField {
    /// A field with what was chosen.
    pub(crate) fn new(
        t: Text,
        name: &str,
        label: impl Into<String>,
        choices: Vec<Choice>,
        typed: &Typed,
        faults: &Faults,
    ) -> Self {
        SelectField {
            t,
            name: name.to_owned(),
            label: label.into(),
            fault: faults.at(name).map(str::to_owned),
            choices,
            chosen: typed.get(name).to_owned(),
        }
    }

    /// Its name, and what it is called.
    pub(crate) fn label(&self) -> (&str, &str) {
        (&self.name, &self.label)
    }
}

// Its template escapes what it shows.
impl HtmlSafe for SelectField {}
