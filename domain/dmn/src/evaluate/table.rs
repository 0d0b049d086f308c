//! Decision tables asked.

use super::env::Env;
use super::{Asked, Fired};
use crate::parts::{Aggregation, HitPolicy};
use crate::program::{Output, Row, Table};
use crate::types::{Shape, shown};
use feel::{Context, Expression, Names, Scope, SyntaxError, UnaryTests, Value, said};
use std::sync::LazyLock;

/// What one rule answers: a value for every output.
type Answers = Vec<Value>;

impl Env {
    pub(super) fn table(&mut self, table: &Table) -> Value {
        let mut asked = vec![];
        let mut refused = None;
        for column in &table.inputs {
            let value = column.expression.evaluate(&self.scope);
            let value = match &column.kind {
                Some(kind) => kind.conform(value, &column.title, &self.scope),
                None => value,
            };
            if refused.is_none() && !passes(column.values.as_ref(), &value, &self.scope) {
                let what = said!(
                    "{}: the input {} is none of its values",
                    &column.title,
                    shown(&value)
                );
                refused = Some(self.scope.null(what));
            }
            asked.push(value);
        }
        let mut fired: Vec<usize> = vec![];
        let answer = match refused {
            Some(null) => null,
            None => self.answer(table, &asked, &mut fired),
        };
        let named = table.inputs.iter().map(|column| column.title.to_string());
        let rows = fired.iter().filter_map(|at| Some((at + 1, table.rows.get(*at)?)));
        self.run.asked(Asked {
            element: table.element.to_string(),
            table: table.id.clone(),
            inputs: named.zip(asked).collect(),
            fired: rows
                .map(|(row, rule)| Fired {
                    row,
                    id: rule.id.clone(),
                })
                .collect(),
            answer: answer.clone(),
        });
        answer
    }

    /// What the table answers; the rules that fired are put down, in the order in which they count.
    fn answer(&self, table: &Table, asked: &[Value], fired: &mut Vec<usize>) -> Value {
        if !self.run.spend(table.rows.len()) {
            return self.scope.null(said!("the tables are too much work"));
        }
        let matching = table
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| self.matches(row, asked));
        let most = if table.policy == HitPolicy::First {
            1
        } else {
            usize::MAX
        };
        fired.extend(matching.map(|(at, _)| at).take(most));
        if fired.is_empty() {
            return self.nothing_fired(table);
        }
        if let (HitPolicy::Unique, [_, _, ..]) = (table.policy, fired.as_slice()) {
            let what = said!("the rules {} match where one may", rows(fired));
            return self.scope.null(what);
        }
        let mut answers: Vec<(usize, Answers)> = vec![];
        for at in fired.iter() {
            let row = table.rows.get(*at);
            match row.map(|row| self.outputs(table, row, at + 1)) {
                Some(Ok(answer)) => answers.push((*at, answer)),
                Some(Err(null)) => return null,
                None => {}
            }
        }
        if matches!(table.policy, HitPolicy::Priority | HitPolicy::OutputOrder) {
            answers.sort_by_cached_key(|(_, answer)| rank(&table.outputs, answer));
            *fired = answers.iter().map(|(at, _)| *at).collect();
        }
        let answers: Vec<Answers> = answers.into_iter().map(|(_, answer)| answer).collect();
        self.combined(table, answers, fired)
    }

    fn matches(&self, row: &Row, asked: &[Value]) -> bool {
        let mut cells = row.inputs.iter().zip(asked);
        cells.all(|(tests, value)| tests.test(value, &self.scope).as_boolean() == Some(true))
    }

    fn outputs(&self, table: &Table, row: &Row, number: usize) -> Result<Answers, Value> {
        let mut answers = vec![];
        for (expression, output) in row.outputs.iter().zip(&table.outputs) {
            let value = expression.evaluate(&self.scope);
            let value = self.of_type(table, output, value);
            if !value.is_null() && !passes(output.values.as_ref(), &value, &self.scope) {
                let what = said!(
                    "rule {}, {}: the output {} is none of its values",
                    number,
                    &output.title,
                    shown(&value)
                );
                return Err(self.scope.null(what));
            }
            answers.push(value);
        }
        Ok(answers)
    }

    /// An output as one of its column's type. Where the answer is a list, a type of lists is the whole answer's.
    fn of_type(&self, table: &Table, output: &Output, value: Value) -> Value {
        let Some(kind) = output
            .kind
            .as_ref()
            .filter(|_| table.aggregation != Some(Aggregation::Count))
        else {
            return value;
        };
        match &kind.shape {
            Shape::List(item) if table.policy.is_multiple() && table.aggregation.is_none() => {
                item.conform(value, &output.title, &self.scope)
            }
            _ => kind.conform(value, &output.title, &self.scope),
        }
    }

    fn nothing_fired(&self, table: &Table) -> Value {
        if table.outputs.iter().any(|output| output.default.is_some()) {
            let default = |output: &Output| {
                let value = output
                    .default
                    .as_ref()
                    .map_or(Value::NULL, |default| default.evaluate(&self.scope));
                self.of_type(table, output, value)
            };
            let answer = named(&table.outputs, table.outputs.iter().map(default).collect());
            return match answer {
                single if single.as_list().is_none() && is_list(table) => Value::list([single]),
                answer => answer,
            };
        }
        match table.aggregation {
            None if table.policy.is_multiple() => Value::list([]),
            Some(Aggregation::Count) => Value::from(0),
            _ => self.scope.null(said!("no rule matches, and no default is set")),
        }
    }

    fn combined(&self, table: &Table, answers: Vec<Answers>, fired: &[usize]) -> Value {
        if let Some(aggregation) = table.aggregation {
            let columns = (0..table.outputs.len()).map(|at| {
                let values: Vec<Value> = answers
                    .iter()
                    .filter_map(|answer| answer.get(at).cloned())
                    .collect();
                self.aggregated(aggregation, values)
            });
            return named(&table.outputs, columns.collect());
        }
        if table.policy.is_multiple() {
            let all = answers.into_iter().map(|answer| named(&table.outputs, answer));
            return Value::list(all.collect::<Vec<_>>());
        }
        let mut answers = answers.into_iter();
        let first = answers.next().unwrap_or_default();
        if table.policy == HitPolicy::Any && answers.any(|other| other != first) {
            return self
                .scope
                .null(said!("the rules {} match and answer differently", rows(fired)));
        }
        named(&table.outputs, first)
    }

    fn aggregated(&self, aggregation: Aggregation, values: Vec<Value>) -> Value {
        let made = match aggregation {
            Aggregation::Sum => &*SUM,
            Aggregation::Count => &*COUNT,
            Aggregation::Min => &*MIN,
            Aggregation::Max => &*MAX,
        };
        match made {
            Ok(expression) => {
                let mut scope = self.scope.bare();
                scope.insert("values", values);
                expression.evaluate(&scope)
            }
            Err(fault) => self.scope.null(fault.message().clone()),
        }
    }
}

