//! The test of an answer as a form asks for it: how it is compared, and with what.

use crate::Text;
use crate::form::Typed;
use crate::parts::Choice;
use act::Detail;
use desk::FieldFault;
use rulebook::{Input, InputType, Single, Value, ValueTest};

/// The test as the file has it, where no other choice says it.
pub(super) const AS_WRITTEN: &str = "as-written";

/// How an answer is compared, as a form names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Any,
    Yes,
    No,
    OneOf,
    NoneOf,
    More,
    AtLeast,
    Less,
    AtMost,
    Equal,
    Range,
}

/// How an answer that can be more or less is compared with one value.
const ORDERED: [Way; 5] = [Way::More, Way::AtLeast, Way::Less, Way::AtMost, Way::Equal];

impl Way {
    const ALL: [Way; 11] = [
        Way::Any,
        Way::Yes,
        Way::No,
        Way::OneOf,
        Way::NoneOf,
        Way::More,
        Way::AtLeast,
        Way::Less,
        Way::AtMost,
        Way::Equal,
        Way::Range,
    ];

    fn name(self) -> &'static str {
        match self {
            Way::Any => "any",
            Way::Yes => "yes",
            Way::No => "no",
            Way::OneOf => "one-of",
            Way::NoneOf => "none-of",
            Way::More => "more",
            Way::AtLeast => "at-least",
            Way::Less => "less",
            Way::AtMost => "at-most",
            Way::Equal => "equal",
            Way::Range => "range",
        }
    }

    fn named(name: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.name() == name)
    }
}

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
    let said = |way: Way, id: &str| Choice::new(way.name(), t.get(id));
    let mut ways = vec![said(Way::Any, "test-any")];
    let ordered = |prefix: &str| ORDERED.map(|way| said(way, &format!("{prefix}-{}", way.name())));
    match input.kind {
        InputType::Boolean => ways.extend([said(Way::Yes, "yes"), said(Way::No, "no")]),
        InputType::Text => ways.extend([said(Way::OneOf, "way-one-of"), said(Way::NoneOf, "way-none-of")]),
        InputType::Number => ways.extend(ordered("way")),
        InputType::Date => ways.extend(ordered("way-day")),
    }
    if matches!(input.kind, InputType::Number | InputType::Date) {
        ways.push(said(Way::Range, "way-range"));
    }
    if way(input, own).is_none() {
        ways.push(Choice::new(AS_WRITTEN, t.get("way-as-written")));
    }
    ways
}

/// How a test compares, and with what; none where no choice says it.
fn way(input: &Input, own: &str) -> Option<(Way, Vec<Value>)> {
    let equal = |tests: Vec<Single>| -> Option<Vec<Value>> {
        let value = |test| match test {
            Single::Equal(value) => Some(value),
            _ => None,
        };
        tests.into_iter().map(value).collect()
    };
    match (input.test(own)?, input.kind) {
        (ValueTest::Any, _) => Some((Way::Any, vec![])),
        (ValueTest::OneOf(tests), InputType::Boolean) => match equal(tests)?.as_slice() {
            [Value::Boolean(true)] => Some((Way::Yes, vec![])),
            [Value::Boolean(false)] => Some((Way::No, vec![])),
            _ => None,
        },
        (ValueTest::OneOf(tests), InputType::Text) => Some((Way::OneOf, equal(tests)?)),
        (ValueTest::NoneOf(tests), InputType::Text) => Some((Way::NoneOf, equal(tests)?)),
        (ValueTest::OneOf(mut tests), _) if tests.len() == 1 => Some(match tests.pop()? {
            Single::More(value) => (Way::More, vec![value]),
            Single::AtLeast(value) => (Way::AtLeast, vec![value]),
            Single::Less(value) => (Way::Less, vec![value]),
            Single::AtMost(value) => (Way::AtMost, vec![value]),
            Single::Equal(value) => (Way::Equal, vec![value]),
            Single::Range {
                low,
                low_in: true,
                high,
                high_in: true,
            } => (Way::Range, vec![low, high]),
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
    let typed = typed.and(&chosen_field(name), way.name());
    let mut values = values.iter().map(Value::to_string);
    match way {
        Way::OneOf | Way::NoneOf => values.fold(typed, |typed, value| typed.and(&value_field(name), value)),
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
    let way = match typed.get(&chosen_field(name)) {
        "" | AS_WRITTEN => return Ok(own.to_owned()),
        way => Way::named(way).ok_or_else(|| FieldFault::plain(&chosen_field(name), "unknown"))?,
    };
    let written = match way {
        Way::Any => any(input, own, name, typed)?,
        Way::Yes => "true".to_owned(),
        Way::No => "false".to_owned(),
        Way::OneOf => chosen()?,
        Way::NoneOf => format!("not({})", chosen()?),
        Way::Range => {
            let upper = self::value(input, &upper_field(name), typed)?;
            format!("[{}..{upper}]", value()?)
        }
        Way::More => format!("> {}", value()?),
        Way::AtLeast => format!(">= {}", value()?),
        Way::Less => format!("< {}", value()?),
        Way::AtMost => format!("<= {}", value()?),
        Way::Equal => value()?,
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

    #[test]
    fn a_way_that_is_none_changes_nothing_and_is_told_beside_its_field() {
        for way in Way::ALL {
            assert_eq!(Way::named(way.name()), Some(way));
        }
        let typed = Typed::default()
            .and("input-1-is", "about")
            .and("input-1-value", "75");
        let fault = read(&input(InputType::Number), "> 50", "input-1", &typed).unwrap_err();
        assert_eq!((fault.field.as_str(), fault.code), ("input-1-is", "unknown"));
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
