//! Decision tables, their texts read.

use super::boxed::{Compiler, Read};
use crate::Fault;
use crate::parts::{Aggregation, DecisionTable, HitPolicy, InputClause, OutputClause, Rule};
use crate::types::ItemType;
use feel::{Expression, Names, Scope, UnaryTests, Value, said};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct Table {
    /// The element whose logic it is.
    pub element: Arc<str>,
    pub id: Option<String>,
    pub policy: HitPolicy,
    pub aggregation: Option<Aggregation>,
    pub inputs: Vec<Column>,
    pub outputs: Vec<Output>,
    pub rows: Vec<Row>,
}

#[derive(Debug)]
pub(crate) struct Column {
    pub title: Arc<str>,
    pub expression: Expression,
    pub kind: Option<Arc<ItemType>>,
    pub values: Option<UnaryTests>,
}

#[derive(Debug)]
pub(crate) struct Output {
    pub title: Arc<str>,
    pub name: Arc<str>,
    pub kind: Option<Arc<ItemType>>,
    pub values: Option<UnaryTests>,
    /// The output values one by one, the first first.
    pub order: Vec<Value>,
    pub default: Option<Expression>,
}

#[derive(Debug)]
pub(crate) struct Row {
    pub id: String,
    pub inputs: Vec<UnaryTests>,
    pub outputs: Vec<Expression>,
}

impl Compiler<'_, '_> {
    pub fn table(&mut self, table: &DecisionTable, id: Option<String>) -> Read<Table> {
        let before = self.faults.len();
        let inputs: Vec<Column> = table
            .inputs
            .iter()
            .filter_map(|input| self.column(input))
            .collect();
        let outputs: Vec<Output> = table
            .outputs
            .iter()
            .filter_map(|output| self.output(output))
            .collect();
        let mut rows = vec![];
        for (number, rule) in table.rules.iter().enumerate() {
            rows.extend(self.row(number + 1, rule, table));
        }
        let ordered = matches!(table.hit_policy, HitPolicy::Priority | HitPolicy::OutputOrder);
        if ordered && outputs.iter().all(|output| output.order.is_empty()) {
            let what = said!(
                "under {} the outputs are put in order, and no output lists its values",
                table.hit_policy.as_str()
            );
            self.fault(Fault::at(
                table.line,
                what,
                said!("List the output values, the first first"),
            ));
        }
        (self.faults.len() == before).then(|| Table {
            element: self.element.clone(),
            id,
            policy: table.hit_policy,
            aggregation: table.aggregation,
            inputs,
            outputs,
            rows,
        })
    }

    fn column(&mut self, input: &InputClause) -> Read<Column> {
        Some(Column {
            title: input.title().into(),
            expression: self.text(&input.expression, None, input.title())?,
            kind: self.kind(input.type_ref.as_deref(), input.expression.line),
            values: match &input.values {
                Some(values) => Some(self.tests(values, None, input.title())?),
                None => None,
            },
        })
    }

    fn output(&mut self, output: &OutputClause) -> Read<Output> {
        let title = output.title();
        let values = match &output.values {
            Some(values) => Some(self.tests(values, None, title)?),
            None => None,
        };
        let line = output.values.as_ref().map_or(0, |values| values.line);
        let kind = self.kind(output.type_ref.as_deref(), line);
        let listed = values
            .as_ref()
            .or_else(|| kind.as_ref()?.tests.first().map(|tests| &**tests));
        let order = listed.map_or_else(Vec::new, |tests| listed_values(tests.source(), &self.names));
        Some(Output {
            title: title.into(),
            name: output.name.as_str().into(),
            kind,
            values,
            order,
            default: match &output.default {
                Some(default) => Some(self.text(default, None, title)?),
                None => None,
            },
        })
    }

    fn row(&mut self, number: usize, rule: &Rule, table: &DecisionTable) -> Read<Row> {
        let asked = rule.inputs.iter().zip(&table.inputs);
        let inputs: Vec<_> = asked
            .map(|(cell, column)| self.tests(cell, Some(number), column.title()))
            .collect();
        let answered = rule.outputs.iter().zip(&table.outputs);
        let outputs: Vec<_> = answered
            .map(|(cell, column)| self.text(cell, Some(number), column.title()))
            .collect();
        Some(Row {
            id: rule.id.clone(),
            inputs: inputs.into_iter().collect::<Option<_>>()?,
            outputs: outputs.into_iter().collect::<Option<_>>()?,
        })
    }
}

/// Output values one by one. A list of values is also a list of expressions. They see no variables, and stand at no
/// instant of anyone's.
fn listed_values(text: &str, names: &Names) -> Vec<Value> {
    let epoch = Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC);
    let listed = Expression::parse(&format!("[{text}]"), names);
    match listed.map(|listed| listed.evaluate(&Scope::new(epoch))) {
        Ok(Value::List(list)) => list.items().to_vec(),
        Ok(_) | Err(_) => vec![],
    }
}
