//! A function fits on a screen, and a file can be read in one sitting.

use syn::visit::{self, Visit};
use syn::{Block, Signature};

use super::settings::Settings;
use crate::finding::Finding;
use crate::source::{Sources, lines};

/// Functions that are too long, from their signature to their closing brace.
pub fn functions(sources: &Sources, settings: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &sources.rust {
        let mut reader = Reader {
            path: &file.path,
            most: settings.lengths.function,
            findings: &mut findings,
        };
        reader.visit_file(&file.syntax);
    }
    findings
}

/// Files that are too long without the tests in them.
pub fn files(sources: &Sources, settings: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in sources.rust.iter().filter(|file| !file.is_test) {
        let all = file.text.lines().count();
        let length = (1..=all).filter(|line| !file.is_test_line(*line)).count();
        if length > settings.lengths.file {
            let most = settings.lengths.file;
            let message = format!(
                "{length} lines without tests, and at most {most} are read: split it by what it knows"
            );
            findings.push(Finding::new(&file.path, 1, message));
        }
    }
    findings
}

struct Reader<'a> {
    path: &'a str,
    most: usize,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn measure(&mut self, signature: &Signature, body: &Block) {
        let (begin, end) = (*lines(signature).start(), *lines(body).end());
        let length = end + 1 - begin;
        if length > self.most {
            let message = format!(
                "`{}` has {length} lines, and at most {} fit on a screen: split it by what it does",
                signature.ident, self.most
            );
            self.findings.push(Finding::new(self.path, begin, message));
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(body) = &function.default {
            self.measure(&function.sig, body);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::found;

    fn function(lines_of_body: usize) -> String {
        format!(
            "//! F.\n/// Not counted.\nfn f() {{\n{}}}\n",
            "    g();\n".repeat(lines_of_body)
        )
    }

    #[test]
    fn a_function_of_more_than_sixty_lines_is_found() {
        assert_eq!(found(functions, "desk/src/a.rs", &function(58)), [""; 0]);
        let message =
            "desk/src/a.rs:3: `f` has 61 lines, and at most 60 fit on a screen: split it by what it does";
        assert_eq!(found(functions, "desk/src/a.rs", &function(59)), [message]);
    }

    #[test]
    fn a_method_is_measured_and_a_test_is_not() {
        let method = format!(
            "//! F.\nstruct S;\nimpl S {{\n{}}}\n",
            function(59).replace("//! F.\n", "")
        );
        assert_eq!(found(functions, "desk/src/a.rs", &method).len(), 1);
        let test = function(59).replace("/// Not counted.", "#[test]");
        assert_eq!(found(functions, "desk/src/a.rs", &test), [""; 0]);
    }

    #[test]
    fn a_file_of_more_than_four_hundred_lines_is_found() {
        let text = format!("//! F.\n{}", "const A: u8 = 1;\n".repeat(400));
        let message =
            "desk/src/a.rs:1: 401 lines without tests, and at most 400 are read: split it by what it knows";
        assert_eq!(found(files, "desk/src/a.rs", &text), [message]);
    }

    #[test]
    fn the_tests_of_a_file_are_not_counted() {
        let tests = format!(
            "#[cfg(test)]\nmod tests {{\n{}}}\n",
            "const A: u8 = 1;\n".repeat(400)
        );
        assert_eq!(
            found(files, "desk/src/a.rs", &format!("//! F.\n{tests}")),
            [""; 0]
        );
        assert_eq!(
            found(files, "desk/tests/a.rs", &"const A: u8 = 1;\n".repeat(500)),
            [""; 0]
        );
    }
}
