//! A model made ready to be evaluated: texts are read, references are followed, types are resolved.

mod boxed;
mod build;
mod link;
mod names;
mod resolve;
mod table;

pub(crate) use boxed::CALLED;
pub(crate) use build::build;
pub(crate) use table::{Output, Row, Table};

use crate::Fault;
use crate::types::ItemType;
use feel::{Expression, Parameter};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A model that can be evaluated.
#[derive(Debug)]
pub(crate) struct Program {
    pub inputs: Vec<Input>,
    pub decisions: Vec<Decision>,
    pub functions: Vec<Function>,
    pub services: Vec<Service>,
    pub imports: Vec<Imported>,
    pub types: BTreeMap<String, Arc<ItemType>>,
    pub by_id: BTreeMap<String, Link>,
    /// The names of components, entries and columns.
    pub part_names: BTreeSet<String>,
    /// Names in expressions that nothing gives, each with its place.
    pub unknown: Vec<Fault>,
    /// Texts that look at a clock, each with its place.
    pub timed: Vec<Fault>,
    /// The decisions so that each stands behind those that it needs. Decisions in a circle are left out.
    pub order: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct Imported {
    pub name: Arc<str>,
    pub namespace: String,
    pub program: Arc<Program>,
}

/// An element of the requirement graph by its place among those of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Link {
    Input(usize),
    Decision(usize),
    Function(usize),
    Service(usize),
}

/// An element that is needed: of an import, or of the model itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Needed {
    pub import: Option<usize>,
    pub link: Link,
}

/// A name and a type.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    /// The element's name.
    pub name: Arc<str>,
    pub kind: Option<Arc<ItemType>>,
}

#[derive(Debug)]
pub(crate) struct Input {
    pub variable: Variable,
}

#[derive(Debug)]
pub(crate) struct Decision {
    pub variable: Variable,
    pub needs: Vec<Needed>,
    pub logic: Result<Typed, Box<Fault>>,
}

#[derive(Debug)]
pub(crate) struct Function {
    pub variable: Variable,
    pub needs: Vec<Needed>,
    pub logic: Result<Lambda, Box<Fault>>,
}

#[derive(Debug)]
pub(crate) struct Service {
    pub variable: Variable,
    pub parameters: Vec<Parameter>,
    /// What each parameter hands over.
    pub handed: Vec<Needed>,
    pub outputs: Vec<Needed>,
    /// What is wrong with it, if something is.
    pub fault: Option<Box<Fault>>,
}

/// A function.
#[derive(Debug)]
pub(crate) struct Lambda {
    pub parameters: Vec<Parameter>,
    pub kinds: Vec<Option<Arc<ItemType>>>,
    pub body: Typed,
    pub result: Option<Arc<ItemType>>,
}

/// A boxed expression and the type of its value.
#[derive(Debug)]
pub(crate) struct Typed {
    pub node: Node,
    pub kind: Option<Arc<ItemType>>,
}

/// A boxed expression.
#[derive(Debug)]
pub(crate) enum Node {
    Text(Expression),
    Table(Box<Table>),
    Context(Vec<Entry>),
    List(Vec<Typed>),
    Relation(Vec<Cell>, Vec<Vec<Typed>>),
    /// The function, its arguments by name, and the call as a text of FEEL.
    Invocation {
        callee: Box<Typed>,
        arguments: Vec<(Arc<str>, Option<Typed>)>,
        call: Expression,
    },
    Function(Arc<Lambda>),
    Conditional(Box<[Typed; 3]>),
    Filter(Box<[Typed; 2]>),
    For(Loop),
    Every(Loop),
    Some(Loop),
}

/// A column of a relation.
#[derive(Debug)]
pub(crate) struct Cell {
    pub name: Arc<str>,
    pub kind: Option<Arc<ItemType>>,
}

#[derive(Debug)]
pub(crate) struct Entry {
    /// Absent for the result.
    pub name: Option<Arc<str>>,
    pub kind: Option<Arc<ItemType>>,
    pub value: Typed,
}

#[derive(Debug)]
pub(crate) struct Loop {
    pub variable: Arc<str>,
    pub list: Box<Typed>,
    pub body: Box<Typed>,
    /// Whether the body may look at what was computed so far.
    pub partial: bool,
}

impl Program {
    pub fn variable(&self, link: Link) -> Option<&Variable> {
        match link {
            Link::Input(at) => self.inputs.get(at).map(|input| &input.variable),
            Link::Decision(at) => self.decisions.get(at).map(|decision| &decision.variable),
            Link::Function(at) => self.functions.get(at).map(|function| &function.variable),
            Link::Service(at) => self.services.get(at).map(|service| &service.variable),
        }
    }

    /// The element of that name or id which can be evaluated.
    pub fn named(&self, named: &str) -> Option<Link> {
        let decisions = (0..self.decisions.len()).map(Link::Decision);
        let services = (0..self.services.len()).map(Link::Service);
        let functions = (0..self.functions.len()).map(Link::Function);
        let mut all = decisions.chain(services).chain(functions);
        let called = |link: &Link| self.variable(*link).is_some_and(|of| &*of.name == named);
        let known = self
            .by_id
            .get(named)
            .filter(|link| !matches!(link, Link::Input(_)));
        all.find(called).or(known.copied())
    }

    /// The model itself, or one that it imports.
    pub fn of(self: &Arc<Self>, needed: Needed) -> Option<&Arc<Self>> {
        match needed.import {
            None => Some(self),
            Some(at) => self.imports.get(at).map(|imported| &imported.program),
        }
    }
}
