//! The columns of a table: what is tested, what is answered, what is noted beside each rule.

use super::{Answering, Place, Reader};
use crate::Input;
use crate::attached::COLUMNS;
use dmn::parts::{Decision, DecisionTable, InputClause, OutputClause};
use feel::{Names, SimpleKind, SimpleTests, UnaryTests, said, short};

/// The columns of a table, as far as they could be read.
pub(super) struct Columns<'a> {
    /// One for each input column; `None` where the column itself has a fault.
    pub inputs: Vec<Option<Subject<'a>>>,
    /// The authorities in the order of the list of output values; empty where there is none.
    pub order: Vec<String>,
    /// The names of the annotation columns.
    pub annotations: Vec<String>,
}

/// What a column tests.
pub(super) enum Subject<'a> {
    /// The answer to a question.
    Input(&'a Input),
    /// What a decision answers, and the inputs on which it depends.
    Decision { name: &'a str, reads: Vec<String> },
}

impl Subject<'_> {
    pub fn name(&self) -> &str {
        match self {
            Subject::Input(input) => &input.id,
            Subject::Decision { name, .. } => name,
        }
    }
}

/// The annotation column that says how long something is withheld.
pub(super) const UNTIL: &str = "until";

/// The annotation columns that every rule must fill.
pub(super) const NEEDED: [&str; 3] = ["reason", "citation", "kind"];

impl<'a> Reader<'a> {
    pub(super) fn columns(&mut self, table: &'a DecisionTable) -> Columns<'a> {
        let inputs = table.inputs.iter();
        let inputs = inputs.map(|input| self.input_column(table, input)).collect();
        let order = self.output_column(table);
        let annotations: Vec<String> = table
            .annotations
            .iter()
            .map(|name| name.trim().to_owned())
            .collect();
        for needed in NEEDED {
            let count = annotations.iter().filter(|name| *name == needed).count();
            if count != 1 {
                let place = Place {
                    line: table.line,
                    row: None,
                    column: Some(needed),
                };
                let what = said!(
                    "the table has {} annotation columns of that name, where one belongs",
                    count
                );
                self.fault(
                    place,
                    what,
                    said!("Name the columns reason, citation and kind, once each"),
                );
            }
        }
        for name in ["period", "link", "note", UNTIL].iter().chain(&COLUMNS) {
            if annotations.iter().filter(|other| other == name).count() > 1 {
                let place = Place {
                    line: table.line,
                    row: None,
                    column: Some(name),
                };
                let what = said!("the table has two annotation columns of that name");
                self.fault(place, what, said!("Leave one"));
            }
        }
        Columns {
            inputs,
            order,
            annotations,
        }
    }

    fn input_column(&mut self, table: &DecisionTable, clause: &'a InputClause) -> Option<Subject<'a>> {
        let name = clause.expression.text.as_str();
        let place = Place {
            line: if clause.expression.line > 0 {
                clause.expression.line
            } else {
                table.line
            },
            row: None,
            column: Some(name),
        };
        if clause.values.is_some() {
            let what = said!("the column lists its inputValues, which stand in rulebook.toml");
            self.fault(place, what, said!("Take them out"));
            return None;
        }
        if let Some(known) = self.settings.inputs.iter().find(|known| known.id == name) {
            let declared = clause.type_ref.as_deref();
            let declared = declared.map(|declared| declared.rsplit(':').next().unwrap_or(declared));
            if let Some(declared) = declared.filter(|declared| *declared != known.kind.feel_name()) {
                let what = said!(
                    "the column is a “{}”, the input a {}",
                    short(declared),
                    known.kind.name()
                );
                self.fault(place, what, said!("Set its type to {}", known.kind.feel_name()));
                return None;
            }
            return Some(Subject::Input(known));
        }
        match self.graph.decision(name) {
            Some(decision) => self.decision_column(place, decision),
            None => {
                let what = said!(
                    "the column tests “{}”, which is no [[input]] of rulebook.toml and no decision that this one needs",
                    short(name)
                );
                let todo = said!(
                    "Write the id of one input, or the name of one decision, as the column's expression"
                );
                self.fault(place, what, todo);
                None
            }
        }
    }

    fn decision_column(&mut self, place: Place<'_>, decision: &'a Decision) -> Option<Subject<'a>> {
        let (name, reads) = (decision.named.name.as_str(), self.graph.reads(decision));
        if reads.is_empty() {
            let what = said!("the decision “{}” depends on no answer", short(name));
            self.fault(
                place,
                what,
                said!("Take the column out, or let the decision need an input"),
            );
            return None;
        }
        Some(Subject::Decision { name, reads })
    }

    /// The authorities in the order of the output values, if these are listed.
    fn output_column(&mut self, table: &DecisionTable) -> Vec<String> {
        let place = Place {
            line: table.line,
            row: None,
            column: Some(self.root.answering.column()),
        };
        let named = self.root.answering.column();
        let [output] = table.outputs.as_slice() else {
            let what = said!(
                "the table has {} output columns, where one belongs",
                table.outputs.len()
            );
            self.fault(place, what, said!("Leave one, named {}", named));
            return vec![];
        };
        if output.name != named {
            let what = said!("the output column is named “{}”", short(&output.name));
            self.fault(place, what, said!("Name it {}", named));
        }
        if output
            .type_ref
            .as_deref()
            .is_some_and(|name| !name.ends_with("string"))
        {
            let what = said!("the output column is no string");
            self.fault(place, what, said!("Set its type to string"));
        }
        if output.default.is_some() {
            let what = said!("the default answers without saying why");
            self.fault(place, what, said!("Write a rule instead, with what it rests on"));
        }
        self.output_values(place, output)
    }

    fn output_values(&mut self, place: Place<'_>, output: &OutputClause) -> Vec<String> {
        let Some(values) = &output.values else {
            return vec![];
        };
        let listed = listed(&values.text);
        let known = |id: &String| self.settings.authorities.iter().any(|one| one.id == *id);
        match listed {
            // The order of what is withheld counts for nothing.
            Some(_) if self.root.answering == Answering::Withholds => vec![],
            Some(order) if order.iter().all(known) => order,
            _ => {
                let what = said!("“{}” lists something else than authorities", short(&values.text));
                self.fault(place, what, said!("List ids of [[authority]] in quotes"));
                vec![]
            }
        }
    }
}

/// Texts in quotes, one after the other.
fn listed(text: &str) -> Option<Vec<String>> {
    let Some(SimpleTests::AnyOf(tests)) = UnaryTests::parse(text, &Names::new()).ok()?.simple() else {
        return None;
    };
    let text = |kind: &SimpleKind| match kind {
        SimpleKind::Equal(value) => value.as_text().map(str::to_owned),
        _ => None,
    };
    tests.iter().map(|test| text(&test.kind)).collect()
}
