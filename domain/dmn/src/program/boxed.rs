//! Boxed expressions, their texts read against the names that are known where they stand.

use super::resolve::Resolver;
use super::{Cell, Entry, Lambda, Loop, Node, Typed};
use crate::Fault;
use crate::parts::{self, Binding, Boxed, ContextEntry, FunctionKind, InformationItem, Quantifier, Text};
use crate::types::ItemType;
use feel::{Expression, Names, Parameter, SyntaxError, Type, UnaryTests, said, short};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A text that is no FEEL.
pub(super) fn syntax(text: &Text, fault: &SyntaxError) -> Fault {
    let line = text.line + fault.position().line.saturating_sub(1);
    let what = said!("“{}” is no FEEL: {}", short(&text.text), fault.message().clone());
    Fault::at(line, what, said!("Correct it"))
}

/// A text whose value is another at another time.
pub(super) fn asks_for_time(clock: &str, line: usize) -> Fault {
    let what = said!("{} asks for the time", clock);
    Fault::at(line, what, said!("Take the day, or the time, as an input"))
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
    /// The clocks of FEEL that nothing hides which the element needs.
    pub clocks: Vec<&'static str>,
    /// Where one of them is looked at.
    pub timed: Vec<Fault>,
}

/// What could not be read is told in the compiler's faults.
pub(super) type Read<T> = Option<T>;

impl Compiler<'_, '_> {
    pub fn fault(&mut self, fault: Fault) {
        self.faults.push(fault.within(&self.element));
    }

    pub fn kind(&mut self, name: Option<&str>, line: usize) -> Option<Arc<ItemType>> {
        self.types.named(name?, line, &self.element)
    }

    pub fn kind_of(&mut self, item: &InformationItem) -> Option<Arc<ItemType>> {
        self.kind(item.type_ref.as_deref(), item.line)
    }

    pub fn text(&mut self, text: &Text, row: Option<usize>, column: &str) -> Read<Expression> {
        let read = Expression::parse(&text.text, &self.names);
        let read = self.read(read, text, row, column)?;
        self.ask(read.unknown_names(), text, row, column);
        self.time(|clock| read.uses(clock), text, row, column);
        Some(read)
    }

    pub fn tests(&mut self, text: &Text, row: Option<usize>, column: &str) -> Read<UnaryTests> {
        let read = UnaryTests::parse(&text.text, &self.names);
        let read = self.read(read, text, row, column)?;
        self.ask(read.unknown_names(), text, row, column);
        self.time(|clock| read.uses(clock), text, row, column);
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
            let what = said!("nothing is named “{}” here", short(name));
            let fault = Fault::at(
                text.line,
                what,
                said!("Draw a requirement to it, or correct the name"),
            );
            let fault = self.placed(fault, row, column);
            self.unknown.push(fault);
        }
    }

    /// Puts down that a text looks at a clock.
    fn time(&mut self, uses: impl Fn(&str) -> bool, text: &Text, row: Option<usize>, column: &str) {
        for clock in self.clocks.iter().filter(|clock| uses(clock)) {
            let fault = self.placed(asks_for_time(clock, text.line), row, column);
            self.timed.push(fault);
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
                said!("the function is written in Java or PMML, which is not run here")
            }
            (None, FunctionKind::Feel) => said!("the function has no body"),
            (Some(body), FunctionKind::Feel) => return self.body(function, kinds, body),
        };
        self.fault(Fault::at(function.line, refused, said!("Write it in FEEL")));
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
}

/// The name of the function in the text of a call.
pub(crate) const CALLED: &str = "_invoked_function_";

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
