//! Boxed expressions, their texts read against the names that are known where they stand.

use super::resolve::Resolver;
use super::{Cell, Column, Entry, Lambda, Loop, Node, Output, Row, Table, Typed};
use crate::Fault;
use crate::parts::{
    self, Binding, Boxed, ContextEntry, DecisionTable, FunctionKind, HitPolicy, InformationItem, InputClause,
    OutputClause, Quantifier, Rule, Text,
};
use crate::types::ItemType;
use feel::{Expression, Names, Parameter, Scope, SyntaxError, Type, UnaryTests, Value};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A text that is no FEEL.
pub(super) fn syntax(text: &Text, fault: &SyntaxError) -> Fault {
    let line = text.line + fault.position().line.saturating_sub(1);
    let what = format!(
        "{} is no FEEL: {}",
        crate::fault::quoted(&text.text),
        fault.message()
    );
    Fault::at(line, what, "Correct it")
}

/// Reads the expressions of one element of the requirement graph.
pub(super) struct Compiler<'a, 'm> {
    pub element: Arc<str>,
    pub names: Names,
    pub types: &'a mut Resolver<'m>,
    /// Names of parts of values, which a filter may speak of.
    pub parts: &'a BTreeSet<String>,
    pub faults: Vec<Fault>,
    /// Names that nothing gives.
    pub unknown: Vec<Fault>,
}

/// What could not be read is told in the compiler's faults.
type Read<T> = Option<T>;

impl Compiler<'_, '_> {
    fn fault(&mut self, fault: Fault) {
        self.faults.push(fault.within(&self.element));
    }

    fn kind(&mut self, name: Option<&str>, line: usize) -> Option<Arc<ItemType>> {
        self.types.named(name?, line, &self.element)
    }

    pub fn kind_of(&mut self, item: &InformationItem) -> Option<Arc<ItemType>> {
        self.kind(item.type_ref.as_deref(), item.line)
    }

    fn text(&mut self, text: &Text, row: Option<usize>, column: &str) -> Read<Expression> {
        let read = Expression::parse(&text.text, &self.names);
        let read = self.read(read, text, row, column)?;
        self.ask(read.unknown_names(), text, row, column);
        Some(read)
    }

    fn tests(&mut self, text: &Text, row: Option<usize>, column: &str) -> Read<UnaryTests> {
        let read = UnaryTests::parse(&text.text, &self.names);
        let read = self.read(read, text, row, column)?;
        self.ask(read.unknown_names(), text, row, column);
        Some(read)
    }

    fn read<T>(
        &mut self,
        read: Result<T, SyntaxError>,
        text: &Text,
        row: Option<usize>,
        column: &str,
    ) -> Read<T> {
        read.map_err(|fault| {
            let fault = self.placed(syntax(text, &fault), row, column);
            self.faults.push(fault);
        })
        .ok()
    }

    /// Puts down the names that nothing gives.
    fn ask(&mut self, names: &BTreeSet<Arc<str>>, text: &Text, row: Option<usize>, column: &str) {
        for name in names.iter().filter(|name| !self.parts.contains(&***name)) {
            let what = format!("nothing is named {} here", crate::fault::quoted(name));
            let fault = Fault::at(text.line, what, "Draw a requirement to it, or correct the name");
            let fault = self.placed(fault, row, column);
            self.unknown.push(fault);
        }
    }

    fn placed(&self, mut fault: Fault, row: Option<usize>, column: &str) -> Fault {
        fault.row = row;
        fault.column = (!column.is_empty()).then(|| column.into());
        fault.within(&self.element)
    }

    pub fn typed(&mut self, boxed: &Boxed) -> Read<Typed> {
        let kind = self.kind(boxed.type_ref.as_deref(), boxed.line);
        let node = self.node(boxed)?;
        Some(Typed { node, kind })
    }

    fn node(&mut self, boxed: &Boxed) -> Read<Node> {
        Some(match &boxed.expression {
            parts::Expression::Literal(text) => Node::Text(self.text(text, None, "")?),
            parts::Expression::Table(table) => Node::Table(Box::new(self.table(table, boxed.id.clone())?)),
            parts::Expression::Context(entries) => Node::Context(self.all(entries, Self::entry)?),
            parts::Expression::List(items) => Node::List(self.all(items, Self::typed)?),
            parts::Expression::Relation { columns, rows } => self.relation(columns, rows)?,
            parts::Expression::Invocation { callee, bindings } => self.invocation(callee, bindings)?,
            parts::Expression::Function(function) => Node::Function(Arc::new(self.lambda(function)?)),
            parts::Expression::Conditional {
                test,
                then,
                otherwise,
            } => {
                let [test, then, otherwise] = [test, then, otherwise].map(|part| self.typed(part));
                Node::Conditional(Box::new([test?, then?, otherwise?]))
            }
            parts::Expression::Filter { list, test } => {
                self.names.add("item");
                let [list, test] = [list, test].map(|part| self.typed(part));
                Node::Filter(Box::new([list?, test?]))
            }
            parts::Expression::For(of) => {
                self.names.add("partial");
                Node::For(self.iterated(of)?)
            }
            parts::Expression::Quantified(Quantifier::Every, of) => Node::Every(self.iterated(of)?),
            parts::Expression::Quantified(Quantifier::Some, of) => Node::Some(self.iterated(of)?),
            parts::Expression::Refused(fault) => {
                // It is told with the faults of the reading.
                self.faults.push(fault.clone());
                return None;
            }
        })
    }

