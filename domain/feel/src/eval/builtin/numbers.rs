//! Numeric functions (DMN 1.5, 10.3.4.5).

use super::arguments::Call;
use super::{Definition, Outcome, define, form, optional};
use crate::time::{DaysDuration, MonthsDuration};
use crate::{Number, Rounding, Value, said};

pub(super) const FUNCTIONS: &[Definition] = &[
    define(
        "decimal",
        &[form(&["n", "scale"], |call| scaled(call, Rounding::HalfEven))],
    ),
    define(
        "floor",
        &[optional(&["n", "scale"], 1, |call| scaled(call, Rounding::Floor))],
    ),
    define(
        "ceiling",
        &[optional(&["n", "scale"], 1, |call| {
            scaled(call, Rounding::Ceiling)
        })],
    ),
    define(
        "round up",
        &[form(&["n", "scale"], |call| scaled(call, Rounding::Up))],
    ),
    define(
        "round down",
        &[form(&["n", "scale"], |call| scaled(call, Rounding::Down))],
    ),
    define(
        "round half up",
        &[form(&["n", "scale"], |call| scaled(call, Rounding::HalfUp))],
    ),
    define(
        "round half down",
        &[form(&["n", "scale"], |call| scaled(call, Rounding::HalfDown))],
    ),
    define("abs", &[form(&["n"], abs)]),
    define("modulo", &[form(&["dividend", "divisor"], modulo)]),
    define(
        "sqrt",
        &[form(&["number"], |call| slow(call, Number::square_root))],
    ),
    define("log", &[form(&["number"], |call| slow(call, Number::logarithm))]),
    define(
        "exp",
        &[form(&["number"], |call| slow(call, Number::exponential))],
    ),
    define("odd", &[form(&["number"], |call| remainder_of_two(call, 1))]),
    define("even", &[form(&["number"], |call| remainder_of_two(call, 0))]),
];

fn there(number: Option<Number>) -> Outcome {
    number
        .map(Value::Number)
        .ok_or_else(|| said!("the result is not a number that FEEL has"))
}

/// What is computed digit by digit counts for more steps.
fn slow(call: &Call<'_>, compute: fn(&Number) -> Option<Number>) -> Outcome {
    call.spend(500)?;
    there(compute(call.number(0)?))
}

/// Scales are bounded as the standard bounds them.
fn scaled(call: &Call<'_>, rounding: Rounding) -> Outcome {
    let scale = if call.arguments.len() > 1 {
        call.integer(1)?
    } else {
        0
    };
    let scale = i32::try_from(scale)
        .ok()
        .filter(|scale| (-6111..=6176).contains(scale));
    there(call.number(0)?.rounded(
        scale.ok_or_else(|| said!("the scale lies between -6111 and 6176"))?,
        rounding,
    ))
}

fn abs(call: &Call<'_>) -> Outcome {
    Ok(match call.single(0) {
        Value::Days(days) => Value::Days(
            DaysDuration::from_nanos(days.nanos().abs()).ok_or_else(|| said!("the duration is too long"))?,
        ),
        Value::Months(months) => Value::Months(MonthsDuration::from_months(months.months().saturating_abs())),
        _ => Value::Number(call.number(0)?.absolute()),
    })
}

fn modulo(call: &Call<'_>) -> Outcome {
    let (dividend, divisor) = (call.number(0)?, call.number(1)?);
    if divisor.is_zero() {
        return Err(said!("the divisor is zero"));
    }
    there(dividend.modulo(divisor))
}

fn remainder_of_two(call: &Call<'_>, wanted: i64) -> Outcome {
    let number = call.number(0)?;
    let two = Number::from(2);
    // What is too large to say its remainder has zeros at its end, so that it is even.
    let remainder = number.modulo(&two).unwrap_or_else(Number::zero);
    Ok(Value::Boolean(remainder == Number::from(wanted)))
}
