//! Boxed expressions.

use super::{DecisionTable, InformationItem, Text};
use crate::Fault;

/// A boxed expression.
#[derive(Clone, Debug)]
pub struct Boxed {
    /// Its id in the file, if it has one.
    pub id: Option<String>,
    /// The type of its value; absent for any.
    pub type_ref: Option<String>,
    /// Where it stands.
    pub line: usize,
    /// What it says.
    pub expression: Expression,
}

/// What a boxed expression says.
#[derive(Clone, Debug)]
pub enum Expression {
    /// A text of FEEL.
    Literal(Text),
    /// A decision table.
    Table(DecisionTable),
    /// A context: entries, of which the last may be the result.
    Context(Vec<ContextEntry>),
    /// A list.
    List(Vec<Boxed>),
    /// A list of contexts written as rows under columns.
    Relation {
        /// The columns.
        columns: Vec<InformationItem>,
        /// The rows, each as long as there are columns.
        rows: Vec<Vec<Boxed>>,
    },
    /// The call of a function.
    Invocation {
        /// The function.
        callee: Box<Boxed>,
        /// Its arguments by the names of its parameters.
        bindings: Vec<Binding>,
    },
    /// A function.
    Function(Function),
    /// One of two, by a condition.
    Conditional {
        /// The condition.
        test: Box<Boxed>,
        /// The value where it is true.
        then: Box<Boxed>,
        /// The value where it is not.
        otherwise: Box<Boxed>,
    },
    /// The items of a list that match.
    Filter {
        /// The list.
        list: Box<Boxed>,
        /// What is asked of each `item`.
        test: Box<Boxed>,
    },
    /// The list of the values for each item.
    For(Iterator),
    /// Whether every, or some, item satisfies.
    Quantified(Quantifier, Iterator),
    /// What could not be read, and why.
    Refused(Fault),
}

/// Whether all or one must satisfy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantifier {
    /// Every item.
    Every,
    /// Some item.
    Some,
}

/// A loop.
#[derive(Clone, Debug)]
pub struct Iterator {
    /// The name of each item.
    pub variable: String,
    /// What is gone through: a list or a range.
    pub list: Box<Boxed>,
    /// What is computed for each item.
    pub body: Box<Boxed>,
}

/// An entry of a context.
#[derive(Clone, Debug)]
pub struct ContextEntry {
    /// Its name and type; absent for the result.
    pub variable: Option<InformationItem>,
    /// Its value.
    pub value: Boxed,
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The parameter.
    pub parameter: InformationItem,
    /// The argument; absent for null.
    pub value: Option<Boxed>,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    /// The language of its body.
    pub kind: FunctionKind,
    /// Its parameters.
    pub parameters: Vec<InformationItem>,
    /// Its body.
    pub body: Option<Box<Boxed>>,
    /// The type of its value; absent for any.
    pub type_ref: Option<String>,
    /// Where it stands.
    pub line: usize,
}

/// The language of a function's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionKind {
    /// FEEL.
    Feel,
    /// A Java method; not called here.
    Java,
    /// A PMML model; not called here.
    Pmml,
}

impl Boxed {
    /// The boxed expressions directly within it.
    #[must_use]
    pub fn inner(&self) -> Vec<&Boxed> {
        match &self.expression {
            Expression::Context(entries) => entries.iter().map(|entry| &entry.value).collect(),
            Expression::Relation { rows, .. } => rows.iter().flatten().collect(),
            Expression::List(items) => items.iter().collect(),
            Expression::Function(function) => function.body.as_deref().into_iter().collect(),
            Expression::Conditional {
                test,
                then,
                otherwise,
            } => vec![test, then, otherwise],
            Expression::Filter { list, test } => vec![list, test],
            Expression::For(of) | Expression::Quantified(_, of) => vec![&of.list, &of.body],
            Expression::Invocation { callee, bindings } => {
                let arguments = bindings.iter().filter_map(|binding| binding.value.as_ref());
                std::iter::once(&**callee).chain(arguments).collect()
            }
            Expression::Literal(_) | Expression::Table(_) | Expression::Refused(_) => vec![],
        }
    }

    /// Whether a text in it may speak of that name.
    #[must_use]
    pub fn mentions(&self, name: &str) -> bool {
        let here = match &self.expression {
            Expression::Literal(text) => text.text.contains(name),
            Expression::Table(table) => {
                let cells = table
                    .rules
                    .iter()
                    .flat_map(|rule| rule.inputs.iter().chain(&rule.outputs));
                let asked = table.inputs.iter().map(|input| &input.expression);
                cells.chain(asked).any(|text| text.text.contains(name))
            }
            _ => false,
        };
        here || self.inner().into_iter().any(|inner| inner.mentions(name))
    }
}
