//! The test of an answer as a form asks for it: how it is compared, and with what.

use crate::Text;
use crate::form::Typed;
use crate::parts::Choice;
use act::Detail;
use desk::FieldFault;
use rulebook::{Input, InputType, Single, Value, ValueTest};

/// The test as the file has it, where no other choice says it.
pub(super) const AS_WRITTEN: &str = "as-written";
const ANY: &str = "any";
const YES: &str = "yes";
const NO: &str = "no";
const ONE_OF: &str = "one-of";
const NONE_OF: &str = "none-of";
const RANGE: &str = "range";
/// How an answer that can be more or less is compared with one value.
const WAYS: [&str; 5] = ["more", "at-least", "less", "at-most", "equal"];

/// The field of what an answer is compared with.
pub(super) fn value_field(name: &str) -> String {
    format!("{name}-value")
}

/// The field of the upper end of a range.
pub(super) fn upper_field(name: &str) -> String {
    format!("{name}-upper")
}

fn chosen_field(name: &str) -> String {
    format!("{name}-is")
}

/// Where what is wrong with such a test is said.
pub(super) fn made_at(input: &Input, name: &str) -> String {
    match input.kind {
        InputType::Boolean => chosen_field(name),
        _ => value_field(name),
    }
}

/// How the answer to a question may be compared, as a test is written now.
pub(super) fn ways(t: Text, input: &Input, own: &str) -> Vec<Choice> {
    let said = |way: &str, id: &str| Choice::new(way, t.get(id));
    let mut ways = vec![said(ANY, "test-any")];
    match input.kind {
        InputType::Boolean => ways.extend([said(YES, "yes"), said(NO, "no")]),
        InputType::Text => ways.extend([said(ONE_OF, "way-one-of"), said(NONE_OF, "way-none-of")]),
        InputType::Number => {
            ways.extend(WAYS.map(|way| said(way, &format!("way-{way}"))));
            ways.push(said(RANGE, "way-range"));
        }
        InputType::Date => {
            ways.extend(WAYS.map(|way| said(way, &format!("way-day-{way}"))));
            ways.push(said(RANGE, "way-range"));
        }
    }
    if way(input, own).is_none() {
        ways.push(said(AS_WRITTEN, "way-as-written"));
    }
    ways
}

/// How a test compares, and with what; none where no choice says it.
fn way(input: &Input, own: &str) -> Option<(&'static str, Vec<Value>)> {
    let equal = |tests: Vec<Single>| -> Option<Vec<Value>> {
        let value = |test| match test {
            Single::Equal(value) => Some(value),
            _ => None,
        };
        tests.into_iter().map(value).collect()
    };
    match (input.test(own)?, input.kind) {
        (ValueTest::Any, _) => Some((ANY, vec![])),
        (ValueTest::OneOf(tests), InputType::Boolean) => match equal(tests)?.as_slice() {
            [Value::Boolean(true)] => Some((YES, vec![])),
            [Value::Boolean(false)] => Some((NO, vec![])),
            _ => None,
        },
        (ValueTest::OneOf(tests), InputType::Text) => Some((ONE_OF, equal(tests)?)),
        (ValueTest::NoneOf(tests), InputType::Text) => Some((NONE_OF, equal(tests)?)),
        (ValueTest::OneOf(mut tests), _) if tests.len() == 1 => Some(match tests.pop()? {
            Single::More(value) => ("more", vec![value]),
            Single::AtLeast(value) => ("at-least", vec![value]),
            Single::Less(value) => ("less", vec![value]),
            Single::AtMost(value) => ("at-most", vec![value]),
            Single::Equal(value) => ("equal", vec![value]),
            Single::Range {
                low,
                low_in: true,
                high,
                high_in: true,
            } => (RANGE, vec![low, high]),
            Single::Range { .. } => return None,
        }),
        _ => None,
    }
}

