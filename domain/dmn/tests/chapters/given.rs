//! Models put together in tests, and what they must answer.

use dmn::{Model, Outcome};
use feel::{Context, Expression, Names, Scope, Value};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A model of our own around its elements.
pub fn model(elements: &[String]) -> Model {
    let file = file("urn:own", elements);
    Model::read(file.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// The same, which must have no faults.
pub fn sound(elements: &[String]) -> Model {
    let model = model(elements);
    let faults: Vec<String> = model.faults().iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    model
}

pub fn file(namespace: &str, elements: &[String]) -> String {
    format!(
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"own\" namespace=\"{namespace}\">\n{}\n\
         </definitions>",
        elements.join("\n")
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn kind(name: &str) -> String {
    if name.is_empty() {
        String::new()
    } else {
        format!(" typeRef=\"{}\"", escaped(name))
    }
}

/// `<text>` around a text.
pub fn text(text: &str) -> String {
    format!("<text>{}</text>", escaped(text))
}

/// A literal expression.
pub fn literal(expression: &str) -> String {
    format!("<literalExpression>{}</literalExpression>", text(expression))
}

/// An input datum; its id is its name.
pub fn input(name: &str, of: &str) -> String {
    format!(
        "<inputData id=\"{name}\" name=\"{name}\"><variable name=\"{name}\"{}/></inputData>",
        kind(of)
    )
}

/// What an element needs: `fn f` a function or service, else an input or a decision; by id, or `namespace#id`.
pub fn needs(needs: &[&str]) -> String {
    let href = |id: &str| {
        if id.contains('#') {
            id.to_owned()
        } else {
            format!("#{id}")
        }
    };
    let one = |need: &&str| match need.strip_prefix("fn ") {
        Some(id) => format!(
            "<knowledgeRequirement><requiredKnowledge href=\"{}\"/></knowledgeRequirement>",
            href(id)
        ),
        None => format!(
            "<informationRequirement><requiredInput href=\"{}\"/></informationRequirement>",
            href(need)
        ),
    };
    needs.iter().map(one).collect()
}

/// A decision; its id is its name.
pub fn decision(name: &str, of: &str, needed: &[&str], logic: &str) -> String {
    format!(
        "<decision id=\"{name}\" name=\"{name}\"><variable name=\"{name}\"{}/>{}{logic}</decision>",
        kind(of),
        needs(needed)
    )
}

/// A business knowledge model; its id is its name. Parameters are `name: type`, or `name`.
pub fn function(name: &str, of: &str, parameters: &[&str], needed: &[&str], body: &str) -> String {
    format!(
        "<businessKnowledgeModel id=\"{name}\" name=\"{name}\"><variable name=\"{name}\"{}/>\
         <encapsulatedLogic>{}{body}</encapsulatedLogic>{}</businessKnowledgeModel>",
        kind(of),
        formal(parameters),
        needs(needed)
    )
}

/// Formal parameters: `name: type`, or `name`.
pub fn formal(parameters: &[&str]) -> String {
    let one = |parameter: &&str| {
        let (name, of) = parameter.split_once(": ").unwrap_or((parameter, ""));
        format!("<formalParameter name=\"{name}\"{}/>", kind(of))
    };
    parameters.iter().map(one).collect()
}

/// A type: `name`, what it is, and the tests of its values, if not empty.
pub fn item(name: &str, of: &str, allowed: &str) -> String {
    let allowed = match allowed {
        "" => String::new(),
        tests => format!("<allowedValues>{}</allowedValues>", text(tests)),
    };
    format!(
        "<itemDefinition name=\"{name}\"><typeRef>{}</typeRef>{allowed}</itemDefinition>",
        escaped(of)
    )
}

pub fn scope() -> Scope {
    Scope::new(Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC))
}

/// The value of a text of FEEL without names.
pub fn value(text: &str) -> Value {
    Expression::parse(text, &Names::new()).unwrap().evaluate(&scope())
}

/// What a model answers to inputs, written as a context of FEEL.
pub fn asked(model: &Model, named: &str, inputs: &str) -> Outcome {
    let inputs = match value(inputs) {
        Value::Context(context) => Context::clone(&context),
        other => panic!("{inputs} is {other:?}"),
    };
    model.evaluate(named, &inputs, &scope()).unwrap()
}

/// Checks that a model answers so.
#[track_caller]
pub fn check(model: &Model, named: &str, inputs: &str, expected: &str) {
    let outcome = asked(model, named, inputs);
    assert_eq!(
        outcome.value,
        value(expected),
        "{named} of {inputs}; {:?}",
        outcome.causes
    );
}

/// Checks that a model answers null, for that reason.
#[track_caller]
pub fn null(model: &Model, named: &str, inputs: &str, reason: &str) {
    let outcome = asked(model, named, inputs);
    assert!(
        outcome.value.is_null(),
        "{named} of {inputs} is {:?}",
        outcome.value
    );
    let reasons: Vec<String> = outcome
        .causes
        .iter()
        .map(|known| known.cause.reason().to_string())
        .collect();
    assert!(
        reasons.iter().any(|known| known.contains(reason)),
        "{named} of {inputs}: {reasons:?}"
    );
}
