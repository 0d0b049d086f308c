//! Reading a text into an [`Expr`] or into unary tests (DMN 1.5, 10.3.1.2, whose rules are cited by number).

mod boxed;
mod kinds;
mod lexer;
mod operators;
mod steps;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::ast::{Domain, Expr, Iterator, Node, Quantifier, Test};
use crate::{Names, Span, SyntaxError, said};
use lexer::Lexer;
pub(crate) use steps::at_value;

/// How deep expressions may stand within each other.
const DEPTH: usize = 100;
/// How many variables one loop, and how many parameters one function may have.
const VARIABLES: usize = 50;
/// The longest text that is read, in bytes.
const LENGTH: usize = 1_000_000;

/// Unary tests as they are read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tests {
    Any,
    AnyOf(Vec<Test>),
    NoneOf(Vec<Test>),
}

/// What was read, and the names in it.
#[derive(Debug, Clone)]
pub(crate) struct Read<T> {
    pub tree: T,
    /// Every name that is used, whatever gives it.
    pub names: BTreeSet<Arc<str>>,
    /// Those of them that were not known.
    pub unknown: BTreeSet<Arc<str>>,
}

pub(crate) fn expression(text: &str, names: &Names, built_in: &Names) -> Result<Read<Expr>, SyntaxError> {
    let mut parser = Parser::new(text, names, built_in)?;
    let tree = parser.expression()?;
    parser.end()?;
    Ok(parser.read(tree))
}

pub(crate) fn unary_tests(text: &str, names: &Names, built_in: &Names) -> Result<Read<Tests>, SyntaxError> {
    let mut parser = Parser::new(text, names, built_in)?;
    if parser.lexer.take("-") {
        parser.lexer.skip_blanks();
        if parser.lexer.rest().is_empty() {
            return Ok(parser.read(Tests::Any));
        }
    }
    // `not(…)` may also be the beginning of an expression, such as `not(?) and x`: it is that when more follows.
    let mut negated = Parser::new(text, names, built_in)?;
    if let Ok(tests) = negated.negated_tests() {
        return Ok(negated.read(Tests::NoneOf(tests)));
    }
    let mut parser = Parser::new(text, names, built_in)?;
    let tests = parser.tests()?;
    parser.end()?;
    Ok(parser.read(Tests::AnyOf(tests)))
}

