//! A rule of a draft: its cells typed over, and what is wrong with them, each beside its cell.

use super::draft::{Draft, of_text};
use super::recited::recited;
use super::table::{Cells, RuleChange, Table};
use crate::rulebooks::{TESTS, Version};
use crate::{Fault, FieldFault};
use act::Text;
use clearance::said;
use dmn::Model;
use rulebook::{LoadFault, Said};

/// The most characters of one cell.
const MOST_CELL: usize = 2_000;

impl Draft {
    /// What would be wrong with a rule if it said this, each beside its cell; nothing where it would be taken. The draft
    /// stays as it is.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is no such rule.
    pub fn faults_with(
        &self,
        file: &str,
        decision: &str,
        row: usize,
        cells: Cells,
    ) -> Result<Vec<FieldFault>, Fault> {
        match self
            .clone()
            .change_rule(file, decision, row, RuleChange::Write(cells))
        {
            Err(Fault::Invalid(faults)) => Ok(faults),
            done => done.map(|()| vec![]),
        }
    }

    pub(super) fn change_rule(
        &mut self,
        file: &str,
        decision: &str,
        row: usize,
        change: RuleChange,
    ) -> Result<(), Fault> {
        let table = self.table(file, decision).ok_or(Fault::NotFound)?;
        let is_written = matches!(change, RuleChange::Write(_));
        if let RuleChange::Write(cells) = &change {
            writable(cells)?;
        }
        // An empty table could not be filled again rule by rule.
        if change == RuleChange::Remove && table.rules.len() == 1 {
            return Err(Fault::Invalid(vec![FieldFault::plain("", "rulebook-last-rule")]));
        }
        let moves = table.moves(row, &change);
        let changes = table.changes(row, change).ok_or(Fault::NotFound)?;
        let text = self.files.get(file).ok_or(Fault::NotFound)?;
        let model = Model::read(text.as_bytes()).map_err(|_| Fault::NotFound)?;
        let told =
            |fault: dmn::Fault| Fault::Invalid(vec![cell_fault(String::new(), &fault.what, &fault.todo)]);
        let changed = model.changed(&changes).map_err(told)?;
        self.files.insert(file.to_owned(), changed.write());
        if let Some(moves) = moves {
            let tests = self.files.iter_mut().filter(|(name, _)| name.starts_with(TESTS));
            tests.for_each(|(_, text)| *text = recited(text, decision, moves.as_ref()));
        }
        let faults = if is_written {
            self.faults_of(&table, row)
        } else {
            vec![]
        };
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Fault::Invalid(faults))
        }
    }

    /// What is wrong with one rule, each beside the cell that it concerns.
    fn faults_of(&self, table: &Table, row: usize) -> Vec<FieldFault> {
        let Err(error) = Version::load(self.files.clone()) else {
            return vec![];
        };
        let own = |fault: &&LoadFault| {
            fault.row == Some(row)
                && fault
                    .table
                    .as_ref()
                    .is_some_and(|named| named == &table.decision || named == &table.name)
        };
        let told = |fault: &LoadFault| {
            let field = table.field(fault.column.as_deref().unwrap_or_default());
            cell_fault(field, &fault.what, &fault.todo)
        };
        error.faults.iter().filter(own).map(told).collect()
    }
}

/// That each cell is a text that a file can hold and a person can read, and that the rule answers something.
fn writable(cells: &Cells) -> Result<(), Fault> {
    let kinds = [
        ("input", &cells.inputs),
        ("output", &cells.outputs),
        ("annotation", &cells.annotations),
    ];
    for (kind, texts) in kinds {
        for (place, text) in (1..).zip(texts).filter(|(_, text)| !text.trim().is_empty()) {
            Text::<MOST_CELL>::new(text).map_err(|fault| of_text(&format!("{kind}-{place}"), &fault))?;
        }
    }
    let outputs = (1..).zip(&cells.outputs);
    let blank = outputs.filter(|(_, text)| text.trim().is_empty());
    let blank: Vec<FieldFault> = blank
        .map(|(place, _)| FieldFault::plain(&format!("output-{place}"), "empty"))
        .collect();
    if blank.is_empty() {
        Ok(())
    } else {
        Err(Fault::Invalid(blank))
    }
}

fn cell_fault(field: String, what: &Said, todo: &Said) -> FieldFault {
    FieldFault {
        field,
        code: "rulebook-cell",
        details: vec![("what", said(what)), ("todo", said(todo))],
    }
}
