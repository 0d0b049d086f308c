//! One model with its inputs: each decision is made once.

use super::env::Env;
use super::function;
use super::run::Run;
use crate::program::{Decision, Link, Needed, Program, Variable};
use feel::{Context, Scope, Value, said};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

pub(crate) struct Instance {
    program: Arc<Program>,
    inputs: Context,
    run: Arc<Run>,
    made: RefCell<BTreeMap<Link, Value>>,
    imported: RefCell<BTreeMap<usize, Rc<Instance>>>,
}

impl Instance {
    /// Inputs by name. A decision that is named among them is taken as made. What an imported model asks for stands in
    /// a context under the import's name.
    pub fn new(program: Arc<Program>, inputs: Context, run: Arc<Run>) -> Self {
        Instance {
            program,
            inputs,
            run,
            made: RefCell::default(),
            imported: RefCell::default(),
        }
    }

    /// The value of an element that is needed.
    pub fn value(&self, needed: Needed, scope: &Scope) -> Value {
        match needed.import {
            Some(at) => match self.import(at) {
                Some(instance) => instance.own(needed.link, scope),
                None => Value::NULL,
            },
            None => self.own(needed.link, scope),
        }
    }

    fn own(&self, link: Link, scope: &Scope) -> Value {
        if let Some(known) = self.made.borrow().get(&link) {
            return known.clone();
        }
        match link {
            Link::Input(at) => {
                let variable = self.program.inputs.get(at).map(|input| &input.variable);
                let value = variable.map_or(Value::NULL, |variable| self.input(variable, scope));
                self.keep(link, value)
            }
            Link::Decision(at) => self.decision(at, scope),
            Link::Function(_) | Link::Service(_) => function::of(&self.program, link, &self.run, scope),
        }
    }

    fn keep(&self, link: Link, value: Value) -> Value {
        self.made.borrow_mut().insert(link, value.clone());
        value
    }

    fn input(&self, variable: &Variable, scope: &Scope) -> Value {
        match self.given(variable, scope) {
            Some(value) => value,
            None => scope.null(said!("the input {} is not given", &variable.name)),
        }
    }

    fn given(&self, variable: &Variable, scope: &Scope) -> Option<Value> {
        let value = self.inputs.get(&variable.name)?.clone();
        Some(match &variable.kind {
            Some(kind) => kind.conform(value, &variable.name, scope),
            None => value,
        })
    }

    fn import(&self, at: usize) -> Option<Rc<Instance>> {
        if let Some(known) = self.imported.borrow().get(&at) {
            return Some(Rc::clone(known));
        }
        let imported = self.program.imports.get(at)?;
        let program = &imported.program;
        // What it asks for and is not given under its name may be given by its own name.
        let asked = program.inputs.iter().map(|input| &input.variable.name);
        let asked = asked.chain(program.imports.iter().map(|further| &further.name));
        let own = asked.filter_map(|name| Some((name.clone(), self.inputs.get(name)?.clone())));
        let mut inputs: Context = own.collect();
        if let Some(within) = self.inputs.get(&imported.name).and_then(Value::as_context) {
            for (name, value) in within.iter() {
                inputs.insert(name.clone(), value.clone());
            }
        }
        let instance = Rc::new(Instance::new(Arc::clone(program), inputs, Arc::clone(&self.run)));
        self.imported.borrow_mut().insert(at, Rc::clone(&instance));
        Some(instance)
    }

    /// Makes a decision, and before it those that it needs: one after the other, not each within the last.
    fn decision(&self, at: usize, scope: &Scope) -> Value {
        let mut wanted = BTreeSet::from([at]);
        let mut open = vec![at];
        while let Some(next) = open.pop() {
            let Some(decision) = self.program.decisions.get(next) else {
                continue;
            };
            if self.inputs.contains(&decision.variable.name) {
                continue;
            }
            for needed in &decision.needs {
                if let (None, Link::Decision(other)) = (needed.import, needed.link)
                    && !self.made.borrow().contains_key(&needed.link)
                    && wanted.insert(other)
                {
                    open.push(other);
                }
            }
        }
        if !self.run.spend(self.program.order.len()) {
            return scope.null(said!("the decisions are too much work"));
        }
        let ordered = self
            .program
            .order
            .iter()
            .filter(|of| wanted.contains(of) && **of != at);
        for next in ordered {
            self.make(*next, scope);
        }
        self.make(at, scope)
    }

    fn make(&self, at: usize, scope: &Scope) -> Value {
        let Some(decision) = self.program.decisions.get(at) else {
            return Value::NULL;
        };
        let given = self.given(&decision.variable, scope);
        let value = given.unwrap_or_else(|| self.logic(decision, scope));
        self.run.mark(&decision.variable.name, scope);
        self.keep(Link::Decision(at), value)
    }

    fn logic(&self, decision: &Decision, scope: &Scope) -> Value {
        let logic = match &decision.logic {
            Ok(logic) => logic,
            Err(fault) => return scope.null(fault.said()),
        };
        let mut names = Context::new();
        for needed in &decision.needs {
            let variable = self
                .program
                .of(*needed)
                .and_then(|home| home.variable(needed.link));
            if let Some(variable) = variable {
                let value = self.value(*needed, scope);
                function::place(&mut names, &self.program, *needed, &variable.name, value);
            }
        }
        self.run.mark(&decision.variable.name, scope);
        let mut env = Env::new(Arc::clone(&self.run), scope, names);
        let value = env.typed(logic);
        env.conform(
            value,
            logic,
            decision.variable.kind.as_ref(),
            &decision.variable.name,
        )
    }
}
