//! Changes of a model that touch nothing else in its file.

mod rules;
mod texts;

use crate::Fault;
use crate::xml::{Document, Element, is_character};
use feel::{said, short};
use std::collections::BTreeSet;

/// A change of a model. A table is named by its own id, or by the id or the name of the decision or function whose logic
/// it is. Rows and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// What a cell of an input column asks.
    Input {
        /// The table.
        table: String,
        /// The row.
        row: usize,
        /// The column among the inputs.
        column: usize,
        /// Unary tests; empty or `-` for any.
        text: String,
    },
    /// What a cell of an output column answers.
    Output {
        /// The table.
        table: String,
        /// The row.
        row: usize,
        /// The column among the outputs.
        column: usize,
        /// An expression.
        text: String,
    },
    /// What a cell of an annotation column notes.
    Annotation {
        /// The table.
        table: String,
        /// The row.
        row: usize,
        /// The column among the annotations.
        column: usize,
        /// Any text.
        text: String,
    },
    /// A new rule.
    AddRule {
        /// The table.
        table: String,
        /// The row that it will have; the rules from there on move down.
        row: usize,
        /// Its cells.
        cells: Cells,
    },
    /// A rule taken out.
    RemoveRule {
        /// The table.
        table: String,
        /// The row.
        row: usize,
    },
    /// A rule put elsewhere.
    MoveRule {
        /// The table.
        table: String,
        /// The row that it has.
        from: usize,
        /// The row that it will have.
        to: usize,
    },
    /// Another name of an input, decision, function, service or type, and of its variable. Texts that use the old name
    /// are left as they are; the new model's faults show them.
    Rename {
        /// The element's id, or its name.
        element: String,
        /// The new name.
        name: String,
    },
    /// The text of a literal expression that is the whole logic of a decision or function.
    Literal {
        /// The id or the name of the decision or function.
        element: String,
        /// An expression.
        text: String,
    },
}

/// The cells of a new rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// One for every input column.
    pub inputs: Vec<String>,
    /// One for every output column.
    pub outputs: Vec<String>,
    /// At most one for every annotation column.
    pub annotations: Vec<String>,
}

/// Carries a change out on the tree.
///
/// # Errors
///
/// A table, row, column or element that is not there; a text that XML cannot hold.
pub(crate) fn apply(document: &mut Document, change: &Change) -> Result<(), Fault> {
    let root = &mut document.root;
    match change {
        Change::Input {
            table,
            row,
            column,
            text,
        } => {
            let cell = rules::cell(table_in(root, table)?, "inputEntry", *row, *column)?;
            texts::set(cell, if text.trim().is_empty() { "-" } else { text })
        }
        Change::Output {
            table,
            row,
            column,
            text,
        } => {
            let cell = rules::cell(table_in(root, table)?, "outputEntry", *row, *column)?;
            texts::set(cell, text)
        }
        Change::Annotation {
            table,
            row,
            column,
            text,
        } => rules::annotate(table_in(root, table)?, *row, *column, text),
        Change::AddRule { table, row, cells } => {
            let ids = ids(root);
            rules::add(table_in(root, table)?, *row, cells, &ids)
        }
        Change::RemoveRule { table, row } => rules::remove(table_in(root, table)?, *row).map(drop),
        Change::MoveRule { table, from, to } => rules::relocate(table_in(root, table)?, *from, *to),
        Change::Rename { element, name } => texts::rename(root, element, name),
        Change::Literal { element, text } => texts::set(literal_in(root, element)?, text),
    }
}

fn no_such(what: &str, named: &str) -> Fault {
    Fault {
        what: said!("the model has no {} “{}”", what, short(named)),
        todo: said!("Name one that it has"),
        ..Fault::default()
    }
}

fn check(text: &str) -> Result<(), Fault> {
    if text.chars().all(is_character) {
        return Ok(());
    }
    Err(Fault {
        what: said!("the text has a control character"),
        todo: said!("Type it again"),
        ..Fault::default()
    })
}

/// Where in the tree the element of the model stands that has that id, or else that name.
fn owner_in(root: &Element, named: &str) -> Result<Vec<usize>, Fault> {
    let with = |attribute: &'static str| {
        move |child: &Element| child.namespace == root.namespace && child.attribute(attribute) == Some(named)
    };
    let found = root.child(with("id")).or_else(|| root.child(with("name")));
    found.map(|at| vec![at]).ok_or_else(|| no_such("element", named))
}

/// Where the logic of a decision or function stands, which is an element of that tag.
fn logic_in(root: &Element, named: &str, tag: &str) -> Result<Vec<usize>, Fault> {
    let mut path = owner_in(root, named)?;
    let missing = || no_such("element with such a logic,", named);
    let owner = root.at(&path).ok_or_else(missing)?;
    let own = |tag: &'_ str| {
        let tag = tag.to_owned();
        move |child: &Element| child.namespace == root.namespace && child.name() == tag
    };
    let holder = match owner.child(own("encapsulatedLogic")) {
        Some(at) => {
            path.push(at);
            root.at(&path).ok_or_else(missing)?
        }
        None => owner,
    };
    path.push(holder.child(own(tag)).ok_or_else(missing)?);
    Ok(path)
}

fn literal_in<'a>(root: &'a mut Element, named: &str) -> Result<&'a mut Element, Fault> {
    let path = logic_in(root, named, "literalExpression")?;
    root.at_mut(&path)
        .ok_or_else(|| no_such("literal expression", named))
}

fn table_in<'a>(root: &'a mut Element, named: &str) -> Result<&'a mut Element, Fault> {
    let is_it = |element: &Element| {
        element.namespace == root.namespace
            && element.name() == "decisionTable"
            && element.attribute("id") == Some(named)
    };
    let path = match root.find(&is_it) {
        Some(path) => path,
        None => logic_in(root, named, "decisionTable")?,
    };
    root.at_mut(&path).ok_or_else(|| no_such("table", named))
}

/// Every id of a model.
fn ids(root: &Element) -> BTreeSet<String> {
    let mut ids: BTreeSet<String> = root.elements().flat_map(ids).collect();
    ids.extend(root.attribute("id").map(str::to_owned));
    ids
}
