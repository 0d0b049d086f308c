//! What is expected beside what came out.

use feel::{Number, Value};

/// Whether a value is the expected one; or else where it is another.
pub(super) fn compare(expected: &Value, actual: &Value) -> Result<(), String> {
    let is_same = match (expected, actual) {
        (Value::Number(expected), Value::Number(actual)) => is_near(expected, actual),
        (Value::List(expected), Value::List(actual)) => {
            let (expected, actual) = (expected.items(), actual.items());
            if expected.len() != actual.len() {
                return Err(format!(
                    "{} items are expected, there are {}",
                    expected.len(),
                    actual.len()
                ));
            }
            for (at, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                compare(expected, actual).map_err(|why| format!("item {}: {why}", at + 1))?;
            }
            true
        }
        (Value::Context(expected), Value::Context(actual)) => {
            for (name, expected) in expected.iter() {
                let actual = actual.get(name).unwrap_or(&Value::NULL);
                compare(expected, actual).map_err(|why| format!("{name}: {why}"))?;
            }
            actual
                .iter()
                .all(|(name, value)| value.is_null() || expected.contains(name))
        }
        _ => expected == actual,
    };
    if is_same {
        Ok(())
    } else {
        Err(format!("{expected} is expected, it is {actual}"))
    }
}

/// The suite's own runner lets numbers be a little apart: expected ones are written with few digits.
fn is_near(expected: &Number, actual: &Number) -> bool {
    let tolerance = Number::new(1, -8);
    let apart = expected.minus(actual).map(|difference| difference.absolute());
    expected == actual || matches!((apart, tolerance), (Some(apart), Some(tolerance)) if apart < tolerance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use feel::Context;

    fn number(text: &str) -> Value {
        Value::Number(Number::parse(text).unwrap())
    }

    #[test]
    fn numbers_may_be_a_little_apart() {
        assert!(compare(&number("0.33333333"), &number("0.333333333333")).is_ok());
        assert!(compare(&number("0.3333"), &number("0.3334")).is_err());
        assert!(compare(&number("1"), &Value::from("1")).is_err());
    }

    #[test]
    fn lists_and_contexts_are_compared_part_by_part() {
        let list = |last: &str| Value::list([number("1"), number(last)]);
        assert!(compare(&list("2"), &list("2.0")).is_ok());
        assert_eq!(
            compare(&list("2"), &list("3")).unwrap_err(),
            "item 2: 2 is expected, it is 3"
        );
        assert_eq!(
            compare(&list("2"), &Value::list([])).unwrap_err(),
            "2 items are expected, there are 0"
        );
        let context = |name: &str| Value::from([(name, number("1"))].into_iter().collect::<Context>());
        assert!(compare(&context("a"), &context("a")).is_ok());
        assert!(compare(&context("a"), &context("b")).is_err());
        assert!(compare(&Value::from(Context::new()), &context("b")).is_err());
        let one = |text: &str| Value::from([("a", number(text))].into_iter().collect::<Context>());
        assert!(compare(&one("0.33333333"), &one("0.333333333333")).is_ok());
        assert_eq!(
            compare(&one("1"), &one("2")).unwrap_err(),
            "a: 1 is expected, it is 2"
        );
    }
}
