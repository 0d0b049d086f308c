//! Boxed expressions evaluated among the names that are seen where they stand.

use super::function::Closure;
use super::run::Run;
use crate::program::{CALLED, Cell, Entry, Loop, Node, Typed};
use crate::types::ItemType;
use feel::{Context, Expression, Function, Names, Scope, SyntaxError, Value, said};
use std::sync::{Arc, LazyLock};

/// What a loop goes through.
static EACH: LazyLock<Result<Expression, SyntaxError>> = LazyLock::new(|| {
    let names: Names = ["list", "each"].into_iter().collect();
    Expression::parse("for each in list return each", &names)
});

/// Names and their values, innermost last: in the scope for FEEL, and beside it for functions that keep what they saw.
pub(crate) struct Env {
    pub run: Arc<Run>,
    pub scope: Scope,
    frames: Vec<Context>,
}

impl Env {
    /// Names that are seen, and a scope whose instant and budget are used.
    pub fn new(run: Arc<Run>, scope: &Scope, names: Context) -> Self {
        let mut bare = scope.bare();
        bare.push(names.clone());
        Env {
            run,
            scope: bare,
            frames: vec![names],
        }
    }

    pub fn insert(&mut self, name: &Arc<str>, value: &Value) {
        self.scope.insert(name.clone(), value.clone());
        if let Some(frame) = self.frames.last_mut() {
            frame.insert(name.clone(), value.clone());
        }
    }

    fn push(&mut self, names: Context) {
        self.scope.push(names.clone());
        self.frames.push(names);
    }

    fn pop(&mut self) {
        self.scope.pop();
        self.frames.pop();
    }

    fn seen(&self) -> Context {
        let entries = self.frames.iter().flat_map(Context::iter);
        entries
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }

    /// The value of a boxed expression, of its type.
    pub fn typed(&mut self, typed: &Typed) -> Value {
        let value = self.node(&typed.node);
        self.conform(value, typed, typed.kind.as_ref(), "")
    }

    /// The value as one of a type. The type beside a function that is written here is its result's.
    pub fn conform(&self, value: Value, of: &Typed, kind: Option<&Arc<ItemType>>, what: &str) -> Value {
        match kind {
            Some(kind) if !matches!(of.node, Node::Function(_)) => kind.conform(value, what, &self.scope),
            _ => value,
        }
    }

    fn node(&mut self, node: &Node) -> Value {
        let run = Arc::clone(&self.run);
        let Some(_level) = run.descend() else {
            return self.scope.null(said!(
                "boxed expressions lie too deep in each other, or are too much work"
            ));
        };
        match node {
            Node::Text(expression) => expression.evaluate(&self.scope),
            Node::Table(table) => self.table(table),
            Node::Context(entries) => self.context(entries),
            Node::List(items) => {
                let items: Vec<Value> = items.iter().map(|item| self.typed(item)).collect();
                Value::list(items)
            }
            Node::Relation(columns, rows) => self.relation(columns, rows),
            Node::Invocation {
                callee,
                arguments,
                call,
            } => self.invocation(callee, arguments, call),
            Node::Function(lambda) => {
                let closure = Closure::new(Arc::clone(lambda), self.seen(), Arc::clone(&self.run), None);
                Value::Function(Function::new(closure))
            }
            Node::Conditional(parts) => {
                let [test, then, otherwise] = &**parts;
                match self.typed(test) {
                    Value::Boolean(true) => self.typed(then),
                    _ => self.typed(otherwise),
                }
            }
            Node::Filter(parts) => {
                let [list, test] = &**parts;
                self.filter(list, test)
            }
            Node::For(of) => self.collected(of),
            Node::Every(of) => self.quantified(of, false),
            Node::Some(of) => self.quantified(of, true),
        }
    }

    fn context(&mut self, entries: &[Entry]) -> Value {
        self.push(Context::new());
        let mut context = Context::new();
        let mut result = None;
        for entry in entries {
            let value = match (&entry.value.node, &entry.name) {
                // A function may call itself by the name that it is given.
                (Node::Function(lambda), Some(name)) => {
                    let run = Arc::clone(&self.run);
                    let closure = Closure::new(Arc::clone(lambda), self.seen(), run, Some(name.clone()));
                    Value::Function(Function::new(closure))
                }
                _ => self.typed(&entry.value),
            };
            let what = entry.name.as_deref().unwrap_or_default();
            let value = self.conform(value, &entry.value, entry.kind.as_ref(), what);
            match &entry.name {
                Some(name) => {
                    self.insert(name, &value);
                    context.insert(name.clone(), value);
                }
                None => result = Some(value),
            }
        }
        self.pop();
        result.unwrap_or_else(|| context.into())
    }

