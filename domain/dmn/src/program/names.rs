//! The names of parts of values, and what a text speaks of before it is read.

use super::Imported;
use crate::parts::{Boxed, Definitions, Expression, ItemDefinition};
use std::collections::BTreeSet;

/// The names of components, entries, columns and outputs.
pub(super) fn part_names(model: &Definitions, imports: &[Imported]) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    model.types.iter().for_each(|of| component_names(of, &mut found));
    let decisions = model.decisions.iter().filter_map(|of| of.logic.as_ref());
    let functions = model
        .functions
        .iter()
        .filter_map(|of| of.logic.as_ref()?.body.as_deref());
    decisions
        .chain(functions)
        .for_each(|logic| made_names(logic, &mut found));
    // A service of several outputs answers with a context of their names.
    let several = model.services.iter().filter(|service| service.outputs.len() > 1);
    let outputs: BTreeSet<&str> = several
        .flat_map(|of| &of.outputs)
        .map(|of| of.id.as_str())
        .collect();
    let answering = model
        .decisions
        .iter()
        .filter(|of| outputs.contains(of.named.id.as_str()));
    found.extend(answering.map(|of| of.named.name.clone()));
    for imported in imports {
        found.extend(imported.program.part_names.iter().cloned());
        found.extend(imported.program.imports.iter().map(|of| of.name.to_string()));
    }
    found
}

/// Whether a text in it may name a type: behind `instance of`, or of a function's parameter.
pub(super) fn speaks_of_types(logic: &Boxed) -> bool {
    logic.mentions("instance") || logic.mentions("function")
}

/// Whether a reader of expressions takes the name for one without knowing it.
pub(super) fn is_word(name: &str) -> bool {
    name.chars()
        .all(|character| character.is_alphanumeric() || character == '_')
}

fn component_names(of: &ItemDefinition, found: &mut BTreeSet<String>) {
    for component in &of.components {
        found.insert(component.name.clone());
        component_names(component, found);
    }
}

fn made_names(boxed: &Boxed, found: &mut BTreeSet<String>) {
    match &boxed.expression {
        Expression::Table(table) => found.extend(table.outputs.iter().map(|output| output.name.clone())),
        Expression::Context(entries) => {
            found.extend(
                entries
                    .iter()
                    .filter_map(|entry| Some(entry.variable.as_ref()?.name.clone())),
            );
        }
        Expression::Relation { columns, .. } => {
            found.extend(columns.iter().map(|column| column.name.clone()))
        }
        _ => {}
    }
    boxed
        .inner()
        .into_iter()
        .for_each(|boxed| made_names(boxed, found));
}
