//! What is read, and what must hold of it.

use crate::text::Maker;
use dmn::Model;
use feel::{Budget, Context, Expression, Names, Said, Scope, UnaryTests, Value};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What reads the texts.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    /// Expressions and unary tests.
    Feel,
    /// Whole files of decision models.
    Dmn,
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Target::Feel => "feel",
            Target::Dmn => "dmn",
        })
    }
}

impl Target {
    /// The target of a name.
    pub fn named(name: &str) -> Option<Self> {
        [Target::Feel, Target::Dmn]
            .into_iter()
            .find(|target| target.to_string() == name)
    }

    /// The text of a number, from a seed: always the same.
    pub fn text(self, seed: u64, number: u64) -> Vec<u8> {
        let mut maker = Maker::new(seed, number);
        match self {
            Target::Feel => maker.feel(),
            Target::Dmn => maker.dmn(),
        }
    }

    /// Reads it and works with what was read; says whether it was sound.
    ///
    /// # Errors
    /// What went wrong, in words.
    pub fn trial(self, seed: u64, number: u64) -> Result<bool, String> {
        let text = self.text(seed, number);
        let read = || match self {
            Target::Feel => Ok(feel(&String::from_utf8_lossy(&text))),
            Target::Dmn => dmn(&text),
        };
        // What panics is thrown away with all it held.
        catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err("panicked".to_owned()))
    }
}

/// A scope with a budget that a thousand texts in a second can be given.
fn scope() -> Scope {
    let budget = Budget {
        steps: 20_000,
        depth: 200,
        size: 20_000,
    };
    Scope::within(Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC), budget)
}

fn feel(text: &str) -> bool {
    let mut names = Names::new();
    let mut given = Context::new();
    for (name, value) in [
        ("persons", "5000"),
        ("kind of place", "\"square\""),
        ("list", "[1, 2, {a: 3}]"),
        ("day", "@\"2026-11-19\""),
    ] {
        names.add(name);
        let value = Expression::parse(value, &Names::new()).map(|value| value.evaluate(&scope()));
        given.insert(name, value.unwrap_or(scope().null(Said::default())));
    }
    let mut scope = scope();
    scope.push(given);
    let expression = Expression::parse(text, &names).map(|expression| expression.evaluate(&scope));
    let tests = UnaryTests::parse(text, &names).map(|tests| {
        // What the compiled tables use, where a test is simple enough for them.
        let _ = tests.simple();
        tests.test(&Value::from(5000), &scope)
    });
    expression.is_ok() || tests.is_ok()
}

/// What was read is written to the same model, and every decision has an answer.
fn dmn(bytes: &[u8]) -> Result<bool, String> {
    let Ok(model) = Model::read(bytes) else {
        return Ok(false);
    };
    let written = model.write();
    let again = Model::read(written.as_bytes())
        .map_err(|faults| format!("what was written is not read: {}", listed(&faults)))?;
    if again.write() != written {
        return Err("what was read again is written otherwise".to_owned());
    }
    if !model.faults().is_empty() {
        return Ok(false);
    }
    for decision in &model.definitions().decisions {
        // A refusal is an answer too.
        let _ = model.evaluate(&decision.named.name, &Context::new(), &scope());
    }
    Ok(true)
}

fn listed(faults: &[dmn::Fault]) -> String {
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    faults.join("; ")
}
