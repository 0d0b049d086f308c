//! What a text means before it is evaluated.

use std::sync::Arc;

use crate::{Parameter, Said, Span, Type, Value};

/// A part of an expression, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Expr {
    pub span: Span,
    pub node: Node,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Literal(Value),
    /// What looks like a value and is none, such as `@"noon"`, and why.
    Invalid(Said),
    Name(Arc<str>),
    List(Vec<Expr>),
    Context(Vec<(Arc<str>, Expr)>),
    Range(Box<Interval>),
    If(Box<[Expr; 3]>),
    /// Whether the body names `partial`, the results so far, is known.
    For {
        iterators: Vec<Iterator>,
        body: Box<Expr>,
        partial: bool,
    },
    Quantified(Quantifier, Vec<Iterator>, Box<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Compare(Comparison, Box<[Expr; 2]>),
    Between(Box<[Expr; 3]>),
    In(Box<Expr>, Vec<Test>),
    /// A first operand and those that are applied to it from left to right.
    Arithmetic(Box<Expr>, Vec<(Operator, Expr)>),
    Negate(Box<Expr>),
    /// A value and what is done with it, one after the other: `a.b[1](c)`.
    Steps(Box<Expr>, Vec<Step>),
    Function(Arc<Definition>),
    /// `(= 5)` and the like, where an expression stands: asked of the input `?`.
    Test(Box<Test>),
}

/// What follows a value directly, and where it ends.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    pub end: usize,
    pub kind: StepKind,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum StepKind {
    Path(Arc<str>),
    Filter(Expr),
    Call(Arguments),
    /// The type is unknown where it is `None`.
    InstanceOf(Option<Type>),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Interval {
    pub start: Option<Expr>,
    pub start_included: bool,
    pub end: Option<Expr>,
    pub end_included: bool,
}

/// `name in domain` of a loop.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Iterator {
    pub name: Arc<str>,
    pub domain: Domain,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Domain {
    Values(Expr),
    /// `from..to`, upwards or downwards.
    Between(Expr, Expr),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quantifier {
    Some,
    Every,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

/// One unary test.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Test {
    /// `< 5`
    Compare(Comparison, Expr),
    /// An expression, and whether the input `?` is named in it.
    Value(Expr, bool),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Arguments {
    Positional(Vec<Expr>),
    Named(Vec<(Arc<str>, Expr)>),
}

/// A function that is written in FEEL.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Definition {
    pub parameters: Vec<Parameter>,
    pub body: Expr,
}