    /// Every part is read, so that all faults are told at once.
    fn all<A, B>(&mut self, parts: &[A], read: fn(&mut Self, &A) -> Read<B>) -> Read<Vec<B>> {
        let read: Vec<Read<B>> = parts.iter().map(|part| read(self, part)).collect();
        read.into_iter().collect()
    }

    fn entry(&mut self, entry: &ContextEntry) -> Read<Entry> {
        let kind = entry
            .variable
            .as_ref()
            .and_then(|variable| self.kind_of(variable));
        let value = self.typed(&entry.value);
        let name = entry
            .variable
            .as_ref()
            .map(|variable| variable.name.as_str().into());
        if let Some(variable) = &entry.variable {
            self.names.add(&variable.name);
        }
        Some(Entry {
            name,
            kind,
            value: value?,
        })
    }

    fn relation(&mut self, columns: &[InformationItem], rows: &[Vec<Boxed>]) -> Read<Node> {
        let cells = columns.iter().map(|column| Cell {
            name: column.name.as_str().into(),
            kind: self.kind_of(column),
        });
        let cells = cells.collect();
        let rows = self.all(rows, |this, row| this.all(row, Self::typed))?;
        Some(Node::Relation(cells, rows))
    }

    fn invocation(&mut self, callee: &Boxed, bindings: &[Binding]) -> Read<Node> {
        let called = self.typed(callee);
        let mut arguments = vec![];
        for binding in bindings {
            let value = match &binding.value {
                Some(value) => Some(self.typed(value)?),
                None => None,
            };
            arguments.push((Arc::from(binding.parameter.name.as_str()), value));
        }
        // Named arguments are FEEL's own matter: the call is one of its texts, over the arguments' names.
        let mut names: Names = arguments.iter().map(|(name, _)| name).collect();
        names.add(CALLED);
        let named = arguments.iter().map(|(name, _)| format!("{name}: {name}"));
        let call = format!("{CALLED}({})", named.collect::<Vec<_>>().join(", "));
        let text = Text {
            text: call,
            line: callee.line,
        };
        let read = Expression::parse(&text.text, &names);
        let call = self.read(read, &text, None, "");
        Some(Node::Invocation {
            callee: Box::new(called?),
            arguments,
            call: call?,
        })
    }

    pub fn lambda(&mut self, function: &parts::Function) -> Read<Lambda> {
        let kinds: Vec<Option<Arc<ItemType>>> = function
            .parameters
            .iter()
            .map(|item| self.kind_of(item))
            .collect();
        for parameter in &function.parameters {
            self.names.add(&parameter.name);
        }
        let refused = match (&function.body, function.kind) {
            (_, FunctionKind::Java | FunctionKind::Pmml) => {
                "the function is written in Java or PMML, which is not run here"
            }
            (None, FunctionKind::Feel) => "the function has no body",
            (Some(body), FunctionKind::Feel) => return self.body(function, kinds, body),
        };
        self.fault(Fault::at(function.line, refused, "Write it in FEEL"));
        None
    }

    fn body(
        &mut self,
        of: &parts::Function,
        kinds: Vec<Option<Arc<ItemType>>>,
        body: &Boxed,
    ) -> Read<Lambda> {
        let result = self.kind(of.type_ref.as_deref(), of.line);
        Some(Lambda {
            parameters: parameters(&of.parameters, &kinds),
            kinds,
            body: self.typed(body)?,
            result,
        })
    }

    fn iterated(&mut self, of: &parts::Iterator) -> Read<Loop> {
        let list = self.typed(&of.list);
        self.names.add(&of.variable);
        let body = self.typed(&of.body);
        Some(Loop {
            variable: of.variable.as_str().into(),
            list: Box::new(list?),
            body: Box::new(body?),
            partial: of.body.mentions("partial"),
        })
    }

    fn table(&mut self, table: &DecisionTable, id: Option<String>) -> Read<Table> {
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
            let what = format!(
                "under {} the outputs are put in order, and no output lists its values",
                table.hit_policy.as_str()
            );
            self.fault(Fault::at(
                table.line,
                what,
                "List the output values, the first first",
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

/// The name of the function in the text of a call.
pub(crate) const CALLED: &str = "_invoked_function_";

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

/// Parameters as FEEL hands arguments over. Contexts are checked behind the call, where a component may be missing.
pub(super) fn parameters(items: &[InformationItem], kinds: &[Option<Arc<ItemType>>]) -> Vec<Parameter> {
    let both = items.iter().zip(kinds);
    let parameters = both.map(|(item, kind)| Parameter {
        name: item.name.as_str().into(),
        kind: kind.as_ref().map_or(Type::Any, |kind| loose(kind.kind())),
    });
    parameters.collect()
}

/// The type with contexts of any entries.
pub(super) fn loose(kind: Type) -> Type {
    match kind {
        Type::Context(_) => Type::Context(vec![]),
        Type::List(item) => Type::List(Box::new(loose(*item))),
        other => other,
    }
}
