//! Boxed expressions.

use super::{Reader, item, name, text};
use crate::Fault;
use crate::parts::{
    Binding, Boxed, ContextEntry, Expression, Function, FunctionKind, InformationItem, Iterator, Quantifier,
    Text, Version,
};
use crate::xml::Element;
use feel::{said, short};

const EXPRESSIONS: [&str; 12] = [
    "literalExpression",
    "decisionTable",
    "context",
    "list",
    "relation",
    "invocation",
    "functionDefinition",
    "conditional",
    "filter",
    "for",
    "every",
    "some",
];

/// Those that DMN 1.4 brought.
const LATER: [&str; 5] = ["conditional", "filter", "for", "every", "some"];

impl Reader {
    /// The one boxed expression among an element's children, which may else be only those of `around`.
    pub(super) fn only_expression(&mut self, of: &Element, around: &[&str]) -> Option<Boxed> {
        let refused = self.only(of, &[around, &EXPRESSIONS[..]].concat());
        let mut expressions = of.own().filter(|child| EXPRESSIONS.contains(&child.name()));
        let first = expressions.next()?;
        let mut boxed = self.boxed(first);
        let second = expressions.next().map(|second| {
            self.fault(
                second,
                said!("a second expression stands beside the first"),
                said!("Keep one"),
            )
        });
        if let Some(fault) = refused.or(second) {
            boxed.expression = Expression::Refused(fault);
        }
        Some(boxed)
    }

    fn boxed(&mut self, at: &Element) -> Boxed {
        let expression = match at.name() {
            later if LATER.contains(&later) && self.version == Some(Version::V1_3) => {
                let what = said!("“{}” is not of DMN 1.3", short(later));
                Expression::Refused(self.fault(at, what, said!("Save the model as DMN 1.5")))
            }
            "literalExpression" => self.literal(at),
            "decisionTable" => self.table(at),
            "context" => self.context(at),
            "list" => self.list(at),
            "relation" => self.relation(at),
            "invocation" => self.invocation(at),
            "functionDefinition" => Expression::Function(self.function(at)),
            "conditional" => self.conditional(at),
            "filter" => self.filter(at),
            "for" => self
                .iterator(at, "return")
                .map_or_else(Expression::Refused, Expression::For),
            "every" => self.quantified(at, Quantifier::Every),
            _ => self.quantified(at, Quantifier::Some),
        };
        Boxed {
            id: at.attribute("id").map(str::to_owned),
            type_ref: Self::type_of(at),
            line: at.line,
            expression,
        }
    }

    /// The boxed expression in an element; what is refused if there is none.
    fn inner(&mut self, of: &Element, around: &[&str]) -> Boxed {
        self.only_expression(of, around).unwrap_or_else(|| {
            let what = said!("“{}” holds no expression", short(of.name()));
            let fault = self.fault(of, what, said!("Write one"));
            refused(of, fault)
        })
    }

    /// The boxed expression in a child of that name.
    fn part(&mut self, of: &Element, child: &str) -> Boxed {
        match of.first(child) {
            Some(child) => self.inner(child, &[]),
            None => {
                let what = said!("“{}” has no “{}”", short(of.name()), short(child));
                let fault = self.fault(of, what, said!("Write one"));
                refused(of, fault)
            }
        }
    }

    fn literal(&mut self, at: &Element) -> Expression {
        let refused = self.only(at, &["text"]).or_else(|| self.language(at));
        if let Some(fault) = refused {
            return Expression::Refused(fault);
        }
        let nothing = Text {
            text: String::new(),
            line: at.line,
        };
        Expression::Literal(text(at).unwrap_or(nothing))
    }

    fn context(&mut self, at: &Element) -> Expression {
        if let Some(fault) = self.only(at, &["contextEntry"]) {
            return Expression::Refused(fault);
        }
        let entries = at.all("contextEntry").map(|entry| ContextEntry {
            variable: entry.first("variable").map(item),
            value: self.inner(entry, &["variable"]),
        });
        Expression::Context(entries.collect())
    }

