//! From the tree to what it says. What lies outside the standard, or is not read here, is a fault where it stands.

mod boxed;
mod definitions;
mod table;

use crate::Fault;
use crate::parts::{Definitions, InformationItem, Text, Version};
use crate::xml::{Document, Element};
use feel::{Said, said, short};

/// What a model says to its readers and no engine reads.
const NOTES: [&str; 2] = ["description", "extensionElements"];

/// What a document says, and its faults. `Err` if it is no model of a version that is read.
pub(crate) fn document(document: &Document) -> Result<(Definitions, Vec<Fault>), Fault> {
    let mut reader = Reader {
        version: None,
        element: String::new(),
        faults: vec![],
    };
    let definitions = reader.definitions(&document.root)?;
    Ok((definitions, reader.faults))
}

/// Gathers faults, each named after the element of the graph it lies in.
struct Reader {
    version: Option<Version>,
    element: String,
    faults: Vec<Fault>,
}

impl Reader {
    fn fault(&mut self, at: &Element, what: Said, todo: Said) -> Fault {
        let named = if self.element.is_empty() {
            at.name()
        } else {
            &self.element
        };
        let fault = Fault::at(at.line, what, todo).within(named);
        self.faults.push(fault.clone());
        fault
    }

    fn outside(&mut self, at: &Element) -> Fault {
        let what = said!("“{}” is outside what is read here", short(at.name()));
        self.fault(at, what, said!("Take it out"))
    }

    /// Refuses every child of the model's own namespace that is neither known here nor a note to readers, and text
    /// between the children. Children of other namespaces are other programs' notes.
    fn only(&mut self, of: &Element, known: &[&str]) -> Option<Fault> {
        let mut first = None;
        for child in of.own() {
            if !known.contains(&child.name()) && !NOTES.contains(&child.name()) {
                let fault = self.outside(child);
                first.get_or_insert(fault);
            }
        }
        if !of.text().trim().is_empty() {
            let fault = self.fault(
                of,
                said!("text stands in “{}” itself", short(of.name())),
                said!("Take it out"),
            );
            first.get_or_insert(fault);
        }
        let texts = of.all("text").count();
        if texts > 1 && known == ["text"] {
            let what = said!("“{}” holds {} texts, where one belongs", short(of.name()), texts);
            let fault = self.fault(of, what, said!("Write one text"));
            first.get_or_insert(fault);
        }
        first
    }

    /// Refuses a language other than FEEL.
    fn language(&mut self, at: &Element) -> Option<Fault> {
        let language = at.attribute("expressionLanguage").unwrap_or("feel");
        let name = language.trim_end_matches('/').to_ascii_lowercase();
        if name.is_empty() || name.ends_with("feel") {
            return None;
        }
        let what = said!("the expression language “{}” is not read here", short(language));
        Some(self.fault(at, what, said!("Write FEEL")))
    }
}

/// The text of an element's `text` child.
fn text(of: &Element) -> Option<Text> {
    let child = of.first("text")?;
    let text = child.text();
    let blank = text.len() - text.trim_start().len();
    Some(Text {
        text: text.trim().to_owned(),
        line: child.line + text.get(..blank).unwrap_or_default().matches('\n').count(),
    })
}

/// A name as the standard compares it: single spaces between its words.
pub(crate) fn name(written: &str) -> String {
    let words: Vec<&str> = written.split_whitespace().collect();
    words.join(" ")
}

fn owned(at: &Element, attribute: &str) -> String {
    at.attribute(attribute).unwrap_or_default().to_owned()
}

/// The type that an attribute names. An absent type and an empty one are any type.
fn type_ref(at: &Element) -> Option<String> {
    at.attribute("typeRef")
        .map(name)
        .filter(|written| !written.is_empty())
}

fn item(at: &Element) -> InformationItem {
    InformationItem {
        name: name(at.attribute("name").unwrap_or_default()),
        type_ref: type_ref(at),
        line: at.line,
    }
}

fn description(of: &Element) -> String {
    of.first("description")
        .map_or_else(String::new, |note| note.text().trim().to_owned())
}