/// The fields of the form as a test is written now.
pub(super) fn filled(input: &Input, own: &str, name: &str, typed: Typed) -> Typed {
    let Some((way, values)) = way(input, own) else {
        return typed.and(&chosen_field(name), AS_WRITTEN);
    };
    let typed = typed.and(&chosen_field(name), way);
    let mut values = values.iter().map(Value::to_string);
    match way {
        ONE_OF | NONE_OF => values.fold(typed, |typed, value| typed.and(&value_field(name), value)),
        _ => {
            let (value, upper) = (values.next(), values.next());
            let typed = typed.and(&value_field(name), value.unwrap_or_default());
            typed.and(&upper_field(name), upper.unwrap_or_default())
        }
    }
}

/// The test that was sent; as it was, where it says the same.
///
/// # Errors
/// What is missing or no value, at its field.
pub(super) fn read(input: &Input, own: &str, name: &str, typed: &Typed) -> Result<String, FieldFault> {
    let field = value_field(name);
    if matches!(input.kind, InputType::Number | InputType::Date) {
        // What is typed where it does not count is nothing, but what is no value is told wherever it stands.
        for field in [&field, &upper_field(name)] {
            if typed.given(field) {
                value(input, field, typed)?;
            }
        }
    }
    let value = || value(input, &field, typed);
    let chosen = || chosen(&field, typed);
    let written = match typed.get(&chosen_field(name)) {
        "" | AS_WRITTEN => return Ok(own.to_owned()),
        ANY => any(input, own, name, typed)?,
        YES => "true".to_owned(),
        NO => "false".to_owned(),
        ONE_OF => chosen()?,
        NONE_OF => format!("not({})", chosen()?),
        RANGE => {
            let upper = self::value(input, &upper_field(name), typed)?;
            format!("[{}..{upper}]", value()?)
        }
        "more" => format!("> {}", value()?),
        "at-least" => format!(">= {}", value()?),
        "less" => format!("< {}", value()?),
        "at-most" => format!("<= {}", value()?),
        _ => value()?,
    };
    let same = input
        .test(own)
        .is_some_and(|test| Some(test) == input.test(&written));
    Ok(if same { own.to_owned() } else { written })
}

/// No comparison, where nothing was typed or ticked beside it: what stood there before it was chosen may be left standing.
fn any(input: &Input, own: &str, name: &str, typed: &Typed) -> Result<String, FieldFault> {
    let stood = filled(input, own, name, Typed::default());
    let fields = [value_field(name), upper_field(name)];
    let given = |typed: &Typed, field: &String| -> Vec<String> {
        let all = typed.all(field).into_iter().map(|value| value.trim().to_owned());
        all.filter(|value| !value.is_empty()).collect()
    };
    let typed: Vec<String> = fields
        .iter()
        .filter(|field| given(typed, field) != given(&stood, field))
        .flat_map(|field| given(typed, field))
        .collect();
    if typed.is_empty() {
        return Ok("-".to_owned());
    }
    let field = chosen_field(name);
    Err(match input.kind {
        InputType::Text => FieldFault::plain(&field, "any-ticked"),
        _ => FieldFault {
            field,
            code: "any-typed",
            details: vec![("typed", Detail::Text(typed.join(" – ")))],
        },
    })
}

/// The ids that were ticked, as a test names them.
fn chosen(field: &str, typed: &Typed) -> Result<String, FieldFault> {
    let ids: Vec<String> = typed
        .all(field)
        .into_iter()
        .map(|id| format!("\"{id}\""))
        .collect();
    if ids.is_empty() {
        Err(FieldFault::plain(field, "empty"))
    } else {
        Ok(ids.join(", "))
    }
}

