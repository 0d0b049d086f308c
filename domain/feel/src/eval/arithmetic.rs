//! Arithmetic with numbers, texts, days, times and durations (DMN 1.5, tables 55 to 57).

use super::Evaluator;
use crate::ast::{Expr, Operator};
use crate::cause::Reason;
use crate::time::{DateTime, DaysDuration, MonthsDuration};
use crate::{Number, Rounding, Span, Value, said};

/// Steps that raising to a power counts for.
const POWER: u64 = 1_000;

impl Evaluator {
    pub(super) fn arithmetic(&mut self, span: Span, first: &Expr, rest: &[(Operator, Expr)]) -> Value {
        let mut left = self.evaluate(first);
        for (place, (operator, expr)) in (1..).zip(rest) {
            let right = self.evaluate(expr);
            // Parentheses around the last operand are no part of it, and of the whole they are.
            let end = if place == rest.len() {
                span.end
            } else {
                expr.span.end
            };
            let span = Span { end, ..span };
            let null = [&left, &right]
                .into_iter()
                .find(|operand| operand.is_null())
                .cloned();
            left = match null {
                Some(null) => self.passed_on(span, &null),
                None if *operator == Operator::Power && !self.session.spend(POWER) => self.null(
                    span,
                    said!("the evaluation takes more steps than the budget allows"),
                ),
                None => match calculate(*operator, &left, &right) {
                    Ok(value) => self.made(span, value),
                    Err(reason) => self.null(span, reason),
                },
            };
        }
        left
    }

    pub(super) fn negated(&mut self, span: Span, operand: &Expr) -> Value {
        let value = self.evaluate(operand);
        match &value {
            Value::Number(number) => Value::Number(number.negated()),
            Value::Days(days) => {
                DaysDuration::from_nanos(-days.nanos()).map_or_else(|| value.clone(), Value::Days)
            }
            Value::Months(months) => {
                Value::Months(MonthsDuration::from_months(months.months().saturating_neg()))
            }
            Value::Null(_) => self.passed_on(span, &value),
            other => self.null(span, said!("a {} has no negative", other.kind())),
        }
    }
}

/// The result of an operator on two values that are not null.
pub(crate) fn calculate(operator: Operator, left: &Value, right: &Value) -> Result<Value, Reason> {
    if let (Value::Number(left), Value::Number(right)) = (left, right) {
        return numbers(operator, left, right).map(Value::Number);
    }
    let result = match operator {
        Operator::Add => add(left, right).or_else(|| add(right, left)),
        Operator::Subtract => subtract(left, right),
        Operator::Multiply => scale(left, right).or_else(|| scale(right, left)),
        Operator::Divide => divide(left, right),
        Operator::Power => None,
    };
    let (one, other) = (left.kind(), right.kind());
    result.unwrap_or_else(|| {
        Err(match operator {
            Operator::Add => said!("cannot add {} and {}", one, other),
            Operator::Subtract => said!("cannot subtract {} and {}", one, other),
            Operator::Multiply => said!("cannot multiply {} and {}", one, other),
            Operator::Divide => said!("cannot divide {} and {}", one, other),
            Operator::Power => said!("cannot raise {} and {}", one, other),
        })
    })
}

fn numbers(operator: Operator, left: &Number, right: &Number) -> Result<Number, Reason> {
    let result = match operator {
        Operator::Add => left.plus(right),
        Operator::Subtract => left.minus(right),
        Operator::Multiply => left.times(right),
        Operator::Divide if right.is_zero() => return Err(said!("a number cannot be divided by zero")),
        Operator::Divide => left.divided_by(right),
        Operator::Power => left.power(right),
    };
    result.ok_or_else(|| said!("the result is not a number that FEEL has"))
}

/// `None` when the operator is not defined for the two kinds.
type Calculated = Option<Result<Value, Reason>>;

fn there<T>(value: Option<T>, kind: fn(T) -> Value) -> Calculated {
    Some(
        value
            .map(kind)
            .ok_or_else(|| said!("the result is beyond the days and durations that FEEL has")),
    )
}

