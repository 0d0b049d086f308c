//! A case as tests see it: its answers, and what the decisions of the model make of them.

use crate::{Answers, EvaluationError, Value};
use dmn::{Model, NullCause};
use feel::{Budget, Cause, Context, Scope, UnaryTests};
use jiff::{Timestamp, tz::TimeZone};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// What tests that are evaluated need.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evaluated {
    /// The inputs that they read, themselves or through decisions.
    pub inputs: Vec<String>,
    /// The decisions whose values they read, by their names.
    pub decisions: Vec<String>,
    /// The model that has them; absent where no decision is read.
    pub model: Option<Model>,
}

/// The answers of a case, and beside them what tests that are evaluated need: made when the first of them asks for it, and once.
pub(crate) struct Given<'a> {
    pub answers: &'a Answers,
    evaluated: Option<&'a Evaluated>,
    made: OnceCell<Made<'a>>,
}

/// The decisions made, and the scope in which tests see them and the answers.
struct Made<'a> {
    decided: BTreeMap<&'a str, feel::Value>,
    /// What of them has no value, and why.
    undecided: Vec<NullCause>,
    scope: Scope,
}

impl<'a> Given<'a> {
    /// A case under a table.
    pub fn new(answers: &'a Answers, evaluated: Option<&'a Evaluated>) -> Given<'a> {
        Given {
            answers,
            evaluated,
            made: OnceCell::new(),
        }
    }

    fn made(&self) -> Option<&Made<'a>> {
        let evaluated = self.evaluated?;
        Some(self.made.get_or_init(|| Made::new(self.answers, evaluated)))
    }

    /// Whether a test holds of an answer or a decision. Without one, and without a value, it does not.
    pub fn meets(&self, subject: &str, tests: &UnaryTests) -> bool {
        let Some(Made { decided, scope, .. }) = self.made() else {
            return false;
        };
        let answer = || self.answers.get(subject).map(feel_value);
        let decided = decided.get(subject).cloned();
        let Some(value) = decided.or_else(answer).filter(|value| !value.is_null()) else {
            return false;
        };
        tests.test(&value, scope).as_boolean() == Some(true)
    }

    /// What an answer or a decision is, as a trace shows it.
    pub fn shown(&self, subject: &str) -> Option<Value> {
        // No decision is called as an input is.
        match self.answers.get(subject) {
            Some(answer) => Some(answer.clone()),
            None => shown(self.made()?.decided.get(subject)?),
        }
    }

    /// An error where the work was given up: then no test's result says anything.
    pub fn check(&self) -> Result<(), EvaluationError> {
        match self.made.get() {
            Some(made) if made.scope.is_exhausted() => Err(EvaluationError::TooMuchWork),
            _ => Ok(()),
        }
    }

    /// What of the decisions has no value, and why.
    pub fn undecided(&self) -> &[NullCause] {
        self.made().map_or(&[], |made| &made.undecided)
    }

    /// Steps that were taken for it.
    pub fn spent(&self) -> u64 {
        self.made.get().map_or(0, |made| made.scope.spent())
    }

    /// Why what has no value so far has none.
    pub fn causes(&self) -> Vec<Cause> {
        let made = self.made.get();
        made.map(|made| made.scope.causes()).unwrap_or_default()
    }
}

impl<'a> Made<'a> {
    fn new(answers: &Answers, evaluated: &'a Evaluated) -> Made<'a> {
        let mut names = Context::new();
        for id in &evaluated.inputs {
            let value = answers.get(id).map_or(feel::Value::NULL, feel_value);
            names.insert(id.as_str(), value);
        }
        let mut scope = scope(Context::new());
        let called: Vec<&str> = evaluated.decisions.iter().map(String::as_str).collect();
        let model = evaluated.model.as_ref();
        let made = model.map(|model| model.decide(&called, &names, &scope));
        let undecided = made.as_ref().map_or(vec![], |made| made.causes(&scope));
        let values = made.map_or(vec![], |made| made.values);
        let decided: BTreeMap<&str, feel::Value> = called.iter().copied().zip(values).collect();
        for (name, value) in &decided {
            names.insert(*name, value.clone());
        }
        scope.push(names);
        Made {
            decided,
            undecided,
            scope,
        }
    }
}

/// Steps that one case may take, or the trials of one model: hundreds of times what a rule takes that people can read.
pub(crate) const STEPS: u64 = 200_000;

/// A scope of its own. A rulebook reads no clock: what asks for the time is refused when it is loaded.
pub(crate) fn scope(names: Context) -> Scope {
    scope_of(names, STEPS)
}

/// The same, in which less may be done.
pub(crate) fn scope_of(names: Context, steps: u64) -> Scope {
    let now = Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC);
    let mut scope = Scope::within(
        now,
        Budget {
            steps,
            ..Budget::default()
        },
    );
    scope.push(names);
    scope
}

/// An answer as FEEL has it.
pub(crate) fn feel_value(value: &Value) -> feel::Value {
    match value {
        Value::Text(text) => feel::Value::text(text.as_str()),
        Value::Number(number) => {
            feel::Number::parse(&number.to_string()).map_or(feel::Value::NULL, feel::Value::Number)
        }
        Value::Boolean(yes) => feel::Value::Boolean(*yes),
        Value::Date(date) => {
            let day = feel::time::Date::new(date.year().into(), date.month().into(), date.day().into());
            day.map_or(feel::Value::NULL, feel::Value::Date)
        }
    }
}

/// A value of FEEL as an answer, or as a text if it is of another type.
fn shown(value: &feel::Value) -> Option<Value> {
    let other = || Value::Text(value.to_string());
    match value {
        feel::Value::Null(_) => None,
        feel::Value::Text(text) => Some(Value::Text(text.to_string())),
        feel::Value::Boolean(yes) => Some(Value::Boolean(*yes)),
        feel::Value::Number(number) => {
            Some(crate::number::decimal(&number.to_string()).map_or_else(other, Value::Number))
        }
        feel::Value::Date(date) => {
            Some(crate::answer::iso_date(&date.to_string()).map_or_else(other, Value::Date))
        }
        _ => Some(other()),
    }
}