/// A number or a day as a test names it, as an answer of that kind is typed: what the question takes bounds no test.
fn value(input: &Input, field: &str, typed: &Typed) -> Result<String, FieldFault> {
    let text = typed.get(field).trim();
    if text.is_empty() {
        return Err(FieldFault::plain(field, "empty"));
    }
    let any = Input {
        whole: false,
        least: None,
        most: None,
        ..input.clone()
    };
    match any.answer(text) {
        Ok(Value::Number(number)) => Ok(number.normalize().to_string()),
        Ok(Value::Date(day)) => Ok(format!("date(\"{day}\")")),
        _ if input.kind == InputType::Date => Err(FieldFault::plain(field, "not-a-date")),
        _ => Err(FieldFault::plain(field, "number")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::Localised;

    fn input(kind: InputType) -> Input {
        let choice = |id: &str| rulebook::Choice {
            id: id.to_owned(),
            label: Localised::default(),
        };
        Input {
            id: "asked".into(),
            kind,
            values: if kind == InputType::Text {
                vec![choice("road"), choice("park")]
            } else {
                vec![]
            },
            unit: None,
            whole: true,
            least: None,
            most: None,
            required: true,
            question: Localised::default(),
            help: None,
        }
    }

    /// What the form shows of a test is what is read back from it: sent unchanged, it leaves the file as it is.
    #[test]
    fn a_test_goes_through_the_form_as_it_is_written() {
        for (kind, tests) in [
            (
                InputType::Number,
                &["-", "", ">5000", "[1..5]", "75", "(1..5]", "1, 2", "2 * 3 + ?"][..],
            ),
            (InputType::Boolean, &["-", "true", "not(true)"]),
            (InputType::Text, &["-", "\"road\"", "not( \"road\" , \"park\")"]),
            (InputType::Date, &["< date(\"2026-05-01\")", "date(2026, 5, 1)"]),
        ] {
            for test in tests {
                let typed = filled(&input(kind), test, "input-1", Typed::default());
                let read = read(&input(kind), test, "input-1", &typed).unwrap();
                assert_eq!(read, *test, "{typed:?}");
            }
        }
    }

    #[test]
    fn what_is_chosen_and_typed_becomes_a_test_or_is_told_at_its_field() {
        let check = |kind, fields: &[(&str, &str)], expect: Result<&str, (&str, &str)>| {
            let typed = fields.iter().fold(Typed::default(), |typed, (field, value)| {
                typed.and(&format!("input-1-{field}"), *value)
            });
            let read = read(&input(kind), "7", "input-1", &typed);
            let read = read.map_err(|fault| (fault.field, fault.code));
            let expect = expect.map(str::to_owned);
            let expect = expect.map_err(|(field, code)| (format!("input-1-{field}"), code));
            assert_eq!(read, expect, "{fields:?}");
        };
        let number = |fields: &[(&str, &str)], expect| check(InputType::Number, fields, expect);
        number(&[("is", "more"), ("value", "5,000")], Ok("> 5000"));
        number(&[("is", "at-most"), ("value", "75.50")], Ok("<= 75.5"));
        number(&[("is", "range"), ("value", "1"), ("upper", "5")], Ok("[1..5]"));
        number(&[("is", "any"), ("value", "5")], Err(("is", "any-typed")));
        number(&[("is", "any"), ("upper", "5")], Err(("is", "any-typed")));
        // What was there before, and is left standing.
        number(&[("is", "any"), ("value", "7")], Ok("-"));
        number(&[("is", "any"), ("value", "many")], Err(("value", "number")));
        number(
            &[("is", "less"), ("value", "5"), ("upper", "x")],
            Err(("upper", "number")),
        );
        number(&[("is", "equal"), ("value", "7.0")], Ok("7"));
        number(&[], Ok("7"));
        number(&[("is", "more"), ("value", " ")], Err(("value", "empty")));
        number(&[("is", "more"), ("value", "many")], Err(("value", "number")));
        number(
            &[("is", "range"), ("value", "1"), ("upper", "")],
            Err(("upper", "empty")),
        );
        check(InputType::Boolean, &[("is", "no")], Ok("false"));
        let text = |fields: &[(&str, &str)], expect| check(InputType::Text, fields, expect);
        text(
            &[("is", "one-of"), ("value", "road"), ("value", "park")],
            Ok("\"road\", \"park\""),
        );
        text(&[("is", "none-of"), ("value", "road")], Ok("not(\"road\")"));
        text(&[("is", "any"), ("value", "road")], Err(("is", "any-ticked")));
        text(&[("is", "none-of")], Err(("value", "empty")));
        let day = |fields: &[(&str, &str)], expect| check(InputType::Date, fields, expect);
        day(
            &[("is", "less"), ("value", "2026-05-01")],
            Ok("< date(\"2026-05-01\")"),
        );
        day(&[("is", "less"), ("value", "May")], Err(("value", "not-a-date")));
    }
}