fn add(left: &Value, right: &Value) -> Calculated {
    match (left, right) {
        (Value::Text(left), Value::Text(right)) => Some(Ok(Value::text([&**left, &**right].concat()))),
        (Value::Days(left), Value::Days(right)) => there(
            left.nanos()
                .checked_add(right.nanos())
                .and_then(DaysDuration::from_nanos),
            Value::Days,
        ),
        (Value::Months(left), Value::Months(right)) => {
            let sum = left.months().checked_add(right.months());
            there(sum.map(MonthsDuration::from_months), Value::Months)
        }
        (Value::Date(date), Value::Days(days)) => {
            let sum = DateTime::midnight_utc(*date).plus(*days);
            there(sum.map(|sum| sum.date), Value::Date)
        }
        (Value::DateTime(left), Value::Days(days)) => there(left.plus(*days), Value::DateTime),
        (Value::Time(left), Value::Days(days)) => Some(Ok(Value::Time(left.plus(*days)))),
        (Value::Date(date), Value::Months(months)) => there(date.plus_months(*months), Value::Date),
        (Value::DateTime(left), Value::Months(months)) => there(left.plus_months(*months), Value::DateTime),
        _ => None,
    }
}

fn subtract(left: &Value, right: &Value) -> Calculated {
    let apart = |left: &DateTime, right: &DateTime| match left.since(right) {
        Some(days) => Some(Ok(Value::Days(days))),
        None => Some(Err(said!("one of the two is local and the other is not"))),
    };
    match (left, right) {
        (Value::Date(left), Value::Date(right)) => {
            apart(&DateTime::midnight_utc(*left), &DateTime::midnight_utc(*right))
        }
        (Value::DateTime(left), Value::DateTime(right)) => apart(left, right),
        (Value::Date(left), Value::DateTime(right)) => apart(&DateTime::midnight_utc(*left), right),
        (Value::DateTime(left), Value::Date(right)) => apart(left, &DateTime::midnight_utc(*right)),
        (Value::Time(left), Value::Time(right)) => {
            if left.zone().is_some() != right.zone().is_some() {
                return Some(Err(said!("one of the two is local and the other is not")));
            }
            there(
                DaysDuration::from_nanos(left.instant(None) - right.instant(None)),
                Value::Days,
            )
        }
        (left, Value::Days(days)) => add(left, &Value::Days(DaysDuration::from_nanos(-days.nanos())?)),
        (left, Value::Months(months)) => add(
            left,
            &Value::Months(MonthsDuration::from_months(months.months().checked_neg()?)),
        ),
        _ => None,
    }
}

/// A duration times a number. What is finer than a month or a nanosecond is cut off.
fn scale(duration: &Value, number: &Value) -> Calculated {
    let Value::Number(number) = number else {
        return None;
    };
    match duration {
        Value::Days(days) => there(as_nanos(number.times(&length(*days)?)), Value::Days),
        Value::Months(months) => there(
            as_months(number.times(&Number::from(months.months()))),
            Value::Months,
        ),
        _ => None,
    }
}

fn divide(left: &Value, right: &Value) -> Calculated {
    let quotient = |left: Number, right: &Number| match right.is_zero() {
        true => Err(said!("a duration cannot be divided by zero")),
        false => left
            .divided_by(right)
            .ok_or_else(|| said!("the result is not a number that FEEL has")),
    };
    match (left, right) {
        (Value::Days(left), Value::Days(right)) => {
            Some(quotient(length(*left)?, &length(*right)?).map(Value::Number))
        }
        (Value::Months(left), Value::Months(right)) => {
            let (left, right) = (Number::from(left.months()), Number::from(right.months()));
            Some(quotient(left, &right).map(Value::Number))
        }
        (Value::Days(left), Value::Number(right)) => match quotient(length(*left)?, right) {
            Ok(nanos) => there(as_nanos(Some(nanos)), Value::Days),
            Err(reason) => Some(Err(reason)),
        },
        (Value::Months(left), Value::Number(right)) => match quotient(Number::from(left.months()), right) {
            Ok(months) => there(as_months(Some(months)), Value::Months),
            Err(reason) => Some(Err(reason)),
        },
        _ => None,
    }
}

fn length(days: DaysDuration) -> Option<Number> {
    Number::new(days.nanos(), 0)
}

fn as_nanos(nanos: Option<Number>) -> Option<DaysDuration> {
    DaysDuration::from_nanos(nanos?.rounded(0, Rounding::Down)?.whole()?)
}

fn as_months(months: Option<Number>) -> Option<MonthsDuration> {
    months?.truncated().map(MonthsDuration::from_months)
}