    fn relation(&mut self, columns: &[Cell], rows: &[Vec<Typed>]) -> Value {
        let mut contexts = vec![];
        for row in rows {
            let mut context = Context::new();
            for (column, cell) in columns.iter().zip(row) {
                let value = self.typed(cell);
                let value = self.conform(value, cell, column.kind.as_ref(), &column.name);
                context.insert(column.name.clone(), value);
            }
            contexts.push(context.into());
        }
        Value::list(contexts)
    }

    fn invocation(
        &mut self,
        callee: &Typed,
        arguments: &[(Arc<str>, Option<Typed>)],
        call: &Expression,
    ) -> Value {
        let mut names = Context::new();
        names.insert(CALLED, self.typed(callee));
        for (name, argument) in arguments {
            let value = argument
                .as_ref()
                .map_or(Value::NULL, |argument| self.typed(argument));
            names.insert(name.clone(), value);
        }
        let mut scope = self.scope.bare();
        scope.push(names);
        call.evaluate(&scope)
    }

    fn filter(&mut self, list: &Typed, test: &Typed) -> Value {
        let items = match self.typed(list) {
            Value::List(list) => list,
            // As FEEL filters a null.
            Value::Null(_) => feel::List::new(vec![]),
            single => feel::List::new(vec![single]),
        };
        let mut kept = vec![];
        for item in items.items() {
            let mut names = item.as_context().cloned().unwrap_or_default();
            if !names.contains("item") {
                names.insert("item", item.clone());
            }
            self.push(names);
            let holds = self.typed(test);
            self.pop();
            match holds {
                Value::Boolean(true) => kept.push(item.clone()),
                Value::Boolean(false) | Value::Null(_) => {}
                Value::Number(at) => return self.picked(items.items(), &at),
                other => {
                    return self
                        .scope
                        .null(said!("a filter asks, and {} is no answer", other.kind()));
                }
            }
        }
        Value::list(kept)
    }

    /// The item at a place: from 1, or from the end below 0.
    fn picked(&self, items: &[Value], at: &feel::Number) -> Value {
        let place = at.to_i64().unwrap_or(0);
        let distance = usize::try_from(place.unsigned_abs()).unwrap_or(usize::MAX);
        let found = match place.signum() {
            1 => items.get(distance - 1),
            -1 => items.len().checked_sub(distance).and_then(|at| items.get(at)),
            _ => None,
        };
        found
            .cloned()
            .unwrap_or_else(|| self.scope.null(said!("there is no item {}", at.to_string())))
    }

    /// What a loop goes through: FEEL says what that is, of a range, too.
    fn gone_through(&mut self, of: &Loop) -> Result<feel::List, Value> {
        let list = self.typed(&of.list);
        let Ok(each) = &*EACH else {
            return Err(self.scope.null(said!("a loop could not be read")));
        };
        let mut scope = self.scope.bare();
        scope.insert("list", list);
        match each.evaluate(&scope) {
            Value::List(items) => Ok(items),
            other => Err(other),
        }
    }

    fn collected(&mut self, of: &Loop) -> Value {
        let items = match self.gone_through(of) {
            Ok(items) => items,
            Err(null) => return null,
        };
        let partial: Arc<str> = "partial".into();
        let mut values: Vec<Value> = vec![];
        for item in items.items() {
            if self.scope.is_exhausted() || (of.partial && !self.run.spend(values.len())) {
                return self.scope.null(said!("the loop is too much work"));
            }
            self.push(Context::new());
            if of.partial {
                self.insert(&partial, &Value::list(values.clone()));
            }
            self.insert(&of.variable, item);
            values.push(self.typed(&of.body));
            self.pop();
        }
        Value::list(values)
    }

    /// `decisive` is the answer that settles it: true for some, false for every. Where nothing does, what was neither
    /// true nor false makes it null.
    fn quantified(&mut self, of: &Loop, decisive: bool) -> Value {
        let items = match self.gone_through(of) {
            Ok(items) => items,
            Err(null) => return null,
        };
        let mut open = None;
        for item in items.items() {
            self.push(Context::new());
            self.insert(&of.variable, item);
            let answer = self.typed(&of.body);
            self.pop();
            match answer {
                Value::Boolean(answer) if answer == decisive => return Value::Boolean(decisive),
                Value::Boolean(_) => {}
                Value::Null(null) => open = Some(Value::Null(null)),
                other => {
                    open = Some(
                        self.scope
                            .null(said!("{} is neither true nor false", other.kind())),
                    )
                }
            }
        }
        open.unwrap_or(Value::Boolean(!decisive))
    }
}
