//! The decision tables of a version as plain text, for reading and for changing rule by rule. What a change does not touch
//! stays in the file as it was: diagrams, and whatever else other programs keep there.

use dmn::parts::{DecisionTable, Expression, InputClause, OutputClause};
use dmn::{Change, Model};
use std::cmp::Ordering;
use std::collections::BTreeMap;

pub use dmn::Cells;

/// A decision table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The file that it stands in.
    pub file: String,
    /// Its decision's id.
    pub decision: String,
    /// Its decision's name.
    pub name: String,
    /// Which of the rules that match count, as the file says: `COLLECT`.
    pub policy: &'static str,
    /// The columns of what is asked.
    pub inputs: Vec<Column>,
    /// The columns of what is answered.
    pub outputs: Vec<Column>,
    /// The columns of notes.
    pub annotations: Vec<String>,
    /// The rules, each with a cell for every column.
    pub rules: Vec<Cells>,
    /// The id of each rule in the file, empty where it has none.
    pub ids: Vec<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What is asked or answered: a question's id, an expression, the output's name.
    pub key: String,
    /// What it is called in the file.
    pub label: String,
}

/// What is done to a rule. Rows count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleChange {
    /// Its cells are these; behind the last row it is a rule more.
    Write(Cells),
    /// A rule like it follows it.
    Copy,
    /// It is taken out.
    Remove,
    /// It has another row.
    MoveTo(usize),
}

/// All decision tables in the models among some files, in the order of the files and of each.
#[must_use]
pub fn tables(files: &BTreeMap<String, String>) -> Vec<Table> {
    let models = files.iter().filter(|(name, _)| name.ends_with(".dmn"));
    let mut tables = vec![];
    for (file, text) in models {
        // What is no model is told where the version is loaded.
        let Ok(model) = Model::read(text.as_bytes()) else {
            continue;
        };
        for decision in &model.definitions().decisions {
            let logic = decision.logic.as_ref();
            if let Some(Expression::Table(table)) = logic.map(|logic| &logic.expression) {
                let named = &decision.named;
                tables.push(Table::of(file, &named.id, &named.name, table));
            }
        }
    }
    tables
}

impl Table {
    fn of(file: &str, decision: &str, name: &str, table: &DecisionTable) -> Table {
        let input = |one: &InputClause| Column {
            key: one.expression.text.clone(),
            label: one.title().to_owned(),
        };
        let output = |one: &OutputClause| Column {
            key: one.name.clone(),
            label: one.title().to_owned(),
        };
        let rule = |rule: &dmn::parts::Rule| {
            let mut annotations = rule.annotations.clone();
            // A file may leave the last ones out.
            annotations.resize(table.annotations.len(), String::new());
            Cells {
                inputs: rule.inputs.iter().map(|cell| cell.text.clone()).collect(),
                outputs: rule.outputs.iter().map(|cell| cell.text.clone()).collect(),
                annotations,
            }
        };
        Table {
            file: file.to_owned(),
            decision: decision.to_owned(),
            name: name.to_owned(),
            policy: table.hit_policy.as_str(),
            inputs: table.inputs.iter().map(input).collect(),
            outputs: table.outputs.iter().map(output).collect(),
            annotations: table.annotations.clone(),
            rules: table.rules.iter().map(rule).collect(),
            ids: table.rules.iter().map(|rule| rule.id.clone()).collect(),
        }
    }

    /// A rule by its row, from 1.
    #[must_use]
    pub fn rule(&self, row: usize) -> Option<&Cells> {
        self.rules.get(row.checked_sub(1)?)
    }

    /// A rule by its row; behind the last row one that says nothing yet.
    #[must_use]
    pub fn rule_or_next(&self, row: usize) -> Option<Cells> {
        let blank = |columns: usize| vec![String::new(); columns];
        match self.rule(row) {
            Some(rule) => Some(rule.clone()),
            None if self.is_next(row) => Some(Cells {
                inputs: blank(self.inputs.len()),
                outputs: blank(self.outputs.len()),
                annotations: blank(self.annotations.len()),
            }),
            None => None,
        }
    }

    /// Whether a row follows the last: what is written there is a rule more.
    #[must_use]
    pub fn is_next(&self, row: usize) -> bool {
        row == self.rules.len() + 1
    }

    /// The row of a rule that was read before: by its id, or where it has none by what it said; the row behind the last for one that
    /// said nothing yet. None where it is gone, or several could be it.
    #[must_use]
    pub fn row_of(&self, id: &str, was: &Cells) -> Option<usize> {
        let only =
            |mut rows: Box<dyn Iterator<Item = usize> + '_>| rows.next().filter(|_| rows.next().is_none());
        let mut cells = was.inputs.iter().chain(&was.outputs).chain(&was.annotations);
        if !id.is_empty() {
            let rows = (1..).zip(&self.ids).filter(|(_, one)| *one == id);
            only(Box::new(rows.map(|(row, _)| row)))
        } else if cells.all(String::is_empty) {
            Some(self.rules.len() + 1)
        } else {
            let rows = (1..).zip(&self.rules).filter(|(_, one)| *one == was);
            only(Box::new(rows.map(|(row, _)| row)))
        }
    }

