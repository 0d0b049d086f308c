//! Values and what follows them directly: paths, filters, invocations, `instance of` (rules 51 to 56).

use std::sync::Arc;

use super::Parser;
use crate::ast::{Arguments, Expr, Node, Step, StepKind};
use crate::time::{Date, DateTime, DaysDuration, MonthsDuration, Time};
use crate::{Number, SyntaxError, Value, said};

impl Parser<'_> {
    pub(super) fn steps(&mut self) -> Result<Expr, SyntaxError> {
        let start = self.start();
        let base = self.primary()?;
        let mut steps = Vec::new();
        while let Some(kind) = self.step()? {
            steps.push(Step {
                end: self.lexer.at,
                kind,
            });
        }
        Ok(if steps.is_empty() {
            base
        } else {
            self.expr(start, Node::Steps(Box::new(base), steps))
        })
    }

    fn step(&mut self) -> Result<Option<StepKind>, SyntaxError> {
        if self.lexer.sees("..") {
            return Ok(None);
        }
        if self.lexer.take(".") {
            return self.lexer.name(false).map(|name| Some(StepKind::Path(name)));
        }
        if !self.closing && self.lexer.take("[") {
            self.lexer.local.add("item");
            let filter = self.expression()?;
            self.lexer.expect("]")?;
            return Ok(Some(StepKind::Filter(filter)));
        }
        if self.lexer.take("(") {
            return self.arguments().map(|arguments| Some(StepKind::Call(arguments)));
        }
        if self.lexer.take_word("instance") {
            self.lexer.expect_word("of")?;
            return self.kind().map(|kind| Some(StepKind::InstanceOf(kind)));
        }
        Ok(None)
    }

    fn arguments(&mut self) -> Result<Arguments, SyntaxError> {
        if self.lexer.take(")") {
            return Ok(Arguments::Positional(Vec::new()));
        }
        let mut named = Vec::new();
        let mut positional = Vec::new();
        loop {
            if positional.is_empty()
                && let Some(name) = self.lexer.new_name(|text| text.starts_with(':'))
            {
                self.lexer.expect(":")?;
                named.push((name, self.expression()?));
            } else if named.is_empty() {
                positional.push(self.expression()?);
            } else {
                return self
                    .lexer
                    .error(said!("this argument has no name, and those before it have one"));
            }
            if self.lexer.take(")") {
                break;
            }
            self.lexer.expect(",")?;
        }
        Ok(if named.is_empty() {
            Arguments::Positional(positional)
        } else {
            Arguments::Named(named)
        })
    }

    fn primary(&mut self) -> Result<Expr, SyntaxError> {
        let start = self.start();
        match self.lexer.rest().chars().next() {
            Some('"') => {
                let text = self.lexer.string()?;
                Ok(self.expr(start, Node::Literal(Value::text(text))))
            }
            Some('@') => self.at_literal(start),
            Some('0'..='9' | '.' | '-') => self.number(start),
            Some('(') => self.parenthesis(start),
            Some('[' | ']') => self.bracket(start),
            Some('{') => self.context(start),
            _ => self.word(start),
        }
    }

    fn number(&mut self, start: usize) -> Result<Expr, SyntaxError> {
        let negative = self.lexer.take("-");
        let digits = self.lexer.number();
        let Some(number) = Number::parse(digits) else {
            self.lexer.at = start;
            return self.lexer.error(said!("a value is expected here"));
        };
        let number = if negative { number.negated() } else { number };
        Ok(self.expr(start, Node::Literal(Value::Number(number))))
    }

    /// Rule 65: `@"2026-11-25"`.
    fn at_literal(&mut self, start: usize) -> Result<Expr, SyntaxError> {
        self.lexer.expect("@")?;
        let text = self.lexer.string()?;
        let node = at_value(&text).map_or(
            Node::Invalid(said!("neither a date, a time, a date and time, nor a duration")),
            Node::Literal,
        );
        Ok(self.expr(start, node))
    }

    /// Words that stand for values, control expressions, functions, or else a name.
    fn word(&mut self, start: usize) -> Result<Expr, SyntaxError> {
        if let Some(control) = self.control()? {
            return Ok(control);
        }
        let word = self.lexer.word();
        let end = start + word.len();
        let longer = self.lexer.known_name(true).is_some_and(|(_, known)| known > end);
        let literal = match word {
            "true" => Some(Value::Boolean(true)),
            "false" => Some(Value::Boolean(false)),
            "null" => Some(Value::NULL),
            _ => None,
        };
        if let Some(value) = literal.filter(|_| !longer) {
            self.lexer.at = end;
            return Ok(self.expr(start, Node::Literal(value)));
        }
        if word == "function" && !longer {
            self.lexer.at = end;
            return self.function(start);
        }
        if matches!(
            word,
            "then" | "else" | "return" | "satisfies" | "and" | "or" | "in" | "between"
        ) && !longer
        {
            return self
                .lexer
                .error(said!("a value is expected here, before `{}`", word));
        }
        let known = self.lexer.known_name(true).is_some();
        let name = self.lexer.name(true)?;
        match &*name {
            "?" => self.input_named = true,
            "partial" => self.partial_named = true,
            "item" => {}
            _ if !known => drop(self.unknown.insert(Arc::clone(&name))),
            _ => {}
        }
        self.names.insert(Arc::clone(&name));
        Ok(self.expr(start, Node::Name(name)))
    }
}

/// The value that a text after `@` stands for.
pub(crate) fn at_value(text: &str) -> Option<Value> {
    None.or_else(|| Date::parse(text).map(Value::Date))
        .or_else(|| DateTime::parse(text).map(Value::DateTime))
        .or_else(|| Time::parse(text).map(Value::Time))
        .or_else(|| DaysDuration::parse(text).map(Value::Days))
        .or_else(|| MonthsDuration::parse(text).map(Value::Months))
}