static SUM: Aggregated = LazyLock::new(|| aggregated("sum(values)"));
static COUNT: Aggregated = LazyLock::new(|| aggregated("count(values)"));
static MIN: Aggregated = LazyLock::new(|| aggregated("min(values)"));
static MAX: Aggregated = LazyLock::new(|| aggregated("max(values)"));

/// What is made of the outputs of one column: a function of FEEL's own, read once.
type Aggregated = LazyLock<Result<Expression, SyntaxError>>;

fn aggregated(text: &str) -> Result<Expression, SyntaxError> {
    Expression::parse(text, &["values"].into_iter().collect::<Names>())
}

fn is_list(table: &Table) -> bool {
    table.policy.is_multiple() && table.aggregation.is_none()
}

/// Whether a value, or each item of a list, is one of those that are listed.
fn passes(values: Option<&UnaryTests>, value: &Value, scope: &Scope) -> bool {
    let Some(tests) = values else { return true };
    let holds = |value: &Value| tests.test(value, scope).as_boolean() == Some(true);
    holds(value) || value.as_list().is_some_and(|items| items.iter().all(holds))
}

/// The value of a single output, or the context of several.
fn named(outputs: &[Output], answer: Answers) -> Value {
    match (outputs, answer.as_slice()) {
        ([_], [value]) => value.clone(),
        _ => {
            let names = outputs.iter().map(|output| output.name.clone());
            names.zip(answer).collect::<Context>().into()
        }
    }
}

/// Where an answer stands in the lists of output values, the first output first.
fn rank(outputs: &[Output], answer: &Answers) -> Vec<usize> {
    let places = outputs.iter().zip(answer).map(|(output, value)| {
        let place = output.order.iter().position(|listed| listed == value);
        place.unwrap_or(output.order.len())
    });
    places.collect()
}

fn rows(fired: &[usize]) -> String {
    let rows: Vec<String> = fired.iter().map(|at| (at + 1).to_string()).collect();
    rows.join(", ")
}
