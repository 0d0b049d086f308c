//! Types as they are written after `instance of` and for parameters (rules 68 to 74).

use super::Parser;
use crate::names::TOKENS;
use crate::{SyntaxError, Type, said};

impl Parser<'_> {
    /// A type; `None` when it has a name that is not known.
    pub(super) fn kind(&mut self) -> Result<Option<Type>, SyntaxError> {
        self.deeper(Parser::kind_within)
    }

    fn kind_within(&mut self) -> Result<Option<Type>, SyntaxError> {
        let word = self.lexer.word();
        let start = self.lexer.at;
        if matches!(word, "list" | "range" | "context" | "function") {
            self.lexer.at += word.len();
            if self.lexer.take("<") {
                return self.kind_with_parts(word);
            }
            self.lexer.at = start;
        }
        self.named_kind()
    }

    fn kind_with_parts(&mut self, word: &str) -> Result<Option<Type>, SyntaxError> {
        match word {
            "list" | "range" => {
                let part = self.kind()?.map(Box::new);
                self.lexer.expect(">")?;
                Ok(part.map(if word == "list" { Type::List } else { Type::Range }))
            }
            "context" => {
                let mut entries = Some(Vec::new());
                while !self.lexer.take(">") {
                    let Some(name) = self.lexer.new_name(|text| text.starts_with(':')) else {
                        return self
                            .lexer
                            .error(said!("the name of a context's entry and `:` are expected here"));
                    };
                    self.lexer.expect(":")?;
                    let kind = self.kind()?;
                    entries = entries
                        .zip(kind)
                        .map(|(entries, kind)| with(entries, (name, kind)));
                    if !self.lexer.take(",") && !self.lexer.sees(">") {
                        return self.lexer.error(said!("`,` or `>` is expected here"));
                    }
                }
                Ok(entries.map(Type::Context))
            }
            _ => {
                let mut parameters = Some(Vec::new());
                while !self.lexer.take(">") {
                    let kind = self.kind()?;
                    parameters = parameters
                        .zip(kind)
                        .map(|(parameters, kind)| with(parameters, kind));
                    if !self.lexer.take(",") && !self.lexer.sees(">") {
                        return self.lexer.error(said!("`,` or `>` is expected here"));
                    }
                }
                self.lexer.expect("->")?;
                let result = self.kind()?.map(Box::new);
                Ok(parameters
                    .zip(result)
                    .map(|(parameters, result)| Type::Function(parameters, result)))
            }
        }
    }

    /// A type by its name, which may have blanks and points in it: the longest known one of no more words than a name has.
    fn named_kind(&mut self) -> Result<Option<Type>, SyntaxError> {
        let start = self.start();
        let mut longest = None;
        let mut end = start;
        let mut first = None;
        for _ in 0..TOKENS {
            let word = self.lexer.word_within();
            if word.is_empty() {
                break;
            }
            self.lexer.at += word.len();
            let name = self.lexer.text.get(start..self.lexer.at).unwrap_or_default();
            first = first.or(Some(self.lexer.at));
            if let Some(kind) = self.lexer.known.type_named(name) {
                longest = Some(kind);
                end = self.lexer.at;
            }
            if self.lexer.rest().starts_with(['.', '-']) && !self.lexer.rest().starts_with("..") {
                self.lexer.at += 1;
            }
        }
        let Some(first) = first else {
            return self.lexer.error(said!("a type is expected here"));
        };
        self.lexer.at = if longest.is_some() { end } else { first };
        Ok(longest)
    }
}

fn with<T>(mut items: Vec<T>, item: T) -> Vec<T> {
    items.push(item);
    items
}