struct Parser<'t> {
    lexer: Lexer<'t>,
    depth: usize,
    /// Whether `?` has been named since this was last set to false.
    input_named: bool,
    /// The same of `partial`.
    partial_named: bool,
    /// While the upper end of a range is read: `[` closes the range there and filters nothing.
    closing: bool,
    names: BTreeSet<Arc<str>>,
    unknown: BTreeSet<Arc<str>>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str, names: &'t Names, built_in: &'t Names) -> Result<Parser<'t>, SyntaxError> {
        if text.len() > LENGTH {
            return Err(SyntaxError::new(
                text,
                Span::default(),
                said!("the text is longer than a million bytes"),
            ));
        }
        let lexer = Lexer::new(text, names, built_in);
        Ok(Parser {
            lexer,
            depth: 0,
            input_named: false,
            partial_named: false,
            closing: false,
            names: BTreeSet::new(),
            unknown: BTreeSet::new(),
        })
    }

    fn read<T>(self, tree: T) -> Read<T> {
        Read {
            tree,
            names: self.names,
            unknown: self.unknown,
        }
    }

    fn end(&mut self) -> Result<(), SyntaxError> {
        self.lexer.skip_blanks();
        if self.lexer.rest().is_empty() {
            return Ok(());
        }
        self.lexer.error(said!(
            "nothing more is expected here: an operator may be missing before it"
        ))
    }

    fn expr(&self, start: usize, node: Node) -> Expr {
        Expr {
            span: Span {
                start,
                end: self.lexer.at,
            },
            node,
        }
    }

    /// Where what comes next begins.
    fn start(&mut self) -> usize {
        self.lexer.skip_blanks();
        self.lexer.at
    }

    /// Reads one level deeper.
    fn deeper<T>(
        &mut self,
        read: impl FnOnce(&mut Parser<'t>) -> Result<T, SyntaxError>,
    ) -> Result<T, SyntaxError> {
        if self.depth == DEPTH {
            return self
                .lexer
                .error(said!("expressions stand too deep within each other here"));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Rule 1: any expression. What is within it does not stand at the end of a range.
    fn expression(&mut self) -> Result<Expr, SyntaxError> {
        let closing = std::mem::replace(&mut self.closing, false);
        let result = self.deeper(Parser::disjunction);
        self.closing = closing;
        result
    }

    /// Rules 45 to 47: `for`, `if`, `some` and `every`, if one of them begins here.
    fn control(&mut self) -> Result<Option<Expr>, SyntaxError> {
        let start = self.start();
        let word = self.lexer.word();
        if !matches!(word, "if" | "for" | "some" | "every") {
            return Ok(None);
        }
        // A known name may begin with such a word.
        if self
            .lexer
            .known_name(true)
            .is_some_and(|(_, end)| end > start + word.len())
        {
            return Ok(None);
        }
        self.lexer.at += word.len();
        let node = match word {
            "if" => {
                let condition = self.expression()?;
                self.lexer.expect_word("then")?;
                let then = self.expression()?;
                self.lexer.expect_word("else")?;
                Node::If(Box::new([condition, then, self.expression()?]))
            }
            "for" => {
                let iterators = self.iterators()?;
                self.lexer.expect_word("return")?;
                let outer = std::mem::replace(&mut self.partial_named, false);
                let body = Box::new(self.expression()?);
                let partial = std::mem::replace(&mut self.partial_named, outer);
                self.partial_named |= partial;
                Node::For {
                    iterators,
                    body,
                    partial,
                }
            }
            _ => {
                let quantifier = if word == "some" {
                    Quantifier::Some
                } else {
                    Quantifier::Every
                };
                let iterators = self.iterators()?;
                self.lexer.expect_word("satisfies")?;
                Node::Quantified(quantifier, iterators, Box::new(self.expression()?))
            }
        };
        Ok(Some(self.expr(start, node)))
    }

    fn iterators(&mut self) -> Result<Vec<Iterator>, SyntaxError> {
        let mut iterators = Vec::new();
        loop {
            let Some(name) = self.lexer.new_name(begins_with_in) else {
                return self
                    .lexer
                    .error(said!("a variable's name and `in` are expected here"));
            };
            self.lexer.expect_word("in")?;
            let from = self.expression()?;
            let domain = if self.lexer.take("..") {
                Domain::Between(from, self.expression()?)
            } else {
                Domain::Values(from)
            };
            self.lexer.local.add(&name);
            iterators.push(Iterator { name, domain });
            if !self.lexer.take(",") {
                return Ok(iterators);
            }
            if iterators.len() == VARIABLES {
                return self.lexer.error(said!("a loop has at most 50 variables"));
            }
        }
    }

    /// Rules 7, 13 and 15: tests of which one must hold.
    fn tests(&mut self) -> Result<Vec<Test>, SyntaxError> {
        let mut tests = vec![self.test()?];
        while self.lexer.take(",") {
            tests.push(self.test()?);
        }
        Ok(tests)
    }

    /// The tests within `not(…)` when nothing comes after it.
    fn negated_tests(&mut self) -> Result<Vec<Test>, SyntaxError> {
        self.lexer.expect_word("not")?;
        self.lexer.expect("(")?;
        let tests = self.tests()?;
        self.lexer.expect(")")?;
        self.end()?;
        Ok(tests)
    }

    fn test(&mut self) -> Result<Test, SyntaxError> {
        if let Some(comparison) = self.comparison_sign() {
            return Ok(Test::Compare(comparison, self.deeper(Parser::sum)?));
        }
        let outer = std::mem::replace(&mut self.input_named, false);
        let expr = self.expression()?;
        let named = std::mem::replace(&mut self.input_named, outer);
        self.input_named |= named;
        Ok(Test::Value(expr, named))
    }
}

fn begins_with_in(text: &str) -> bool {
    text.strip_prefix("in")
        .is_some_and(|rest| !rest.starts_with(crate::characters::is_part))
}
