//! Operators, from those that bind least to those that bind most (rules 2 and 4, 49 to 51).

use super::Parser;
use crate::SyntaxError;
use crate::ast::{Comparison, Expr, Node, Operator, Test};
use crate::said;

/// How many comparisons may follow each other without parentheses.
const COMPARISONS: usize = 8;

impl Parser<'_> {
    pub(super) fn disjunction(&mut self) -> Result<Expr, SyntaxError> {
        let start = self.start();
        let first = self.conjunction()?;
        if !self.lexer.sees_word("or") {
            return Ok(first);
        }
        let mut terms = vec![first];
        while self.lexer.take_word("or") {
            terms.push(self.conjunction()?);
        }
        Ok(self.expr(start, Node::Or(terms)))
    }

    fn conjunction(&mut self) -> Result<Expr, SyntaxError> {
        let start = self.start();
        let first = self.comparison()?;
        if !self.lexer.sees_word("and") {
            return Ok(first);
        }
        let mut terms = vec![first];
        while self.lexer.take_word("and") {
            terms.push(self.comparison()?);
        }
        Ok(self.expr(start, Node::And(terms)))
    }

    /// `=`, `!=`, `<`, `<=`, `>` or `>=`, if one comes next.
    pub(super) fn comparison_sign(&mut self) -> Option<Comparison> {
        let signs = [
            ("!=", Comparison::Unequal),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("=", Comparison::Equal),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        signs
            .into_iter()
            .find(|(sign, _)| self.lexer.take(sign))
            .map(|(_, comparison)| comparison)
    }

    fn comparison(&mut self) -> Result<Expr, SyntaxError> {
        let start = self.start();
        let mut left = self.sum()?;
        for _ in 0..COMPARISONS {
            let node = if let Some(sign) = self.comparison_sign() {
                Node::Compare(sign, Box::new([left, self.sum()?]))
            } else if self.lexer.take_word("between") {
                let from = self.sum()?;
                self.lexer.expect_word("and")?;
                Node::Between(Box::new([left, from, self.sum()?]))
            } else if self.lexer.take_word("in") {
                Node::In(Box::new(left), self.alternatives()?)
            } else {
                return Ok(left);
            };
            left = self.expr(start, node);
        }
        self.lexer.error(said!(
            "too many comparisons follow each other here: put parentheses around them"
        ))
    }

    /// What stands after `in`: one test, or several in parentheses.
    fn alternatives(&mut self) -> Result<Vec<Test>, SyntaxError> {
        if let Some(comparison) = self.comparison_sign() {
            return Ok(vec![Test::Compare(comparison, self.sum()?)]);
        }
        if !self.lexer.sees("(") {
            return Ok(vec![Test::Value(self.sum()?, false)]);
        }
        let start = self.lexer.at;
        self.lexer.expect("(")?;
        let mut tests = vec![self.test()?];
        if let Some(Test::Value(from, _)) = tests.pop_if(|_| self.lexer.sees("..")) {
            self.lexer.expect("..")?;
            return Ok(vec![Test::Value(self.range(start, false, from)?, false)]);
        }
        while self.lexer.take(",") {
            tests.push(self.test()?);
        }
        self.lexer.expect(")")?;
        Ok(tests)
    }

    pub(super) fn sum(&mut self) -> Result<Expr, SyntaxError> {
        let start = self.start();
        let first = self.product()?;
        let mut rest = Vec::new();
        loop {
            let operator = if self.lexer.take("+") {
                Operator::Add
            } else if self.lexer.take("-") {
                Operator::Subtract
            } else {
                break;
            };
            rest.push((operator, self.product()?));
        }
        Ok(self.arithmetic(start, first, rest))
    }

    fn product(&mut self) -> Result<Expr, SyntaxError> {
        let start = self.start();
        let first = self.power()?;
        let mut rest = Vec::new();
        loop {
            let operator = if self.lexer.take("*") {
                Operator::Multiply
            } else if self.lexer.take("/") {
                Operator::Divide
            } else {
                break;
            };
            rest.push((operator, self.power()?));
        }
        Ok(self.arithmetic(start, first, rest))
    }

    fn power(&mut self) -> Result<Expr, SyntaxError> {
        let start = self.start();
        let first = self.negation()?;
        let mut rest = Vec::new();
        while self.lexer.take("**") {
            rest.push((Operator::Power, self.negation()?));
        }
        Ok(self.arithmetic(start, first, rest))
    }

    fn arithmetic(&self, start: usize, first: Expr, rest: Vec<(Operator, Expr)>) -> Expr {
        if rest.is_empty() {
            first
        } else {
            self.expr(start, Node::Arithmetic(Box::new(first), rest))
        }
    }

    /// A minus before digits belongs to the number (rule 37), so that `-2 ** 2` is 4.
    fn negation(&mut self) -> Result<Expr, SyntaxError> {
        let start = self.start();
        let rest = self.lexer.rest();
        let Some(after) = rest.strip_prefix('-') else {
            return self.steps();
        };
        if after
            .trim_start_matches('.')
            .starts_with(|c: char| c.is_ascii_digit())
        {
            return self.steps();
        }
        self.lexer.at += 1;
        let operand = self.deeper(Parser::negation)?;
        Ok(self.expr(start, Node::Negate(Box::new(operand))))
    }
}
