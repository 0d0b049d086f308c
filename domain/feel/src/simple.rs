//! Recognising tests that compare the input with literals only.

use crate::ast::{Arguments, Comparison, Expr, Interval, Node, StepKind, Test};
use crate::parse::{Tests, at_value};
use crate::value::compare;
use crate::{Range, Span, Value};

/// Unary tests that compare the input with literals only.
#[derive(Debug, Clone, PartialEq)]
pub enum SimpleTests {
    /// `-`: whatever the input.
    Any,
    /// One of these holds.
    AnyOf(Vec<SimpleTest>),
    /// `not(…)`: none of these holds.
    NoneOf(Vec<SimpleTest>),
}

/// One test against literals.
#[derive(Debug, Clone, PartialEq)]
pub struct SimpleTest {
    /// What is asked.
    pub kind: SimpleKind,
    /// Where it stands in the cell's text.
    pub span: Span,
}

/// What one test asks of the input.
#[derive(Debug, Clone, PartialEq)]
pub enum SimpleKind {
    /// It equals the literal.
    Equal(Value),
    /// `!= literal`.
    Unequal(Value),
    /// It lies in the range: `[1..5)`, `< 5` (a range without start), `>= 5`.
    Within(Range),
    /// It equals the list, equals an item of it, or lies in an item that is a range.
    In(Vec<Value>),
}

pub(crate) fn tests(tests: &Tests) -> Option<SimpleTests> {
    let all = |tests: &[Test]| tests.iter().map(simple).collect::<Option<Vec<_>>>();
    match tests {
        Tests::Any => Some(SimpleTests::Any),
        Tests::AnyOf(tests) => all(tests).map(SimpleTests::AnyOf),
        Tests::NoneOf(tests) => all(tests).map(SimpleTests::NoneOf),
    }
}

fn simple(test: &Test) -> Option<SimpleTest> {
    let (kind, expr) = match test {
        Test::Compare(comparison, expr) => (compared(*comparison, literal(expr)?)?, expr),
        Test::Value(expr, _) => match &expr.node {
            Node::Range(interval) => (SimpleKind::Within(range(interval)?), expr),
            Node::Test(test) => return simple(test),
            Node::List(items) => {
                let items = items.iter().map(|item| match &item.node {
                    Node::Range(interval) => range(interval).map(|range| Value::Range(range.into())),
                    _ => literal(item),
                });
                (SimpleKind::In(items.collect::<Option<_>>()?), expr)
            }
            _ => (SimpleKind::Equal(literal(expr)?), expr),
        },
    };
    Some(SimpleTest {
        kind,
        span: expr.span,
    })
}

fn compared(comparison: Comparison, literal: Value) -> Option<SimpleKind> {
    // What has no order makes the test null: that is for the evaluation to say.
    let ordered = compare(&literal, &literal).is_some();
    let within = |below: bool, included: bool, literal: Value| {
        let (start, end) = if below {
            (Value::NULL, literal)
        } else {
            (literal, Value::NULL)
        };
        let range = Range {
            start,
            start_included: included && !below,
            end,
            end_included: included && below,
        };
        ordered.then_some(SimpleKind::Within(range))
    };
    match comparison {
        Comparison::Equal => Some(SimpleKind::Equal(literal)),
        Comparison::Unequal => Some(SimpleKind::Unequal(literal)),
        Comparison::Less => within(true, false, literal),
        Comparison::LessOrEqual => within(true, true, literal),
        Comparison::Greater => within(false, false, literal),
        Comparison::GreaterOrEqual => within(false, true, literal),
    }
}

fn range(interval: &Interval) -> Option<Range> {
    let endpoint = |expr: &Option<Expr>| match expr {
        Some(expr) => literal(expr).filter(|value| compare(value, value).is_some()),
        None => Some(Value::NULL),
    };
    let (start, end) = (endpoint(&interval.start)?, endpoint(&interval.end)?);
    let bounded = !start.is_null() && !end.is_null();
    if bounded && compare(&start, &end).is_none_or(std::cmp::Ordering::is_gt) {
        return None;
    }
    let (start_included, end_included) = (interval.start_included, interval.end_included);
    Some(Range {
        start,
        start_included,
        end,
        end_included,
    })
}

/// The value of a literal: also of `date("…")` and the like with a literal text.
pub(crate) fn literal(expr: &Expr) -> Option<Value> {
    match &expr.node {
        Node::Literal(value) => Some(value.clone()),
        Node::Steps(base, steps) => {
            let (Node::Name(name), [step]) = (&base.node, steps.as_slice()) else {
                return None;
            };
            let StepKind::Call(Arguments::Positional(arguments)) = &step.kind else {
                return None;
            };
            let [
                Expr {
                    node: Node::Literal(Value::Text(text)),
                    ..
                },
            ] = arguments.as_slice()
            else {
                return None;
            };
            let value = at_value(text)?;
            let made = match &value {
                Value::Days(_) | Value::Months(_) => "duration",
                other => other.kind(),
            };
            (made == &**name).then_some(value)
        }
        _ => None,
    }
}
