//! Decision tables.

use super::{Reader, description, name, owned, text, type_ref};
use crate::Fault;
use crate::parts::{
    Aggregation, DecisionTable, Expression, HitPolicy, InputClause, OutputClause, Rule, Text,
};
use crate::xml::Element;
use feel::{Said, said, short};

impl Reader {
    pub(super) fn table(&mut self, at: &Element) -> Expression {
        let before = self.faults.len();
        let table = self.decision_table(at);
        match (table, self.faults.get(before)) {
            (_, Some(fault)) => Expression::Refused(fault.clone()),
            (Ok(table), None) => Expression::Table(table),
            (Err(fault), None) => Expression::Refused(fault),
        }
    }

    /// Every fault of the table is gathered; one is enough to refuse it whole.
    fn decision_table(&mut self, at: &Element) -> Result<DecisionTable, Fault> {
        self.only(at, &["input", "output", "annotation", "rule"]);
        self.language(at);
        let hit_policy = self.hit_policy(at)?;
        let aggregation = self.aggregation(at, hit_policy)?;
        let inputs: Vec<InputClause> = at.all("input").map(|input| self.input(input)).collect();
        let outputs: Vec<OutputClause> = at.all("output").map(|output| self.output(output)).collect();
        if outputs.is_empty() {
            return Err(self.fault(at, said!("the table has no output"), said!("Give it one")));
        }
        self.output_names(at, &outputs);
        let annotations = at
            .all("annotation")
            .map(|annotation| owned(annotation, "name"))
            .collect();
        let mut rules = vec![];
        for (number, rule) in at.all("rule").enumerate() {
            rules.push(self.rule(number + 1, rule, &inputs, &outputs));
        }
        Ok(DecisionTable {
            hit_policy,
            aggregation,
            inputs,
            outputs,
            annotations,
            rules,
            line: at.line,
        })
    }

    fn hit_policy(&mut self, at: &Element) -> Result<HitPolicy, Fault> {
        let written = at.attribute("hitPolicy").unwrap_or("UNIQUE");
        HitPolicy::of(written).ok_or_else(|| {
            let what = said!("“{}” is no hit policy", short(written));
            self.fault(
                at,
                what,
                said!("Write UNIQUE, ANY, PRIORITY, FIRST, COLLECT, RULE ORDER or OUTPUT ORDER"),
            )
        })
    }

    fn aggregation(&mut self, at: &Element, policy: HitPolicy) -> Result<Option<Aggregation>, Fault> {
        let Some(written) = at.attribute("aggregation") else {
            return Ok(None);
        };
        if policy != HitPolicy::Collect {
            let what = said!(
                "{} aggregates nothing: only COLLECT has an aggregation",
                policy.as_str()
            );
            return Err(self.fault(at, what, said!("Write COLLECT, or take the aggregation out")));
        }
        let aggregation = Aggregation::of(written).ok_or_else(|| {
            let what = said!("“{}” is no aggregation", short(written));
            self.fault(at, what, said!("Write SUM, COUNT, MIN or MAX, or take it out"))
        })?;
        Ok(Some(aggregation))
    }

    fn input(&mut self, at: &Element) -> InputClause {
        self.only(at, &["inputExpression", "inputValues"]);
        let mut clause = InputClause {
            label: owned(at, "label"),
            values: self.tests(at, "inputValues"),
            ..InputClause::default()
        };
        if let Some(expression) = at.first("inputExpression") {
            self.only(expression, &["text"]);
            self.language(expression);
            clause.type_ref = type_ref(expression);
            clause.expression = text(expression).unwrap_or_default();
        }
        if clause.expression.text.is_empty() {
            let what = said!("the column does not say what it asks");
            self.column_fault(
                at,
                None,
                clause.title(),
                what,
                said!("Write its input expression"),
            );
        }
        clause
    }

    fn output(&mut self, at: &Element) -> OutputClause {
        self.only(at, &["outputValues", "defaultOutputEntry"]);
        let default = at.first("defaultOutputEntry");
        if let Some(entry) = default {
            self.only(entry, &["text"]);
            self.language(entry);
        }
        OutputClause {
            name: name(at.attribute("name").unwrap_or_default()),
            label: owned(at, "label"),
            type_ref: type_ref(at),
            values: self.tests(at, "outputValues"),
            default: default.and_then(text).filter(|entry| !entry.text.is_empty()),
        }
    }

    /// Of several outputs each has a name of its own.
    fn output_names(&mut self, at: &Element, outputs: &[OutputClause]) {
        if outputs.len() < 2 {
            return;
        }
        for (position, output) in outputs.iter().enumerate() {
            let twice = outputs
                .iter()
                .take(position)
                .any(|other| other.name == output.name);
            if output.name.is_empty() || twice {
                let what = said!("of several outputs one has no name, or another's");
                self.column_fault(at, None, output.title(), what, said!("Name each output"));
            }
        }
    }

    fn rule(&mut self, row: usize, at: &Element, inputs: &[InputClause], outputs: &[OutputClause]) -> Rule {
        self.only(at, &["inputEntry", "outputEntry", "annotationEntry"]);
        let asked: Vec<Text> = at.all("inputEntry").map(|entry| self.entry(row, entry)).collect();
        let answered: Vec<Text> = at
            .all("outputEntry")
            .map(|entry| self.entry(row, entry))
            .collect();
        if asked.len() != inputs.len() || answered.len() != outputs.len() {
            let what = said!(
                "the rule has {} input and {} output cells under {} input and {} output columns",
                asked.len(),
                answered.len(),
                inputs.len(),
                outputs.len()
            );
            self.column_fault(at, Some(row), "", what, said!("Give it a cell for every column"));
        }
        for (cell, output) in answered.iter().zip(outputs) {
            if cell.text.is_empty() {
                let what = said!("the output cell is empty");
                self.column_fault(
                    at,
                    Some(row),
                    output.title(),
                    what,
                    said!("Write null if nothing is meant"),
                );
            }
        }
        Rule {
            id: owned(at, "id"),
            description: description(at),
            inputs: asked.into_iter().map(any_if_empty).collect(),
            outputs: answered,
            annotations: at
                .all("annotationEntry")
                .map(|entry| text(entry).unwrap_or_default().text)
                .collect(),
            line: at.line,
        }
    }

    fn entry(&mut self, row: usize, at: &Element) -> Text {
        let before = self.faults.len();
        self.only(at, &["text"]);
        self.language(at);
        for fault in self.faults.iter_mut().skip(before) {
            fault.row = Some(row);
        }
        let nothing = Text {
            text: String::new(),
            line: at.line,
        };
        text(at).unwrap_or(nothing)
    }

    fn column_fault(&mut self, at: &Element, row: Option<usize>, column: &str, what: Said, todo: Said) {
        self.fault(at, what, todo);
        if let Some(fault) = self.faults.last_mut() {
            fault.row = row;
            fault.column = (!column.is_empty()).then(|| column.into());
        }
    }
}

/// Modellers leave a cell empty that asks for nothing.
fn any_if_empty(cell: Text) -> Text {
    match cell.text.as_str() {
        "" => Text {
            text: "-".to_owned(),
            ..cell
        },
        _ => cell,
    }
}
