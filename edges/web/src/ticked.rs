//! Ticks of which each opens fields of its own. Without style or script the fields all lie open; what is typed beside a tick that
//! is not set is not meant.

use crate::Text;
use crate::parts::TextField;
use crate::typed::tick_field;
use askama::Template;
use askama::filters::HtmlSafe;

/// One of them.
pub(crate) struct Tick {
    pub id: String,
    pub chosen: bool,
    pub words: String,
    /// More words under it.
    pub hint: String,
    /// Whether its fields lie open although it is not set: something is wrong with one.
    pub open: bool,
    pub fields: Vec<TextField>,
}

/// Ticks that belong together.
#[derive(Template)]
#[template(path = "parts/ticked.html")]
pub(crate) struct Ticked {
    pub t: Text,
    /// The field that says which of them are set.
    pub field: &'static str,
    pub legend: String,
    pub fault: Option<String>,
    /// Whether the summary of faults leads to it for what is wrong with all.
    pub is_first: bool,
    pub ticks: Vec<Tick>,
}

impl Ticked {
    /// Whether something is wrong in it.
    pub(crate) fn is_faulty(&self) -> bool {
        self.fault.is_some() || self.ticks.iter().any(|tick| tick.open)
    }

    /// The names of all fields that mean something, and what each is called: of a tick that is not set, its fields are not meant.
    pub(crate) fn labels(&self) -> Vec<(&str, &str)> {
        let fields = self.ticks.iter().flat_map(|tick| &tick.fields);
        let first = (self.field, self.legend.as_str());
        [first].into_iter().chain(fields.map(TextField::label)).collect()
    }

    /// The names of the fields in which something is typed that is meant.
    pub(crate) fn meant(&self) -> impl Iterator<Item = &str> {
        let chosen = self.ticks.iter().filter(|tick| tick.chosen);
        let fields = chosen.flat_map(|tick| &tick.fields);
        fields.map(|field| field.label().0)
    }

    /// What a tick stands for.
    pub(crate) fn words(&self, id: &str) -> Option<&str> {
        let tick = self.ticks.iter().find(|tick| tick.id == id)?;
        Some(&tick.words)
    }

    fn id(&self, place: &usize, tick: &Tick) -> String {
        if self.is_first && *place == 0 {
            self.field.to_owned()
        } else {
            tick_field(self.field, "tick", &tick.id)
        }
    }
}

// Its template escapes what it shows.
impl HtmlSafe for Ticked {}
