//! What is wrong with a model wherever its table stands: its own faults, and what it asks of the rulebook.

use super::{table_of, unseen};
use crate::LoadFault;
use crate::settings::Settings;
use dmn::{Fault, Model, parts};
use feel::{Said, said, short};

/// The faults of a model; `own` are the decisions with the tables, where they are this model's.
pub(super) fn of(file: &str, model: &Model, own: &[&parts::Decision], settings: &Settings) -> Vec<LoadFault> {
    let mut faults = of_model(file, model, own);
    faults.extend(inputs(file, model, settings));
    faults.extend(clocks(file, model));
    faults.extend(cited(file, model));
    faults.extend(unseen::of(file, model, settings));
    faults
}

/// A fault of a model as one of the rulebook.
pub(super) fn told(fault: &Fault) -> LoadFault {
    LoadFault {
        file: fault.file.as_deref().unwrap_or_default().to_owned(),
        line: fault.line,
        table: fault.element.as_deref().map(str::to_owned),
        row: fault.row,
        column: fault.column.as_deref().map(str::to_owned),
        what: fault.what.clone(),
        todo: fault.todo.clone(),
        ..LoadFault::default()
    }
}

/// The faults of a model, names that nothing gives among them. Those of the cells of the table itself are left out where it can be
/// read: they are told by its own reader, which knows the questions.
fn of_model(file: &str, model: &Model, own: &[&parts::Decision]) -> Vec<LoadFault> {
    let is = |own: &parts::Decision, name: Option<&str>| name == Some(own.named.name.as_str());
    let elsewhere = |fault: &&Fault| {
        let mut tables = own.iter().filter(|own| table_of(own).is_some());
        let inside = tables.any(|own| is(own, fault.element.as_deref()));
        !(inside && (fault.row.is_some() || fault.column.is_some()))
    };
    let faults = model.faults().iter().chain(model.unknown_names());
    let mut faults: Vec<LoadFault> = faults.filter(elsewhere).map(told).collect();
    // The table goes by the id by which its rules are cited.
    for fault in &mut faults {
        file.clone_into(&mut fault.file);
        let own = own.iter().find(|own| is(own, fault.table.as_deref()));
        fault.table = own.map(|own| own.named.id.clone()).or(fault.table.take());
    }
    faults
}

/// What is asked of a model by another name, or as another type, than the rulebook asks it.
fn inputs(file: &str, model: &Model, settings: &Settings) -> Vec<LoadFault> {
    let says = model.definitions();
    let fault = |of: &parts::InputData, what: Said, todo: Said| LoadFault {
        file: file.to_owned(),
        line: Some(of.named.line),
        what,
        todo,
        ..LoadFault::default()
    };
    let mut faults = vec![];
    for input in &says.inputs {
        let name = &input.named.name;
        let Some(known) = settings.inputs.iter().find(|known| known.id == *name) else {
            let what = said!(
                "the input data “{}” is no [[input]] of rulebook.toml",
                short(name)
            );
            faults.push(fault(input, what, said!("Name it as there, or add it there")));
            continue;
        };
        let declared = input.named.variable.type_ref.as_deref().unwrap_or("Any");
        let made = says.types.iter().any(|kind| kind.name == declared);
        if declared != "Any" && !made && declared != known.kind.feel_name() {
            let what = said!(
                "the input data “{}” is a “{}”, the input a {}",
                short(name),
                short(declared),
                known.kind.name()
            );
            faults.push(fault(
                input,
                what,
                said!("Set its type to {}", known.kind.feel_name()),
            ));
        }
    }
    faults
}

/// The texts whose value would be another on another day.
fn clocks(file: &str, model: &Model) -> impl Iterator<Item = LoadFault> {
    model.asks_for_time().iter().map(move |fault| LoadFault {
        file: file.to_owned(),
        what: said!(
            "{}, and a case is to have the same answer on every day",
            fault.what.clone()
        ),
        todo: said!("Ask the organiser for a day, as an [[input]] that this needs"),
        ..told(fault)
    })
}

/// Ids of decisions and of rules that could not be told from the citation of a rule, `authorities/3`.
fn cited(file: &str, model: &Model) -> Vec<LoadFault> {
    let mut faults = vec![];
    for decision in &model.definitions().decisions {
        let table = table_of(decision);
        let rules = table.map_or(&[][..], |table| &table.rules);
        let rules = (1..)
            .zip(rules)
            .map(|(row, rule)| (&rule.id, rule.line, Some(row)));
        let own = (&decision.named.id, decision.named.line, None);
        for (id, line, row) in std::iter::once(own)
            .chain(rules)
            .filter(|(id, ..)| id.contains('/'))
        {
            faults.push(LoadFault {
                file: file.to_owned(),
                line: Some(line),
                table: Some(decision.named.name.clone()),
                row,
                what: said!("the id “{}” has a /, by which rules are cited", short(id)),
                todo: said!("Give it another id"),
                ..LoadFault::default()
            });
        }
    }
    faults
}
