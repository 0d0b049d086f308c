//! Test files of the suite.

use crate::Fault;
use crate::xml::{Document, Element};
use feel::time::{Date, DateTime, DaysDuration, MonthsDuration, Time};
use feel::{Context, Number, Value, said, short};

/// A test file.
#[derive(Clone, Debug, PartialEq)]
pub struct Suite {
    /// The file of the model.
    pub model: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// A test case.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Its id.
    pub id: String,
    /// What is asked.
    pub target: Target,
    /// What is handed in, by name.
    pub inputs: Context,
    /// What must come out.
    pub results: Vec<Expected>,
}

/// What a case asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The decision that each result names.
    Decision,
    /// A decision service or a business knowledge model.
    Invocable(String),
}

/// What must come out.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// The decision, service or function whose value it is.
    pub name: String,
    /// The value. Where an error is expected it is null: an error's value is null, and has its reason.
    pub value: Value,
}

impl Suite {
    /// Reads a test file.
    ///
    /// # Errors
    ///
    /// What is no XML, no test file, or has a value that is none of its type.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let root = Document::read(bytes)?.root;
        if root.name() != "testCases" {
            let what = said!(
                "{}",
                format!("“{}” is no test file of the suite", short(root.name()))
            );
            return Err(Fault::at(
                root.line,
                what,
                said!("{}", "Give one whose root is testCases"),
            ));
        }
        let model = root.first("modelName").map(|name| name.text().trim().to_owned());
        let cases = root.all("testCase").map(case);
        Ok(Suite {
            model: model.unwrap_or_default(),
            cases: cases.collect::<Result<_, Fault>>()?,
        })
    }
}

fn case(at: &Element) -> Result<Case, Fault> {
    let name = |of: &Element| crate::read::name(of.attribute("name").unwrap_or_default());
    let mut inputs = Context::new();
    for input in at.all("inputNode") {
        inputs.insert(name(input), content(input)?);
    }
    let mut results = vec![];
    for result in at.all("resultNode") {
        let is_error = result.attribute("errorResult") == Some("true");
        let value = match result.first("expected") {
            Some(expected) if !is_error => content(expected)?,
            _ => Value::NULL,
        };
        results.push(Expected {
            name: name(result),
            value,
        });
    }
    let invocable = at.attribute("invocableName").map(crate::read::name);
    Ok(Case {
        id: at.attribute("id").unwrap_or_default().to_owned(),
        target: match invocable {
            Some(named) if at.attribute("type") != Some("decision") => Target::Invocable(named),
            _ => Target::Decision,
        },
        inputs,
        results,
    })
}

/// The value that an element holds: components, a list, or a single value.
fn content(of: &Element) -> Result<Value, Fault> {
    if is_nil(of) {
        return Ok(Value::NULL);
    }
    if of.first("component").is_some() {
        let mut context = Context::new();
        for component in of.all("component") {
            let name = crate::read::name(component.attribute("name").unwrap_or_default());
            context.insert(name, content(component)?);
        }
        return Ok(context.into());
    }
    if let Some(list) = of.first("list").filter(|list| !is_nil(list)) {
        let items = list.all("item").map(content).collect::<Result<Vec<_>, Fault>>()?;
        return Ok(Value::list(items));
    }
    match of.first("value").filter(|value| !is_nil(value)) {
        Some(value) => scalar(value),
        None => Ok(Value::NULL),
    }
}

/// An attribute of the schema's instances, whatever their prefix is here.
fn instance<'a>(of: &'a Element, name: &str) -> Option<&'a str> {
    let mut attributes = of.attributes.iter();
    let found = attributes
        .find(|attribute| matches!(attribute.name.split_once(':'), Some((_, local)) if local == name));
    found.map(|attribute| attribute.value.as_str())
}

fn is_nil(of: &Element) -> bool {
    matches!(instance(of, "nil"), Some("true" | "1"))
}

fn scalar(of: &Element) -> Result<Value, Fault> {
    let text = of.text();
    let kind = instance(of, "type").unwrap_or("string");
    let kind = kind.rsplit_once(':').map_or(kind, |(_, kind)| kind);
    let trimmed = text.trim();
    let value = match kind {
        "boolean" => match trimmed {
            "true" | "1" => Some(true.into()),
            "false" | "0" => Some(false.into()),
            _ => None,
        },
        "decimal" | "double" | "float" | "integer" | "int" | "long" | "short" | "byte" => {
            Number::parse(trimmed.strip_prefix('+').unwrap_or(trimmed)).map(Value::Number)
        }
        "date" => Date::parse(trimmed).map(Value::Date),
        "time" => Time::parse(trimmed).map(Value::Time),
        "dateTime" => DateTime::parse(trimmed).map(Value::DateTime),
        "duration" | "dayTimeDuration" | "yearMonthDuration" => duration(trimmed),
        _ => Some(text.as_str().into()),
    };
    value.ok_or_else(|| {
        Fault::at(
            of.line,
            said!("{}", format!("“{}” is no {kind}", short(trimmed))),
            said!("Write one"),
        )
    })
}

fn duration(text: &str) -> Option<Value> {
    let days = || DaysDuration::parse(text).map(Value::Days);
    MonthsDuration::parse(text).map(Value::Months).or_else(days)
}