    fn list(&mut self, at: &Element) -> Expression {
        match self.only(at, &EXPRESSIONS) {
            Some(fault) => Expression::Refused(fault),
            None => Expression::List(self.expressions(at)),
        }
    }

    fn expressions(&mut self, of: &Element) -> Vec<Boxed> {
        let expressions = of.own().filter(|child| EXPRESSIONS.contains(&child.name()));
        expressions.map(|child| self.boxed(child)).collect()
    }

    fn relation(&mut self, at: &Element) -> Expression {
        if let Some(fault) = self.only(at, &["column", "row"]) {
            return Expression::Refused(fault);
        }
        let columns: Vec<InformationItem> = at.all("column").map(item).collect();
        let mut rows = vec![];
        for (number, row) in at.all("row").enumerate() {
            if let Some(fault) = self.only(row, &EXPRESSIONS) {
                return Expression::Refused(fault);
            }
            let cells = self.expressions(row);
            if cells.len() != columns.len() {
                let what = said!("{} cells stand under {} columns", cells.len(), columns.len());
                let mut fault = self.fault(row, what, said!("Give it a cell for every column"));
                fault.row = Some(number + 1);
                return Expression::Refused(fault);
            }
            rows.push(cells);
        }
        Expression::Relation { columns, rows }
    }

    fn invocation(&mut self, at: &Element) -> Expression {
        let callee = self.inner(at, &["binding"]);
        let bindings = at.all("binding").map(|binding| Binding {
            parameter: binding.first("parameter").map(item).unwrap_or_default(),
            value: self.only_expression(binding, &["parameter"]),
        });
        Expression::Invocation {
            callee: Box::new(callee),
            bindings: bindings.collect(),
        }
    }

    pub(super) fn function(&mut self, at: &Element) -> Function {
        let kind = match at.attribute("kind").unwrap_or("FEEL") {
            "Java" => FunctionKind::Java,
            "PMML" => FunctionKind::Pmml,
            _ => FunctionKind::Feel,
        };
        Function {
            kind,
            parameters: self.parameters(at),
            body: self.only_expression(at, &["formalParameter"]).map(Box::new),
            type_ref: Self::type_of(at),
            line: at.line,
        }
    }

    fn conditional(&mut self, at: &Element) -> Expression {
        if let Some(fault) = self.only(at, &["if", "then", "else"]) {
            return Expression::Refused(fault);
        }
        Expression::Conditional {
            test: Box::new(self.part(at, "if")),
            then: Box::new(self.part(at, "then")),
            otherwise: Box::new(self.part(at, "else")),
        }
    }

    fn filter(&mut self, at: &Element) -> Expression {
        if let Some(fault) = self.only(at, &["in", "match"]) {
            return Expression::Refused(fault);
        }
        Expression::Filter {
            list: Box::new(self.part(at, "in")),
            test: Box::new(self.part(at, "match")),
        }
    }

    fn quantified(&mut self, at: &Element, quantifier: Quantifier) -> Expression {
        self.iterator(at, "satisfies")
            .map_or_else(Expression::Refused, |iterator| {
                Expression::Quantified(quantifier, iterator)
            })
    }

    fn iterator(&mut self, at: &Element, body: &str) -> Result<Iterator, Fault> {
        if let Some(fault) = self.only(at, &["in", body]) {
            return Err(fault);
        }
        let variable = name(at.attribute("iteratorVariable").unwrap_or_default());
        if variable.is_empty() {
            let what = said!("it does not name its variable");
            return Err(self.fault(at, what, said!("Write iteratorVariable")));
        }
        Ok(Iterator {
            variable,
            list: Box::new(self.part(at, "in")),
            body: Box::new(self.part(at, body)),
        })
    }
}

fn refused(at: &Element, fault: Fault) -> Boxed {
    Boxed {
        id: None,
        type_ref: None,
        line: at.line,
        expression: Expression::Refused(fault),
    }
}
