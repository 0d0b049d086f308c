//! Characters that nobody sees, wherever they stand in a model: rules are read by people, cell by cell.

use crate::LoadFault;
use crate::settings::Settings;
use crate::unseen::in_lines;
use act::seen;
use dmn::Model;
use dmn::xml::Element;

/// A fault for each text and attribute that has one, with its element or its row and column.
pub(super) fn of(file: &str, model: &Model, settings: &Settings) -> Vec<LoadFault> {
    let mut search = Search {
        file,
        decisions: settings.tables().collect(),
        faults: vec![],
    };
    let root = &model.document().root;
    search.element(root, &At::default());
    search.faults
}

/// Within what an element stands.
#[derive(Clone, Default)]
struct At {
    /// The decision, or whatever else has a name.
    part: Option<String>,
    row: Option<usize>,
    /// The column, where it is one of a table.
    column: Option<String>,
}

struct Search<'a> {
    file: &'a str,
    /// The decisions by whose tables rules are cited.
    decisions: Vec<&'a str>,
    faults: Vec<LoadFault>,
}

impl Search<'_> {
    fn element(&mut self, of: &Element, around: &At) {
        let mut at = around.clone();
        let name = of.attribute("name").filter(|_| around.part.is_none());
        let own = of.attribute("id").filter(|id| self.decisions.contains(id));
        if let Some(part) = own.or(name) {
            at.part = Some(seen(part));
        }
        let attributes = of.attributes.iter();
        let attributes = attributes.map(|one| (one.name.as_str(), one.value.as_str()));
        let text = of.text();
        for (name, text) in attributes.chain([(of.name(), text.as_str())]) {
            self.text(of.line, &at, name, text);
        }
        // The file itself is no part of it.
        if of.name() == "definitions" {
            at.part = None;
        }
        let columns = columns(of);
        let mut row = 0;
        for child in of.elements() {
            if child.name() == "rule" {
                row += 1;
                self.rule(child, row, &columns, &at);
            } else {
                self.element(child, &at);
            }
        }
    }

    fn rule(&mut self, rule: &Element, row: usize, columns: &[String], around: &At) {
        let at = At {
            row: Some(row),
            ..around.clone()
        };
        self.text(rule.line, &at, "id", rule.attribute("id").unwrap_or_default());
        let mut columns = columns.iter();
        for child in rule.elements() {
            let entry = child.name().ends_with("Entry");
            let column = if entry { columns.next().cloned() } else { None };
            self.element(child, &At { column, ..at.clone() });
        }
    }

    fn text(&mut self, line: usize, at: &At, name: &str, text: &str) {
        let Some((what, todo)) = in_lines(text) else {
            return;
        };
        self.faults.push(LoadFault {
            file: self.file.to_owned(),
            line: Some(line),
            table: at.part.clone(),
            row: at.row,
            column: at.column.clone().or_else(|| Some(name.to_owned())),
            what,
            todo,
            ..LoadFault::default()
        });
    }
}

/// The names of a table's columns, in the order of a row's entries.
fn columns(table: &Element) -> Vec<String> {
    let tested = |input: &Element| {
        let text = input.first("inputExpression").and_then(|one| one.first("text"));
        text.map_or_else(String::new, Element::text)
    };
    let named = |of: &Element| of.attribute("name").unwrap_or_default().to_owned();
    let all = table.all("input").map(tested);
    let all = all.chain(table.all("output").map(named));
    let all = all.chain(table.all("annotation").map(named));
    all.map(|name| seen(name.trim())).collect()
}
