//! FEEL chapter by chapter: what a text evaluates to.
#![cfg(test)]

mod arithmetic;
mod bounds;
mod causes;
mod context_functions;
mod contexts;
mod control;
mod conversion;
mod equality;
mod functions;
mod lists;
mod literals;
mod logic;
mod names;
mod numbers;
mod paths;
mod patterns;
mod properties;
mod range_functions;
mod ranges;
mod samples;
mod strings;
mod temporal;
mod types;
mod unary_tests;

use feel::{Expression, Names, Scope, SyntaxError, UnaryTests, Value};

/// A scope on a morning in Phnom Penh.
fn scope() -> Scope {
    Scope::new("2026-11-25T10:30:00+07:00[Asia/Phnom_Penh]".parse().unwrap())
}

/// The value of a text that knows these names.
fn evaluate_with(text: &str, known: &[(&str, &str)]) -> Value {
    let mut scope = scope();
    let mut names = Names::new();
    for (name, value) in known {
        names.add(name);
        scope.insert(*name, evaluate(value));
    }
    match Expression::parse(text, &names) {
        Ok(expression) => expression.evaluate(&scope),
        Err(error) => panic!("{text}: {error}"),
    }
}

fn evaluate(text: &str) -> Value {
    evaluate_with(text, &[])
}

fn refused(text: &str) -> SyntaxError {
    match Expression::parse(text, &Names::new()) {
        Err(error) => error,
        Ok(_) => panic!("{text}: was read"),
    }
}

/// Each text has the value of the other.
fn table(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, wanted)| {
            let (found, wanted) = (evaluate(text), evaluate(wanted));
            (found != wanted).then(|| {
                let cause = found
                    .cause()
                    .map(|cause| format!(" ({cause})"))
                    .unwrap_or_default();
                format!("{text}\n    is {found}{cause}\n    and should be {wanted}")
            })
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
}

/// Each text is a null that knows its cause.
fn nulls(texts: &[&str]) {
    let wrong: Vec<String> = texts
        .iter()
        .map(|text| (text, evaluate(text)))
        .filter(|(_, value)| value.cause().is_none())
        .map(|(text, value)| format!("{text} is {value}"))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        texts.len(),
        wrong.join("\n")
    );
}

/// What unary tests say of an input.
fn test(tests: &str, input: &str) -> Value {
    match UnaryTests::parse(tests, &Names::new()) {
        Ok(tests) => tests.test(&evaluate(input), &scope()),
        Err(error) => panic!("{tests}: {error}"),
    }
}
