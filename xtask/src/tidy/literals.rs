//! The string literals of a Rust file, each with whom it is for.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Expr, Lit, LitStr};

use crate::source::RustFile;

/// A string in the code, neither an attribute's nor a test's.
pub struct Literal {
    /// Counted from 1.
    pub line: usize,
    /// Without quotes and escapes.
    pub text: String,
    /// It goes to a log, to an operator's error or into a statement of what cannot happen.
    pub is_for_operators: bool,
}

/// Every literal of `file`; `logging` names the macros whose text is for operators.
pub fn of(file: &RustFile, logging: &[String]) -> Vec<Literal> {
    let mut reader = Reader {
        logging,
        for_operators: 0,
        found: Vec::new(),
    };
    reader.visit_file(&file.syntax);
    reader.found
}

struct Reader<'a> {
    logging: &'a [String],
    /// How many enclosing constructs are for operators.
    for_operators: usize,
    found: Vec<Literal>,
}

impl Reader<'_> {
    fn within(&mut self, for_operators: bool, read: impl FnOnce(&mut Self)) {
        self.for_operators += usize::from(for_operators);
        read(self);
        self.for_operators -= usize::from(for_operators);
    }

    fn add(&mut self, literal: &LitStr) {
        let (line, text) = (literal.span().start().line, literal.value());
        self.found.push(Literal {
            line,
            text,
            is_for_operators: self.for_operators > 0,
        });
    }

    fn is_for_operators(&self, name: &str) -> bool {
        name == "expect" || self.logging.iter().any(|known| known == name)
    }

    /// A macro's tokens are no syntax tree: the last name before a group says whom the group is for, and a
    /// group after `#` is an attribute.
    fn tokens(&mut self, tokens: TokenStream) {
        let (mut name, mut attribute) = (String::new(), false);
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => name = ident.to_string(),
                TokenTree::Punct(mark) if mark.as_char() == '#' => attribute = true,
                TokenTree::Punct(mark) if mark.as_char() == '!' => {}
                TokenTree::Punct(_) => name.clear(),
                TokenTree::Group(_) if attribute => attribute = false,
                TokenTree::Group(group) => {
                    let for_operators = self.is_for_operators(&name);
                    self.within(for_operators, |reader| reader.tokens(group.stream()));
                    name.clear();
                }
                TokenTree::Literal(literal) => {
                    if let Lit::Str(literal) = Lit::new(literal) {
                        self.add(&literal);
                    }
                }
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.add(literal);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let name = call
            .path
            .segments
            .last()
            .map(|last| last.ident.to_string())
            .unwrap_or_default();
        let for_operators = self.is_for_operators(&name);
        self.within(for_operators, |reader| reader.tokens(call.tokens.clone()));
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.visit_expr(&call.receiver);
        self.within(call.method == "expect", |reader| {
            call.args
                .iter()
                .for_each(|argument: &Expr| reader.visit_expr(argument));
        });
    }

    fn visit_item_impl(&mut self, block: &'ast syn::ItemImpl) {
        let words = ["Display", "Debug", "Error"];
        let last = block.trait_.as_ref().and_then(|(path, _)| path.segments.last());
        let is_error = last.is_some_and(|last| words.iter().any(|word| last.ident == word));
        self.within(is_error, |reader| visit::visit_item_impl(reader, block));
    }
}