    /// Whether a rule that was read before is there no more: none has its id or, where it had none, says what it said.
    #[must_use]
    pub fn lacks(&self, id: &str, was: &Cells) -> bool {
        if id.is_empty() {
            !self.rules.contains(was)
        } else {
            !self.ids.iter().any(|one| one == id)
        }
    }

    /// Whether a rule stands twice, one below the other: as copying it leaves it.
    pub(super) fn is_copied(&self, row: usize) -> bool {
        self.rule(row).is_some_and(|own| self.rule(row + 1) == Some(own))
    }

    /// What a rule says in a column of notes; empty where the table has no such column.
    #[must_use]
    pub fn note<'a>(&self, rule: &'a Cells, column: &str) -> &'a str {
        let place = self.annotations.iter().position(|one| one == column);
        place
            .and_then(|at| rule.annotations.get(at))
            .map_or("", |note| note.trim())
    }

    /// The changes of the file that a change of a rule is; none where the rule is not there.
    pub(super) fn changes(&self, row: usize, change: RuleChange) -> Option<Vec<Change>> {
        let table = self.decision.clone();
        if let (true, RuleChange::Write(cells)) = (self.is_next(row), &change) {
            let cells = cells.clone();
            return Some(vec![Change::AddRule { table, row, cells }]);
        }
        let own = self.rule(row)?;
        Some(match change {
            RuleChange::Write(cells) => self.written(row, own, &cells),
            RuleChange::Copy => vec![Change::AddRule {
                table,
                row: row + 1,
                cells: own.clone(),
            }],
            RuleChange::Remove => vec![Change::RemoveRule { table, row }],
            RuleChange::MoveTo(to) => vec![Change::MoveRule { table, from: row, to }],
        })
    }

    /// Where each row stands after a change, if any stands elsewhere; nowhere, if it is taken out.
    pub(super) fn moves(
        &self,
        row: usize,
        change: &RuleChange,
    ) -> Option<Box<dyn Fn(usize) -> Option<usize>>> {
        match *change {
            RuleChange::Write(_) => None,
            RuleChange::Copy => Some(Box::new(move |at| Some(if at > row { at + 1 } else { at }))),
            RuleChange::Remove => Some(Box::new(move |at| match at.cmp(&row) {
                Ordering::Less => Some(at),
                Ordering::Equal => None,
                Ordering::Greater => Some(at - 1),
            })),
            RuleChange::MoveTo(to) => Some(Box::new(move |at| {
                Some(if at == row {
                    to
                } else if row < at && at <= to {
                    at - 1
                } else if to <= at && at < row {
                    at + 1
                } else {
                    at
                })
            })),
        }
    }

    /// One change for each cell that is another.
    fn written(&self, row: usize, own: &Cells, cells: &Cells) -> Vec<Change> {
        let table = || self.decision.clone();
        let input = |(column, text)| Change::Input {
            table: table(),
            row,
            column,
            text,
        };
        let output = |(column, text)| Change::Output {
            table: table(),
            row,
            column,
            text,
        };
        let note = |(column, text)| Change::Annotation {
            table: table(),
            row,
            column,
            text,
        };
        let inputs = differing(&own.inputs, &cells.inputs).into_iter().map(input);
        let outputs = differing(&own.outputs, &cells.outputs).into_iter().map(output);
        let notes = differing(&own.annotations, &cells.annotations)
            .into_iter()
            .map(note);
        inputs.chain(outputs).chain(notes).collect()
    }

    /// The form field of a cell by what a fault calls its column: `input-2`, `output-1`, `annotation-3`; empty where it is
    /// none of the table's.
    pub(super) fn field(&self, column: &str) -> String {
        let is_it = |one: &Column| one.key == column || one.label == column;
        let found = |kind: &str, at: Option<usize>| at.map(|at| format!("{kind}-{}", at + 1));
        let input = found("input", self.inputs.iter().position(is_it));
        let note = self.annotations.iter().position(|one| one == column);
        let output = found("output", self.outputs.iter().position(is_it));
        // The column that names the authority is called so even where the file does not name it.
        let authority = (column == "authority").then(|| "output-1".to_owned());
        input
            .or_else(|| found("annotation", note))
            .or(output)
            .or(authority)
            .unwrap_or_default()
    }
}

/// The places, from 1, of the texts that differ, with what they are now.
fn differing(before: &[String], after: &[String]) -> Vec<(usize, String)> {
    let pairs = before.iter().zip(after).zip(1..);
    let others = pairs.filter(|((before, after), _)| before.trim() != after.trim());
    others
        .map(|((_, after), place)| (place, after.trim().to_owned()))
        .collect()
}
